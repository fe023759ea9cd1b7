"""Lines drawn in the dots of braille characters, two across and four down in every cell."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

WIDE, HIGH = 2, 4  # dots of a cell

_BLANK = 0x2800
# Unicode's braille patterns (ISO/TR 11548-1): the bit of each dot by column, then by row.
_BITS = ((0x01, 0x02, 0x04, 0x40), (0x08, 0x10, 0x20, 0x80))

Dot = tuple[int, int]  # across and down from the upper left


class Dots:
    """Dots, and for each cell the line that was drawn through it last."""

    def __init__(self) -> None:
        self._bits: dict[tuple[int, int], int] = {}
        self._owner: dict[tuple[int, int], int] = {}

    def put(self, dot: Dot, owner: int = 0) -> None:
        """Put one dot."""
        across, down = dot
        cell = (across // WIDE, down // HIGH)
        self._bits[cell] = self._bits.get(cell, 0) | _BITS[across % WIDE][down % HIGH]
        self._owner[cell] = owner

    def join(self, start: Dot, end: Dot, owner: int = 0) -> None:
        """Put the dots of a straight line."""
        for dot in _between(start, end):
            self.put(dot, owner)

    def cell(self, column: int, row: int) -> tuple[str, int]:
        """The character of a cell, a blank where nothing is, and the line's number."""
        bits = self._bits.get((column, row), 0)
        return chr(_BLANK + bits) if bits else " ", self._owner.get((column, row), 0)


def _between(start: Dot, end: Dot) -> Iterator[Dot]:
    steps = max(abs(end[0] - start[0]), abs(end[1] - start[1]), 1)
    for step in range(steps + 1):
        share = step / steps
        yield (
            round(start[0] + (end[0] - start[0]) * share),
            round(start[1] + (end[1] - start[1]) * share),
        )
