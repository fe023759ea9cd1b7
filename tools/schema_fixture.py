"""Keep the schema of this version as a fixture: an archive of one page and two records, as SQL.

    python tools/schema_fixture.py

Run it once for each released schema, and never again for that one: tests open every fixture, bring
it up to date and check it. Until the first release the one of the present schema may be made anew.
"""

from __future__ import annotations

import json
import sqlite3
import sys
import tempfile
from pathlib import Path

HOME = Path(__file__).parents[1]
sys.path.insert(0, str(HOME))

from archive import Archive  # noqa: E402 - from this checkout
from archive.store.file.version import APPLICATION_ID, SCHEMA_VERSION  # noqa: E402 - likewise

FIXTURES = HOME / "tests" / "fixtures"
PAGE = """\
2026.03.04 (수)

  • 맑음가람 7.5℃
  • 흐림누리 -3.1℃
기상청 제공

지역소식

가람시, 누리장터에 ‘새벽배달’ 첫 선

[도담일보 한별 기자] 가람시는 4일 누리장터에서 ‘새벽배달’을 처음 열었다고 밝혔다.
강누리 가람시장은 “작은 가게가 먼저 웃는 도시를 만들겠다”고 말했다.
"""
RECORD = {"id": "가-1", "url": "https://dodam.example/news/1", "title": "노을항 뱃길 다시 열려"}
TEXT = "노을해양청은 5일 노을항의 뱃길을 다시 열었다고 밝혔다."


def main() -> None:
    """Write the fixture."""
    lines: list[dict[str, object]] = [
        {"schema": "export/1", "file": 1},
        {"schema": "source/1", "path": "/뉴스/가람.txt", "status": "ok", "digest": "01"},
        {"schema": "dump/1", "text": PAGE},
        {"schema": "source/1", "path": "/뉴스/도담.jsonl", "status": "ok", "digest": "02"},
        {"schema": "dump/1", "member": "1", **RECORD, "text": TEXT},
        {"schema": "refusal/1", "member": "2", "reason": "JSON이 아니거나 중간에 끊겼습니다"},
        {"schema": "dump/1", "member": "3", "text": TEXT.replace("5일", "6일")},
    ]
    lines.append({"schema": "end/1", "lines": len(lines)})
    with tempfile.TemporaryDirectory() as folder:
        export = Path(folder) / "export.jsonl"
        export.write_text("".join(json.dumps(line) + "\n" for line in lines))
        with Archive.open(Path(folder) / "a.db") as news:
            news.ingest([export], jobs=1)
        FIXTURES.mkdir(exist_ok=True)
        path = FIXTURES / f"archive-{SCHEMA_VERSION}.sql"
        path.write_text(_as_sql(Path(folder) / "a.db"), encoding="utf-8")
    print(f"{path}: {path.stat().st_size:,} bytes")


def _as_sql(database: Path) -> str:
    """The archive as SQL. The tables of the full-text index are rows like any others; it itself is
    entered into the schema as it stands, for to create it would create them.
    """
    connection = sqlite3.connect(database)
    connection.execute("UPDATE sources SET ingested_at = '2026-01-01T00:00:00+00:00'")
    connection.execute("UPDATE _sqlite_migrations SET applied_at = '2026-01-01 00:00:00+00:00'")
    schema = connection.execute(
        "SELECT type, name, tbl_name, sql FROM sqlite_master"
        " WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite~_%' ESCAPE '~' ORDER BY rowid"
    ).fetchall()
    plain = [row for row in schema if not row[3].startswith("CREATE VIRTUAL")]
    lines = [
        f"PRAGMA application_id = {APPLICATION_ID};",
        f"PRAGMA user_version = {SCHEMA_VERSION};",
        "BEGIN;",
    ]
    for _, name, _, sql in (row for row in plain if row[0] == "table"):
        lines += [f"{sql};", *_rows(connection, name)]
    lines += [f"{row[3]};" for row in plain if row[0] != "table"]
    lines.append("PRAGMA writable_schema = ON;")
    for kind, name, table, sql in (row for row in schema if row not in plain):
        quoted = ", ".join("'" + part.replace("'", "''") + "'" for part in (kind, name, table))
        escaped = sql.replace("'", "''")
        lines.append(f"INSERT INTO sqlite_master VALUES ({quoted}, 0, '{escaped}');")
    connection.close()
    return "\n".join(line.rstrip() for line in (*lines, "COMMIT;")) + "\n"


def _rows(connection: sqlite3.Connection, table: str) -> list[str]:
    columns = [row[1] for row in connection.execute(f'PRAGMA table_info("{table}")')]
    quoted = " || ', ' || ".join(f'quote("{column}")' for column in columns)
    rows = connection.execute(f'SELECT {quoted} FROM "{table}"')
    return [f'INSERT INTO "{table}" VALUES ({values});' for (values,) in rows]


if __name__ == "__main__":
    main()
