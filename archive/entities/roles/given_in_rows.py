"""What several of a row are given: `김가온과 이여울을 이사로`, `공동대표에 김가온, 이여울을`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from archive.entities.cues.offices import (
    head_of,
    house_of,
    is_bare,
    is_trade,
    office,
    office_word,
)
from archive.entities.roles.appointing import VERB
from archive.entities.roles.rows import is_of_several
from archive.entities.roles.rows_of_houses import is_under

if TYPE_CHECKING:
    from collections.abc import Sequence

    from archive.entities.introduced import Introduction

SENTENCE_END = re.compile(r"[.!?]\s|(?<=다)\.(?=[가-힣])|\n|[“”\"]")
CLOSED = re.compile(r"(?:[은는을를에엔와]|에서|으로|까지|부터|했다|하며|하고|[한된할인]) ")
_TOPICS = ("은", "는")
_OF_OWN_HOUSE = "본부장"
_SHORTEST_PART = 3  # syllables
OFFICERS = ("감사", "총괄", "총무")
"""Posts that are callings too."""
_AND = ("", "과", "와")
_AND_NEXT = re.compile(r"(?:,|[·ㆍ]|(?:,|[과와]) (?P<own>(?:[가-힣A-Za-z0-9]+ ){0,3}))")
_EACH = re.compile(r"[이가] (?:각각|나란히) ")
_EACH_NEXT = re.compile(r"[이가], (?:[가-힣A-Za-z0-9]+ ){0,4}")


class Given(NamedTuple):
    """The post that somebody is given, the house that gives it, if the sentence says so, whether
    the post stands before him, and whether he surely is of that house already.
    """

    role: str
    owner: str
    is_before: bool
    is_promoted: bool = False


def share(text: str, found: Sequence[Introduction], given: list[Given | None]) -> None:
    """Give the next of a row what one is given, and what each is given the house of the row."""
    for at in range(len(found) - 2, -1, -1):  # 김가온과 이여울을 이사로
        if not given[at] and given[at + 1] and are_in_row(text, found[at], found[at + 1]):
            given[at] = given[at + 1]
    for at in range(1, len(found)):  # 공동대표에 김가온, 이여울을
        if not given[at] and (post := given[at - 1]) and post.is_before:
            goes_on = found[at - 1].josa in _AND and found[at].josa not in _TOPICS
            if goes_on and are_in_row(text, found[at - 1], found[at]):
                given[at] = post
    _share_houses(text, found, given)


def _share_houses(text: str, found: Sequence[Introduction], given: list[Given | None]) -> None:
    """Give a post of a row the house of the one before: 누리협회 회장에 김가온, 부회장에 이여울."""
    for at in range(1, len(found)):
        before, post = given[at - 1], given[at]
        if before is None or post is None or not (before.is_before and post.is_before):
            continue
        house = house_of(before.role)
        between = found[at - 1].end, found[at].person.start
        ends = SENTENCE_END.search(text, *between) or VERB.search(text, *between)
        if before.role.endswith(_OF_OWN_HOUSE) or ends:
            continue
        title = post.role.removeprefix(f"{post.owner} ")
        if house and (is_under(before.role, title) or _are_counterparts(before.role, title)):
            given[at] = post._replace(role=office(house, title))


def _are_counterparts(before: str, title: str) -> bool:
    """Whether two are heads of the parts of one house: 남성회장 and 여성회장."""
    head = head_of(before)
    if not is_bare(title) or head == before:
        return False
    return len(head) == len(title) > _SHORTEST_PART and head[-2:] == title[-2:] and head != title


def are_in_row(text: str, one: Introduction, other: Introduction) -> bool:
    """Whether two are named in a row, with at most words of the second's own between."""
    joined = _AND_NEXT.fullmatch(text, one.end, other.person.start)
    if joined is None:
        return _are_each(text, one, other)
    own = joined["own"] or ""
    if CLOSED.search(own):
        return False
    return not (text.startswith(",", one.end) and _is_post(own.rstrip(" ").rpartition(" ")[2]))


def _is_post(word: str) -> bool:
    """Whether a word is a post that one has alone: 회장 김가온, 감사 이여울, but not a calling."""
    post = office_word(word)
    if post is None:
        return False
    return post.title in OFFICERS or not (is_trade(post.title) or is_of_several(post.title))


def _are_each(text: str, one: Introduction, other: Introduction) -> bool:
    """`김가온 차관이, 저쪽은 이여울 차관이 각각 대표를 맡았다`."""
    if _EACH.match(text, other.end) is None:
        return False
    return _EACH_NEXT.fullmatch(text, one.end, other.person.start) is not None
