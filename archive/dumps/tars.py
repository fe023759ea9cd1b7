"""Tar, streaming: every regular member is opened in turn; links are named, nothing is unpacked."""

from __future__ import annotations

import tarfile
from typing import TYPE_CHECKING, BinaryIO, Final

from archive.dumps.names import CLIMBS, bytes_name, climbs, is_hidden
from archive.dumps.place import MIB, Nested, Place, Unreadable
from archive.dumps.streams import stream_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Self

    from archive.model import Refusal

_MAX_HEADER_BYTES: Final = MIB
_HEADERS_WITH_A_BODY: Final = (
    tarfile.XHDTYPE,
    tarfile.XGLTYPE,
    tarfile.SOLARIS_XHDTYPE,
    tarfile.GNUTYPE_LONGNAME,
    tarfile.GNUTYPE_LONGLINK,
)
_DAMAGED: Final = "tar가 여기서부터 망가졌거나 끊겨 뒤를 읽지 못했습니다. 다시 받거나 복사하세요"
_LINK: Final = "링크라서 따라가지 않았습니다"
_DEVICE: Final = "일반 파일이 아닙니다"


class _Header(tarfile.TarInfo):
    """A header that speaks up where the library is silent or trusting.

    The library takes a damaged header in the middle for the end of the archive, and reads a long
    name of ten gigabytes into memory.
    """

    @classmethod
    def frombuf(cls, buf: bytes | bytearray, encoding: str, errors: str) -> Self:
        try:
            header = super().frombuf(buf, encoding, errors)
        except (tarfile.EOFHeaderError, tarfile.EmptyHeaderError):  # type: ignore[attr-defined] # not in the stubs
            raise
        except tarfile.HeaderError as problem:
            raise Unreadable(_DAMAGED) from problem
        if header.type in _HEADERS_WITH_A_BODY and header.size > _MAX_HEADER_BYTES:
            raise Unreadable(_DAMAGED)
        return header


def read(place: Place, stream: BinaryIO) -> Iterator[Nested | Refusal]:
    """The members in the order of the archive. Raises `Unreadable` where it breaks off."""
    try:
        with tarfile.open(fileobj=stream, mode="r|", tarinfo=_Header) as archive:
            for member in archive:
                archive.members = []  # type: ignore[attr-defined] # or it keeps them all in memory
                yield from _member(place, archive, member)
    except (tarfile.TarError, ValueError, EOFError, OverflowError) as problem:
        raise Unreadable(_DAMAGED) from problem


def _member(
    place: Place, archive: tarfile.TarFile, member: tarfile.TarInfo
) -> Iterator[Nested | Refusal]:
    name = bytes_name(member.name.encode("utf-8", "surrogateescape"))
    if member.isdir() or is_hidden(name):
        return
    inside = place.inside(name)
    if climbs(name):
        yield inside.refuse(CLIMBS)
        return
    if member.issym() or member.islnk():
        yield inside.refuse(_LINK)
        return
    content = archive.extractfile(member) if member.isfile() else None
    if content is None:
        yield inside.refuse(_DEVICE)
        return

    def pull(size: int) -> bytes:
        try:
            return content.read(size)
        except tarfile.ReadError as problem:
            raise Unreadable(_DAMAGED) from problem

    yield Nested(inside, stream_of(pull))
