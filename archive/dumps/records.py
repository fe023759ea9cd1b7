"""Records of a corpus (a JSON line, a Parquet row) to dumps, and a bound on their refusals."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

from archive.dumps.mojibake import repair
from archive.dumps.pagetext import MAX_TEXT_BYTES, TOO_LONG, checked
from archive.dumps.place import Place, Unreadable

if TYPE_CHECKING:
    from collections.abc import Iterator

    from archive.model import Dump, Refusal

_MAX_REFUSALS_NAMED: Final = 100
"""A million broken lines are one mistake: more than these are counted, not named."""

_UNKEEPABLE = re.compile("[\x00\ud800-\udfff]")
_SURROGATE_PAIR = re.compile("[\ud800-\udbff][\udc00-\udfff]")


def record_dump(place: Place, record: dict[str, Any]) -> Dump:
    """The dump of a record whose text and fields are `keepable`.

    Raises `Unreadable` where its `text` is missing, blank or too long.
    """
    text = record.pop("text", None)
    if not isinstance(text, str):
        raise Unreadable("`text` 칸이 없거나 글이 아닙니다")
    if len(text) > MAX_TEXT_BYTES:
        raise Unreadable(TOO_LONG)
    return place.dump(checked(repair(text)), record)


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


class RefusalLimit:
    """Names the first refusals of an input's records one by one and counts the rest."""

    def __init__(self, place: Place, unit: str) -> None:
        self._place = place
        self._unit = unit
        self._refused = 0

    def refuse(self, number: int, reason: str) -> Iterator[Refusal]:
        """The refusal of the record with this number, while there are not too many."""
        self._refused += 1
        if self._refused <= _MAX_REFUSALS_NAMED:
            yield self._place.record(number).refuse(reason)

    def summary(self) -> Iterator[Refusal]:
        """How many more there were, if there were."""
        more = self._refused - _MAX_REFUSALS_NAMED
        if more > 0:
            yield self._place.refuse(f"그 밖에도 {more:,}{self._unit}을 읽지 못했습니다")
