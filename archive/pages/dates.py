"""Dates as pages print them: the day of the page, and the stamps of an article."""

from __future__ import annotations

import re
from typing import NamedTuple

from archive.days import iso_day

_DAY = r"(?P<y>\d{4})\s?[.\-/년]\s?(?P<m>\d{1,2})\s?[.\-/월]\s?(?P<d>\d{1,2})(?:일|\.)?"
_WEEKDAY = r"[(\[（]?\s?[월화수목금토일](?:요일)?\s?[)\]）]?"
_CLOCK = (
    r"(?:오전|오후|AM|PM)?\s?[(\[]?\d{1,2}\s?[:시]\s?\d{2}"
    r"(?:\s?[:분]\s?(?:\d{2}초?)?)?[)\]]?\s?(?:AM|PM)?"
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
# `2010/11/18 21:01 송고`: the word behind the time, each time of the line with its own.
_BEHIND = re.compile(
    rf"[\[(<〈]?\s?{_DAY}\s*(?:{_WEEKDAY})?\s*(?P<clock>{_CLOCK})?\s*"
    r"(?P<label>(?:기사|최초)?\s?(?:송고|입력|승인|등록|작성|게시|게재)|"
    r"(?:최종\s?)?(?:수정|업데이트|변경))(?:됨|함)?[\])>〉]?\s*(?:[|/·,ㅣ]\s*)?",
    re.IGNORECASE,
)
# The words that stand with an article's time even below its end, where other times are near: of
# comments, of the weather, of the paper's own registration.
_FOOT = re.compile(
    r"(?:[^\d.!?]{0,24}기자\s?[|ㅣ]?\s*)?[\[(<〈]?"
    r"(?P<label>(?:기사|최초)?\s?(?:송고|입력|승인|등록)|(?:최종\s?)?수정)(?:일시|시간)?"
    rf"\s?[:：|]?\s*{_DAY}\s*(?:{_WEEKDAY})?\s*(?P<clock>{_CLOCK})?",
    re.IGNORECASE,
)
_OF_ARTICLES = ("송고", "입력", "승인", "등록", "수정")
_OF_WEATHER = re.compile(r"기준|발표|예보|관측|현재")
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
    behind = [one.stamp for one in _behind(text)]
    if behind:
        return next((one for one in behind if not one.later), behind[0])
    later: Stamp | None = None
    for label in _LABEL.finditer(text):
        day = _day_after(text, label.end(), label["first"] or "")
        if day and label["first"]:
            return Stamp(day, later=False)
        if day and later is None:
            later = Stamp(day, later=True)
    return _bare_stamp(text) or later


def is_labelled(text: str) -> bool:
    """Whether a word such as 등록 or 입력 stands before the day, or behind it."""
    return _LABEL.search(text) is not None or bool(_behind(text))


def is_labelled_behind(text: str) -> bool:
    """Whether the line consists of days with a word such as 송고 or 입력 behind each."""
    return bool(_behind(text))


def tells_a_step(text: str) -> bool:
    """Whether the words behind the day (`2025.3.5 승인`) are used of more than articles: only 송고
    and what names the 기사 are not.
    """
    return not all("송고" in one.label or "기사" in one.label for one in _behind(text))


def foot_stamp(text: str, *, timed: bool = True) -> Stamp | None:
    """The time that a line below the end of an article states for it, or None: the label opens or
    closes the line and is one that comments, weather and mastheads do not use. Where `timed`, a
    label that is not an article's alone needs a time of day beside it.
    """
    if len(text) > _LONGEST_STAMP or not _DAYLIKE.search(text) or _OF_WEATHER.search(text):
        return None
    behind = _behind(text)
    if behind:
        own = all(
            one.label.endswith(_OF_ARTICLES) and (one.timed or not timed or _is_plain(one.label))
            for one in behind
        )
        return stamp(text) if own else None
    found = _FOOT.match(text)
    if found and (found["clock"] or not timed or _is_plain(found["label"])):
        return stamp(text)
    return None


def _is_plain(label: str) -> bool:
    """Whether the label dates an article even without a time of day."""
    return label.endswith(("송고", "입력", "승인")) or label.startswith("기사")


def stamp_at_end(text: str) -> int:
    """Where a stamp begins that closes a copyright line (`<저작권자 …> 2010/11/18 21:01 송고`); 0
    where none does.
    """
    if not text.endswith(_OF_ARTICLES):
        return 0
    for day in _FULL.finditer(text):
        if day.start() and foot_stamp(text[day.start() :]):
            return day.start()
    return 0


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


class _Behind(NamedTuple):
    """A time, the word behind it, and whether a time of day is part of it."""

    stamp: Stamp
    label: str
    timed: bool


def _behind(text: str) -> list[_Behind]:
    """The times of a line that consists of times with a label behind each; nothing for any other
    line.
    """
    found: list[_Behind] = []
    at = 0
    while at < len(text):
        one = _BEHIND.match(text, at)
        day = _day_of(one) if one else None
        if not one or not day:
            return []
        label = one["label"]
        later = label.endswith(("수정", "업데이트", "변경"))
        found.append(_Behind(Stamp(day, later=later), label, bool(one["clock"])))
        at = one.end()
    return found


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
