"""What is left half-typed is read as words."""

from __future__ import annotations

import sqlite3

import pytest

from archive.search import search
from archive.search.query import All, InHeadline, Not, Phrase, Word, parse


@pytest.mark.parametrize(
    ("typed", "nodes"),
    [
        ('"배달 특급', (Word("배달"), Word("특급"))),
        ('17" 화면', (Word("17"), Word("화면"))),
        ('가람 "', (Word("가람"),)),
        ('"', ()),
        ('-"가람 누리', (Not(Word("가람")), Word("누리"))),
        ('제목:"가람 누리', (InHeadline(Word("가람")), Word("누리"))),
        ('제목:"', ()),
        ('"가람 "누리', (Phrase("가람 "), Word("누리"))),
        ('"가람" "누리', (Phrase("가람"), Word("누리"))),
    ],
)
def test_a_quote_that_is_not_closed_is_left_out(typed: str, nodes: tuple[object, ...]) -> None:
    assert parse(typed) == All(nodes)  # type: ignore[arg-type]


def test_a_stray_quote_in_pasted_text_hides_nothing(news: sqlite3.Connection) -> None:
    pasted = '누리배달 "하루 주문이 가람시 점포'
    assert search(news, pasted).total == search(news, pasted.replace('"', "")).total > 0
