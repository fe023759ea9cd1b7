"""Each check is broken on purpose, found, and mended where the archive knows what is right."""

from __future__ import annotations

import json
import shutil
import sqlite3
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from archive import Archive, ArchiveUnreadable

from .conftest import EXAMPLES  # and the path to bench/

from bench.sameness import differences  # isort: skip

if TYPE_CHECKING:
    from tests.conftest import Program

NAMES = [
    "sqlite",
    "schema",
    "integrity",
    "references",
    "sources",
    "counts",
    "index",
    "facts",
    "entities",
    "mentions",
    "unfinished",
]


def damage(database: Path, *statements: str) -> None:
    connection = sqlite3.connect(database)
    for statement in statements:
        connection.execute(statement)
    connection.commit()
    connection.close()


def failed(database: Path, *, full: bool = False) -> set[str]:
    with Archive.open(database, create=False) as news:
        return {check.name for check in news.doctor(full=full).checks if not check.ok}


def test_every_check_is_made(database: Path) -> None:
    for full in (False, True):
        with Archive.open(database, create=False) as news:
            checkup = news.doctor(full=full)
        assert [check.name for check in checkup.checks] == NAMES
        assert checkup.ok


MENDED = [
    ("DELETE FROM pages WHERE id = (SELECT max(id) FROM pages)", "references"),
    ("DELETE FROM articles WHERE id = 2", "references"),
    ("DELETE FROM appearances", "references"),
    ("UPDATE articles SET part_of = 999 WHERE id = 2", "references"),
    ("UPDATE sources SET dumps = dumps + 1 WHERE id = 1", "sources"),
    ("UPDATE articles SET body = '누가 고쳐 놓은 글' WHERE id = 1", "index"),
    ("INSERT INTO article_index (article_index) VALUES ('delete-all')", "counts"),
    ("UPDATE index_state SET articles = articles + 1", "counts"),
    ("DELETE FROM facts WHERE id = 1", "facts"),
    ("UPDATE facts SET date = '1999-01-01' WHERE id = 1", "facts"),
    ("DELETE FROM labels", "facts"),
    ("INSERT INTO facts VALUES (999, NULL, NULL, NULL, 0, 0)", "facts"),
    ("UPDATE entities SET articles = articles + 1 WHERE id = 1", "entities"),
]


@pytest.mark.parametrize(("statement", "name"), MENDED)
def test_what_is_broken_is_found_and_mended(database: Path, statement: str, name: str) -> None:
    damage(database, statement)
    assert name in failed(database, full=True)
    with Archive.open(database) as news:
        assert name in news.mend(failed(database, full=True))
    left = failed(database, full=True)
    assert left <= ({"mentions"} if "고쳐 놓은" in statement else set())


def test_mending_brings_back_the_archive_as_it_was(database: Path, tmp_path: Path) -> None:
    """Of what is made of the texts, nothing is lost; the counts of common words come anew."""
    shutil.copy(database, tmp_path / "before.db")
    damage(
        database,
        "INSERT INTO article_index (article_index) VALUES ('delete-all')",
        "DELETE FROM facts",
        "UPDATE entities SET articles = 0, mentions = 0, first = NULL",
        "UPDATE sources SET dumps = 77",
    )
    assert failed(database) >= {"counts", "index", "facts", "entities", "sources"}
    with Archive.open(database) as news:
        news.mend(failed(database))
    without = ("counted", "labels", "section", "site")  # labels have other numbers
    assert differences(tmp_path / "before.db", database, without=without) == {}
    assert failed(database, full=True) == set()


@pytest.mark.parametrize(
    ("statement", "name"),
    [
        ("UPDATE mentions SET start = start + 1, end = end + 1", "mentions"),
        ("UPDATE sources SET status = 'reading' WHERE id = 1", "unfinished"),
        ("DELETE FROM _sqlite_migrations WHERE name LIKE '%views'", "schema"),
        ("DROP TABLE index_state", "reading"),
    ],
)
def test_what_only_the_dumps_can_mend_is_found_and_left_alone(
    database: Path, statement: str, name: str
) -> None:
    damage(database, statement)
    assert name in failed(database)
    if name != "reading":
        with Archive.open(database) as news:
            assert news.mend([name]) == ()
    assert name in failed(database)


def test_an_index_of_sqlite_that_lost_a_row_is_rebuilt(database: Path) -> None:
    connection = sqlite3.connect(database)
    connection.execute("PRAGMA writable_schema = ON")
    connection.execute(
        "UPDATE sqlite_master SET sql = 'CREATE INDEX pages_source ON pages (digest)'"
        " WHERE name = 'pages_source'"
    )
    connection.commit()
    connection.close()
    assert "integrity" in failed(database, full=True)
    with Archive.open(database) as news:
        assert news.mend(["integrity"]) == ("integrity",)
    assert "integrity" not in failed(database, full=True)


@pytest.fixture
def torn(database: Path) -> Path:
    """A third of the file is overwritten, in the middle."""
    damage(database, "PRAGMA journal_mode = DELETE")
    content = bytearray(database.read_bytes())
    third = len(content) // 3
    content[third : 2 * third] = b"\xaa" * third
    database.write_bytes(content)
    return database


def test_a_torn_file_is_told_by_every_command(newscli: Program, torn: Path, tmp_path: Path) -> None:
    for words in (
        ["search", "배달특급 가람시"],
        ["search", "가", "--facet", "entity"],
        ["list"],
        ["show", "1"],
        ["entities"],
        ["entity", "가람시"],
        ["quotes"],
        ["weather"],
        ["stats"],
        ["doctor"],
        ["doctor", "--fix"],
        ["reindex"],
        ["forget", "examples", "--yes"],
        ["export", tmp_path / "out"],
        ["ingest", EXAMPLES],
    ):
        ended = newscli("--db", torn, *words)
        assert ended.code in {0, 1, 2}
        assert "예상하지 못한" not in ended.err, (words, ended.err)
        if ended.code == 2:
            assert "newscli:" in ended.err or "이상" in ended.out
    assert newscli("--db", torn, "doctor").code == 2


def test_a_torn_file_raises_archive_errors_only(torn: Path) -> None:
    def read_it_all() -> None:
        with Archive.open(torn, create=False) as news:
            for listing in news.articles(limit=None):
                news.article(listing.id)
                news.raw(listing.id)
            news.reindex()

    with pytest.raises(ArchiveUnreadable) as told:
        read_it_all()
    assert told.value.mend


def test_doctor_fix_tells_what_it_mended(newscli: Program, database: Path) -> None:
    damage(database, "DELETE FROM facts")
    ended = newscli("--db", database, "doctor")
    assert ended.code == 2
    assert "doctor --fix" in ended.err
    ended = newscli("--db", database, "doctor", "--fix", "--json")
    assert ended.code == 0
    assert "고쳤습니다: facts" in ended.err
    document = json.loads(ended.out)
    assert document["ok"]
    names = [check["name"] for check in document["checks"]]
    assert names[: len(NAMES)] == NAMES
    assert {"newscli", "python", "libraries", "locale", "encoding", "archive"} <= {*names}
    assert newscli("--db", database, "doctor", "--fix").err == ""
