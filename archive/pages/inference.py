"""When an article was published, where the page does not say: inferred, or left unknown."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date
from typing import NamedTuple

from archive.days import iso_day

from . import dates

_DAY_IN_TEXT = re.compile(
    r"(?P<n>\d(?<![\d.]\d)\d?)(?:월\s?(?P<d>\d{1,2}))?일(?![\d째간])(?:\((?P<w>[월화수목금토일])\))?"
)
_CODE = re.compile(r"(?<!\d)(?P<code>(?:19|20)\d{4,6}|\d{6})(?!\d)\s?\)?[.]?$")
_AGENCY = re.compile(
    r"(?<!\d)(?P<y>\d{4})[./]\s?(?P<m>\d{1,2})[./]\s?(?P<d>\d{1,2})[./]?\s?/\s?(?P<who>[가-힣A-Za-z0-9]{2,12})"
)
_DATED = re.compile(
    r"(?<!\d)(?P<y>(?:19|20)\d{2})[.\-/]\s?(?P<m>\d{1,2})[.\-/]\s?(?P<d>\d{1,2})(?!\d)"
)
_URL_DAY = re.compile(
    r"(?<!\d)(?P<y>(?:19|20)\d{2})[/\-]?(?P<m>[01]\d)[/\-]?(?P<d>[0-3]\d)(?=\d{0,8}(?!\d))"
)
_WEEKDAYS = "월화수목금토일"
_BODY_SEEN = 200  # paragraphs; days named further down say nothing of the day of writing


class Inference(NamedTuple):
    """An inferred day and the text that it rests on."""

    day: str
    evidence: str


def infer(
    body: Iterable[str],
    captions: Iterable[str],
    metadata: Mapping[str, object],
    page_date: str | None,
) -> Inference | None:
    """The day that the evidence singles out, or None.

    In order: an agency's dated credit, a date or a code in a caption that agrees with a day of the
    text, the address, the record's own date. No day after the fetch is taken, and from the record
    not that of the fetch itself: there it is when the page was read.
    """
    paragraphs = list(body)[:_BODY_SEEN]
    shots = list(captions)
    days = _days(paragraphs)
    for found in (
        _from_agency(shots + paragraphs[-2:] + paragraphs[:1]),
        _from_captions(shots, days),
        _from_url(metadata, days),
        _from_record(metadata, page_date),
    ):
        if found and (page_date is None or found.day <= page_date):
            return found
    return None


class _Days(NamedTuple):
    """The days a text names: number → the month and weekday beside it, and the words themselves."""

    named: dict[int, tuple[int | None, str | None, str]]

    def agree(self, day: date) -> str | None:
        """The words of the text that name this day, if they do and contradict it nowhere."""
        known = self.named.get(day.day)
        if known is None:
            return None
        month, weekday, words = known
        if month not in (None, day.month):
            return None
        if weekday is not None and _WEEKDAYS[day.weekday()] != weekday:
            return None
        return words


def _days(paragraphs: list[str]) -> _Days:
    named: dict[int, tuple[int | None, str | None, str]] = {}
    for text in paragraphs:
        if "일" not in text:
            continue
        for found in _DAY_IN_TEXT.finditer(text[:4000]):
            month = int(found["n"]) if found["d"] else None
            number = int(found["d"] or found["n"])
            if 1 <= number <= 31:
                named.setdefault(number, (month, found["w"], found[0]))
    return _Days(named)


def _from_agency(texts: list[str]) -> Inference | None:
    for text in texts:
        if "/" not in text:
            continue
        found = _AGENCY.search(text, max(0, len(text) - 400))
        day = _iso(found) if found else None
        if found and day:
            return Inference(day, found[0])
    return None


def _from_captions(captions: list[str], days: _Days) -> Inference | None:
    for caption in captions:
        dated = _DATED.search(caption[:400])
        day = _iso(dated) if dated else None
        if dated and day:
            words = days.agree(date.fromisoformat(day))
            if words or not days.named:
                return Inference(day, " · ".join(part for part in (dated[0], words) if part))
        code = _CODE.search(caption, max(0, len(caption) - 30))
        if code:
            found = _from_code(code["code"], days)
            if found:
                return found
    return None


def _from_code(code: str, days: _Days) -> Inference | None:
    """The one reading of a run of digits as a day that the text names too."""
    agreeing: dict[date, str] = {}
    for day in _readings(code):
        words = days.agree(day)
        if words:
            agreeing[day] = words
    if len(agreeing) == 1:
        ((day, words),) = agreeing.items()
        return Inference(day.isoformat(), f"{code} · {words}")
    return None


def _readings(code: str) -> Iterable[date]:
    """Every day that the digits can mean: four or two of the year, one or two of month and day."""
    for width in (4, 2):
        year, rest = code[:width], code[width:]
        if not 2 <= len(rest) <= 4 or (width == 4 and year[:2] not in ("19", "20")):
            continue
        if width == 2 and len(code) != 6:
            continue
        for size in (1, 2):
            month, day = rest[:size], rest[size:]
            if (1 <= len(day) <= 2 and month != "" and day[0] != "0") or (
                len(day) == 2 and size == 2
            ):
                if size == 2 and len(month) < 2:
                    continue
                number = int(year) + (2000 if width == 2 else 0)
                read = iso_day(number, int(month), int(day))
                if read:
                    yield date.fromisoformat(read)


def _from_url(metadata: Mapping[str, object], days: _Days) -> Inference | None:
    url = metadata.get("url")
    if not isinstance(url, str):
        return None
    found = _URL_DAY.search(url[:2000])
    day = _iso(found) if found else None
    if not found or not day:
        return None
    # Bare digits may be an article's number: they count only where the text agrees.
    separated = "/" in found[0] or "-" in found[0]
    words = days.agree(date.fromisoformat(day))
    if separated or words:
        return Inference(day, " · ".join(part for part in (found[0], words) if part))
    return None


def _from_record(metadata: Mapping[str, object], page_date: str | None) -> Inference | None:
    value = metadata.get("date")
    if not isinstance(value, str):
        return None
    day = dates.full_day(value)
    if day and day != page_date:
        return Inference(day, f"date: {value.strip()[:40]}")
    return None


def _iso(found: re.Match[str]) -> str | None:
    return iso_day(int(found["y"]), int(found["m"]), int(found["d"]))
