"""Read dumps as the parser sees them, without an archive."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from archive.dumps import each_path, find, read
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
