"""Streams of bytes that can be looked into before they are read, and never give half a look."""

from __future__ import annotations

import io
import tempfile
from typing import TYPE_CHECKING, BinaryIO, Final, cast

from archive.dumps.place import MIB, Budget, Unreadable

if TYPE_CHECKING:
    from collections.abc import Callable

    from typing_extensions import Buffer

HEAD_BYTES: Final = 64 * 1024
"""As much of an input as its format is told by."""

_KEPT_IN_MEMORY: Final = 8 * MIB


class _Pulled(io.RawIOBase):
    """A raw stream over `pull(size) -> bytes`, filled to the brim before it answers.

    What was pulled before a failure is handed over first: the failure belongs to what follows it.
    """

    def __init__(self, pull: Callable[[int], bytes]) -> None:
        self._pull = pull
        self._failure: Unreadable | None = None

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Buffer, /) -> int:
        if self._failure:
            raise self._failure
        room = memoryview(buffer).cast("B")
        filled = 0
        while filled < len(room):
            try:
                piece = self._pull(len(room) - filled)
            except Unreadable as problem:
                if not filled:
                    raise
                self._failure = problem
                break
            if not piece:
                break
            room[filled : filled + len(piece)] = piece
            filled += len(piece)
        return filled


def stream_of(pull: Callable[[int], bytes]) -> io.BufferedReader:
    """A stream over `pull(size)`, which gives at most `size` bytes and b"" at the end."""
    return io.BufferedReader(_Pulled(pull), HEAD_BYTES)


def looked_into(stream: BinaryIO) -> io.BufferedReader:
    """A stream over any binary file that `head_of` can look into; it seeks where the file does."""
    return io.BufferedReader(cast("io.RawIOBase", stream), HEAD_BYTES)


def head_of(stream: BinaryIO) -> bytes:
    """The first bytes of a stream, left in it. It is one of `stream_of` or `looked_into`."""
    return cast("io.BufferedReader", stream).peek(HEAD_BYTES)


def seekable(stream: BinaryIO, budget: Budget) -> BinaryIO:
    """The stream itself where it can seek, else a copy: small in memory, large in a nameless file.

    Raises `Unreadable` (from the stream, or from the budget) when it cannot be copied whole.
    """
    if stream.seekable():
        return stream
    copy = tempfile.SpooledTemporaryFile(_KEPT_IN_MEMORY)  # noqa: SIM115 - the caller reads on
    while piece := stream.read(MIB):
        budget.spend(len(piece))
        copy.write(piece)
    copy.seek(0)
    return copy  # type: ignore[return-value] # it is a binary file in all but its declared type


def skip_line(stream: BinaryIO) -> None:
    """Read on to the end of the line without keeping it."""
    while (piece := stream.readline(MIB)) and not piece.endswith(b"\n"):
        pass
