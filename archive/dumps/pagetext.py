"""A page's text, or the reason why it is none: what plain files and records have in common."""

from __future__ import annotations

import re
from codecs import BOM_UTF8
from functools import cache
from typing import TYPE_CHECKING, Final

from archive.dumps.encoding import decode
from archive.dumps.place import MIB, Place, Unreadable

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import BinaryIO

    from archive.model import Dump

MAX_TEXT_BYTES: Final = 2 * MIB
"""More than any page of news: the longest minutes of a council stay below one megabyte."""

TOO_LONG: Final = (
    f"한 면으로 보기에는 너무 큽니다(한도 {MAX_TEXT_BYTES // MIB} MB). "
    "기사마다 파일을 나누거나 JSON Lines로 바꾸어 넣으세요"
)
_EMPTY = "비어 있습니다"
_BLANK = "글자가 없습니다"
_HTML = "HTML입니다. `trafilatura`, `lynx -dump`, `html2text` 가운데 하나로 글만 뽑아서 넣으세요"

_TABLE = (
    "{name} 표입니다. `mlr --i{format} --ojsonl cat`으로 JSON Lines로 바꾸고 "
    "글이 든 열의 이름을 `text`로 하여 넣으세요"
)

_LOOKED_AT_CHARACTERS: Final = 64 * 1024
_HTML_OPENING = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html[\s>]|head[\s>]|body[\s>])",
    re.IGNORECASE | re.DOTALL,
)
_HTML_FRAGMENT = re.compile(
    r"\s*<(p|div|article|section|main|span|table|ul|ol|h[1-6]|figure|blockquote)(?:\s[^<>]*)?>",
    re.IGNORECASE,
)
_HTML_TAG = re.compile(
    r"</?(?:a|b|body|br|dd|div|dl|dt|em|font|form|h[1-6]|head|html|iframe|img|input|li|link|meta|ol"
    r"|option|p|script|section|select|span|strong|style|table|tbody|td|th|title|tr|ul)"
    r"(?:\s[^<>]*)?/?>",
    re.IGNORECASE,
)
_TABLE_BYTES: Final = 64 * 1024
_COLUMNS: Final = (
    "id no date time title headline text body content contents article url link source press media "
    "section category author reporter writer label summary "
    "번호 날짜 일자 일시 작성일 제목 본문 내용 기사 주소 링크 출처 언론사 매체 분류 섹션 기자 "
    "작성자 요약"
)
_MIN_TAGS: Final = 10
_MIN_SHARE_OF_TAGS: Final = 0.1


def read(place: Place, stream: BinaryIO) -> Iterator[Dump]:
    """The stream as one page of plain text. Raises `Unreadable`."""
    raw = stream.read(MAX_TEXT_BYTES + 1)
    if not raw:
        raise Unreadable(_EMPTY)
    if reason := _why_a_table(raw):
        raise Unreadable(reason)
    if len(raw) > MAX_TEXT_BYTES:
        raise Unreadable(TOO_LONG)
    yield place.dump(checked(decode(raw)))


def checked(text: str) -> str:
    """The text itself. Raises `Unreadable` when it is blank or HTML."""
    if not text or text.isspace():
        raise Unreadable(_BLANK)
    if "<" in text and _is_html(text):
        raise Unreadable(_HTML)
    return text


def _why_a_table(raw: bytes) -> str | None:
    """What to do with a page that begins as a table of records does; None for any other.

    The first line names the columns, two of them or more as corpora name theirs.
    """
    lines = raw[:_TABLE_BYTES].removeprefix(BOM_UTF8).splitlines()[:2]
    if len(lines) < 2:
        return None
    for mark, name in ((b"\t", "TSV"), (b",", "CSV")):
        if mark in lines[0] and mark in lines[1]:
            cells = [cell.strip(b" \"'").lower() for cell in lines[0].split(mark)]
            known = sum(cell in _columns() for cell in cells)
            if known >= 2 and known * 2 >= len(cells):
                return _TABLE.format(name=name, format=name.lower())
    return None


@cache
def _columns() -> frozenset[bytes]:
    return frozenset(
        word.encode(encoding) for word in _COLUMNS.split() for encoding in ("utf-8", "cp949")
    )


def _is_html(text: str) -> bool:
    """Whether it opens like HTML or is a good part tags: a page of text may keep a stray one."""
    looked_at = text[:_LOOKED_AT_CHARACTERS]
    if _HTML_OPENING.match(looked_at):
        return True
    fragment = _HTML_FRAGMENT.match(looked_at)
    if fragment and f"</{fragment[1].lower()}>" in text.lower():
        return True
    tags = _HTML_TAG.findall(looked_at)
    if len(tags) < _MIN_TAGS:
        return False
    in_tags = sum(len(tag.group()) for tag in _HTML_TAG.finditer(looked_at))
    return in_tags >= _MIN_SHARE_OF_TAGS * len(looked_at)
