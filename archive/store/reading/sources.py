"""Read what became of every file that was given to ingest."""

from __future__ import annotations

import sqlite3
from collections import defaultdict

from archive.errors import SourceNotFound, UsageError
from archive.model import Refusal, StoredSource
from archive.store.reading.filters import source_condition

_LISTED = "출처 보기: newscli stats --inputs"


def sources(connection: sqlite3.Connection) -> tuple[StoredSource, ...]:
    """Every source, in the order in which they first came."""
    refusals = defaultdict[str, list[Refusal]](list)
    for path, member, reason in connection.execute(
        """
        SELECT sources.path, refusals.member, refusals.reason
        FROM refusals JOIN sources ON sources.id = refusals.source_id ORDER BY refusals.id
        """
    ):
        refusals[path].append(Refusal(path, reason, member))
    rows = connection.execute(
        "SELECT path, status, reason, dumps, bytes, ingested_at FROM sources ORDER BY id"
    )
    return tuple(
        StoredSource(path, status, reason, dumps, size, ingested_at, tuple(refusals[path]))
        for path, status, reason, dumps, size, ingested_at in rows
    )


def paths_named(connection: sqlite3.Connection, name: str) -> tuple[str, ...]:
    """The paths of the sources that a person means by a path, a folder or the end of a path."""
    condition, values = source_condition(name)
    rows = connection.execute(f"SELECT path FROM sources WHERE {condition} ORDER BY id", values)
    return tuple(path for (path,) in rows)


def paths_to_forget(connection: sqlite3.Connection, name: str) -> tuple[str, ...]:
    """What `paths_named` gives. Raises `SourceNotFound` where that is none, and `UsageError` for a
    name that is none: it must never mean all of them.
    """
    if not name.strip(" /"):
        raise UsageError(f"어느 출처인지 알 수 없습니다: {name!r}", mend=_LISTED)
    paths = paths_named(connection, name)
    if not paths:
        raise SourceNotFound(f"그런 출처가 없습니다: {name}", mend=_LISTED)
    return paths
