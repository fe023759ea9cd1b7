"""Whether an ingest slows down as the archive grows: the rate of each part of a long one.

    python bench/ingest_growth.py [--articles 1000000] [--parts 10] [--vocabulary zipf] [--jobs 2]

Composes clean articles in JSON Lines (see compose.py), part by part, and puts each part into the
same archive without looking for names, and in the end the first part once more into a new one: the
machine may have become slower or quicker meanwhile. A row a part; `CPU s` is that of all processes
together: where other programs keep the processors busy, it says more than the clock.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from itertools import islice
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from bench.compose import articles_of, write_json_lines
from bench.ingest_speed import ONE_RUN, text_bytes

_INGEST = Path(__file__).with_name("ingest_speed.py")


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--articles", type=int, default=1_000_000)
    parser.add_argument("--parts", type=int, default=10)
    parser.add_argument("--vocabulary", choices=("plain", "zipf"), default="plain")
    parser.add_argument("--jobs", type=int, default=2)
    asked = parser.parse_args()
    size = asked.articles // asked.parts
    print("articles      wall s   CPU s  articles/s  text MB/CPU s  of the first  archive MB")
    with tempfile.TemporaryDirectory() as folder:
        source, first = articles_of(asked.vocabulary, seed=1), 0.0
        for part in range(asked.parts + 1):
            again = part == asked.parts
            if again:
                source = articles_of(asked.vocabulary, seed=1)
            # A name of its own: what comes again under one name takes the place of what was there.
            corpus = Path(folder) / f"part-{part}.jsonl"
            write_json_lines(corpus, islice(source, size))
            database = Path(folder) / ("new.db" if again else "archive.db")
            took, rate = _put(corpus, database, asked.jobs)
            corpus.unlink()
            first = first or rate
            print(
                f"{'again' if again else format((part + 1) * size, ',d'):>9} {took['wall']:10.1f} "
                f"{took['cpu']:7.1f} {size / took['wall']:11.0f} {rate:14.2f} {rate / first:13.2f} "
                f"{database.stat().st_size / 1e6:11.0f}",
                flush=True,
            )


def _put(corpus: Path, database: Path, jobs: int) -> tuple[dict[str, float], float]:
    """What it took to put a corpus into an archive, and megabytes of text a second of `cpu`."""
    run = [sys.executable, str(_INGEST), ONE_RUN, str(database), str(corpus), str(jobs), ""]
    took = json.loads(subprocess.run(run, check=True, stdout=subprocess.PIPE).stdout)
    return took, text_bytes(corpus) / 1e6 / took["cpu"]


if __name__ == "__main__":
    main()
