"""What the parser made of a dump, a block after the other: its place, role, cue, how it begins."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newscli.cells import pad, width, wrap
from newscli.sheet import FAINT, STRONG, plain
from newscli.views.words import nearby

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newscli.sheet import Sheet

_INDENT = "    "


def draw_blocks(sheet: Sheet, place: str, rows: Sequence[tuple[str, str, str, str]]) -> None:
    """Draw the blocks (place, role, cue, text) of the dump at `place`, a line of text below each.

    The text ends at the last word that has room.
    """
    sheet.draw(plain(nearby(place), STRONG))
    places = max((width(row[0]) for row in rows), default=0)
    roles = max((width(row[1]) for row in rows), default=0)
    column = places + roles + 4
    for spot, role, cue, text in rows:
        head = f"{pad(spot, places)}  {pad(role, roles)}  "
        for line in wrap(cue, max(sheet.width - column, 1)) or [""]:
            sheet.draw(plain(head).append_text(plain(line, FAINT)))
            head = " " * column
        first, *more = wrap(text, sheet.width - len(_INDENT) - 2) or [""]
        sheet.draw(plain(f"{_INDENT}{first}{' …' if more else ''}", FAINT))
