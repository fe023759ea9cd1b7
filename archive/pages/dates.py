"""Dates as pages print them: the day of the page, and the stamps of an article."""

from __future__ import annotations

import re
from typing import NamedTuple

from archive.days import iso_day

_DAY = r"(?P<y>\d{4})\s?[.\-/년]\s?(?P<m>\d{1,2})\s?[.\-/월]\s?(?P<d>\d{1,2})(?:일|\.)?"
_WEEKDAY = r"[(\[（]?\s?[월화수목금토일](?:요일)?\s?[)\]）]?"
_CLOCK = (
    r"(?:오전|오후|AM|PM)?\s?\(?\d{1,2}\s?[:시]\s?\d{2}"
    r"(?:\s?[:분]\s?(?:\d{2}초?)?)?\)?\s?(?:AM|PM)?"
)

_PAGE_DATE = re.compile(rf"{_DAY}\s*(?:{_WEEKDAY})?(?:\s*{_CLOCK})?$")
_HAS_WEEKDAY = re.compile(r"\d[일.]?\s*[(\[（]?\s?[월화수목금토일](?:요일)?(?:[)\]）]|\s|$)")
_HAS_CLOCK = re.compile(r"\d{1,2}\s?[:시]\s?\d{2}")
_YEARLESS = re.compile(r"\d{1,2}[./]\d{1,2}\s*[(\[]\s?[월화수목금토일]\s?[)\]]$")

# The words that stand before or behind the time an article was written, registered or changed.
_FIRST = (
    "등록|승인|입력|송고|작성일시|작성일자|작성일|기사입력|게재|게시일|게시|발행일|발행|보도일시|보도|"
    "기사승인|기사등록|최초입력|최초등록|작성|배포일|등록일시|등록일자|등록일|날짜|일시|date|posted|"
    "published|written|time"
)
_LATER = "수정|최종수정|최종 수정|최종업데이트|최종 업데이트|업데이트|변경|updated|modified"
_LABEL = re.compile(
    rf"(?:(?P<first>{_FIRST})|(?P<later>{_LATER}))\s?(?:일시|시간|일자|일)?\s?[:：|]?\s*(?=[\d'(‘])",
    re.IGNORECASE,
)
_FULL = re.compile(_DAY)
_SHORT_YEAR = re.compile(r"['‘]?(?P<y>\d{2})[.\-/](?P<m>\d{1,2})[.\-/](?P<d>\d{1,2})(?!\d)")
_TRAILING = re.compile(r"\s*(?:송고|입력|등록|승인|작성|게시|기사입력)\b")
_BARE = re.compile(rf"\(?{_DAY}\s*(?:{_WEEKDAY})?\s*(?:{_CLOCK})?\)?(?P<rest>.*)$")

_DAYLIKE = re.compile(r"\d\s?[.\-/년]\s?\d")
# A stamp is a line of its own: longer lines that hold a date are prose.
_LONGEST_STAMP = 110


class Stamp(NamedTuple):
    """A printed time of an article: the ISO day, and whether it tells of a later change."""

    day: str
    later: bool


def may_tell_a_day(text: str) -> bool:
    """Whether the text has digits parted as in a date: a cheap question before the dear ones."""
    return _DAYLIKE.search(text) is not None


def page_date(text: str) -> str | None:
    """The day a line consists of (`2025.07.08 (화)`), weekday and clock allowed, nothing else."""
    if len(text) > 40 or not text[0].isdigit():
        return None
    found = _PAGE_DATE.match(text)
    return _day_of(found) if found else None


def has_weekday(text: str) -> bool:
    """Whether a date line names the weekday: only the day of the page does."""
    return _HAS_WEEKDAY.search(text) is not None


def is_yearless_date(text: str) -> bool:
    """Whether the line is a portal's date without a year (`10.07 (토)`)."""
    return len(text) < 16 and _YEARLESS.match(text) is not None


def stamp(text: str) -> Stamp | None:
    """The time that a line of its own states for an article; the first registration wins over a
    later change.
    """
    if len(text) > _LONGEST_STAMP or not _DAYLIKE.search(text):
        return None
    later: Stamp | None = None
    for label in _LABEL.finditer(text):
        day = _day_after(text, label.end(), label["first"] or "")
        if day and label["first"]:
            return Stamp(day, later=False)
        if day and later is None:
            later = Stamp(day, later=True)
    return _bare_stamp(text) or later


def is_labelled(text: str) -> bool:
    """Whether the day stands behind a word such as 등록 or 입력."""
    return _LABEL.search(text) is not None


def has_clock(text: str) -> bool:
    """Whether a time of day stands with the day."""
    return _HAS_CLOCK.search(text) is not None


def date_prefix(text: str) -> tuple[str, int] | None:
    """The day of a `date 2011-03-02 HEADLINE` line, and where the headline begins."""
    found = _DATE_PREFIX.match(text)
    day = _day_of(found) if found else None
    return (day, found.end()) if found and day else None


_DATE_PREFIX = re.compile(rf"(?:date|Date|DATE)\s+{_DAY}\s+")


def full_day(text: str) -> str | None:
    """The ISO day that a metadata value or a stretch of text begins with, or None."""
    found = _FULL.match(text.strip()[:40])
    return _day_of(found) if found else None


def _bare_stamp(text: str) -> Stamp | None:
    found = _BARE.match(text)
    if not found:
        return None
    day = _day_of(found)
    rest = found["rest"].strip()
    if day and (len(rest) <= 40 and not rest.endswith(("다.", "요."))):
        return Stamp(day, later=False)
    return None


def _day_after(text: str, at: int, label: str) -> str | None:
    found = _FULL.match(text, at)
    if found:
        return _day_of(found)
    short = _SHORT_YEAR.match(text, at)
    if short and label:
        # Boards print two digits; a newspaper's web page cannot be older than the web itself.
        century = 1900 if int(short["y"]) >= 90 else 2000
        return iso_day(century + int(short["y"]), int(short["m"]), int(short["d"]))
    return None


def _day_of(found: re.Match[str]) -> str | None:
    return iso_day(int(found["y"]), int(found["m"]), int(found["d"]))
