"""A compound that the archive does not have is taken apart without its josa."""

from __future__ import annotations

import sqlite3

import pytest

from archive.search import search
from archive.search.query import Word
from archive.search.terms import LONGEST_COMPOUND, spacings, terms
from archive.search.vocabulary import Vocabulary


@pytest.mark.parametrize(
    ("word", "spellings"),
    [
        ("하천정비는", [("하천정비", "하천 정비")]),
        ("하천정비를", [("하천정비", "하천 정비")]),
        ("축구음식은", [("축구",), ("음식",)]),
        ("하천쓰레기는", [("하천",), ("쓰레기",)]),
        ("수수료쓰레기", [("수수료",), ("쓰레기",)]),
        ("누리배달은", [("누리배달",)]),
        ("누리배달", [("누리배달",)]),
    ],
)
def test_a_compound_and_its_josa(
    news: sqlite3.Connection, word: str, spellings: list[tuple[str, ...]]
) -> None:
    found = terms([Word(word)], Vocabulary(news), by_stem=True)
    assert [term.spellings for term in found] == spellings


def test_a_word_of_thousands_of_syllables_is_no_compound(news: sqlite3.Connection) -> None:
    assert spacings("가" * LONGEST_COMPOUND)
    assert spacings("가" * (LONGEST_COMPOUND + 1)) == []
    assert search(news, "가람시장은" * 1000).total == 0  # took minutes
