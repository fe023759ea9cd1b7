"""Files as the archive knows them: an absolute path, a size, a time, a digest; stdin as a file."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path
from typing import BinaryIO, Final

from archive.dumps import STDIN, shown_path

_PIECE_BYTES: Final = 1 << 20
_STDIN_IN_MEMORY_BYTES: Final = 32 << 20
_DIGEST_BYTES: Final = 16


@dataclass(frozen=True, slots=True)
class Facts:
    """A file as it lies there now. `path` is what the archive calls it, `shown` what the user does.

    `size` in bytes, `modified_ns` since the epoch; None for what is no file on disk.
    """

    path: str
    shown: str
    size: int | None
    modified_ns: int | None


def archive_path(path: str | Path) -> str:
    """The absolute path with `/` between its parts: one file, one name, wherever it is called."""
    return shown_path(os.path.abspath(path)).replace(os.sep, "/")  # noqa: PTH100 - links are kept


def files_of_archive(path: Path) -> frozenset[str]:
    """The paths of an archive's own files: the log, its index and the writer's lock beside it."""
    whole = archive_path(path)
    return frozenset((whole, f"{whole}-wal", f"{whole}-shm", f"{whole}-lock"))


def facts_of(path: Path) -> Facts:
    """Raises `OSError`."""
    status = path.stat()
    return Facts(archive_path(path), shown_path(path), status.st_size, status.st_mtime_ns)


def digest_of(stream: BinaryIO) -> str:
    """The BLAKE2b digest of a stream, read to its end."""
    digest = blake2b(digest_size=_DIGEST_BYTES)
    while piece := stream.read(_PIECE_BYTES):
        digest.update(piece)
    return digest.hexdigest()


@contextmanager
def opened(path: Path) -> Iterator[BinaryIO]:
    """The file, or what standard input holds, so that it can be read twice. Raises `OSError`."""
    if path != STDIN and path.is_file():
        with path.open("rb") as stream:
            yield stream
        return
    with tempfile.SpooledTemporaryFile(_STDIN_IN_MEMORY_BYTES) as copy:
        if path == STDIN:
            _copy(sys.stdin.buffer, copy)
        else:  # a pipe: `<(zcat news.gz)`
            with path.open("rb") as pipe:
                _copy(pipe, copy)
        yield copy  # type: ignore[misc] # it is a binary file in all but its declared type


def _copy(stream: BinaryIO, copy: tempfile.SpooledTemporaryFile[bytes]) -> None:
    while piece := stream.read(_PIECE_BYTES):
        copy.write(piece)
    copy.seek(0)
