"""Kills and full disks at random moments of everything that writes: is anything lost?

    python bench/faults.py [--kills 20] [--full-disks 10] [--dumps 2000] [--seed N] [--only WORK]

Every work is done once undisturbed, and then, from the same beginning, killed (SIGKILL) at a random
moment of the time that it takes, or run on a disk (a small tmpfs, so root is needed; elsewhere a
limit on the size of a file) that is full at a random moment. Afterwards the archive must open and
pass a full check-up, what was being written elsewhere must be whole or not there, and the work,
done again, must come to what it came to undisturbed.
"""

from __future__ import annotations

import argparse
import io
import os
import random
import resource
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from archive import Archive
from archive.store.file.connection import connect_reading
from archive.store.file.version import SCHEMA_VERSION
from bench.compose import write_everything
from bench.sameness import differences
from newscli.main import main as main_of_newscli

HOME = Path(__file__).parents[1]
_MOUNT, _UMOUNT = shutil.which("mount"), shutil.which("umount")

_PROGRAM = """
import sys
from newscli.main import main
sys.stdout.write("go\\n")
sys.stdout.flush()
sys.exit(main(sys.argv[1:]))
"""
_EAGER = """
from archive.ingest import run
run._TRANSACTION_SECONDS = 0.05
"""
"""Transactions of a twentieth of a second: more moments between two of them to be killed at."""


@dataclass(frozen=True)
class Ground:
    """What every work begins with: dumps, other dumps, and the archive of the dumps."""

    dumps: Path
    more: Path
    database: Path


@dataclass(frozen=True)
class Work:
    """Something that writes. `words` is its command line in a folder that holds `news.db`; `made`
    is what it writes besides the archive.
    """

    name: str
    words: Callable[[Path, Ground], list[str]]
    made: str | None = None
    begin: Callable[[Path], None] = lambda _: None


def _before_the_views(folder: Path) -> None:
    """Make the archive one of the schema before the last: the one that has no views."""
    connection = sqlite3.connect(folder / "news.db")
    for (view,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'view'"):
        connection.execute(f"DROP VIEW {view}")
    connection.execute("DELETE FROM _sqlite_migrations WHERE name LIKE '%_views'")
    connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION - 1}")
    connection.commit()
    connection.close()


WORKS = (
    Work("ingest", lambda _, g: ["ingest", str(g.more), "--no-entities", "--jobs", "2"]),
    Work("reindex", lambda _, __: ["reindex"]),
    Work("forget", lambda _, g: ["forget", str(g.dumps), "--yes"]),
    Work("migrate", lambda _, __: ["list", "-n", "1"], begin=_before_the_views),
    Work("backup", lambda f, _: ["backup", str(f / "copy.db")], made="copy.db"),
    Work("export", lambda f, _: ["export", str(f / "out")], made="out"),
)


class Lost(Exception):  # noqa: N818 - what this is all about
    """Something did not survive a fault."""


def prepare(folder: Path, dumps: int) -> Ground:
    """Compose the dumps and the archive that the works begin with."""
    ground = Ground(folder / "dumps", folder / "more", folder / "base.db")
    write_everything(ground.dumps, dumps // 2, seed=1)
    write_everything(ground.more, dumps, seed=2)
    shutil.copytree(ground.dumps, ground.more / "known")
    with Archive.open(ground.database) as news:
        news.ingest([ground.dumps, HOME / "examples"], jobs=1, entities=False)
    return ground


def undisturbed(work: Work, folder: Path, ground: Ground) -> float:
    """Do the work in `folder`; the seconds it takes once it runs."""
    _begin(work, folder, ground)
    started = time.perf_counter()
    _finish(work, folder, ground)
    return time.perf_counter() - started


def killed(work: Work, folder: Path, ground: Ground, whole: Path, after: float) -> bool:
    """Do the work, killed after so many seconds; whether it was still at it. Raises `Lost`."""
    _begin(work, folder, ground)
    run = _start(work, folder, ground)
    try:
        run.wait(after)
        caught = False
    except subprocess.TimeoutExpired:
        caught = True
    run.kill()
    run.communicate()
    check_and_finish(work, folder, ground, whole)
    return caught


def disk_full(work: Work, folder: Path, ground: Ground, whole: Path, room: int) -> bool:
    """Do the work with `room` bytes left; whether they were too few. Raises `Lost`."""
    with _small_disk(folder, ground, room) as (place, free_it, environment):
        _begin(work, place, ground)
        free_it(room)
        run = _start(work, place, ground, **environment)
        _, told = run.communicate()
        if "Traceback" in told or "예상하지 못한" in told or run.returncode not in {0, 1, 2}:
            raise Lost(f"{work.name} on a full disk, code {run.returncode}: {told}")
        was_full = "가득" in told
        if was_full and "해결" not in told:
            raise Lost(f"{work.name} on a full disk tells no mend: {told}")
        free_it(None)
        check_and_finish(work, place, ground, whole)
    return was_full


def check_and_finish(work: Work, folder: Path, ground: Ground, whole: Path) -> None:
    """Check what a fault has left behind, do the work again, compare. Raises `Lost`."""
    _sound(folder / "news.db", work)
    if work.made and (folder / work.made).exists():
        _check_made(work, folder, whole)
        shutil.rmtree(folder / work.made, ignore_errors=True)
        (folder / work.made).unlink(missing_ok=True)
    _finish(work, folder, ground)
    _sound(folder / "news.db", work, finished=True)
    # Ids given out after another order of commits may differ where something was taken back.
    if found := differences(whole / "news.db", folder / "news.db", without=("counted",)):
        raise Lost(f"{work.name} finished is not the same: {found}")
    if work.made:
        _check_made(work, folder, whole)


def _finish(work: Work, folder: Path, ground: Ground) -> None:
    """Do the work, in this process, until it is done."""
    if work.name == "forget" and not _is_there(folder, ground):
        return
    words = ["--db", str(folder / "news.db"), *work.words(folder, ground)]
    told = io.TextIOWrapper(io.BytesIO(), encoding="utf-8")
    with redirect_stdout(told), redirect_stderr(told):
        code = main_of_newscli(words)
    if code not in {0, 2}:  # 2: the dumps hold some that are refused
        raise Lost(f"{work.name} could not be finished: {told.buffer.getvalue().decode()}")


def _is_there(folder: Path, ground: Ground) -> bool:
    with Archive.open(folder / "news.db", create=False) as news:
        return bool(news.sources_named(str(ground.dumps)))


def _sound(database: Path, work: Work, *, finished: bool = False) -> None:
    with Archive.open(database, create=False) as news:
        bad = [
            check
            for check in news.doctor(full=True).checks
            if not check.ok and (finished or check.name != "unfinished")
        ]
    if bad:
        raise Lost(f"{work.name} left {bad}")


def _check_made(work: Work, folder: Path, whole: Path) -> None:
    """A backup or an export under its own name is a whole one."""
    made, other = folder / str(work.made), whole / str(work.made)
    if work.name == "backup":
        if found := differences(other, made):
            raise Lost(f"a backup was half: {found}")
        connect_reading(made).close()
        return
    for one, two in zip(sorted(made.iterdir()), sorted(other.iterdir()), strict=True):
        if one.read_bytes() != two.read_bytes():
            raise Lost(f"an export was half: {one}")


def _begin(work: Work, folder: Path, ground: Ground) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    shutil.copy(ground.database, folder / "news.db")
    work.begin(folder)


def _start(work: Work, folder: Path, ground: Ground, **options: object) -> subprocess.Popen[str]:
    """The work in a process of its own, which is past its imports when this comes back."""
    words = ["--db", str(folder / "news.db"), *work.words(folder, ground)]
    run: subprocess.Popen[str] = subprocess.Popen(
        [sys.executable, "-c", _EAGER + _PROGRAM, *words],
        cwd=HOME,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        **options,  # type: ignore[call-overload]
    )
    assert run.stdout is not None  # noqa: S101 - a pipe was asked for
    run.stdout.readline()
    return run


def can_mount() -> bool:
    """Whether a small disk can be made here."""
    return hasattr(os, "geteuid") and os.geteuid() == 0 and _MOUNT is not None


_Freed = Callable[[int | None], None]


@contextmanager
def _small_disk(
    folder: Path, ground: Ground, room: int
) -> Iterator[tuple[Path, _Freed, dict[str, object]]]:
    """A place to work in, and how to leave so many bytes free there (None: enough)."""
    folder.mkdir(parents=True, exist_ok=True)
    if not can_mount():
        limit = ground.database.stat().st_size + room

        def limited() -> None:
            resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))

        yield folder, lambda _: None, {"preexec_fn": limited}
        return
    assert _MOUNT and _UMOUNT  # noqa: S101, PT018 - `can_mount` has looked
    size = 12 * ground.database.stat().st_size + (64 << 20)
    subprocess.run([_MOUNT, "-t", "tmpfs", "-o", f"size={size}", "tmpfs", folder], check=True)
    filler = folder / "filler"

    def leave(free: int | None) -> None:
        filler.unlink(missing_ok=True)
        if free is not None:
            there = os.statvfs(folder)
            with filler.open("wb") as stream:
                os.posix_fallocate(
                    stream.fileno(), 0, max(1, there.f_bavail * there.f_frsize - free)
                )

    try:
        yield folder, leave, {}
    finally:
        subprocess.run([_UMOUNT, "-l", folder], check=False)


def needed(work: Work, whole: Path, ground: Ground) -> int:
    """About how many bytes a work writes: a disk with less is full at some moment of it."""
    if work.name == "migrate":  # a few pages of schema, and the log's
        return 100_000
    grown = (whole / "news.db").stat().st_size - ground.database.stat().st_size
    if work.made is None:
        return max(grown, ground.database.stat().st_size // 2)
    made = whole / work.made
    return sum(f.stat().st_size for f in ([made] if made.is_file() else made.iterdir()))


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--kills", type=int, default=20, help="of each work")
    parser.add_argument("--full-disks", type=int, default=10, help="of each work")
    parser.add_argument("--dumps", type=int, default=2_000)
    parser.add_argument("--seed", type=int, default=time.time_ns() % 1_000_000)
    parser.add_argument("--only", choices=[work.name for work in WORKS])
    asked = parser.parse_args()
    disk = "a small tmpfs" if can_mount() else "a limit on the size of a file"
    print(f"seed {asked.seed}; {asked.dumps:,} dumps; full disks by {disk}")
    print(f"{'work':10s} {'seconds':>8s} {'kills':>6s} {'caught':>7s} {'disks':>6s} {'full':>5s}")
    chance = random.Random(asked.seed)  # noqa: S311 - no secret
    with tempfile.TemporaryDirectory() as home:
        ground = prepare(Path(home), asked.dumps)
        for work in WORKS:
            if asked.only in {None, work.name}:
                print(_row(work, Path(home) / work.name, ground, asked, chance), flush=True)
    print("nothing was lost")


def _row(
    work: Work, folder: Path, ground: Ground, asked: argparse.Namespace, chance: random.Random
) -> str:
    whole = folder / "whole"
    seconds = undisturbed(work, whole, ground)
    caught = full = 0
    for number in range(asked.kills):
        place = folder / f"kill-{number}"
        caught += killed(work, place, ground, whole, chance.uniform(0, seconds))
        shutil.rmtree(place)
    for number in range(asked.full_disks):
        place = folder / f"disk-{number}"
        room = int(chance.uniform(0, 1.2) * needed(work, whole, ground))
        full += disk_full(work, place, ground, whole, room)
        shutil.rmtree(place, ignore_errors=True)
    return (
        f"{work.name:10s} {seconds:8.2f} {asked.kills:6d} {caught:7d}"
        f" {asked.full_disks:6d} {full:5d}"
    )


if __name__ == "__main__":
    main()
