"""`--dry-run`: everything is read and parsed, nothing is written."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from contextlib import closing
from pathlib import Path

from archive.ingest.deciding import steps
from archive.ingest.inputs import files_of_archive
from archive.ingest.meter import Meter
from archive.ingest.report import Tally
from archive.ingest.steps import (
    Begin,
    End,
    Kept,
    Memory,
    Page,
    Refused,
    Step,
    Unchanged,
    lines_read,
    named,
)
from archive.model import Dump, IngestReport
from archive.pages import page_of
from archive.store.file.connection import connect_reading
from archive.store.writing.write import Added, Writer


def rehearse(path: Path, paths: Sequence[str], meter: Meter, *, tagging: bool) -> IngestReport:
    """What `ingest` would report, but for texts met twice: those it would join are counted twice.

    Raises `ArchiveError` for a bad archive; a missing one is as good as an empty one.
    """
    own = files_of_archive(path)
    if not path.exists():
        nothing = Memory(lambda _: None, lambda _: (), lambda _: (), own)
        return _rehearsed(named(lines_read(steps(paths, nothing))), meter)
    with closing(connect_reading(path)) as connection:
        writer = Writer(connection)
        memory = Memory(writer.known, writer.page_digests, writer.refusals, own, tagging=tagging)
        return _rehearsed(named(lines_read(steps(paths, memory))), meter)


def _rehearsed(work: Iterable[Step], meter: Meter) -> IngestReport:
    tally = Tally()
    source: Begin | None = None
    dumps_before = 0
    for step in work:
        match step:
            case Begin():
                source, dumps_before = step, tally.dumps
            case Page(dump, offset):
                tally.dumps += 1
                tally.count(_would_add(dump))
                meter.within(offset)
            case Kept():
                tally.dumps += 1
            case Refused(refusal):
                tally.failed.append(refusal)
            case Unchanged(facts, _, refused):
                tally.inputs += 1
                tally.unchanged += 1
                tally.failed += refused
                meter.passed(facts.size)
            case End() if source is not None:
                _end(tally, source, has_dumps=tally.dumps > dumps_before)
                meter.passed(source.facts.size)
            case _:
                pass
        meter.tell(tally.articles)
    meter.finish(tally.articles)
    return tally.report()


def _end(tally: Tally, source: Begin, *, has_dumps: bool) -> None:
    tally.inputs += 1
    tally.bytes += source.facts.size or 0
    if has_dumps:
        is_update = source.known is not None and source.known.status == "ok"
        tally.updated += is_update
        tally.added += not is_update


def _would_add(dump: Dump) -> Added:
    page = page_of(dump)
    readings = page.weather.readings if page.weather else ()
    return Added(
        new_page=True,
        articles=(page.article is not None) + len(page.more_articles),
        teasers=len(page.teasers),
        snapshots=bool(readings),
        readings=len(readings),
    )
