"""The weather of a day on a map of Korea: each station's sky and temperature at its place."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from rich.text import Text

from newscli.cells import width
from newscli.sheet import FAINT
from newscli.terminal import visible
from newscli.views.braille import HIGH, WIDE, Dots

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from archive.model import Reading
    from newscli.sheet import Sheet

_DATA = Path(__file__).with_name("korea.tsv")
_KM_NORTH, _KM_EAST = 111.0, 89.0  # of a degree, the second one at 36.5° north
_CELL_SHAPE = 2.0  # a cell is about twice as high as it is wide
_NORTH, _SOUTH = 38.7, 33.1  # degrees
_WEST, _EAST = 125.9, 129.7  # of the mainland; islands beyond widen the map when they are asked for
_ROWS_ROOMY, _ROWS_TIGHT, _ROOMY = 32, 24, 60  # rows of cells, by the columns of the sheet
_TRIES = (0, -1, 1, -2, 2)  # rows away from its place where a label may stand


class Place(NamedTuple):
    """Degrees north and east."""

    north: float
    east: float


class Country(NamedTuple):
    """The stations by name, and the outlines."""

    stations: Mapping[str, Place]
    outlines: Sequence[Sequence[Place]]


class _Frame(NamedTuple):
    """Which degrees the upper left corner stands for, and the cells."""

    west: float
    km_a_row: float
    columns: int
    rows: int

    def dot(self, place: Place) -> tuple[int, int]:
        km_east, km_south = (
            (place.east - self.west) * _KM_EAST,
            (_NORTH - place.north) * _KM_NORTH,
        )
        km_a_column = self.km_a_row / _CELL_SHAPE
        return round(km_east / km_a_column * WIDE), round(km_south / self.km_a_row * HIGH)

    def cell(self, place: Place) -> tuple[int, int]:
        across, down = self.dot(place)
        return min(across // WIDE, self.columns - 1), min(down // HIGH, self.rows - 1)


def country() -> Country:
    """The stations and the outlines as `korea.tsv` has them."""
    stations: dict[str, Place] = {}
    outlines: dict[str, list[Place]] = {}
    for line in _DATA.read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            what, name, north, east = line.split("\t")
            place = Place(float(north), float(east))
            if what == "station":
                stations[name] = place
            else:
                outlines.setdefault(name, []).append(place)
    return Country(stations, list(outlines.values()))


def place_of(station: str, stations: Mapping[str, Place]) -> Place | None:
    """Where a station stands; widgets write 강진군, 경주시 and 홍성(예) for 강진, 경주 and 홍성."""
    name = station.removesuffix("(예)")
    return stations.get(name) or stations.get(name[:-1] if name[-1:] in {"시", "군"} else "")


def draw_map(
    sheet: Sheet, readings: Sequence[Reading], mark: Mapping[str, tuple[str, str]]
) -> list[str]:
    """Draw the stations of a snapshot; `mark` gives the label and the style of each by name.

    Gives back the names that found no place on the map, for a list below it.
    """
    known = country()
    places = {
        reading.station: place
        for reading in readings
        if reading.station and (place := place_of(reading.station, known.stations))
    }
    frame = _frame(sheet.width, places.values())
    cells: list[list[tuple[str, str]]] = _outline(frame, known.outlines)
    left_out = [
        reading.station
        for reading in readings
        if reading.station
        and not (
            reading.station in places
            and _put(cells, frame.cell(places[reading.station]), *mark[reading.station])
        )
    ]
    for row in cells:
        text = Text(no_wrap=True)
        for character, style in row:
            text.append(character, style)
        text.rstrip()
        sheet.draw(text)
    return left_out


def _frame(columns: int, places: Iterable[Place]) -> _Frame:
    rows = _ROWS_ROOMY if columns >= _ROOMY else _ROWS_TIGHT
    west = min([_WEST, *(place.east - 0.1 for place in places)])
    return _Frame(west, (_NORTH - _SOUTH) * _KM_NORTH / rows, columns, rows)


def _outline(frame: _Frame, outlines: Iterable[Sequence[Place]]) -> list[list[tuple[str, str]]]:
    dots = Dots()
    for outline in outlines:
        for start, end in pairwise(outline):
            dots.join(frame.dot(start), frame.dot(end))
    return [
        [(dots.cell(column, row)[0], FAINT) for column in range(frame.columns)]
        for row in range(frame.rows)
    ]


def _put(cells: list[list[tuple[str, str]]], cell: tuple[int, int], label: str, style: str) -> bool:
    """Write a label at its cell, or a row or two beside it; False where all of that is taken."""
    column = min(cell[0], len(cells[0]) - width(label))
    if column < 0:
        return False
    for away in _TRIES:
        row = cell[1] + away
        if 0 <= row < len(cells) and _is_free(cells[row], column, width(label)):
            _write(cells[row], column, label, style)
            return True
    return False


def _is_free(row: Sequence[tuple[str, str]], column: int, room: int) -> bool:
    """Whether no label stands there, nor right before or behind."""
    around = row[max(column - 1, 0) : column + room + 1]
    return all(style == FAINT for _, style in around)


def _write(row: list[tuple[str, str]], column: int, label: str, style: str) -> None:
    """A wide character takes two cells: the second one stays empty."""
    for character in visible(label):
        row[column] = (character, style)
        for beside in range(1, width(character)):
            row[column + beside] = ("", style)
        column += width(character)
