"""A list of articles: a table where there is room for one, blocks of two lines where not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.console import Group
from rich.table import Table

from newscli.sheet import FAINT, IDENTITY, STRONG, joined, plain
from newscli.views.words import dated, kind_mark, titled

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rich.text import Text

    from archive.model import Listing
    from newscli.sheet import Sheet

_ROOM_FOR_TABLE = 72


def draw_listing(sheet: Sheet, listings: Sequence[Listing]) -> None:
    """Draw the articles in their order."""
    if sheet.width >= _ROOM_FOR_TABLE:
        sheet.draw(_table(listings))
    else:
        widest = max((len(str(listing.id)) for listing in listings), default=1)
        sheet.draw(*(_block(listing, widest) for listing in listings))


def _table(listings: Sequence[Listing]) -> Table:
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style=FAINT)
    table.add_column("번호", justify="right", style=IDENTITY, no_wrap=True)
    table.add_column("날짜", no_wrap=True)
    sections = any(listing.section for listing in listings)
    if sections:
        table.add_column("분야", overflow="fold", max_width=16)
    table.add_column("제목", overflow="fold", ratio=1)
    for listing in listings:
        table.add_row(
            str(listing.id),
            plain(dated(listing.date, listing.date_basis)),
            *([plain(listing.section or "", FAINT)] if sections else []),
            _title(listing),
        )
    return table


def _block(listing: Listing, widest: int) -> Table:
    grid = Table.grid(padding=(0, 1))
    grid.add_column(justify="right", no_wrap=True, style=IDENTITY, min_width=widest)
    grid.add_column(overflow="fold")
    about = joined([dated(listing.date, listing.date_basis), listing.section or ""])
    grid.add_row(str(listing.id), Group(_title(listing), about))
    return grid


def _title(listing: Listing) -> Text:
    mark = kind_mark(listing.kind)
    title = plain(titled(listing.headline, listing.lead), STRONG if not mark else "")
    return title.append_text(plain(f" {mark}", FAINT)) if mark else title
