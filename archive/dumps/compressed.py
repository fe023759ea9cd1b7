"""gzip, zstd, xz and bzip2, streaming: members one after another, a cut or a bomb named."""

from __future__ import annotations

import sys
import zlib
from typing import TYPE_CHECKING, BinaryIO, Final, Protocol

from archive.dumps.place import BOMB, MIB, Budget, Nested, Place, Unreadable, check_ratio
from archive.dumps.sniff import GZIP, XZ
from archive.dumps.streams import HEAD_BYTES, head_of, stream_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_XZ_MEMORY: Final = 128 * MIB
"""`xz -9` needs 65 MiB to unpack."""

_CUT_SHORT: Final = "압축 파일이 중간에 끊겼습니다. 다시 받거나 복사하세요"
_DAMAGED: Final = "압축 파일이 망가졌습니다. 다시 받거나 복사하세요"


class _Engine(Protocol):
    """A decompressor of one member, as `bz2`, `lzma` and `zstd` have it."""

    @property
    def eof(self) -> bool: ...
    @property
    def needs_input(self) -> bool: ...
    @property
    def unused_data(self) -> bytes: ...
    def decompress(self, data: bytes, max_length: int) -> bytes: ...


def read(place: Place, stream: BinaryIO) -> Iterator[Nested]:
    """What the compression holds, one layer down."""
    inflating = _Inflating(stream, _engine_for(head_of(stream)), place.budget)
    yield Nested(place.unpacked(), stream_of(inflating.pull))


def _engine_for(head: bytes) -> Callable[[], _Engine]:
    if head.startswith(GZIP):
        return _Gunzip
    if head.startswith(XZ):
        import lzma  # noqa: PLC0415 - only when one turns up

        return lambda: lzma.LZMADecompressor(lzma.FORMAT_XZ, memlimit=_XZ_MEMORY)
    if head.startswith(b"BZh"):
        import bz2  # noqa: PLC0415 - only when one turns up

        return bz2.BZ2Decompressor
    return _zstd_decompressor()


def _zstd_decompressor() -> Callable[[], _Engine]:
    if sys.version_info >= (3, 14):
        from compression import zstd  # noqa: PLC0415 - only when one turns up
    else:
        from backports import zstd  # noqa: PLC0415 - only when one turns up
    return zstd.ZstdDecompressor


class _Gunzip:
    """zlib's decompressor in the shape of the others."""

    def __init__(self) -> None:
        self._zlib = zlib.decompressobj(wbits=31)

    @property
    def eof(self) -> bool:
        return self._zlib.eof

    @property
    def needs_input(self) -> bool:
        return not self._zlib.unconsumed_tail

    @property
    def unused_data(self) -> bytes:
        return self._zlib.unused_data

    def decompress(self, data: bytes, max_length: int) -> bytes:
        return self._zlib.decompress(self._zlib.unconsumed_tail + data, max_length)


class _Inflating:
    """The unpacked bytes of a stream, as many as are asked for."""

    def __init__(self, packed: BinaryIO, new_engine: Callable[[], _Engine], budget: Budget) -> None:
        self._packed = packed
        self._new_engine = new_engine
        self._engine = new_engine()
        self._budget = budget
        self._in = 0
        self._out = 0

    def pull(self, size: int) -> bytes:
        """Up to `size` bytes, b"" at the end. Raises `Unreadable` where it is cut or damaged."""
        while True:
            if self._engine.eof:
                packed = self._start_of_next_member()
                if not packed:
                    return b""
                self._engine = self._new_engine()
            else:
                packed = self._next_piece() if self._engine.needs_input else b""
            at_end = self._engine.needs_input and not packed
            piece = self._unpack(packed, size)
            if piece:
                return piece
            if at_end and not self._engine.eof:
                raise Unreadable(_CUT_SHORT)

    def _start_of_next_member(self) -> bytes:
        rest = self._engine.unused_data or self._next_piece()
        while rest and not rest.strip(b"\0"):  # tapes and tools pad with zeros
            rest = self._next_piece()
        return rest

    def _next_piece(self) -> bytes:
        piece = self._packed.read(HEAD_BYTES)
        self._in += len(piece)
        return piece

    def _unpack(self, packed: bytes, size: int) -> bytes:
        try:
            piece = self._engine.decompress(packed, size)
        except MemoryError as problem:
            raise Unreadable(BOMB) from problem
        except (
            Exception
        ) as problem:  # each engine has an error of its own, two of them imported late
            raise Unreadable(_DAMAGED) from problem
        self._out += len(piece)
        self._budget.spend(len(piece))
        check_ratio(self._in, self._out)
        return piece
