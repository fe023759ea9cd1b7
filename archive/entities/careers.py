"""Posts that no one person holds: a mayor is no coach of a team, one schoolmaster no nurse."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from archive.entities.lexicon import words_in_order
from archive.entities.offices import head_of

if TYPE_CHECKING:
    from collections.abc import Iterable

# What somebody was, will be or is called in honour says nothing against another post.
_LOOSE = re.compile(r"(?:^|\s)(?:전|前|명예|초대)\s|후보|당선|내정|대행|직무대리|홍보대사|명예")
_BETWEEN = "/"  # in the list: another line of work begins


def apart(some: Iterable[str], others: Iterable[str]) -> bool:
    """Whether the roles `some` and `others` are surely of two people, by their lines of work.

    Only where both have a line, and no line in common.
    """
    mine, theirs = _lines(some), _lines(others)
    return bool(mine) and bool(theirs) and mine.isdisjoint(theirs)


def _lines(roles: Iterable[str]) -> set[int]:
    return {
        line
        for role in roles
        if not _LOOSE.search(role) and (line := _line(head_of(role))) is not None
    }


@lru_cache(maxsize=1 << 12)
def _line(post: str) -> int | None:
    """The line of work of a post: 가람시장 is one of 시장, 부시장 is not."""
    for number, posts in enumerate(_lines_of_work()):
        if post in posts or any(
            post.endswith(one) and len(post) > len(one) + 1 for one in posts if len(one) > 1
        ):
            return number
    return None


@cache
def _lines_of_work() -> list[set[str]]:
    lines: list[set[str]] = [set()]
    for word in words_in_order("careers"):
        if word == _BETWEEN:
            lines.append(set())
        else:
            lines[-1].add(word)
    return lines
