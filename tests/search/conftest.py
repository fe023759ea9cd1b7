"""A small archive of invented articles, written through the store as ingest does."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

from archive.model import Article, Dump, Page, Teaser
from archive.store.file.connection import connect_reading, connect_writing
from archive.store.rows.entry import Parsed, prepare
from archive.store.writing.write import Writer

NEWS = [
    Article(
        section="지역경제",
        headline="가람시 공공배달앱 ‘누리배달’ 가입 점포 3천 곳 넘어",
        subheads=("수수료 1%대 유지", "내년 상반기 4개 군으로 확대"),
        byline=("한별 기자",),
        published="2025-03-04",
        published_basis="stated",
        body=(
            "가람시가 만든 공공배달앱 누리배달에 가입한 점포가 3천 곳을 넘었다.",
            "도담경제원은 4일 누리배달의 하루 주문이 1만2천 건에 이르렀다고 밝혔다.",
            "이도담 원장은 “동네 가게가 웃을 때까지 수수료를 올리지 않겠다”고 말했다.",
        ),
        captions=("누리배달 기사가 가람시장 앞에서 주문을 확인하고 있다.",),
    ),
    Article(
        section="환경",
        headline="솔빛군 하천 정비 사업 첫 삽… 내년 장마 전에 끝낸다",
        byline=("노을 기자",),
        published="2025-06-20",
        published_basis="stated",
        body=(
            "솔빛군이 20일 미르천 정비 사업을 시작했다.",
            "군은 지난해 장마 때 넘친 둑 2.4㎞를 높이고 물길을 넓힌다.",
            "김하늬 군수는 주민 설명회에서 배달 음식 쓰레기가 물길을 막는다고 걱정했다.",
        ),
    ),
    Article(
        section="문화",
        headline="LG전자 후원 ‘해오름 음악제’ 8월 가람시에서",
        published="2025-07-01",
        published_basis="stated",
        body=(
            "해오름 음악제가 8월 14일부터 사흘 동안 가람시 시민공원에서 열린다.",
            "LG전자가 후원하고 NURI-FM이 중계한다. 표는 15,000원이다.",
            "美 관현악단도 온다. 총감독은 朴새암 교수다.",
        ),
    ),
    Article(
        section="스포츠",
        headline="누리군 여자축구단 3연승",
        published="2024-11-30",
        published_basis="inferred",
        published_evidence="30일",
        body=(
            "누리군 여자축구단이 30일 가람시 원정 경기에서 2대1로 이겼다.",
            "주장 윤슬기는 두 골을 넣었다. 배달원으로 일하며 축구를 배운 선수다.",
        ),
    ),
]
TEASER = Teaser(
    section="지역경제",
    headline="누리배달 기사들 쉼터 생긴다",
    text="누리배달 기사들이 쉴 곳이 가람시에 생긴다. 시는 오는 5월까지 세 곳에 쉼터를",
)


def write(path: Path, pages: Iterable[tuple[Page, str]]) -> Path:
    """An archive at `path` of pages, each with its URL."""
    connection = connect_writing(path)
    writer = Writer(connection)
    writer.begin("/dumps/news.jsonl")
    for page, url in pages:
        dump = Dump(url, "/dumps/news.jsonl", metadata={"url": url, "id": url})
        writer.add(*prepare([Parsed(dump, page)]))
    writer.finish()
    writer.settle()
    writer.commit()
    connection.close()
    return path


@pytest.fixture(scope="session")
def articles() -> list[Article]:
    return NEWS


@pytest.fixture(scope="session")
def write_archive() -> Callable[[Path, Iterable[tuple[Page, str]]], Path]:
    return write


@pytest.fixture(scope="session")
def archive_path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    pages = [
        (Page(article=article), f"https://dodam.example/{n}") for n, article in enumerate(NEWS)
    ]
    pages.append((Page(teasers=(TEASER,)), "https://dodam.example/front"))
    return write(tmp_path_factory.mktemp("search") / "news.db", pages)


@pytest.fixture(scope="session")
def news(archive_path: Path) -> Iterable[sqlite3.Connection]:
    connection = connect_reading(archive_path)
    yield connection
    connection.close()
