"""Whatever is typed is a query, and whatever grep finds in an article, search finds."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Literal
from unicodedata import normalize

import pytest
from hypothesis import HealthCheck, assume, example, given, settings
from hypothesis import strategies as st

from archive.errors import UsageError
from archive.model import Article, Page
from archive.search import search
from archive.store.file.connection import connect_reading

SYNTAX = st.sampled_from(
    [
        '"',
        "(",
        ")",
        "-",
        "|",
        "*",
        ":",
        " ",
        " OR ",
        " AND ",
        " NOT ",
        " NEAR ",
        "near ",
        "제목:",
        "date:",
        "since:2025",
        "{headline} :",
        "^",
        "+",
        "배달",
        "누리배달은",
        "lg",
        "4일",
        "가",
        "ㅂㄷ",
    ]
)
FREELY = settings(
    deadline=None, max_examples=200, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


@FREELY
@given(st.one_of(st.text(max_size=40), st.lists(SYNTAX, max_size=12).map("".join)))
@example("\0")
@example("\ud800")
@example('"' * 40)
@example("(" * 500 + "배달" + ")" * 500)
@example("-" * 300)
@example("배달 " * 3000)
@example("near " * 50)
@example("* OR * OR *")
@example("１２３ ㎞ ½ ² Ⅳ")
def test_no_input_raises(news: sqlite3.Connection, query: str) -> None:
    try:
        results = search(news, query)
    except UsageError:
        assert ":" in query  # only a date can be wrong
        return
    assert results.total >= len(results.hits)
    for hit in results.hits:
        for start, end in hit.highlights:
            assert 0 <= start < end <= len(hit.snippet)


# What news is written with, and what breaks indexes: josa, brackets, units, Hanja, NFD, long words.
PIECES = [
    "가람시",
    "누리배달은",
    "군의",
    "‘도담’",
    "1만2천",
    "15,000원",
    "2.4㎞",
    "LG전자",
    "NURI-FM",
    "朴새암",
    "美",
    "제3회",
    "A4",
    "e누리",
    "x",
    "…",
    "·",
    "“",
    "”",
    "[포토]",
    "(3면)",
    "▲",
    "50%",
    "솔빛군·미르군",
    "㈜누리",
    "café",
    "カフェ",
    "Ünü",
    "Ⅳ",
    "½",
    "ㅋㅋ",
    "것",
    "그",
    "이",
    "2025.3.4.",
    "10:30",
    "👍🏽",
]
TEXTS = st.lists(
    st.one_of(st.sampled_from(PIECES), st.text(max_size=6)), min_size=1, max_size=12
).map(" ".join)


Write = Callable[[Path, Iterable[tuple[Page, str]]], Path]


@settings(FREELY, max_examples=50)
@given(st.data())
def test_what_grep_finds_search_finds(
    tmp_path_factory: pytest.TempPathFactory, write_archive: Write, data: st.DataObject
) -> None:
    text = data.draw(TEXTS.filter(str.strip))
    page = Page(article=Article(headline="다른 말", body=(text,)))
    path = tmp_path_factory.mktemp("grep") / "one.db"
    stored = "".join("�" if "\ud800" <= c <= "\udfff" or c == "\0" else c for c in text)
    news = connect_reading(write_archive(path, [(page, "https://one.example/1")]))
    try:
        for _ in range(8):
            start = data.draw(st.integers(0, len(stored) - 1))
            piece = stored[start : data.draw(st.integers(start + 1, len(stored)))]
            assume(not _cuts_a_character(stored, start, start + len(piece)))
            if not piece.strip() or "\\" in piece:
                continue
            form, case = data.draw(st.sampled_from(FORMS)), data.draw(st.sampled_from(CASES))
            typed = normalize(form, case(piece))
            if normalize("NFC", typed.casefold()) != normalize("NFC", piece.casefold()):
                continue  # upper case of some letters is another word: ŉ, ß
            query = '"' + typed.replace('"', '""') + '"'
            assert search(news, query).total == 1, (stored, typed)
    finally:
        news.close()


FORMS: tuple[Literal["NFC", "NFD"], ...] = ("NFC", "NFD")
CASES: tuple[Callable[[str], str], ...] = (str, str.upper, str.lower)


def _cuts_a_character(text: str, start: int, end: int) -> bool:
    """Whether a reader would not see `text[start:end]` in the text: half of a composed letter."""
    pieces = (text[:start], text[start:end], text[end:])
    whole = normalize("NFC", text)
    return "".join(normalize("NFC", piece) for piece in pieces) != whole


def test_the_whole_of_every_paragraph_is_found(
    news: sqlite3.Connection, articles: list[Article]
) -> None:
    for number, article in enumerate(articles, 1):
        for paragraph in (*article.body, *article.captions, *article.subheads, article.headline):
            query = '"' + (paragraph or "").replace('"', '""') + '"'
            assert number in [hit.id for hit in search(news, query).hits]
