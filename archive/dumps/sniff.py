"""What an input is, told by its first bytes and never by its name."""

from __future__ import annotations

import codecs
import re
from typing import TYPE_CHECKING, Final, Literal

if TYPE_CHECKING:
    from collections.abc import Callable

Format = Literal[
    "foreign", "compressed", "zip", "tar", "parquet", "warc", "export", "jsonlines", "text"
]

GZIP: Final = b"\x1f\x8b"
ZSTD: Final = b"\x28\xb5\x2f\xfd"
XZ: Final = b"\xfd7zXZ\x00"
EXPORT: Final = b'{"schema": "export/1"'
BZIP2 = re.compile(rb"BZh[1-9](?:\x31\x41\x59\x26\x53\x59|\x17\x72\x45\x38\x50\x90)")
"""The level, then the magic of a first block, or of the end where there is none."""

_ZSTD_SKIPPABLE = re.compile(rb"[\x50-\x5f]\x2a\x4d\x18")
_ZIP = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_WARC = re.compile(rb"\s*WARC/\d\.\d\r?\n")
_JSON_RECORD = re.compile(rb'\s*\{\s*(?:"|\})')
_JSON_DOCUMENT = re.compile(rb'\s*(?:\[\s*\{\s*"|\{\s*\n\s*")')
_LINES_LOOKED_AT = 8

_TAR_BLOCK = 512
_TAR_CHECKSUM = slice(148, 156)

_FOREIGN: Final[tuple[tuple[bytes, str], ...]] = (
    (b"%PDF-", "PDF입니다. `pdftotext`로 글만 뽑아서 넣으세요"),
    (b"HWP Document File", "한글(HWP) 문서입니다. `hwp5txt`로 글만 뽑아서 넣으세요"),
    (_OLE, "한글(HWP)이나 옛 오피스 문서입니다. `hwp5txt`로 글만 뽑아서 넣으세요"),
    (b"{\\rtf", "RTF 문서입니다. `pandoc -t plain`으로 글만 뽑아서 넣으세요"),
    (b"SQLite format 3\0", "SQLite 파일입니다. 글이 든 열을 JSON Lines로 뽑아서 넣으세요"),
    (b"7z\xbc\xaf\x27\x1c", "7z 파일입니다. `7z x`로 풀어서 넣으세요"),
    (b"Rar!\x1a\x07", "RAR 파일입니다. `unrar x`로 풀어서 넣으세요"),
    (b"\x04\x22\x4d\x18", "LZ4로 압축된 파일입니다. `lz4 -d`로 풀어서 넣으세요"),
    (b"\x1f\x9d", "compress(.Z)로 압축된 파일입니다. `uncompress`로 풀어서 넣으세요"),
    (b"\x89PNG\r\n\x1a\n", "그림(PNG)입니다"),
    (b"\xff\xd8\xff", "그림(JPEG)입니다"),
    (b"GIF8", "그림(GIF)입니다"),
)  # fmt: skip


def format_of(head: bytes) -> Format:
    """The format that `head`, an input's first bytes, begins; text where nothing else claims it."""
    return next((name for name, claims in _BIDDERS if claims(head)), "text")


def foreign(head: bytes) -> str | None:
    """Why an input is none of ours, with the tool that makes text of it; None when it may be."""
    if document := _JSON_DOCUMENT.match(_plain(head)):
        program = "'.[]'" if document.group().lstrip().startswith(b"[") else "."
        return f"한 줄에 기록 하나인 JSON Lines가 아닙니다. `jq -c {program}`로 바꾸어 넣으세요"
    return next((reason for magic, reason in _FOREIGN if head.startswith(magic)), None)


def _is_json_lines(head: bytes) -> bool:
    """Whether half of the first lines open an object.

    One line may be broken, and a page of text may begin with one line of JSON-LD.
    """
    lines = [line for line in _plain(head).split(b"\n", 40) if line.strip()][:_LINES_LOOKED_AT]
    records = sum(_JSON_RECORD.match(line) is not None for line in lines)
    return 0 < len(lines) <= 2 * records


def _plain(head: bytes) -> bytes:
    """The head without its byte-order mark; UTF-16, as PowerShell writes it, as plain bytes."""
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return head[: len(head) & ~1].decode("utf-16", "replace").encode("utf-8", "replace")
    return head.removeprefix(codecs.BOM_UTF8)


def _is_tar(head: bytes) -> bool:
    """Whether the first header's checksum holds: tars of before 1988 carry no magic."""
    block = head[:_TAR_BLOCK]
    if len(block) < _TAR_BLOCK or not block[0]:
        return False
    stated = block[_TAR_CHECKSUM].strip(b" \0")
    if not re.fullmatch(rb"[0-7]+", stated):
        return False
    blank = block[: _TAR_CHECKSUM.start] + b" " * 8 + block[_TAR_CHECKSUM.stop :]
    return sum(blank) == int(stated, 8)


def _is_compressed(head: bytes) -> bool:
    magic = head.startswith((GZIP, ZSTD, XZ)) or BZIP2.match(head) or _ZSTD_SKIPPABLE.match(head)
    return bool(magic)


_BIDDERS: Final[tuple[tuple[Format, Callable[[bytes], bool]], ...]] = (
    ("foreign", lambda head: foreign(head) is not None),
    ("compressed", _is_compressed),
    ("zip", lambda head: head.startswith(_ZIP)),
    ("parquet", lambda head: head.startswith(b"PAR1")),
    ("tar", _is_tar),
    ("warc", lambda head: _WARC.match(head) is not None),
    ("export", lambda head: head.startswith(EXPORT)),
    ("jsonlines", _is_json_lines),
)
"""Who claims an input, the surest first."""
