"""Zip: every member opened in turn; names as Korean Windows wrote them, documents known as such."""

from __future__ import annotations

import os
import struct
import zipfile
import zlib
from typing import TYPE_CHECKING, BinaryIO, Final

from archive.dumps.names import CLIMBS, bytes_name, climbs, is_hidden
from archive.dumps.place import MIB, Nested, Place, Unreadable, check_ratio
from archive.dumps.streams import seekable, stream_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from archive.model import Refusal

_UTF8_NAME: Final = 0x800
_ENCRYPTED: Final = 0x1

_MAX_DIRECTORY_BYTES: Final = 24 * MIB
"""The library holds the whole directory in memory, five times as large: some 200,000 members."""

_END: Final = b"PK\x05\x06"
_END_64: Final = b"PK\x06\x06"
_LONGEST_END_BYTES: Final = 64 * 1024 + 128
"""The end of the directory, its 64-bit twin, and a comment of up to 64 KB after them."""

_TOO_MANY: Final = "파일이 너무 많이 든 zip입니다. `unzip`으로 풀어서 넣으세요"
_DAMAGED: Final = "zip이 망가졌거나 끊겼습니다. 다시 받거나 복사하세요"
_DOCUMENTS: Final = (
    ("word/document.xml", "MS 워드 문서입니다. `pandoc -t plain`으로 글만 뽑아서 넣으세요"),
    ("Contents/content.hpf", "한글(HWPX) 문서입니다. 한글에서 텍스트로 저장하여 넣으세요"),
    ("xl/workbook.xml", "엑셀 문서입니다. 글이 든 칸을 JSON Lines로 뽑아서 넣으세요"),
    ("META-INF/container.xml", "EPUB입니다. `pandoc -t plain`으로 글만 뽑아서 넣으세요"),
    ("content.xml", "오픈도큐먼트 문서입니다. `pandoc -t plain`으로 글만 뽑아서 넣으세요"),
)
_LIBRARY_ERRORS: Final = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    OSError,
    ValueError,
    OverflowError,
    NotImplementedError,  # a compression method that Python has not
    RuntimeError,  # a password is asked for
)


def read(place: Place, stream: BinaryIO) -> Iterator[Nested | Refusal]:
    """The members in the order of the directory. Raises `Unreadable` when that cannot be read."""
    whole = seekable(stream, place.budget)
    if _directory_bytes(whole) > _MAX_DIRECTORY_BYTES:
        raise Unreadable(_TOO_MANY)
    try:
        archive = zipfile.ZipFile(whole)
    except _LIBRARY_ERRORS as problem:
        raise Unreadable(_DAMAGED) from problem
    with archive:
        names = set(archive.namelist())
        for part, reason in _DOCUMENTS:
            if part in names:
                raise Unreadable(reason)
        for member in archive.infolist():
            if not member.is_dir() and not is_hidden(_name(member)):
                yield _member(place.inside(_name(member)), archive, member)


def _directory_bytes(stream: BinaryIO) -> int:
    """How large the zip says that its directory is; 0 where it does not say."""
    size = stream.seek(0, os.SEEK_END)
    stream.seek(max(0, size - _LONGEST_END_BYTES))
    tail = stream.read()
    end, end_64 = tail.rfind(_END), tail.rfind(_END_64)
    try:
        if end_64 >= 0:
            return int(struct.unpack_from("<Q", tail, end_64 + 40)[0])
        return int(struct.unpack_from("<I", tail, end + 12)[0]) if end >= 0 else 0
    except struct.error:
        return 0


def _member(inside: Place, archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> Nested | Refusal:
    if climbs(_name(member)):
        return inside.refuse(CLIMBS)
    if member.flag_bits & _ENCRYPTED:
        return inside.refuse("암호가 걸린 zip입니다. 풀어서 넣으세요")
    try:
        content = archive.open(member)
    except NotImplementedError:
        return inside.refuse("알 수 없는 방식으로 압축한 zip입니다. 풀어서 넣으세요")
    except _LIBRARY_ERRORS:
        return inside.refuse(_DAMAGED)
    unpacked = 0

    def pull(size: int) -> bytes:
        nonlocal unpacked
        try:
            piece = content.read(size)
        except _LIBRARY_ERRORS as problem:
            raise Unreadable(_DAMAGED) from problem
        unpacked += len(piece)
        inside.budget.spend(len(piece))
        check_ratio(member.compress_size, unpacked)
        return piece

    return Nested(inside, stream_of(pull))


def _name(member: zipfile.ZipInfo) -> str:
    """The name: without the UTF-8 flag its bytes are the writer's code page, CP949 in Korea."""
    if member.flag_bits & _UTF8_NAME:
        return member.filename
    try:
        return bytes_name(member.filename.encode("cp437"))
    except UnicodeEncodeError:
        return member.filename
