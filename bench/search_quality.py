"""How well search ranks: one table of MRR@10 and R@10 per set of queries, and substring recall.

    python bench/search_quality.py DOCS.jsonl[.gz] QUERIES.jsonl[.gz] [--every N] [--worst SET]

Documents have `id`, `url`, `title`, `text`; queries `set`, `query` and `doc`, or `docs` for the set
`substring`. `--worst` shows queries of a set whose document is not first.
"""

from __future__ import annotations

import argparse
import gzip
import json
import pathlib
import statistics
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from archive import Archive


def lines(path: pathlib.Path) -> Iterator[dict[str, Any]]:
    """The records of a JSON Lines file, compressed or not."""
    raw = path.read_bytes()
    text = (gzip.decompress(raw) if path.suffix == ".gz" else raw).decode()
    yield from map(json.loads, text.splitlines())


def ask(news: Archive, query: dict[str, Any]) -> tuple[list[int], float]:
    """The numbers of the documents found, and the milliseconds it took."""
    substring = query["set"] == "substring"
    start = time.perf_counter()
    results = news.search(
        f'"{query["query"]}"' if substring else query["query"], limit=5000 if substring else 10
    )
    took = (time.perf_counter() - start) * 1000
    return [int((hit.url or "/-1").rsplit("/", 1)[1]) for hit in results.hits], took


def value(query: dict[str, Any], found: list[int]) -> tuple[float, float]:
    """Reciprocal rank and whether it is there at all; for substrings, recall twice."""
    if query["set"] == "substring":
        recall = len(set(query["docs"]) & set(found)) / len(query["docs"])
        return recall, recall
    rank = found.index(query["doc"]) + 1 if query["doc"] in found else 0
    return (1 / rank if rank else 0.0), float(rank > 0)


def main() -> None:
    """Build an archive, ask every query, print the table."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("docs", type=pathlib.Path)
    options.add_argument("queries", type=pathlib.Path)
    options.add_argument("--every", type=int, default=1)
    options.add_argument("--start", type=int, default=0)
    options.add_argument("--worst")
    given = options.parse_args()
    sets: dict[str, list[tuple[float, float, float]]] = defaultdict(list)
    with tempfile.TemporaryDirectory() as folder:
        plain = pathlib.Path(folder, "docs.jsonl")
        plain.write_text(
            "".join(json.dumps(d, ensure_ascii=False) + "\n" for d in lines(given.docs)), "utf8"
        )
        with Archive.open(pathlib.Path(folder, "quality.db")) as news:
            start = time.perf_counter()
            news.ingest([plain], entities=False)
            print(
                f"built {plain.stat().st_size / 1e6:.1f} MB in {time.perf_counter() - start:.1f} s"
            )
            for number, query in enumerate(lines(given.queries)):
                if number % given.every != given.start:
                    continue
                found, took = ask(news, query)
                gain, there = value(query, found)
                sets[query["set"]].append((gain, there, took))
                if query["set"] == given.worst and gain < 1:
                    print(f"{gain:.2f} {query['query']} {query.get('doc')} {found[:5]}")
    for name, rows in sets.items():
        gains, there_, times = (list(column) for column in zip(*rows, strict=True))
        measure = "recall" if name == "substring" else "MRR@10"
        slow = sorted(times)[int(len(times) * 0.95)]
        print(
            f"{name:10s} {measure} {statistics.mean(gains):.4f}"
            f"  R@10 {statistics.mean(there_):.4f}  n {len(rows)}"
            f"  median {statistics.median(times):.1f} ms  p95 {slow:.1f} ms"
        )


if __name__ == "__main__":
    main()
