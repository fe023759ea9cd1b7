"""Copies of a story in other papers: which are grouped, which never, whatever order they come in."""

from __future__ import annotations

import itertools
import random
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from archive.model import Article, Dump, Page
from archive.store import reprints_write
from archive.store.articles import article
from archive.store.connection import connect_reading, connect_writing
from archive.store.entry import prepare
from archive.store.reprints import groups, reprints
from archive.store.sketch import same_story, sketch, telling
from archive.store.write import Writer

STORY = (
    "가람시가 낡은 나루터를 고쳐 걷는 길로 꾸미기로 하고 다음 달 초에 첫 삽을 뜬다고 3일 밝혔다.",
    "시는 나루터에서 도담교까지 1.8㎞를 잇는 산책로를 내고 곳곳에 의자 40개와 가로등을 놓는다.",
    "공사에는 모두 27억원이 들며 시와 도가 절반씩 나누어 내고 내년 가을에 끝낼 계획이다.",
    "길 중간에는 옛 뱃사공이 쓰던 집을 그대로 옮겨 지어 작은 전시관으로 쓰기로 했다.",
    "한별 가람시장은 “강을 따라 걷는 사람이 늘면 시장 골목도 함께 살아날 것”이라고 말했다.",
    "인근 상인들은 공사가 길어지면 손님이 줄까 걱정하면서도 길이 나기를 손꼽아 기다린다.",
    "시는 상인들의 뜻을 받아들여 주말과 장날에는 공사 차량이 다니지 않도록 하기로 했다.",
    "환경단체는 갈대밭에 사는 새들이 놀라지 않도록 가로등을 낮게 달아 달라고 요청했다.",
)
EDITED = "길 한가운데에는 뱃사공이 살던 집을 옮겨다 작은 전시관을 연다."
OTHER = (
    "누리군은 올겨울 눈이 잦을 것으로 보고 제설차 12대를 새로 들여 모든 면에 나누어 주었다.",
    "군은 마을마다 모래주머니를 쌓아 두고 이장들에게 작은 제설기를 빌려주기로 했다.",
    "고갯길 다섯 곳에는 길바닥을 데우는 선을 깔아 밤에도 얼지 않도록 했다고 군은 설명했다.",
    "지난해에는 갑자기 내린 큰눈으로 마을버스가 이틀 동안 다니지 못해 주민들이 애를 먹었다.",
    "새솔 누리군수는 “눈이 그친 뒤가 아니라 내리기 전에 움직이겠다”고 주민들에게 약속했다.",
    "군은 홀로 사는 노인의 집 앞 눈을 치워 줄 이웃을 미리 정해 두는 일도 시작했다.",
)

Telling = tuple[str, str | None, str | None, tuple[str, ...]]
"""A copy: the file, its address, its date, its sentences."""

COPIES: dict[str, Telling] = {
    "whole": ("/a.txt", "https://www.dodam.example/1", "2025-03-03", STORY),
    "cut": ("/b.txt", "https://www.nuri.example/22", "2025-03-04", STORY[:6]),
    "edited": ("/c.txt", None, None, (*STORY[:3], EDITED, *STORY[4:])),
    "signed": (
        "/d.txt",
        "https://garam.example/7",
        None,
        (f"[가람=새론통신] {STORY[0]}", *STORY[1:]),
    ),
    "other": ("/e.txt", "https://haesol.example/5", "2025-03-03", OTHER),
}


@pytest.fixture
def put(writer: Writer) -> Callable[..., None]:
    def putting(*copies: Telling) -> None:
        for path, url, published, sentences in copies:
            put_page(writer, path, [(None, url, published, sentences)])

    return putting


def put_page(
    writer: Writer,
    path: str,
    pages: Sequence[tuple[str | None, str | None, str | None, Sequence[str]]],
) -> None:
    """A source of pages: each with its member, address, date and sentences."""
    writer.begin(path)
    for member, url, published, sentences in pages:
        text = "\n".join(sentences)
        page = Page(
            article=Article(
                headline=f"{path} {sentences[0][:12]}",
                body=tuple(sentences),
                published=published,
                published_basis="stated" if published else None,
            )
        )
        dump = Dump(text + path, path, member, {"url": url} if url else {})
        site = url.split("/")[2].removeprefix("www.") if url else None
        writer.add(prepare(dump, page, (), identity=url, site=site))
    writer.finish()
    writer.settle()
    writer.commit()


def grouped(database: Path) -> set[frozenset[str]]:
    """The groups of the archive, each article named by its first source."""
    connection = connect_reading(database)
    found: dict[int, set[str]] = {}
    for path, group in connection.execute(
        """
        SELECT DISTINCT min(sources.path || coalesce(pages.member, '')), reprint_group
        FROM articles JOIN appearances ON article_id = articles.id
        JOIN pages ON pages.id = page_id JOIN sources ON sources.id = source_id
        WHERE reprint_group IS NOT NULL GROUP BY articles.id
        """
    ):
        found.setdefault(group, set()).add(path)
    connection.close()
    return {frozenset(members) for members in found.values()}


ALL = {frozenset(("/a.txt", "/b.txt", "/c.txt", "/d.txt"))}


@pytest.mark.parametrize("order", list(itertools.permutations(COPIES))[::7])
def test_a_reprinted_story_is_one_group_in_whatever_order_it_comes(
    database: Path, put: Callable[..., None], order: tuple[str, ...]
) -> None:
    put(*(COPIES[name] for name in order))
    assert grouped(database) == ALL
