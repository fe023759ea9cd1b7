"""One name on a page: who it is, when it was in the news, beside whom, and what it said."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newscli.sheet import FAINT, STRONG, joined, plain
from newscli.views.listing import draw_listing
from newscli.views.quotes import draw_quotes
from newscli.views.stats import draw_chart
from newscli.views.words import KINDS, dated_role

if TYPE_CHECKING:
    from archive.model import EntitySummary, Portrait
    from newscli.sheet import Sheet

_MONTHS = 12
_ROLES = 12
_RULE = "─"


def draw_portrait(sheet: Sheet, portrait: Portrait) -> None:
    """Draw all that is known, part by part; a part that is empty is left out. Of several people of
    one name, each for himself.
    """
    if not portrait.people:
        _draw_one(sheet, portrait)
        return
    sheet.draw(plain(f"이름이 같은 사람 {len(portrait.people)}명", FAINT), "")
    for number, person in enumerate(portrait.people):
        if number:
            sheet.draw("", plain(_RULE * sheet.width, FAINT))
        _draw_one(sheet, person)


def _draw_one(sheet: Sheet, portrait: Portrait) -> None:
    for sense in portrait.senses:
        _draw_sense(sheet, sense)
    for role in portrait.roles[:_ROLES]:
        sheet.draw(plain(f"  {dated_role(role)}"))
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
    others = " ".join(f"= {alias}" for alias in sense.aliases if alias != sense.name)
    sheet.draw(joined([plain(sense.name, STRONG), KINDS[sense.kind], others]))
