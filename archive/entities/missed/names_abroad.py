"""Names from abroad of three parts, at the beginning of a sentence: `쩐 반 룽 주한 베트남대사가`.

A syllable alone is no word of Korean there; before a country and the post of one who speaks for it
nobody else is named.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from archive.entities.cues.houses import is_country, is_house
from archive.entities.cues.lexicon import KNOWN_PLACES, LEADS
from archive.entities.cues.offices import office_word
from archive.entities.cues.shapes import FROM_ABROAD

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from archive.model import Mention

_HEADS = ("대통령", "총리", "주석", "장관", "국왕", "대사", "총영사")
_HEAD = re.compile("|".join(_HEADS))
_SENT_HERE = "주한 "
_NAME_BEFORE = re.compile(
    r"(?:^|\n|[.!?”\"] )(?P<name>[가-힣]{1,6} [가-힣]{1,6} [가-힣]{1,6}) (?:주한 )?$"
)
_OFFICE = re.compile(
    rf"(?:주한 )?(?P<country>[가-힣]{{2,9}}) ?[가-힣]{{0,4}}?(?:{'|'.join(_HEADS)})"
    r"(?:은|는|이|가|와|과) "
)
_REACH = 26  # characters
_DETERMINERS = "그이저한두세네전현각및등또더새첫"
_JOSA_ENDS = "은는이가을를의에도와과로"
_NO_PARTS = LEADS | KNOWN_PLACES


def names_of_three(text: str, mentions: Sequence[Mention]) -> Iterator[tuple[int, int]]:
    """Where such names stand: before a mention of the country, or of the office, as one."""
    if not _HEAD.search(text):
        return
    for mention in mentions:
        if mention.kind not in ("place", "organisation"):
            continue
        country = mention.text.removeprefix(_SENT_HERE).partition(" ")[0]
        if not country.endswith(_HEADS) and not is_country(country):
            continue
        office = _OFFICE.match(text, mention.start)
        if office is None or not is_country(office["country"]):
            continue
        named = _NAME_BEFORE.search(text, max(0, mention.start - _REACH), mention.start)
        parts = named["name"].split(" ") if named else []
        if named and all(map(_may_be_part, parts)):
            short = any(len(part) == 1 for part in parts)
            if short or all(map(FROM_ABROAD.search, parts)):
                yield named.span("name")


def _may_be_part(word: str) -> bool:
    if len(word) == 1:
        return word not in _DETERMINERS
    known = word in _NO_PARTS or is_house(word) or office_word(word)
    return not known and word[-1] not in _JOSA_ENDS
