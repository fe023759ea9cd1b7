"""`newscli weather`: the weather widgets that the pages carried, by day or by station."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from archive.errors import UsageError
from newscli.command import near
from newscli.completion import stations, weather_days
from newscli.documents import snapshot_document, weather_document
from newscli.filters import read_days
from newscli.options import Format, Json, NoPager, Since, Until
from newscli.output import Records, chosen, write_records
from newscli.session import session_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from archive import Archive
    from archive.model import Snapshot
    from newscli.filters import Days
    from newscli.session import Session
    from newscli.terminal import Terminal

    Drawing = Literal["table", "chart", "map"]

_LISTED = 20  # stations in an error

COLUMNS = (
    "date", "station", "sky", "temperature", "provider", "source", "sources", "stale", "same_as",
)  # fmt: skip


def weather(
    context: typer.Context,
    *,
    date: Annotated[
        str | None,
        typer.Option(
            "--date",
            metavar="D",
            help="이날. 2025-07-08, 2025-07, 어제 등",
            autocompletion=weather_days,
        ),
    ] = None,
    since: Since = None,
    until: Until = None,
    station: Annotated[
        list[str] | None,
        typer.Option(
            "--station",
            metavar="NAME",
            help="이 지역만. 여러 번 적을 수 있습니다.",
            autocompletion=stations,
        ),
    ] = None,
    chart: Annotated[
        bool,
        typer.Option("--chart", help="기온을 꺾은선으로 그립니다. 되풀이된 값은 뺍니다."),
    ] = False,
    on_map: Annotated[
        bool, typer.Option("--map", help="우리나라 지도 위에 그립니다. 하루의 날씨에 알맞습니다.")
    ] = False,
    fresh: Annotated[bool, typer.Option("--fresh", help="앞선 날을 되풀이한 값을 뺍니다.")] = False,
    format_: Format = None,
    json: Json = False,
    no_pager: NoPager = False,
) -> int:
    """기사와 함께 실린 날씨를 봅니다. 앞선 날과 똑같은 값은 되풀이라고 알립니다.

    예:
      newscli weather --date 2025-07-08 --map
      newscli weather --station 서울 --since 2025-07 --until 2025-08
      newscli weather --station 서울 --station 부산 --since 올해 --chart
    """
    session = session_of(context)
    days = read_days(since, until, date)
    terminal = session.terminal()
    format_name = chosen(
        format_ or ("table" if chart or on_map else None), json=json, terminal=terminal
    )
    wanted = tuple(dict.fromkeys(station or ()))
    with session.open() as archive:
        _check_stations(archive.stations(), wanted, needed=chart)
        found = archive.weather(since=days.since, until=days.until)
        snapshots = [
            _only(snapshot, wanted) for snapshot in found if not (fresh and snapshot.stale)
        ]
        if not snapshots:
            _say_what_there_is(session, archive, days)
    if format_name != "table":
        write_records(format_name, _records(snapshots))
    elif snapshots:
        drawn_as: Drawing = "chart" if chart else "map" if on_map else "table"
        _draw(terminal, snapshots, wanted, drawn_as, pager=not no_pager)
    return 0 if snapshots else 1


def _check_stations(known: Sequence[str], wanted: Sequence[str], *, needed: bool) -> None:
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


def _only(snapshot: Snapshot, wanted: Sequence[str]) -> Snapshot:
    if not wanted:
        return snapshot
    readings = tuple(reading for reading in snapshot.readings if reading.station in wanted)
    return replace(snapshot, readings=readings)


def _draw(
    terminal: Terminal,
    snapshots: Sequence[Snapshot],
    wanted: Sequence[str],
    drawn_as: Drawing,
    *,
    pager: bool,
) -> None:
    from newscli.sheet import Sheet
    from newscli.views.weather import draw_days, draw_lines, draw_maps, draw_series

    sheet = Sheet(terminal)
    if drawn_as == "chart":
        draw_lines(sheet, wanted, snapshots)
    elif drawn_as == "map":
        draw_maps(sheet, snapshots)
    elif wanted:
        for name in wanted:
            draw_series(sheet, name, snapshots)
    else:
        draw_days(sheet, snapshots)
    sheet.show(pager=pager)


def _say_what_there_is(session: Session, archive: Archive, days: Days) -> None:
    known = archive.weather_days()
    session.note("newscli: 그 기간의 날씨가 없습니다.")
    if known:
        session.note(f"  가까운 날: {', '.join(nearest(known, days))}")


def nearest(known: Sequence[str], days: Days) -> list[str]:
    """The last known day before the asked days and the first after, as far as there are such."""
    before = known[: bisect_left(known, days.since)][-1:] if days.since else []
    after = [day for day in known if days.until and day > days.until][:1]
    return [*before, *after] or [known[-1]]


def _records(snapshots: Sequence[Snapshot]) -> Records:
    return Records(
        document=weather_document(snapshots),
        items=[snapshot_document(snapshot) for snapshot in snapshots],
        columns=COLUMNS,
        rows=[
            (
                snapshot.date, reading.station, reading.sky, reading.temperature,
                snapshot.provider, snapshot.source, snapshot.sources, snapshot.stale,
                " ".join(snapshot.same_as),
            )
            for snapshot in snapshots
            for reading in snapshot.readings
        ],
        ids=list(dict.fromkeys(snapshot.date for snapshot in snapshots if snapshot.date)),
    )  # fmt: skip
