"""Build the index anew from the articles."""

from __future__ import annotations

import sqlite3

from archive.store import index

_ARTICLES_AT_ONCE = 1000


def reindex(connection: sqlite3.Connection) -> int:
    """Build the index anew from the articles, in one transaction; the number of articles in it."""
    index.clear(connection)
    rows = connection.execute(
        """
        SELECT id, coalesce(headline, ''), subheads, body, captions FROM articles
        WHERE part_of IS NULL ORDER BY id
        """
    )
    done = 0
    while batch := rows.fetchmany(_ARTICLES_AT_ONCE):
        index.add_many(connection, [(row[0], index.index_fields(*row[1:])) for row in batch])
        done += len(batch)
    index.settle(connection, thorough=True)
    return done
