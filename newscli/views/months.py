"""Articles a month: a line a year, twelve small bars in it, so that gaps are seen as gaps."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text

from newscli.sheet import FAINT, STRONG, plain

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from newscli.sheet import Sheet

_HEIGHTS = "▁▂▃▄▅▆▇█"
_MOST_YEARS = 12
_MONTHS = range(1, 13)
_QUARTERS = "".join(f"{month if month % 3 == 1 else '':>2}" for month in _MONTHS)


def draw_months(sheet: Sheet, months: Sequence[tuple[str, int]]) -> None:
    """Draw the numbers of articles by month (`2025-07`), the newest years; nothing for none."""
    if not months:
        return
    numbers = dict(months)
    years = sorted({month[:4] for month in numbers})
    shown = years[-_MOST_YEARS:]
    most = max(number for month, number in numbers.items() if month[:4] in shown)
    fullest = max(month for month, number in numbers.items() if number == most)
    left_out = f" ({len(years):,}해 가운데 {len(shown)})" if len(years) > len(shown) else ""
    sheet.draw("", plain(f"달마다의 기사{left_out}", STRONG))
    sheet.draw(plain(f"      {_QUARTERS}", FAINT))
    for year in shown:
        sheet.draw(_line(year, numbers, most))
    sheet.draw(plain(f"가장 많은 달: {fullest}, {most:,}건", FAINT))


def _line(year: str, numbers: Mapping[str, int], most: int) -> Text:
    line = plain(f"{year}  ")
    for month in _MONTHS:
        number = numbers.get(f"{year}-{month:02}", 0)
        line.append_text(Text(height(number, most) * 2) if number else Text(" ·", FAINT))
    whole = sum(number for month, number in numbers.items() if month.startswith(year))
    return line.append_text(plain(f"  {whole:,}", FAINT))


def height(number: int, most: int) -> str:
    """A bar for a number that is not nothing, the fullest for `most`."""
    return _HEIGHTS[max(-(-number * len(_HEIGHTS) // most), 1) - 1]
