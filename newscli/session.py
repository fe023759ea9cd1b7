"""One run of the program: its global options, the terminal, the archive that it opens."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING, TextIO, cast

from newscli import messages
from newscli.terminal import Terminal

if TYPE_CHECKING:
    import typer

    from archive import Archive


@dataclass(slots=True)
class Session:
    """The global options as given; None and 0 where they were not. `looked_over` tells whether the
    configuration file has been looked over for keys that mean nothing.
    """

    db: str | None = None
    verbose: int = 0
    quiet: bool = False
    color: str | None = None
    looked_over: bool = False

    def terminal(self, stream: TextIO | None = None) -> Terminal:
        """What a stream is; standard output where none is named."""
        return Terminal.of(stream or sys.stdout, self.color or self._setting("color"))

    def path(self) -> str:
        """The archive file: `--db`, NEWSCLI_DB, the configuration file, the data folder."""
        if self.db:
            return os.path.expanduser(self.db)  # noqa: PTH111 - never raises: see config
        return self._setting("db")

    def open(self) -> Archive:
        """The archive, which must be there; raises `ArchiveError`."""
        from archive import Archive

        archive = Archive.open(self.path(), create=False)
        archive.on_wait = self.tell_of_waiting
        return archive

    def tell_of_waiting(self) -> None:
        """Another process writes, and we wait for it to end."""
        self.note("다른 newscli가 쓰고 있습니다. 끝나기를 기다립니다. 그만두려면 Ctrl-C.")

    def _setting(self, key: str) -> str:
        from newscli.config import setting

        self.look_over_config()
        return setting(key).value

    def look_over_config(self) -> None:
        """Say, once, which keys of the configuration file mean nothing."""
        from newscli.config import VARIABLES, unknown_settings

        if self.looked_over:
            return
        self.looked_over = True
        for key, place in unknown_settings():
            self.note(f"newscli: 설정 파일에 모르는 항목이 있습니다: {key} ({place})")
            self.note(f"  쓸 수 있는 항목: {', '.join(VARIABLES)}")

    def note(self, line: str) -> None:
        """Something worth knowing, on standard error; -q silences it."""
        if not self.quiet:
            messages.say(line)

    def await_input(self, what: str) -> None:
        """Tell a reader at the keyboard what standard input is waited for, and how to end it."""
        if sys.stdin.isatty():
            end = "Ctrl-Z, Enter" if os.name == "nt" else "Ctrl-D"
            self.note(f"표준 입력에서 {what} 기다립니다. 끝내려면 {end}.")

    def explain(self, line: str) -> None:
        """Something that -v asks for, on standard error."""
        if self.verbose:
            messages.say(line)


def session_of(context: typer.Context) -> Session:
    """The session of this run."""
    return cast("Session", context.find_root().obj)
