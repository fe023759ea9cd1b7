"""Long output through the reader's pager: NEWSCLI_PAGER, the configuration file, PAGER, less."""

from __future__ import annotations

import os
import re
import sys
from typing import TYPE_CHECKING

from newscli.cells import width
from newscli.config import setting

if TYPE_CHECKING:
    from newscli.terminal import Terminal

_ESCAPES = re.compile(r"\x1b\[[0-9;]*m")


def write_long(text: str, terminal: Terminal, *, pager: bool) -> None:
    """Write the text; through the pager where it is longer than the screen and `pager` allows."""
    if pager and terminal.interactive and not terminal.dumb and _rows(text, terminal) > 0:
        _page(text)
    else:
        sys.stdout.write(text)


def _rows(text: str, terminal: Terminal) -> int:
    """How many rows the text and a prompt below it are too long for the screen."""
    lines = (_ESCAPES.sub("", line) for line in text.removesuffix("\n").split("\n"))
    rows = sum(max(-(-width(line) // terminal.columns), 1) for line in lines)
    return rows + 1 - terminal.lines


def _page(text: str) -> None:
    """Show the text in the pager, or as it is where there is none; leaving early is no error."""
    import shutil
    import subprocess

    command = _words(setting("pager").value)
    program = shutil.which(command[0]) if command else None
    if program is None or command[0] == "cat":
        sys.stdout.write(text)
        return
    environment = {"LESSCHARSET": "utf-8", **os.environ}
    with (
        subprocess.Popen(  # noqa: S603 - the reader's own pager
            [program, *command[1:]], stdin=subprocess.PIPE, env=environment
        ) as process
    ):
        try:
            process.communicate(text.encode("utf-8", "backslashreplace"))
        except (BrokenPipeError, KeyboardInterrupt):
            process.wait()


def _words(command: str) -> list[str]:
    """The words of a command as a shell reads them; one with an open quote is cut at blanks."""
    import shlex

    try:
        return shlex.split(command)
    except ValueError:
        return command.split()
