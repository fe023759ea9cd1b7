"""Records of a corpus, a JSON line or a Parquet row, to dumps."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from archive.dumps.fields import settle
from archive.dumps.mojibake import repair
from archive.dumps.pagetext import MAX_TEXT_BYTES, TOO_LONG, checked
from archive.dumps.place import Place, Unreadable

if TYPE_CHECKING:
    from collections.abc import Iterator

    from archive.model import Dump, Refusal

_UNKEEPABLE = re.compile("[\x00\ud800-\udfff]")
_SURROGATE_PAIR = re.compile("[\ud800-\udbff][\udc00-\udfff]")


def record_dump(place: Place, record: dict[str, Any]) -> Iterator[Dump | Refusal]:
    """The dump of a record whose text and fields are `keepable`, and a note on each odd field.

    Raises `Unreadable` where its `text` is missing, blank or too long.
    """
    notes = settle(record)
    text = record.pop("text", None)
    if not isinstance(text, str):
        raise Unreadable("`text` 칸이 없거나 글이 아닙니다")
    if len(text) > MAX_TEXT_BYTES:
        raise Unreadable(TOO_LONG)
    yield place.dump(checked(repair(text)), record)
    for note in notes:
        yield place.refuse(note)


def keepable(value: Any) -> Any:
    """A field, however deep, without what UTF-8 or SQLite cannot hold."""
    match value:
        case str():
            return _keepable_text(value)
        case dict():
            return {_keepable_text(str(name)): keepable(field) for name, field in value.items()}
        case list():
            return [keepable(item) for item in value]
        case _:
            return value


def _keepable_text(text: str) -> str:
    """The text without NUL and halves of characters: those of one pair joined, others `\ufffd`."""
    if not _UNKEEPABLE.search(text):
        return text
    joined = _SURROGATE_PAIR.sub(
        lambda pair: pair.group().encode("utf-16", "surrogatepass").decode("utf-16"), text
    )
    return _UNKEEPABLE.sub("\ufffd", joined)
