"""Changes to the full-text index, gathered so that they can be written together.

SQLite flushes an FTS5 index to disk before most statements on other tables: written article by
article, the index took four fifths of all the time of an ingest, and comes out in far more pieces.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from archive.store import index

if TYPE_CHECKING:
    import sqlite3

    from archive.store.index import IndexFields

_MOST_BYTES: Final = 20_000_000
"""Of tokens kept back before they are written; those of nine megabytes of text or so."""


class PendingIndex:
    """What search is to know and to forget of articles, by id. Nothing shows before `flush`."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._added: dict[int, IndexFields] = {}
        self._removed: dict[int, IndexFields] = {}
        self._bytes = 0

    def add(self, article_id: int, fields: IndexFields) -> None:
        """Let search find an article that it does not know now."""
        self._added[article_id] = fields
        self._bytes += sum(map(len, fields))
        if self._bytes > _MOST_BYTES:
            self.flush()

    def remove(self, article_id: int, fields: IndexFields) -> None:
        """Take an article out; `fields` are those that it was added with."""
        if article_id in self._added:
            del self._added[article_id]
        else:
            self._removed[article_id] = fields

    def flush(self) -> None:
        """Write it all: what goes first, so that an id may come back with other fields.

        By ascending ids: FTS5 flushes whenever it meets a smaller one than before.
        """
        if self._removed:
            index.remove_many(self._connection, sorted(self._removed.items()))
        if self._added:
            index.add_many(self._connection, sorted(self._added.items()))
        self.drop()

    def drop(self) -> None:
        """Forget what was not written."""
        self._added.clear()
        self._removed.clear()
        self._bytes = 0
