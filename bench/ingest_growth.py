"""Whether an ingest slows down as the archive grows: the rate of each part of a long one.

    python bench/ingest_growth.py [--articles 1000000] [--parts 10] [--vocabulary zipf] [--jobs 2]

Composes clean articles in JSON Lines (see compose.py), part by part, and puts each part into the
same archive without looking for names. A row a part; `CPU s` is that of all processes together:
where other programs keep the processors busy, it says more than the clock.
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
    source = articles_of(asked.vocabulary, seed=1)
    print("articles      wall s   CPU s  articles/s  text MB/CPU s  of the first  archive MB")
    with tempfile.TemporaryDirectory() as folder:
        database = Path(folder) / "archive.db"
        first = 0.0
        for part in range(asked.parts):
            size = asked.articles // asked.parts
            # A name of its own: what comes again under one name takes the place of what was there.
            corpus = Path(folder) / f"part-{part}.jsonl"
            write_json_lines(corpus, islice(source, size))
            run = [sys.executable, str(_INGEST), ONE_RUN, str(database), str(corpus)]
            run += [str(asked.jobs), ""]
            took = json.loads(subprocess.run(run, check=True, stdout=subprocess.PIPE).stdout)
            rate = text_bytes(corpus) / 1e6 / took["cpu"]
            corpus.unlink()
            first = first or rate
            print(
                f"{(part + 1) * size:9,d} {took['wall']:10.1f} {took['cpu']:7.1f} "
                f"{size / took['wall']:11.0f} {rate:14.2f} {rate / first:13.2f} "
                f"{database.stat().st_size / 1e6:11.0f}",
                flush=True,
            )


if __name__ == "__main__":
    main()
