"""Invented articles as files, and an archive as rows that can be compared."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from archive.ingest import ingest
from archive.model import IngestReport

# When something was read, and the counts and segments that the index keeps for itself.
_NOT_COMPARED = {"ingested_at", "modified_ns", "counted"}
_INDEX_TABLES = "article_index"

Ingest = Callable[..., IngestReport]


def record(number: int, **fields: object) -> dict[str, object]:
    towns = ("가람", "누리", "도담", "미르")
    text = (
        f"{towns[number % 4]}시는 {number}일 마을 도서관 {number}곳의 문을 열었다고 밝혔다.\n"
        f"한별{number} 시장은 “{towns[number % 3]}군과 함께 {number * 7}명이 쓸 자리”라고 말했다."
    )
    title = f"{towns[number % 4]} 도서관 {number}호 열어"
    return {"id": f"r{number}", "title": title, "text": text, **fields}


def write_lines(path: Path, *numbers: int, **fields: object) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    lines = [json.dumps(record(n, **fields), ensure_ascii=False) + "\n" for n in numbers]
    path.write_text("".join(lines), encoding="utf-8")
    return path


def rows_of(database: Path) -> dict[str, list[tuple[object, ...]]]:
    """Everything in an archive but the moments at which it was put there."""
    connection = sqlite3.connect(database)
    try:
        tables = [
            name
            for (name,) in connection.execute(
                "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name"
            )
            if not name.startswith((_INDEX_TABLES, "sqlite_", "_sqlite", "common_tokens"))
        ]
        found: dict[str, list[tuple[object, ...]]] = {}
        for table in tables:
            columns = [row[1] for row in connection.execute(f"PRAGMA table_info({table})")]
            chosen = ", ".join(f'"{c}"' for c in columns if c not in _NOT_COMPARED)
            found[table] = sorted(connection.execute(f"SELECT {chosen} FROM {table}"), key=repr)
        return found
    finally:
        connection.close()


def column(database: Path, sql: str) -> list[object]:
    connection = sqlite3.connect(database)
    try:
        return [value for (value,) in connection.execute(sql)]
    finally:
        connection.close()


@pytest.fixture
def database(tmp_path: Path) -> Path:
    return tmp_path / "archive" / "news.db"


@pytest.fixture
def put(database: Path) -> Ingest:
    """Ingest paths without entities, in this process."""

    def putting(*paths: Path | str, **options: object) -> IngestReport:
        chosen = {"jobs": 1, "entities": False, **options}
        return ingest(database, [str(path) for path in paths], **chosen)  # type: ignore[arg-type]

    return putting
