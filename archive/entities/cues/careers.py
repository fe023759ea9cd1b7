"""Posts that no one person holds: a mayor is no coach of a team, a schoolmaster no nurse."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from archive.entities.cues.lexicon import words_in_order
from archive.entities.cues.offices import head_of

if TYPE_CHECKING:
    from collections.abc import Iterable

# What somebody was, will be or is called in honour says nothing against another post.
_LOOSE = re.compile(r"(?:^|\s)(?:전|前|명예|초대)\s|후보|당선|내정|대행|직무대리|홍보대사|명예")
_HEAD_OF_TOWN = re.compile(
    r"(?P<town>(?!부|정무부|행정부)[가-힣]{2,}?)(?:특별자치|특별|광역|특례)?"
    r"(?P<head>시장|군수|구청장|도지사|지사|교육감|읍장|면장)"
)
_NAME_OF_LINE = ":"  # in the list: a line of work begins, 정치:


def differ_in_work(some: Iterable[str], others: Iterable[str]) -> bool:
    """Whether the roles `some` and `others` are surely of two people, by their lines of work.

    Only where both have a line, and no line in common.
    """
    mine, theirs = _broad(some), _broad(others)
    return bool(mine) and bool(theirs) and mine.isdisjoint(theirs)


def _broad(roles: Iterable[str]) -> set[str]:
    return {line.partition(" ")[0] for role in roles if (line := line_of_work(role))}


@lru_cache(maxsize=1 << 12)
def line_of_work(role: str) -> str | None:
    """The line of work of a role: 체육 of 누리FC 코치, None of 회장; 정치 가람시장 of 가람시장, for
    nobody heads two towns.
    """
    if _LOOSE.search(role):
        return None
    post = head_of(role)
    if town := _HEAD_OF_TOWN.fullmatch(post):
        return f"정치 {town['town']}{town['head']}"
    ends = {post, *[post[-size:] for size in range(2, len(post) - 1)]}
    return next((line for line, posts in _lines().items() if not posts.isdisjoint(ends)), None)


@cache
def _lines() -> dict[str, set[str]]:
    """The posts of each line of work. The lists are ours: posts that fill a working life."""
    lines: dict[str, set[str]] = {}
    line = ""
    for word in words_in_order("careers"):
        if word.endswith(_NAME_OF_LINE):
            line = word.removesuffix(_NAME_OF_LINE)
            lines[line] = set()
        else:
            lines[line].add(word)
    return lines
