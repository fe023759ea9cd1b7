"""Whether two archives say the same: every row of every table and view, but for when it came."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from pathlib import Path

TIMES = {"ingested_at"}
_OF_THE_INDEX = ("article_index_", "sqlite_")
_NOT_COMPARED = {"article_index", "_sqlite_migrations"}


def everything(database: Path, *, without: Iterable[str] = ()) -> dict[str, list[str]]:
    """The rows of each table and view, sorted; columns and tables in `without` are left out.

    Of the index, the tokens with their counts: its segments depend on how it was written.
    """
    left_out = {*without}
    connection = sqlite3.connect(database)
    try:
        found = {}
        for (name,) in connection.execute(
            "SELECT name FROM sqlite_master WHERE type IN ('table', 'view') ORDER BY name"
        ).fetchall():
            if name.startswith(_OF_THE_INDEX) or name in _NOT_COMPARED | left_out:
                continue
            columns = [row[1] for row in connection.execute(f"PRAGMA table_info({name})")]
            chosen = ", ".join(f'"{c}"' for c in columns if c not in TIMES | left_out)
            found[name] = sorted(map(repr, connection.execute(f"SELECT {chosen} FROM {name}")))
        return found
    finally:
        connection.close()


def differences(first: Path, second: Path, *, without: Iterable[str] = ()) -> dict[str, object]:
    """The tables in which two archives differ, with a few rows that only one of them has."""
    one, other = everything(first, without=without), everything(second, without=without)
    if not one.get("pages"):
        raise ValueError("an empty archive tells nothing")
    return {
        name: (
            sorted({*one.get(name, [])} - {*other.get(name, [])})[:3],
            sorted({*other.get(name, [])} - {*one.get(name, [])})[:3],
        )
        for name in one.keys() | other.keys()
        if one.get(name) != other.get(name)
    }
