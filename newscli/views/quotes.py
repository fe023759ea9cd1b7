"""Quotations: the words, then who said them and where."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.padding import Padding

from newscli.sheet import FAINT, IDENTITY, STRONG, joined, plain
from newscli.views.words import titled

if TYPE_CHECKING:
    from collections.abc import Iterable

    from archive.model import Quotation
    from newscli.sheet import Sheet


def draw_quotes(sheet: Sheet, found: Iterable[Quotation]) -> None:
    """Draw the quotations in their order."""
    for quotation in found:
        sheet.draw(plain(f"“{quotation.text}”"))
        about = joined(
            [
                plain(quotation.speaker or "말한 이 모름", STRONG),
                plain(f"#{quotation.article}", IDENTITY),
                plain(quotation.date or "", FAINT),
                plain(titled(quotation.headline), FAINT),
            ]
        )
        sheet.draw(Padding(about, (0, 0, 1, 2)))
