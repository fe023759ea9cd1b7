from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest

from archive.model import Analysis, Dump, Page
from archive.store.file.connection import connect_writing
from archive.store.rows.entry import Parsed, prepare
from archive.store.writing.write import Writer

WriteSource = Callable[..., None]


@pytest.fixture
def database(tmp_path: Path) -> Path:
    return tmp_path / "archive.db"


@pytest.fixture
def writer(database: Path) -> Iterator[Writer]:
    connection = connect_writing(database)
    yield Writer(connection)
    connection.close()


@pytest.fixture
def write_source() -> WriteSource:
    return _write_source


def _write_source(
    writer: Writer, path: str, *pages: Page, analyses: Sequence[Analysis] = (), **metadata: str
) -> None:
    """Write a source of our own making: each page comes from a dump that is told by its parts."""
    writer.begin(path)
    for number, page in enumerate(pages):
        dump = Dump(text=repr(page), source=path, member=str(number), metadata=metadata)
        writer.add(*prepare([Parsed(dump, page, analyses, metadata.get("url"))]))
    writer.finish()
    writer.settle()
    writer.commit()
