"""What a shell is offered to complete a line with."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from newscli.menu import ENTRIES

if TYPE_CHECKING:
    from tests.conftest import Program


def offered(program: Program, monkeypatch: pytest.MonkeyPatch, *words: str) -> list[str]:
    """What bash is offered for the last of the words."""
    with monkeypatch.context() as patch:
        patch.setenv("_NEWSCLI_COMPLETE", "complete_bash")
        patch.setenv("COMP_WORDS", " ".join(["newscli", *words]))
        patch.setenv("COMP_CWORD", str(len(words)))
        outcome = program()
    assert outcome.code == 0
    assert not outcome.err
    return outcome.out.split()


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (["we"], {"weather"}),
        (["list", "--se"], {"--section"}),
        (["list", "--kind", ""], {"article", "teaser"}),
        (["show", ""], {"1", "2"}),
        (["entities", "--article", "2"], {"2"}),
        (["list", "--section", "지"], {"지역소식"}),
        (["weather", "--station", ""], {"가람", "누리", "노을"}),
        (["weather", "--date", "2026"], {"2026-03-04", "2026-03-05"}),
        (["list", "--entity", "강"], {"강누리"}),
        (["completion", "z"], {"zsh"}),
    ],
)
def test_the_archive_completes_the_line(
    news: Program, monkeypatch: pytest.MonkeyPatch, words: list[str], expected: set[str]
) -> None:
    assert set(offered(news, monkeypatch, *words)) == expected


def test_every_command_is_offered(news: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    assert set(offered(news, monkeypatch, "")) == set(ENTRIES)


def test_the_archive_that_the_line_names_is_asked(
    newscli: Program, made_archive: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    line = ["--db", str(made_archive), "list", "--section", ""]
    assert set(offered(newscli, monkeypatch, *line)) == {"지역소식", "사회"}


def test_a_source_is_offered_as_the_reader_began_it(
    newscli: Program, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "뉴스").mkdir()
    (tmp_path / "뉴스" / "a.txt").write_text("눈\n\n가람시에 눈이 왔다고 시가 밝혔다.\n", "utf-8")
    newscli("ingest", "뉴스")
    for command in (["forget"], ["list", "--source"]):
        assert offered(newscli, monkeypatch, *command, "뉴") == ["뉴스/a.txt"]
        whole = f"{tmp_path}/뉴스/a.txt"
        assert offered(newscli, monkeypatch, *command, f"{tmp_path}/") == [whole]


def test_a_damaged_archive_and_an_odd_config_file_say_nothing(
    news: Program, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "config.toml").write_text("colour = 'red'", "utf-8")
    assert offered(news, monkeypatch, "show", "") == ["2", "1"]
    content = bytearray(news.db.read_bytes())
    content[5000:] = b"\xff" * (len(content) - 5000)
    news.db.write_bytes(content)
    assert offered(news, monkeypatch, "show", "") == []


def test_without_an_archive_nothing_is_offered_and_nothing_said(
    newscli: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert offered(newscli, monkeypatch, "show", "") == []


@pytest.mark.parametrize("shell", ["zsh", "bash", "fish"])
def test_text_that_a_shell_would_run_is_never_offered(
    newscli: Program, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, shell: str
) -> None:
    for number, hostile in enumerate(["$(touch x)", 'a\\";touch x;"', "b`id`", "c'd'"]):
        page = f"눈이 온 날 {hostile}\n\n가람시는 눈이 {number}번 왔다고 밝혔다. 누리군도 그랬다.\n"
        (tmp_path / f"{hostile}.txt").write_text(page, encoding="utf-8")
    newscli("ingest", *sorted(tmp_path.glob("*.txt")))
    assert len(newscli("stats", "--inputs").lines) == 4
    for line in ("newscli forget ", "newscli show "):
        monkeypatch.setenv("_NEWSCLI_COMPLETE", f"complete_{shell}")
        monkeypatch.setenv("_TYPER_COMPLETE_ARGS", line)
        monkeypatch.setenv("_TYPER_COMPLETE_FISH_ACTION", "get-args")
        monkeypatch.setenv("COMP_WORDS", line)
        monkeypatch.setenv("COMP_CWORD", str(len(line.split())))
        out = newscli().out
        assert not set("$`\\;") & set(out)
        assert "1" in out or "show" not in line


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_the_script_of_each_shell(newscli: Program, shell: str) -> None:
    outcome = newscli("completion", shell)
    assert outcome.code == 0
    assert f"complete_{shell}" in outcome.out
    interpreter = shutil.which(shell)
    if interpreter:
        subprocess.run([interpreter, "-n"], input=outcome.out.encode(), check=True, timeout=30)
