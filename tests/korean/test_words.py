"""Stems, the wrong keyboard, slips of the finger."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.korean.josa import SHORTEST_STEM, is_question_word, stems
from archive.korean.keyboard import to_hangul, to_latin
from archive.korean.misspelling import slips


@pytest.mark.parametrize(
    ("word", "found"),
    [
        ("누리배달은", ["누리배달"]),
        ("가람시에서는", ["가람시", "가람시에서"]),  # 에서는 and 는
        ("우루과이", []),  # 이 follows a consonant only
        ("솔빛군으로", ["솔빛군", "솔빛군으"]),  # the caller asks the index
        ("서울로", ["서울"]),  # ㄹ takes 로
        ("정비되었는가", ["정비", "정비되", "정비되었"]),
        ("도로", []),  # nothing shorter than two syllables
        ("NURI", []),
        ("", []),
    ],
)
def test_stems(word: str, found: list[str]) -> None:
    assert stems(word) == found


@given(st.text(alphabet="가람시은는이에서으로의되었다"))
def test_a_stem_begins_its_word(word: str) -> None:
    for stem in stems(word):
        assert word.startswith(stem)
        assert SHORTEST_STEM <= len(stem) < len(word)


@pytest.mark.parametrize(
    "word", ["누구인가", "어디에서", "몇", "언제였는가", "무엇을", "왜", "왜인가", "왜일까"]
)
def test_question_words(word: str) -> None:
    assert is_question_word(word)


@pytest.mark.parametrize("word", ["가람시", "누리", "몰랐다", "왜곡", "왜곡하는", "왜란", "왜소한"])
def test_other_words(word: str) -> None:
    assert not is_question_word(word)


@pytest.mark.parametrize(
    ("keys", "hangul"),
    [
        ("snflqoekf", "누리배달"),
        ("dlfrek", "읽다"),  # two finals
        ("rhkdlf", "과일"),  # two vowels
        ("RkaWkr", "깜짝"),
        ("dkswek", "앉다"),
        ("rkqtdl", "값이"),
    ],
)
def test_keys_become_hangul_and_back(keys: str, hangul: str) -> None:
    assert to_hangul(keys) == hangul
    assert to_latin(hangul) == keys


@pytest.mark.parametrize("keys", ["hello", "r", "k", "", "누리", "123", "rr"])
def test_what_makes_no_syllables(keys: str) -> None:
    assert to_hangul(keys) is None


@given(st.text(alphabet=st.characters(min_codepoint=0xAC00, max_codepoint=0xD7A3), min_size=1))
def test_any_hangul_can_be_typed(text: str) -> None:
    keys = to_latin(text)
    assert keys is not None
    assert to_hangul(keys) == text


def test_slips_hold_the_word_that_was_meant() -> None:
    for typed in ("누리배담", "누리배잘", "누리배달달", "누배리달", "누리베달"):
        assert "누리배달" in set(slips(typed))
    assert "nuri" in set(slips("nuro"))
