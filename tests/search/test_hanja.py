"""Hanja and Hangul find each other where the query as it stands finds nothing."""

from __future__ import annotations

import sqlite3
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import pytest

from archive.korean.hangul import is_syllable
from archive.korean.hanja import hanja_read, readings, softened
from archive.model import Article, Page
from archive.search import search
from archive.store.file.connection import connect_reading

Write = Callable[[Path, Iterable[tuple[Page, str]]], Path]

ARTICLES = [
    Article(headline="가람시 명예시민에 이명한 씨", body=("이명한 씨가 가람시 시민이 됐다.",)),
    Article(headline="노도한 군수 취임", body=("노도한 군수가 누리군에서 취임했다.",)),
    Article(headline="金江水 선생 文集", body=("金江水 선생의 文集이 도담에서 나왔다.",)),
    Article(headline="가람대 졸업식", body=("가람대학교 졸업식이 열렸다.",)),
    Article(headline="음악제 총감독은 朴새암", body=("朴새암 교수가 음악제를 이끈다.",)),
    Article(headline="누리군 박가람 선수 은퇴", body=("박가람 선수가 은퇴한다.",)),
]


@pytest.fixture(scope="module")
def hanja_news(
    tmp_path_factory: pytest.TempPathFactory, write_archive: Write
) -> Iterator[sqlite3.Connection]:
    pages = [
        (Page(article=article), f"https://dodam.example/{number}")
        for number, article in enumerate(ARTICLES)
    ]
    connection = connect_reading(write_archive(tmp_path_factory.mktemp("hanja") / "h.db", pages))
    yield connection
    connection.close()


@pytest.mark.parametrize(
    ("hanja", "hangul"),
    [
        ("大學", "대학"),
        ("李明漢", "이명한"),
        ("盧道漢", "노도한"),
        ("女性", "여성"),
        ("歷史", "역사"),
        ("年", "연"),
        ("金江水", "김강수"),
        ("北韓", "북한"),
        ("自轉車", "자전거"),
        ("侶", "여"),
    ],
)
def test_a_reading(hanja: str, hangul: str) -> None:
    assert hangul in readings(hanja)


@pytest.mark.parametrize("text", ["", "가람", "李가", "A", "々", "𠀀"])
def test_what_is_no_known_hanja_has_no_reading(text: str) -> None:
    assert readings(text) == []


def test_every_hanja_is_read_and_found_by_its_reading() -> None:
    codes = (bytes((row, column)) for row in range(0xCA, 0xFE) for column in range(0xA1, 0xFF))
    listed = {unicodedata.normalize("NFC", code.decode("euc_kr")) for code in codes}
    assert len(listed) == 4622
    for hanja in listed:
        assert readings(hanja)
        assert all(is_syllable(heard) and hanja in hanja_read(heard) for heard in readings(hanja))


def test_readings_of_a_long_string_are_bounded() -> None:
    assert len(readings("樂" * 30)) == 64


@pytest.mark.parametrize(
    ("syllable", "begins"),
    [("리", "이"), ("로", "노"), ("녀", "여"), ("례", "예"), ("나", "나"), ("가", "가")],
)
def test_the_beginning_of_a_word_softens(syllable: str, begins: str) -> None:
    assert softened(syllable) == begins


@pytest.mark.parametrize(
    ("query", "other", "number"),
    [
        ("李明漢", "이명한", 1),
        ("盧道漢", "노도한", 2),
        ("李明漢 씨", "이명한 + 씨", 1),
        ("李明漢은", "이명한", 1),
        ("大學校", "대학교", 4),
        ("김강수", "金江水", 3),
        ("금강수", "金江水", 3),
        ("박새암", "朴새암", 5),
        ("朴가람", "박가람", 6),
        ("문집", "文集", 3),
        ('"盧道漢 군수"', '"노도한 군수"', 2),
    ],
)
def test_one_script_finds_the_other_and_says_so(
    hanja_news: sqlite3.Connection, query: str, other: str, number: int
) -> None:
    found = search(hanja_news, query)
    assert number in [hit.id for hit in found.hits]
    assert other.strip('"') in found.read_as
    assert "읽" in found.read_as


def test_what_is_found_as_written_is_not_read_otherwise(hanja_news: sqlite3.Connection) -> None:
    found = search(hanja_news, "金江水")
    assert (found.total, found.read_as, found.suggestion) == (1, "金江水", None)


def test_a_word_that_nothing_reads_like_finds_nothing(hanja_news: sqlite3.Connection) -> None:
    found = search(hanja_news, "龍龜")
    assert (found.total, found.suggestion) == (0, None)
