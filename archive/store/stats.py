"""Count what the archive holds."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from archive.model import Stats

MOST_COMMON = 10
"""Sections and sites that are listed by name."""


def stats(connection: sqlite3.Connection, path: Path) -> Stats:
    """What is in the archive, at a glance. `bytes` is the size of the file with its log."""
    (counts,) = connection.execute(
        """
        SELECT (SELECT count(*) FROM sources),
               (SELECT count(*) FROM sources WHERE status = 'failed'),
               (SELECT count(*) FROM pages),
               (SELECT count(*) FROM articles WHERE kind = 'article' AND part_of IS NULL),
               (SELECT count(*) FROM articles WHERE kind = 'teaser' AND part_of IS NULL),
               (SELECT count(*) FROM snapshots),
               (SELECT count(*) FROM readings),
               (SELECT count(*) FROM entities),
               (SELECT count(*) FROM mentions),
               (SELECT min(date) FROM articles),
               (SELECT max(date) FROM articles)
        """
    ).fetchall()
    files = (path, path.with_name(path.name + "-wal"))
    return Stats(
        str(path),
        sum(file.stat().st_size for file in files if file.exists()),
        *counts,
        sections=_most_common(connection, "section"),
        sites=_most_common(connection, "site"),
        months=tuple(
            connection.execute(
                """
                SELECT substr(date, 1, 7), count(*) FROM articles
                WHERE part_of IS NULL AND date IS NOT NULL GROUP BY 1 ORDER BY 1
                """
            )
        ),
    )


def _most_common(connection: sqlite3.Connection, column: str) -> tuple[tuple[str, int], ...]:
    return tuple(
        connection.execute(
            f"""
            SELECT {column}, count(*) FROM articles WHERE part_of IS NULL AND {column} IS NOT NULL
            GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT {MOST_COMMON}
            """
        )
    )
