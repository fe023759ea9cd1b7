"""People whom a tagger missed, found by what stands beside them: a post, a house, 씨, an age.

Only where the neighbours leave no doubt; a noun that is no name is worse than a name not found.
"""

from __future__ import annotations

import re
from itertools import chain
from typing import TYPE_CHECKING

from archive.entities.cues.bylines import reporters
from archive.entities.cues.houses import is_house
from archive.entities.cues.lexicon import SURNAMES, SURNAMES_IN_HANJA
from archive.entities.cues.monks import monks
from archive.entities.cues.notices import notice_people
from archive.entities.cues.offices import is_said_of_people
from archive.entities.cues.posted import is_embassy
from archive.entities.cues.posts_before import is_post
from archive.entities.cues.shapes import (
    FROM_ABROAD,
    FULL_NAME_ANY,
    GIVEN,
    NAME,
    is_name,
    is_spelt_from_abroad,
)
from archive.entities.missed.beside_posts import people_beside_posts
from archive.entities.missed.house_led import house_led_people
from archive.entities.missed.joined_posts import joined_people
from archive.entities.missed.names_abroad import names_of_three
from archive.entities.missed.people_abroad import people_abroad
from archive.entities.missed.rare_names import aged_people, rare_people
from archive.entities.passages import overlapping, with_whole
from archive.entities.tagger.shipped import is_common_word
from archive.model import Mention

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_IN_BRACKET = re.compile(rf"\((?P<post>(?:[가-힣]+ )?[가-힣]{{2,8}}) {NAME}(?=[)·,(])")
# 가람경찰서(서장 김권): a name of two syllables is one only behind a house and before the end
_SHORT_IN_BRACKET = re.compile(
    rf"(?<=[가-힣])\((?P<post>[가-힣]{{2,8}})[ ·](?P<name>{FULL_NAME_ANY})\)"
)
# 누리한인회(회장 로라 천)
_ABROAD_IN_BRACKET = re.compile(
    r"\((?P<post>[가-힣]{2,8}) (?P<name>(?P<first>[가-힣]{1,6}) (?P<last>[가-힣]{1,6}))\)"
)
_AGE = re.compile(
    rf"\((?:[1-9]\d|[여남]|\d세|[{''.join(sorted(SURNAMES_IN_HANJA))}][一-鿿]{{2}})"
    r"(?:[,·/ ][^()\n]{0,24})?\)"
)
_SHORT = 2  # syllables
_LABELLED = re.compile(rf"\[{NAME}(?= ?/ ?[^\[\]\n]{{2,30}}[\]:])")  # [김가온/누리시 과장]
_ENDS_IN_NAME = re.compile(rf"(?<![가-힣A-Za-z0-9]){NAME}\Z")
_LONGEST_NAME = 4  # syllables


def untagged_people(text: str, mentions: Sequence[Mention]) -> list[Mention]:
    """People of `text` that are in none of `mentions`, in order."""
    found = [
        Mention(start, end, "person", text[start:end])
        for start, end in _spans(text, mentions)
        if not overlapping(mentions, start, end)
    ]
    found = [mention for mention in found if not is_embassy(text, mention)]
    return with_whole((), found) if found else found


def _spans(text: str, mentions: Sequence[Mention]) -> Iterator[tuple[int, int]]:
    ends = {m.end: m for m in mentions}
    found = chain(
        _bracketed(text) if "(" in text or "[" in text else (),
        _noticed(text),
        people_beside_posts(text, mentions, ends),
        monks(text),
        rare_people(text, ends),
    )
    for match in found:
        yield match.span("name")
    yield from joined_people(text, ends)
    yield from people_abroad(text, mentions)
    yield from names_of_three(text, mentions)
    yield from house_led_people(text, mentions)
    yield from aged_people(text) if "(" in text else ()
    yield from (span for span in reporters(text) if not is_common_word(text[slice(*span)]))


def _noticed(text: str) -> Iterator[re.Match[str]]:
    """Names of personnel notices; 점검 of `▲물놀이장 점검` is a word."""
    for match in notice_people(text):
        if len(match["name"]) > _SHORT or not is_common_word(match["name"]):
            yield match


def _is_name_abroad(first: str, last: str) -> bool:
    """엘레나 보른, and 로라 천 of those who have a surname of Korea."""
    if is_said_of_people(first) or is_said_of_people(last) or is_house(last):
        return False
    if not is_spelt_from_abroad(first):
        return False
    is_last = is_spelt_from_abroad(last) and FROM_ABROAD.search(first + last) is not None
    return is_last or last in SURNAMES


def _bracketed(text: str) -> Iterator[re.Match[str]]:
    """`가람시(시장 김가온)`, `김가온(52)`, `김가온(金佳溫)`; 부병제(府兵制) has no surname."""
    for match in _IN_BRACKET.finditer(text):
        if is_post(match["post"].rpartition(" ")[2]):
            yield match
    for match in _SHORT_IN_BRACKET.finditer(text):
        name = match["name"]
        given = len(name) == _SHORT and name[1:] in GIVEN
        if given and is_post(match["post"]) and is_name(name) and not is_common_word(name):
            yield match
    for match in _ABROAD_IN_BRACKET.finditer(text):
        if is_post(match["post"]) and _is_name_abroad(match["first"], match["last"]):
            yield match
    yield from (match for match in _LABELLED.finditer(text) if is_name(match["name"]))
    for age in _AGE.finditer(text):
        aged = _ENDS_IN_NAME.search(text, max(0, age.start() - _LONGEST_NAME), age.start())
        if aged and is_name(aged["name"]):
            yield aged
