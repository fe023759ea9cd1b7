"""Checks that find what is broken, backups that hold it all, an index that can be built anew."""

from __future__ import annotations

import contextlib
import shutil
import sqlite3
from pathlib import Path

import pytest

from archive import Archive, ArchiveError

EXAMPLES = Path(__file__).parents[2] / "examples"


@pytest.fixture
def database(tmp_path: Path) -> Path:
    path = tmp_path / "news.db"
    with Archive.open(path) as news:
        news.ingest([EXAMPLES], jobs=1)
    return path


def broken(path: Path, *, full: bool = True) -> set[str]:
    with Archive.open(path, create=False) as news:
        return {check.name for check in news.doctor(full=full).checks if not check.ok}


@pytest.mark.parametrize("full", [True, False])
def test_a_sound_archive_passes(database: Path, full: bool) -> None:
    assert broken(database, full=full) == set()


@pytest.mark.parametrize(
    ("damage", "name"),
    [
        ("DELETE FROM pages WHERE id = (SELECT max(id) FROM pages)", "references"),
        ("UPDATE articles SET body = '누가 고쳐 놓은 글' WHERE id = 1", "index"),
        ("INSERT INTO article_index (article_index) VALUES ('delete-all')", "counts"),
        ("UPDATE sources SET status = 'reading' WHERE id = 1", "unfinished"),
    ],
)
def test_what_is_broken_is_found(database: Path, damage: str, name: str) -> None:
    connection = sqlite3.connect(database)
    connection.execute(damage)
    connection.commit()
    connection.close()
    assert name in broken(database)


def test_a_damaged_file_is_found(database: Path) -> None:
    connection = sqlite3.connect(database)
    connection.execute("PRAGMA journal_mode = DELETE")
    connection.close()
    content = bytearray(database.read_bytes())
    third = len(content) // 3
    content[third : 2 * third] = b"\xaa" * third
    database.write_bytes(content)
    with contextlib.suppress(ArchiveError, sqlite3.DatabaseError):  # or it is refused outright
        assert broken(database)


def test_reindexing_mends_the_index_and_changes_nothing_else(database: Path) -> None:
    with Archive.open(database) as news:
        before = news.search("배달특급 가람시")
    connection = sqlite3.connect(database)
    connection.execute("INSERT INTO article_index (article_index) VALUES ('delete-all')")
    connection.commit()
    connection.close()
    assert "index" in broken(database)
    with Archive.open(database) as news:
        assert news.reindex() == news.count()
        assert news.search("배달특급 가람시") == before
    assert broken(database) == set()


def test_a_backup_holds_everything_and_overwrites_nothing(database: Path, tmp_path: Path) -> None:
    target = tmp_path / "copy.db"
    with Archive.open(database) as news:
        news.backup(target)
        with pytest.raises(ArchiveError, match="이미 있는 파일"):
            news.backup(target)
        with pytest.raises(ArchiveError, match="백업하지 못했습니다"):
            news.backup(tmp_path / "nowhere" / "copy.db")
        listings = news.articles(limit=None)
    assert broken(target) == set()
    with Archive.open(target, create=False) as copy:
        assert copy.articles(limit=None) == listings
    assert [path.name for path in tmp_path.glob("copy.db*")] == ["copy.db"]


def test_an_archive_in_a_folder_that_may_not_be_written_can_be_read(
    database: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "kept"
    folder.mkdir()
    shutil.copy(database, folder / "news.db")
    (folder / "news.db").chmod(0o444)
    folder.chmod(0o555)
    try:
        with Archive.open(folder / "news.db", create=False) as news:
            assert news.search("배달특급").total == 2
    finally:
        folder.chmod(0o755)
