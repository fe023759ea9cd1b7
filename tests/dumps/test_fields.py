"""Dates, titles and texts of records in whatever type a corpus has them: used, or told of."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.dumps.fields import day_of
from archive.model import Dump

from .conftest import PAGE, Reading, reasons, texts


@pytest.mark.parametrize(
    ("given", "day"),
    [
        ("2025-03-05", "2025-03-05"),
        ("2025.3.5. 09:00", "2025-03-05"),
        ("2025년 3월 5일", "2025-03-05"),
        ("20250305", "2025-03-05"),
        (20250305, "2025-03-05"),
        ("202503050930", "2025-03-05"),
        (20250305093000, "2025-03-05"),
        (1741132800, "2025-03-05"),
        ("1741132800", "2025-03-05"),
        (1741132800.5, "2025-03-05"),
        (1741132800000, "2025-03-05"),
        (1741132800000000, "2025-03-05"),
        ("2025-03-05T00:00:00Z", "2025-03-05"),
        ("2025-03-05T16:30:00+00:00", "2025-03-06"),
        ("2025-03-05T23:30:00+09:00", "2025-03-05"),
        ("2025-03-05T23:30:00", "2025-03-05"),
        ("Wed, 05 Mar 2025 22:00:00 GMT", "2025-03-06"),
        ("Wed, 05 Mar 2025 22:00:00", "2025-03-05"),
        ("어제", None),
        ("2025-13-40", None),
        ("20251340", None),
        (20251340, None),
        (12, None),
        (True, None),
        (["2025-03-05"], None),
        (float("inf"), None),
        (10**400, None),
    ],
    ids=lambda value: repr(value)[:40],
)
def test_a_day_is_read_where_it_is_certain(given: object, day: str | None) -> None:
    assert day_of(given) == day


@given(st.one_of(st.text(), st.integers(), st.floats(), st.none(), st.lists(st.text())))
def test_any_value_is_a_day_or_none(value: object) -> None:
    day = day_of(value)
    assert day is None or len(day) == 10


def line(**fields: object) -> bytes:
    return json.dumps({"text": PAGE, **fields}, ensure_ascii=False).encode() + b"\n"


def test_a_date_is_made_the_day_and_its_writing_kept(read_bytes: Reading) -> None:
    (dump,) = read_bytes(line(date=20250305))
    assert isinstance(dump, Dump)
    assert dump.metadata == {"date": "2025-03-05", "date_as_given": 20250305}


@pytest.mark.parametrize("date", ["2025-03-05", "2025.03.05 09:00", "", None])
def test_a_date_that_is_plain_already_stays(read_bytes: Reading, date: object) -> None:
    (dump,) = read_bytes(line(date=date))
    assert isinstance(dump, Dump)
    assert dump.metadata == {"date": date}


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({"date": "어제"}, "날짜를 알 수 없어 날짜 없이 넣었습니다: 어제"),
        ({"date": "202503-05-06"}, "날짜를 알 수 없어 날짜 없이 넣었습니다: 202503-05-06"),
        ({"date": [2025, 3, 5]}, "날짜를 알 수 없어 날짜 없이 넣었습니다: [2025, 3, 5]"),
        ({"title": {"ko": "장터"}}, "제목이 글이 아니어서 제목 없이 넣었습니다: {'ko': '장터'}"),
    ],
)
def test_what_a_field_cannot_mean_is_told_and_the_article_goes_in(
    read_bytes: Reading, fields: dict[str, object], told: str
) -> None:
    found = read_bytes(line(**fields))
    assert (texts(found), reasons(found)) == ([PAGE], [told])
    assert isinstance(found[0], Dump)
    assert found[0].metadata == fields


def test_a_title_of_digits_and_a_text_in_paragraphs_are_taken(read_bytes: Reading) -> None:
    first, second = PAGE.splitlines()
    (dump,) = read_bytes(line(text=[first, second], title=2025))
    assert isinstance(dump, Dump)
    assert (dump.text, dump.metadata) == (f"{first}\n{second}", {"title": "2025"})


@pytest.mark.parametrize("text", [None, 7, {"ko": "글"}, ["글", 7]])
def test_a_text_that_is_none_is_refused(read_bytes: Reading, text: object) -> None:
    found = read_bytes(line(text=text))
    assert (texts(found), reasons(found)) == ([], ["`text` 칸이 없거나 글이 아닙니다"])
