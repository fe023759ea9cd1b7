"""Archives made of invented pages, and all that an archive says, to be compared."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from pathlib import Path

import pytest

from archive import Archive

EXAMPLES = Path(__file__).parents[2] / "examples"

_TIMES = {"ingested_at"}
_OF_THE_INDEX = ("article_index_", "sqlite_")


def everything(database: Path, *, without: Iterable[str] = ()) -> dict[str, list[str]]:
    """Every row of every table and view, sorted, but for the moments of ingest."""
    connection = sqlite3.connect(database)
    try:
        names = [
            name
            for (name,) in connection.execute(
                "SELECT name FROM sqlite_master WHERE type IN ('table', 'view') ORDER BY name"
            )
            if not name.startswith(_OF_THE_INDEX)
            and name not in {"article_index", "_sqlite_migrations", *without}
        ]
        found = {}
        for name in names:
            columns = [row[1] for row in connection.execute(f"PRAGMA table_info({name})")]
            chosen = ", ".join(f'"{column}"' for column in columns if column not in _TIMES)
            found[name] = sorted(map(repr, connection.execute(f"SELECT {chosen} FROM {name}")))
        return found
    finally:
        connection.close()


def differences(first: Path, second: Path, *, without: Iterable[str] = ()) -> dict[str, object]:
    """The tables in which two archives differ, with a few rows that only one of them has."""
    one, other = everything(first, without=without), everything(second, without=without)
    assert one.keys() == other.keys()
    assert one["pages"], "two empty archives would tell nothing"
    return {
        name: (sorted({*one[name]} - {*other[name]})[:3], sorted({*other[name]} - {*one[name]})[:3])
        for name in one
        if one[name] != other[name]
    }


@pytest.fixture
def database(tmp_path: Path) -> Path:
    """An archive of the examples."""
    path = tmp_path / "news.db"
    with Archive.open(path) as news:
        news.ingest([EXAMPLES], jobs=1)
    return path
