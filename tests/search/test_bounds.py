"""However little is looked at, what is said of it is true: with the bounds drawn so narrow that a
few articles are many, answers are compared with those without bounds.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from archive.model import Article, Filters, Page
from archive.search import bounds, retrieve, search, vocabulary
from archive.search.overview import count, facet, timeline
from archive.search.searching import Searcher
from archive.store.file import index
from archive.store.file.connection import connect_reading

ARTICLES = 120
WORDS = [
    *("가람", "가람시", "람가", "나루", "나루터", "루나", "다", "다리", "리다", "가", "나"),
    *("3천", "4일", "14일", "24일", "LG", "천", "일", "일곱"),
]
Write = Callable[[Path, Iterable[tuple[Page, str]]], Path]


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory, write_archive: Write) -> Iterator[Path]:
    pick = random.Random(5)  # noqa: S311 - made articles
    pages = [
        (
            Page(
                article=Article(
                    section=pick.choice(("사회", "문화")),
                    headline=" ".join(pick.choices(WORDS, k=3)),
                    published=f"2025-{pick.randint(1, 12):02}-03",
                    published_basis="stated",
                    body=(" ".join(pick.choices(WORDS, k=7)) + f", 끝 {n}",),
                )
            ),
            f"https://{pick.choice(('nuri', 'dodam'))}.example/{n}",
        )
        for n in range(ARTICLES)
    ]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(index, "COMMON", 2)
        patch.setattr(index, "COUNTED_FROM", 1)
        yield write_archive(tmp_path_factory.mktemp("many") / "many.db", pages)


@pytest.fixture
def narrow(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(vocabulary, "HEAVY", 5)
    monkeypatch.setattr(vocabulary, "STAND_INS", 2)
    monkeypatch.setattr(bounds, "CHECKED", (4, 8, 16))
    monkeypatch.setattr(bounds, "COUNTED", 30)
    monkeypatch.setattr(bounds, "ENOUGH", 5)
    monkeypatch.setattr(retrieve, "SCORED_ROWS", 10)
    monkeypatch.setattr(retrieve, "NEWEST", 12)
    monkeypatch.setattr(retrieve, "PROBED_ARTICLES", 20)
    monkeypatch.setattr(retrieve, "_PROBED_BELOW", 1.0)


QUERIES = st.lists(
    st.one_of(
        st.sampled_from(WORDS),
        st.sampled_from(WORDS).map("-{}".format),
        st.sampled_from(
            ["OR", "near", "제목:가", '"다, 끝"', '"4일"', '"가 나"', '"루 나"', '", 끝"']
        ),
    ),
    min_size=1,
    max_size=4,
).map(" ".join)
FILTERS = st.sampled_from(
    [
        Filters(),
        Filters(section="사회"),
        Filters(site="nuri.example", since="2025-04-01"),
        Filters(until="2025-02-28"),
        Filters(source="news.jsonl"),
        Filters(kind="teaser"),
        Filters(entity="없는 이"),
    ]
)


@pytest.mark.usefixtures("narrow")
@settings(
    deadline=None, max_examples=250, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(QUERIES, FILTERS, st.sampled_from([1, 5, 40]))
def test_bounded_answers_are_true(many: Path, query: str, filters: Filters, limit: int) -> None:
    connection = connect_reading(many)
    try:
        results = search(connection, query, filters=filters, limit=limit)
        without_bounds = search(connection, query, filters=filters, limit=5000)
        if "뒤따름" in results.read_as + without_bounds.read_as:
            return  # which partial answers follow is a matter of ranking
        whole = {hit.id for hit in without_bounds.hits}
        found = [hit.id for hit in results.hits]
        assert set(found) <= whole
        assert len(set(found)) == len(found)
        if results.total_is_exact:
            assert results.total == len(whole)
            assert len(found) == min(limit, len(whole))
        else:
            assert len(found) <= results.total <= len(whole)
            assert len(found) == min(limit, results.total)
    finally:
        connection.close()


@pytest.mark.usefixtures("narrow")
def test_counts_and_overviews_are_whole(many: Path) -> None:
    connection = connect_reading(many)
    for query in ("가", "나 다", "4일", '"다, 끝"', "가람 일"):
        total = count(connection, query)
        assert total == len(search(connection, query, limit=5000).hits)
        for counted in (facet(connection, query, "section"), timeline(connection, query)):
            assert sum(number for _, number in counted.counts) + counted.without == total
            assert counted.total == total
        dated = search(connection, query, sort="newest", limit=5000)
        assert (len(dated.hits), dated.total_is_exact) == (total, True)
    connection.close()


@pytest.mark.usefixtures("narrow")
def test_the_bounds_are_met_at_all(many: Path) -> None:
    connection = connect_reading(many)
    assert not search(connection, "나 다", limit=3).total_is_exact
    assert not search(connection, '"다, 끝"', limit=1).total_is_exact
    lone = Searcher(connection, "가", Filters(), 3)
    assert " OR " in lone.selection().values[0]
    assert lone.total == count(connection, "가")
    connection.close()
