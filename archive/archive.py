"""`Archive`: one file of Korean news, to put dumps into and to ask."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Self

from archive.errors import ArchiveNotFound
from archive.model import (
    Checkup,
    EntityKind,
    EntitySummary,
    ExportReport,
    Filters,
    IngestReport,
    Listing,
    Portrait,
    Quotation,
    Results,
    Snapshot,
    SortOrder,
    Stats,
    StoredArticle,
    StoredSource,
)
from archive.store.file import connection
from archive.store.file.refusals import in_plain_words

if TYPE_CHECKING:
    import sqlite3

    from archive.ingest import Progress
    from archive.model import Counts
    from archive.store.reading.beginnings import Sought

NO_FILTERS = Filters()

_AT_ONCE = 500
"""Articles that `each_article` holds at a time."""


class Archive:
    """An open archive; a context manager. Dates are ISO days, ids are those of hits and listings.

    Every method may raise `ArchiveError` and its kin, and nothing else that is the user's doing.
    One process writes at a time: `on_wait` is called when another one is waited for.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.on_wait: Callable[[], None] | None = None
        self._connection: sqlite3.Connection | None = None

    @classmethod
    def open(cls, path: str | Path, *, create: bool = True) -> Self:
        """Open the archive at `path`; a missing one is made by the first `ingest`.

        With `create=False` a missing one raises `ArchiveNotFound` at once, else whatever asks it.
        """
        archive = cls(Path(path))
        if not create or connection.is_there(archive.path):
            try:
                archive._connection = connection.connect_reading(archive.path)
            except ArchiveNotFound:  # another process has begun to make it
                if not create:
                    raise
        return archive

    @property
    def _reader(self) -> sqlite3.Connection:
        if self._connection is None:
            self._connection = connection.connect_reading(self.path)
        return self._connection

    def close(self) -> None:
        """Let go of the file."""
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def ingest(
        self,
        paths: str | Path | Iterable[str | Path],
        *,
        jobs: int | None = None,
        entities: bool = True,
        dry_run: bool = False,
        progress: Callable[[Progress], None] | None = None,
    ) -> IngestReport:
        """Put files and folders in; `-` is standard input. What is in already is left alone.

        `jobs` worker processes read (by default as many as fit the input and the machine);
        `entities=False` leaves the tagger out; `dry_run` only reports what would happen. One bad
        input does not stop the rest: see `IngestReport.failed`.
        """
        from archive.ingest import ingest

        return ingest(
            self.path, paths, jobs=jobs, entities=entities, dry_run=dry_run, progress=progress,
            on_wait=self.on_wait,
        )  # fmt: skip

    @in_plain_words
    def search(
        self,
        query: str,
        *,
        limit: int = 20,
        offset: int = 0,
        sort: SortOrder = "relevance",
        filters: Filters = NO_FILTERS,
        copies: bool = False,
        passages: int = 0,
    ) -> Results:
        """Find articles; best first, or by date. Any text is a query, but a date that does not
        exist raises `UsageError`.

        A story that several papers printed is one hit, unless `copies`; `passages` asks for so
        many of them beside the snippet.
        """
        from archive.search import search

        return search(
            self._reader, query, limit=limit, offset=offset, sort=sort, filters=filters,
            copies=copies, passages=passages,
        )  # fmt: skip

    @in_plain_words
    def similar(
        self,
        id: int,  # noqa: A002 - as in `article`
        *,
        limit: int = 20,
        offset: int = 0,
        filters: Filters = NO_FILTERS,
    ) -> Results:
        """Articles that share the most telling words of one. Raises `ArticleNotFound`."""
        from archive.search.overview import similar

        found = similar(self._reader, id, limit=offset + limit, filters=filters)
        return Results("", f"{id}번과 비슷한 기사", len(found), None, found[offset:])

    @in_plain_words
    def count_hits(self, query: str, *, filters: Filters = NO_FILTERS) -> int:
        """How many articles a query finds."""
        from archive.search.overview import count

        return count(self._reader, query, filters=filters)

    @in_plain_words
    def counts(
        self, query: str, by: str, *, limit: int = 20, filters: Filters = NO_FILTERS
    ) -> Counts:
        """What `facet` or, by `day` or `month`, `timeline` gives, with the hits that have none."""
        from archive.search.overview import counts

        return counts(self._reader, query, by, limit=limit, filters=filters)

    def facet(
        self, query: str, by: str, *, limit: int = 20, filters: Filters = NO_FILTERS
    ) -> tuple[tuple[str, int], ...]:
        """Hits by `section`, `site`, `year`, `entity`, most first; another raises `UsageError`."""
        return self.counts(query, by, limit=limit, filters=filters).counts

    @in_plain_words
    def timeline(
        self, query: str, *, step: str = "month", filters: Filters = NO_FILTERS
    ) -> tuple[tuple[str, int], ...]:
        """Hits by `day`, `month`, `year`, oldest first; another raises `UsageError`."""
        from archive.search.overview import timeline

        return timeline(self._reader, query, step=step, filters=filters).counts

    @in_plain_words
    def explain(
        self, query: str, *, limit: int = 20, filters: Filters = NO_FILTERS
    ) -> dict[int, tuple[tuple[str, float], ...]]:
        """Why the best hits stand where they do: by id, what each feature adds to the score."""
        from archive.search.overview import explain

        return dict(explain(self._reader, query, limit=limit, filters=filters))

    @in_plain_words
    def article(self, id: int) -> StoredArticle:  # noqa: A002 - the name that the contract gives it
        """One article, whole. Raises `ArticleNotFound`."""
        from archive.store.reading import articles

        return articles.article(self._reader, id)

    @in_plain_words
    def raw(self, id: int) -> str:  # noqa: A002 - as in `article`
        """The dump that an article came in, as it came. Raises `ArticleNotFound`."""
        from archive.store.reading import articles

        return articles.raw(self._reader, id)

    def articles(
        self, filters: Filters = NO_FILTERS, *, limit: int | None = 20, offset: int = 0
    ) -> tuple[Listing, ...]:
        """Articles and teasers, newest first; `limit=None` gives all."""
        return tuple(self.each_article(filters, limit=limit, offset=offset))

    def each_article(
        self, filters: Filters = NO_FILTERS, *, limit: int | None = None, offset: int = 0
    ) -> Iterator[Listing]:
        """What `articles` gives, a few at a time: for archives of any size."""
        ids = self._newest(filters, limit, offset)
        for start in range(0, len(ids), _AT_ONCE):
            yield from self._listings(ids[start : start + _AT_ONCE])

    @in_plain_words
    def _newest(self, filters: Filters, limit: int | None, offset: int) -> Sequence[int]:
        from archive.store.reading import articles

        return articles.newest(self._reader, filters, limit=limit, offset=offset)

    @in_plain_words
    def _listings(self, ids: Sequence[int]) -> tuple[Listing, ...]:
        from archive.store.reading import articles

        return articles.listings(self._reader, ids)

    @in_plain_words
    def count(self, filters: Filters = NO_FILTERS) -> int:
        """How many articles and teasers pass the filters."""
        from archive.store.reading import articles

        return articles.count(self._reader, filters)

    @in_plain_words
    def weather(
        self, *, since: str | None = None, until: str | None = None, station: str | None = None
    ) -> tuple[Snapshot, ...]:
        """Weather snapshots of those days, oldest first, of one station or of all."""
        from archive.store.reading import weather

        return weather.weather(self._reader, since=since, until=until, station=station)

    @in_plain_words
    def weather_days(self) -> tuple[str, ...]:
        """The days that have a weather snapshot, oldest first."""
        from archive.store.reading import weather

        return weather.days(self._reader)

    @in_plain_words
    def stations(self) -> tuple[str, ...]:
        """The names of the weather stations."""
        from archive.store.reading import weather

        return weather.stations(self._reader)

    @in_plain_words
    def entities(
        self,
        filters: Filters = NO_FILTERS,
        *,
        kind: EntityKind | None = None,
        article: int | None = None,
        limit: int | None = 20,
        offset: int = 0,
    ) -> tuple[EntitySummary, ...]:
        """Who, what and where, most widely reported first.

        Without a `kind`: people, organisations and places.
        """
        from archive.store.reading import entities

        return entities.entities(
            self._reader, filters, kind=kind, article=article, limit=limit, offset=offset
        )

    @in_plain_words
    def portrait(self, name: str, filters: Filters = NO_FILTERS) -> Portrait | None:
        """All that the archive tells of a name; None where no article that passes has it."""
        from archive.store.reading.portraits import portrait

        return portrait(self._reader, name, filters)

    @in_plain_words
    def quotes(
        self,
        filters: Filters = NO_FILTERS,
        *,
        speaker: str | None = None,
        limit: int | None = 20,
        offset: int = 0,
    ) -> tuple[Quotation, ...]:
        """Who said what, newest article first; of one speaker, or of all."""
        from archive.store.reading.sayings import quotations

        return quotations(self._reader, filters, speaker=speaker, limit=limit, offset=offset)

    @in_plain_words
    def sources(self) -> tuple[StoredSource, ...]:
        """Every file that was given to ingest: when, what it held, or why it failed."""
        from archive.store.reading import sources

        return sources.sources(self._reader)

    @in_plain_words
    def sources_named(self, name: str) -> tuple[str, ...]:
        """The paths of the sources that `name` stands for: a path, a folder, the end of a path."""
        from archive.store.reading import sources

        return sources.paths_named(self._reader, name)

    @in_plain_words
    def beginning(
        self, sought: Sought, prefix: str, *, limit: int = 100
    ) -> tuple[tuple[str, str], ...]:
        """What a reader who has typed `prefix` may mean, each with a word about it, at once in an
        archive of any size: ids, sections, sites, names or sources.
        """
        from archive.store.reading.beginnings import beginning

        return beginning(self._reader, sought, prefix, limit=limit)

    @in_plain_words
    def forget(self, name: str) -> tuple[str, ...]:
        """Take sources out whole, with all that stands on their pages alone; their paths.

        `name` as in `sources_named`; one that stands for none raises `SourceNotFound`.
        """
        from archive.store.reading import sources
        from archive.store.writing.write import writing

        paths = sources.paths_to_forget(self._reader, name)
        with writing(self.path, self.on_wait) as writer:
            for path in paths:
                writer.forget(path)
            writer.settle()
            writer.commit()
        return paths

    @in_plain_words
    def doctor(self, *, full: bool = False) -> Checkup:
        """Whether the archive is sound; `full` reads all of it, else the index by sample."""
        from archive.store.file.checks import checks

        found = tuple(checks(self._reader, full=full))
        return Checkup(all(check.ok for check in found), found)

    def mend(self, failed: str | Iterable[str]) -> tuple[str, ...]:
        """Mend what `doctor` found, by the names of its checks; those that can be mended.

        All of it or none. Raises `ArchiveUnreadable` where the file itself is beyond it.
        """
        from archive.store.writing.write import writing

        with writing(self.path, self.on_wait) as writer:
            mended = writer.mend({failed} if isinstance(failed, str) else frozenset(failed))
            writer.commit()
        return mended

    @in_plain_words
    def backup(self, target: str | Path) -> None:
        """Copy the archive as it is now to a new file, also while something is written to it.

        Raises `ArchiveError` where the target exists or cannot be written.
        """
        from archive.store.file.copies import backup

        backup(self._reader, Path(target))

    @in_plain_words
    def export(
        self, target: str | Path, *, progress: Callable[[int], None] | None = None
    ) -> ExportReport:
        """Write everything to a folder of JSON Lines, of which `ingest` makes the same archive.

        An earlier export there is replaced; `progress` is told how many pages are written. Raises
        `UsageError` where the folder holds anything else, else `ArchiveError`.
        """
        from archive.export import export

        return export(self._reader, Path(target), progress=progress)

    def reindex(self) -> int:
        """Build the index anew from the articles; how many there are. All of it or none."""
        from archive.store.writing.write import writing

        with writing(self.path, self.on_wait) as writer:
            articles = writer.reindex()
            writer.commit()
        return articles

    @in_plain_words
    def stats(self) -> Stats:
        """What is in the archive, at a glance."""
        from archive.store.reading import stats

        return stats.stats(self._reader, self.path)
