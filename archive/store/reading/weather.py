"""Read the weather: snapshots by day and station, and on which other days the same was shown."""

from __future__ import annotations

import sqlite3

from archive.model import Reading, Snapshot


def weather(
    connection: sqlite3.Connection,
    *,
    since: str | None = None,
    until: str | None = None,
    station: str | None = None,
) -> tuple[Snapshot, ...]:
    """Snapshots from `since` to `until` (ISO days, inclusive), oldest first, with the readings of
    one station or of all; a snapshot without that station is left out.
    """
    conditions, values = ["1"], list[str]()
    for sql, value in (("date >= ?", since), ("date <= ?", until)):
        if value is not None:
            conditions.append(sql)
            values.append(value)
    rows = connection.execute(
        f"""
        SELECT id, date, provider, digest FROM snapshots WHERE {" AND ".join(conditions)}
        ORDER BY date, id
        """,
        values,
    ).fetchall()
    snapshots = (_snapshot(connection, row, station) for row in rows)
    return tuple(snapshot for snapshot in snapshots if snapshot.readings)


def days(connection: sqlite3.Connection) -> tuple[str, ...]:
    """The days that have a snapshot, oldest first."""
    rows = connection.execute(
        "SELECT DISTINCT date FROM snapshots WHERE date IS NOT NULL ORDER BY date"
    )
    return tuple(day for (day,) in rows)


def stations(connection: sqlite3.Connection) -> tuple[str, ...]:
    """The names of all stations, in the order in which they were first seen."""
    return tuple(name for (name,) in connection.execute("SELECT name FROM stations ORDER BY id"))


def _snapshot(
    connection: sqlite3.Connection,
    row: tuple[int, str | None, str | None, int],
    station: str | None,
) -> Snapshot:
    snapshot_id, date, provider, digest = row
    pages = connection.execute(
        """
        SELECT sources.path FROM snapshot_pages
        JOIN pages ON pages.id = snapshot_pages.page_id
        JOIN sources ON sources.id = pages.source_id
        WHERE snapshot_pages.snapshot_id = ? ORDER BY pages.id
        """,
        (snapshot_id,),
    ).fetchall()
    same_as = tuple(
        day
        for (day,) in connection.execute(
            """
            SELECT DISTINCT date FROM snapshots
            WHERE digest = ? AND date IS NOT ? AND date IS NOT NULL ORDER BY date
            """,
            (digest, date),
        )
    )
    readings = connection.execute(
        """
        SELECT readings.sky, stations.name, readings.temperature
        FROM readings LEFT JOIN stations ON stations.id = readings.station_id
        WHERE readings.snapshot_id = :id AND (:station IS NULL OR stations.name = :station)
        ORDER BY readings.position
        """,
        {"id": snapshot_id, "station": station},
    )
    return Snapshot(
        date=date,
        provider=provider,
        source=pages[0][0],
        sources=len(pages),
        stale=date is not None and any(day < date for day in same_as),
        same_as=same_as,
        readings=tuple(Reading(*reading) for reading in readings),
    )
