"""How fast search answers, in one process, on articles made by the hundred thousand.

    python bench/search_speed.py [--articles 300000] [--db PATH] [--queries 1000] [--slowest 10]

The articles are those of zipf.py: most words rare, a few in half of the articles, josa attached,
dates over ten years in no order, twenty sites, a dozen sections, names of people, houses and towns.
They are ingested as any corpus; sections, teasers and mentions, which a corpus of clean texts has
not, are written beside them. The queries are drawn from the archive, by frequency and evenly: rare
and common words, the worst word there is, single syllables, phrases, questions, fields, each filter
with rare and with common words, by date, counts, later pages. With --db the archive is kept and
used again. `at least` tells how many totals were lower bounds.
"""

from __future__ import annotations

import argparse
import random
import sqlite3
import statistics
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1]))

from archive.ingest import ingest
from archive.korean.hangul import fold
from archive.model import Analysis, Filters, PlacedMention
from archive.search import search
from archive.search.overview import count
from archive.search.vocabulary import Vocabulary
from archive.store.file.connection import connect_reading, connect_writing
from archive.store.rows.entity_rows import entity_rows
from archive.store.writing.entities import EntityWriter
from bench import zipf
from bench.compose import write_corpus

NONE = Filters()
BATCH = 5_000
TEASERS = 20  # one article in so many is made a teaser


def build(path: Path, articles: int, seed: int) -> None:
    """Compose, ingest and furnish an archive."""
    with tempfile.TemporaryDirectory() as folder:
        write_corpus(Path(folder), articles, zipf.articles(seed))
        ingest(str(path), [folder], jobs=2, entities=False)
    furnish(path, seed)


def furnish(path: Path, seed: int) -> None:
    """Give the articles sections, teasers among them, and mentions of the names in them."""
    connection = connect_writing(path)
    entities = EntityWriter(connection)
    source = zipf.articles(seed)
    (number,) = connection.execute("SELECT count(*) FROM articles").fetchone()
    for first in range(1, number + 1, BATCH):
        chosen = list(enumerate(islice(source, min(BATCH, number + 1 - first)), first))
        connection.executemany(
            "UPDATE articles SET section = ?, kind = ? WHERE id = ?",
            [(a.section, "article" if n % TEASERS else "teaser", n) for n, a in chosen],
        )
        for n, article in chosen:
            text = "\n".join(article.body)
            mentions = [
                PlacedMention("body", at, at + len(name), kind, name, name)  # type: ignore[arg-type]
                for kind, name in article.names
                if (at := text.find(name)) >= 0
            ]
            rows = entity_rows(Analysis(tuple(mentions)))
            entities.add(n, rows, date=article.day.isoformat(), stands=True)
        entities.flush()
        connection.commit()
    connection.close()


class Words:
    """Draws words, phrases and filters from an archive, the same for the same seed."""

    def __init__(self, connection: sqlite3.Connection, seed: int) -> None:
        self.random = random.Random(seed)  # noqa: S311 - a benchmark, no secrets
        self._connection = connection
        self._vocabulary = Vocabulary(connection)
        (self.articles,) = connection.execute("SELECT max(id) FROM articles").fetchone()
        ranked = "SELECT term FROM article_tokens WHERE length(term) = ? ORDER BY doc DESC"
        self.worst = self._all(f"{ranked} LIMIT 1", 2)[0]
        self.worst_syllables = self._all(f"{ranked} LIMIT 12", 1)
        self.sections = self._all("SELECT name FROM labels WHERE kind = ?", "section")
        self.sites = self._all("SELECT name FROM labels WHERE kind = ?", "site")
        self.sources = self._all("SELECT path FROM sources WHERE status = ?", "ok")
        self.known = self._all("SELECT name FROM entities ORDER BY articles DESC LIMIT ?", 300)

    def _all(self, statement: str, value: object) -> list[Any]:
        return [row[0] for row in self._connection.execute(statement, (value,))]

    def body(self) -> str:
        """The text of an article."""
        while True:
            found = self._all(
                "SELECT body FROM articles WHERE id = ?", self.random.randint(1, self.articles)
            )
            if found and len(found[0]) > 100:
                return str(found[0])

    def usual(self) -> str:
        """A word as it stands somewhere: drawn by its frequency."""
        return self.random.choice([w.strip(".,’()%") for w in self.body().split() if len(w) > 1])

    def rare(self) -> str:
        """The rarest of twenty."""
        return min((self.usual() for _ in range(20)), key=self._articles)

    def common(self) -> str:
        """The commonest of eight."""
        return max((self.usual() for _ in range(8)), key=self._articles)

    def _articles(self, word: str) -> int:
        return self._vocabulary.cost(fold(word))

    def quoted(self, words: int) -> str:
        """So many words in a row, quoted."""
        text = self.body().split()
        start = self.random.randrange(len(text) - words)
        return '"' + " ".join(text[start : start + words]) + '"'

    def cut(self, length: int) -> str:
        """A piece of a text, wherever it begins and ends, quoted."""
        text = self.body().replace("\n", " ")
        start = self.random.randrange(len(text) - length)
        return '"' + text[start : start + length].strip() + '"'

    def syllable(self) -> str:
        """The first syllable of a word."""
        return self.usual()[0]

    def sentence(self) -> str:
        """Some words of a sentence, as a question."""
        return " ".join(self.body().split(". ")[1].split()[:8]) + "?"

    def day(self) -> str:
        """A month."""
        return f"{self.random.randint(2015, 2024)}-{self.random.randint(1, 12):02}"


Query = tuple[str, str, dict[str, Any]]


def queries(words: Words, number: int) -> Iterator[Query]:
    """Kind, query and options, `number` of them, the kinds in turn."""
    kinds: list[tuple[str, Callable[[], str], Callable[[], dict[str, Any]]]] = [
        *((name, ask, dict) for name, ask in _plain(words).items()),
        *((name, ask, by) for name, (ask, by) in _narrowed(words).items()),
    ]
    for n in range(number):
        name, ask, options = kinds[n % len(kinds)]
        yield name, ask(), options()


def _plain(words: Words) -> dict[str, Callable[[], str]]:
    return {
        "rare word": words.rare,
        "usual word": words.usual,
        "common word": words.common,
        "worst word": lambda: words.worst,
        "two usual words": lambda: f"{words.usual()} {words.usual()}",
        "two common words": lambda: f"{words.common()} {words.common()}",
        "three words": lambda: f"{words.rare()} {words.usual()} {words.common()}",
        "three rare words": lambda: " ".join(words.rare() for _ in range(3)),
        "syllable": words.syllable,
        "common syllable": lambda: words.random.choice(words.worst_syllables),
        "word and syllable": lambda: f"{words.usual()} {words.syllable()}",
        "question": words.sentence,
        "quoted words": lambda: words.quoted(2),
        "quoted piece": lambda: words.cut(8),
        "prefix*": lambda: f"{words.usual()[:2]}*",
        "or, without": lambda: f"({words.usual()} OR {words.rare()}) -{words.worst}",
        "usual -common": lambda: f"{words.usual()} -{words.common()}",
        "headline:": lambda: f"제목:{words.usual()}",
        "near": lambda: f"{words.common()} near {words.usual()}",
        "date: and word": lambda: f"{words.common()} date:{words.day()}",
    }


def _narrowed(words: Words) -> dict[str, tuple[Callable[[], str], Callable[[], dict[str, Any]]]]:
    pick = words.random.choice
    narrowed: dict[str, Callable[[], dict[str, Any]]] = {
        "since": lambda: {"filters": Filters(since=words.day() + "-01")},
        "one month": lambda: _month(words.day()),
        "section": lambda: {"filters": Filters(section=pick(words.sections))},
        "site": lambda: {"filters": Filters(site=pick(words.sites))},
        "source": lambda: {"filters": Filters(source=pick(words.sources))},
        "entity": lambda: {"filters": Filters(entity=pick(words.known))},
        "teasers": lambda: {"filters": Filters(kind="teaser")},
        "newest": lambda: {"sort": "newest"},
        "oldest": lambda: {"sort": "oldest"},
        "count": lambda: {"count": True},
        "offset": lambda: {"offset": pick((20, 100, 500))},
    }
    asked = {"rare": words.rare, "usual": words.usual, "common": words.common}
    found = {
        f"{how}, {name}": (ask, by) for name, by in narrowed.items() for how, ask in asked.items()
    }
    worst = {
        f"worst, {name}": (lambda: words.worst, by) for name, by in islice(narrowed.items(), 8)
    }
    return found | worst


def _month(month: str) -> dict[str, Any]:
    return {"filters": Filters(since=f"{month}-01", until=f"{month}-31")}


def asked(connection: sqlite3.Connection, query: str, options: dict[str, Any]) -> tuple[int, bool]:
    """How many articles a query finds, and whether that is all of them."""
    if options.get("count"):
        return count(connection, query), True
    results = search(connection, query, **options)
    return results.total, getattr(results, "total_is_exact", True)


def main() -> None:
    """Build, ask, print the table."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--articles", type=int, default=300_000)
    options.add_argument("--queries", type=int, default=1_000)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--slowest", type=int, default=5)
    options.add_argument("--only", help="kinds of queries whose name has this")
    options.add_argument("--cpu", action="store_true", help="processor time, not the clock's")
    options.add_argument("--db", type=Path)
    given = options.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = given.db or Path(folder, "speed.db")
        if not path.exists():
            start = time.perf_counter()
            build(path, given.articles, given.seed)
            print(
                f"built {path.stat().st_size / 1e6:.0f} MB in {time.perf_counter() - start:.0f} s"
            )
        connection = connect_reading(path)
        wanted = queries(Words(connection, given.seed), given.queries)
        chosen = [q for q in wanted if not given.only or given.only in q[0]]
        clock = time.process_time if given.cpu else time.perf_counter
        report(chosen, path, clock, given.slowest)


def report(wanted: list[Query], path: Path, clock: Callable[[], float], slowest: int) -> None:
    """Ask, and print what each kind of query took."""
    connection = connect_reading(path)
    took: dict[str, list[float]] = defaultdict(list)
    found: dict[str, list[int]] = defaultdict(list)
    bounds: dict[str, int] = defaultdict(int)
    slow: list[tuple[float, str, str]] = []
    for kind, query, options in wanted:
        start = clock()
        total, exact = asked(connection, query, options)
        elapsed = (clock() - start) * 1000
        slow.append((elapsed, kind, f"{query} {options or ''} → {total}"))
        for name in (kind, "all"):
            took[name].append(elapsed)
            found[name].append(total)
            bounds[name] += not exact
    heads = ("n", "median ms", "p95 ms", "max ms", "median hits", "at least")
    print("".join([f"{'queries':20s}", *(f"{head:>12s}" for head in heads)]))
    for name, times in took.items():
        ordered = sorted(times)
        numbers = (statistics.median(times), ordered[int(len(ordered) * 0.95)], ordered[-1])
        print(
            "".join([f"{name:20s}{len(times):12d}", *(f"{number:12.1f}" for number in numbers)])
            + f"{statistics.median(found[name]):12.0f}{bounds[name]:12d}"
        )
    for elapsed, kind, query in sorted(slow, reverse=True)[:slowest]:
        print(f"{elapsed:10.0f} ms  {kind}: {query}")


if __name__ == "__main__":
    main()
