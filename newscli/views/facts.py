"""Short facts in aligned columns, the last one wrapped at words; for terminals of any width."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.padding import Padding

from newscli.cells import pad, width, wrap
from newscli.sheet import plain

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newscli.sheet import Sheet

_GAP = 2  # cells between columns


def draw_facts(sheet: Sheet, rows: Sequence[Sequence[str]]) -> None:
    """Draw the rows, all of the same length, the last column being the one for text.

    A text with a word (a path, say) that its column would cut stands below its row instead.
    """
    if not rows:
        return
    sizes = [max(width(row[column]) for row in rows) + _GAP for column in range(len(rows[0]) - 1)]
    column = sum(sizes)
    for row in rows:
        head = "".join(pad(part, size) for part, size in zip(row[:-1], sizes, strict=True))
        lines = wrap(row[-1], max(sheet.width - column, 1))
        if all(width(line) <= sheet.width - column for line in lines):
            first, *others = lines or [""]
            sheet.draw(plain(head + first), *(plain(" " * column + line) for line in others))
        else:
            sheet.draw(plain(head.rstrip()), Padding(plain(row[-1]), (0, 0, 0, _GAP)))
