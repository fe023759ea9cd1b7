"""The pipeline: inputs are read here, prepared anywhere, written here and in order.

One process writes, in transactions of some seconds. Whatever ends the run, the archive holds whole
pages only, and the next run takes up what is missing.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Final

from archive.dumps import each_path
from archive.ingest.collector import collecting_rarely
from archive.ingest.deciding import steps
from archive.ingest.inputs import files_of_archive
from archive.ingest.meter import Meter
from archive.ingest.rehearsal import rehearse
from archive.ingest.report import Interrupted, Progress, Tally
from archive.ingest.steps import (
    Begin,
    End,
    Kept,
    Memory,
    Prepared,
    Refused,
    Step,
    Unchanged,
    named,
)
from archive.ingest.workers import default_jobs, prepared
from archive.model import IngestReport, Refusal
from archive.store.file.connection import WRITER_CACHE_BYTES
from archive.store.writing.write import writing

if TYPE_CHECKING:
    from archive.store.writing.write import Writer

_TRANSACTION_SECONDS: Final = 10.0
"""So much work a power cut or a kill may cost; the next run does it again. Each transaction writes
out the keys of articles anew, which lie all over the file: a hundred megabytes in a million.
"""

_CACHE_BYTES: Final = 128 << 20
"""Of those keys as many as stay in memory are not read and written several times in a transaction.
A tagger takes that memory for itself, and keeps the writer waiting anyway.
"""


def ingest(
    path: str | Path,
    inputs: str | Path | Iterable[str | Path],
    *,
    jobs: int | None = None,
    entities: bool = True,
    dry_run: bool = False,
    progress: Callable[[Progress], None] | None = None,
    on_wait: Callable[[], None] | None = None,
) -> IngestReport:
    """Put files and folders into the archive at `path`; `-` is standard input.

    `jobs` is how many worker processes prepare pages, by default one a processor; few pages never
    need one. The result does not depend on it, nor on the order of `inputs`. `on_wait` is called
    when another writer is waited for. Bad input is in the report and never raised. Raises
    `ArchiveError` for a bad archive, `Interrupted` after Ctrl-C.
    """
    paths = each_path(inputs)
    meter = Meter(paths, progress)
    if dry_run:
        return rehearse(Path(path), paths, meter, tagging=entities)
    tally = Tally()
    cache_bytes = WRITER_CACHE_BYTES if entities else _CACHE_BYTES
    with (
        collecting_rarely(),
        writing(Path(path), on_wait, cache_bytes=cache_bytes) as writer,
    ):
        memory = Memory(
            writer.known,
            writer.page_digests,
            writer.refusals,
            files_of_archive(Path(path)),
            tagging=entities,
        )
        writer.forget_unopened()
        sink = _Sink(writer, tally, meter, tagging=entities)
        work = prepared(steps(paths, memory), jobs=jobs or default_jobs(), entities=entities)
        try:
            for step in named(work):
                sink.take(step)
            sink.close()
        except KeyboardInterrupt as interrupt:
            sink.stop()
            raise Interrupted(tally.report()) from interrupt
    return tally.report()


class _Sink:
    """Writes the steps of one source after another and keeps the tally.

    A source is begun with its first page, so that one of which nothing can be read any more leaves
    alone what the archive holds of it.
    """

    def __init__(self, writer: Writer, tally: Tally, meter: Meter, *, tagging: bool) -> None:
        self._writer = writer
        self._tagging = tagging
        self._tally = tally
        self._meter = meter
        self._source: Begin | None = None
        self._begun = False
        self._refused: list[Refusal] = []
        self._in_a_write = False
        self._committed = time.monotonic()

    def take(self, step: Step) -> None:
        """Do one step."""
        self._in_a_write = True
        match step:
            case Prepared(entry, offset):
                self._begin()
                self._tally.dumps += 1
                self._tally.count(self._writer.add(entry))
                self._meter.within(offset)
            case Kept(digest):
                self._begin()
                self._tally.dumps += 1
                self._writer.keep(digest)
            case Refused(refusal):
                self._refused.append(refusal)
            case Begin():
                self._source, self._begun, self._refused = step, False, []
            case End():
                self._end()
            case Unchanged(facts, touched, refused):
                self._tally.inputs += 1
                self._tally.unchanged += 1
                self._tally.failed += refused
                self._meter.passed(facts.size)
                if touched and facts.modified_ns is not None:
                    self._writer.touch(facts.path, facts.modified_ns)
        self._in_a_write = False
        self._meter.tell(self._tally.articles)
        if time.monotonic() - self._committed > _TRANSACTION_SECONDS:
            self._commit()

    def close(self) -> None:
        """Make everything durable and the index ready for search."""
        self._in_a_write = True
        self._writer.settle()
        self._commit()
        self._meter.finish(self._tally.articles)

    def stop(self) -> None:
        """Keep what is whole after an interruption: a transaction is lost at most."""
        if self._in_a_write:
            self._writer.rollback()
        else:
            self._commit()

    def _commit(self) -> None:
        self._in_a_write = True
        self._writer.commit()
        self._in_a_write = False
        self._committed = time.monotonic()

    def _begin(self) -> None:
        if self._begun or self._source is None:
            return
        facts = self._source.facts
        self._writer.begin(
            facts.path,
            size=facts.size,
            modified_ns=facts.modified_ns,
            digest=self._source.digest,
            tagging=self._tagging,
        )
        self._begun = True

    def _end(self) -> None:
        source = self._source
        if source is None:
            return
        self._tally.inputs += 1
        self._tally.bytes += source.facts.size or 0
        self._meter.passed(source.facts.size)
        self._tally.failed += self._refused
        if self._begun:
            for refusal in self._refused:
                self._writer.refuse(refusal.member, refusal.reason)
            self._writer.finish()
            is_update = source.known is not None and source.known.status == "ok"
            self._tally.updated += is_update
            self._tally.added += not is_update
        elif source.known is None or source.known.status == "failed":
            self._fail(source)

    def _fail(self, source: Begin) -> None:
        facts = source.facts
        self._writer.fail(
            facts.path,
            self._refused[0].reason if self._refused else "읽을 글이 없습니다",
            size=facts.size,
            modified_ns=facts.modified_ns,
            digest=source.digest,
        )
        for refusal in self._refused:
            if refusal.member is not None:
                self._writer.refuse(refusal.member, refusal.reason)
