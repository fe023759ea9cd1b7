"""Snapshots by day, once however many pages carry them, and honest about repeating themselves."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from archive.model import Page, Reading, Weather
from archive.store.file.connection import connect_reading
from archive.store.reading.weather import days, stations, weather
from archive.store.writing.write import Writer

WriteSource = Callable[..., None]

MILD = Weather("기상청", (Reading("맑음", "서울", 11.5), Reading(None, "제주", None)))
COLD = Weather("기상청", (Reading("눈", "서울", -3.0), Reading("-", "거제", 0.0)))


def fill(writer: Writer, write_source: WriteSource) -> None:
    for name, day, widget in (
        ("a", "2025-03-01", MILD),
        ("b", "2025-03-01", MILD),
        ("c", "2025-03-02", MILD),
        ("d", "2025-03-02", COLD),
        ("e", None, COLD),
    ):
        write_source(writer, f"/dumps/{name}.txt", Page(page_date=day, weather=widget))


def test_a_snapshot_that_repeats_an_earlier_day_is_stale(
    database: Path, writer: Writer, write_source: WriteSource
) -> None:
    fill(writer, write_source)
    connection = connect_reading(database)
    told = [(s.date, s.sources, s.stale, s.same_as) for s in weather(connection)]
    connection.close()
    assert told == [
        (None, 1, False, ("2025-03-02",)),
        ("2025-03-01", 2, False, ("2025-03-02",)),
        ("2025-03-02", 1, True, ("2025-03-01",)),
        ("2025-03-02", 1, False, ()),
    ]


def test_readings_come_back_in_the_order_of_the_page(
    database: Path, writer: Writer, write_source: WriteSource
) -> None:
    fill(writer, write_source)
    connection = connect_reading(database)
    first, *_ = weather(connection, since="2025-03-01", until="2025-03-01")
    assert first.readings == MILD.readings
    assert [s.readings for s in weather(connection, station="거제", since="2025-01-01")] == [
        (Reading("-", "거제", 0.0),)
    ]
    assert days(connection) == ("2025-03-01", "2025-03-02")
    assert set(stations(connection)) == {"서울", "제주", "거제"}
    connection.close()


def test_a_snapshot_goes_with_the_last_page_that_carried_it(
    database: Path, writer: Writer, write_source: WriteSource
) -> None:
    fill(writer, write_source)
    writer.forget("/dumps/a.txt")
    writer.forget("/dumps/d.txt")
    writer.commit()
    connection = connect_reading(database)
    assert [(s.date, s.sources) for s in weather(connection)] == [
        (None, 1),
        ("2025-03-01", 1),
        ("2025-03-02", 1),
    ]
    connection.close()
