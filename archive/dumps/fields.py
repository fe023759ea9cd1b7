"""A record's fields as the rest of us reads them: a day, a title and a text, each where certain.

What cannot be understood is left as it came and told in a note: never dropped in silence.
"""

from __future__ import annotations

import re
from datetime import datetime, timedelta, timezone
from email.utils import parsedate_to_datetime
from typing import Any, Final, cast

from archive.days import iso_day

KOREA: Final = timezone(timedelta(hours=9))
"""Where a moment is a day: the papers' own time, without summer time since 1988."""

AS_GIVEN: Final = "date_as_given"
"""The field that keeps a date whose writing was changed."""

_WRITTEN = re.compile(r"\d{4}\s?[.\-/년]\s?\d{1,2}\s?[.\-/월]\s?\d{1,2}")
_MOMENT = re.compile(r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d\S*(?:Z|[+-]\d\d:?\d\d)$")
_ISO_DAY = re.compile(r"(?:19[5-9]\d|20\d\d)-(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d|2[0-8])$")
"""What needs no more looking at: most dates of most corpora."""

_DIGITS = re.compile(r"\d+(?:\.\d+)?$")
_CALENDAR: Final = (8, 12, 14)
"""Digits of YYYYMMDD, with hours and minutes, with seconds."""

_FIRST_SECOND: Final = 631_152_000
"""1990: no epoch time of an article is earlier, and no YYYYMMDD as large."""

_LAST_SECOND: Final = 4_102_444_800
_LARGEST: Final = _LAST_SECOND * 10**9
_SHOWN: Final = 40


def settle(record: dict[str, Any]) -> list[str]:
    """Make `date`, `title` and `text` of a record what they are meant to be; notes on the others.

    A date of digits, of seconds or milliseconds since 1970, or with a time zone becomes the ISO day
    in Korea; the writing is kept beside it.
    """
    notes = [*_settle_date(record), *_settle_title(record)]
    text = record.get("text")
    if isinstance(text, list) and all(isinstance(part, str) for part in text):
        record["text"] = "\n".join(cast("list[str]", text))
    return notes


def day_of(value: object) -> str | None:
    """The ISO day in Korea that a field states, or None where that is not certain."""
    if isinstance(value, int | float) and not isinstance(value, bool):
        return _day_of_number(value)
    return _day_of_text(value.strip()) if isinstance(value, str) else None


def _settle_date(record: dict[str, Any]) -> list[str]:
    given = record.get("date")
    if given is None or (isinstance(given, str) and (not given.strip() or _ISO_DAY.match(given))):
        return []
    day = day_of(given)
    if day is None:
        return [f"날짜를 알 수 없어 날짜 없이 넣었습니다: {str(given)[:_SHOWN]}"]
    if not isinstance(given, str) or not _WRITTEN.match(given.strip()) or _MOMENT.match(given):
        record["date"], record[AS_GIVEN] = day, given
    return []


def _settle_title(record: dict[str, Any]) -> list[str]:
    title = record.get("title")
    if title is None or isinstance(title, str):
        return []
    if isinstance(title, int | float) and not isinstance(title, bool):
        record["title"] = str(title)
        return []
    return [f"제목이 글이 아니어서 제목 없이 넣었습니다: {str(title)[:_SHOWN]}"]


def _day_of_number(number: float) -> str | None:
    if not 0 < number < _LARGEST:
        return None
    return _day_of_digits(f"{number:.3f}".removesuffix(".000"))


def _day_of_text(text: str) -> str | None:
    if _DIGITS.match(text):
        return _day_of_digits(text)
    if _MOMENT.match(text):
        return _day_of_moment(text)
    if written := _WRITTEN.match(text):
        return iso_day(*map(int, re.findall(r"\d+", written.group())))
    return _day_of_mail(text)


def _day_of_digits(digits: str) -> str | None:
    if len(digits) in _CALENDAR and digits.isdigit():
        day = iso_day(int(digits[:4]), int(digits[4:6]), int(digits[6:8]))
        if day is not None:
            return day
    seconds = float(digits)
    for _ in ("seconds", "milliseconds", "microseconds", "nanoseconds"):
        if _FIRST_SECOND <= seconds < _LAST_SECOND:
            return datetime.fromtimestamp(seconds, KOREA).date().isoformat()
        seconds /= 1000
    return None


def _day_of_moment(text: str) -> str | None:
    try:
        return datetime.fromisoformat(text).astimezone(KOREA).date().isoformat()
    except (ValueError, OverflowError):
        return iso_day(int(text[:4]), int(text[5:7]), int(text[8:10]))


def _day_of_mail(text: str) -> str | None:
    """As mail and RSS write it: `Wed, 05 Mar 2025 09:00:00 +0900` (RFC 5322)."""
    try:
        moment = parsedate_to_datetime(text)
        local = moment.astimezone(KOREA) if moment.tzinfo else moment
        return local.date().isoformat()
    except (ValueError, OverflowError, TypeError, IndexError):
        return None
