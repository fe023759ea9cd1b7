"""The steps of an ingest: a source begins, its pages and refusals follow, it ends."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from archive.dumps import Lines, Refusals, read_lines
from archive.ingest.inputs import Facts
from archive.model import Dump, Refusal
from archive.store.rows.entry import Entry

if TYPE_CHECKING:
    from archive.store.writing.write import SourceState


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
    """An input about to be read. `known` is what the archive has of an earlier time. `chosen` when
    of the refusals that follow those were chosen that are named; else `named` does it.
    """

    facts: Facts
    digest: str | None
    known: SourceState | None
    chosen: bool = False


@dataclass(frozen=True, slots=True)
class Page:
    """A dump to be parsed; `offset` is how many bytes of the input were read to get it."""

    dump: Dump
    offset: int


@dataclass(frozen=True, slots=True)
class Unread:
    """Lines whose dumps are to be read and parsed; `offset` as above."""

    lines: Lines
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


Step = Unchanged | Begin | Page | Unread | Prepared | Kept | Refused | End


def lines_read(steps: Iterable[Step]) -> Iterator[Step]:
    """The steps, in place of every `Unread` the pages and refusals of its lines."""
    for step in steps:
        if isinstance(step, Unread):
            for found in read_lines(step.lines):
                yield Page(found, step.offset) if isinstance(found, Dump) else Refused(found)
        else:
            yield step


def named(steps: Iterable[Step]) -> Iterator[Step]:
    """The steps, with as many refusals of each input as are named."""
    refusals: Refusals | None = None
    for step in steps:
        match step:
            case Begin(facts, chosen=chosen):
                refusals = None if chosen else Refusals(facts.shown)
            case Refused(refusal) if refusals and not refusals.names(refusal):
                continue
            case End() if refusals:
                yield from map(Refused, refusals.rest())
            case _:
                pass
        yield step


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
