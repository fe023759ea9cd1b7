"""Open the archive file: for reading without side effects, for writing with the schema in place.

Durability: WAL with `synchronous = NORMAL`. A power cut may lose the last transactions, never the
file; ingest finishes what is missing on its next run (https://www.sqlite.org/wal.html).
"""

from __future__ import annotations

import sqlite3
from pathlib import Path

from archive.errors import ArchiveBusy, ArchiveNotFound, ArchiveTooNew, ArchiveUnreadable
from archive.store.version import APPLICATION_ID, SCHEMA_VERSION

READER_WAIT_SECONDS = 10.0
WRITER_WAIT_SECONDS = 30.0


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
    except (sqlite3.DatabaseError, OSError) as error:
        raise unreadable(path, error) from error
    if version < SCHEMA_VERSION:
        connection.close()
        connect_writing(path).close()
        return connect_reading(path)
    return connection


def connect_writing(path: str | Path, *, create: bool = True) -> sqlite3.Connection:
    """A connection that may write, on the newest schema; creates the file where there is none.

    Raises `ArchiveNotFound` when `create` is false and there is no file, else as
    `connect_reading`, and `ArchiveBusy` while another process holds the archive.
    """
    path = Path(path)
    if not is_there(path) and not create:
        raise missing(path)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        connection = sqlite3.connect(path, timeout=WRITER_WAIT_SECONDS)
        version = _check_is_archive(connection, path)
        # Both take hold in a new file only. An article with its text fills half a page of 4 KB and
        # wastes the rest: with 16 KB the file is an eighth smaller. Free pages can be given back.
        connection.execute("PRAGMA page_size = 16384")
        connection.execute("PRAGMA auto_vacuum = INCREMENTAL")
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = NORMAL")
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA temp_store = MEMORY")
        connection.execute("PRAGMA cache_size = -65536")
        if version < SCHEMA_VERSION:
            from archive.store.schema import migrate  # noqa: PLC0415 - sqlite-utils is slow to load

            migrate(connection)
    except sqlite3.OperationalError as error:
        if "locked" in str(error):
            raise busy(path) from error
        raise unreadable(path, error) from error
    except (sqlite3.DatabaseError, OSError) as error:
        raise unreadable(path, error) from error
    return connection


def is_there(path: Path) -> bool:
    """Whether there is a file that may be an archive; one without a byte is none yet."""
    if path.is_dir():
        raise ArchiveUnreadable(
            f"보관소가 아니라 폴더입니다: {path}", mend="--db에는 파일을 지정하세요"
        )
    return path.exists() and path.stat().st_size > 0


def busy(path: Path) -> ArchiveBusy:
    """The error for an archive that another process is writing to."""
    return ArchiveBusy(
        f"보관소를 다른 프로세스가 쓰고 있습니다: {path}",
        f"{WRITER_WAIT_SECONDS:.0f}초를 기다렸습니다",
        "그 작업이 끝난 뒤 다시 실행하세요",
    )


def missing(path: Path) -> ArchiveNotFound:
    """The error for a path without an archive."""
    return ArchiveNotFound(
        f"보관소가 없습니다: {path}",
        "아직 아무것도 넣지 않았거나 다른 곳에 있습니다",
        "만들려면: newscli ingest 폴더/ · 다른 파일이라면: newscli --db 파일 …",
    )


def unreadable(path: Path, error: Exception) -> ArchiveUnreadable:
    """The error for a file that SQLite or the system will not open."""
    return ArchiveUnreadable(
        f"보관소를 열 수 없습니다: {path}", str(error), "--db로 다른 파일을 지정하세요"
    )


def _open_read_only(path: Path) -> sqlite3.Connection:
    uri = path.resolve().as_uri()
    connection = sqlite3.connect(f"{uri}?mode=ro", uri=True, timeout=READER_WAIT_SECONDS)
    try:
        connection.execute("PRAGMA schema_version").fetchone()
    except sqlite3.OperationalError:
        # In a folder that may not be written, WAL's shared-memory file can't be made; nobody can
        # be writing there either, so the file may be read as it stands.
        connection.close()
        connection = sqlite3.connect(f"{uri}?immutable=1", uri=True)
        connection.execute("PRAGMA schema_version").fetchone()
    return connection


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
