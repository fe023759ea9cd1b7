"""Mend what a check-up found, where the archive itself knows what is right.

The texts and their pages are the archive's own; the index, the facts of lists and the counts are
made of them, and can be made again. Of a damaged file only SQLite's own indexes can: what is lost
beyond that is in a backup, an export or the dumps.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Collection, Iterator

from archive.store.file.facts import gather_anew
from archive.store.writing.entities import count_all_anew
from archive.store.writing.reindex import reindex

_MOST_ROUNDS = 10


def mend(connection: sqlite3.Connection, failed: Collection[str]) -> Iterator[str]:
    """Mend the checks that `failed`, by name; those that were worked on. The caller commits."""
    touched = {name for name in failed if name in _MENDERS}
    if "references" in touched:  # rows go: whatever is made of them is made again
        touched |= {"sources", "index", "facts", "entities"}
    if "counts" in touched:
        touched.add("index")
    for name, mender in _MENDERS.items():
        if name in touched:
            mender(connection)
            if name in failed:
                yield name


def _indexes(connection: sqlite3.Connection) -> None:
    connection.execute("REINDEX")


def _references(connection: sqlite3.Connection) -> None:
    """Drop the rows that refer to what is not there, and then the articles that stand nowhere.

    Dropping one may leave another behind: hence the rounds.
    """
    for _ in range(_MOST_ROUNDS):
        broken = connection.execute("PRAGMA foreign_key_check").fetchall()
        homeless = connection.execute(
            """
            SELECT id FROM articles
            WHERE NOT EXISTS (SELECT 1 FROM appearances WHERE article_id = articles.id)
            """
        ).fetchall()
        if not broken and not homeless:
            return
        for table in sorted({row[0] for row in broken}):
            _drop_broken(connection, table)
        connection.executemany("DELETE FROM articles WHERE id = ?", homeless)


def _drop_broken(connection: sqlite3.Connection, table: str) -> None:
    for _, _, parent, column, key, *_ in connection.execute(
        f"PRAGMA foreign_key_list({table})"
    ).fetchall():
        orphaned = (
            f'"{column}" IS NOT NULL AND "{column}" NOT IN (SELECT "{key or "id"}" FROM {parent})'
        )
        if table == "articles":  # the text that stood for it is gone: it stands for itself
            connection.execute(f'UPDATE articles SET "{column}" = NULL WHERE {orphaned}')
        else:
            connection.execute(f"DELETE FROM {table} WHERE {orphaned}")


def _sources(connection: sqlite3.Connection) -> None:
    connection.execute(
        """
        UPDATE sources SET dumps = (SELECT count(*) FROM pages WHERE source_id = sources.id)
        WHERE status <> 'reading'
            AND dumps <> (SELECT count(*) FROM pages WHERE source_id = sources.id)
        """
    )


def _index(connection: sqlite3.Connection) -> None:
    reindex(connection)


_MENDERS: dict[str, Callable[[sqlite3.Connection], None]] = {
    "integrity": _indexes,
    "references": _references,
    "sources": _sources,
    "facts": gather_anew,
    "entities": count_all_anew,
    "index": _index,
    "counts": lambda _: None,  # with the index
}
"""What mends each check, in the order in which one may need another."""
