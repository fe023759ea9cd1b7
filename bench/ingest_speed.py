"""How fast an ingest is, how large the archive gets, and how much memory it takes.

    python bench/ingest_speed.py [--megabytes 60] [--vocabulary zipf] [--jobs 2] [--entities]

Composes clean articles in JSON Lines (see compose.py; `zipf` for words as frequent as in real
news), ingests them into a file on disk, and then again, unchanged. A row a number of processes.
`CPU s` is that of all processes together: where other programs keep the processors busy, it says
more than the clock.
"""

from __future__ import annotations

import argparse
import json
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from bench.compose import articles_of

ONE_RUN = "--one-run"


def main() -> None:
    """Print the table."""
    if ONE_RUN in sys.argv:
        _one_run(sys.argv[sys.argv.index(ONE_RUN) + 1 :])
        return
    parser = argparse.ArgumentParser()
    parser.add_argument("--megabytes", type=float, default=60)
    parser.add_argument("--vocabulary", choices=("plain", "zipf"), default="plain")
    parser.add_argument("--jobs", type=int, nargs="+", default=[1, 2])
    parser.add_argument("--entities", action="store_true")
    parser.add_argument("--corpus", type=Path, help="a JSON Lines file of your own instead")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        corpus = asked.corpus or Path(folder) / "corpus.jsonl"
        if not asked.corpus:
            _compose(corpus, asked.vocabulary, asked.megabytes)
        size = text_bytes(corpus)
        print(f"text {size / 1e6:.1f} MB in {corpus.stat().st_size / 1e6:.1f} MB of JSON Lines")
        print("jobs  articles   wall s   CPU s  text MB/s  archive/text  peak MB  again s  faster")
        for jobs in asked.jobs:
            database = Path(folder) / f"{jobs}.db"
            run = [sys.executable, __file__, ONE_RUN, str(database), str(corpus), str(jobs)]
            run.append("entities" if asked.entities else "")
            first = json.loads(subprocess.run(run, check=True, stdout=subprocess.PIPE).stdout)
            again = json.loads(subprocess.run(run, check=True, stdout=subprocess.PIPE).stdout)
            print(
                f"{jobs:4d} {first['articles']:9,d} {first['wall']:8.2f} {first['cpu']:7.2f} "
                f"{size / 1e6 / first['wall']:10.2f} "
                f"{database.stat().st_size / size:13.2f} {first['peak']:8.0f} "
                f"{again['wall']:8.3f} {first['wall'] / again['wall']:6.0f}×"
            )


def _compose(path: Path, vocabulary: str, megabytes: float) -> None:
    source = articles_of(vocabulary, seed=1)
    with path.open("w", encoding="utf-8") as lines:
        while lines.tell() < megabytes * 1e6:
            lines.write(json.dumps(next(source).record(), ensure_ascii=False) + "\n")


def text_bytes(corpus: Path) -> int:
    """Bytes of UTF-8 in the texts of a corpus."""
    with corpus.open(encoding="utf-8") as lines:
        return sum(len(json.loads(line)["text"].encode()) for line in lines)


def _one_run(arguments: list[str]) -> None:
    """Ingest in this process and print what it took as JSON."""
    from archive.ingest import ingest

    database, corpus, jobs, entities = arguments
    started = time.perf_counter()
    report = ingest(database, [corpus], jobs=int(jobs), entities=bool(entities))
    wall = time.perf_counter() - started
    here = resource.getrusage(resource.RUSAGE_SELF)
    workers = resource.getrusage(resource.RUSAGE_CHILDREN)
    print(
        json.dumps(
            {
                "articles": report.articles,
                "wall": wall,
                "cpu": here.ru_utime + here.ru_stime + workers.ru_utime + workers.ru_stime,
                # The largest child stands for all: an upper bound, shared pages counted each time.
                "peak": (here.ru_maxrss + (int(jobs) * workers.ru_maxrss if int(jobs) > 1 else 0))
                / 1024,
            }
        )
    )


if __name__ == "__main__":
    main()
