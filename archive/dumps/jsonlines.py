"""JSON Lines: an object a line, its `text` the dump and all its other fields the metadata."""

from __future__ import annotations

import codecs
import json
from typing import TYPE_CHECKING, Any, BinaryIO, Final, cast

from archive.dumps.encoding import decode
from archive.dumps.pagetext import MAX_TEXT_BYTES, TOO_LONG
from archive.dumps.place import Lines, Place, Unreadable
from archive.dumps.records import keepable, record_dump
from archive.dumps.streams import head_of, skip_line, stream_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from archive.model import Dump, Refusal

_MAX_LINE_BYTES: Final = 3 * MAX_TEXT_BYTES
"""JSON may write a syllable in six bytes (\\uac00) where UTF-8 takes three; and other fields."""


_DECODER = json.JSONDecoder(parse_constant=lambda _: None)
"""NaN and the infinities, which JSON has not and Python reads, are nothing."""


_BLOCK_BYTES: Final = 64 * 1024
_BLOCK_LINES: Final = 100
"""So many lines are handed on together, or so many bytes."""


def read(place: Place, stream: BinaryIO) -> Iterator[Lines]:
    """All lines, some at a time; in each block at least one that is not blank."""
    first = 1
    for block in _blocks(_lines(_in_bytes(stream))):
        if not all(line.isspace() for line in block):
            yield Lines(place, first, block)
        first += len(block)


def read_block(block: Lines) -> Iterator[Dump | Refusal]:
    """A dump for each line with a text; a refusal with its line number for each other line."""
    for number, line in enumerate(block.lines, start=block.first):
        if line.isspace():
            continue
        place = block.place.record(number)
        try:
            yield from _dump(place, line)
        except Unreadable as problem:
            yield place.refuse(problem.reason)


def _blocks(lines: Iterable[bytes]) -> Iterator[list[bytes]]:
    """The lines in blocks; those before a failure come before it."""
    block: list[bytes] = []
    size = 0
    try:
        for line in lines:
            block.append(line)
            size += len(line)
            if size >= _BLOCK_BYTES or len(block) == _BLOCK_LINES:
                yield block
                block, size = [], 0
    except Exception:
        yield block
        raise
    yield block


def _lines(stream: BinaryIO) -> Iterator[bytes]:
    """Lines, one too long cut where it is too long: `_dump` refuses it."""
    while line := stream.readline(_MAX_LINE_BYTES + 1):
        if len(line) > _MAX_LINE_BYTES and not line.endswith(b"\n"):
            skip_line(stream)
        yield line


def _dump(place: Place, line: bytes) -> Iterator[Dump | Refusal]:
    if len(line) > _MAX_LINE_BYTES:
        raise Unreadable(TOO_LONG)
    try:
        record = _DECODER.decode(_text(line))
        if b"\\u" in line:  # JSON has no other way to write what cannot be kept
            record = keepable(record)
    except (ValueError, RecursionError) as problem:
        raise Unreadable("JSON이 아니거나 중간에 끊겼습니다") from problem
    if not isinstance(record, dict):
        raise Unreadable('`{"text": …}` 꼴의 기록이 아닙니다')
    return record_dump(place, cast("dict[str, Any]", record))


def _text(line: bytes) -> str:
    try:
        return line.removeprefix(codecs.BOM_UTF8).decode()
    except UnicodeDecodeError:
        return decode(line)


def _in_bytes(stream: BinaryIO) -> BinaryIO:
    """The stream as it is; UTF-16, as PowerShell's `>` writes it, as UTF-8 with lines that end."""
    mark = head_of(stream)[:2]
    if mark not in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE):
        return stream
    decoder = codecs.getincrementaldecoder("utf-16")("replace")
    waiting = bytearray()

    def pull(size: int) -> bytes:
        while not waiting:
            piece = stream.read(size)
            waiting.extend(decoder.decode(piece, final=not piece).encode("utf-8", "replace"))
            if not piece:
                break
        given = bytes(waiting[:size])
        del waiting[:size]
        return given

    return stream_of(pull)
