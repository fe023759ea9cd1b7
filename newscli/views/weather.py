"""Weather widgets: a day's stations, or one station through the days, hot and cold to be seen."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from rich.table import Table
from rich.text import Text

from newscli.sheet import FAINT, STRONG, joined, plain
from newscli.views.korea import draw_map
from newscli.views.stats import bar
from newscli.views.words import nearby

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from archive.model import Reading, Snapshot
    from newscli.sheet import Sheet

    Ends = tuple[float, float] | None

# The first word that the sky contains decides. None of the glyphs is wide or of ambiguous width.
_GLYPHS = (
    ("천둥", "↯"),
    ("번개", "↯"),
    ("진눈깨비", "☃"),
    ("눈", "❄"),
    ("비", "☂"),
    ("소나기", "☂"),
    ("안개", "≋"),
    ("연무", "≋"),
    ("박무", "≋"),
    ("황사", "⁘"),
    ("구름조금", "◔"),
    ("구름많", "◕"),
    ("흐림", "☁"),
    ("흐리", "☁"),
    ("맑", "☀"),
)

# OKLCH (Björn Ottosson, 2020): lightness .59, chroma .13, hue from 260° (cold) to 25° (hot) in
# eleven even steps, cut to sRGB: equally light, and as far from black as from white.
SCALE = (
    "#4d7cca",
    "#0087c0",
    "#0090ab",
    "#00958e",
    "#00956b",
    "#4a9045",
    "#758719",
    "#957b00",
    "#ac6e00",
    "#ba622e",
    "#be5a55",
)
_WIDEST_BAR, _LEAST_BAR = 30, 8  # cells
_LEAST_SHARE = 0.01  # the coldest place has a bar too

_COLDEST, _HOTTEST = -15.0, 35.0  # °C: beyond these the colour stays


def glyph(sky: str | None) -> str:
    """A glyph for a sky word; `-` where the word is missing or says nothing that we know."""
    for word, sign in _GLYPHS:
        if sky and word in sky:
            return sign
    return "-"


def colour(temperature: float) -> str:
    """The colour of a temperature in °C."""
    share = (temperature - _COLDEST) / (_HOTTEST - _COLDEST)
    return SCALE[min(max(round(share * (len(SCALE) - 1)), 0), len(SCALE) - 1)]


def draw_days(sheet: Sheet, snapshots: Sequence[Snapshot]) -> None:
    """Draw each snapshot as a table of its stations, the highest and the lowest marked."""
    for number, snapshot in enumerate(snapshots):
        if number:
            sheet.draw("")
        sheet.draw(plain(_title(snapshot), STRONG))
        for line in _stale_lines(snapshot):
            sheet.draw(plain(line, FAINT))
        rows = [(plain(reading.station or "?"), reading) for reading in snapshot.readings]
        sheet.draw(_grid(rows, sheet.width))


def _title(snapshot: Snapshot) -> str:
    date = snapshot.date or "날짜 모름"
    pages = f"{snapshot.sources:,}쪽에 실림" if snapshot.sources > 1 else nearby(snapshot.source)
    return " · ".join(part for part in (date, snapshot.provider, pages) if part)


def _stale_lines(snapshot: Snapshot) -> Iterable[str]:
    days = ", ".join(snapshot.same_as)
    if snapshot.stale:
        yield f"되풀이된 값입니다: {days}에도 똑같이 실렸습니다."
    elif days:
        yield f"이 값이 {days}에 되풀이되었습니다."


def draw_series(sheet: Sheet, station: str, snapshots: Sequence[Snapshot]) -> None:
    """Draw one station through the days, oldest first; `⋮` stands for a gap, a repeat says so."""
    rows: list[tuple[Text, Reading]] = []
    before: str | None = None
    for snapshot in sorted(snapshots, key=lambda snapshot: snapshot.date or ""):
        gap = before and snapshot.date and _days_between(before, snapshot.date) > 1
        before = snapshot.date
        mark = " 되풀이" if snapshot.stale else ""
        name = plain(
            f"{'⋮' if gap else ' '} {snapshot.date or '날짜 모름'}{mark}",
            FAINT if snapshot.stale else "",
        )
        rows.extend((name, reading) for reading in snapshot.readings if reading.station == station)
    sheet.draw(plain(station, STRONG), _grid(rows, sheet.width))


def draw_maps(sheet: Sheet, snapshots: Sequence[Snapshot]) -> None:
    """Draw each snapshot as a map, highest and lowest marked; below it what found no place."""
    for snapshot in snapshots:
        sheet.draw(plain(_title(snapshot), STRONG))
        for line in _stale_lines(snapshot):
            sheet.draw(plain(line, FAINT))
        ends = extremes(snapshot.readings)
        labels = {reading.station or "?": _label(reading, ends) for reading in snapshot.readings}
        left_out = draw_map(sheet, snapshot.readings, labels)
        if left_out:
            shown = ", ".join(labels[name][0] for name in left_out)
            sheet.draw(plain(f"지도에 자리가 없는 곳: {shown}", FAINT))


def _label(reading: Reading, ends: Ends) -> tuple[str, str]:
    name, temperature = reading.station or "?", reading.temperature
    if temperature is None:
        return f"{glyph(reading.sky)}{name} -", "default"
    mark = ("▼", "▲")[temperature == ends[1]] if ends and temperature in ends else ""
    return f"{glyph(reading.sky)}{name} {temperature:.1f}{mark}", colour(temperature)


def _days_between(before: str, after: str) -> int:
    return (date.fromisoformat(after) - date.fromisoformat(before)).days


def _grid(rows: Sequence[tuple[Text, Reading]], width: int) -> Table:
    grid = Table.grid(padding=(0, 2 if width >= 50 else 1))
    grid.add_column(overflow="fold")
    grid.add_column(no_wrap=True)
    grid.add_column(overflow="fold")
    grid.add_column(justify="right", no_wrap=True)
    grid.add_column(no_wrap=True)
    ends = extremes(reading for _, reading in rows)
    for name, reading in rows:
        sky = reading.sky or ""
        degrees, place = _temperature(reading.temperature, ends, width - 46)
        grid.add_row(name, glyph(sky), plain(sky), degrees, place)
    return grid


def extremes(readings: Iterable[Reading]) -> Ends:
    """The lowest and the highest temperature; None where all are alike."""
    known = {reading.temperature for reading in readings if reading.temperature is not None}
    return (min(known), max(known)) if len(known) > 1 else None


def _temperature(temperature: float | None, ends: Ends, room: int) -> tuple[Text, Text]:
    """The degrees, and a bar for where they stand between the lowest and the highest."""
    if temperature is None:
        return Text("-", FAINT), Text()
    degrees = Text(f"{temperature:.1f}℃", colour(temperature))
    if ends is None:
        return degrees, Text()
    lowest, highest = ends
    share = (temperature - lowest) / (highest - lowest)
    drawn = bar(max(share, _LEAST_SHARE), min(room, _WIDEST_BAR)) if room >= _LEAST_BAR else ""
    word = {highest: "최고", lowest: "최저"}.get(temperature, "")
    return degrees, joined([Text(drawn, colour(temperature)), Text(word, STRONG)], " ")
