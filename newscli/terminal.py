"""What the terminal can do, and how text from strangers is made safe to show on it."""

from __future__ import annotations

import os
import re
import sys
from pathlib import Path
from typing import IO, NamedTuple

_FALLBACK_SIZE = (80, 24)
_DUMB = frozenset({"dumb", "unknown"})  # no colour, no cursor to move

# Characters that steer a terminal or hide on it: C0 and C1 controls, bidirectional and zero-width
# formatting, line and paragraph separators, the byte order mark, tags, halves of surrogate pairs.
_STEERING = re.compile(
    "[\x00-\x1f\x7f-\x9f\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff"
    "\ud800-\udfff\ufff9-\ufffb\U000e0000-\U000e007f]"
)


# A tuple and no dataclass: it is made in a seventh of the time, at every start of the program.
class Terminal(NamedTuple):
    """The facts of one stream. `columns` and `lines` are cells; `colours` is what escapes may say:
    `none`, `standard`, `256` or `truecolor`; a `dumb` one cannot even move its cursor.
    """

    interactive: bool
    columns: int
    lines: int
    colours: str
    dumb: bool = False

    @classmethod
    def of(cls, stream: IO[str], color: str = "auto") -> Terminal:
        """The facts of `stream`; `color` is the option: `auto`, `always` or `never`."""
        interactive = stream.isatty()
        size = _size()
        dumb = os.environ.get("TERM") in _DUMB
        return cls(interactive, *size, _colours(color, interactive=interactive), dumb)


def _size() -> tuple[int, int]:
    import shutil

    columns, lines = shutil.get_terminal_size(_FALLBACK_SIZE)
    return columns, lines


def _colours(color: str, *, interactive: bool) -> str:
    """A flag beats the environment, NO_COLOR beats FORCE_COLOR; an empty variable is unset."""
    environment = os.environ
    term = environment.get("TERM", "")
    if color == "auto":
        if environment.get("NO_COLOR"):
            color = "never"
        elif environment.get("FORCE_COLOR") or (interactive and term not in {"", *_DUMB}):
            color = "always"
    if color != "always":
        return "none"
    if environment.get("COLORTERM") in {"truecolor", "24bit"}:
        return "truecolor"
    return "256" if "256" in term else "standard"


def open_closed_streams() -> None:
    """Let a stream that the shell closed (`>&-`) take everything and keep nothing.

    Lowest first: each then gets its own number back, and no archive is opened under it.
    """
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, Path(os.devnull).open(mode, encoding="utf-8"))  # noqa: SIM115 - kept


def prepare_streams() -> None:
    """Write UTF-8 into pipes, and never fail on a character that the encoding lacks.

    A pipe of a Korean Windows is CP949 below Python 3.15, which has no `–`. Whoever names an
    encoding in PYTHONIOENCODING gets it, with escapes for what it lacks.
    """
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is None:
            continue
        if os.environ.get("PYTHONIOENCODING") or stream.isatty():
            reconfigure(errors="backslashreplace")
        else:
            reconfigure(encoding="utf-8", errors="backslashreplace")


def visible(text: str) -> str:
    """One line of text with every steering character in a form that can be seen: `␛`, `⟨U+202E⟩`.

    Tabs and line breaks become blanks.
    """
    return text if text.isprintable() else _STEERING.sub(_shown, text)


def _shown(match: re.Match[str]) -> str:
    character = match.group()
    if character in "\t\n\r\v\f\x85\u2028\u2029":
        return " "
    code = ord(character)
    if code < 0x20:
        return chr(0x2400 + code)
    return "␡" if code == 0x7F else f"⟨U+{code:04X}⟩"


def columns() -> int:
    """The width of the terminal in cells, 80 where there is none."""
    return _size()[0]


def columns_of(stream: IO[str]) -> int | None:
    """The width in cells of the terminal that a stream writes to; None where it is none."""
    if not stream.isatty():
        return None
    if os.environ.get("COLUMNS", "").isdecimal():
        return columns()
    try:
        return os.get_terminal_size(stream.fileno()).columns or None
    except (OSError, ValueError):
        return columns()
