"""Names from paths and containers, made safe to print, to store and to compare."""

from __future__ import annotations

import os
import re
from typing import Final

_MAX_NAME_CHARACTERS: Final = 500

CLIMBS: Final = "이름이 묶음 밖(..)을 가리켜 건너뛰었습니다"
"""Why a member that `climbs` is refused."""

_SEPARATOR = re.compile(r"[/\\]")

_UNPRINTABLE = re.compile(
    "["
    "\x00-\x1f\x7f-\x9f"  # controls: an escape sequence in a name must not reach a terminal
    "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"  # a bidi override shows a name that is not there
    "\u2028\u2029"  # line breaks
    "\ud800-\udfff"  # halves of characters: no file and no database can hold them
    "]"
)


def safe_name(name: str) -> str:
    """A container's name for a member without roots, `..` and what no terminal should see.

    Nothing is ever written under this name: it only tells people and the archive where a dump came
    from. A name with nothing left is `이름 없음`.
    """
    parts = [part for part in _SEPARATOR.split(name) if part not in ("", ".", "..")]
    return _UNPRINTABLE.sub("\ufffd", "/".join(parts))[-_MAX_NAME_CHARACTERS:] or "이름 없음"


def shown_name(name: str) -> str:
    """A name without what no terminal should see."""
    return _UNPRINTABLE.sub("\ufffd", name)


def shown_path(path: str | os.PathLike[str]) -> str:
    """A path as people know it; a name in CP949, as old disks have them, is read as such."""
    return shown_name(bytes_name(os.fsencode(path)))


def bytes_name(raw: bytes) -> str:
    """A file name's bytes as text: UTF-8, else CP949, else UTF-8 with `\ufffd` in it."""
    for encoding in ("utf-8", "cp949"):
        try:
            return raw.decode(encoding)
        except UnicodeDecodeError:
            continue
    return raw.decode("utf-8", "replace")


def climbs(name: str) -> bool:
    """Whether a member's name leads out of its container: nobody packs such a one by accident."""
    return ".." in _SEPARATOR.split(name)


def is_hidden(name: str) -> bool:
    """Whether a member is hidden, or what macOS leaves in archives beside the files themselves."""
    parts = _SEPARATOR.split(name)
    return "__MACOSX" in parts or any(part.startswith(".") and part.strip(".") for part in parts)
