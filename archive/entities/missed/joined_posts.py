"""People whose post is written with their name as one word: `신가온교장은 … 신교장은`.

Local papers write so. Only where the text says the surname with the post again, where the house
that has the post stands before, or where the word begins a sentence as its subject; a word that
ends in a longer post is a house's head, 조직위원장.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from archive.entities.cues.houses import run_before
from archive.entities.cues.lexicon import KNOWN_PLACES, SUBJECT_JOSA, SURNAMES, TITLES
from archive.entities.cues.offices import office_word
from archive.entities.cues.places import TOWNS
from archive.entities.cues.shapes import is_given_name
from archive.entities.tagger.shipped import is_common_word

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from archive.entities.cues.offices import OfficeWord
    from archive.model import Mention

# It begins with a set of characters, for which `re` runs through a text fast.
_JOINED = re.compile(
    rf"(?P<name>[{''.join(sorted(SURNAMES))}](?<![가-힣A-Za-z0-9].)[가-힣]{{2}})"
    r"(?P<post>[가-힣]{2,9})(?![가-힣A-Za-z0-9])"
)
_SENTENCE_BEFORE = re.compile(r"(?:^|\n|[.!?”\"] )$")
_DOTS = frozenset("·ㆍ")
_OPENED, _CLOSED = frozenset("<〈[("), frozenset(">〉])")
_MARKET = "시장"  # 부동산시장은
_PLACES_TOO = (_MARKET, "동장", "이장", "읍장", "면장")  # 공설운동장에
_PLACES = KNOWN_PLACES | TOWNS


def joined_people(text: str, ends: Mapping[int, Mention]) -> Iterator[tuple[int, int]]:
    """Where the names of those people stand. `ends` finds a mention by where it ends."""
    for match in _JOINED.finditer(text):
        name, post = match["name"], office_word(match["post"])
        if post is None or post.title not in TITLES or not _may_be_name(name, post.title):
            continue
        if (
            _is_called_again(text, name[0], post.title)
            or (
                post.josa in SUBJECT_JOSA and post.title != _MARKET and _begins(text, match.start())
            )
            or (post.title not in _PLACES_TOO and _is_of_house(match, post, ends))
            or _is_in_row(text, match.start() - 1, ends)
            or _is_framed(text, *match.span())
        ):
            yield match.span("name")


def _may_be_name(name: str, title: str) -> bool:
    """서귀포시장 is no 시장 of that name."""
    known = name in _PLACES or name[:2] in _PLACES
    return (
        not is_longer_post(name, title)
        and not known
        and is_given_name(name)
        and not is_common_word(name)
    )


def is_longer_post(name: str, title: str) -> bool:
    """Whether what may be a name and a post ends in a longer post: 조직위원장 is no 원장."""
    return any(name[cut:] + title in TITLES for cut in (1, 2))


def _is_called_again(text: str, surname: str, title: str) -> bool:
    return f" {surname}{title}" in text or f" {surname} {title}" in text


def _is_of_house(match: re.Match[str], post: OfficeWord, ends: Mapping[int, Mention]) -> bool:
    """Whether the house that has the post stands before: 누리연합 김가온대표, 김가온대표는."""
    before = match.start() - 1
    if before <= 0 or match.string[before] != " ":
        return False
    return run_before(match.string, before, 0, ends, post.title) < before


def _is_in_row(text: str, at: int, ends: Mapping[int, Mention]) -> bool:
    """이여울 of `김가온·이여울변호사`."""
    before = ends.get(at)
    return text[at : at + 1] in _DOTS and before is not None and before.kind == "person"


def _is_framed(text: str, start: int, end: int) -> bool:
    """<김가온교수>, as over an interview."""
    return text[start - 1 : start] in _OPENED and text[end : end + 1] in _CLOSED


def _begins(text: str, at: int) -> bool:
    return _SENTENCE_BEFORE.search(text, max(0, at - 2), at) is not None
