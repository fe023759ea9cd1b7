"""The public face on the project's own examples: what goes in comes out, once."""

from __future__ import annotations

import json
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import archive
from archive import (
    Archive,
    ArchiveNotFound,
    ArchiveUnreadable,
    ArticleNotFound,
    Filters,
    SourceNotFound,
    UsageError,
    parse_page,
    tag,
)
from archive.model import Refusal

EXAMPLES = Path(__file__).parents[1] / "examples"


def test_an_archive_that_another_process_has_just_begun_is_opened_for_ingest(
    tmp_path: Path,
) -> None:
    path = tmp_path / "news.db"
    begun = sqlite3.connect(path)
    begun.execute("PRAGMA journal_mode = WAL")  # the file has bytes, but no schema yet
    begun.close()
    with Archive.open(path) as news:
        assert news.ingest([EXAMPLES / "garam-snow.txt"], entities=False).added == 1


@pytest.fixture(scope="module")
def news(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    with Archive.open(tmp_path_factory.mktemp("examples") / "news.db") as opened:
        opened.ingest([EXAMPLES], jobs=1)
        yield opened


def contents(path: Path) -> dict[str, list[tuple[object, ...]]]:
    """Every row of every table, without the clock."""
    connection = sqlite3.connect(path)
    connection.execute("UPDATE sources SET ingested_at = ''")
    tables = connection.execute(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'article_index%'"
        " AND name NOT LIKE 'sqlite_%' AND name NOT LIKE '_sqlite_%' ORDER BY name"
    ).fetchall()
    rows = {t: connection.execute(f"SELECT * FROM {t} ORDER BY 1, 2").fetchall() for (t,) in tables}
    connection.close()
    return rows


def test_every_example_is_read(news: Archive) -> None:
    stats = news.stats()
    assert (stats.sources, stats.failed_sources) == (len(list(EXAMPLES.iterdir())), 0)
    assert stats.articles >= stats.sources
    assert stats.snapshots == 3
    assert all(listing.headline and listing.lead for listing in news.articles(limit=None)), (
        "an example without a headline or a body shows little"
    )


def test_ingesting_the_same_dumps_twice_changes_nothing(tmp_path: Path) -> None:
    path = tmp_path / "news.db"
    with Archive.open(path) as news:
        first = news.ingest([EXAMPLES], jobs=1)
        before = contents(path)
        second = news.ingest([EXAMPLES], jobs=1)
        assert contents(path) == before
    assert (first.unchanged, second.unchanged) == (0, first.inputs)
    assert (second.added, second.updated, second.articles, second.snapshots) == (0, 0, 0, 0)


def test_search_finds_the_word_with_josa_and_in_quotes(news: Archive) -> None:
    results = news.search("배달특급")
    assert results.total == len(results.hits) == 2
    for hit in results.hits:
        marked = {hit.snippet[start:end] for start, end in hit.highlights}
        assert marked == {"배달특급"}
    assert news.search("서").total > 0
    assert news.search("갯벌").total > 0


def test_a_teaser_gives_way_to_its_article(news: Archive) -> None:
    (listing,) = (li for li in news.articles(limit=None) if "천 곳 넘어" in (li.headline or ""))
    assert listing.kind == "article"


def test_a_hit_leads_to_its_article_and_its_dump(news: Archive) -> None:
    hit = news.search("수달").hits[0]
    article = news.article(hit.id)
    assert article.published == "2025-05-20"
    assert article.url == hit.url == "https://www.dodam.example/news/articleView.html?idxno=412"
    assert article.site == "dodam.example"
    assert article.body[0] in news.raw(hit.id)


def test_each_article_is_what_articles_gives(
    news: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("archive.archive._AT_ONCE", 2)
    everything = news.articles(limit=None)
    assert tuple(news.each_article()) == everything
    assert tuple(news.each_article(limit=3, offset=1)) == everything[1:4]


def test_filters_narrow_what_is_listed(news: Archive) -> None:
    every = news.count()
    assert news.count(Filters(since="2025-06-01", until="2025-08-31")) < every
    assert {li.section for li in news.articles(Filters(section="사회"), limit=None)} == {"사회"}
    assert news.count(Filters(source="garam-snow.txt")) >= 1
    assert news.count(Filters(site="dodam.example")) == 3
    mayor = news.articles(Filters(entity="김가온"), limit=None)
    assert len(mayor) >= 3
    assert all("김가온" in "\n".join(news.article(li.id).body) for li in mayor)


def test_mentions_stand_where_they_say(news: Archive) -> None:
    for listing in news.articles(limit=None):
        article = news.article(listing.id)
        texts = {
            "headline": article.headline or "",
            "subheads": "\n".join(article.subheads),
            "body": "\n".join(article.body),
            "captions": "\n".join(article.captions),
        }
        for entity in article.entities:
            for field, start, end in entity.mentions:
                assert texts[field][start:end].strip() == texts[field][start:end] != ""


def test_weather_of_a_day(news: Archive) -> None:
    (snapshot,) = news.weather(since="2025-08-12", until="2025-08-12", station="울산")
    (reading,) = snapshot.readings
    assert (reading.sky, reading.temperature) == ("구름조금", 30.8)


def test_what_is_missing_is_named(tmp_path: Path, news: Archive) -> None:
    with pytest.raises(ArchiveNotFound, match="newscli ingest"):
        Archive.open(tmp_path / "none.db", create=False)
    with pytest.raises(ArticleNotFound, match="newscli list"):
        news.article(9_999_999)
    with pytest.raises(ArticleNotFound):
        news.raw(9_999_999)


def test_bad_inputs_are_named_and_the_rest_goes_in(tmp_path: Path) -> None:
    dumps = tmp_path / "dumps"
    dumps.mkdir()
    (dumps / "empty.txt").write_bytes(b"")
    (dumps / "image.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 8)
    (dumps / "page.txt").write_text("<!DOCTYPE html><html><body>가람시</body></html>")
    good = EXAMPLES / "garam-snow.txt"
    with Archive.open(tmp_path / "news.db") as news:
        report = news.ingest([dumps, good, tmp_path / "none.txt"], jobs=1)
        assert {Path(failed.source).name for failed in report.failed} == {
            "empty.txt",
            "image.txt",
            "page.txt",
            "none.txt",
        }
        assert all(isinstance(failed, Refusal) for failed in report.failed)
        assert all(failed.reason for failed in report.failed)
        assert news.stats().failed_sources == 4
        assert news.count() > 0


def test_a_source_is_forgotten_whole(tmp_path: Path) -> None:
    alone, both = tmp_path / "alone.db", tmp_path / "both.db"
    with Archive.open(alone) as news:
        news.ingest([EXAMPLES / "garam-snow.txt"], jobs=1)
        kept = [(li.headline, li.date) for li in news.articles(limit=None)]
        entities = news.entities(limit=None)
    with Archive.open(both) as news:
        news.ingest([EXAMPLES], jobs=1)
        for source in news.sources():
            if not source.path.endswith("garam-snow.txt"):
                assert news.forget(source.path) == (source.path,)
        assert [(li.headline, li.date) for li in news.articles(limit=None)] == kept
        assert news.entities(limit=None) == entities
        assert news.search("배달특급").total == 0
        assert [Path(source.path).name for source in news.sources()] == ["garam-snow.txt"]
        with pytest.raises(SourceNotFound, match="newscli stats --inputs"):
            news.forget("garam-delivery.txt")


def test_a_missing_archive_is_made_by_writing_only(tmp_path: Path) -> None:
    path = tmp_path / "new" / "news.db"
    with Archive.open(path) as news:
        assert news.ingest([EXAMPLES], jobs=1, dry_run=True).articles > 0
        assert not path.exists()
        with pytest.raises(ArchiveNotFound):
            news.search("배달특급")
        news.ingest([EXAMPLES], jobs=1)
        assert news.search("배달특급").total == 2


def test_a_file_without_a_byte_is_no_archive_yet(tmp_path: Path) -> None:
    path = tmp_path / "news.db"
    path.touch()
    with pytest.raises(ArchiveNotFound):
        Archive.open(path, create=False)
    assert path.stat().st_size == 0


def test_a_folder_is_no_archive(tmp_path: Path) -> None:
    for create in (True, False):
        with pytest.raises(ArchiveUnreadable, match="폴더"):
            Archive.open(tmp_path, create=create)


@pytest.mark.parametrize("name", ["", " ", "/", "//"])
def test_no_name_never_means_every_source(news: Archive, name: str) -> None:
    with pytest.raises(UsageError, match="newscli stats --inputs"):
        news.forget(name)
    assert news.count() > 0


def test_a_site_is_named_as_it_is_typed(news: Archive) -> None:
    for site in ("dodam.example", "www.dodam.example", "DODAM.example"):
        assert news.count(Filters(site=site)) == 3


def test_what_failed_is_listed_with_its_reason(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "corpus.jsonl").write_text('{"title": "가", "text": "나루가 열렸다."}\n{"text": \n')
    with Archive.open(tmp_path / "news.db") as news:
        news.ingest([tmp_path / "empty.txt", tmp_path / "corpus.jsonl"], jobs=1)
        corpus, empty = news.sources()
    assert (corpus.status, corpus.dumps, len(corpus.refusals)) == ("ok", 1, 1)
    assert (empty.status, empty.dumps) == ("failed", 0)
    assert empty.reason


def test_every_public_name_is_there() -> None:
    for name in archive.__all__:
        assert getattr(archive, name)
    with pytest.raises(AttributeError, match="nothing_such"):
        archive.nothing_such  # noqa: B018 - the access is the test


def test_the_parser_and_the_tagger_need_no_archive() -> None:
    page = parse_page((EXAMPLES / "garam-snow.txt").read_text())
    assert page.article is not None
    assert page.article.section == "사회"
    text = "김가온 가람시장은 7일 노을포구를 찾았다."
    assert ("김가온", "person") in {(m.text, m.kind) for m in tag(text)}


def test_search_loads_neither_parser_nor_tagger_nor_numpy(news: Archive) -> None:
    code = (
        "import sys; from archive import Archive\n"
        f"with Archive.open({str(news.path)!r}, create=False) as news:\n"
        "    hit = news.search('배달특급').hits[0]; news.article(hit.id)\n"
        "heavy = {'numpy', 'sqlite_utils', 'pydantic', 'rich', 'archive.pages',"
        " 'archive.entities', 'archive.dumps', 'archive.ingest'} & set(sys.modules)\n"
        "sys.exit(str(heavy) if heavy else 0)"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


def test_damage_in_the_name_of_a_table_is_told_as_damage(tmp_path: Path) -> None:
    path = tmp_path / "news.db"
    with Archive.open(path) as news:
        news.ingest([EXAMPLES / "garam-snow.txt"], entities=False)
    whole = path.read_bytes()
    path.write_bytes(whole.replace(b"CREATE TABLE", b"CREATE \xf8ABLE"))
    with pytest.raises(ArchiveUnreadable, match="망가졌습니다"):
        Archive.open(path, create=False)


def test_of_what_is_forgotten_no_text_stays_in_the_file(tmp_path: Path) -> None:
    """Whatever SQLite was built with: what it frees is zeroed in place, or given back."""
    database = tmp_path / "news.db"
    with Archive.open(database) as news:
        for word in ("도담나루", "새솔고개"):
            record = {"title": f"{word} 소식", "text": f"{word}에 눈이 내렸다. " * 200}
            lines = (json.dumps(record | {"id": n}) for n in range(60))
            (tmp_path / f"{word}.jsonl").write_text("\n".join(lines), encoding="utf-8")
        news.ingest([tmp_path], jobs=1)
        assert "새솔고개".encode() in database.read_bytes()
        news.forget(str(tmp_path / "새솔고개.jsonl"))
        kept = database.read_bytes()
    assert "도담나루".encode() in kept
    assert "새솔고개".encode() not in kept


def test_one_path_is_one_path_not_its_letters(tmp_path: Path) -> None:
    dumps = tmp_path / "dumps"
    dumps.mkdir()
    (dumps / "눈.txt").write_text("눈이 내렸다.", encoding="utf-8")
    with Archive.open(tmp_path / "news.db") as news:
        report = news.ingest(str(dumps), jobs=1, entities=False)
        assert (report.inputs, report.failed) == (1, ())
        assert news.ingest(dumps, jobs=1, entities=False).unchanged == 1
    assert [one.source for one in archive.parse_files(str(dumps))] == [str(dumps / "눈.txt")]
    assert len(list(archive.parse_files(dumps))) == 1


def test_one_check_to_mend_is_one_check_not_its_letters(tmp_path: Path) -> None:
    with Archive.open(tmp_path / "news.db") as news:
        news.ingest(EXAMPLES / "garam-snow.txt", jobs=1, entities=False)
        assert news.mend("index") == ("index",)


def test_who_stands_beside_a_name_stands_there_once(news: Archive) -> None:
    everyone = [entity.name for entity in news.entities(limit=None)]
    assert len(set(everyone)) < len(everyone), "no name is a place and a house"
    for name in set(everyone):
        portrait = news.portrait(name)
        assert portrait is not None
        beside = [one.name for one in portrait.company]
        assert len(beside) == len(set(beside)), name
