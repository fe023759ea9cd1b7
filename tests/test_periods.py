"""Dates as people write them, with today frozen."""

from __future__ import annotations

from datetime import date
from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.errors import UsageError
from archive.periods import Period, parse_period

TODAY = date(2025, 7, 9)  # a Wednesday

FORMS = [
    ("2025-07-08", "2025-07-08", "2025-07-08"),
    ("2025.07.08", "2025-07-08", "2025-07-08"),
    ("2025. 7. 8.", "2025-07-08", "2025-07-08"),
    ("2025/7/8", "2025-07-08", "2025-07-08"),
    ("20250708", "2025-07-08", "2025-07-08"),
    ("2025.08.12 (화)", "2025-08-12", "2025-08-12"),
    ("2025년 8월 12일 화요일", "2025-08-12", "2025-08-12"),
    ("7월 8일", "2025-07-08", "2025-07-08"),
    ("7월 9일(수)", "2025-07-09", "2025-07-09"),
    ("7월 10일", "2024-07-10", "2024-07-10"),
    ("2월 29일", "2024-02-29", "2024-02-29"),
    ("3일 전", "2025-07-06", "2025-07-06"),
    ("2주 전", "2025-06-25", "2025-06-25"),
    ("1년 전", "2024-07-09", "2024-07-09"),
    ("3 days ago", "2025-07-06", "2025-07-06"),
    ("3일 전..어제", "2025-07-06", "2025-07-08"),
    ("2025년 7월 8일", "2025-07-08", "2025-07-08"),
    ("2025-07", "2025-07-01", "2025-07-31"),
    ("2025년 2월", "2025-02-01", "2025-02-28"),
    ("2024-02", "2024-02-01", "2024-02-29"),
    ("2025-12", "2025-12-01", "2025-12-31"),
    ("2025", "2025-01-01", "2025-12-31"),
    ("2025년", "2025-01-01", "2025-12-31"),
    ("9999", "9999-01-01", "9999-12-31"),
    ("today", "2025-07-09", "2025-07-09"),
    (" Yesterday ", "2025-07-08", "2025-07-08"),
    ("오늘", "2025-07-09", "2025-07-09"),
    ("어제", "2025-07-08", "2025-07-08"),
    ("그제", "2025-07-07", "2025-07-07"),
    ("이번주", "2025-07-07", "2025-07-13"),
    ("이번 주", "2025-07-07", "2025-07-13"),
    ("지난주", "2025-06-30", "2025-07-06"),
    ("last week", "2025-06-30", "2025-07-06"),
    ("last-week", "2025-06-30", "2025-07-06"),
    ("이번달", "2025-07-01", "2025-07-31"),
    ("지난달", "2025-06-01", "2025-06-30"),
    ("last month", "2025-06-01", "2025-06-30"),
    ("올해", "2025-01-01", "2025-12-31"),
    ("작년", "2024-01-01", "2024-12-31"),
    ("last year", "2024-01-01", "2024-12-31"),
    ("1d", "2025-07-09", "2025-07-09"),
    ("7d", "2025-07-03", "2025-07-09"),
    ("2w", "2025-06-26", "2025-07-09"),
    ("3m", "2025-04-10", "2025-07-09"),
    ("1y", "2024-07-10", "2025-07-09"),
    ("최근 7일", "2025-07-03", "2025-07-09"),
    ("last 7 days", "2025-07-03", "2025-07-09"),
    ("3개월", "2025-04-10", "2025-07-09"),
    ("２０２５－０７", "2025-07-01", "2025-07-31"),
    ("2025-01..2025-03", "2025-01-01", "2025-03-31"),
    ("2025-01-05~어제", "2025-01-05", "2025-07-08"),
    ("2025-06..", "2025-06-01", None),
    ("..2025-06", None, "2025-06-30"),
]


@pytest.mark.parametrize(("text", "since", "until"), FORMS)
def test_every_accepted_form(text: str, since: str, until: str) -> None:
    assert parse_period(text, today=TODAY) == Period(since, until)


def test_a_month_back_from_the_31st_stays_in_the_shorter_month() -> None:
    assert parse_period("1m", today=date(2025, 3, 31)) == Period("2025-03-01", "2025-03-31")
    assert parse_period("지난달", today=date(2025, 1, 31)) == Period("2024-12-01", "2024-12-31")


@pytest.mark.parametrize(
    "text",
    [
        "2025-13-40",
        "2025-02-30",
        "20250230",
        "0000",
        "2025-00",
        "2025-7-",
        "",
        "..",
        "지난 세기",
        "99999999",
        "0d",
        "999999y",
        "999999w",
        "2025-03..2025-01",
        "1..2..3",
        "2025년13월",
        "13월 8일",
        "2월 30일",
        "7월 8",
        "99999년 전",
    ],
)
def test_impossible_dates_show_the_accepted_forms(text: str) -> None:
    with pytest.raises(UsageError) as refused:
        parse_period(text, today=TODAY)
    assert repr(text) in refused.value.what
    assert "2025-07-08" in refused.value.mend


def test_nfd_is_read_like_nfc() -> None:
    assert parse_period(normalize("NFD", "어제"), today=TODAY).since == "2025-07-08"


@given(st.dates(), st.sampled_from(["%Y-%m-%d", "%Y.%m.%d", "%Y%m%d", "%Y년 %m월 %d일"]))
def test_every_day_there_is_reads_back(day: date, form: str) -> None:
    iso = day.isoformat()
    year, month, number = iso.split("-")
    text = form.replace("%Y", year).replace("%m", month).replace("%d", number)
    assert parse_period(text, today=TODAY) == Period(iso, iso)


@given(st.text())
def test_no_text_raises_anything_but_a_usage_error(text: str) -> None:
    try:
        period = parse_period(text, today=TODAY)
    except UsageError:
        return
    assert period.since or period.until
