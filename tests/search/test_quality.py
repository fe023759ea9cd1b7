"""The ranking does not get worse: floors on invented articles, and on a sample if it is here."""

from __future__ import annotations

import gzip
import json
import sqlite3
from collections import defaultdict
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import pytest

from archive.model import Article, Page
from archive.search import search
from archive.store.connection import connect_reading

FLOORS = json.loads((Path(__file__).parent.parent / "data/floors.json").read_text("utf8"))["search"]
SHARED = Path(__file__).parents[3] / "shared/search"
QUERIES_ASKED = 800

Write = Callable[[Path, Iterable[tuple[Page, str]]], Path]

# Query, and the number of the article in conftest that answers it.
INVENTED = [
    ("공공배달앱 가입 점포", 1),
    ("누리배달 수수료", 1),
    ("도담경제원 원장이 수수료에 대해 한 말은?", 1),
    ("배달 음식 쓰레기", 2),
    ("장마 둑", 2),
    ("미르천은 언제 정비되는가?", 2),
    ("음악제 총감독", 3),
    ("음악제 표는 얼마인가?", 3),
    ("LG 전자", 3),
    ("축구 주장", 4),
    ("배달원 선수", 4),
    ("누리군여자축구단", 4),
]


def test_invented_questions(news: sqlite3.Connection) -> None:
    assert mean(rank_value(news, query, number) for query, number in INVENTED) >= FLOORS["invented"]


def rank_value(news: sqlite3.Connection, query: str, wanted: int) -> float:
    found = [hit.id for hit in search(news, query, limit=10).hits]
    return 1 / (found.index(wanted) + 1) if wanted in found else 0.0


def mean(values: Iterable[float]) -> float:
    numbers = list(values)
    return sum(numbers) / len(numbers)


def records(name: str) -> list[dict[str, Any]]:
    with gzip.open(SHARED / name, "rt", encoding="utf8") as lines:
        return [json.loads(line) for line in lines]


@pytest.mark.skipif(not SHARED.exists(), reason="the tuning queries are not on this machine")
def test_tuning_queries(tmp_path: Path, write_archive: Write) -> None:
    pages = [
        (Page(article=Article(headline=d["title"], body=(d["text"],))), str(d["id"]))
        for d in records("docs.jsonl.gz")
    ]
    news = connect_reading(write_archive(tmp_path / "tune.db", pages))
    number_of = {int(url): i for i, url in news.execute("SELECT id, url FROM articles")}
    queries = records("queries.jsonl.gz")
    values: dict[str, list[float]] = defaultdict(list)
    for query in queries[:: len(queries) // QUERIES_ASKED]:
        if query["set"] == "substring":
            hits = search(news, f'"{query["query"]}"', limit=5000).hits
            wanted = {number_of[doc] for doc in query["docs"]}
            values["substring"].append(len(wanted & {hit.id for hit in hits}) / len(wanted))
        else:
            values[query["set"]].append(rank_value(news, query["query"], number_of[query["doc"]]))
    news.close()
    reached = {name: round(mean(found), 4) for name, found in values.items()}
    assert not {name: value for name, value in reached.items() if value < FLOORS[name]}, reached
