"""Changes to the full-text index, gathered for a while.

What comes and goes again soon, a teaser before its article, never reaches the index. New articles
that have waited long enough are written some at a time, so that preparing others goes on meanwhile:
FTS5 gathers them in its own memory, as long as no statement comes between that SQLite may have to
take back alone (see `IndexWriter`). All else waits for the end of the transaction.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from archive.store.file.index import IndexWriter

if TYPE_CHECKING:
    import sqlite3

    from archive.store.file.index import IndexFields

_MOST_BYTES: Final = 2_000_000
"""Of tokens kept back before the older half is written; those of a megabyte of text or so. More at
a time, and the workers wait for the writer: with ten times as much, a tenth longer for the same
work of the processors.
"""


class PendingIndex:
    """What search is to know and to forget of articles, by id. Nothing shows before `flush`."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._index = IndexWriter(connection)
        self._added: dict[int, IndexFields] = {}
        self._removed: dict[int, IndexFields] = {}
        self._bytes = 0
        self._last_written = 0

    def add(self, article_id: int, fields: IndexFields) -> None:
        """Let search find an article that it does not know now."""
        self._added[article_id] = fields
        self._bytes += _size(fields)
        if self._bytes > _MOST_BYTES:
            self._write_the_older()

    def remove(self, article_id: int, fields: IndexFields) -> None:
        """Take an article out; `fields` are those that it was added with."""
        if article_id in self._added:
            self._bytes -= _size(self._added.pop(article_id))
        else:
            self._removed[article_id] = fields

    def flush(self) -> None:
        """Write it all: what goes first, so that an id may come back with other fields."""
        if self._removed:
            self._index.remove(sorted(self._removed.items()))
        if self._added:
            self._index.add(sorted(self._added.items()))
        self._index.flush()
        self.drop()

    def drop(self) -> None:
        """Forget what was not written."""
        self._index.drop()
        self._added.clear()
        self._removed.clear()
        self._bytes = 0
        self._last_written = 0

    def _write_the_older(self) -> None:
        """Write half of what waits, in ascending order, or all of it where ids have come back."""
        new = sorted(one for one in self._added if one > self._last_written)
        older = [one for one in new[: len(new) // 2] if one not in self._removed]
        rows = [(one, self._added.pop(one)) for one in older]
        self._index.add(rows)
        self._bytes -= sum(_size(fields) for _, fields in rows)
        self._last_written = max(older, default=self._last_written)
        if self._bytes > _MOST_BYTES:
            self.flush()


def _size(fields: IndexFields) -> int:
    return sum(map(len, fields))
