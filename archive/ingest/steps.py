"""The inputs as a sequence of steps: a source begins, its pages and refusals follow, it ends.

Deciding what to read and reading it happen here, ahead of the workers; nothing is written here.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, Final

from archive.dumps import STDIN, find, read_stream, why_not_opened
from archive.ingest.inputs import Facts, archive_path, digest_of, facts_of, opened
from archive.model import Dump, Origin, Refusal
from archive.store.entry import Entry, dump_digest

if TYPE_CHECKING:
    from archive.store.write import SourceState


@dataclass(frozen=True, slots=True)
class Unchanged:
    """An input whose bytes are in the archive already; `touched` when only its time is new.

    `refused` are the members of it that could not be read, then as now.
    """

    facts: Facts
    touched: bool
    refused: tuple[Refusal, ...] = ()


@dataclass(frozen=True, slots=True)
class Begin:
    """An input about to be read. `known` is what the archive has of an earlier time."""

    facts: Facts
    digest: str | None
    known: SourceState | None


@dataclass(frozen=True, slots=True)
class Page:
    """A dump to be parsed; `offset` is how many bytes of the input were read to get it."""

    dump: Dump
    offset: int


@dataclass(frozen=True, slots=True)
class Prepared:
    """A page made ready for the writer."""

    entry: Entry
    offset: int


@dataclass(frozen=True, slots=True)
class Kept:
    """A dump that the source held before, with the digest of its page."""

    digest: int


@dataclass(frozen=True, slots=True)
class Refused:
    """Something in the source, or all of it, that gave no dump."""

    refusal: Refusal


@dataclass(frozen=True, slots=True)
class End:
    """The source has been read to its end."""


MIXED: Final = "내보낸 파일이 다른 파일과 함께 묶여 있습니다. 풀어서 따로 넣으세요"
"""An export's sources are whole in its own files: among others it cannot be told where one ends."""

Step = Unchanged | Begin | Page | Prepared | Kept | Refused | End


@dataclass(frozen=True, slots=True)
class Memory:
    """What the archive can say of earlier ingests: of a path, and of the pages of a path.

    `refusals` are members with their reasons. `own` are the paths of its own files, which may lie
    in a folder that is ingested; `tagging` when names are sought this time.
    """

    known: Callable[[str], SourceState | None]
    page_digests: Callable[[str], Iterable[int]]
    refusals: Callable[[str], Iterable[tuple[str | None, str]]]
    own: frozenset[str]
    tagging: bool = False

    def is_done(self, known: SourceState) -> bool:
        """Whether nothing is left to do for a source, as long as its bytes are the same."""
        return known.status == "ok" and not self.must_tag(known)

    def must_tag(self, known: SourceState) -> bool:
        """Whether the articles of a source came without names, which are sought now."""
        return self.tagging and not known.tagged

    def pages_kept(self, path: str, known: SourceState | None) -> Counter[int]:
        """How often a source has a dump of which digest, that need not be prepared again."""
        if known is None or self.must_tag(known):
            return Counter()
        return Counter(self.page_digests(path))

    def unchanged(self, facts: Facts, *, touched: bool) -> Unchanged:
        """The step for a source that is in as it is."""
        refused = tuple(Refusal(facts.shown, why, part) for part, why in self.refusals(facts.path))
        return Unchanged(facts, touched, refused)


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
    items = read_stream(stream, facts.shown, size=size)
    first = next(items, None)
    if isinstance(first, Origin):
        from archive.ingest.restoring import restored  # noqa: PLC0415 - exports are rare

        yield from restored(chain([first], items), begin, stream, memory)
        return
    yield begin
    earlier = memory.pages_kept(facts.path, known)
    for found in chain([first] if first else [], items):
        if isinstance(found, Refusal):
            yield Refused(found)
        elif isinstance(found, Origin):
            yield Refused(Refusal(facts.shown, MIXED))
        elif found.source != facts.shown:
            continue  # told of where its origin was met
        elif earlier and earlier[page_digest := dump_digest(found)] > 0:
            earlier[page_digest] -= 1
            yield Kept(page_digest)
        else:
            yield Page(found, stream.tell())
    yield End()


def _unopened(refusal: Refusal, path: str, memory: Memory) -> Iterator[Step]:
    yield Begin(Facts(path, refusal.source, None, None), None, memory.known(path))
    yield Refused(refusal)
    yield End()
