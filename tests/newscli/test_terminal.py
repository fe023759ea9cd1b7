"""What a terminal, a pipe and an encoding make of the output."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import unicodedata
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.color import Color, ColorSystem
from rich.style import Style

from newscli import cells
from newscli.sheet import styles
from newscli.terminal import visible
from newscli.views.chart import COLOURS
from newscli.views.weather import SCALE

if TYPE_CHECKING:
    from tests.conftest import Outcome, Program

VIEWS = (
    ["search", "한별"],
    ["list"],
    ["show", "1", "2"],
    ["weather"],
    ["weather", "--station", "가람"],
    ["entities"],
    ["entity", "강누리"],
    ["quotes"],
    ["stats"],
)
WIDTHS = (40, 60, 72, 80, 120, 200)


# --- colour -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("environment", "words", "tty", "coloured"),
    [
        ({}, [], True, True),
        ({}, [], False, False),
        ({"NO_COLOR": "1"}, [], True, False),
        ({"NO_COLOR": ""}, [], True, True),
        ({"FORCE_COLOR": "1"}, [], False, True),
        ({"FORCE_COLOR": ""}, [], False, False),
        ({"NO_COLOR": "1", "FORCE_COLOR": "1"}, [], True, False),
        ({"TERM": "dumb"}, [], True, False),
        ({"TERM": "unknown"}, [], True, False),
        ({"TERM": "dumb", "FORCE_COLOR": "1"}, [], True, True),
        ({"NO_COLOR": "1"}, ["--color", "always"], False, True),
        ({"FORCE_COLOR": "1"}, ["--color", "never"], True, False),
        ({"NEWSCLI_COLOR": "never"}, [], True, False),
        ({"NEWSCLI_COLOR": "never"}, ["--color", "auto"], True, True),
    ],
)
@pytest.mark.parametrize("view", VIEWS)
def test_colour(  # noqa: PLR0917 - a table has columns
    news: Program,
    monkeypatch: pytest.MonkeyPatch,
    view: list[str],
    environment: dict[str, str],
    words: list[str],
    tty: bool,
    coloured: bool,
) -> None:
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    form = [] if view[0] in {"show", "entity"} else ["--format", "table"]
    outcome = news(*words, *view, *form, tty=tty)
    assert ("\x1b[" in outcome.out) == coloured


def test_machine_formats_never_have_colour(news: Program) -> None:
    for view in (["search", "한별"], ["list"], ["weather"], ["entities"]):
        for form in ("json", "ndjson", "csv", "tsv", "ids"):
            assert "\x1b" not in news("--color", "always", *view, "--format", form).out


def test_a_match_is_marked_with_and_without_colour(news: Program) -> None:
    table = ["search", "등대지기", "--format", "table"]
    assert "«등대지기»" in news(*table).out
    assert re.search(r"\x1b\[1;38;5;\d+m등대지기\x1b\[0m", news(*table, "--color", "always").out)


def luminance(colour: Color) -> float:
    """The relative luminance of WCAG 2.2."""
    linear = (
        share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4
        for share in (part / 255 for part in colour.get_truecolor())
    )
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


@pytest.mark.parametrize("paper", ["#000000", "#1e1e1e", "#ffffff", "#fdf6e3"])
@pytest.mark.parametrize("depth", [ColorSystem.TRUECOLOR, ColorSystem.EIGHT_BIT])
def test_every_colour_stands_out_on_dark_and_on_light(depth: ColorSystem, paper: str) -> None:
    named = [style.color for style in map(Style.parse, styles("truecolor").values())]
    used = [*map(Color.parse, (*SCALE, *COLOURS)), *(colour for colour in named if colour)]
    assert len(used) == len(SCALE) + len(COLOURS) + 3
    ground = luminance(Color.parse(paper))
    for colour in used:
        lower, upper = sorted((luminance(colour.downgrade(depth)), ground))
        assert (upper + 0.05) / (lower + 0.05) >= 3, colour.name


def test_sixteen_colours_are_those_of_the_readers_theme(
    news: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TERM", "vt220")
    assert "\x1b[1;31m등대지기" in news("search", "등대지기", tty=True).out


# --- terminal or pipe -------------------------------------------------------------------------


def test_a_terminal_gets_a_table_and_a_footer_a_pipe_gets_records(news: Program) -> None:
    on_terminal, in_pipe = news("list", tty=True), news("list")
    assert "번호" in on_terminal.out
    assert "읽기: newscli show 2" in on_terminal.err
    assert in_pipe.fields[0][0] == "2"
    assert not in_pipe.err


def test_the_footer_of_a_part_tells_how_to_go_on(news: Program) -> None:
    assert "이어서: --offset 1" in news("list", "-n", "1", tty=True).err
    assert "이어서" not in news("list", "-n", "1", "--offset", "1", tty=True).err
    assert "이어서" not in news("list", tty=True).err


def test_the_footer_keeps_quiet_when_asked(news: Program) -> None:
    assert not news("-q", "list", tty=True).err


@pytest.mark.parametrize("columns", WIDTHS)
@pytest.mark.parametrize("view", VIEWS)
def test_no_line_is_wider_than_the_terminal(news: Program, view: list[str], columns: int) -> None:
    outcome = news("--color", "never", *view, tty=True, columns=columns)
    assert outcome.code == 0
    assert outcome.lines
    too_wide = [line for line in outcome.lines if cell_len(line) > columns]
    assert not too_wide


@pytest.mark.parametrize("view", VIEWS)
def test_no_line_ends_in_blanks(news: Program, view: list[str]) -> None:
    for colour in ("always", "never"):
        lines = news("--color", colour, *view, tty=True, columns=60).lines
        assert [line for line in lines if line.endswith(" ")] == []


@pytest.mark.parametrize("columns", WIDTHS)
def test_nothing_is_lost_at_any_width(news: Program, columns: int) -> None:
    def squashed(outcome: Outcome) -> str:
        return "".join(outcome.out.split())

    headline = "[단독]노을항등대에[/b]눈쌓여:smile:뱃길끊겨"
    for view in (["list"], ["search", "등대지기"], ["show", "2"]):
        assert headline in squashed(news("--color", "never", *view, tty=True, columns=columns))


def test_show_is_at_most_eighty_cells_wide(news: Program) -> None:
    wide = news("--color", "never", "show", "1", tty=True, columns=200)
    assert max(cell_len(line) for line in wide.lines) == 80


def words_of(text: str) -> list[str]:
    return text.split()


@pytest.mark.parametrize("columns", [40, 60, 80])
@pytest.mark.parametrize(
    "words",
    [
        ["list", "--since", "2025-13-40"],
        ["search", "없는말이로다"],
        ["entities"],
        ["weather", "--station", "부산"],
    ],
)
def test_messages_break_at_words(news: Program, words: list[str], columns: int) -> None:
    in_pipe = news(*words, "--format", "table")
    on_terminal = news("--color", "never", *words, tty=True, columns=columns)
    wide = news("--color", "never", *words, tty=True, columns=1000)
    assert words_of(on_terminal.err) == words_of(wide.err)
    assert all(cell_len(line) <= columns for line in on_terminal.err.splitlines())
    assert on_terminal.code == in_pipe.code
    if in_pipe.err:
        assert in_pipe.err == wide.err


def test_a_message_into_a_pipe_is_not_wrapped(news: Program) -> None:
    narrow = news("list", "--since", "2025-13-40", columns=20).err
    assert narrow == news("list", "--since", "2025-13-40", columns=500).err


@pytest.mark.parametrize("columns", [60, 80])
@pytest.mark.parametrize("words", [["doctor"], ["config"]])
def test_facts_on_a_terminal_are_aligned_and_whole(
    news: Program, monkeypatch: pytest.MonkeyPatch, words: list[str], columns: int
) -> None:
    monkeypatch.chdir("/")
    wide = news(*words, tty=True, columns=1000)
    outcome = news(*words, tty=True, columns=columns)
    assert "\t" not in outcome.out
    assert all(cell_len(line) <= max(columns, longest_word(wide.out)) for line in outcome.lines)
    fitting = [word for word in words_of(wide.out) if cell_len(word) <= columns - 2]
    assert set(fitting) <= set(words_of(outcome.out))
    in_pipe = news(*words)
    assert all(len(fields) == 3 for fields in in_pipe.fields)


def longest_word(text: str) -> int:
    return max(map(cell_len, words_of(text)))


@pytest.mark.parametrize("columns", [40, 60, 80])
def test_parse_explain_on_a_terminal_cuts_no_word(
    newscli: Program, made_archive: Path, columns: int
) -> None:
    dump = made_archive.parent / "snow.txt"
    outcome = newscli("--color", "never", "parse", dump, "--explain", tty=True, columns=columns)
    assert "\t" not in outcome.out
    assert all(cell_len(line) <= columns for line in outcome.lines)
    written = {*words_of(dump.read_text("utf-8")), "…"}
    indented = [line for line in outcome.lines if re.match(r" {4}\S", line)]
    assert indented
    assert {word for line in indented for word in words_of(line)} <= written
    roles = [fields[1] for fields in newscli("parse", dump, "--explain").fields[1:]]
    assert set(roles) <= set(words_of(outcome.out))


@pytest.mark.parametrize("words", [["show", "-"], ["ingest", "-"], ["parse", "-"]])
def test_a_reader_at_the_keyboard_is_told_what_is_awaited(news: Program, words: list[str]) -> None:
    awaited = news(*words, stdin_tty=True, stdin=b"1\n")
    assert "기다립니다. 끝내려면 Ctrl-D." in awaited.err
    assert "기다립니다" not in news(*words, stdin=b"1\n").err
    assert "기다립니다" not in news("-q", *words, stdin_tty=True, stdin=b"1\n").err


# --- the pager --------------------------------------------------------------------------------


def test_long_output_goes_through_the_pager_short_output_does_not(
    news: Program, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    seen = tmp_path / "seen.txt"
    pager = tmp_path / "pager"
    pager.write_text(f'#!/bin/sh\nprintf "%s" "$1" > {seen}.option\ncat > {seen}\n', "utf-8")
    pager.chmod(0o755)
    monkeypatch.setenv("NEWSCLI_PAGER", f"{pager} -X")
    news("show", "1", tty=True)
    assert not seen.exists()
    news.lines = 5
    news("show", "1", "--no-pager", tty=True)
    news("show", "1")
    assert not seen.exists()
    assert not news("show", "1", tty=True).out
    assert "누리장터" in seen.read_text("utf-8")
    assert Path(f"{seen}.option").read_text("utf-8") == "-X"


@pytest.mark.parametrize("words", [["show", "1", "--raw"], ["show", "1", "--format", "md"]])
def test_whatever_is_long_goes_through_the_pager(
    news: Program, monkeypatch: pytest.MonkeyPatch, words: list[str]
) -> None:
    monkeypatch.setenv("NEWSCLI_PAGER", "true")
    assert news(*words, tty=True).out
    news.lines = 5
    assert not news(*words, tty=True).out
    assert news(*words, "--no-pager", tty=True).out
    assert news(*words).out
    monkeypatch.setenv("TERM", "dumb")
    assert news(*words, tty=True).out


def test_lines_that_the_terminal_folds_count_as_rows(
    news: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NEWSCLI_PAGER", "true")
    news.lines = 25
    assert news("show", "1", "--raw", tty=True, columns=80).out
    assert not news("show", "1", "--raw", tty=True, columns=20).out


def test_a_pager_with_an_open_quote_is_still_a_pager(
    news: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NEWSCLI_PAGER", 'true "')
    news.lines = 5
    outcome = news("show", "1", tty=True)
    assert (outcome.code, outcome.out, outcome.err) == (0, "", "")


def test_without_a_pager_long_output_is_simply_written(
    news: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NEWSCLI_PAGER", "there-is-no-such-pager")
    news.lines = 5
    assert "누리장터" in news("show", "1", tty=True).out


# --- text from strangers ----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("눈 \x1b[31m빨강\x1b[0m", "눈 ␛[31m빨강␛[0m"),
        ("\x1b]0;제목\x07", "␛]0;제목␇"),
        ("한\x9b31m", "한⟨U+009B⟩31m"),
        ("가\u202e나", "가⟨U+202E⟩나"),
        ("가\u200b나", "가⟨U+200B⟩나"),
        ("끝\x00", "끝␀"),
        ("지움\x7f", "지움␡"),
        ("반쪽\ud83d", "반쪽⟨U+D83D⟩"),
        ("탭\t줄\n끝\r\u2028쪽", "탭 줄 끝  쪽"),
        ("그대로 [b]굵게[/b] :smile:", "그대로 [b]굵게[/b] :smile:"),
        ("가\u3000나", "가\u3000나"),
    ],
)
def test_visible(text: str, shown: str) -> None:
    assert visible(text) == shown


@given(st.text(st.characters(exclude_categories=[])))
def test_nothing_visible_steers_a_terminal(text: str) -> None:
    shown = visible(text)
    assert not any(unicodedata.category(character) in {"Cc", "Cs"} for character in shown)
    assert visible(shown) == shown


def test_a_hostile_page_reaches_no_terminal(newscli: Program, tmp_path: Path) -> None:
    page = (
        "눈 \x1b[31m온\x1b[0m 날 \u202e거꾸로\n\n"
        "가람시에 \x1b]0;pwned\x07 눈이 왔다고 \x9b2J 시가 밝혔다. 누리군에도 눈이 왔다.\n"
    )
    (tmp_path / "hostile.txt").write_text(page, encoding="utf-8")
    newscli("ingest", "hostile.txt")
    for view in (["search", "눈이"], ["list"], ["show", "1"], ["show", "1", "--format", "md"]):
        for tty in (True, False):
            outcome = newscli("--color", "never", *view, tty=tty)
            assert outcome.code == 0
            assert not set("\x1b\x07\x9b\u202e") & set(outcome.out)
    for form in ("json", "ndjson", "csv", "tsv"):
        outcome = newscli("search", "눈이", "--format", form)
        assert not set("\x1b\x07\x9b\u202e") & set(outcome.out)
    article = json.loads(newscli("show", "1", "--json").out)
    assert any("\x9b2J" in paragraph for paragraph in article["body"])
    raw = newscli("show", "1", "--raw", tty=True).out
    assert not set("\x1b\x07\x9b\u202e") & set(raw)
    assert newscli("show", "1", "--raw").out == page


def test_a_hostile_query_and_name_are_shown_harmlessly(news: Program) -> None:
    assert "\x1b" not in news("search", "\x1b[31m없는말").err
    assert "\x1b" not in news("ingest", "\x1b[31m.txt").err
    assert news("search", "\udcff\udcfe").code in {0, 1}


# --- encodings --------------------------------------------------------------------------------


@pytest.fixture
def dashed(newscli: Program, tmp_path: Path) -> Program:
    page = "눈 – 그리고 비 😀\n\n가람시는 3–5일 눈이 온다고 밝혔다. 누리군에도 눈이 온다.\n"
    (tmp_path / "dash.txt").write_text(page, encoding="utf-8")
    newscli("ingest", "dash.txt")
    return newscli


@pytest.mark.parametrize("view", [["list"], ["show", "1"], ["list", "--json"]])
@pytest.mark.parametrize("tty", [True, False])
def test_cp949_does_not_fail_on_a_dash(
    dashed: Program,
    monkeypatch: pytest.MonkeyPatch,
    view: list[str],
    tty: bool,
) -> None:
    monkeypatch.setenv("PYTHONIOENCODING", "cp949")
    outcome = dashed(*view, tty=tty, encoding="cp949")
    assert outcome.code == 0
    assert "눈 \\u2013 그리고 비" in outcome.out


def test_json_stays_json_in_cp949(dashed: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONIOENCODING", "cp949")
    article = json.loads(dashed("show", "1", "--json", encoding="cp949").out)
    assert article["headline"] == "눈 – 그리고 비 😀"


def test_a_pipe_of_a_korean_windows_gets_utf_8(dashed: Program) -> None:
    assert dashed("list", encoding="cp949").fields[0][5] == "눈 – 그리고 비 😀"


# --- cells ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "width"),
    [
        ("배달특급", 8),
        (unicodedata.normalize("NFD", "배달특급"), 8),
        ("a℃", 2),
        ("①→", 2),
        ("눈 3–5㎝", 8),
        ("", 0),
    ],
)
def test_width(text: str, width: int) -> None:
    assert cells.width(text) == width


@given(st.text("가나다라 ab–", max_size=60), st.integers(4, 30))
def test_wrap_keeps_every_word_and_the_width(text: str, room: int) -> None:
    lines = cells.wrap(text, room)
    assert " ".join(lines).split() == text.split()
    assert all(cells.width(line) <= room or " " not in line for line in lines)


# --- the real program -------------------------------------------------------------------------


def spawn(folder: Path, *words: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "newscli", *words],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2]), **environment},
        capture_output=True,
        check=False,
        timeout=60,
    )


def test_the_program_runs_from_a_shell(made_archive: Path) -> None:
    ran = spawn(made_archive.parent, "--db", "archive.db", "list", LANG="C", LC_ALL="C")
    assert ran.returncode == 0
    assert "뱃길 끊겨" in ran.stdout.decode("utf-8")
    assert ran.stderr == b""


def test_a_closed_pipe_is_success(made_archive: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-m", "newscli", "--db", "archive.db", "list", "--json"],
        cwd=made_archive.parent,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        assert process.stdout is not None
        process.stdout.close()
        _, said = process.communicate(timeout=60)
    assert (process.returncode, said) == (0, b"")


@pytest.mark.skipif(os.name != "posix", reason="a shell that can close a stream")
@pytest.mark.parametrize("closed", ["<&-", ">&-", "2>&-", "<&- >&- 2>&-"])
@pytest.mark.parametrize("words", ["list", "list --json", "show 1 999", "doctor"])
def test_a_stream_that_the_shell_closed_fails_nothing(
    made_archive: Path, tmp_path: Path, closed: str, words: str
) -> None:
    db = shutil.copy(made_archive, tmp_path / "archive.db")
    ran = subprocess.run(
        ["/bin/sh", "-c", f'exec "$0" -m newscli --db "$1" {words} {closed}', sys.executable, db],
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])},
        capture_output=True,
        check=False,
        timeout=60,
    )
    assert ran.returncode == (2 if "999" in words else 0)
    assert b"Traceback" not in ran.stderr
    assert "예상하지".encode() not in ran.stderr


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full on this machine")
def test_a_full_disk_is_no_fault_of_ours(made_archive: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        ran = subprocess.run(
            [sys.executable, "-m", "newscli", "--db", "archive.db", "list"],
            cwd=made_archive.parent,
            env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])},
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
            timeout=60,
        )
    assert ran.returncode == 2
    said = ran.stderr.decode()
    assert said.startswith("newscli: 시스템이 거절했습니다")
    assert "디스크가 가득 찼습니다." in said
    assert "No space" not in said


@pytest.mark.parametrize("words", [["search", "한별"], ["show", "1"], ["list"]])
def test_reading_commands_load_nothing_heavy(made_archive: Path, words: list[str]) -> None:
    watched = ["numpy", "sqlite_utils", "pydantic", "rich", "archive.entities", "archive.pages"]
    program = (
        "import sys; from newscli.main import main; code = main(sys.argv[1:]); "
        f"print([name for name in {watched!r} if name in sys.modules], file=sys.stderr); "
        "sys.exit(code)"
    )
    ran = subprocess.run(
        [sys.executable, "-c", program, "--db", "archive.db", *words],
        cwd=made_archive.parent,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])},
        capture_output=True,
        check=True,
        timeout=60,
    )
    assert ran.stderr.decode().strip() == "[]"


def test_help_imports_no_command() -> None:
    program = (
        "import sys; from newscli.main import main; main(['--help']); "
        "print([name for name in sys.modules if name.startswith('newscli.commands.')], "
        "file=sys.stderr)"
    )
    ran = subprocess.run(
        [sys.executable, "-c", program], cwd=Path(__file__).parents[2], capture_output=True,
        check=True, timeout=60,
    )  # fmt: skip
    assert ran.stderr.decode().strip() == "[]"


# --- progress ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "term", "tty", "shown"),
    [
        ([], "xterm-256color", True, True),
        ([], "dumb", True, False),
        (["-q"], "xterm-256color", True, False),
        ([], "xterm-256color", False, False),
    ],
)
def test_progress_is_for_terminals_that_can_move_their_cursor(  # noqa: PLR0917 - a table's columns
    newscli: Program,
    monkeypatch: pytest.MonkeyPatch,
    made_archive: Path,
    words: list[str],
    term: str,
    tty: bool,
    shown: bool,
) -> None:
    monkeypatch.setattr("newscli.progress._PATIENCE", 0)
    monkeypatch.setenv("TERM", term)
    dump = made_archive.parent / "snow.txt"
    outcome = newscli(*words, "ingest", dump, "--jobs", 1, tty=tty)
    assert outcome.code == 0
    assert ("\x1b[2K" in outcome.err) == shown
    assert ("기사 " in outcome.err) == shown


@pytest.mark.parametrize("columns", [40, 60, 80, 120])
def test_progress_takes_one_line(
    newscli: Program, monkeypatch: pytest.MonkeyPatch, made_archive: Path, columns: int
) -> None:
    monkeypatch.setattr("newscli.progress._PATIENCE", 0)
    dump = made_archive.parent / "snow.txt"
    err = newscli("--color", "never", "ingest", dump, "--jobs", 1, tty=True, columns=columns).err
    drawn = [re.sub(r"\x1b\[[?0-9;]*[A-Za-z]", "", line) for line in re.split(r"[\r\n]", err)]
    assert max(map(cell_len, drawn)) <= columns
    assert not [line for line in drawn if line.strip() in {"MB", "kB/s", "bytes"}]
