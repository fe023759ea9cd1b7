"""Exports of archives: JSON Lines that tell of sources, of what they held and of what they did not.

A file begins with an `export/1` line and ends with an `end/1` line that counts the others. Between
them a `source/1` line begins each source; its `refusal/1` and `dump/1` lines follow. Lines of other
schemas are passed over: a later newscli may add some.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, BinaryIO, Final

from archive.dumps.names import shown_name
from archive.dumps.place import MIB, Place, Unreadable
from archive.dumps.records import keepable
from archive.dumps.streams import skip_line
from archive.model import Dump, Origin, Refusal

if TYPE_CHECKING:
    from collections.abc import Iterator

STATUSES: Final = ("ok", "failed", "reading")
_MAX_LINE_BYTES: Final = 64 * MIB
_CUT_SHORT: Final = "내보낸 파일이 중간에 끊겼습니다. 다시 복사하거나 newscli export로 만드세요"


def read(place: Place, stream: BinaryIO) -> Iterator[Dump | Refusal | Origin]:
    """An origin for each source and its dumps and refusals behind it, named as they were.

    A line that is none of an export's is a refusal with its number. Raises `Unreadable` where the
    file ends before its end.
    """
    origin: Origin | None = None
    number, ended = 0, False
    while line := stream.readline(_MAX_LINE_BYTES + 1):
        number += 1
        if len(line) > _MAX_LINE_BYTES and not line.endswith(b"\n"):
            skip_line(stream)
        if ended:
            raise Unreadable(_CUT_SHORT)
        try:
            record = _record(line)
            if record["schema"] == "end/1":
                ended = record.get("lines") == number - 1
                continue
            found = _found(record, origin)
        except (ValueError, KeyError, TypeError, RecursionError):
            yield place.record(number).refuse("newscli export가 쓴 줄이 아닙니다")
            continue
        if isinstance(found, Origin):
            origin = found
        if found is not None:
            yield found
    if not ended:
        raise Unreadable(_CUT_SHORT)


def _record(line: bytes) -> dict[str, Any]:
    record = json.loads(line)
    if not isinstance(record, dict):
        raise TypeError
    return record


def _found(record: dict[str, Any], origin: Origin | None) -> Origin | Dump | Refusal | None:
    """What a line tells. Raises `ValueError`, `KeyError` or `TypeError` for what none could."""
    match record["schema"]:
        case "source/1":
            return _origin(record)
        case "dump/1" if origin:
            return _dump(record, origin)
        case "refusal/1" if origin:
            return Refusal(origin.path, _name(record["reason"]), _name(record.get("member")))
        case "dump/1" | "refusal/1":
            raise ValueError
        case _:
            return None


def _origin(record: dict[str, Any]) -> Origin:
    path, status = record["path"], record["status"]
    size, modified_ns = _number(record.get("bytes")), _number(record.get("modified_ns"))
    if not isinstance(path, str) or not path or status not in STATUSES:
        raise ValueError
    return Origin(
        shown_name(path),
        status,
        _name(record.get("reason")),
        size,
        modified_ns,
        _name(record.get("digest")),
    )


def _dump(record: dict[str, Any], origin: Origin) -> Dump:
    text, metadata = record["text"], record.get("metadata", {})
    if not isinstance(text, str) or not isinstance(metadata, dict) or not text.strip():
        raise TypeError
    came_with = {key: record[key] for key in ("id", "url", "title", "date") if key in record}
    return Dump(text, origin.path, _name(record.get("member")), keepable({**metadata, **came_with}))


def _name(value: object) -> Any:
    """A name for people, without what steers a terminal; None stays None."""
    if value is None:
        return None
    if not isinstance(value, str):
        raise TypeError
    return shown_name(value)


def _number(value: object) -> int | None:
    if value is None or (type(value) is int and -(1 << 63) <= value < 1 << 63):
        return value
    raise TypeError
