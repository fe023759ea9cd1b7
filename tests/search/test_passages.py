"""Several passages of a hit: the best ones, in order, none twice, marked at their true places."""

from __future__ import annotations

import unicodedata
from typing import Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.korean.hangul import fold
from archive.search.snippet import Needle, passages

FILLER = "강가에는 갈대가 흔들리고 아이들은 연을 날리며 하루를 보냈다고 한다. " * 8
BODY = (
    f"가람시는 나루터를 고친다. {FILLER}나루터 옆에 찻집이 생긴다. {FILLER}"
    f"나루터와 찻집을 잇는 길도 낸다. {FILLER}길은 가을에 열린다."
)
NEEDLES = [Needle("나루터", 2.0, 0), Needle("찻집", 3.0, 1)]


def test_the_best_come_in_the_order_of_the_text() -> None:
    two = passages((BODY,), NEEDLES, 2)
    assert [[p.text[a:b] for a, b in p.highlights] for p in two] == [
        ["나루터", "찻집"],
        ["나루터", "찻집"],
    ]
    three = passages((BODY,), NEEDLES, 3)
    assert "고친다" in three[0].text
    assert [two[0], two[1]] == [three[1], three[2]]


def test_there_are_no_more_than_have_a_match() -> None:
    assert len(passages((BODY,), NEEDLES, 50)) == 3
    assert passages(("아무 말도 없다.",), NEEDLES, 3) == ()
    assert passages(("", BODY), [], 3) == ()


def test_every_field_is_looked_through() -> None:
    found = passages((BODY, "작은 제목", "찻집 사진"), NEEDLES, 9)
    assert [p.text for p in found][-1] == "찻집 사진"


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_marks_are_true_in_either_form(form: Literal["NFC", "NFD"]) -> None:
    body = unicodedata.normalize(form, BODY)
    for passage in passages((body,), NEEDLES, 3):
        marked = [fold(passage.text[a:b]) for a, b in passage.highlights]
        assert marked
        assert set(marked) <= {"나루터", "찻집"}


@given(
    st.lists(st.sampled_from(["나루터 ", "찻집", "가나 ", "다. ", "\n", "라" * 70]), max_size=60),
    st.integers(1, 6),
)
def test_passages_are_pieces_of_the_text_one_after_another(pieces: list[str], most: int) -> None:
    text = "".join(pieces)
    flat = " ".join(text.split())
    at = 0
    found = passages((text,), NEEDLES, most)
    assert len(found) <= most
    for passage in found:
        assert passage.highlights
        inside = " ".join(passage.text.strip("…").split())
        assert flat.find(inside, at) >= at
        at = flat.find(inside, at) + len(inside)
