"""What becomes of inputs: new, the same, changed, broken, gone, piped in."""

from __future__ import annotations

import gzip
import io
import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from archive.ingest import Progress, ingest, preparing
from archive.model import Dump, IngestReport, Page
from archive.pages import page_of

from .conftest import Ingest, column, rows_of, write_lines


def counts(report: IngestReport) -> tuple[int, int, int, int]:
    return report.added, report.unchanged, report.updated, len(report.failed)


def test_the_report_counts_inputs_dumps_and_articles(tmp_path: Path, put: Ingest) -> None:
    write_lines(tmp_path / "in/a.jsonl", 1, 2, 3)
    (tmp_path / "in/b.txt").write_bytes(b"")
    (tmp_path / "in/c.jsonl.gz").write_bytes(gzip.compress(b'{"text": "cut'))
    report = put(tmp_path / "in")
    assert (report.inputs, report.dumps, report.articles) == (3, 3, 3)
    assert counts(report) == (1, 0, 0, 2)
    assert [Path(refusal.source).name for refusal in report.failed] == ["b.txt", "c.jsonl.gz"]
    assert report.bytes == sum(file.stat().st_size for file in (tmp_path / "in").iterdir())


def test_again_changes_nothing_and_opens_nothing(
    tmp_path: Path, put: Ingest, database: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_lines(tmp_path / "a.jsonl", 1, 2)
    put(tmp_path / "a.jsonl")
    before = rows_of(database)
    monkeypatch.setattr("archive.ingest.deciding.opened", None)  # to call it would fail
    report = put(tmp_path / "a.jsonl")
    assert counts(report) == (0, 1, 0, 0)
    assert report.bytes == 0
    assert rows_of(database) == before


def test_a_file_with_a_new_time_but_the_same_bytes_is_not_parsed_again(
    tmp_path: Path, put: Ingest, database: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = write_lines(tmp_path / "a.jsonl", 1)
    put(file)
    os.utime(file, ns=(1, 1))
    monkeypatch.setattr("archive.ingest.deciding.read_unread", None)
    assert counts(put(file)) == (0, 1, 0, 0)
    assert column(database, "SELECT modified_ns FROM sources") == [1]


def test_a_changed_file_keeps_what_stayed_and_loses_what_went(
    tmp_path: Path, put: Ingest, database: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = write_lines(tmp_path / "a.jsonl", 1, 2, 3)
    put(file)
    write_lines(file, 1, 2, 4)
    parsed: list[str | None] = []

    def noted(dump: Dump) -> Page:
        parsed.append(dump.member)
        return page_of(dump)

    monkeypatch.setattr(preparing, "page_of", noted)
    assert counts(put(file)) == (0, 0, 1, 0)
    assert parsed == ["3"]
    assert column(database, "SELECT record FROM pages ORDER BY position") == ["r1", "r2", "r4"]
    assert column(database, "SELECT count(*) FROM articles") == [3]


@pytest.mark.parametrize("entities", [False, True])
def test_a_page_that_our_own_code_fails_on_costs_no_other(
    tmp_path: Path, put: Ingest, database: Path, monkeypatch: pytest.MonkeyPatch, *, entities: bool
) -> None:
    """Pages are tagged many at a time; a defect that one meets must be told of that one alone."""

    def defective(dump: Dump) -> Page:
        if dump.member == "2":
            raise IndexError
        return page_of(dump)

    monkeypatch.setattr(preparing, "page_of", defective)
    report = put(write_lines(tmp_path / "a.jsonl", 1, 2, 3), entities=entities)
    assert [refusal.member for refusal in report.failed] == ["2"]
    assert column(database, "SELECT record FROM pages ORDER BY position") == ["r1", "r3"]


def test_a_changed_file_gives_the_archive_that_a_new_one_would(
    tmp_path: Path, put: Ingest, database: Path
) -> None:
    file = write_lines(tmp_path / "a.jsonl", 1, 2, 3)
    put(file)
    write_lines(file, 3, 1, 5)
    put(file)
    texts = "SELECT headline || body FROM articles ORDER BY 1"
    fresh = tmp_path / "fresh.db"
    ingest(fresh, [str(file)], jobs=1, entities=False)
    assert column(database, texts) == column(fresh, texts)
    tokens = "SELECT term || ' ' || doc || ' ' || cnt FROM article_tokens ORDER BY 1"
    assert column(database, tokens) == column(fresh, tokens)


@pytest.mark.parametrize("ending", ["emptied", "gone", "binary"])
def test_what_cannot_be_read_any_more_stays_in_the_archive(
    tmp_path: Path, put: Ingest, database: Path, ending: str
) -> None:
    file = write_lines(tmp_path / "a.jsonl", 1, 2)
    put(file)
    before = rows_of(database)
    if ending == "gone":
        file.unlink()
    else:
        file.write_bytes(b"" if ending == "emptied" else bytes(range(256)))
    assert counts(put(file)) == (0, 0, 0, 1)
    assert rows_of(database) == before


def test_every_input_that_failed_has_a_row_with_its_reason(
    tmp_path: Path, put: Ingest, database: Path
) -> None:
    (tmp_path / "a.html").write_text("<!doctype html><p>가람시")
    (tmp_path / "b.txt").write_bytes(b"")
    put(tmp_path / "a.html", tmp_path / "b.txt")
    assert column(database, "SELECT status FROM sources") == ["failed", "failed"]
    assert "HTML" in str(column(database, "SELECT reason FROM sources")[0])


def test_a_mistyped_path_is_told_and_kept_until_the_next_ingest(
    tmp_path: Path, put: Ingest, database: Path
) -> None:
    report = put(tmp_path / "gone.txt")
    assert [refusal.reason for refusal in report.failed] == ["그런 파일이나 폴더가 없습니다"]
    assert column(database, "SELECT status FROM sources") == ["failed"]
    put(write_lines(tmp_path / "a.jsonl", 1))
    assert column(database, "SELECT status FROM sources") == ["ok"]


def test_what_could_not_be_read_inside_is_told_each_time(tmp_path: Path, put: Ingest) -> None:
    file = write_lines(tmp_path / "a.jsonl", 1, 2)
    file.write_text(file.read_text() + '{"text": "cut\n')
    first, again = put(file), put(file)
    assert (again.unchanged, len(again.failed)) == (1, 1)
    assert again.failed == first.failed


@pytest.mark.parametrize("killed", [False, True])
def test_articles_that_came_without_names_are_tagged_by_the_next_ingest(
    tmp_path: Path, put: Ingest, database: Path, *, killed: bool
) -> None:
    file = write_lines(tmp_path / "a.jsonl", *range(5))
    put(file)
    assert column(database, "SELECT count(*) FROM mentions") == [0]
    if killed:
        with closing(sqlite3.connect(database)) as connection, connection:
            connection.execute("UPDATE sources SET status = 'reading'")
    report = put(file, entities=True)
    assert (report.unchanged, report.articles) == (0, 0)
    tables = ("mentions", "entities", "quotes")
    put_at_once = tmp_path / "once.db"
    ingest(put_at_once, [str(file)], jobs=1)
    assert {t: rows_of(database)[t] for t in tables} == {t: rows_of(put_at_once)[t] for t in tables}
    assert rows_of(database)["mentions"]
    assert put(file, entities=True).unchanged == 1
    assert put(file).unchanged == 1


def test_a_text_that_another_source_brings_with_names_gets_them(
    tmp_path: Path, put: Ingest, database: Path
) -> None:
    put(write_lines(tmp_path / "a.jsonl", 1))
    put(write_lines(tmp_path / "b.jsonl", 1), entities=True)
    assert column(database, "SELECT count(*) > 0 FROM mentions") == [1]
    assert column(database, "SELECT count(*) FROM articles") == [1]


def test_a_crawl_dates_the_page_that_shows_no_day(
    tmp_path: Path, put: Ingest, database: Path
) -> None:
    text = (
        "가람시 나루터 장터\n\n가람시는 나루터 장터를 다시 연다고 밝혔다. 장터는 사흘 동안 선다.\n"
    )
    wet = tmp_path / "crawl.wet"
    wet.write_bytes(
        b"WARC/1.0\r\nWARC-Type: conversion\r\nWARC-Date: 2025-03-04T18:00:00Z\r\n"
        b"Content-Length: %d\r\n\r\n%s\r\n\r\n" % (len(text.encode()), text.encode())
    )
    put(wet)
    assert column(database, "SELECT date FROM articles") == ["2025-03-05"]
    assert column(database, "SELECT date_basis FROM articles") == ["page"]
    assert column(database, "SELECT published FROM articles") == [None]


def test_what_failed_is_tried_again(tmp_path: Path, put: Ingest) -> None:
    file = tmp_path / "a.jsonl"
    file.write_text('{"no": "text"}\n')
    assert counts(put(file)) == (0, 0, 0, 1)
    assert counts(put(file)) == (0, 0, 0, 1)
    write_lines(file, 1)
    assert counts(put(file)) == (1, 0, 0, 0)


def test_bad_members_are_named_beside_the_good_ones(
    tmp_path: Path, put: Ingest, database: Path
) -> None:
    file = write_lines(tmp_path / "a.jsonl", 1)
    file.write_text(file.read_text() + '{"text": "cut\n' + file.read_text())
    report = put(file)
    assert [refusal.member for refusal in report.failed] == ["2"]
    assert column(database, "SELECT status FROM sources") == ["ok"]
    assert column(database, "SELECT member FROM refusals") == ["2"]


def test_one_text_in_two_files_is_one_article_with_two_sources(
    tmp_path: Path, put: Ingest, database: Path
) -> None:
    write_lines(tmp_path / "in/a.jsonl", 1)
    write_lines(tmp_path / "in/b.jsonl", 1)
    assert put(tmp_path / "in").articles == 1
    assert column(database, "SELECT path FROM article_sources ORDER BY path") == [
        str(tmp_path / "in/a.jsonl"),
        str(tmp_path / "in/b.jsonl"),
    ]


def test_one_file_has_one_name_wherever_it_is_called_from(
    tmp_path: Path, put: Ingest, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = write_lines(tmp_path / "in/a.jsonl", 1)
    put(file)
    monkeypatch.chdir(tmp_path / "in")
    assert counts(put("a.jsonl")) == (0, 1, 0, 0)
    assert counts(put(".")) == (0, 1, 0, 0)


def test_files_of_one_relative_name_do_not_replace_each_other(
    tmp_path: Path, put: Ingest, monkeypatch: pytest.MonkeyPatch
) -> None:
    for folder, number in (("x", 1), ("y", 2)):
        write_lines(tmp_path / folder / "a.jsonl", number)
        monkeypatch.chdir(tmp_path / folder)
        assert counts(put("a.jsonl")) == (1, 0, 0, 0)


def test_standard_input_is_known_by_what_it_holds(
    tmp_path: Path, put: Ingest, database: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def pipe(*numbers: int) -> IngestReport:
        content = write_lines(tmp_path / "piped", *numbers).read_bytes()
        monkeypatch.setattr(
            "sys.stdin", io.TextIOWrapper(io.BytesIO(gzip.compress(content, mtime=0)))
        )
        return put("-")

    assert counts(pipe(1)) == (1, 0, 0, 0)
    assert counts(pipe(2)) == (1, 0, 0, 0)
    assert counts(pipe(1)) == (0, 1, 0, 0)
    assert column(database, "SELECT count(*) FROM articles") == [2]


def test_a_dry_run_writes_nothing_and_tells_the_same(
    tmp_path: Path, put: Ingest, database: Path
) -> None:
    write_lines(tmp_path / "in/a.jsonl", 1, 2)
    (tmp_path / "in/b.txt").write_bytes(b"")
    foreseen = put(tmp_path / "in", dry_run=True)
    assert not database.exists()
    happened = put(tmp_path / "in")
    assert counts(foreseen) == counts(happened)
    assert (foreseen.dumps, foreseen.articles) == (happened.dumps, happened.articles)
    before = rows_of(database)
    write_lines(tmp_path / "in/a.jsonl", 1, 3)
    assert counts(put(tmp_path / "in", dry_run=True)) == (0, 0, 1, 1)
    assert rows_of(database) == before


def test_an_archive_in_the_folder_that_it_is_made_of_is_passed_over(
    database: Path, put: Ingest
) -> None:
    write_lines(database.parent / "a.jsonl", 1)
    assert counts(put(database.parent)) == (1, 0, 0, 0)
    assert counts(put(database.parent)) == (0, 1, 0, 0)


def test_a_defect_on_one_page_costs_that_page_only(
    tmp_path: Path, put: Ingest, monkeypatch: pytest.MonkeyPatch
) -> None:
    def failing(dump: Dump) -> Page:
        if dump.member == "2":
            raise ZeroDivisionError
        return page_of(dump)

    monkeypatch.setattr(preparing, "page_of", failing)
    report = put(write_lines(tmp_path / "a.jsonl", 1, 2, 3))
    assert report.articles == 2
    assert [(r.member, "ZeroDivisionError" in r.reason) for r in report.failed] == [("2", True)]


def test_progress_grows_and_ends_at_the_whole(
    tmp_path: Path, put: Ingest, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("archive.ingest.meter._PATIENCE_SECONDS", -1)
    monkeypatch.setattr("archive.ingest.meter._SECONDS_BETWEEN", 0)
    for number in range(3):
        write_lines(tmp_path / f"in/{number}.jsonl", number)
    told: list[Progress] = []
    put(tmp_path / "in", progress=told.append)
    assert [p.inputs_done for p in told] == sorted(p.inputs_done for p in told)
    assert {p.inputs_total for p in told} == {3}
    last = told[-1]
    whole = sum(file.stat().st_size for file in (tmp_path / "in").iterdir())
    assert (last.inputs_done, last.articles) == (3, 3)
    assert last.bytes_done == last.bytes_total == whole


def test_search_knows_what_was_put_in(tmp_path: Path, put: Ingest, database: Path) -> None:
    from archive import Archive

    put(write_lines(tmp_path / "a.jsonl", 1, 2))
    with Archive.open(database, create=False) as news:
        assert news.search("한별2").total == 1


def test_what_is_in_already_loads_no_tagger(tmp_path: Path) -> None:
    """A quarter of a second for nothing: the rules were loaded for a batch without pages."""
    (tmp_path / "a.txt").write_text("노을군 새소식\n한도윤 군수는 웃었다.", encoding="utf-8")
    code = (
        "import sys; from archive.ingest import ingest; ingest(sys.argv[1], [sys.argv[2]], jobs=1);"
        "print('archive.entities.analysis' in sys.modules)"
    )
    run = [sys.executable, "-c", code, str(tmp_path / "a.db"), str(tmp_path / "a.txt")]
    said = [subprocess.run(run, capture_output=True, check=True, text=True).stdout for _ in "12"]
    assert said == ["True\n", "False\n"]
