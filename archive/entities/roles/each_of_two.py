"""Two people and two posts in turn: `김가온, 이여울 후보가 각각 회장과 부회장에 당선됐다`,
`회장과 감사에는 각각 김가온 씨와 이여울 씨가`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from archive.entities.cues.offices import head_of, is_bare, is_trade, office, office_word
from archive.entities.roles.given_in_rows import OFFICERS, Given, are_in_row

if TYPE_CHECKING:
    from collections.abc import Sequence

    from archive.entities.introduced import Introduction

_EACH = "각각 "
_TWO = r"(?P<first>[가-힣A-Za-z0-9]{2,12})[과와] (?P<second>[가-힣A-Za-z0-9]{2,12}?)"
_BEHIND = re.compile(rf"(?:(?:[^.“”\n]|\.(?=\d)){{0,24}} )?{_EACH}{_TWO}(?:에|으?로|[을를]) ")
_BEFORE = re.compile(
    rf"(?<![가-힣A-Za-z0-9]){_TWO}(?:[은는]|에는?|으?로는?) {_EACH}(?:[가-힣A-Za-z0-9·]+ ){{0,4}}$"
)
_REACH = 60  # characters


def share_out(text: str, found: Sequence[Introduction], given: list[Given | None]) -> None:
    """Give the first of two people the first of two posts, and the second the second."""
    if _EACH not in text:
        return
    for at in range(1, len(found)):
        post = given[at]
        said = _posts(text, found[at - 1], found[at]) if post else None
        is_third = at > 1 and are_in_row(text, found[at - 2], found[at - 1])
        if post is None or said is None or is_third:
            continue
        house = "" if is_bare(post.role) else post.role.removesuffix(head_of(post.role)).strip()
        given[at - 1], given[at] = (post._replace(role=office(house, title)) for title in said)


def _posts(text: str, one: Introduction, other: Introduction) -> tuple[str, str] | None:
    """The two posts that are said behind two people of a row, or before them."""
    if not are_in_row(text, one, other):
        return None
    start = one.person.start
    said = _BEHIND.match(text, other.end) or _BEFORE.search(text, max(0, start - _REACH), start)
    if said is None or not (_is_post(said["first"]) and _is_post(said["second"])):
        return None
    if any(is_trade(post) and post not in OFFICERS for post in said.groups()):
        return None  # 각각 시장과 우체부를, on a stage
    return said["first"], said["second"]


def _is_post(word: str) -> bool:
    post = office_word(word)
    return post is not None and not post.josa
