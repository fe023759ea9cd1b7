"""Any number of processes, any end: the archive is the same, or can be finished to be."""

from __future__ import annotations

import gc
import gzip
import importlib
import os
import random
import signal
import subprocess
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import pytest

from archive import Archive
from archive.entities import analysis
from archive.errors import ArchiveError
from archive.ingest import Interrupted, Progress, ingest, workers
from archive.ingest.preparing import prepare_all
from archive.model import Analysis, Article, Dump, Refusal, Teaser
from archive.store.file.connection import connect_writing
from archive.store.rows.entity_rows import NO_ROWS, EntityRows
from archive.store.rows.entry import Entry

from .conftest import column, rows_of, write_lines

PROGRAM = """
import sys
from archive.ingest import ingest, workers
workers._ALONE_BYTES = 0
workers._BATCH_WEIGHT = 17_500
from archive.ingest import run
run._TRANSACTION_SECONDS = 0.02
ingest(sys.argv[1], sys.argv[2:], jobs=2, entities=False)
"""

STORY = (
    "가람시가 낡은 나루터를 고쳐 걷는 길로 꾸미기로 하고 다음 달 초에 첫 삽을 뜬다고 3일 밝혔다.",
    "시는 나루터에서 도담교까지 1.8㎞를 잇는 산책로를 내고 곳곳에 의자 40개와 가로등을 놓는다.",
    "공사에는 모두 27억원이 들며 시와 도가 절반씩 나누어 내고 내년 가을에 끝낼 계획이다.",
    "길 중간에는 옛 뱃사공이 쓰던 집을 그대로 옮겨 지어 작은 전시관으로 쓰기로 했다.",
    "한별 가람시장은 “강을 따라 걷는 사람이 늘면 시장 골목도 함께 살아날 것”이라고 말했다.",
    "인근 상인들은 공사가 길어지면 손님이 줄까 걱정하면서도 길이 나기를 손꼽아 기다린다.",
)


@pytest.fixture
def inputs(tmp_path: Path) -> Path:
    """Files enough for several batches, with duplicates, reprints and failures among them."""
    folder = tmp_path / "in"
    for number in range(12):
        write_lines(folder / f"{number:02}.jsonl", *range(number * 15, number * 15 + 25))
    (folder / "05b.txt").write_bytes(b"")
    (folder / "07b.txt").write_text(
        "2024.05.01 (수)\n  • 맑음가람 18.2℃\n기상청 제공\n사회\n가람 소식\n"
    )
    for number, paper in enumerate(("도담일보", "누리저널", "해솔타임스")):
        reprint = "\n\n".join((f"[{paper} 한별 기자] {STORY[0]}", *STORY[1 : 6 - number]))
        (folder / f"0{number * 4}a.txt").write_text(f"{paper}의 제목\n\n{reprint}\n")
    with (folder / "03.jsonl").open("a") as lines:
        lines.write('{"text": "cut\n')
    return folder


@pytest.fixture
def eager(monkeypatch: pytest.MonkeyPatch) -> None:
    """Start workers at once, with small batches."""
    monkeypatch.setattr(workers, "_ALONE_BYTES", 0)
    monkeypatch.setattr(workers, "_BATCH_WEIGHT", 17_500)


@pytest.mark.usefixtures("eager")
@pytest.mark.parametrize("method", ["fork", "forkserver", "spawn"])
def test_one_process_or_three_make_the_same_archive(
    tmp_path: Path, inputs: Path, monkeypatch: pytest.MonkeyPatch, method: str
) -> None:
    import multiprocessing

    if method not in multiprocessing.get_all_start_methods():
        pytest.skip(f"no {method} on this system")
    monkeypatch.setattr(workers, "_context", lambda: multiprocessing.get_context(method))
    alone, together = tmp_path / "1.db", tmp_path / "3.db"
    one = ingest(alone, [str(inputs)], jobs=1, entities=False)
    three = ingest(together, [str(inputs)], jobs=3, entities=False)
    assert rows_of(alone) == rows_of(together)
    assert one.failed == three.failed
    assert one.articles == three.articles == 12 * 15 + 10 + 1 + 3
    assert column(alone, "SELECT count(*) FROM articles WHERE reprint_group IS NOT NULL") == [3]


@pytest.mark.usefixtures("eager")
def test_entities_do_not_depend_on_the_processes_either(tmp_path: Path, inputs: Path) -> None:
    alone, together = tmp_path / "1.db", tmp_path / "2.db"
    ingest(alone, [str(inputs)], jobs=1)
    ingest(together, [str(inputs)], jobs=2)
    assert rows_of(alone) == rows_of(together)
    assert column(alone, "SELECT count(*) > 0 FROM mentions") == [1]


def test_the_order_of_the_paths_does_not_matter(tmp_path: Path, inputs: Path) -> None:
    files = sorted(str(file) for file in inputs.iterdir())
    shuffled = random.Random(7).sample(files, len(files))  # noqa: S311 - no secret
    ingest(tmp_path / "1.db", files, jobs=1, entities=False)
    ingest(tmp_path / "2.db", shuffled, jobs=1, entities=False)
    assert column(tmp_path / "1.db", "SELECT max(reprint_group) IS NOT NULL FROM articles") == [1]
    assert rows_of(tmp_path / "1.db") == rows_of(tmp_path / "2.db")


def test_few_pages_start_no_process(
    tmp_path: Path, inputs: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(workers, "ProcessPoolExecutor", None)  # to call it would fail
    report = ingest(tmp_path / "1.db", [str(inputs)], jobs=None, entities=False)
    assert report.articles > 0


def test_killed_at_any_moment_the_next_run_finishes_the_same_archive(
    tmp_path: Path, inputs: Path
) -> None:
    undisturbed = tmp_path / "whole.db"
    ingest(undisturbed, [str(inputs)], jobs=1, entities=False)
    seed = random.randrange(1 << 32)  # noqa: S311 - no secret
    print(f"seed {seed}")  # noqa: T201 - shown when it fails
    moments = random.Random(seed)  # noqa: S311 - no secret
    database = tmp_path / "killed.db"
    command = [sys.executable, "-c", PROGRAM, str(database), str(inputs)]
    for _ in range(5):
        run = subprocess.Popen(command)
        time.sleep(moments.uniform(0.15, 0.6))
        run.kill()
        run.wait()
    subprocess.run(command, check=True)
    assert rows_of(database) == rows_of(undisturbed)


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="needs /proc")
def test_workers_do_not_outlive_a_killed_parent(tmp_path: Path, inputs: Path) -> None:
    pause = """
import multiprocessing, time
from archive.ingest import meter
meter._PATIENCE_SECONDS = -1
meter._SECONDS_BETWEEN = 0
def tell(_):
    if multiprocessing.active_children():
        time.sleep(60)
"""
    program = pause + PROGRAM.replace("entities=False", "entities=False, progress=tell")
    command = [sys.executable, "-c", program, str(tmp_path / "a.db"), str(inputs)]
    run = subprocess.Popen(command, start_new_session=True)
    try:
        _until(lambda: len(_members_of_group(run.pid)) >= 3)
    finally:
        run.kill()
        run.wait()
    _until(lambda: not _members_of_group(run.pid))


def _members_of_group(group: int) -> list[int]:
    """Processes of a session that are alive."""
    alive = []
    for folder in Path("/proc").iterdir():
        if folder.name.isdigit():
            try:
                state, _, process_group = (
                    (folder / "stat").read_text().rsplit(") ", 1)[1].split()[:3]
                )
            except OSError:
                continue
            if int(process_group) == group and state != "Z":
                alive.append(int(folder.name))
    return alive


def _until(condition: Callable[[], bool], seconds: float = 15.0) -> None:
    deadline = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < deadline, "it never came to pass"
        time.sleep(0.05)


@pytest.mark.usefixtures("eager")
@pytest.mark.parametrize("jobs", [1, 2])
def test_ctrl_c_keeps_what_is_whole_and_the_next_run_goes_on(
    tmp_path: Path, inputs: Path, monkeypatch: pytest.MonkeyPatch, jobs: int
) -> None:
    monkeypatch.setattr("archive.ingest.meter._PATIENCE_SECONDS", -1)
    monkeypatch.setattr("archive.ingest.meter._SECONDS_BETWEEN", 0)
    undisturbed, database = tmp_path / "whole.db", tmp_path / "stopped.db"
    ingest(undisturbed, [str(inputs)], jobs=1, entities=False)

    def stop(progress: Progress) -> None:
        if progress.articles >= 60:
            os.kill(os.getpid(), signal.SIGINT)

    with pytest.raises(Interrupted) as stopped:
        ingest(database, [str(inputs)], jobs=jobs, entities=False, progress=stop)
    assert column(database, "SELECT count(*) FROM articles") == [stopped.value.report.articles]
    assert 60 <= stopped.value.report.articles < 190
    ingest(database, [str(inputs)], jobs=jobs, entities=False)
    assert rows_of(database) == rows_of(undisturbed)


def test_ctrl_c_in_the_middle_of_a_write_takes_that_write_back(
    tmp_path: Path, inputs: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from archive.store.writing.stories import Stories

    undisturbed, database = tmp_path / "whole.db", tmp_path / "stopped.db"
    ingest(undisturbed, [str(inputs)], jobs=1, entities=False)
    place = Stories.place
    placed = 0

    def interrupted(*arguments: object) -> object:
        nonlocal placed
        placed += 1
        if placed == 40:
            raise KeyboardInterrupt
        return place(*arguments)  # type: ignore[arg-type]

    with monkeypatch.context() as patched:
        patched.setattr(Stories, "place", interrupted)
        with pytest.raises(Interrupted):
            ingest(database, [str(inputs)], jobs=1, entities=False)
    orphans = "SELECT count(*) FROM pages WHERE id NOT IN (SELECT page_id FROM appearances)"
    assert column(database, orphans) == [0]
    ingest(database, [str(inputs)], jobs=1, entities=False)
    assert rows_of(database) == rows_of(undisturbed)


@pytest.mark.parametrize("room", ["reprints.ReprintWriter", "pending.PendingIndex"])
def test_ctrl_c_while_a_transaction_ends_takes_it_back(
    tmp_path: Path, inputs: Path, monkeypatch: pytest.MonkeyPatch, room: str
) -> None:
    """Half of what was to be written stood there, and was written again on the way out."""
    module, name = room.split(".")
    writer = getattr(importlib.import_module(f"archive.store.writing.{module}"), name)
    undisturbed, database = tmp_path / "whole.db", tmp_path / "stopped.db"
    ingest(undisturbed, [str(inputs)], jobs=1, entities=False)
    drop, interruptions = writer.drop, [KeyboardInterrupt()]

    def interrupted_once(self: object) -> None:
        if interruptions:
            raise interruptions.pop()
        drop(self)

    with monkeypatch.context() as patched:
        patched.setattr(writer, "drop", interrupted_once)  # a flush ends with it
        with pytest.raises(Interrupted):
            ingest(database, [str(inputs)], jobs=1, entities=False)
    ingest(database, [str(inputs)], jobs=1, entities=False)
    assert rows_of(database) == rows_of(undisturbed)
    with Archive.open(database) as news:
        assert news.doctor(full=True).ok


def _die(*_: object, **__: object) -> None:
    os._exit(9)


@pytest.mark.usefixtures("eager")
def test_a_worker_that_dies_is_an_error_with_a_way_on(
    tmp_path: Path, inputs: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    submit = ProcessPoolExecutor.submit
    monkeypatch.setattr(ProcessPoolExecutor, "submit", lambda pool, *_, **__: submit(pool, _die))
    with pytest.raises(ArchiveError, match="--jobs 1"):
        ingest(tmp_path / "a.db", [str(inputs)], jobs=2, entities=False)


def test_another_writer_is_named(
    tmp_path: Path, inputs: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from archive.errors import ArchiveBusy

    database = tmp_path / "a.db"
    monkeypatch.setattr("archive.store.file.refusals.WRITER_WAIT_SECONDS", 0.1)
    other = connect_writing(database)
    try:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(ArchiveBusy):
            ingest(database, [str(inputs)], jobs=1, entities=False)
    finally:
        other.close()


@pytest.mark.usefixtures("eager")
@pytest.mark.parametrize("jobs", [1, 2])
def test_of_many_broken_lines_a_thousand_are_named_and_the_others_counted(
    tmp_path: Path, jobs: int
) -> None:
    """Lines are read by the workers: what is wrong with them is told in their order all the same,
    and beside what was wrong with the file."""
    folder = tmp_path / "in"
    folder.mkdir()
    broken = b'{"text": "cut\n' * 600
    page = '{"text": "가람시는 8일 시민 광장에서 새 도서관의 문을 열었다고 밝혔다."}\n'.encode()
    (folder / "many.jsonl").write_bytes(broken + page + broken)
    (folder / "torn.jsonl.gz").write_bytes(gzip.compress(page + broken)[:-12])
    report = ingest(tmp_path / "a.db", [str(folder)], jobs=jobs, entities=False)
    told = defaultdict[str, list[Refusal]](list)
    for refusal in report.failed:
        told[Path(refusal.source).name].append(refusal)
    lines = [str(number) for number in range(1, 1_202) if number != 601]
    assert [refusal.member for refusal in told["many.jsonl"]] == [*lines[:1_000], None]
    assert "200건" in told["many.jsonl"][-1].reason
    assert [refusal.member for refusal in told["torn.jsonl.gz"][:3]] == ["2", "3", "4"]
    assert "끊겼습니다" in told["torn.jsonl.gz"][-1].reason
    rehearsed = ingest(tmp_path / "b.db", [str(folder)], entities=False, dry_run=True)
    assert rehearsed.failed == report.failed


def test_the_collector_is_as_it_was_after_an_ingest(tmp_path: Path, inputs: Path) -> None:
    before = gc.get_threshold()
    ingest(tmp_path / "a.db", [str(inputs)], jobs=1, entities=False)
    assert gc.get_threshold() == before


def test_pages_together_have_the_analyses_of_each_alone() -> None:
    examples = Path(__file__).parents[2] / "examples"
    pages = [examples / f"{name}.txt" for name in ("garam-snow", "garam-delivery", "noeul-mudflat")]
    dumps = [Dump(page.read_text(encoding="utf-8"), page.name) for page in pages]
    dumps.append(Dump(dumps[0].text, "another page with the same texts"))
    alone = [rows for dump in dumps for rows in _names_of(prepare_all([dump], entities=True))]
    assert _names_of(prepare_all(dumps, entities=True)) == alone
    assert any(rows != NO_ROWS for rows in alone)


def test_what_two_pages_show_is_analysed_once(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[int] = []
    analyse_all = analysis.analyse_all

    def counted(texts: Sequence[Article | Teaser]) -> list[Analysis]:
        asked.append(len(texts))
        return analyse_all(texts)

    monkeypatch.setattr(analysis, "analyse_all", counted)
    text = "\n".join(STORY)
    prepare_all([Dump(text, "one.txt"), Dump(text, "two.txt")], entities=True)
    assert asked == [1]


def _names_of(prepared: list[list[Entry | Refusal]]) -> list[EntityRows]:
    entries = [entry for entries in prepared for entry in entries if isinstance(entry, Entry)]
    return [article.names for entry in entries for article in entry.articles]
