"""Opening the file: what is made, what is refused, and that a failed migration leaves no trace."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from functools import partial
from pathlib import Path

import pytest
from sqlite_utils import Database

from archive.errors import ArchiveNotFound, ArchiveTooNew, ArchiveUnreadable
from archive.store.file import schema
from archive.store.file.connection import connect_reading, connect_writing
from archive.store.file.version import SCHEMA_VERSION


def test_a_missing_archive_names_the_command_that_makes_one(tmp_path: Path) -> None:
    for opening in (
        partial(connect_reading, tmp_path / "none.db"),
        partial(connect_writing, tmp_path / "none.db", create=False),
    ):
        with pytest.raises(ArchiveNotFound, match="newscli ingest"):
            opening()
    assert list(tmp_path.iterdir()) == []


def test_the_migrations_are_as_many_as_the_version_says(database: Path) -> None:
    connect_writing(database).close()
    migrations = Database(database)["_sqlite_migrations"]
    assert migrations.count == SCHEMA_VERSION


def test_a_current_archive_opens_without_sqlite_utils(database: Path) -> None:
    connect_writing(database).close()
    code = (
        "import sys; from archive.store.file.connection import connect_writing, connect_reading;"
        f"connect_writing({str(database)!r}); connect_reading({str(database)!r});"
        "assert 'sqlite_utils' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


def test_a_file_killed_before_its_first_table_is_still_ours(
    database: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def killed(connection: sqlite3.Connection) -> None:
        schema.MIGRATIONS.ensure_migrations_table(Database(connection))
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(schema, "migrate", killed)
        with pytest.raises(KeyboardInterrupt):
            connect_writing(database)
    with pytest.raises(ArchiveNotFound):
        connect_reading(database)
    connect_writing(database).close()
    connect_reading(database).close()


@pytest.mark.parametrize("content", [b"plain text, no database", b"\x00" * 5000])
def test_a_file_of_another_kind_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "notes.txt"
    path.write_bytes(content)
    for connect in (connect_reading, connect_writing):
        with pytest.raises(ArchiveUnreadable):
            connect(path)
    assert path.read_bytes() == content


def test_a_database_of_another_program_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "other.db"
    other = sqlite3.connect(path)
    other.execute("CREATE TABLE notes (text)")
    other.close()
    for connect in (connect_reading, connect_writing):
        with pytest.raises(ArchiveUnreadable, match="newscli"):
            connect(path)


def test_an_archive_of_a_later_version_is_refused(database: Path) -> None:
    connection = connect_writing(database)
    connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION + 1}")
    connection.close()
    for connect in (connect_reading, connect_writing):
        with pytest.raises(ArchiveTooNew, match="upgrade"):
            connect(database)


def test_a_migration_that_fails_leaves_no_trace(
    database: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(schema, "_VIEWS", (*schema._VIEWS, "CREATE VIEW broken AS SELEKT"))
    with pytest.raises(ArchiveUnreadable):
        connect_writing(database)
    monkeypatch.undo()
    raw = sqlite3.connect(database)
    assert raw.execute("PRAGMA user_version").fetchone() == (SCHEMA_VERSION - 1,)
    assert raw.execute("SELECT count(*) FROM sqlite_master WHERE type = 'view'").fetchone() == (0,)
    raw.close()
    connection = connect_writing(database)
    assert connection.execute("PRAGMA user_version").fetchone() == (SCHEMA_VERSION,)
    assert connection.execute("SELECT count(*) FROM article_sources").fetchone() == (0,)
    connection.close()


def test_every_view_can_be_read_and_foreign_keys_hold(database: Path) -> None:
    connection = connect_writing(database)
    views = connection.execute("SELECT name FROM sqlite_master WHERE type = 'view'").fetchall()
    assert views
    for (name,) in views:
        connection.execute(f"SELECT * FROM {name}").fetchall()
    assert connection.execute("PRAGMA foreign_keys").fetchone() == (1,)
    assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    connection.close()
