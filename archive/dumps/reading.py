"""Any file to dumps: the format is told, its reader opens it, and what it holds is told in turn."""

from __future__ import annotations

import sys
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, Final, Protocol, cast

from archive.dumps.names import shown_path
from archive.dumps.place import MAX_DEPTH, Budget, Exhausted, Lines, Nested, Place, Unreadable
from archive.dumps.sniff import Format, format_of
from archive.dumps.streams import head_of, looked_into, stream_of
from archive.errors import system_reason
from archive.model import Dump, Origin, Refusal

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

STDIN: Final = Path("-")
"""The path that stands for standard input."""

_MOST_REFUSALS_NAMED: Final = 1_000
"""A million broken lines are one mistake: more than these of one input are counted, not named."""


class _Reader(Protocol):
    def __call__(
        self, place: Place, stream: BinaryIO, /
    ) -> Iterator[Dump | Refusal | Origin | Lines | Nested]: ...


_READERS: Final[dict[Format, str]] = {
    "foreign": "archive.dumps.foreign",
    "compressed": "archive.dumps.compressed",
    "zip": "archive.dumps.zips",
    "tar": "archive.dumps.tars",
    "parquet": "archive.dumps.parquet",
    "warc": "archive.dumps.warc",
    "export": "archive.dumps.exported",
    "jsonlines": "archive.dumps.jsonlines",
    "text": "archive.dumps.pagetext",
}
"""Modules with a `read(place, stream)`, each imported when its format turns up."""


def read(path: Path, *, source: str | None = None) -> Iterator[Dump | Refusal]:
    """Every dump in a file, and a refusal for each thing in it that is none; streaming.

    `source` is the name that the dumps carry, the path itself by default. `STDIN` is read from
    standard input. Nothing is raised for bad input, and nothing is written to disk under a
    member's name.
    """
    shown = shown_path(path) if source is None else source
    try:
        if path == STDIN:
            yield from _without_origins(read_stream(sys.stdin.buffer, shown))
        else:
            with path.open("rb") as stream:
                found = read_stream(stream, shown, size=path.stat().st_size)
                yield from _without_origins(found)
    except OSError as problem:
        yield Refusal(shown, why_not_opened(problem))


def read_stream(
    stream: BinaryIO, source: str, *, size: int = 0
) -> Iterator[Dump | Refusal | Origin]:
    """As `read`, from an open stream; `size`, its bytes where known, bounds what it unpacks to.

    In an export an origin stands before the dumps and refusals of each source.
    """
    return told(read_unread(stream, source, size=size), source)


def read_unread(
    stream: BinaryIO, source: str, *, size: int = 0
) -> Iterator[Dump | Refusal | Origin | Lines]:
    """As `read_stream`, but JSON Lines are left to be read, and every refusal is named."""
    place = Place(source, Budget(size))
    nothing = True
    for found in _whole(place, looked_into(stream) if size else stream_of(stream.read)):
        nothing = False
        yield found
    if nothing:
        yield place.refuse("읽을 글이 없습니다")


def told(
    found: Iterable[Dump | Refusal | Origin | Lines], source: str
) -> Iterator[Dump | Refusal | Origin]:
    """What `read_unread` found, its lines read, and of its refusals as many as are named."""
    refusals = Refusals(source)
    for item in each(found):
        if not isinstance(item, Refusal) or refusals.names(item):
            yield item
    yield from refusals.rest()


def each(
    found: Iterable[Dump | Refusal | Origin | Lines],
) -> Iterator[Dump | Refusal | Origin]:
    """What `read_unread` found, its lines read."""
    for item in found:
        if isinstance(item, Lines):
            yield from read_lines(item)
        else:
            yield item


def read_lines(lines: Lines) -> Iterator[Dump | Refusal]:
    """The dumps that lines hold, and a refusal for each line that holds none."""
    from archive.dumps.jsonlines import read_block  # noqa: PLC0415 - as every reader

    return read_block(lines)


class Refusals:
    """Tells which refusals of an input are named: a million broken lines are one mistake.

    Those of sources that an export tells of are none of the input's own, and are all named.
    """

    def __init__(self, source: str) -> None:
        self._source = source
        self._number = 0

    def names(self, refusal: Refusal) -> bool:
        """Whether this one is named, where it is told of next; else it is counted only."""
        self._number += refusal.source == self._source
        return refusal.source != self._source or self._number <= _MOST_REFUSALS_NAMED

    def rest(self) -> Iterator[Refusal]:
        """A refusal that stands for those that were only counted, if there were any."""
        if (more := self._number - _MOST_REFUSALS_NAMED) > 0:
            yield Refusal(self._source, f"그 밖에도 {more:,}건을 읽지 못했습니다")


def why_not_opened(problem: OSError) -> str:
    """An operating system's error in the user's words."""
    match problem:
        case FileNotFoundError():
            return "그런 파일이나 폴더가 없습니다"
        case PermissionError():
            return "읽을 권한이 없습니다. `chmod +r`로 허락하거나 소유자에게 부탁하세요"
        case IsADirectoryError():
            return "폴더입니다"
        case _:
            return f"읽지 못했습니다: {system_reason(problem)}"


def _without_origins(found: Iterator[Dump | Refusal | Origin]) -> Iterator[Dump | Refusal]:
    return (item for item in found if not isinstance(item, Origin))


def _whole(place: Place, stream: BinaryIO) -> Iterator[Dump | Refusal | Origin | Lines]:
    try:
        yield from _unfold(place, stream)
    except Exhausted as problem:
        yield place.refuse(problem.reason)


def _unfold(place: Place, stream: BinaryIO) -> Iterator[Dump | Refusal | Origin | Lines]:
    if place.depth > MAX_DEPTH:
        yield place.refuse(f"{MAX_DEPTH}겹보다 깊이 겹친 압축입니다. 풀어서 넣으세요")
        return
    try:
        reader = _reader_of(format_of(head_of(stream)))
        for found in reader(place, stream):
            if isinstance(found, Nested):
                yield from _unfold(found.place, found.stream)
            else:
                yield found
    except Exhausted:
        raise
    except Unreadable as problem:
        yield place.refuse(problem.reason)


def _reader_of(name: Format) -> _Reader:
    return cast("_Reader", import_module(_READERS[name]).read)
