"""Folding, jamo and initial consonants."""

from __future__ import annotations

from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.korean.hangul import (
    fold,
    fold_with_offsets,
    initials,
    jamo,
    join_syllable,
    split_syllable,
)

SYLLABLES = st.characters(min_codepoint=0xAC00, max_codepoint=0xD7A3)


@given(SYLLABLES)
def test_a_syllable_is_the_sum_of_its_jamo(syllable: str) -> None:
    assert join_syllable(*split_syllable(syllable)) == syllable


@given(st.text())
def test_folding_forgets_form_and_case_and_nothing_twice(text: str) -> None:
    assert fold(fold(text)) == fold(text)
    assert fold(normalize("NFD", text)) == fold(text)


@given(st.text(alphabet="가람각é다 LGlg1.（"))
def test_offsets_lead_back_to_the_text(text: str) -> None:
    decomposed = normalize("NFD", text)
    folded, offsets = fold_with_offsets(decomposed)
    assert folded == fold(text)
    places = offsets or list(range(len(decomposed) + 1))
    for at, character in enumerate(folded):
        assert fold(decomposed[places[at] : places[at + 1]]) == character


@pytest.mark.parametrize(
    ("text", "consonants", "letters"),
    [("가람시", "ㄱㄹㅅ", "ㄱㅏㄹㅏㅁㅅㅣ"), ("LG 값", "LG ㄱ", "LG ㄱㅏㅄ"), ("", "", "")],
)
def test_initials_and_jamo(text: str, consonants: str, letters: str) -> None:
    assert initials(text) == consonants
    assert jamo(text) == letters
