"""Many at one archive at once, and archives where nothing may be written: readers never fail."""

from __future__ import annotations

import ctypes
import os
import random
import shutil
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from archive import Archive, ArchiveBusy, ArchiveUnreadable
from archive.store.file import turn as turns
from archive.store.file.connection import connect_reading, connect_writing
from archive.store.file.turn import turn

from .conftest import EXAMPLES  # and the path to bench/

from bench.compose import write_everything  # isort: skip
from bench.sameness import differences  # isort: skip

READER = """
import sys, time
from pathlib import Path
from archive import Archive
seen = 0
while not Path(sys.argv[2]).exists():
    with Archive.open(sys.argv[1], create=False) as news:
        for _ in range(5):
            found = news.search("가람시 도서관 밝혔다")
            articles = news.count()
            assert articles >= seen, "an article went missing"
            seen = articles
            if found.hits:
                news.article(found.hits[0].id)
print(seen)
"""
INGEST = """
import sys
from archive.ingest import run
run._TRANSACTION_SECONDS = 0.05
from newscli.main import main
sys.exit(main(["--db", *sys.argv[1:]]))
"""


def start(program: str, *words: object, **options: object) -> subprocess.Popen[str]:
    return subprocess.Popen(  # type: ignore[call-overload,no-any-return]
        [sys.executable, "-c", program, *map(str, words)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        cwd=Path(__file__).parents[2],
        **options,
    )


@pytest.fixture(scope="module")
def dumps(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("dumps")
    write_everything(folder, 160, seed=11)
    return folder


def test_ten_readers_search_while_one_ingests(database: Path, dumps: Path, tmp_path: Path) -> None:
    over = tmp_path / "over"
    readers = [start(READER, database, over) for _ in range(10)]
    try:
        writer = start(INGEST, database, "ingest", dumps, "--no-entities", "--jobs", 1)
        writer.communicate()
        with Archive.open(database) as news:
            news.reindex()
            articles = news.count()
    finally:
        over.touch()
    for reader in readers:
        out, err = reader.communicate(timeout=60)
        assert (reader.returncode, err) == (0, "")
        assert 0 < int(out) <= articles


def test_two_ingests_at_once_make_the_archive_of_one(dumps: Path, tmp_path: Path) -> None:
    with Archive.open(tmp_path / "one.db") as news:
        news.ingest([dumps], jobs=1, entities=False)
    both = [
        start(INGEST, tmp_path / "two.db", "ingest", dumps, "--no-entities", "--jobs", 2)
        for _ in range(2)
    ]
    told = [run.communicate(timeout=100) for run in both]
    assert {run.returncode for run in both} <= {0, 2}, told
    # The counts are taken when much has changed, and the second found nothing to add.
    assert differences(tmp_path / "one.db", tmp_path / "two.db") == {}
    assert not (tmp_path / "two.db-lock").exists()


def test_the_second_writer_says_that_it_waits_and_leaves_with_a_reason(
    database: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("archive.store.file.refusals.WRITER_WAIT_SECONDS", 0.2)
    monkeypatch.setattr(turns, "_PATIENCE_SECONDS", 0.05)
    told: list[str] = []
    with turn(database), Archive.open(database) as news:
        news.on_wait = lambda: told.append("waiting")
        for work in (
            lambda: news.ingest([EXAMPLES]),
            news.reindex,
            lambda: news.forget(str(EXAMPLES)),
        ):
            with pytest.raises(ArchiveBusy, match="기다렸습니다"):
                work()
        assert news.search("배달특급").total == 2
    assert told == ["waiting"] * 3
    with Archive.open(database) as news:
        assert news.reindex() == news.count()


def test_a_turn_is_free_when_its_holder_was_killed(database: Path) -> None:
    program = f"""
import time
from pathlib import Path
from archive.store.file.turn import turn
with turn(Path({str(database)!r})):
    print("mine", flush=True)
    time.sleep(60)
"""
    holder = start(program)
    assert holder.stdout is not None
    assert holder.stdout.readline() == "mine\n"
    holder.kill()
    holder.communicate()
    with turn(database):
        pass
    assert not database.with_name("news.db-lock").exists()


def test_no_two_hold_the_turn(tmp_path: Path) -> None:
    """Each of four adds one to a number, many times, by reading it and writing it back."""
    number = tmp_path / "number"
    number.write_text("0")
    program = f"""
from pathlib import Path
from archive.store.file import turn as turns
turns._SECONDS_BETWEEN = 0.001
for _ in range(50):
    with turns.turn(Path({str(tmp_path / "a.db")!r})):
        number = Path({str(number)!r})
        number.write_text(str(int(number.read_text()) + 1))
"""
    runs = [start(program) for _ in range(4)]
    for run in runs:
        _, err = run.communicate(timeout=60)
        assert err == ""
    assert number.read_text() == "200"


@pytest.mark.parametrize("work", ["reindex", "forget", "ingest"])
def test_a_reader_sees_one_state_while_others_write(database: Path, work: str) -> None:
    reader = connect_reading(database)
    reader.execute("BEGIN")
    before = reader.execute("SELECT count(*), max(id) FROM articles").fetchone()
    with Archive.open(database) as news:
        if work == "reindex":
            news.reindex()
        elif work == "forget":
            news.forget("garam-snow.txt")
        else:
            news.ingest([Path(__file__)], jobs=1, entities=False)
    assert reader.execute("SELECT count(*), max(id) FROM articles").fetchone() == before
    reader.close()


def test_a_backup_ends_while_something_is_written_all_the_time(
    database: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each step of SQLite's backup used to begin anew when another had written since."""
    monkeypatch.setattr("archive.store.file.copies._PAGES_AT_ONCE", 1)
    program = f"""
import sqlite3
connection = sqlite3.connect({str(database)!r}, isolation_level=None)
print("go", flush=True)
while True:
    connection.execute("UPDATE sources SET dumps = dumps")
"""
    writer = start(program)
    assert writer.stdout is not None
    writer.stdout.readline()
    try:
        with Archive.open(database) as news:
            news.backup(tmp_path / "copy.db")
    finally:
        writer.kill()
        writer.communicate()
    assert differences(database, tmp_path / "copy.db") == {}


# --- where nothing may be written -------------------------------------------------------------

_PR_CAPBSET_DROP = 24
_RIGHTS_OF_ROOT = (1, 2, 3)  # CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH, CAP_FOWNER
SEARCH = """
import sys
from newscli.main import main
sys.exit(main(["--db", sys.argv[1], *sys.argv[2:]]))
"""


@pytest.fixture
def left_with_a_log(database: Path, tmp_path: Path) -> Path:
    """An archive whose last change stands in its log alone, as a killed writer leaves it."""
    began = tmp_path / "began"
    began.mkdir()
    shutil.copy(database, began / "news.db")
    writer = connect_writing(began / "news.db")
    writer.execute("UPDATE articles SET section = '기록에만' WHERE id = 1")
    writer.commit()
    folder = tmp_path / "left"
    folder.mkdir()
    for name in ("news.db", "news.db-wal"):
        shutil.copy(began / name, folder / name)
    writer.close()
    return folder / "news.db"


@pytest.fixture
def closed(tmp_path: Path) -> Iterator[Path]:
    """A folder in which this process may not write, whoever it is."""
    folder = tmp_path / "closed"
    folder.mkdir()
    yield folder
    folder.chmod(0o755)


def as_anyone() -> None:
    """Give up the rights of root, to whom modes mean nothing: takes hold with the next exec."""
    if os.geteuid() == 0:
        for right in _RIGHTS_OF_ROOT:
            ctypes.CDLL(None).prctl(_PR_CAPBSET_DROP, right, 0, 0, 0)


def run_by_anyone(database: Path, *words: str) -> tuple[int, str, str]:
    run = start(SEARCH, database, *words, preexec_fn=as_anyone)
    out, err = run.communicate(timeout=60)
    return run.returncode, out, err


@pytest.mark.skipif(sys.platform != "linux", reason="modes, and how to give up root's rights")
@pytest.mark.parametrize("with_log", [False, True])
def test_an_archive_in_a_closed_folder_is_read_with_its_log(
    database: Path, left_with_a_log: Path, closed: Path, with_log: bool
) -> None:
    for file in (left_with_a_log if with_log else database).parent.glob("news.db*"):
        if file.name != "news.db-shm":
            shutil.copy(file, closed / file.name)
            (closed / file.name).chmod(0o444)
    closed.chmod(0o555)
    code, out, err = run_by_anyone(closed / "news.db", "list", "--json")
    assert (code, err) == (0, "")
    assert ("기록에만" in out) is with_log
    code, out, err = run_by_anyone(closed / "news.db", "doctor")
    assert code == 0, out
    for words in (["reindex"], ["ingest", str(EXAMPLES)], ["forget", "examples", "--yes"]):
        code, _, err = run_by_anyone(closed / "news.db", *words)
        assert code == 2
        assert "Traceback" not in err
        assert "권한" in err or "읽기만" in err, err


@pytest.mark.parametrize("with_log", [False, True])
def test_a_folder_without_shared_memory_is_read(
    database: Path, left_with_a_log: Path, with_log: bool
) -> None:
    """As on a network folder that lets nobody map memory: here a folder stands in its place."""
    path = left_with_a_log if with_log else database
    path.with_name("news.db-shm").unlink(missing_ok=True)
    path.with_name("news.db-shm").mkdir()
    with Archive.open(path, create=False) as news:
        sections = {listing.section for listing in news.articles(limit=None)}
        assert ("기록에만" in sections) is with_log
        assert news.search("배달특급").total == 2
        assert news.doctor().ok
        with pytest.raises(ArchiveUnreadable):
            news.reindex()


def test_a_busy_archive_is_never_read_without_its_log(
    database: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A reader who is kept waiting must not take the file for one that nobody writes."""
    monkeypatch.setattr("archive.store.file.connection.READER_WAIT_SECONDS", 0.1)
    holder = sqlite3.connect(database, isolation_level=None)
    holder.execute("PRAGMA locking_mode = EXCLUSIVE")
    holder.execute("BEGIN EXCLUSIVE")
    holder.execute("UPDATE sources SET dumps = 0")
    try:
        with pytest.raises(ArchiveBusy):
            connect_reading(database)
    finally:
        holder.close()


def test_readers_of_a_file_that_is_being_made_find_none_or_a_whole_one(tmp_path: Path) -> None:
    seed = random.randrange(1 << 32)  # noqa: S311 - no secret
    print(f"seed {seed}")  # noqa: T201 - shown when it fails
    path = tmp_path / "new.db"
    writer = start(INGEST, path, "ingest", EXAMPLES, "--no-entities")
    states = set()
    while writer.poll() is None:
        code = start(SEARCH, path, "list").wait(timeout=60)
        assert code in {0, 1, 2}
        states.add(code)
        time.sleep(0.01)
    assert start(SEARCH, path, "list").wait(timeout=60) == 0
