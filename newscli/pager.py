"""Long output through the reader's pager: NEWSCLI_PAGER, the configuration file, PAGER, less."""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import sys

from newscli.config import setting


def page(text: str) -> None:
    """Show the text in the pager, or as it is where there is none; leaving early is no error."""
    command = shlex.split(setting("pager").value)
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
