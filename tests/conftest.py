"""What every room's tests may use: the program run in this process, with any terminal."""

from __future__ import annotations

import io
import os
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import settings

from newscli.main import main

settings.register_profile("untimed", deadline=None)  # a busy machine is no defect
settings.load_profile("untimed")

SHARED = Path(__file__).parents[2] / "shared"

_STEERING_VARIABLES = (
    "NO_COLOR",
    "FORCE_COLOR",
    "COLORTERM",
    "PAGER",
    "NEWSCLI_PAGER",
    "NEWSCLI_COLOR",
    "NEWSCLI_DEBUG",
    "NEWSCLI_DB",
    "PYTHONIOENCODING",
)


@dataclass(frozen=True)
class Outcome:
    """How a run ended and what it said."""

    code: int
    out: str
    err: str

    @property
    def lines(self) -> list[str]:
        return self.out.splitlines()

    @property
    def fields(self) -> list[list[str]]:
        return [line.split("\t") for line in self.lines]


class _Stream(io.TextIOWrapper):
    """A stream in memory that may call itself a terminal."""

    def __init__(self, content: bytes = b"", *, tty: bool = False, encoding: str = "utf-8") -> None:
        super().__init__(io.BytesIO(content), encoding=encoding, newline="\n")
        self._tty = tty

    def isatty(self) -> bool:
        return self._tty

    def text(self) -> str:
        self.flush()
        written = self.buffer
        assert isinstance(written, io.BytesIO)
        return written.getvalue().decode(self.encoding)


class Program:
    """`newscli` in this process, in a folder of its own, `db` its archive."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.folder = folder
        self.db = folder / "archive.db"
        self.lines = 1000  # of the terminal: no pager, unless a test asks for one
        self._monkeypatch = monkeypatch

    def __call__(
        self,
        *words: object,
        tty: bool = False,
        columns: int = 80,
        encoding: str = "utf-8",
        stdin: bytes = b"",
        stdin_tty: bool = False,
    ) -> Outcome:
        out, err = _Stream(tty=tty, encoding=encoding), _Stream(tty=tty)
        with self._monkeypatch.context() as patch:
            patch.setattr(sys, "stdin", _Stream(stdin, tty=stdin_tty))
            patch.setattr(sys, "stdout", out)
            patch.setattr(sys, "stderr", err)
            patch.setenv("COLUMNS", str(columns))
            patch.setenv("LINES", str(self.lines))
            code = main([str(word) for word in words])
        return Outcome(code, out.text(), err.text())


@pytest.fixture
def newscli(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Program:
    """The program in a fresh folder, without any setting of the machine it runs on."""
    for variable in _STEERING_VARIABLES:
        monkeypatch.delenv(variable, raising=False)
    program = Program(tmp_path, monkeypatch)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("NEWSCLI_DB", str(program.db))
    monkeypatch.setenv("NEWSCLI_CONFIG", str(tmp_path / "config.toml"))
    monkeypatch.setenv("PATH", os.environ.get("PATH", ""))
    return program
