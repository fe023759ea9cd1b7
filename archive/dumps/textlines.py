"""Lines of text from an open stream, each as it comes, in any encoding that a dump may have."""

from __future__ import annotations

import codecs
import re
from typing import TYPE_CHECKING, BinaryIO, Final

from archive.dumps.encoding import decode
from archive.dumps.place import Unreadable
from archive.dumps.sniff import foreign

if TYPE_CHECKING:
    from collections.abc import Iterator

_CONTROL: Final = re.compile(rb"[\x00-\x08\x0e-\x1f\x7f]")
"""No plain text has them; UTF-16, ISO-2022-KR and what is no text at all do."""


def text_lines(stream: BinaryIO) -> Iterator[str]:
    """The lines without their ends. From the first line on that is no plain UTF-8 the rest is read
    as one, which alone tells its encoding. Raises `Unreadable` for what is no text.
    """
    for number, line in enumerate(stream):
        if number == 0 and (reason := foreign(line)):
            raise Unreadable(reason)
        plain = _plain(line.removeprefix(codecs.BOM_UTF8) if number == 0 else line)
        if plain is None:
            rest = decode(line + stream.read())
            yield from map(_without_end, rest.removesuffix("\n").split("\n"))
            return
        yield _without_end(plain.removesuffix("\n"))


def _plain(line: bytes) -> str | None:
    """The line as UTF-8; None where it is none, or holds what no text does."""
    try:
        return None if _CONTROL.search(line) else line.decode()
    except UnicodeDecodeError:
        return None


def _without_end(line: str) -> str:
    return line.removesuffix("\r")
