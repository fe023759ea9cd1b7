"""What SQLite or the system refused, as errors that say what, why and the mend."""

from __future__ import annotations

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
    ArchiveUnreadable,
    UsageError,
    system_reason,
)

_Given = ParamSpec("_Given")
_Answer = TypeVar("_Answer")

WRITER_WAIT_SECONDS = 30.0
"""So long is another writer waited for before `busy` is said."""

_LEAST_ROOM = 1 << 20
"""Bytes: with fewer a disk counts as full. WAL's shared memory alone takes 32 KB at a time."""


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
            raise in_words(given[0].path, error) from error  # type: ignore[attr-defined]  # see above
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
    if isinstance(error, UnicodeDecodeError):  # SQLite names a damaged table by its damaged name
        code = sqlite3.SQLITE_CORRUPT
    if isinstance(error, OSError):
        reason = system_reason(error)
    else:
        reason = _REASONS.get(code) or str(error)
    mend = "--db로 다른 파일을 지정하세요"
    if code == sqlite3.SQLITE_CORRUPT:
        mend = "백업을 --db로 지정하거나, 파일을 치우고 다시 넣으세요: newscli ingest 폴더/"
    return ArchiveUnreadable(f"보관소를 열 수 없습니다: {path}", reason, mend)


_REASONS = {
    sqlite3.SQLITE_CANTOPEN: "파일을 열거나 만들 수 없습니다",
    sqlite3.SQLITE_CORRUPT: "파일이 망가졌습니다",
    sqlite3.SQLITE_IOERR: "디스크를 읽거나 쓰다가 오류가 났습니다",
    sqlite3.SQLITE_NOTADB: "newscli 보관소가 아닙니다. SQLite 파일이 아닙니다",
    sqlite3.SQLITE_PROTOCOL: "잠금을 쓸 수 없는 폴더입니다. 이 컴퓨터의 디스크에 두세요",
}
