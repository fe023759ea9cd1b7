"""What a worker prepares: keys that tell texts apart, and text that SQLite can hold."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.model import Analysis, Article, Dump, Filters, Page, PlacedMention, Quote, Role
from archive.store.file.connection import connect_reading, connect_writing
from archive.store.reading.articles import article, newest, raw
from archive.store.reading.entities import entities
from archive.store.rows.entry import Parsed, dump_digest, prepare, squash
from archive.store.writing.write import Writer

WriteSource = Callable[..., None]

BODY = "누리군 도서관이 겨울 동안 밤 열 시까지 문을 연다."


def page(text: str) -> Page:
    return Page(article=Article(headline="도서관 야간 개방", body=(text,)))


@pytest.mark.parametrize(
    "variant",
    [
        unicodedata.normalize("NFD", BODY),
        BODY.replace(" ", "\u00a0"),
        BODY.replace(" ", ""),
    ],
)
def test_spaces_and_unicode_forms_do_not_make_another_text(variant: str) -> None:
    entries = prepare(Parsed(Dump(t, "a"), page(t)) for t in (BODY, variant))
    first, second = (entry.articles[0] for entry in entries)
    assert first.fingerprint == second.fingerprint
    assert squash(variant) == squash(BODY)


def test_a_dump_is_told_by_text_place_and_metadata() -> None:
    dumps = [
        Dump("글", "a"),
        Dump("글자", "a"),
        Dump("글", "a", "1"),
        Dump("글", "a", None, {"url": "x"}),
    ]
    assert len({dump_digest(dump) for dump in dumps}) == len(dumps)
    assert dump_digest(Dump("글", "a")) == dump_digest(Dump("글", "b"))


@given(st.text(st.characters(exclude_characters="\n"), min_size=1, max_size=60))
def test_any_text_is_stored_and_its_dump_comes_back_to_the_letter(
    tmp_path_factory: pytest.TempPathFactory, text: str
) -> None:
    database: Path = tmp_path_factory.mktemp("any") / "archive.db"
    connection = connect_writing(database)
    writer = Writer(connection)
    writer.begin("/dumps/a.txt")
    dump_text = f"머리\n{text}"
    writer.add(*prepare([Parsed(Dump(dump_text, "/dumps/a.txt", text), page(text))]))
    writer.finish()
    writer.commit()
    (found_id,) = newest(connection, Filters(), limit=None, offset=0)
    assert raw(connection, found_id) == dump_text
    stored = "\n".join(article(connection, found_id).body)
    assert len(stored) == len(text)
    assert all(now in {was, "\ufffd"} for was, now in zip(text, stored, strict=True))
    connection.close()


def test_entities_come_back_with_their_aliases_roles_and_places(
    database: Path, writer: Writer, write_source: WriteSource
) -> None:
    analysis = Analysis(
        mentions=(
            PlacedMention("body", 0, 3, "person", "한별이", "한별이"),
            PlacedMention("body", 9, 14, "person", "한 관장은", "한별이"),
            PlacedMention("headline", 0, 3, "organisation", "도서관", "도서관"),
            PlacedMention("body", 20, 22, "date", "7일", "7일"),
        ),
        roles=(Role("한별이", "누리군 도서관장"), Role("한별이", "관장")),
        quotes=(Quote("한별이", "밤에도 오세요", "body", 30, 37),),
    )
    write_source(writer, "/dumps/a.txt", page(BODY), analyses=[analysis])
    connection = connect_reading(database)
    person, library = entities(connection, Filters())
    assert (person.name, person.articles, person.mentions) == ("한별이", 1, 2)
    assert person.aliases == ("한 관장은",)
    assert person.roles == ("누리군 도서관장", "관장")
    assert (library.name, library.kind) == ("도서관", "organisation")
    assert [e.name for e in entities(connection, Filters(), kind="date")] == ["7일"]
    (found_id,) = newest(connection, Filters(entity="한별이"), limit=None, offset=0)
    found = article(connection, found_id)
    assert [(e.name, e.role, e.mentions) for e in found.entities][1] == (
        "한별이",
        "누리군 도서관장",
        (("body", 0, 3), ("body", 9, 14)),
    )
    assert found.quotes == analysis.quotes
    connection.close()
    writer.forget("/dumps/a.txt")
    writer.commit()
    connection = connect_reading(database)
    assert entities(connection, Filters()) == ()
    assert connection.execute("SELECT count(*) FROM entities").fetchone() == (0,)
    connection.close()


def test_counts_follow_articles_that_come_give_way_and_go(
    database: Path, writer: Writer, write_source: WriteSource
) -> None:
    def told() -> list[tuple[str, int, int, str | None, str | None]]:
        connection = connect_reading(database)
        found = entities(connection, Filters())
        by_filter = entities(connection, Filters(until="9999-12-31"))
        assert found == by_filter, "kept counts and counted ones differ"
        connection.close()
        return [(e.name, e.articles, e.mentions, e.first, e.last) for e in found]

    name = Analysis((PlacedMention("body", 0, 3, "person", "한별이", "한별이"),))
    twice = Analysis((*name.mentions, PlacedMention("body", 9, 12, "person", "한별이", "한별이")))
    whole = Page("2025-03-02", article=Article(headline="도서관", body=(f"{BODY} 또 {BODY}",)))
    cut = Page("2025-03-01", article=Article(headline="도서관", body=(BODY,)))
    other = Page("2025-03-09", article=Article(headline="장터", body=("장터가 다시 선다.",)))
    write_source(writer, "/dumps/cut.txt", cut, analyses=[name])
    assert told() == [("한별이", 1, 1, "2025-03-01", "2025-03-01")]
    write_source(writer, "/dumps/whole.txt", whole, analyses=[twice])
    assert told() == [("한별이", 1, 2, "2025-03-02", "2025-03-02")]
    write_source(writer, "/dumps/other.txt", other, analyses=[name])
    assert told() == [("한별이", 2, 3, "2025-03-02", "2025-03-09")]
    writer.forget("/dumps/whole.txt")
    writer.commit()
    assert told() == [("한별이", 2, 2, "2025-03-01", "2025-03-09")]
    write_source(writer, "/dumps/again.txt", Page("2025-02-02", article=other.article))
    assert told() == [("한별이", 2, 2, "2025-02-02", "2025-03-01")]
    for source in ("cut", "other", "again"):
        writer.forget(f"/dumps/{source}.txt")
    writer.commit()
    assert told() == []


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("/dumps/day/a.txt", True),
        ("/dumps/day", True),
        ("/dumps/", True),
        ("a.txt", True),
        ("day/a.txt", True),
        ("/dumps/da", False),
        (".txt", False),
        ("b.txt", False),
    ],
)
def test_a_source_is_named_whole_or_by_folder_or_by_its_end(
    database: Path, writer: Writer, source: str, found: bool, write_source: WriteSource
) -> None:
    write_source(writer, "/dumps/day/a.txt", page(BODY))
    connection = connect_reading(database)
    listed = newest(connection, Filters(source=source), limit=None, offset=0)
    assert bool(listed) == found
    connection.close()
