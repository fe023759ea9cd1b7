"""What search finds, in which order, and how it says so."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

from archive.errors import ArticleNotFound, UsageError
from archive.model import Article, Counts, Filters, Page, Results
from archive.search import search
from archive.search.overview import count, explain, facet, similar, timeline
from archive.store.file.connection import connect_reading

DELIVERY, RIVER, MUSIC, FOOTBALL, TEASER = 1, 2, 3, 4, 5


def ids(results: Results) -> list[int]:
    return [hit.id for hit in results.hits]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("누리배달", {DELIVERY, TEASER}),  # stands with josa and in quotation marks
        ("배달", {DELIVERY, RIVER, FOOTBALL, TEASER}),
        ("둑", {RIVER}),  # one syllable
        ("점포 3천", {DELIVERY}),
        ("누리 배달", {DELIVERY, TEASER, FOOTBALL}),  # 누리군 and 배달원 too: all words anywhere
        ("공공 배달앱", {DELIVERY}),
        ("여자축구단", {FOOTBALL}),
        ("시민공원음악제", {MUSIC}),  # parts of a compound that no article has
        ("배달 -누리배달", {RIVER, FOOTBALL}),
        ("배달 NOT 누리배달", {RIVER, FOOTBALL}),
        ("배달 AND NOT (누리배달 OR 미르천)", {FOOTBALL}),
        ("NOT 누리배달", {RIVER, MUSIC, FOOTBALL}),
        ("가람시 AND 시민공원", {MUSIC}),
        ("음악제 OR 미르천", {MUSIC, RIVER}),
        ("(음악제 | 미르천) 솔빛군", {RIVER}),
        ("제목:누리배달", {DELIVERY, TEASER}),
        ("headline:배달 주문", {DELIVERY}),
        ("섹션:환경", {RIVER}),
        ("기자:한별", {DELIVERY}),
        ("가람시 date:2025", {DELIVERY, MUSIC}),
        ("since:2025-06", {RIVER, MUSIC}),
        ("until:2024", {FOOTBALL}),
        ("가람시 near 누리배달", {DELIVERY, TEASER}),
        ("-누리배달", {RIVER, MUSIC, FOOTBALL}),
        ("lg전자", {MUSIC}),
        ("nuri", {MUSIC}),
        ("NUR*", {MUSIC}),
        ("美", {MUSIC}),
        ("윤슬기는", {FOOTBALL}),
        ("윤슬기에게", {FOOTBALL}),  # by its stem
        ("2.4㎞", {RIVER}),
        ("2.4km", {RIVER}),
        ("4㎞", set()),  # the end of another number
        ("2.4㎝", set()),
        ("둑 ㎞", {RIVER}),
        ("-2.4KM 배달", {DELIVERY, FOOTBALL, TEASER}),
        ("제목:2.4㎞", set()),
        ("１５,０００원", {MUSIC}),
        ("４일 누리배달", {DELIVERY}),
        ("없는말", set()),
        ("", set()),
        ("   ", set()),
        ("(", set()),
    ],
)
def test_a_query_finds(news: sqlite3.Connection, query: str, found: set[int]) -> None:
    results = search(news, query)
    assert set(ids(results)) == found
    assert results.total == len(found)


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ('"누리배달의 하루"', {DELIVERY}),
        ('"누리배달 하루"', set()),
        ('"공공 배달앱"', set()),  # written together there
        ('"배달앱 ‘누리"', {DELIVERY}),
        ('"4일"', {DELIVERY, MUSIC}),  # also in 14일: what grep finds
        ('"5,000원"', {MUSIC}),
        ('"5.000원"', set()),
        ('"uri-f"', {MUSIC}),
        ('"URI F"', set()),
        ('"1%대"', {DELIVERY}),
        ('"%"', {DELIVERY}),
        ('"㎞"', {RIVER}),
        ('"…"', {RIVER}),
        ("%", {DELIVERY}),
        ('"朴새"', {MUSIC}),
        ('"말했다."', {DELIVERY}),
    ],
)
def test_a_phrase_finds_what_is_written_so(
    news: sqlite3.Connection, query: str, found: set[int]
) -> None:
    assert set(ids(search(news, query))) == found


@pytest.mark.parametrize("query", ["AND", "NOT", "배달 AND", "AND 배달", "배달 NOT", "and"])
def test_a_half_typed_operator_is_a_word(news: sqlite3.Connection, query: str) -> None:
    word = next(word for word in query.split() if word.isascii())
    assert word in search(news, query).read_as.split(" · ")[0].split(" + ")


def test_a_question_may_hold_a_measure(news: sqlite3.Connection) -> None:
    results = search(news, "둑 2.4㎞를 높이는 군은 어디인가?")
    assert ids(results)[0] == RIVER
    assert "질문" in results.read_as


def test_a_measure_is_found_in_letters_and_in_signs(
    tmp_path: Path, write_archive: Callable[[Path, Iterable[tuple[Page, str]]], Path]
) -> None:
    texts = ["눈이 12㎝ 쌓였다.", "눈이 12cm나 쌓였다.", "눈이 112㎝ 쌓였다.", "눈이 12일 왔다."]
    pages = [
        (
            Page(article=Article(headline=f"소식 {number}", body=(text,))),
            f"https://d.example/{number}",
        )
        for number, text in enumerate(texts)
    ]
    connection = connect_reading(write_archive(tmp_path / "news.db", pages))
    for query in ("12㎝", "12cm", "12CM", "１２㎝"):
        assert set(ids(search(connection, query))) == {1, 2}, query
    assert search(connection, "12cm").read_as == "(12cm 또는 12㎝)"
    assert set(ids(search(connection, '"12㎝"'))) == {1, 3}  # in quotes: what grep finds
    connection.close()


def test_all_words_are_wanted_first(news: sqlite3.Connection) -> None:
    results = search(news, "가람시 미르천")
    assert RIVER in ids(results)
    assert "일부만" in results.read_as  # no article has both

    results = search(news, "가람시 시민공원")
    assert ids(results)[0] == MUSIC
    assert "일부만" not in results.read_as


def test_a_noun_that_begins_as_why_does_is_no_question(news: sqlite3.Connection) -> None:
    assert "질문" in search(news, "수수료 왜").read_as
    assert "질문" not in search(news, "수수료 왜곡").read_as


def test_a_question_is_answered_by_the_nearest_article(news: sqlite3.Connection) -> None:
    results = search(news, "해오름 음악제는 어디에서 열리는가?")
    assert ids(results)[0] == MUSIC
    assert "질문" in results.read_as


def test_sort_by_date(news: sqlite3.Connection) -> None:
    assert ids(search(news, "가람시", sort="newest")) == [MUSIC, DELIVERY, FOOTBALL, TEASER]
    assert ids(search(news, "가람시", sort="oldest")) == [FOOTBALL, DELIVERY, MUSIC, TEASER]


def test_pages_of_results_join_without_overlap(news: sqlite3.Connection) -> None:
    whole = ids(search(news, "배달"))
    paged = [i for offset in range(5) for i in ids(search(news, "배달", limit=1, offset=offset))]
    assert paged == whole


def test_filters_narrow_down(news: sqlite3.Connection) -> None:
    assert ids(search(news, "배달", filters=Filters(kind="teaser"))) == [TEASER]
    assert ids(search(news, "배달", filters=Filters(section="환경"))) == [RIVER]
    assert ids(search(news, "배달", filters=Filters(since="2025-06-01"))) == [RIVER]
    assert search(news, "누리배달", filters=Filters(section="환경")).total == 0


def test_an_impossible_date_is_refused(news: sqlite3.Connection) -> None:
    with pytest.raises(UsageError):
        search(news, "배달 date:2025-13-40")


def test_highlights_mark_the_match_at_its_place(news: sqlite3.Connection) -> None:
    for hit in search(news, "누리배달").hits:
        assert {hit.snippet[start:end] for start, end in hit.highlights} == {"누리배달"}


def test_a_word_without_meaning_says_so(news: sqlite3.Connection) -> None:
    assert search(news, "").read_as == "찾을 말이 없습니다"


@pytest.mark.parametrize(
    ("query", "meant"),
    [
        ("ㄴㄹㅂㄷ", "누리배달"),
        ("snflqoekf", "누리배달"),
        ("ㅣㅎ전자", None),
        ("ㅜㅕ갸", "nuri"),
        ("누리배담", "누리배달"),
        ("누리배달달", "누리배달"),
        ("미르춴 정비", "미르천 정비"),
        ("누리배달", None),
        ("전혀없는낱말", None),
    ],
)
def test_a_suggestion_is_made_when_nothing_is_found(
    news: sqlite3.Connection, query: str, meant: str | None
) -> None:
    assert search(news, query).suggestion == meant


def test_counts_by_facet(news: sqlite3.Connection) -> None:
    assert facet(news, "배달", "section") == Counts(
        (("지역경제", 2), ("스포츠", 1), ("환경", 1)), without=0, total=4
    )
    assert facet(news, "배달", "year") == Counts((("2025", 2), ("2024", 1)), without=1, total=4)
    assert facet(news, "배달", "year", limit=1) == Counts((("2025", 2),), without=1, total=4)
    assert facet(news, "배달", "entity").without == 4  # no names were sought
    assert facet(news, "없는말", "year") == Counts((), 0, 0)
    with pytest.raises(UsageError):
        facet(news, "배달", "color")


def test_timeline(news: sqlite3.Connection) -> None:
    months = (("2024-11", 1), ("2025-03", 1), ("2025-06", 1))
    assert timeline(news, "배달") == Counts(months, without=1, total=4)
    assert timeline(news, "배달", step="year").counts == (("2024", 1), ("2025", 2))


def test_count_counts_what_search_finds(news: sqlite3.Connection) -> None:
    for query in ("배달", "누리배달 -주문", "없는말", "", "가람시 미르천"):
        assert count(news, query) == search(news, query).total


def test_similar_articles(news: sqlite3.Connection) -> None:
    assert similar(news, DELIVERY)[0].id == TEASER
    with pytest.raises(ArticleNotFound):
        similar(news, 999)


def test_explanations_add_up_to_the_scores(news: sqlite3.Connection) -> None:
    scores = {hit.id: hit.score for hit in search(news, "배달 가람시").hits}
    for article_id, reasons in explain(news, "배달 가람시"):
        assert sum(value for _, value in reasons) == pytest.approx(scores[article_id], abs=1e-3)


def test_articles_that_share_only_what_half_have_are_not_like_one_where_others_are(
    tmp_path: Path, write_archive: Callable[[Path, Iterable[tuple[Page, str]]], Path]
) -> None:
    texts = [
        "노을항 등대지기가 나루터를 살폈다.",
        "누리섬 등대지기가 나루터를 떠났다.",
        *(f"{town}에서 나루터를 고친다." for town in ("가람시", "솔빛군", "미르읍", "도담면")),
        *(f"{name} 기자의 글이다." for name in ("한별", "새암")),
    ]
    pages = [
        (Page(article=Article(headline=text, body=(text,))), f"https://dodam.example/{number}")
        for number, text in enumerate(texts)
    ]
    connection = connect_reading(write_archive(tmp_path / "news.db", pages))
    found = similar(connection, 1)
    connection.close()
    assert [hit.id for hit in found] == [2]
    assert found[0].score > 0
