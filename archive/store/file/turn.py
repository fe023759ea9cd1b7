"""One writer at a time: whoever wants to write takes the turn, and keeps it to the end.

SQLite lets writers alternate between transactions; an ingest is many of them, and must not find
between two that another has begun the same source. The turn is a lock on an empty file beside the
archive, which the system lets go of however its holder ends.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from archive.store.file import refusals

_SECONDS_BETWEEN: Final = 0.1
_PATIENCE_SECONDS: Final = 0.5
"""Most turns come sooner, and nobody wants to hear of those."""

OnWait = Callable[[], None]


@contextmanager
def turn(path: Path, on_wait: OnWait | None = None) -> Iterator[None]:
    """Hold the turn to write to the archive at `path`; `on_wait` is told when that takes a while.

    Raises `ArchiveBusy` after `WRITER_WAIT_SECONDS`, `ArchiveUnreadable` where no file can be made.
    """
    lock = path.with_name(f"{path.name}-lock")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle = _taken(path, lock, on_wait)
    except (OSError, ValueError) as error:
        raise refusals.in_words(path, error) from error
    try:
        yield
    finally:
        _let_go(lock, handle)


def _taken(path: Path, lock: Path, on_wait: OnWait | None) -> int:
    """The open file that is locked. Raises `OSError` or `ArchiveBusy`."""
    started = time.monotonic()
    while True:
        handle = os.open(lock, os.O_RDWR | os.O_CREAT, 0o666)
        if _locked(handle) and _is_still(lock, handle):
            return handle
        os.close(handle)
        waited = time.monotonic() - started
        if waited > refusals.WRITER_WAIT_SECONDS:
            raise refusals.busy(path)
        if on_wait is not None and waited > _PATIENCE_SECONDS:
            on_wait()
            on_wait = None
        time.sleep(_SECONDS_BETWEEN)


def _is_still(lock: Path, handle: int) -> bool:
    """Whether the file is the one that others will find: the last holder may have removed it."""
    try:
        there = lock.stat()
    except FileNotFoundError:
        return False
    return os.path.samestat(there, os.fstat(handle))


if sys.platform == "win32":
    import msvcrt

    def _locked(handle: int) -> bool:
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

    def _let_go(lock: Path, handle: int) -> None:  # noqa: ARG001 - as its sibling below
        os.close(handle)  # an open file cannot be removed there, and an empty one does no harm

else:
    import fcntl

    def _locked(handle: int) -> bool:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True

    def _let_go(lock: Path, handle: int) -> None:
        lock.unlink(missing_ok=True)
        os.close(handle)
