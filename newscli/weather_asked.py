"""The weather that was asked for: stations that exist, days that have any."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace
from typing import TYPE_CHECKING

from archive.errors import UsageError
from newscli.command import near

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from archive import Archive
    from archive.model import Snapshot
    from newscli.filters import Days
    from newscli.session import Session

    Lines = Mapping[str, Sequence[tuple[str, float]]]  # by station: (ISO day, °C), days in order

MOST_LINES = 6  # in a chart: it has as many colours
_CAPITAL = "서울"
_NO_SKY = frozenset({"-", "–", ""})


def check_stations(known: Sequence[str], wanted: Sequence[str]) -> None:
    """Raise `UsageError` for a station that the archive does not know, with the near ones."""
    for name in wanted:
        if name not in known:
            raise UsageError(
                f"그런 지역이 없습니다: {name}",
                near(name, known) or f"있는 지역: {', '.join(known)}",
            )


def charted(snapshots: Iterable[Snapshot], wanted: Sequence[str]) -> Lines:
    """A line of (day, °C) a wanted station, or a station that has any where none is named.

    A day counts once, and a value that repeats an earlier day's not.
    """
    lines: dict[str, dict[str, float]] = {name: {} for name in wanted}
    for snapshot in sorted(snapshots, key=lambda snapshot: snapshot.date or ""):
        if snapshot.date is None or snapshot.stale:
            continue
        for reading in snapshot.readings:
            if reading.temperature is None or not reading.station:
                continue
            if not wanted or reading.station in wanted:
                line = lines.setdefault(reading.station, {})
                line.setdefault(snapshot.date, reading.temperature)
    return {name: tuple(line.items()) for name, line in lines.items() if line}


def readable(lines: Lines) -> Lines:
    """As many lines as an eye can tell apart: Seoul's, then those with the most values."""
    if len(lines) <= MOST_LINES:
        return lines
    ranked = sorted(lines, key=lambda name: (name != _CAPITAL, -len(lines[name])))
    return {name: lines[name] for name in ranked[:MOST_LINES]}


def of_stations(found: Iterable[Snapshot], wanted: Sequence[str]) -> Iterator[Snapshot]:
    """The snapshots with the readings of the wanted stations only; of all where none is named."""
    for snapshot in found:
        if not wanted:
            yield snapshot
        elif kept := tuple(one for one in snapshot.readings if one.station in wanted):
            yield replace(snapshot, readings=kept)


def skies_known(found: Iterable[Snapshot]) -> Iterator[Snapshot]:
    """The snapshots with no sky where the page has a hyphen: it says that the word is missing."""
    for snapshot in found:
        readings = tuple(
            replace(one, sky=None) if one.sky in _NO_SKY else one for one in snapshot.readings
        )
        yield replace(snapshot, readings=readings)


def say_what_there_is(session: Session, archive: Archive, days: Days) -> None:
    """Tell which days have weather, when the asked ones have none."""
    known = archive.weather_days()
    session.note("newscli: 그 기간의 날씨가 없습니다.")
    if known:
        session.note(f"  가까운 날: {', '.join(nearest(known, days))}")


def nearest(known: Sequence[str], days: Days) -> list[str]:
    """The last known day before the asked days and the first after, as far as there are such."""
    before = known[: bisect_left(known, days.since)][-1:] if days.since else []
    after = [day for day in known if days.until and day > days.until][:1]
    return [*before, *after] or [known[-1]]
