"""A line chart of temperatures over days, drawn in braille dots; a day without a value stays open.

Kept here rather than taken from a plotting library: those that were tried join the points on both
sides of a gap, or measure a Hangul name as if each syllable took one cell.
"""

from __future__ import annotations

from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from rich.text import Text

from newscli.cells import pad, width
from newscli.sheet import FAINT, plain
from newscli.views.braille import HIGH, WIDE, Dots

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from newscli.sheet import Sheet

ROWS = 14  # cells: leaves room for a prompt on a screen of 24 lines
_LEAST_COLUMNS = 10
_AXIS = 7  # cells of the scale on the left
# As light as the scale of temperatures, so as readable on dark and on light.
COLOURS = ("#4d7cca", "#ac6e00", "#00956b", "#be5a55", "#758719", "#8a69be")
_STEPS = (1, 2, 5, 10, 20)  # °C between the lines of the scale
_MOST_MARKS = 6


class Frame(NamedTuple):
    """Which days and degrees the canvas stands for, and its size in dots."""

    first: int
    last: int
    low: float
    high: float
    dots_wide: int
    dots_high: int

    def place(self, day: int, degrees: float) -> tuple[int, int]:
        """The dot of a value, counted from the upper left."""
        across = (day - self.first) / max(self.last - self.first, 1)
        down = (self.high - degrees) / (self.high - self.low)
        return round(across * (self.dots_wide - 1)), round(down * (self.dots_high - 1))

    def row(self, day: str, degrees: float) -> int:
        """The row of cells of a value."""
        return self.place(date.fromisoformat(day).toordinal(), degrees)[1] // HIGH


def draw_chart(sheet: Sheet, series: Mapping[str, Sequence[tuple[str, float]]]) -> None:
    """Draw a line a name; the points are (ISO day, °C), the days in order. Each line ends in its
    name and its last value.
    """
    days = [date.fromisoformat(day).toordinal() for line in series.values() for day, _ in line]
    values = [degrees for line in series.values() for _, degrees in line]
    labels = {name: f" {name} {line[-1][1]:.1f}℃" for name, line in series.items() if line}
    room = max(width(label) for label in labels.values())
    columns = max(sheet.width - _AXIS - room, _LEAST_COLUMNS)
    marks = scale(min(values), max(values))
    frame = Frame(min(days), max(days), marks[0], marks[-1], columns * WIDE, ROWS * HIGH)
    dots = Dots()
    ends: list[tuple[int, int, str]] = []
    for number, (name, line) in enumerate(series.items()):
        _draw_line(dots, frame, line, number)
        if line:
            ends.append((frame.row(*line[-1]), number, labels[name]))
    beside = _spread(ends)
    at = {frame.place(frame.first, mark)[1] // HIGH: mark for mark in marks}
    for row in range(ROWS):
        head = f"{at[row]:4.0f}℃  " if row in at else " " * _AXIS
        text = Text(head, FAINT, no_wrap=True).append_text(_row(dots, row, columns))
        if row in beside:
            number, label = beside[row]
            text.append_text(plain(label, COLOURS[number % len(COLOURS)]))
        sheet.draw(text)
    sheet.draw(plain(" " * _AXIS + _days(frame, columns), FAINT))


def scale(low: float, high: float) -> list[float]:
    """Round degrees from just below the lowest to just above the highest value."""
    for step in _STEPS:
        first, last = int(low // step) * step, int(-(-high // step)) * step
        if (last - first) // step < _MOST_MARKS:
            break
    if first == last:
        last = first + step
    return [float(mark) for mark in range(first, last + step, step)]


def _days(frame: Frame, columns: int) -> str:
    first, last = (date.fromordinal(day).isoformat() for day in (frame.first, frame.last))
    if first == last or width(first) * 2 + 1 > columns:
        return first if first == last else f"{first}–{last}"
    return pad(first, columns - width(last)) + last


def _spread(ends: Sequence[tuple[int, int, str]]) -> dict[int, tuple[int, str]]:
    """The labels by row, each as near to the end of its line as the others leave room."""
    taken: dict[int, tuple[int, str]] = {}
    for wanted, number, label in sorted(ends):
        free = [row for row in range(ROWS) if row not in taken]
        if free:
            row = min(free, key=lambda row: (abs(row - wanted), row))
            taken[row] = (number, label)
    return taken


def _draw_line(dots: Dots, frame: Frame, line: Sequence[tuple[str, float]], number: int) -> None:
    """Join the values of neighbouring days; each value becomes a small block of dots."""
    points = [(date.fromisoformat(day).toordinal(), degrees) for day, degrees in line]
    for point in points:
        across, down = frame.place(*point)
        for dot in ((across, down), (across ^ 1, down), (across, down ^ 1)):
            dots.put(dot, number)
    for before, after in pairwise(points):
        if after[0] - before[0] <= 1:
            dots.join(frame.place(*before), frame.place(*after), number)


def _row(dots: Dots, row: int, columns: int) -> Text:
    text = Text()
    for column in range(columns):
        character, number = dots.cell(column, row)
        text.append(character, COLOURS[number % len(COLOURS)])
    return text
