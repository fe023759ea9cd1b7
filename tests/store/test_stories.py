"""A teaser and its article, a text twice, a page fetched again: what is one and what stays two."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from pathlib import Path

import pytest

from archive.model import Article, Filters, Listing, Page, Teaser
from archive.search import search
from archive.store.file.connection import connect_reading, connect_writing
from archive.store.reading.articles import article, listings, newest
from archive.store.writing.write import Writer

WriteSource = Callable[..., None]

HEADLINE = "가람시 나루터 장터, 다음 달 다시 연다"
LEAD = "가람시는 나루터 장터를 다음 달 첫 주말에 다시 연다고 밝혔다."
REST = "장터에는 이웃 마을의 농가 서른 곳이 나와 햇곡식과 장아찌를 팔고, 아이들은 나룻배를 탄다."
END = "시는 비가 오면 장터를 한 주 미루기로 하고, 미룬 날을 전광판으로 알릴 계획이다."

WHOLE = Page(
    page_date="2025-03-04",
    article=Article(
        headline=HEADLINE, body=(LEAD, REST, END), published="2025-03-02", published_basis="stated"
    ),
)
AS_TEASER = Page(page_date="2025-03-03", teasers=(Teaser("장터", HEADLINE, f"{LEAD} {REST[:20]}"),))
UNDATED = Page(article=Article(headline=HEADLINE, body=(LEAD, REST, END)))
CUT = Page(page_date="2025-04-01", article=Article(headline=HEADLINE, body=(LEAD, REST[:30])))
OTHER = Page(
    page_date="2025-03-05",
    article=Article(
        headline="누리군 눈썰매장 문 닫아",
        body=("누리군 눈썰매장이 날이 풀려 예정보다 두 주 일찍 문을 닫았다고 군이 알렸다.",),
    ),
)


def listed(database: Path) -> tuple[Listing, ...]:
    connection = connect_reading(database)
    ids = newest(connection, Filters(), limit=None, offset=0)
    found = listings(connection, ids)
    connection.close()
    return found


@pytest.mark.parametrize("order", list(itertools.permutations(["a", "b", "c", "d"])))
def test_one_story_is_one_article_in_whatever_order_it_arrives(
    database: Path, writer: Writer, order: tuple[str, ...], write_source: WriteSource
) -> None:
    pages = {"a": WHOLE, "b": AS_TEASER, "c": UNDATED, "d": CUT}
    for name in order:
        write_source(writer, f"/dumps/{name}.txt", pages[name])
    (only,) = listed(database)
    connection = connect_reading(database)
    found = article(connection, only.id)
    assert (found.kind, found.body, found.published) == ("article", (LEAD, REST, END), "2025-03-02")
    assert {source.path for source in found.sources} == {f"/dumps/{name}.txt" for name in pages}
    assert [hit.id for hit in search(connection, "나루터").hits] == [only.id]
    connection.close()


def test_old_ids_lead_to_the_article_that_took_their_place(
    database: Path, writer: Writer, write_source: WriteSource
) -> None:
    write_source(writer, "/dumps/teaser.txt", AS_TEASER)
    (teaser,) = listed(database)
    assert teaser.kind == "teaser"
    write_source(writer, "/dumps/whole.txt", WHOLE)
    connection = connect_reading(database)
    assert article(connection, teaser.id).complete
    connection.close()


@pytest.mark.parametrize(
    ("first", "second"),
    [
        pytest.param(WHOLE, OTHER, id="different stories"),
        pytest.param(
            Page(article=Article(headline="[포토] 오늘의 가람", body=("나루에 배가 섰다.",))),
            Page(article=Article(headline="[포토] 오늘의 가람", body=("언덕에 꽃이 피었다.",))),
            id="one headline every week",
        ),
        pytest.param(
            Page(article=Article(headline="장터 연다", body=(LEAD, REST))),
            Page(article=Article(headline="장터 닫는다", body=(LEAD, END))),
            id="one lead, two headlines",
        ),
        pytest.param(
            Page(teasers=(Teaser(None, "짧은 제목", ""),)),
            Page(article=Article(headline="짧은 제목", body=(LEAD,))),
            id="a short headline alone",
        ),
    ],
)
def test_texts_that_only_look_alike_stay_two(
    database: Path, writer: Writer, first: Page, second: Page, write_source: WriteSource
) -> None:
    write_source(writer, "/dumps/1.txt", first)
    write_source(writer, "/dumps/2.txt", second)
    assert len(listed(database)) == 2


def test_an_article_edited_at_its_address_stays_one(
    database: Path, writer: Writer, write_source: WriteSource
) -> None:
    edited = Page(article=Article(headline=HEADLINE, body=(LEAD, END)))
    write_source(writer, "/dumps/1.jsonl", WHOLE, url="garam.example/12")
    write_source(writer, "/dumps/2.jsonl", edited, url="garam.example/12")
    (only,) = listed(database)
    assert only.url == "garam.example/12"


def test_an_article_rewritten_at_its_numbered_address_stays_one(
    database: Path, writer: Writer, write_source: WriteSource
) -> None:
    write_source(writer, "/dumps/1.jsonl", WHOLE, url="garam.example?idxno=12")
    write_source(writer, "/dumps/2.jsonl", OTHER, url="garam.example?idxno=12")
    assert len(listed(database)) == 1


def test_a_front_page_is_another_every_day(
    database: Path, writer: Writer, write_source: WriteSource
) -> None:
    write_source(writer, "/dumps/1.jsonl", WHOLE, url="garam.example/news")
    write_source(writer, "/dumps/2.jsonl", OTHER, url="garam.example/news")
    assert len(listed(database)) == 2


@pytest.mark.parametrize("order", [(0, 1), (1, 0)])
def test_the_address_of_the_desktop_page_is_shown(
    database: Path, writer: Writer, write_source: WriteSource, order: tuple[int, int]
) -> None:
    addresses = ("https://www.garam.example/12", "http://m.garam.example/12")
    for number in order:
        write_source(writer, f"/dumps/{number}.jsonl", WHOLE, url=addresses[number])
    (only,) = listed(database)
    assert only.url == addresses[0]


def test_two_records_of_one_corpus_with_ids_of_their_own_stay_two(
    database: Path, writer: Writer
) -> None:
    from archive.model import Dump
    from archive.store.rows.entry import Parsed, prepare

    writer.begin("/corpus.jsonl")
    for number in ("7", "8"):
        dump = Dump(number, "/corpus.jsonl", number, {"id": number})
        writer.add(*prepare([Parsed(dump, WHOLE)]))
    writer.finish()
    writer.commit()
    assert len(listed(database)) == 2


def test_forgetting_a_source_leaves_the_archive_as_if_it_had_never_been(
    tmp_path: Path, write_source: WriteSource
) -> None:
    pages = {"a": WHOLE, "b": AS_TEASER, "d": CUT, "e": OTHER}
    for gone in pages:
        with_all, without = tmp_path / f"{gone}-all.db", tmp_path / f"{gone}-without.db"
        for database, names in ((with_all, pages), (without, [n for n in pages if n != gone])):
            connection = connect_writing(database)
            writer = Writer(connection)
            for name in names:
                write_source(writer, f"/dumps/{name}.txt", pages[name])
            if database == with_all:
                assert writer.forget(f"/dumps/{gone}.txt")
                assert not writer.forget("/dumps/unknown.txt")
                writer.commit()
            connection.close()
        for query in ("나루터", "눈썰매장", "햇곡식", "전광판"):
            first, second = connect_reading(with_all), connect_reading(without)
            assert [(h.headline, h.kind, h.date) for h in search(first, query).hits] == [
                (h.headline, h.kind, h.date) for h in search(second, query).hits
            ]
            first.close()
            second.close()
        assert [(li.headline, li.kind, li.date, li.lead) for li in listed(with_all)] == [
            (li.headline, li.kind, li.date, li.lead) for li in listed(without)
        ]


def test_a_source_that_grew_keeps_the_ids_of_what_it_held(
    database: Path, writer: Writer, write_source: WriteSource
) -> None:
    write_source(writer, "/dumps/day.jsonl", WHOLE)
    before = listed(database)
    write_source(writer, "/dumps/day.jsonl", WHOLE, OTHER)
    after = listed(database)
    assert [listing for listing in after if listing.headline == HEADLINE] == list(before)
    assert len(after) == 2


def test_a_source_that_shrank_loses_what_it_no_longer_holds(
    database: Path, writer: Writer, write_source: WriteSource
) -> None:
    write_source(writer, "/dumps/day.jsonl", OTHER, WHOLE)
    write_source(writer, "/dumps/day.jsonl", OTHER)
    assert [listing.headline for listing in listed(database)] == ["누리군 눈썰매장 문 닫아"]


def test_what_was_interrupted_is_taken_up_where_it_stopped(
    database: Path, writer: Writer, write_source: WriteSource
) -> None:
    from archive.model import Dump
    from archive.store.rows.entry import Parsed, prepare

    dump = Dump(repr(OTHER), "/dumps/day.jsonl", "0")
    (entry,) = prepare([Parsed(dump, OTHER)])
    writer.begin("/dumps/day.jsonl")
    assert writer.add(entry).new_page
    writer.commit()
    state = writer.known("/dumps/day.jsonl")
    assert state is not None
    assert state.status == "reading"
    write_source(writer, "/dumps/day.jsonl", OTHER, WHOLE)
    state = writer.known("/dumps/day.jsonl")
    assert state is not None
    assert state.status == "ok"
    assert len(listed(database)) == 2
