"""Write dumps into the archive, each source whole or resumable, nothing twice.

One `Writer` at a time. A source goes `begin` → `add` for each of its dumps → `finish`; `commit` may
be called at any moment between two calls, and a source that was begun and never finished is taken
up again by the next `begin`: pages that are in already are recognised by their digest.
"""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from archive.store.file import index
from archive.store.file.connection import WRITER_CACHE_BYTES, connect_writing
from archive.store.file.refusals import in_words, is_our_fault
from archive.store.file.turn import OnWait, turn
from archive.store.rows.entity_rows import NO_ROWS
from archive.store.rows.entry import ArticleEntry, packed
from archive.store.writing import weather
from archive.store.writing.entities import EntityWriter
from archive.store.writing.mending import mend
from archive.store.writing.reindex import reindex
from archive.store.writing.stories import Stories

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator
    from pathlib import Path

    from archive.store.rows.entry import Entry


@dataclass(frozen=True, slots=True)
class SourceState:
    """What the archive knows of a path. `digest` is of the file's bytes; `status` is `ok`,
    `failed`, or `reading` for a source that an interrupted ingest left unfinished; `tagged` when
    names were sought in all its articles.
    """

    id: int
    status: str
    reason: str | None
    bytes: int | None
    modified_ns: int | None
    digest: str | None
    tagged: bool


@dataclass(frozen=True, slots=True)
class Added:
    """What a dump brought that was not there before."""

    new_page: bool
    articles: int = 0
    teasers: int = 0
    snapshots: int = 0
    readings: int = 0


@contextmanager
def writing(
    path: Path, on_wait: OnWait | None = None, *, cache_bytes: int = WRITER_CACHE_BYTES
) -> Iterator[Writer]:
    """A writer of the archive at `path`, which is made where it is missing.

    What an exception leaves uncommitted is taken back. `on_wait` is told when another writer is
    waited for. Raises `ArchiveBusy`, or `ArchiveError` when the disk is full, whenever that is.
    """
    with turn(path, on_wait):
        yield from _writing(path, cache_bytes)


def _writing(path: Path, cache_bytes: int) -> Iterator[Writer]:
    connection = connect_writing(path, cache_bytes=cache_bytes)
    try:
        yield Writer(connection)
        # Merging the index leaves free pages behind, up to a tenth of the file. As a script: a
        # statement without rows is stepped once only, and frees one page.
        connection.executescript("PRAGMA incremental_vacuum")
        # Folds the log into the file. Where someone is reading, as far as that goes and without
        # waiting: a later writer does the rest.
        connection.execute("PRAGMA busy_timeout = 0")
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    except sqlite3.DatabaseError as error:
        if is_our_fault(error):
            raise
        raise in_words(path, error) from error
    finally:
        connection.rollback()
        connection.close()


class Writer:
    """The one writer of an archive; `path`s are absolute, `/`-separated."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._entities = EntityWriter(connection)
        self._stories = Stories(connection, self._entities.recount)
        self._source_id = 0
        self._position = 0
        self._tagging = False
        self._earlier: dict[int, list[int]] = {}

    def known(self, path: str) -> SourceState | None:
        """What became of a path on an earlier ingest, None for a new one."""
        row = self._connection.execute(
            """
            SELECT id, status, reason, bytes, modified_ns, digest, tagged FROM sources
            WHERE path = ?
            """,
            (path,),
        ).fetchone()
        return SourceState(*row) if row else None

    def refusals(self, path: str) -> list[tuple[str | None, str]]:
        """The members of a path that could not be read, each with its reason."""
        rows = self._connection.execute(
            """
            SELECT member, refusals.reason FROM refusals
            JOIN sources ON sources.id = refusals.source_id
            WHERE sources.path = ? ORDER BY refusals.id
            """,
            (path,),
        )
        return rows.fetchall()

    def page_digests(self, path: str) -> list[int]:
        """The digests of the dumps that the archive holds of a path."""
        rows = self._connection.execute(
            """
            SELECT pages.digest FROM pages JOIN sources ON sources.id = pages.source_id
            WHERE sources.path = ?
            """,
            (path,),
        )
        return [digest for (digest,) in rows]

    def begin(
        self,
        path: str,
        *,
        size: int | None = None,
        modified_ns: int | None = None,
        digest: str | None = None,
        tagging: bool = False,
    ) -> None:
        """Start on a source. Pages of an earlier, other version go when `finish` is called.

        `tagging` when the entries come with their analyses.
        """
        self._tagging = tagging
        now = datetime.now(UTC).isoformat(timespec="seconds")
        (self._source_id,) = self._connection.execute(
            """
            INSERT INTO sources (path, status, bytes, modified_ns, digest, tagged, ingested_at)
            VALUES (?, 'reading', ?, ?, ?, ?, ?)
            ON CONFLICT (path) DO UPDATE SET status = 'reading', reason = NULL,
                bytes = excluded.bytes, modified_ns = excluded.modified_ns,
                digest = excluded.digest, tagged = min(tagged, excluded.tagged),
                ingested_at = excluded.ingested_at
            RETURNING id
            """,
            (path, size, modified_ns, digest, tagging, now),
        ).fetchone()
        self._connection.execute("DELETE FROM refusals WHERE source_id = ?", (self._source_id,))
        self._position = 0
        self._earlier = defaultdict(list)
        for page_id, page_digest in self._connection.execute(
            "SELECT id, digest FROM pages WHERE source_id = ? ORDER BY position DESC",
            (self._source_id,),
        ):
            self._earlier[page_digest].append(page_id)

    def has(self, digest: int) -> bool:
        """Whether the source that was begun already holds a dump of that digest, not yet met."""
        return bool(self._earlier.get(digest))

    def keep(self, digest: int) -> int:
        """Keep the page of that digest as the next one of the source; the page's id."""
        page_id = self._earlier[digest].pop()
        self._connection.execute(
            "UPDATE pages SET position = ? WHERE id = ?", (self._position, page_id)
        )
        self._position += 1
        return page_id

    def add(self, entry: Entry) -> Added:
        """Write a dump as the next page of the source, unless the source already holds it."""
        if self.has(entry.digest):
            self._tag_kept(self.keep(entry.digest), entry)
            return Added(new_page=False)
        page_id = self._insert_page(entry)
        self._position += 1
        snapshots = weather.add(
            self._connection, page_id, entry.page_date, entry.weather, entry.weather_digest
        )
        articles = teasers = 0
        for article in entry.articles:
            placed = self._stories.place(article, page_id, entry, self._source_id)
            if placed.new:
                self._entities.add(
                    placed.article_id,
                    article.names,
                    date=article.published or entry.page_date,
                    stands=placed.stands,
                )
                articles += article.kind == "article"
                teasers += article.kind == "teaser"
            else:
                self._keep_what_differs(page_id, entry, article, placed.article_id)
                self._tag_late(placed.article_id, article)
        readings = len(entry.weather.readings) if entry.weather and snapshots else 0
        return Added(
            new_page=True,
            articles=articles,
            teasers=teasers,
            snapshots=snapshots,
            readings=readings,
        )

    def refuse(self, member: str | None, reason: str) -> None:
        """Note a member of the source that could not be read."""
        self._connection.execute(
            "INSERT INTO refusals (source_id, member, reason) VALUES (?, ?, ?)",
            (self._source_id, member, reason),
        )

    def finish(self) -> None:
        """End the source: it is `ok`, and what only an earlier version of it held is gone."""
        self._drop_pages([page for pages in self._earlier.values() for page in pages])
        self._earlier = {}
        self._connection.execute(
            "UPDATE sources SET status = 'ok', dumps = ?, tagged = max(tagged, ?) WHERE id = ?",
            (self._position, self._tagging, self._source_id),
        )

    def fail(
        self,
        path: str,
        reason: str,
        *,
        size: int | None = None,
        modified_ns: int | None = None,
        digest: str | None = None,
    ) -> None:
        """Note a source of which nothing could be read. What it held before goes."""
        self.begin(path, size=size, modified_ns=modified_ns, digest=digest)
        self.finish()
        self._connection.execute(
            "UPDATE sources SET status = 'failed', reason = ? WHERE id = ?",
            (reason, self._source_id),
        )

    def touch(self, path: str, modified_ns: int) -> None:
        """Note a new time of a source whose bytes are the same."""
        self._connection.execute(
            "UPDATE sources SET modified_ns = ? WHERE path = ?", (modified_ns, path)
        )

    def forget(self, path: str) -> bool:
        """Take a source out whole, with all that stands on its pages alone. False if unknown."""
        known = self.known(path)
        if known is None:
            return False
        pages = self._connection.execute(
            "SELECT id FROM pages WHERE source_id = ?", (known.id,)
        ).fetchall()
        self._drop_pages([page for (page,) in pages])
        self._connection.execute("DELETE FROM sources WHERE id = ?", (known.id,))
        return True

    def forget_unopened(self) -> None:
        """Forget the paths that could not even be opened: a mistyped name is not kept for ever."""
        self._connection.execute(
            "DELETE FROM sources WHERE status = 'failed' AND bytes IS NULL AND digest IS NULL"
        )

    def reindex(self) -> int:
        """Build the index anew from the articles; how many it holds then."""
        return reindex(self._connection)

    def mend(self, failed: Collection[str]) -> tuple[str, ...]:
        """Mend what a check-up found, by the names of its checks; those that can be mended."""
        return tuple(mend(self._connection, failed))

    def settle(self) -> None:
        """Bring what search knows of the archive as a whole up to date. Call it after writing."""
        self._flush()
        index.settle(self._connection)

    def commit(self) -> None:
        """Make everything so far durable, and let search find it."""
        self._flush()
        self._connection.commit()

    def rollback(self) -> None:
        """Take back everything since the last commit."""
        self._stories.drop()
        self._entities.drop()
        self._connection.rollback()

    def _flush(self) -> None:
        self._stories.flush()
        self._entities.flush()

    def _insert_page(self, entry: Entry) -> int:
        cursor = self._connection.execute(
            """
            INSERT INTO pages (source_id, position, member, record, url, page_date, metadata,
                               digest, raw)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            (
                self._source_id,
                self._position,
                entry.member,
                entry.record,
                entry.url,
                entry.page_date,
                entry.metadata,
                entry.digest,
                entry.raw,
            ),
        )
        assert cursor.lastrowid is not None  # noqa: S101 - an INSERT always has one
        return cursor.lastrowid

    def _keep_what_differs(
        self, page_id: int, entry: Entry, article: ArticleEntry, twin: int
    ) -> None:
        """Keep with the page what its text's twin, met earlier, does not say as the page does.

        Twins may differ in white space, in Unicode's spelling and in their headlines.
        """
        headline, body = self._connection.execute(
            "SELECT headline, body FROM articles WHERE id = ?", (twin,)
        ).fetchone()
        if entry.raw is None and article.body != body:
            self._connection.execute(
                "UPDATE pages SET raw = ? WHERE id = ?", (packed(article.body), page_id)
            )
        if entry.title is not None and entry.title != headline:
            self._connection.execute(
                "UPDATE pages SET metadata = json_set(coalesce(metadata, '{}'), '$.title', ?)"
                " WHERE id = ?",
                (entry.title, page_id),
            )

    def _tag_kept(self, page_id: int, entry: Entry) -> None:
        """Give the articles of a page that is in already the names that were not sought then."""
        for article in entry.articles:
            if article.names != NO_ROWS:
                rows = self._connection.execute(
                    """
                    SELECT id FROM appearances JOIN articles ON articles.id = article_id
                    WHERE page_id = ? AND fingerprint = ? AND kind = ?
                    """,
                    (page_id, article.fingerprint, article.kind),
                )
                for (article_id,) in rows.fetchall():
                    self._tag_late(article_id, article)

    def _tag_late(self, article_id: int, article: ArticleEntry) -> None:
        """Tag an article that came untagged; one that has names keeps those. Twins differ in what
        their fingerprint leaves out: names are placed in the very texts that they were found in.
        """
        if article.names == NO_ROWS:
            return
        date, stands, tagged = self._connection.execute(
            """
            SELECT date, part_of IS NULL, EXISTS (SELECT 1 FROM mentions WHERE article_id = :id)
                OR EXISTS (SELECT 1 FROM roles WHERE article_id = :id)
                OR EXISTS (SELECT 1 FROM quotes WHERE article_id = :id)
                OR (coalesce(:headline, headline), :subheads, :body, :captions)
                    IS NOT (headline, subheads, body, captions)
            FROM articles WHERE id = :id
            """,
            {
                "id": article_id,
                "headline": article.headline,
                "subheads": article.subheads,
                "body": article.body,
                "captions": article.captions,
            },
        ).fetchone()
        if not tagged:
            self._entities.add(article_id, article.names, date=date, stands=bool(stands))

    def _drop_pages(self, page_ids: list[int]) -> None:
        if not page_ids:
            return
        self._stories.leave(page_ids)
        weather.leave(self._connection, page_ids)
        self._connection.executemany("DELETE FROM pages WHERE id = ?", ((p,) for p in page_ids))
