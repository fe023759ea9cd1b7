"""Mentions set right by the post beside them.

One that swallowed a post gives it back: 한국갯벌연구소 책임연구원 is a house and a post. One that
has the shape of a full name and bears a post is a person: 한울림 교육감.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from archive.entities.lexicon import words
from archive.entities.offices import office_word
from archive.entities.untagged import is_given_name
from archive.model import Mention

if TYPE_CHECKING:
    from collections.abc import Sequence

    from archive.model import EntityKind

# Institutes and clinics are called so too: 가람 연구원, 누리 의원.
_NAMED = ("person", "organisation", "place")
_NAME_LENGTHS = (3, 4)
_NEXT_WORD = re.compile(r" ([가-힣]{2,14})(?![가-힣])")
_HOUSES_TOO = ("연구원", "의원")


# Towns and companies of three syllables bear these too: 서귀포 시장, 이랜드 대표.
_POSTS_OF_HOUSES = words("posts_of_houses")


def set_right(text: str, mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions of `text`, those of houses and people without the post at their end.

    A house or a place is a person where it is a full name that bears a post: 한도윤 경위.
    """
    return [_set_right(text, m) if m.kind in _NAMED else m for m in mentions]


def _set_right(text: str, mention: Mention) -> Mention:
    if " " in mention.text:
        return _without_post(mention) if mention.kind != "place" else mention
    if mention.kind == "person" or len(mention.text) not in _NAME_LENGTHS:
        return mention
    if is_given_name(mention.text) and _bears_post(text, mention.end):
        return Mention(mention.start, mention.end, "person", mention.text)
    return mention


def _bears_post(text: str, at: int) -> bool:
    word = _NEXT_WORD.match(text, at)
    post = office_word(word[1]) if word else None
    return post is not None and bool(post.josa) and post.title not in _POSTS_OF_HOUSES


def _without_post(mention: Mention) -> Mention:
    name, _, last = mention.text.rpartition(" ")
    post = office_word(last)
    if not name.strip() or post is None or post.josa or post.title in _HOUSES_TOO:
        return mention
    kind: EntityKind = "person" if is_given_name(name) else mention.kind
    return Mention(mention.start, mention.start + len(name), kind, name)
