"""A story that several papers printed is one hit; pages of hits stay whole."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

import pytest

from archive.errors import UsageError
from archive.model import Article, Dump, Filters, Page, SortOrder
from archive.search import search
from archive.search.overview import similar
from archive.store.file.connection import connect_reading, connect_writing
from archive.store.rows.entry import Parsed, prepare
from archive.store.writing.write import Writer

FERRY = (
    "가람시가 낡은 나루터를 고쳐 걷는 길로 꾸미기로 하고 다음 달 초에 첫 삽을 뜬다고 3일 밝혔다.",
    "시는 나루터에서 도담교까지 1.8㎞를 잇는 산책로를 내고 곳곳에 의자 40개와 가로등을 놓는다.",
    "공사에는 모두 27억원이 들며 시와 도가 절반씩 나누어 내고 내년 가을에 끝낼 계획이다.",
    "길 중간에는 옛 뱃사공이 쓰던 집을 그대로 옮겨 지어 작은 전시관으로 쓰기로 했다.",
    "한별 가람시장은 “강을 따라 걷는 사람이 늘면 시장 골목도 함께 살아날 것”이라고 말했다.",
    "인근 상인들은 공사가 길어지면 손님이 줄까 걱정하면서도 길이 나기를 손꼽아 기다린다.",
    "시는 상인들의 뜻을 받아들여 주말과 장날에는 공사 차량이 다니지 않도록 하기로 했다.",
    "환경단체는 갈대밭에 사는 새들이 놀라지 않도록 가로등을 낮게 달아 달라고 요청했다.",
)
PAPERS = ("www.dodam.example", "www.nuri.example", "haesol.example")
HEADLINES = ("나루터의 새 단장", "가람시, 강가에 걷는 길 낸다", "나루터가 산책로로")
ALONE = [
    ("나루터에 겨울 철새", "가람시 나루터에 철새 이천 마리가 왔다."),
    ("나루터 음악회", "누리군 나루터에서 토요일 저녁 음악회가 열린다."),
    ("나루터 찻집 문 열어", "해솔읍 나루터 옆에 찻집이 문을 열었다."),
    ("강가 나루터를 걷다", "한별 기자가 도담 나루터를 걸었다."),
]


@pytest.fixture(scope="module")
def papers(tmp_path_factory: pytest.TempPathFactory) -> Iterator[sqlite3.Connection]:
    path = tmp_path_factory.mktemp("collapse") / "papers.db"
    connection = connect_writing(path)
    writer = Writer(connection)
    told = [
        (f"https://{paper}/{n}", HEADLINES[n], FERRY[: len(FERRY) - n])
        for n, paper in enumerate(PAPERS)
    ]
    told += [
        (f"https://www.garam.example/{n}", headline, (body,))
        for n, (headline, body) in enumerate(ALONE)
    ]
    for number, (url, headline, body) in enumerate(told):
        source = f"/dumps/{number}.txt"
        writer.begin(source)
        article = Article(
            headline=headline,
            body=body,
            published=f"2025-03-0{number % 3 + 1}",
            published_basis="stated",
        )
        dump = Dump(body[0], source, metadata={"url": url})
        site = url.split("/")[2].removeprefix("www.")
        writer.add(*prepare([Parsed(dump, Page(article=article), (), url, site)]))
        writer.finish()
    writer.settle()
    writer.commit()
    connection.close()
    connection = connect_reading(path)
    yield connection
    connection.close()


SORTS: tuple[SortOrder, ...] = ("relevance", "newest", "oldest")


@pytest.mark.parametrize("sort", SORTS)
def test_a_story_is_one_hit_with_its_other_places(
    papers: sqlite3.Connection, sort: SortOrder
) -> None:
    found = search(papers, "나루터", sort=sort)
    assert found.total == 7
    assert len(found.hits) == 5
    (story,) = [hit for hit in found.hits if hit.also]
    assert {story.id, *(other.id for other in story.also)} == {1, 2, 3}
    assert {other.site for other in story.also} < {paper.removeprefix("www.") for paper in PAPERS}
    assert all(other.source.startswith("/dumps/") for other in story.also)


@pytest.mark.parametrize("sort", SORTS)
def test_every_copy_is_listed_where_asked(papers: sqlite3.Connection, sort: SortOrder) -> None:
    found = search(papers, "나루터", sort=sort, copies=True)
    assert sorted(hit.id for hit in found.hits) == [1, 2, 3, 4, 5, 6, 7]


@pytest.mark.parametrize("sort", SORTS)
@pytest.mark.parametrize("size", [1, 2, 3, 4])
def test_pages_together_are_the_whole_list(
    papers: sqlite3.Connection, sort: SortOrder, size: int
) -> None:
    whole = [hit.id for hit in search(papers, "나루터", sort=sort).hits]
    pages = [
        hit.id
        for offset in range(0, 8, size)
        for hit in search(papers, "나루터", sort=sort, limit=size, offset=offset).hits
    ]
    assert pages == whole


def test_filters_choose_which_copy_is_shown(papers: sqlite3.Connection) -> None:
    for paper in PAPERS:
        found = search(papers, "산책로", filters=Filters(site=paper.removeprefix("www.")))
        assert [hit.url for hit in found.hits] == [f"https://{paper}/{PAPERS.index(paper)}"]
        assert len(found.hits[0].also) == 2


def test_a_page_beyond_the_end_is_empty(papers: sqlite3.Connection) -> None:
    assert search(papers, "나루터", offset=5).hits == ()
    assert len(search(papers, "나루터", offset=5, copies=True).hits) == 2


def test_a_date_that_does_not_exist_is_still_a_mistake(papers: sqlite3.Connection) -> None:
    with pytest.raises(UsageError):
        search(papers, "나루터 date:2025-13-01")


def test_articles_like_one_are_other_stories(papers: sqlite3.Connection) -> None:
    for copy in (1, 2, 3):
        assert {hit.id for hit in similar(papers, copy)} <= {4, 5, 6, 7}
    like_another = [hit.id for hit in similar(papers, 4)]
    assert len({1, 2, 3} & set(like_another)) == 1
