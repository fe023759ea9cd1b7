"""Open the archive file: for reading without side effects, for writing with the schema in place.

Durability: WAL with `synchronous = NORMAL`. A power cut may lose the last transactions, never the
file; ingest finishes what is missing on its next run (https://www.sqlite.org/wal.html).
"""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path

from archive.errors import ArchiveTooNew, ArchiveUnreadable
from archive.store.file import refusals
from archive.store.file.refusals import in_words, missing
from archive.store.file.turn import turn
from archive.store.file.version import APPLICATION_ID, SCHEMA_VERSION

READER_WAIT_SECONDS = 10.0
WRITER_CACHE_BYTES = 64 << 20


def connect_reading(path: str | Path) -> sqlite3.Connection:
    """A connection that can't write.

    Raises `ArchiveNotFound`, `ArchiveUnreadable` or `ArchiveTooNew`.
    """
    path = Path(path)
    if not is_there(path):
        raise missing(path)
    try:
        connection = _open_read_only(path)
        version = _check_is_archive(connection, path)
    except (sqlite3.Error, OSError, UnicodeDecodeError) as error:
        raise in_words(path, error) from error
    if version == SCHEMA_VERSION:
        return connection
    connection.close()
    if version == 0:  # an ingest that was cut off before it had begun
        raise missing(path)
    _bring_up_to_date(path)
    return connect_reading(path)


def _bring_up_to_date(path: Path) -> None:
    try:
        with turn(path):
            connect_writing(path).close()
    except ArchiveUnreadable as error:
        raise ArchiveUnreadable(
            f"옛 판의 보관소를 새 판으로 바꾸지 못했습니다: {path}",
            error.why,
            "쓸 수 있는 폴더에 베껴 두고 --db로 그 파일을 지정하세요",
        ) from error


def connect_writing(
    path: str | Path, *, create: bool = True, cache_bytes: int = WRITER_CACHE_BYTES
) -> sqlite3.Connection:
    """A connection that may write, on the newest schema; creates the file where there is none. So
    many bytes of the file are kept in memory.

    Raises `ArchiveNotFound` when `create` is false and there is no file, else as
    `connect_reading`, and `ArchiveBusy` while another process holds the archive.
    """
    path = Path(path)
    if not is_there(path) and not create:
        raise missing(path)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        connection = sqlite3.connect(path, timeout=refusals.WRITER_WAIT_SECONDS)
        version = _check_is_archive(connection, path)
        # Both take hold in a new file only. An article with its text fills half a page of 4 KB and
        # wastes the rest: with 16 KB the file is an eighth smaller. Free pages can be given back.
        connection.execute("PRAGMA page_size = 16384")
        connection.execute("PRAGMA auto_vacuum = INCREMENTAL")
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = NORMAL")
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA temp_store = MEMORY")
        connection.execute(f"PRAGMA cache_size = -{cache_bytes >> 10}")
        # Debian's SQLite fills each page that it frees with zeros, and merging the index frees
        # many. Nothing forgotten stays for that: free pages are given back when writing ends.
        connection.execute("PRAGMA secure_delete = FAST")
        if version == 0:
            # Before any table: sqlite-utils makes one of its own ahead of the first migration, and
            # a file that is left with that alone must still be known as ours.
            connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        if version < SCHEMA_VERSION:
            from archive.store.file.schema import migrate  # noqa: PLC0415 - sqlite-utils is slow to load

            migrate(connection)
    except (sqlite3.Error, OSError, ValueError) as error:
        raise in_words(path, error) from error
    return connection


def is_there(path: Path) -> bool:
    """Whether there is a file that may be an archive; one without a byte is none yet."""
    try:
        if path.is_dir():
            raise ArchiveUnreadable(
                f"보관소가 아니라 폴더입니다: {path}", mend="--db에는 파일을 지정하세요"
            )
        return path.exists() and path.stat().st_size > 0
    except (OSError, ValueError) as error:  # a folder that may not be entered, a NUL in the name
        raise in_words(path, error) from error


def _open_read_only(path: Path) -> sqlite3.Connection:
    uri = path.resolve().as_uri()
    connection = sqlite3.connect(f"{uri}?mode=ro", uri=True, timeout=READER_WAIT_SECONDS)
    try:
        connection.execute("PRAGMA schema_version").fetchone()
    except sqlite3.OperationalError as error:
        connection.close()
        if error.sqlite_errorcode & 0xFF not in _NO_SHARED_MEMORY:
            raise
        return _open_alone(path, uri)
    return connection


def _open_alone(path: Path, uri: str) -> sqlite3.Connection:
    """A reader without WAL's shared memory, which a folder may not let us make.

    It is there as long as anyone writes, so nobody does, and the file may be read as it stands,
    with the log that a writer may have left beside it. A log is read without shared memory only by
    one who holds the file alone, and a lock on a file opened for reading is none: hence no locks.
    """
    log = path.with_name(f"{path.name}-wal")
    if os.name == "posix" and log.exists() and log.stat().st_size:
        connection = sqlite3.connect(f"{uri}?mode=ro&vfs=unix-none", uri=True)
        connection.execute("PRAGMA locking_mode = EXCLUSIVE")
    else:
        connection = sqlite3.connect(f"{uri}?immutable=1", uri=True)
    connection.execute("PRAGMA schema_version").fetchone()
    return connection


_NO_SHARED_MEMORY = frozenset(
    {sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY, sqlite3.SQLITE_IOERR}
    | {sqlite3.SQLITE_PROTOCOL}
)
"""How a folder says that it will not have it: read-only ones, and network folders in their ways."""


def _check_is_archive(connection: sqlite3.Connection, path: Path) -> int:
    """The file's schema version; 0 for a new file."""
    application: int = connection.execute("PRAGMA application_id").fetchone()[0]
    version: int = connection.execute("PRAGMA user_version").fetchone()[0]
    has_tables = connection.execute("SELECT 1 FROM sqlite_master LIMIT 1").fetchone() is not None
    if application != APPLICATION_ID and has_tables:
        raise ArchiveUnreadable(
            f"newscli 보관소가 아닙니다: {path}",
            "다른 프로그램의 SQLite 파일입니다",
            "--db로 다른 파일을 지정하세요",
        )
    if version > SCHEMA_VERSION:
        raise ArchiveTooNew(
            f"더 새로운 newscli가 만든 보관소입니다: {path}",
            f"이 프로그램은 {SCHEMA_VERSION}판까지 읽고, 보관소는 {version}판입니다",
            "pip install --upgrade newscli",
        )
    return version
