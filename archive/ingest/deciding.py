"""The inputs as a sequence of steps: what has to be read is decided and read, ahead of the workers.

Nothing is written here.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from archive.dumps import STDIN, Lines, each, find, read_unread, told, why_not_opened
from archive.ingest.inputs import Facts, archive_path, digest_of, facts_of, opened
from archive.ingest.restoring import MIXED, restored
from archive.ingest.steps import Begin, End, Kept, Memory, Page, Refused, Step, Unread
from archive.model import Origin, Refusal
from archive.store.rows.entry import dump_digest

if TYPE_CHECKING:
    from archive.store.writing.write import SourceState


def steps(paths: Iterable[str], memory: Memory) -> Iterator[Step]:
    """Everything that is to be done for the paths, in the one order that they have."""
    for found in find(paths):
        if isinstance(found, Refusal):
            yield from _unopened(found, archive_path(found.source), memory)
            continue
        try:
            facts = facts_of(found) if found != STDIN else None
            if facts and facts.path in memory.own:
                continue
            known = memory.known(facts.path) if facts else None
            if facts and known and memory.is_done(known) and _same_file(facts, known):
                yield memory.unchanged(facts, touched=False)
                continue
            with opened(found) as stream:
                yield from _source(found, facts, stream, memory)
        except OSError as problem:
            refusal = Refusal(str(found), why_not_opened(problem))
            yield from _unopened(refusal, archive_path(found), memory)


def _same_file(facts: Facts, known: SourceState) -> bool:
    """Whether size and time say that nothing changed: reading it would be the greater cost."""
    return (facts.size, facts.modified_ns) == (known.bytes, known.modified_ns)


def _source(path: Path, facts: Facts | None, stream: BinaryIO, memory: Memory) -> Iterator[Step]:
    digest = digest_of(stream)
    size = stream.tell()
    stream.seek(0)
    if facts is None or not path.is_file():
        # Named by what it holds, so that the next piped text does not take its place.
        facts = Facts(f"stdin:{digest}", str(path), size, None)
    known = memory.known(facts.path)
    if known and memory.is_done(known) and known.digest == digest:
        yield memory.unchanged(facts, touched=facts.modified_ns != known.modified_ns)
        return
    begin = Begin(replace(facts, size=size), digest, known)
    items = read_unread(stream, facts.shown, size=size)
    first = next(items, None)
    if isinstance(first, Origin):
        found = told(chain([first], items), facts.shown)
        yield from restored(found, begin, stream, memory)
        return
    yield begin
    earlier = memory.pages_kept(facts.path, known)
    all_items = chain([first] if first else [], items)
    for item in each(all_items) if earlier else all_items:
        if isinstance(item, Lines):
            yield Unread(item, stream.tell())
        elif isinstance(item, Refusal):
            yield Refused(item)
        elif isinstance(item, Origin):
            yield Refused(Refusal(facts.shown, MIXED))
        elif item.source != facts.shown:
            continue  # told of where its origin was met
        elif earlier and earlier[page_digest := dump_digest(item)] > 0:
            earlier[page_digest] -= 1
            yield Kept(page_digest)
        else:
            yield Page(item, stream.tell())
    yield End()


def _unopened(refusal: Refusal, path: str, memory: Memory) -> Iterator[Step]:
    yield Begin(Facts(path, refusal.source, None, None), None, memory.known(path))
    yield Refused(refusal)
    yield End()
