"""Tokens of the index."""

from __future__ import annotations

from collections.abc import Sequence
from unittest.mock import patch

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.korean import tokens
from archive.korean.hangul import fold
from archive.korean.pairs import run_tokens, runs
from archive.korean.tokens import Tokens, tokens_of

TEXTS = st.text(st.characters(codec="utf-8", exclude_characters="\0"))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("가람시청", "가람 람시 시청 청"),
        ("둑", "둑"),
        ("‘누리배달’은, 3천", "누리 리배 배달 달 은 3 천"),
        ("LG전자가 2025년", "lg 전자 자가 가 2025 년"),
        ("美대통령", "美 대통 통령 령"),
        ("朴새암", "朴 새암 암"),
        ("大韓民國", "大韓 韓民 民國 國"),
        ("カフェ-café", "カフ フェ ェ café"),
        ("ㅋㅋ ㅂㄷ", "ㅋㅋ ㅋ ㅂㄷ ㄷ"),
        ("Ünü_x", "ünü x"),
        ("… · ()", ""),
        ("", ""),
    ],
)
def test_tokens(text: str, expected: str) -> None:
    assert _tokens(text) == [expected.split()]


@given(st.lists(TEXTS, min_size=1))
def test_the_fast_way_gives_the_tokens_of_the_plain_way(fields: list[str]) -> None:
    plain = [[token for run in runs(fold(text)) for token in run_tokens(run)] for text in fields]
    assert _tokens(*fields) == plain


@given(TEXTS)
def test_syllables_are_told_once_each(text: str) -> None:
    (made,) = tokens_of([(text, text)])
    assert sorted({c for c in fold(text) if "가" <= c <= "힣"}) == [
        chr(ord("가") + ord(place)) for place in made.syllables.decode("utf-16-le")
    ]


@given(st.lists(st.lists(TEXTS, min_size=1, max_size=3)), st.integers(1, 40))
def test_texts_together_give_what_each_gives_alone(texts: list[list[str]], at_once: int) -> None:
    with patch.object(tokens, "_AT_ONCE", at_once):
        together = list(tokens_of(texts))
    assert [made.syllables for made in together] == [_alone(text).syllables for text in texts]
    assert [_split(made) for made in together] == [_split(_alone(text)) for text in texts]


def _tokens(*fields: str) -> list[list[str]]:
    return _split(_alone(fields))


def _alone(fields: Sequence[str]) -> Tokens:
    (made,) = tokens_of([fields])
    return made


def _split(made: Tokens) -> list[list[str]]:
    return [field.decode().split() for field in made.fields]


@given(st.text(alphabet=st.characters(min_codepoint=0xAC00, max_codepoint=0xD7A3), min_size=1))
def test_every_syllable_starts_exactly_one_token(run: str) -> None:
    assert [token[0] for token in run_tokens(run)] == list(run)
