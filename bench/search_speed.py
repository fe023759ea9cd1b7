"""How fast search answers, in one process, on articles made by the thousand.

    python bench/search_speed.py [--articles 300000] [--db PATH] [--queries 1000] [--seed 1]

The articles are made of invented words whose frequencies follow Zipf's law with the exponent of
news (most words rare, a few in half of the articles), with josa, dates over ten years and ten
sections. They are written straight into the tables, as ingest would. The queries mix one word,
several words, quoted strings, single syllables, questions and filters, drawn from the articles by
frequency and evenly; the commonest word is asked too. With --db the archive is kept and used again.
"""

from __future__ import annotations

import argparse
import pathlib
import random
import statistics
import tempfile
import time
from bisect import bisect
from collections import defaultdict
from collections.abc import Iterator
from itertools import accumulate

from archive.model import Filters
from archive.search import search
from archive.store import index
from archive.store.connection import connect_reading, connect_writing

WORDS = 120_000
WORDS_PER_ARTICLE = 130
JOSA = ["", "", "은", "는", "이", "가", "을", "를", "의", "에", "에서", "으로", "도", "까지"]
BATCH = 5_000


class Maker:
    """Makes words and articles, the same ones for the same seed."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)  # noqa: S311 - made articles, no secrets
        vowels, finals = (0, 4, 8, 13, 18, 20), (0, 4, 8, 21)
        starts = [
            chr(0xAC00 + 588 * initial + 28 * vowel + final)
            for initial in range(19)
            for vowel in vowels
            for final in finals
        ]
        common = starts[:]
        self.random.shuffle(common)
        self.syllables = common
        self.syllable_weights = list(accumulate(1 / (n + 3) for n in range(len(common))))
        words = dict.fromkeys(self._word() for _ in range(2 * WORDS))
        self.words = list(words)[:WORDS]
        self.weights = list(accumulate(1 / (n + 2.7) ** 1.05 for n in range(len(self.words))))

    def _word(self) -> str:
        length = self.random.choice((2, 2, 2, 3, 3, 4))
        return "".join(self._pick(self.syllables, self.syllable_weights) for _ in range(length))

    def _pick(self, items: list[str], weights: list[float]) -> str:
        return items[bisect(weights, self.random.random() * weights[-1])]

    def frequent_word(self) -> str:
        """A word, drawn by its frequency."""
        return self._pick(self.words, self.weights)

    def any_word(self) -> str:
        """A word, each as likely as any other."""
        return self.random.choice(self.words)

    def sentence(self) -> str:
        """Ten words or so."""
        return " ".join(self.frequent_word() + self.random.choice(JOSA) for _ in range(10)) + "."

    def article(self) -> tuple[str, str]:
        """Headline and body."""
        body = " ".join(self.sentence() for _ in range(WORDS_PER_ARTICLE // 10))
        return self.sentence()[:-1][:40], body


def build(path: pathlib.Path, articles: int, maker: Maker) -> None:
    """Write the archive."""
    connection = connect_writing(path)
    connection.execute(
        "INSERT INTO sources (id, path, status, ingested_at) VALUES (1, '/made', 'ok', '2025')"
    )
    for first in range(1, articles + 1, BATCH):
        ids = range(first, min(first + BATCH, articles + 1))
        texts = [(article_id, *maker.article()) for article_id in ids]
        connection.executemany(
            "INSERT INTO pages (id, source_id, position, digest) VALUES (?, 1, ?, ?)",
            [(article_id, article_id, article_id) for article_id in ids],
        )
        connection.executemany(
            "INSERT INTO articles"
            " (id, kind, headline, body, section, date, date_basis, fingerprint)"
            " VALUES (?, 'article', ?, ?, ?, ?, 'stated', ?)",
            [
                (
                    i,
                    head,
                    body,
                    f"분야{i % 10}",
                    f"{2015 + i * 10 // (articles + 1)}-{i % 12 + 1:02}-{i % 28 + 1:02}",
                    i,
                )
                for i, head, body in texts
            ],
        )
        connection.executemany("INSERT INTO appearances VALUES (?, ?)", [(i, i) for i in ids])
        index.add_many(
            connection, [(i, index.index_fields(head, "", body, "")) for i, head, body in texts]
        )
        connection.commit()
    index.settle(connection, thorough=True)
    connection.commit()
    connection.close()


def queries(maker: Maker, number: int) -> Iterator[tuple[str, str, Filters]]:
    """Kind, query and filters."""
    none = Filters()
    worst = maker.words[0]
    for _ in range(number // 10):
        yield "rare word", maker.any_word(), none
        yield "usual word", maker.frequent_word(), none
        yield "two words", f"{maker.frequent_word()} {maker.frequent_word()}", none
        yield "three words", " ".join(maker.any_word() for _ in range(3)), none
        yield "quoted", '"' + maker.article()[1][7:13] + '"', none
        yield "syllable", maker.frequent_word()[0], none
        yield "question", maker.sentence()[:-1] + "?", none
        yield "filtered", maker.frequent_word(), Filters(since="2019-01-01", section="분야3")
        yield "minus, or", f"({maker.frequent_word()} OR {maker.any_word()}) -{worst}", none
        yield "worst word", worst, none


def main() -> None:
    """Build, ask, print the table."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--articles", type=int, default=300_000)
    options.add_argument("--queries", type=int, default=1_000)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--db", type=pathlib.Path)
    given = options.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = given.db or pathlib.Path(folder, "speed.db")
        if not path.exists():
            start = time.perf_counter()
            build(path, given.articles, Maker(given.seed))
            print(
                f"built {path.stat().st_size / 1e6:.0f} MB in {time.perf_counter() - start:.0f} s"
            )
        ask(path, Maker(given.seed), given.queries)


def ask(path: pathlib.Path, maker: Maker, number: int) -> None:
    """Print what each kind of query took."""
    connection = connect_reading(path)
    took: dict[str, list[float]] = defaultdict(list)
    found: dict[str, list[int]] = defaultdict(list)
    for kind, query, filters in queries(maker, number):
        start = time.perf_counter()
        results = search(connection, query, filters=filters)
        elapsed = (time.perf_counter() - start) * 1000
        for name in (kind, "all"):
            took[name].append(elapsed)
            found[name].append(results.total)
    heads = ("n", "median ms", "p95 ms", "max ms", "median hits")
    print("".join([f"{'queries':12s}", *(f"{head:>12s}" for head in heads)]))
    for name, times in took.items():
        ordered = sorted(times)
        slow = ordered[int(len(ordered) * 0.95)]
        numbers = (statistics.median(times), slow, ordered[-1])
        print(
            "".join([f"{name:12s}{len(times):12d}", *(f"{number:12.1f}" for number in numbers)])
            + f"{statistics.median(found[name]):12.0f}"
        )


if __name__ == "__main__":
    main()
