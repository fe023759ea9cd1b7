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
from archive.store.file.connection import connect_reading

FLOORS = json.loads((Path(__file__).parent.parent / "data/floors.json").read_text("utf8"))["search"]
SHARED = Path(__file__).parents[3] / "shared/search"
SAMPLES = {"every_8th": 8, "every_17th": 17}

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


def share_found(news: sqlite3.Connection, text: str, wanted: set[int]) -> float:
    hits = search(news, f'"{text}"', limit=5000).hits
    return len(wanted & {hit.id for hit in hits}) / len(wanted)


@pytest.fixture(scope="module")
def tuned(
    tmp_path_factory: pytest.TempPathFactory, write_archive: Write
) -> Iterable[sqlite3.Connection]:
    pages = [
        (Page(article=Article(headline=d["title"], body=(d["text"],))), str(d["id"]))
        for d in records("docs.jsonl.gz")
    ]
    news = connect_reading(write_archive(tmp_path_factory.mktemp("tuned") / "tune.db", pages))
    yield news
    news.close()


@pytest.mark.skipif(not SHARED.exists(), reason="the tuning queries are not on this machine")
@pytest.mark.parametrize(("sample", "step"), SAMPLES.items())
def test_tuning_queries(tuned: sqlite3.Connection, sample: str, step: int) -> None:
    number_of = {int(url): i for i, url in tuned.execute("SELECT id, url FROM articles")}
    values: dict[str, list[float]] = defaultdict(list)
    for query in records("queries.jsonl.gz")[::step]:
        text, kind = query["query"], query["set"]
        values[kind].append(
            share_found(tuned, text, {number_of[doc] for doc in query["docs"]})
            if kind == "substring"
            else rank_value(tuned, text, number_of[query["doc"]])
        )
    floors = FLOORS[sample]
    reached = {kind: round(mean(found), 4) for kind, found in values.items()}
    assert reached.keys() == floors.keys()
    assert not {kind: value for kind, value in reached.items() if value < floors[kind]}, reached
