"""Open the archive file: for reading without side effects, for writing with the schema in place.

Durability: WAL with `synchronous = NORMAL`. A power cut may lose the last transactions, never the
file; ingest finishes what is missing on its next run (https://www.sqlite.org/wal.html).
"""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import ParamSpec, TypeVar

from archive.errors import (
    ArchiveBusy,
    ArchiveError,
    ArchiveNotFound,
    ArchiveTooNew,
    ArchiveUnreadable,
    UsageError,
    system_reason,
)
from archive.store.version import APPLICATION_ID, SCHEMA_VERSION

_Given = ParamSpec("_Given")
_Answer = TypeVar("_Answer")

READER_WAIT_SECONDS = 10.0
WRITER_WAIT_SECONDS = 30.0

_LEAST_ROOM = 1 << 20
"""Bytes: with fewer a disk counts as full. WAL's shared memory alone takes 32 KB at a time."""


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
    except (sqlite3.Error, OSError) as error:
        raise in_words(path, error) from error
    if version == SCHEMA_VERSION:
        return connection
    connection.close()
    if version == 0:  # an ingest that was cut off before it had begun
        raise missing(path)
    _bring_up_to_date(path)
    return connect_reading(path)


def _bring_up_to_date(path: Path) -> None:
    from archive.store.turn import turn  # noqa: PLC0415 - it needs this module

    try:
        with turn(path):
            connect_writing(path).close()
    except ArchiveUnreadable as error:
        raise ArchiveUnreadable(
            f"옛 판의 보관소를 새 판으로 바꾸지 못했습니다: {path}",
            error.why,
            "쓸 수 있는 폴더에 베껴 두고 --db로 그 파일을 지정하세요",
        ) from error


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


def in_words(path: Path, error: Exception) -> ArchiveError:
    """What SQLite or the system refused, as the error that says what to do about it.

    The codes are SQLite's: https://www.sqlite.org/rescode.html.
    """
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    if code in {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}:
        return busy(path)
    if code == sqlite3.SQLITE_FULL or (
        (code == sqlite3.SQLITE_IOERR or isinstance(error, OSError)) and _has_no_room(path)
    ):
        return full(path)
    if code == sqlite3.SQLITE_READONLY:
        return ArchiveUnreadable(
            f"보관소에 쓸 수 없습니다: {path}",
            "파일이나 폴더를 읽기만 할 수 있습니다",
            "쓸 수 있는 폴더에 베껴 두고 --db로 그 파일을 지정하세요",
        )
    return unreadable(path, error)


def in_plain_words(method: Callable[_Given, _Answer]) -> Callable[_Given, _Answer]:
    """A method of something with a `path` of an archive, whose failures are told as `in_words`.

    What no database can hold, a half of a character or a number beyond 64 bits, is a `UsageError`.
    """

    @wraps(method)
    def told(*given: _Given.args, **named: _Given.kwargs) -> _Answer:
        try:
            return method(*given, **named)
        except sqlite3.DatabaseError as error:
            if is_our_fault(error):
                raise
            raise in_words(given[0].path, error) from error  # type: ignore[attr-defined]
        except UnicodeEncodeError as error:
            raise UsageError(
                f"글자가 아닌 것이 있습니다: {error.object!a}", "UTF-8이 아닌 바이트로 보입니다"
            ) from error
        except OverflowError as error:
            raise UsageError("너무 큰 수입니다", "64비트를 넘습니다") from error

    return told


def is_our_fault(error: sqlite3.DatabaseError) -> bool:
    """Whether SQLite complains of what we asked, and not of the file or the disk."""
    return getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR) & 0xFF in _OURS


_OURS = frozenset(
    {sqlite3.SQLITE_ERROR, sqlite3.SQLITE_CONSTRAINT, sqlite3.SQLITE_MISUSE}
    | {sqlite3.SQLITE_RANGE, sqlite3.SQLITE_MISMATCH, sqlite3.SQLITE_INTERNAL}
)


def _has_no_room(path: Path) -> bool:
    """Whether the disk is as good as full: SQLite calls a log that cannot grow an I/O error."""
    try:
        return shutil.disk_usage(path.parent).free < _LEAST_ROOM
    except OSError:
        return False


def full(path: Path) -> ArchiveError:
    """The error for a disk without room for what is being written."""
    return ArchiveError(
        f"디스크가 가득 찼습니다: {path}",
        "지금까지 넣은 것은 그대로 있습니다",
        "자리를 비운 뒤 다시 실행하면 남은 것부터 이어서 합니다",
    )


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
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    if isinstance(error, OSError):
        reason = system_reason(error)
    else:
        reason = _REASONS.get(code) or str(error)
    mend = "--db로 다른 파일을 지정하세요"
    if code == sqlite3.SQLITE_CORRUPT:
        mend = "newscli doctor로 살펴보고, 백업이나 원래 파일에서 다시 만드세요"
    return ArchiveUnreadable(f"보관소를 열 수 없습니다: {path}", reason, mend)


_REASONS = {
    sqlite3.SQLITE_CANTOPEN: "파일을 열거나 만들 수 없습니다",
    sqlite3.SQLITE_CORRUPT: "파일이 망가졌습니다",
    sqlite3.SQLITE_IOERR: "디스크를 읽거나 쓰다가 오류가 났습니다",
    sqlite3.SQLITE_NOTADB: "newscli 보관소가 아닙니다. SQLite 파일이 아닙니다",
    sqlite3.SQLITE_PROTOCOL: "잠금을 쓸 수 없는 폴더입니다. 이 컴퓨터의 디스크에 두세요",
}


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
