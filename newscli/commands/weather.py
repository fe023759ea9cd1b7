"""`newscli weather`: the weather widgets that the pages carried, by day or by station."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from archive.errors import UsageError
from newscli import options
from newscli.completion import stations, weather_days
from newscli.documents import snapshot_document, weather_document
from newscli.filters import read_days
from newscli.output import Records, chosen, write_records
from newscli.session import session_of
from newscli.weather_asked import (
    charted,
    check_stations,
    of_stations,
    readable,
    say_what_there_is,
    skies_known,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from archive.model import Snapshot
    from newscli.session import Session
    from newscli.terminal import Terminal
    from newscli.weather_asked import Lines

COLUMNS = (
    "date", "station", "sky", "temperature", "provider", "source", "sources", "stale", "same_as",
)  # fmt: skip


Date = Annotated[
    str | None,
    typer.Option(
        "--date",
        metavar="D",
        help="이날. 2025-07-08, 2025-07, 어제 등",
        autocompletion=weather_days,
    ),
]
Station = Annotated[
    list[str] | None,
    typer.Option(
        "--station",
        metavar="NAME",
        help="이 지역만. 여러 번 적을 수 있습니다.",
        autocompletion=stations,
    ),
]
Chart = Annotated[
    bool, typer.Option("--chart", help="기온을 꺾은선으로 그립니다. 되풀이된 값은 뺍니다.")
]
OnMap = Annotated[
    bool, typer.Option("--map", help="우리나라 지도 위에 그립니다. 하루의 날씨에 알맞습니다.")
]
Fresh = Annotated[
    bool, typer.Option("--fresh", help="앞선 날을 되풀이한 값을 뺍니다. --station의 기본입니다.")
]
Stale = Annotated[bool, typer.Option("--stale", help="--station에서도 되풀이된 값을 보입니다.")]


def weather(
    context: typer.Context,
    *,
    date: Date = None,
    since: options.Since = None,
    until: options.Until = None,
    station: Station = None,
    chart: Chart = False,
    on_map: OnMap = False,
    fresh: Fresh = False,
    stale: Stale = False,
    format_: options.Format = None,
    json: options.Json = False,
    no_pager: options.NoPager = False,
) -> int:
    """기사와 함께 실린 날씨를 봅니다. 앞선 날과 똑같은 값은 되풀이라고 알리고, 한 지역을
    이어서 볼 때는 뺍니다.

    예:
      newscli weather --date 2025-07-08 --map
      newscli weather --station 서울 --since 2025-07 --until 2025-08
      newscli weather --station 서울 --station 부산 --since 올해 --chart
    """
    session = session_of(context)
    days = read_days(since, until, date)
    terminal = session.terminal()
    drawn = (chart or on_map) and not json
    format_name = chosen(format_ or ("table" if drawn else None), json=json, terminal=terminal)
    wanted = tuple(dict.fromkeys(station or ()))
    if fresh and stale:
        raise UsageError("--fresh와 --stale은 함께 쓸 수 없습니다.")
    repeats = stale or not (fresh or (wanted and date is None))
    with session.open() as archive:
        check_stations(archive.stations(), wanted)
        known = skies_known(archive.weather(since=days.since, until=days.until))
        found = list(of_stations(known, wanted))
        snapshots = found if repeats else [one for one in found if not one.stale]
        if not found:
            say_what_there_is(session, archive, days)
    if len(snapshots) < len(found) and not fresh:
        session.note(f"되풀이된 값 {len(found) - len(snapshots):,}개를 뺐습니다. 보려면: --stale")
    if format_name != "table":
        write_records(format_name, _records(snapshots))
        return 0 if snapshots else 1
    if not snapshots:
        return 1
    lines = _lines(session, snapshots, wanted) if chart else {}
    if chart and not lines and not on_map:
        return 1
    _show(terminal, snapshots, wanted, lines, on_map=on_map, pager=not no_pager)
    return 0


def _lines(session: Session, snapshots: Sequence[Snapshot], wanted: Sequence[str]) -> Lines:
    """The lines of the chart; where some are left out, or none has a value, a note says so."""
    found = charted(snapshots, wanted)
    if not found:
        session.note("newscli: 그릴 값이 없습니다: 날짜를 아는, 되풀이되지 않은 기온이 없습니다.")
    lines = found if wanted else readable(found)
    if len(lines) < len(found):
        session.note(
            f"지역 {len(found)}곳 가운데 {len(lines)}곳만 그렸습니다. 고르려면: --station 이름"
        )
    return lines


def _show(
    terminal: Terminal,
    snapshots: Sequence[Snapshot],
    wanted: Sequence[str],
    lines: Lines,
    *,
    on_map: bool,
    pager: bool,
) -> None:
    """Draw the map, the chart, or both; the tables where neither was asked for."""
    from newscli.sheet import Sheet
    from newscli.views.chart import draw_chart
    from newscli.views.weather import draw_days, draw_maps, draw_series

    sheet = Sheet(terminal)
    if on_map:
        draw_maps(sheet, snapshots)
    if on_map and lines:
        sheet.draw("")
    if lines:
        draw_chart(sheet, lines)
    elif wanted and not on_map:
        for name in wanted:
            draw_series(sheet, name, snapshots)
    elif not on_map:
        draw_days(sheet, snapshots)
    sheet.show(pager=pager)


def _records(snapshots: Sequence[Snapshot]) -> Records:
    return Records(
        document=lambda: weather_document(snapshots),
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
