"""The hits of a search: headline, where it stands, and the passage with its matches marked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.console import Group
from rich.table import Table
from rich.text import Text

from newscli.sheet import IDENTITY, MATCH, STRONG, joined, plain
from newscli.views.words import dated, kind_mark, nearby, titled

if TYPE_CHECKING:
    from archive.model import Hit, Results
    from newscli.sheet import Sheet

_OPEN, _CLOSE = "«", "»"  # marks a match where no colour can


def draw_hits(sheet: Sheet, results: Results, *, scores: bool = False) -> None:
    """Draw each hit as a block with its id in front; `scores` adds what the ranking gave."""
    widest = max((len(str(hit.id)) for hit in results.hits), default=1)
    for hit in results.hits:
        grid = Table.grid(padding=(0, 1))
        grid.add_column(justify="right", no_wrap=True, style=IDENTITY, min_width=widest)
        grid.add_column(overflow="fold")
        grid.add_row(str(hit.id), Group(*_lines(hit, coloured=sheet.coloured, scores=scores)))
        sheet.draw(grid, "")


def _lines(hit: Hit, *, coloured: bool, scores: bool) -> list[Text]:
    about = joined(
        [
            kind_mark(hit.kind),
            dated(hit.date, hit.date_basis),
            hit.section or "",
            hit.url or nearby(hit.source),
            f"점수 {hit.score:.3f}" if scores else "",
        ]
    )
    return [plain(titled(hit.headline), STRONG), about, _snippet(hit, coloured=coloured)]


def _snippet(hit: Hit, *, coloured: bool) -> Text:
    """The passage piece by piece: making one piece visible must not move the marks of another."""
    line = Text(overflow="fold")
    end = 0
    for start, stop in sorted(hit.highlights):
        line.append_text(plain(hit.snippet[end:start]))
        match = hit.snippet[start:stop]
        line.append_text(plain(match, MATCH) if coloured else plain(f"{_OPEN}{match}{_CLOSE}"))
        end = max(end, stop)
    return line.append_text(plain(hit.snippet[end:]))


def found_line(results: Results, offset: int) -> str:
    """How many there are and which are shown."""
    first = offset + 1
    return f"{results.total:,}건 중 {first:,}–{offset + len(results.hits):,}"
