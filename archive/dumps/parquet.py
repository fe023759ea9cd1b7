"""Parquet: the columns of a corpus in JSON Lines, a row a dump. Needs the extra `parquet`."""

from __future__ import annotations

from datetime import date, datetime, time
from decimal import Decimal
from importlib import import_module
from typing import TYPE_CHECKING, Any, BinaryIO, Final, cast

from archive.dumps.place import MIB, Place, Unreadable
from archive.dumps.records import keepable, record_dump
from archive.dumps.streams import seekable

if TYPE_CHECKING:
    from collections.abc import Iterator

    from archive.model import Dump, Refusal

_ROWS_AT_A_TIME: Final = 64
_DAMAGED: Final = "Parquet 파일이 망가졌거나 끊겼습니다. 다시 받거나 복사하세요"
_NO_LIBRARY: Final = "Parquet을 읽으려면 `pip install 'newscli[parquet]'`이 필요합니다"
_NO_TEXT_COLUMN: Final = "`text` 열이 없습니다. 글이 든 열의 이름을 `text`로 바꾸어 넣으세요"


def read(place: Place, stream: BinaryIO) -> Iterator[Dump | Refusal]:
    """A dump for each row with a text. Raises `Unreadable` without pyarrow or a `text` column."""
    for number, row in enumerate(_rows(seekable(stream, place.budget)), start=1):
        try:
            yield from record_dump(place.record(number), row)
        except Unreadable as problem:
            yield place.record(number).refuse(problem.reason)


def _rows(stream: BinaryIO) -> Iterator[dict[str, Any]]:
    try:
        arrow, parquet = import_module("pyarrow"), import_module("pyarrow.parquet")
    except ImportError as problem:
        raise Unreadable(_NO_LIBRARY) from problem
    try:
        # Without pre-buffering, or a row group of a gigabyte is in memory at once.
        table = parquet.ParquetFile(stream, pre_buffer=False, buffer_size=MIB)
        if "text" not in table.schema_arrow.names:
            raise Unreadable(_NO_TEXT_COLUMN)
        for batch in table.iter_batches(batch_size=_ROWS_AT_A_TIME, use_threads=False):
            for row in batch.to_pylist():
                yield {name: keepable(_plain(field)) for name, field in row.items()}
    except (arrow.ArrowException, OSError, UnicodeDecodeError) as problem:
        raise Unreadable(_DAMAGED) from problem


def _plain(field: Any) -> Any:
    """The field as JSON could carry it: metadata goes to the archive as JSON."""
    match field:
        case datetime() | date() | time():
            return field.isoformat()
        case bytes():
            return field.decode("utf-8", "replace")
        case Decimal():
            return str(field)
        case dict():
            return {name: _plain(inner) for name, inner in cast("dict[str, Any]", field).items()}
        case list() | tuple():
            return [_plain(inner) for inner in cast("list[Any]", field)]
        case _:
            return field
