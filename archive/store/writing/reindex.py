"""Build the index anew from the articles."""

from __future__ import annotations

import sqlite3

from archive.store.file import index

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
    done, writer = 0, index.IndexWriter(connection)
    while batch := rows.fetchmany(_ARTICLES_AT_ONCE):
        ids = [article_id for article_id, *_ in batch]
        fields = index.index_fields(texts for _, *texts in batch)
        writer.add(list(zip(ids, fields, strict=True)))
        done += len(batch)
    writer.flush()
    index.settle(connection, thorough=True)
    return done
