"""One name on a page: who it is, when it was in the news, beside whom, and what it said."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newscli.sheet import FAINT, STRONG, joined, plain
from newscli.views.listing import draw_listing
from newscli.views.quotes import draw_quotes
from newscli.views.stats import draw_chart
from newscli.views.words import KINDS

if TYPE_CHECKING:
    from archive.model import EntitySummary
    from newscli.portrait import Portrait
    from newscli.sheet import Sheet

_MONTHS = 12


def draw_portrait(sheet: Sheet, portrait: Portrait) -> None:
    """Draw all that is known, part by part; a part that is empty is left out."""
    for sense in portrait.senses:
        _draw_sense(sheet, sense)
    sheet.draw(plain(f"기사 {portrait.articles:,}건", FAINT))
    draw_chart(sheet, "달", portrait.timeline[-_MONTHS:], len(portrait.timeline))
    if portrait.company:
        beside = joined([f"{one.name} {one.articles:,}" for one in portrait.company])
        sheet.draw("", plain("함께 나온 이름", STRONG), beside)
    if portrait.quotes:
        sheet.draw("", plain("한 말", STRONG))
        draw_quotes(sheet, portrait.quotes)
    else:
        sheet.draw("")
    sheet.draw(plain("새 기사", STRONG))
    draw_listing(sheet, portrait.newest)


def _draw_sense(sheet: Sheet, sense: EntitySummary) -> None:
    about = joined(
        [
            plain(sense.name, STRONG),
            KINDS[sense.kind],
            ", ".join(sense.roles),
            " ".join(f"= {alias}" for alias in sense.aliases if alias != sense.name),
        ]
    )
    sheet.draw(about)
