"""Count what the archive holds."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from archive.model import Stats

MOST_COMMON = 10
"""Sections and sites that are listed by name."""


def stats(connection: sqlite3.Connection, path: Path) -> Stats:
    """What is in the archive, at a glance. `bytes` is the size of the file with its log."""
    files = (path, path.with_name(path.name + "-wal"))

    def count(rows: str) -> int:
        return int(connection.execute(f"SELECT count(*) FROM {rows}").fetchone()[0])

    first, last = connection.execute(
        """
        SELECT (SELECT min(date) FROM facts), (SELECT max(date) FROM facts)
        """
    ).fetchone()
    teasers = count("facts WHERE teaser")
    return Stats(
        path=str(path),
        bytes=sum(file.stat().st_size for file in files if file.exists()),
        sources=count("sources"),
        failed_sources=count("sources WHERE status = 'failed'"),
        pages=count("pages"),
        articles=count("facts") - teasers,
        teasers=teasers,
        snapshots=count("snapshots"),
        readings=count("readings"),
        entities=count("entities"),
        mentions=count("mentions"),
        first=first,
        last=last,
        sections=_most_common(connection, "section"),
        sites=_most_common(connection, "site"),
        months=_months(connection),
    )


def _most_common(connection: sqlite3.Connection, column: str) -> tuple[tuple[str, int], ...]:
    return tuple(
        connection.execute(
            f"""
            SELECT labels.name, counted.articles
            FROM (SELECT {column} AS label, count(*) AS articles FROM facts GROUP BY 1) AS counted
            JOIN labels ON labels.id = counted.label
            ORDER BY 2 DESC, 1 LIMIT {MOST_COMMON}
            """
        )
    )


def _months(connection: sqlite3.Connection) -> tuple[tuple[str, int], ...]:
    return tuple(
        connection.execute(
            """
            SELECT substr(date, 1, 7), count(*) FROM facts
            WHERE date IS NOT NULL GROUP BY 1 ORDER BY 1
            """
        )
    )
