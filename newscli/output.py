"""Records as json, ndjson, csv, tsv or ids, whichever was asked for. Tables are the views'."""

from __future__ import annotations

import itertools
import re
import sys
from collections.abc import Iterator
from textwrap import indent
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from archive.errors import UsageError
from newscli.terminal import visible

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from newscli.terminal import Terminal

    Value = str | int | float | bool | None

ListFormat = Literal["table", "json", "ndjson", "csv", "tsv", "ids"]

# JSON escapes C0 controls by itself; these it would let through to a terminal.
_STEERING = "\x7f-\x9f\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
_UNSAFE = re.compile(f"[{_STEERING}\U000e0000-\U000e007f]")
# An encoding that lacks a character writes it as a Python escape: JSON knows none above U+FFFF.
_UNSAFE_ABROAD = re.compile(f"[{_STEERING}\U00010000-\U0010ffff]")

_SCREENFUL = 20  # rows of a table


class Records(NamedTuple):
    """The same answer in every machine's shape.

    `document` makes the whole JSON document, `items` are its records one by one, `columns` the
    names of the fields of `rows`, and `ids` what other commands take. Only one of them is used, so
    all but the columns may be made as they are asked for, from what can be read but once.
    """

    document: Callable[[], Mapping[str, Any]]
    items: Iterable[Mapping[str, Any]]
    columns: Sequence[str]
    rows: Iterable[Sequence[Value]]
    ids: Iterable[Value]


def chosen(format_name: ListFormat | None, *, json: bool, terminal: Terminal) -> ListFormat:
    """The format that holds: as asked, else a table on a terminal and tsv in a pipe.

    Raises `UsageError` where two different ones are asked for.
    """
    check_one_format(format_name, json=json)
    if json:
        return "json"
    return format_name or ("table" if terminal.interactive else "tsv")


def check_one_format(format_name: str | None, *, json: bool) -> None:
    """Raise `UsageError` where `--json` and another `--format` are asked for at once."""
    if json and format_name not in {None, "json"}:
        raise UsageError(
            f"--json과 --format {format_name}은(는) 함께 쓸 수 없습니다.",
            mend="둘 가운데 하나만 적어 주십시오.",
        )


def row_limit(asked: int | None, format_name: ListFormat) -> int | None:
    """How many rows a list has: as asked, else a screenful of a table and all of anything else.

    None stands for all, as 0 does where it was asked.
    """
    if asked is None:
        return _SCREENFUL if format_name == "table" else None
    return asked or None


def write_records(format_name: ListFormat, records: Records) -> None:
    """Write the records to standard output in any format but `table`."""
    match format_name:
        case "json":
            write_json(records.document())
        case "ndjson":
            for item in records.items:
                write_json(item, indent=None)
        case "csv":
            _write_csv(records)
        case "ids":
            for identity in records.ids:
                write_line(_field(identity))
        case _:
            for row in records.rows:
                write_line("\t".join(map(_field, row)))


def write_json(document: Any, *, indent: int | None = 2) -> None:
    """A JSON document: Hangul as it is, everything that steers a terminal escaped.

    One whose last value is an iterator gets a list there, written as it comes and always closed.
    """
    if isinstance(document, dict) and isinstance(next(reversed(document.values()), None), Iterator):
        _write_as_it_comes(document)
    else:
        write_line(_json_text(document, indent))


def write_json_series(
    documents: Iterable[Any], schema: str, key: str, *, several: bool = False
) -> None:
    """One document as it is; more of them, or `several` asked for, as a list under `key` in one
    document of that schema, written as they come and always closed.
    """
    waiting = iter(documents)
    held = list(itertools.islice(waiting, 2))
    if len(held) == 1 and not several:
        write_json(held[0])
    elif held:
        write_json({"schema": schema, key: itertools.chain(held, waiting)})


def _write_as_it_comes(document: dict[str, Any]) -> None:
    *facts, (key, items) = document.items()
    sys.stdout.write("{\n")
    for name, fact in facts:
        sys.stdout.write(f'  "{name}": {_json_text(fact, None)},\n')
    sys.stdout.write(f'  "{key}": [')
    written = 0
    try:
        for item in items:
            text = indent(_json_text(item, 2), "    ")
            sys.stdout.write(f"{',' if written else ''}\n{text}")
            written += 1
    finally:
        write_line("\n  ]\n}" if written else "]\n}")


def _json_text(document: Any, step: int | None) -> str:
    import json

    text = json.dumps(document, ensure_ascii=False, indent=step)
    unsafe = _UNSAFE if sys.stdout.encoding.lower().startswith("utf") else _UNSAFE_ABROAD
    return unsafe.sub(lambda match: json.dumps(match.group())[1:-1], text)


def write_line(text: str) -> None:
    """A line on standard output."""
    sys.stdout.write(f"{text}\n")


def _write_csv(records: Records) -> None:
    import csv

    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(records.columns)
    writer.writerows([_field(value) for value in row] for row in records.rows)


def _field(value: Value) -> str:
    """A field of csv or tsv: empty for what is missing, no line break, nothing that steers."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    return visible(value) if isinstance(value, str) else str(value)
