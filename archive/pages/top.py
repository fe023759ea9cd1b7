"""The top of a page: its date, the weather widget, menus and tool lines."""

from __future__ import annotations

from archive.model import Reading, Weather

from . import dates
from .shapes import is_prose
from .sheet import Sheet
from .widget import find_widget


def read_weather(sheet: Sheet) -> tuple[Weather | None, int]:
    """The widget of the page, its lines marked, and the index of the line behind it (0: none)."""
    found = find_widget(sheet.lines, sheet.text)
    if found is None:
        return None, 0
    readings: list[Reading] = []
    for at, reading in found.readings:
        sheet.mark(at, "reading", "기온이 적힌 줄이 이어짐")
        readings.append(reading)
    for at in found.extras:
        sheet.mark(at, "reading", "기온 줄에 딸린 습도")
    provider = None
    behind = max([at for at, _ in found.readings] + list(found.extras)) + 1
    if found.provider:
        at, provider = found.provider
        sheet.mark(at, "provider", "날씨 아래 ‘제공’")
        behind = at + 1
    return Weather(provider, tuple(readings)), behind


def read_page_date(sheet: Sheet, behind: int) -> str | None:
    """The day the page was fetched: a date that opens the page, stands above the widget, or with
    its weekday between widget and article.
    """
    content = 0
    for at, line in enumerate(sheet.lines):
        if not sheet.free(at):
            continue
        words = line.words
        if is_prose(words):
            return None
        if dates.is_yearless_date(words):
            sheet.mark(at, "page_date", "연도 없는 날짜")
            return None
        day = dates.page_date(words)
        if day and _tells_the_page(words, above=at < behind or content == 0, widget=behind > 0):
            sheet.mark(at, "page_date", "페이지를 받은 날: 홀로 선 날짜")
            return day
        if sheet.kind(at) not in ("furniture", "label", "end"):
            content += 1
        if content > 30:
            return None
    return None


def _tells_the_page(words: str, *, above: bool, widget: bool) -> bool:
    """Whether a date is the page's own: it stands above everything, or beside a widget with its
    weekday. Below a headline, or with a clock, it is the article's.
    """
    return above or (widget and dates.has_weekday(words) and not dates.has_clock(words))


def read_menus(sheet: Sheet, behind: int) -> int:
    """Mark what stands before the article and belongs to the site; return where the content
    begins.

    Everything above the widget is the site's. Below it, list bullets of menus and tool lines are.
    """
    for at in range(behind):
        if sheet.free(at):
            sheet.mark(at, "furniture", "날씨 위의 차림표")
    at = behind
    while at < len(sheet):
        line = sheet.lines[at]
        if sheet.free(at):
            kind = sheet.kind(at)
            menu_bullet = line.bullet and kind == "short" and len(line.words) <= 14
            if (
                kind in ("furniture", "more")
                or menu_bullet
                or (kind == "end" and behind and line.words != "(끝)")
            ):
                sheet.mark(at, "furniture", "차림표")
            else:
                return at
        at += 1
    return at
