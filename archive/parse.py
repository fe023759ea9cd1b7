"""Read dumps as the parser sees them, without an archive."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

from archive.dumps import each_path, find, read
from archive.dumps.place import Unreadable
from archive.errors import UsageError
from archive.model import Dump, ParsedDump, Refusal
from archive.pages import page_of


def parse_files(paths: str | Path | Iterable[str | Path]) -> Iterator[ParsedDump | Refusal]:
    """Every dump in the files and folders, parsed, in the order in which ingest would take them."""
    for found in find(each_path(paths)):
        if isinstance(found, Refusal):
            yield found
            continue
        for dump in read(found):
            yield _parsed(dump) if isinstance(dump, Dump) else dump


def _parsed(dump: Dump) -> ParsedDump:
    return ParsedDump(dump.source, dump.member, dump.text, page_of(dump))


def text_lines(stream: BinaryIO, name: str) -> Iterator[str]:
    """The lines of a text in any encoding that a dump may have, each as it comes.

    Raises `UsageError`, which calls the stream `name`, for what is no text.
    """
    from archive.dumps import textlines  # noqa: PLC0415 - as every reader

    try:
        yield from textlines.text_lines(stream)
    except Unreadable as problem:
        raise UsageError(f"글로 읽을 수 없습니다: {name}", problem.reason) from problem
