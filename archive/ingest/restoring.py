"""An export put in: each source as the archive had it that the export was made of.

Nothing that an archive holds gives way to an export: a source that is in with other bytes is left
alone, and that is told.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING, BinaryIO, Final

from archive.ingest.inputs import Facts
from archive.ingest.steps import Begin, End, Kept, Page, Refused, Step
from archive.model import Dump, Origin, Refusal
from archive.store.rows.entry import dump_digest

if TYPE_CHECKING:
    from archive.ingest.steps import Memory

MIXED: Final = "내보낸 파일이 다른 파일과 함께 묶여 있습니다. 풀어서 따로 넣으세요"
"""An export's sources are whole in its own files: among others it cannot be told where one ends."""

_HELD: Final = "다른 내용으로 이미 들어 있습니다. 바꾸려면 newscli forget으로 빼고 다시 넣으세요"


def restored(
    found: Iterable[Dump | Refusal | Origin], own: Begin, stream: BinaryIO, memory: Memory
) -> Iterator[Step]:
    """The steps of an export's file, which `own` would begin; `stream` is what it is read from.

    What is wrong with the file itself is refused under its own name, and leaves the source in which
    it was met unfinished: it has lost a page.
    """
    wrong: list[Refusal] = []
    for number, group in groupby(_numbered(found), key=itemgetter(0)):
        items = (item for _, item in group)
        origin = next(items) if number else None
        if isinstance(origin, Origin):
            yield from _source(origin, items, wrong, stream, memory)
        else:
            wrong += [item for item in items if isinstance(item, Refusal)]
    if wrong:
        yield replace(own, chosen=True)
        yield from map(Refused, wrong)
        yield End()


def _numbered(
    found: Iterable[Dump | Refusal | Origin],
) -> Iterator[tuple[int, Dump | Refusal | Origin]]:
    """Each item with the number of its source in the file; 0 before the first one."""
    number = 0
    for item in found:
        number += isinstance(item, Origin)
        yield number, item


def _source(
    origin: Origin,
    items: Iterator[Dump | Refusal | Origin],
    wrong: list[Refusal],
    stream: BinaryIO,
    memory: Memory,
) -> Iterator[Step]:
    facts = Facts(origin.path, origin.path, origin.bytes, origin.modified_ns)
    known = memory.known(origin.path)
    if known and memory.is_done(known) and known.digest == origin.digest:
        wrong += _of_file(items, origin)
        yield memory.unchanged(facts, touched=False)
        return
    yield Begin(facts, origin.digest, known, chosen=True)
    if known and known.status != "failed" and known.digest != origin.digest:
        wrong += _of_file(items, origin)
        yield Refused(Refusal(origin.path, _HELD))
        yield End()
        return
    earlier = memory.pages_kept(origin.path, known)
    refused: list[Refusal] = []
    for item in items:
        match item:
            case Refusal():
                refused.append(item)
            case Dump() if item.source != origin.path:
                refused.append(Refusal(item.source, MIXED))
            case Dump() if earlier[digest := dump_digest(item)] > 0:
                earlier[digest] -= 1
                yield Kept(digest)
            case Dump():
                yield Page(item, stream.tell())
            case _:  # an origin begins the next source
                pass
    of_file = [refusal for refusal in refused if refusal.source != origin.path]
    wrong += of_file
    if origin.status != "reading" and not of_file:
        yield from map(Refused, _as_first_told(origin, refused))
        yield End()


def _of_file(items: Iterable[Dump | Refusal | Origin], origin: Origin) -> Iterator[Refusal]:
    """What is wrong with the file itself, among what is passed over."""
    for item in items:
        if isinstance(item, Refusal) and item.source != origin.path:
            yield item


def _as_first_told(origin: Origin, refused: list[Refusal]) -> list[Refusal]:
    """The refusals of a source; that of a source as a whole is its first one."""
    if origin.reason is None or (refused and refused[0].reason == origin.reason):
        return refused
    return [Refusal(origin.path, origin.reason), *refused]
