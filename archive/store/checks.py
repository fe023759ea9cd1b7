"""Check an archive: the file, the references between its rows, the index against the articles."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

from archive.model import Check
from archive.store import index
from archive.store.version import SCHEMA_VERSION

SAMPLE = 200
"""Articles that a quick check looks up in the index, spread evenly over the archive."""

_SHOWN = 3


def checks(connection: sqlite3.Connection, *, full: bool = False) -> Iterator[Check]:
    """Look at the archive without changing it; `full` reads every row, else a sample.

    The time grows with the file: `full` reads all of it.
    """
    yield Check("sqlite", ok=True, detail=sqlite3.sqlite_version)
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    yield Check("schema", version == SCHEMA_VERSION, f"{version}판")
    yield _integrity(connection, full=full)
    yield _references(connection)
    yield _counts(connection)
    yield _index(connection, full=full)
    yield _unfinished(connection)


def _integrity(connection: sqlite3.Connection, *, full: bool) -> Check:
    pragma = "integrity_check" if full else "quick_check"
    found = [row[0] for row in connection.execute(f"PRAGMA {pragma}({_SHOWN})")]
    ok = found == ["ok"]
    return Check("integrity", ok, "파일이 온전합니다" if ok else " · ".join(found))


def _references(connection: sqlite3.Connection) -> Check:
    broken = [row[0] for row in connection.execute("PRAGMA foreign_key_check")]
    if not broken:
        return Check("references", ok=True, detail="끊긴 참조가 없습니다")
    return Check(
        "references",
        ok=False,
        detail=f"끊긴 참조 {len(broken)}개: {', '.join(sorted(set(broken)))}",
    )


def _counts(connection: sqlite3.Connection) -> Check:
    (articles,) = connection.execute(
        "SELECT count(*) - (SELECT count(*) FROM articles WHERE part_of NOT NULL) FROM articles"
    ).fetchone()
    indexed = index.size(connection)
    return Check("counts", articles == indexed, f"보이는 기사 {articles}건, 색인에 {indexed}건")


def _index(connection: sqlite3.Connection, *, full: bool) -> Check:
    asked = missing = 0
    for article_id, *fields in connection.execute(
        f"""
        SELECT id, coalesce(headline, ''), subheads, body, captions FROM articles
        WHERE part_of IS NULL
        {"" if full else "AND id % max(1, (SELECT max(id) FROM articles) / ?) = 0"}
        """,
        () if full else (SAMPLE,),
    ):
        asked += 1
        missing += not index.holds(connection, article_id, index.index_fields(*fields))
    return Check("index", not missing, f"살펴본 {asked}건 가운데 색인에 없는 것 {missing}건")


def _unfinished(connection: sqlite3.Connection) -> Check:
    paths = [
        path for (path,) in connection.execute("SELECT path FROM sources WHERE status = 'reading'")
    ]
    if not paths:
        return Check("unfinished", ok=True, detail="중간에 멈춘 출처가 없습니다")
    return Check(
        "unfinished",
        ok=False,
        detail=f"중간에 멈춘 출처 {len(paths)}개, 이어 넣으려면: newscli ingest {paths[0]}",
    )
