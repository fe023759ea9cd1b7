"""No network, and any surroundings: no home, no language, no folder to stand in, Korean paths."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from newscli.menu import ENTRIES

from .conftest import EXAMPLES

HOME = Path(__file__).parents[2]

# Every command, in an order in which each has something to do. `{…}` are folders of the test.
COMMANDS = (
    "ingest {examples}",
    "search 배달특급",
    "show 1",
    "list",
    "weather",
    "entities",
    "entity 가람시",
    "quotes",
    "stats",
    "parse {examples}",
    "tag {examples}/garam-snow.txt",
    "doctor --full",
    "backup {folder}/copy.db",
    "export {folder}/out",
    "reindex",
    "forget garam-snow.txt --yes",
    "completion bash",
    "config",
    "help query",
)

FORBIDDEN = """
import sys
def refuse(event, _):
    if event.startswith("socket."):
        raise AssertionError(f"the network was asked for: {event}")
sys.addaudithook(refuse)
"""
RUN = """
import shlex, sys
from newscli.main import main
for line in sys.argv[1:]:
    code = main(shlex.split(line))
    if code:
        sys.exit(f"{line}: {code}")
"""


def run(
    program: str, folder: Path, *commands: str, flags: tuple[str, ...] = (), **options: object
) -> str:
    """Run commands in one process of their own, with an archive in `folder`; what they said."""
    lines = [
        f"--db '{folder}/news.db' {command}".format(examples=EXAMPLES, folder=f"'{folder}'")
        for command in commands
    ]
    options = {"cwd": HOME, **options}
    ended = subprocess.run(  # type: ignore[call-overload]
        [sys.executable, *flags, "-c", program, *lines],
        capture_output=True,
        check=False,
        **options,
    )
    said = ended.stderr.decode(errors="replace")
    assert ended.returncode == 0, said
    assert "Traceback" not in said
    assert "Error" not in said
    return str(ended.stdout.decode(errors="replace"))


def test_no_command_asks_for_the_network(tmp_path: Path) -> None:
    """Python tells of every socket before it makes it, whoever asks for it."""
    assert {command.split()[0] for command in COMMANDS} == {*ENTRIES}
    run(FORBIDDEN + RUN, tmp_path, *COMMANDS)


def test_the_ban_on_the_network_would_be_seen(tmp_path: Path) -> None:
    asking = "import socket\nsocket.create_connection(('localhost', 9))\n"
    with pytest.raises(AssertionError, match="network"):
        run(FORBIDDEN + asking, tmp_path)


SOME = ("ingest {examples} --jobs 2", "search 배달특급", "show 1", "doctor", "config", "help query")


@pytest.mark.parametrize(
    "surroundings",
    [
        {"LANG": "C"},
        {"LC_ALL": "C"},
        {"LANG": "xx_YY.nonsense", "LC_ALL": "xx_YY.nonsense"},
        {"PYTHONIOENCODING": "cp949"},
        {"PYTHONIOENCODING": "ascii"},
        {"HOME": "/nonexistent"},
        {"HOME": "/proc"},
        {"HOME": ""},
        {"TERM": "", "COLUMNS": "nonsense", "LINES": "-1"},
        {"TZ": "nonsense"},
    ],
    ids=str,
)
def test_it_works_in_surroundings(surroundings: dict[str, str], tmp_path: Path) -> None:
    said = run(RUN, tmp_path, *SOME, env={"PATH": os.environ["PATH"], **surroundings})
    if surroundings != {"PYTHONIOENCODING": "ascii"}:
        encoding = surroundings.get("PYTHONIOENCODING", "utf-8")
        assert "배달특급".encode(encoding).decode(errors="replace") in said


def test_it_works_where_python_is_told_to_know_ascii_alone(tmp_path: Path) -> None:
    """There a word of the command line is bytes, and finds nothing; everything else works."""
    ascii_alone = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    commands = [command for command in SOME if command.isascii()]
    said = run(RUN, tmp_path, *commands, env={"PATH": os.environ["PATH"], **ascii_alone})
    assert "배달특급" in said


def test_it_works_without_any_variable(tmp_path: Path) -> None:
    assert "배달특급" in run(RUN, tmp_path, *SOME, env={})


@pytest.mark.skipif(sys.platform == "win32", reason="files in use cannot be removed there")
def test_it_works_where_the_folder_it_stands_in_is_gone(tmp_path: Path) -> None:
    leave = f"""
import os, tempfile, sys
sys.path.insert(0, {str(HOME)!r})
gone = tempfile.mkdtemp()
os.chdir(gone)
os.rmdir(gone)
"""
    more = ("forget garam-snow.txt --yes", "backup {folder}/copy.db")
    # Without the folder itself to import from, as the program `newscli` is: Python 3.13.0 fails.
    run(leave + RUN, tmp_path, *SOME, *more, flags=("-P",))


def test_it_works_under_a_name_in_korean_with_spaces(tmp_path: Path) -> None:
    folder = tmp_path / "새 폴더 (1)" / "뉴스 ‘모음’ #2?mode=ro&x=%41"
    folder.mkdir(parents=True)
    program = RUN.replace("shlex.split(line)", 'line.split("\\t")')
    words = [
        f"--db\t{folder}/보관 소.db\t{command}"
        for command in (
            f"ingest\t{EXAMPLES}",
            "list",
            "reindex",
            f"backup\t{folder}/베낀 것.db",
            f"export\t{folder}/내보낸 것",
            "doctor",
        )
    ]
    ended = subprocess.run(
        [sys.executable, "-c", program, *words], capture_output=True, text=True, check=False
    )
    assert (ended.returncode, ended.stderr) == (0, "")
    names = {path.name for path in folder.iterdir()}
    names -= {"보관 소.db-wal", "보관 소.db-shm"}  # as a reader of SQLite's log leaves them
    assert names == {"보관 소.db", "베낀 것.db", "내보낸 것"}
