"""A short run of the fuzzing targets; `python bench/fuzz.py --seconds 600` is a long one.

Below it what a long run broke, once.
"""

from __future__ import annotations

import contextlib

import pytest

from archive.errors import ArchiveError

from . import conftest  # noqa: F401 - the path to bench/

from bench import fuzz  # isort: skip

EXAMPLES = {"dumps to terminal": 4, "file names": 8, "command line": 60, "configuration": 30}

_CUT_EXPORT = (
    b'{"schema": "export/1", "file": 1}\n{"schema": "source/1", "path": "a", '
    b'"status": "ok", "digest": "a"}\n1"\n{"schema": "end/1", "lines": 3}\n'
)


@pytest.mark.parametrize("name", fuzz.TARGETS)
def test_nothing_hostile_breaks(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    for variable in ("NEWSCLI_DB", "NEWSCLI_CONFIG", "XDG_DATA_HOME", "COLUMNS", "LINES"):
        monkeypatch.setenv(variable, "")  # put back afterwards, whatever the target sets
        monkeypatch.delenv(variable)
    for variable in ("NO_COLOR", "NEWSCLI_PAGER"):
        monkeypatch.setenv(variable, "")
    assert fuzz.fuzz(fuzz.TARGETS[name], examples=EXAMPLES.get(name, 80)) > 0


@pytest.mark.parametrize(
    ("name", "case"),
    [
        ("filters", ["", "", "", "\ud83d"]),
        ("command line", ("list --source", "\udced\udca0\udcbd")),
        ("command line", ("show", "9" * 400)),
        # A twin with other subheads was given the names of the one that has them.
        (
            "dumps to terminal",
            (["\x1b[2J전체기사 보기\n"], "\x1b[2J전체기사 보기\n\x1b[2J\x1b[2J".encode()),
        ),
        # Such a file leaves a source unfinished, as it should: doctor says so.
        (
            "dumps to terminal",
            ([], _CUT_EXPORT),
        ),
        ("queries", "가" * 20_000),  # took minutes: each slip was looked for, of each syllable
        ("queries", "가나다라마바사" * 3_000),
    ],
)
def test_what_broke_once(name: str, case: object, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    for variable in ("COLUMNS", "LINES", "NEWSCLI_PAGER"):
        monkeypatch.setenv(variable, "60")
    with contextlib.suppress(ArchiveError):  # told in words
        fuzz.TARGETS[name].check(case)


def test_the_targets_see_what_would_steer_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    for variable in ("NO_COLOR", "COLUMNS", "LINES", "NEWSCLI_PAGER"):
        monkeypatch.setenv(variable, "60")

    def careless(_: object) -> int:
        print("\x1b[2J")  # noqa: T201 - what a careless program would do
        return 0

    monkeypatch.setattr(fuzz, "newscli", careless)
    with pytest.raises(AssertionError):
        fuzz._said(["list"])
