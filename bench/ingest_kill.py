"""An ingest killed at random moments and then finished: is the archive that of an undisturbed one?

    python bench/ingest_kill.py [--dumps 100000] [--kills 20] [--seed N]

Composes dumps in every container (see compose.py), and for every hundredth of them two reprints in
other papers. Ingests them once undisturbed, and once killed (SIGKILL) at random moments of the time
which that took; then compares the two row for row.
"""

from __future__ import annotations

import argparse
import random
import sqlite3
import subprocess
import sys
import tempfile
import time
from itertools import islice
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from bench.compose import articles, write_everything
from bench.ingest_reprints import COPIES, copy_of

_RUN = """
import sys
from archive.ingest import ingest
ingest(sys.argv[1], sys.argv[2:], jobs=2, entities=False)
"""


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--dumps", type=int, default=100_000)
    parser.add_argument("--kills", type=int, default=20)
    parser.add_argument("--seed", type=int, default=time.time_ns() % 1_000_000)
    asked = parser.parse_args()
    print(f"seed {asked.seed}")
    with tempfile.TemporaryDirectory() as folder:
        inputs = Path(folder) / "dumps"
        write_everything(inputs, asked.dumps, seed=1)
        _write_reprints(inputs / "reprints", asked.dumps // 100)
        started = time.perf_counter()
        _ingest(Path(folder) / "whole.db", inputs)
        undisturbed = time.perf_counter() - started
        moments = random.Random(asked.seed)  # noqa: S311 - no secret
        killed = Path(folder) / "killed.db"
        kills = _killed(killed, inputs, asked.kills, undisturbed, moments)
        _ingest(killed, inputs)
        _compare(Path(folder) / "whole.db", killed, kills)


def _write_reprints(folder: Path, stories: int) -> None:
    pick = random.Random(1)  # noqa: S311 - no secret
    folder.mkdir(parents=True)
    for story in islice(articles(1), stories):
        for number, edits in enumerate((COPIES["byline"], COPIES["cut, edited"])):
            page = f"{story.headline}\n\n{copy_of(pick, story, edits)}\n"
            (folder / f"{story.number}-{number}.txt").write_text(page, encoding="utf-8")


def _ingest(database: Path, inputs: Path) -> None:
    subprocess.run([sys.executable, "-c", _RUN, str(database), str(inputs)], check=True, cwd=_HOME)


def _killed(
    database: Path, inputs: Path, times: int, undisturbed: float, moments: random.Random
) -> int:
    kills = 0
    for _ in range(times):
        run = subprocess.Popen(
            [sys.executable, "-c", _RUN, str(database), str(inputs)],
            cwd=_HOME,
            stdout=subprocess.DEVNULL,
        )
        try:
            run.wait(moments.uniform(0.2, 1.6 * undisturbed / times))
        except subprocess.TimeoutExpired:
            kills += 1
            run.kill()
            run.wait()
    return kills


def _compare(whole: Path, killed: Path, kills: int) -> None:
    print(f"killed {kills} times")
    print(f"{'table':20s} {'rows':>10s} {'the same':>9s}")
    first, second = sqlite3.connect(whole), sqlite3.connect(killed)
    for table, columns in _TABLES.items():
        rows = first.execute(f"SELECT {columns} FROM {table} ORDER BY {columns}").fetchall()
        others = second.execute(f"SELECT {columns} FROM {table} ORDER BY {columns}").fetchall()
        print(f"{table:20s} {len(rows):10,d} {'yes' if rows == others else 'NO':>9s}")


_HOME = Path(__file__).parents[1]
_TABLES = {
    "sources": "id, path, status, reason, dumps, bytes, digest",
    "refusals": "source_id, member, reason",
    "pages": "id, source_id, position, member, record, url, page_date, metadata, digest",
    "articles": "id, kind, headline, section, body, published, date, url, part_of, fingerprint, "
    "reprint_group",
    "reprint_keys": "key, article_id",
    "appearances": "article_id, page_id",
    "snapshots": "id, date, provider, digest",
    "snapshot_pages": "snapshot_id, page_id",
    "readings": "snapshot_id, position, station_id, sky, temperature",
    "article_tokens": "term, doc, cnt",
    "syllables": "syllable, articles",
    "labels": "kind, name",
    "facts": "id, date, teaser, (SELECT name FROM labels WHERE id = section), "
    "(SELECT name FROM labels WHERE id = site)",
}


if __name__ == "__main__":
    main()
