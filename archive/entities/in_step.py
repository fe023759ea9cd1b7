"""The work on many articles side by side: a step of each, then the next step of each.

The rules that one article goes through are more code and more words than a processor keeps near.
Taken step by step, a step finds what it needs still there from the article before.
"""

from __future__ import annotations

from collections.abc import Generator, Iterable
from typing import TypeVar

Made = TypeVar("Made")
Steps = Generator[None, None, Made]
"""Work that yields between its steps and returns what it has made."""


def in_step(works: Iterable[Steps[Made]]) -> list[Made]:
    """What each of `works` makes, in their order."""
    made: dict[int, Made] = {}
    going = list(enumerate(works))
    while going:
        still = []
        for number, work in going:
            try:
                next(work)
            except StopIteration as end:
                made[number] = end.value
            else:
                still.append((number, work))
        going = still
    return [made[number] for number in sorted(made)]
