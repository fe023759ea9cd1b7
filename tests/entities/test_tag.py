"""What the tagger finds in sentences of local news, and that no text upsets it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive import tag
from archive.entities import analyse
from archive.model import Article, Teaser

SENTENCES: list[tuple[str, set[tuple[str, str]]]] = [
    ("가람시(시장 한도윤)는 7일 축제를 열었다.", {("한도윤", "person"), ("7일", "date")}),
    ("한도윤 시장은 축제장을 찾았다.", {("한도윤", "person")}),
    (
        "서이안 도담주식회사 대표이사는 웃었다.",
        {("서이안", "person"), ("도담주식회사", "organisation")},
    ),
    (
        "누리군협의회(NCA)는 지원을 약속했다.",
        {("누리군협의회", "organisation"), ("NCA", "organisation")},
    ),
    (
        "설치를 맡은 모아로, TQP, XYB 등과 함께했다.",
        {("모아로", "organisation"), ("TQP", "organisation")},
    ),
    ("새말에서 열린 간담회에 30명이 왔다.", {("새말", "place"), ("30명", "quantity")}),
    ("회의는 오후 3시에 시작했다.", {("오후 3시", "time")}),
]


@pytest.mark.parametrize(("text", "expected"), SENTENCES)
def test_finds_the_names_of_local_news(text: str, expected: set[tuple[str, str]]) -> None:
    assert expected <= {(m.text, m.kind) for m in tag(text)}


@given(st.text(alphabet=st.one_of(st.characters(), st.sampled_from("김이시장(씨) 7월일,등한는\n"))))
def test_spans_are_exact_sorted_and_apart(text: str) -> None:
    end = 0
    for mention in tag(text):
        assert end <= mention.start < mention.end
        assert text[mention.start : mention.end] == mention.text
        end = mention.end


def test_offsets_count_in_the_joined_field() -> None:
    article = Article(headline="한도윤 시장 취임", body=("첫 문단이다.", "한도윤 시장은 7일 왔다."))
    body = "\n".join(article.body)
    placed = [m for m in analyse(article).mentions if m.field == "body"]
    assert placed
    assert all(body[m.start : m.end] == m.text for m in placed)


def test_the_text_of_a_teaser_is_its_body() -> None:
    teaser = Teaser(section=None, headline=None, text="한도윤 시장은 왔다.")
    assert {m.field for m in analyse(teaser).mentions} == {"body"}
