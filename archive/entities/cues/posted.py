"""Whether a name that a tagger took for a house or a place bears a post, and so is a person's; or
one that it took for a person's is where an envoy is sent.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from archive.entities.cues.houses import LONG_HOUSE_ENDINGS, is_posting
from archive.entities.cues.lexicon import words
from archive.entities.cues.next_words import NEXT_WORD, post_after
from archive.entities.cues.offices import office_word, stand_together
from archive.entities.cues.posts_before import follows_being, follows_post
from archive.entities.cues.shapes import is_given_name

if TYPE_CHECKING:
    from collections.abc import Sequence

    from archive.model import Mention

_ENVOYS = (" 대사", " 총영사", " 공사")
_BRACKET = re.compile(r"\([^()\n]{2,20}\)")
_WORD_BEFORE = re.compile(r"(?<![가-힣])([가-힣]{3,8}) $")
# Towns and companies of three syllables bear these too: 서귀포 시장, 이랜드 대표.
_POSTS_OF_HOUSES = words("posts_of_houses")
_PUBLIC_HOUSES = words("public_houses")  # 감사원 감사에서


def bears_post(text: str, mention: Mention) -> bool:
    """한도윤 of 한도윤 경위는, 위원장 한도윤: a full name, and a post that no house has."""
    if not is_given_name(mention.text) or mention.text in _PUBLIC_HOUSES:
        return False
    if follows_post(text, mention.start) and not text.startswith(" ", mention.end):
        return True
    if follows_being(text, mention.start, mention.end):
        return True
    bracket = _BRACKET.match(text, mention.end) if text.startswith("(", mention.end) else None
    word = NEXT_WORD.match(text, bracket.end() if bracket else mention.end)
    post = office_word(word[1]) if word else None
    if word is None or post is None:
        return False
    if not post.josa:
        whole = post_after(text, word.end())
        return whole is not None and bool(whole.josa) and stand_together(post.title, whole.title)
    return post.title not in _POSTS_OF_HOUSES or _follows_department(text, mention.start)


def _follows_department(text: str, start: int) -> bool:
    """Whether a part of a house stands there, so that no town follows: 씨름단 한울림 감독."""
    word = _WORD_BEFORE.search(text, max(0, start - 12), start)
    return word is not None and word[1].endswith(LONG_HOUSE_ENDINGS)


def without_embassies(text: str, mentions: Sequence[Mention]) -> Sequence[Mention]:
    """The mentions without 주가나 of `주가나 대사에`: where an envoy is sent, and nobody's name."""
    if not any(map(text.__contains__, _ENVOYS)):
        return mentions
    return [m for m in mentions if not _is_embassy(text, m)]


def _is_embassy(text: str, mention: Mention) -> bool:
    is_led = mention.kind == "person" and text.startswith(_ENVOYS, mention.end)
    return is_led and is_posting(mention.text)
