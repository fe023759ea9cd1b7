"""A date as people write it becomes a period of whole days.

`2025-07`, `20250708`, `2025년 7월 8일`, `지난주`, `last week`, `7d` and `2025-01..2025-03` all do.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from archive.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Callable

ACCEPTED = (
    "2025-07-08, 2025.07.08 (화), 20250708, 2025년 7월 8일, 7월 8일, 2025-07, 2025, "
    "2025-01..2025-03, today·yesterday·오늘·어제·그제·3일 전, "
    "이번주·지난주·이번달·지난달·올해·작년, "
    "7d·2w·3m·1y (최근 N일·주·달·해)"
)

_DAY = timedelta(days=1)
_CALENDAR = re.compile(
    r"(?P<year>\d{4})"
    r"(?:(?P<compact_month>\d\d)(?P<compact_day>\d\d)"
    r"|년?(?:(?:[-./]|(?<=년))(?P<month>\d{1,2})월?"
    r"(?:(?:[-./]|(?<=월))(?P<day>\d{1,2})일?)?)?)\.?"
)
_YEARLESS = re.compile(r"(?P<month>\d{1,2})월(?P<day>\d{1,2})일")
_WEEKDAY = re.compile(r"\([월화수목금토일](?:요일)?\)$|[월화수목금토일]요일$")
_RECENT = re.compile(
    r"(?:최근|지난|last|past)?(?P<count>\d{1,6})"
    r"(?P<unit>days?|d|일간?|weeks?|w|주일?간?|months?|m|개월간?|달간?|years?|y|년간)"
)
_AGO = re.compile(
    r"(?P<count>\d{1,6})(?P<unit>days?|일|weeks?|주일?|months?|개월|달|years?|년)(?:전|ago)"
)
_UNIT_LETTERS = {"일": "d", "주": "w", "개": "m", "달": "m", "년": "y"}
_RANGE = re.compile(r"\.\.+|~")


@dataclass(frozen=True, slots=True)
class Period:
    """Whole days from `since` to `until`, both inclusive ISO days; None is an open end."""

    since: str | None
    until: str | None


def parse_period(text: str, *, today: date | None = None) -> Period:
    """The days that `text` means; weeks begin on Monday (ISO 8601).

    `7d` is seven days that end today, today included; `3m` and `1y` go back by the calendar. A day
    without a year is the latest one that is not to come; the day of the week is not looked at.
    `A..B` runs from the first day of A to the last of B; either may be left out. Raises
    `UsageError`, which shows the accepted forms, where the text means no day that exists.
    """
    now = today or datetime.now().astimezone().date()
    cleaned = re.sub(r"[\s_]+", "", unicodedata.normalize("NFKC", text).lower())
    ends = _RANGE.split(cleaned)
    try:
        if len(ends) == 1:
            since, until = _days(cleaned, now)
            return Period(since.isoformat(), until.isoformat())
        return _range(ends, now)
    except (ValueError, OverflowError):
        raise UsageError(
            f"알 수 없는 날짜입니다: {text!r}", "", f"쓸 수 있는 꼴: {ACCEPTED}"
        ) from None


def range_ends(text: str) -> tuple[str, str] | None:
    """The two ends of a range as they are typed, either of them perhaps empty; None for a text that
    is no range, as 2025-03 and 7d are none.
    """
    ends = _RANGE.split(unicodedata.normalize("NFKC", text))
    return (ends[0].strip(), ends[1].strip()) if len(ends) == 2 else None


def _range(ends: list[str], today: date) -> Period:
    if len(ends) != 2 or not any(ends):
        raise ValueError
    since = _days(ends[0], today)[0].isoformat() if ends[0] else None
    until = _days(ends[1], today)[1].isoformat() if ends[1] else None
    if since and until and since > until:
        raise ValueError
    return Period(since, until)


def _days(cleaned: str, today: date) -> tuple[date, date]:
    spoken = _SPOKEN.get(cleaned.replace("-", ""))
    if spoken:
        return spoken(today)
    recent = _RECENT.fullmatch(cleaned)
    if recent:
        return _recent(int(recent["count"]), recent["unit"], today)
    ago = _AGO.fullmatch(cleaned)
    if ago:
        day = _before(int(ago["count"]), ago["unit"], today)
        return day, day
    dated = _WEEKDAY.sub("", cleaned)
    yearless = _YEARLESS.fullmatch(dated)
    if yearless:
        day = _latest(int(yearless["month"]), int(yearless["day"]), today)
        return day, day
    calendar = _CALENDAR.fullmatch(dated)
    if not calendar:
        raise ValueError
    return _calendar(calendar)


def _calendar(match: re.Match[str]) -> tuple[date, date]:
    year = int(match["year"])
    month = match["compact_month"] or match["month"]
    day = match["compact_day"] or match["day"]
    if not month:
        return _year(year)
    if not day:
        return _month(year, int(month))
    exact = date(year, int(month), int(day))
    return exact, exact


def _recent(count: int, unit: str, today: date) -> tuple[date, date]:
    if not count:
        raise ValueError
    return _before(count, unit, today) + _DAY, today


def _before(count: int, unit: str, today: date) -> date:
    """The day so many days, weeks, months or years before today."""
    letter = _UNIT_LETTERS.get(unit[0], unit[0])
    if letter in {"d", "w"}:
        return today - timedelta(days=count * (7 if letter == "w" else 1))
    return _months_before(today, count * (12 if letter == "y" else 1))


def _latest(month: int, day: int, today: date) -> date:
    """The latest such day up to today; the 29th of February is sought in eight years."""
    for year in range(today.year, today.year - 9, -1):
        try:
            found = date(year, month, day)
        except ValueError:
            continue
        if found <= today:
            return found
    raise ValueError


def _months_before(day: date, count: int) -> date:
    """The same day of the month `count` months earlier, or the last day of a shorter month."""
    year, month = divmod(day.year * 12 + day.month - 1 - count, 12)
    last = _month(year, month + 1)[1]
    return last.replace(day=min(day.day, last.day))


def _year(year: int) -> tuple[date, date]:
    return date(year, 1, 1), date(year, 12, 31)


def _month(year: int, month: int) -> tuple[date, date]:
    first = date(year, month, 1)
    if month == 12:
        return first, date(year, 12, 31)
    return first, date(year, month + 1, 1) - _DAY


def _day_back(count: int) -> Callable[[date], tuple[date, date]]:
    def days(today: date) -> tuple[date, date]:
        day = today - timedelta(days=count)
        return day, day

    return days


def _week_back(count: int) -> Callable[[date], tuple[date, date]]:
    def days(today: date) -> tuple[date, date]:
        monday = today - timedelta(days=today.weekday() + 7 * count)
        return monday, monday + timedelta(days=6)

    return days


def _month_back(count: int) -> Callable[[date], tuple[date, date]]:
    def days(today: date) -> tuple[date, date]:
        month = _months_before(today.replace(day=1), count)
        return _month(month.year, month.month)

    return days


def _year_back(count: int) -> Callable[[date], tuple[date, date]]:
    return lambda today: _year(today.year - count)


_SPOKEN: dict[str, Callable[[date], tuple[date, date]]] = {
    word: days
    for words, days in (
        ("today 오늘", _day_back(0)),
        ("yesterday 어제", _day_back(1)),
        ("그제 그저께 엊그제", _day_back(2)),
        ("thisweek 이번주 금주", _week_back(0)),
        ("lastweek 지난주 저번주", _week_back(1)),
        ("thismonth 이번달 이달", _month_back(0)),
        ("lastmonth 지난달 저번달", _month_back(1)),
        ("thisyear 올해 금년", _year_back(0)),
        ("lastyear 작년 지난해", _year_back(1)),
        ("재작년 지지난해", _year_back(2)),
    )
    for word in words.split()
}
