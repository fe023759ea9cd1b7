"""What ranking loses where not every match is scored: bounded answers beside fully scored ones.

    python bench/search_loss.py --db PATH [--queries 40] [--seed 1]

The archive is one that search_speed.py has made. Of each kind of query those are asked that more
articles match than are scored; then again with the bounds lifted, which takes seconds each.
`overlap` is how many of the first ten are the same; `worth` adds up what the features that are read
from the texts give the bounded ten, divided by what they give the full ones.
"""

from __future__ import annotations

import argparse
import sqlite3
import statistics
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from archive.model import Results
from archive.search import retrieve, search, vocabulary
from archive.search.overview import explain
from archive.store.file.connection import connect_reading
from bench.search_speed import Words

EVERYTHING = 1 << 60


@contextmanager
def unbounded() -> Iterator[None]:
    """Every match scored, no syllable abridged."""
    kept = retrieve.SCORED_ROWS, retrieve.SCORED_WALK, vocabulary.HEAVY
    retrieve.SCORED_ROWS = retrieve.SCORED_WALK = vocabulary.HEAVY = EVERYTHING
    yield
    retrieve.SCORED_ROWS, retrieve.SCORED_WALK, vocabulary.HEAVY = kept


def main() -> None:
    """Ask, and print the table."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--db", type=Path, required=True)
    options.add_argument("--queries", type=int, default=40)
    options.add_argument("--seed", type=int, default=1)
    given = options.parse_args()
    connection = connect_reading(given.db)
    words = Words(connection, given.seed)
    kinds = {
        "usual word": words.usual,
        "common word": words.common,
        "two usual words": lambda: f"{words.usual()} {words.usual()}",
        "two common words": lambda: f"{words.common()} {words.common()}",
        "word and syllable": lambda: f"{words.usual()} {words.syllable()}",
        "syllable": words.syllable,
    }
    print(f"{'queries':20s}{'asked':>8s}{'bounded':>9s}{'overlap@10':>12s}{'worth@10':>10s}")
    for name, ask in kinds.items():
        overlaps, worths, bounded = [], [], 0
        for _ in range(given.queries):
            query = ask()
            some = search(connection, query, limit=10)
            worth = _worth(connection, query)
            with unbounded():
                full = search(connection, query, limit=10)
                first, second = _ids(some), _ids(full)
                if first == second or not second:
                    continue
                worths.append(worth / (_worth(connection, query) or 1.0))
            bounded += 1
            overlaps.append(len(set(first) & set(second)))
        if not bounded:
            print(f"{name:20s}{given.queries:8d}{0:9d}")
            continue
        means = f"{statistics.mean(overlaps):12.1f}{statistics.mean(worths):10.2f}"
        print(f"{name:20s}{given.queries:8d}{bounded:9d}{means}")


def _ids(results: Results) -> list[int]:
    return [hit.id for hit in results.hits]


def _worth(connection: sqlite3.Connection, query: str) -> float:
    """What the texts are worth; not BM25, which only some have."""
    best = explain(connection, query, limit=10)
    return sum(worth for _, features in best for name, worth in features if name != "bm25")


if __name__ == "__main__":
    main()
