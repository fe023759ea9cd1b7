"""The weather that was asked for: stations that exist, days that have any."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace
from typing import TYPE_CHECKING

from archive.errors import UsageError
from newscli.command import near

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from archive import Archive
    from archive.model import Snapshot
    from newscli.filters import Days
    from newscli.session import Session

_LISTED = 20  # stations in an error


def check_stations(known: Sequence[str], wanted: Sequence[str], *, needed: bool) -> None:
    """Raise `UsageError` for a station that the archive does not know, with the near ones."""
    if needed and not wanted:
        raise UsageError("--chart에는 --station이 필요합니다.", _listed(known))
    for name in wanted:
        if name not in known:
            raise UsageError(
                f"그런 지역이 없습니다: {name}",
                near(name, known) or _listed(known),
            )


def _listed(known: Sequence[str]) -> str:
    more = f" 등 {len(known)}곳" if len(known) > _LISTED else ""
    return f"있는 지역: {', '.join(known[:_LISTED])}{more}"


def of_stations(found: Iterable[Snapshot], wanted: Sequence[str]) -> Iterator[Snapshot]:
    """The snapshots with the readings of the wanted stations only; of all where none is named."""
    for snapshot in found:
        if not wanted:
            yield snapshot
        elif kept := tuple(one for one in snapshot.readings if one.station in wanted):
            yield replace(snapshot, readings=kept)


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
