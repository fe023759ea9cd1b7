"""Every released schema is opened, brought up to date and checked; a later one is refused."""

from __future__ import annotations

import re
import sqlite3
from pathlib import Path

import pytest

from archive import Archive
from archive.errors import ArchiveTooNew
from archive.store.file.connection import connect_writing
from archive.store.file.version import SCHEMA_VERSION

FIXTURES = Path(__file__).parents[1] / "fixtures"
RELEASED = sorted(FIXTURES.glob("archive-*.sql"))
_PAGE = Path(__file__).parents[2] / "examples" / "garam-snow.txt"


def restored(fixture: Path, folder: Path) -> Path:
    connection = sqlite3.connect(folder / "old.db")
    connection.executescript(fixture.read_text(encoding="utf-8"))
    connection.close()
    return folder / "old.db"


def schema_of(database: Path) -> dict[str, str]:
    connection = sqlite3.connect(database)
    rows = connection.execute("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL")
    found = {name: re.sub(r'\s+|"|\'', "", sql) for name, sql in rows}
    connection.close()
    return found


@pytest.mark.parametrize("fixture", RELEASED, ids=lambda path: path.stem)
def test_a_released_archive_is_opened_brought_up_to_date_and_sound(
    fixture: Path, tmp_path: Path
) -> None:
    database = restored(fixture, tmp_path)
    with Archive.open(database, create=False) as news:
        assert news.doctor(full=True).ok
        assert news.search("새벽배달").total == 1
        assert news.search("뱃길").total == 2
        assert [s.path for s in news.sources()] == ["/뉴스/가람.txt", "/뉴스/도담.jsonl"]
        assert news.sources()[1].refusals
        assert news.weather(station="가람")[0].readings[0].temperature == 7.5
        assert news.entities(kind="person")
        assert news.ingest([_PAGE], jobs=1).added == 1
        assert news.doctor(full=True).ok
    assert schema_of(database) == schema_of(new_archive(tmp_path))


def new_archive(folder: Path) -> Path:
    connect_writing(folder / "new.db").close()
    return folder / "new.db"


def test_the_present_schema_is_kept_as_a_fixture(tmp_path: Path) -> None:
    """Of a released schema: add a migration instead. Before that: tools/schema_fixture.py."""
    present = FIXTURES / f"archive-{SCHEMA_VERSION}.sql"
    assert present in RELEASED
    assert schema_of(restored(present, tmp_path)) == schema_of(new_archive(tmp_path))


def test_an_archive_of_a_later_version_is_refused_with_the_reason(tmp_path: Path) -> None:
    database = restored(RELEASED[-1], tmp_path)
    connection = sqlite3.connect(database)
    connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION + 1}")
    connection.close()
    before = database.read_bytes()
    for opening in (Archive.open, connect_writing):
        with pytest.raises(ArchiveTooNew) as refused:
            opening(database)
        assert str(SCHEMA_VERSION) in refused.value.why
        assert str(SCHEMA_VERSION + 1) in refused.value.why
        assert "upgrade" in refused.value.mend
    assert database.read_bytes() == before
