"""Write weather snapshots: a set of readings on a day is kept once, whoever carries it."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence

from archive.model import Weather


def add(
    connection: sqlite3.Connection,
    page_id: int,
    date: str | None,
    weather: Weather | None,
    digest: int,
) -> int:
    """Put a page's widget in. The number of new snapshots: 1, or 0 for a known or missing one."""
    if weather is None or not weather.readings:
        return 0
    known = connection.execute(
        "SELECT id FROM snapshots WHERE digest = ? AND date IS ? AND provider IS ?",
        (digest, date, weather.provider),
    ).fetchone()
    snapshot_id = known[0] if known else _insert(connection, date, weather, digest)
    connection.execute(
        "INSERT OR IGNORE INTO snapshot_pages (snapshot_id, page_id) VALUES (?, ?)",
        (snapshot_id, page_id),
    )
    return 0 if known else 1


def leave(connection: sqlite3.Connection, page_ids: Sequence[int]) -> None:
    """Take pages out of the snapshots, and with them the snapshots that no page carries."""
    for page_id in page_ids:
        snapshots = connection.execute(
            "DELETE FROM snapshot_pages WHERE page_id = ? RETURNING snapshot_id", (page_id,)
        ).fetchall()
        connection.executemany(
            """
            DELETE FROM snapshots WHERE id = ?
            AND NOT EXISTS (SELECT 1 FROM snapshot_pages WHERE snapshot_id = snapshots.id)
            """,
            snapshots,
        )


def _insert(connection: sqlite3.Connection, date: str | None, weather: Weather, digest: int) -> int:
    (snapshot_id,) = connection.execute(
        "INSERT INTO snapshots (date, provider, digest) VALUES (?, ?, ?) RETURNING id",
        (date, weather.provider, digest),
    ).fetchone()
    connection.executemany(
        "INSERT OR IGNORE INTO stations (name) VALUES (?)",
        ((reading.station,) for reading in weather.readings if reading.station),
    )
    connection.executemany(
        """
        INSERT INTO readings (snapshot_id, position, station_id, sky, temperature)
        VALUES (?, ?, (SELECT id FROM stations WHERE name = ?), ?, ?)
        """,
        (
            (snapshot_id, position, reading.station, reading.sky, reading.temperature)
            for position, reading in enumerate(weather.readings)
        ),
    )
    return int(snapshot_id)
