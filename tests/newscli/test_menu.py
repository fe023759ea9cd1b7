"""The menu, its help pages and its errors."""

from __future__ import annotations

import re
import shutil
import subprocess
import tomllib
import unicodedata
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from typer.core import TyperArgument, TyperOption

from newscli import __version__
from newscli.cells import width
from newscli.command import near
from newscli.menu import ENTRIES, menu
from newscli.session import Session
from newscli.topics import TOPICS

if TYPE_CHECKING:
    from tests.conftest import Program

COMMANDS = tuple(ENTRIES)
ROOT = Path(__file__).parents[2]


def test_version_is_that_of_the_package(newscli: Program) -> None:
    pyproject = ROOT / "pyproject.toml"
    version = tomllib.loads(pyproject.read_text(encoding="utf-8"))["project"]["version"]
    assert version == __version__
    assert newscli("--version").out == f"newscli {version}\n"


@pytest.mark.parametrize("words", [(), ("-h",), ("--help",), ("help",), ("--db", "x.db")])
def test_the_first_page_lists_every_command(newscli: Program, words: tuple[str, ...]) -> None:
    outcome = newscli(*words)
    assert outcome.code == 0
    assert not outcome.err
    for name, entry in ENTRIES.items():
        assert any(line.split()[:1] == [name] and entry.summary in line for line in outcome.lines)


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_a_page_with_examples(newscli: Program, name: str) -> None:
    page = newscli(name, "--help")
    assert page.code == 0
    assert f"사용법: newscli {name}" in page.out
    examples = page.out.split("예:\n")[1].split("\n\n")[0].splitlines()
    assert 2 <= len(examples) <= 3
    assert all("newscli" in example for example in examples)
    assert newscli("help", name).out == page.out
    assert newscli(name, "-h").out == page.out


@pytest.mark.parametrize("name", COMMANDS)
def test_every_option_and_argument_is_explained(name: str) -> None:
    program = menu()
    context = program.make_context("newscli", [], obj=Session())
    command = program.get_command(context, name)
    assert command is not None
    for param in command.get_params(context):
        assert isinstance(param, TyperOption | TyperArgument)
        assert param.help, f"{name} {param.name}"
        assert any("가" <= letter <= "힣" for letter in param.help), f"{name} {param.name}"


@pytest.mark.parametrize("name", COMMANDS)
def test_no_page_names_an_option_that_the_command_lacks(newscli: Program, name: str) -> None:
    page = newscli(name, "--help").out
    assert "--format json과" not in page or re.search("^  --format ", page, re.MULTILINE)


def documented() -> dict[str, str]:
    """The parts of docs/commands.md by their headings."""
    pages = (ROOT / "docs" / "commands.md").read_text(encoding="utf-8")
    return {part.split("\n", 1)[0]: part for part in pages.split("\n## ")[1:]}


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_and_option_is_in_the_reference(name: str) -> None:
    program = menu()
    context = program.make_context("newscli", [], obj=Session())
    command = program.get_command(context, name)
    assert command is not None
    part = documented()[f"newscli {name}"]
    names = {
        name
        for param in command.get_params(context)
        if isinstance(param, TyperOption)
        for name in (*param.opts, *param.secondary_opts)
    }
    assert "--help" in names
    listed = set(re.findall(r"(?<![\w-])--?[a-z][\w-]*", part.split("옵션:", 1)[1]))
    assert names - listed == set(), "run: python tools/readme.py"


def test_the_reference_holds_every_topic_and_nothing_that_is_gone() -> None:
    headings = {"newscli", *(f"newscli {name}" for name in COMMANDS), *TOPICS}
    assert documented().keys() == headings
    for topic, text in TOPICS.items():
        assert text.strip("\n") in documented()[topic], "run: python tools/readme.py"


@pytest.mark.parametrize("columns", [40, 60, 80, 120, 200])
@pytest.mark.parametrize("name", ["", *COMMANDS])
def test_help_pages_keep_to_their_width(newscli: Program, name: str, columns: int) -> None:
    page = newscli(*name.split(), "--help", columns=columns)
    explained = page.out.split("옵션:")[-1].splitlines()
    too_wide = [line for line in explained if width(line) > max(columns, 56)]
    assert not too_wide


def test_the_pages_speak_korean(newscli: Program) -> None:
    for name in COMMANDS:
        assert "Show this message" not in newscli(name, "--help").out


@pytest.mark.parametrize("topic", TOPICS)
def test_topics(newscli: Program, topic: str) -> None:
    outcome = newscli("help", topic)
    assert outcome.code == 0
    assert outcome.out == TOPICS[topic].strip("\n") + "\n"
    assert topic in newscli().out


@pytest.mark.parametrize("topic", TOPICS)
def test_topics_fit_a_terminal_of_eighty_cells(topic: str) -> None:
    assert [line for line in TOPICS[topic].splitlines() if width(line) > 78] == []


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["serch"], ["그런 명령이 없습니다: serch", "혹시: search", "해결: newscli --help"]),
        (["찾기"], ["그런 명령이 없습니다: 찾기"]),
        (["--nope"], ["그런 옵션이 없습니다: --nope"]),
        (["list", "--limt", "3"], ["그런 옵션이 없습니다: --limt", "혹시: --limit"]),
        (["search", "새벽", "--limt"], ["그런 옵션이 없습니다: --limt", "newscli search --help"]),
        (["search"], ["QUERY", "빠졌습니다", "newscli search --help"]),
        (["search", "--similar", "1", "--count"], ["--similar와 함께 쓸 수 없습니다: --count"]),
        (["search", "--similar", "1", "--timeline"], ["쓸 수 없습니다: --timeline"]),
        (["search", "--similar", "1", "--sort", "newest"], ["쓸 수 없습니다: --sort"]),
        (["search", "--similar", "1", "--all-copies"], ["쓸 수 없습니다: --all-copies"]),
        (
            ["search", "새벽", "--facet", "year", "--timeline"],
            ["함께 쓸 수 없습니다: --facet, --timeline", "한 가지로만"],
        ),
        (["search", "새벽", "--count", "--facet", "year"], ["--count, --facet"]),
        (["search", "새벽", "--count", "--timeline"], ["--count, --timeline"]),
        (["search", "새벽", "-n"], ["-n에 값이 필요합니다"]),
        (["search", "새벽", "-n", "세개"], ["--limit에는 정수를", "세개"]),
        (["list", "-n", "9" * 30], ["--limit에 너무 큰 수"]),
        (["show", "9" * 30], ["기사 번호가 아닙니다"]),
        (["list", "-n", "-1"], ["--limit에는 0 이상을"]),
        (["list", "--kind", "person"], ["--kind에 쓸 수 없는 값", "article, teaser"]),
        (["list", "--format", "xml"], ["--format에 쓸 수 없는 값", "ndjson"]),
        (["list", "--json", "--format", "csv"], ["--json과 --format csv", "하나만"]),
        (["search", "눈", "--json", "--format", "ids"], ["--json과 --format ids", "하나만"]),
        (["show", "1", "--json", "--format", "md"], ["--json과 --format md", "하나만"]),
        (["parse", "a", "--json", "--format", "ndjson"], ["--json과 --format ndjson", "하나만"]),
        (["--color", "red", "list"], ["--color에 쓸 수 없는 값", "auto, always, never"]),
        (["stats", "남는말"], ["남는 인수가 있습니다: 남는말"]),
        (["show", "첫째"], ["기사 번호가 아닙니다: 첫째"]),
        (["forget", ""], ["SOURCE가 비었습니다", "newscli forget --help"]),
        (["forget", "  "], ["SOURCE가 비었습니다"]),
        (["help", "qery"], ["그런 주제가 없습니다: qery", "혹시: query"]),
        (["list", "--since", "2025-13-40"], ["2025-13-40", "쓸 수 있는 꼴", "2025-07-08"]),
        (["weather", "--date", "2025-13-40"], ["2025-13-40", "쓸 수 있는 꼴", "어제"]),
        (["weather", "--date", "2025", "--since", "2024"], ["--date는", "함께 쓸 수 없습니다"]),
        (["list", "--since", "2025", "--until", "2024"], ["늦습니다"]),
    ],
)  # fmt: skip
def test_usage_errors_exit_2_in_korean_and_name_the_mend(
    newscli: Program, words: list[str], said: list[str]
) -> None:
    outcome = newscli(*words)
    assert outcome.code == 2
    assert not outcome.out
    assert outcome.err.startswith("newscli: ")
    for part in said:
        assert part in outcome.err
    assert "Error" not in outcome.err
    assert "Traceback" not in outcome.err


def test_global_options_stand_before_or_after_the_command(news: Program, tmp_path: Path) -> None:
    elsewhere = tmp_path / "none" / "nothing.db"
    assert news("--db", news.db, "--db", elsewhere, "list").code == 2
    assert news("--db", elsewhere, "list").code == 2
    assert news("list", "--db", elsewhere).code == 2
    assert news("--db", elsewhere, "list", "--db", news.db).code == 0
    assert news("list", "--color", "always", "--format", "table").out.count("\x1b[") > 0


@pytest.mark.parametrize(
    "words",
    [["search", "새벽배달"], ["show", "1"], ["list"], ["weather"], ["entities"], ["stats"]],
)
def test_a_missing_archive_names_the_command_that_makes_one(
    newscli: Program, words: list[str]
) -> None:
    outcome = newscli(*words)
    assert outcome.code == 2
    assert str(newscli.db) in outcome.err
    assert "newscli ingest" in outcome.err
    assert not newscli.db.exists()


def test_an_unforeseen_error_is_called_ours(news: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object, **__: object) -> None:
        raise RuntimeError("바퀴가 빠졌다")

    monkeypatch.setattr("archive.archive.Archive.stats", broken)
    outcome = news("stats")
    assert outcome.code == 2
    assert "newscli의 잘못입니다" in outcome.err
    assert "바퀴가 빠졌다" in outcome.err
    assert "NEWSCLI_DEBUG=1" in outcome.err
    assert "Traceback" not in outcome.err
    monkeypatch.setenv("NEWSCLI_DEBUG", "1")
    assert "Traceback" in news("stats").err


def test_the_manual_page_holds_every_help_page(newscli: Program) -> None:
    page = newscli("help", "man")
    assert page.code == 0
    read = page.out.replace("\\-", "-").replace("\\&", "").replace("\\e", "\\")
    for name in COMMANDS:
        assert newscli(name, "--help", columns=71).out.strip("\n") in read
    for topic in TOPICS.values():
        assert topic.strip("\n") in read
    macros = {line.split()[0] for line in page.lines if line.startswith((".", "'"))}
    assert macros == {".TH", ".SH", ".nf", ".fi"}
    assert newscli("help", "man", columns=200).out == page.out


@pytest.mark.skipif(shutil.which("groff") is None, reason="no groff on this machine")
def test_groff_sets_the_manual_page_without_a_warning(newscli: Program) -> None:
    ran = subprocess.run(
        ["groff", "-man", "-Tutf8", "-Kutf8", "-ww", "-rLL=80n"],  # noqa: S607 - where it is
        input=newscli("help", "man").out.encode(),
        capture_output=True,
        check=True,
        timeout=60,
    )
    assert not ran.stderr
    shown = re.sub(r"\x1b\[[0-9;]*m|.\x08", "", ran.stdout.decode())
    assert "newscli search '\"소상공인 지원\" -융자' --format ids | newscli show -" in shown
    assert "--no-pager" in shown
    commands, topics = shown.split("\nquery\n")
    assert [line for line in commands.splitlines() if width(line) > 80] == []
    assert topics.count("schema") == TOPICS["formats"].count("schema")


@pytest.mark.parametrize(
    ("word", "known", "offered"),
    [
        ("서을", ["부산", "서울"], "혹시: 서울"),
        ("서울특별시", ["부산", "서울"], "혹시: 서울"),
        ("강진", ["강진군", "강릉"], "혹시: 강진군"),
        (unicodedata.normalize("NFD", "서울시"), ["서울"], "혹시: 서울"),
        ("제주", ["부산", "서울"], ""),
        ("가", ["가람", "가온"], ""),
        ("serch", ["show", "search"], "혹시: search"),
        ("", ["서울"], ""),
    ],
)
def test_near_names(word: str, known: list[str], offered: str) -> None:
    assert near(word, known) == offered
