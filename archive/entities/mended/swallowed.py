"""What stands in a mention of several words, each for itself.

A tagger takes a name with its post for one, or the names of two: 한국갯벌연구소 책임연구원,
엘레나 보른 벨로니아.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from archive.entities.cues.houses import is_country
from archive.entities.cues.lexicon import HOUSE_ENDINGS, words
from archive.entities.cues.next_words import post_after
from archive.entities.cues.offices import office_word
from archive.entities.cues.shapes import is_given_name, is_rare_name
from archive.entities.mended.abroad import name_and_country
from archive.entities.mended.teams import name_and_company, team
from archive.model import Mention

if TYPE_CHECKING:
    from collections.abc import Sequence

    from archive.model import EntityKind

# Institutes and clinics are called so too: 가람 연구원, 누리 의원.
_HOUSES_TOO = ("연구원", "의원")
_PLAYERS = words("players")
_POSTS_OF_COMPANIES = words("unknown_house_posts")
_BENCH = " 재판부"  # speaks for its court, and is no house of its own
_HEREAFTER = "이하 "


def may_hold_more(kind: EntityKind, name: str) -> bool:
    """Whether a name of several words may be one of its words only, or several names."""
    first, _, rest = name.partition(" ")
    last = rest.rpartition(" ")[2]
    if any(is_given_name(word) or is_rare_name(word) for word in (first, last)):
        return True
    if name.startswith(_HEREAFTER) or office_word(last) is not None:
        return True
    if kind == "person":
        return _is_latin(first) or is_country(last)
    return kind == "organisation" and name.endswith(_BENCH)


def set_apart(text: str, mention: Mention, people: set[int]) -> Sequence[Mention]:
    """What stands in a mention of several words, each for itself."""
    split = (
        name_and_country(text, mention)
        or name_and_company(text, mention)
        or _house_and_name(text, mention)
    )
    if split:
        return split
    if mention.text.startswith(_HEREAFTER) and mention.text != _HEREAFTER:
        start = mention.start + len(_HEREAFTER)
        return (Mention(start, mention.end, mention.kind, text[start : mention.end]),)
    if mention.kind == "organisation" and mention.text.endswith(_BENCH):
        return (_cut(mention, len(mention.text) - len(_BENCH)),)
    if mention.kind == "place":
        return (mention,)
    whole = team(text, mention, people) if mention.kind == "person" else None
    return (whole or _without_posts(mention),)


def _house_and_name(text: str, mention: Mention) -> tuple[Mention, ...] | None:
    """누리바이오 and 동나래 of one mention before a post, where the text has named the house."""
    house, _, name = mention.text.rpartition(" ")
    if mention.kind != "organisation" or not (is_given_name(name) or is_rare_name(name)):
        return None
    if not house or text.find(house, 0, mention.start) < 0:
        return None
    post = post_after(text, mention.end)
    if post is None or post.title not in _POSTS_OF_COMPANIES:
        return None
    start = mention.end - len(name)
    return _cut(mention, len(house)), Mention(start, mention.end, "person", name)


def _cut(mention: Mention, size: int) -> Mention:
    return Mention(mention.start, mention.start + size, mention.kind, mention.text[:size])


def _without_posts(mention: Mention) -> Mention:
    """Without a post at the end, or before a person's name: 조리장 한울림, 에이스 한울림."""
    first, _, name = mention.text.partition(" ")
    named = mention.kind == "person" and is_given_name(name)
    post = office_word(first) if named else None
    if not (named and first in _PLAYERS) and (post is None or post.josa):
        return _without_post(mention)
    return Mention(mention.end - len(name), mention.end, "person", name)


def _without_post(mention: Mention) -> Mention:
    name, _, last = mention.text.rpartition(" ")
    post = office_word(last)
    if not name.strip() or post is None or post.josa or post.title in _HOUSES_TOO:
        return mention
    kind: EntityKind = "person" if is_given_name(name) else mention.kind
    if is_country(name):
        kind = "place"
    elif kind == "person" and (_is_latin(name) or name.endswith(HOUSE_ENDINGS)):
        kind = "organisation"
    return Mention(mention.start, mention.start + len(name), kind, name)


def _is_latin(name: str) -> bool:
    """KCP; one letter is somebody whose name is withheld, A 경위."""
    return len(name) > 1 and name[0].isascii()
