"""Portals' automatic summaries, which repeat sentences of the body above it."""

from __future__ import annotations

from .sheet import Role, Sheet

_SEEN = 40  # lines of a summary and its notes; portals print three sentences


def read_summary(sheet: Sheet, start: int, stop: int) -> int:
    """Mark prose that is repeated further down behind a line of furniture; return where the body
    itself begins.

    A summary is told by its place: furniture above and below it, and the body opening with the same
    sentence.
    """
    first = _first_sentence(sheet, start, stop)
    if first is None:
        return start
    for at in range(start + 1, min(stop, start + _SEEN)):
        if sheet.kind(at) != "furniture":
            continue
        below = _next_prose(sheet, at, stop)
        if below is not None and first in sheet.lines[below].text[:400]:
            for other in range(start, below):
                if sheet.free(other):
                    note = sheet.kind(other) == "furniture"
                    role: Role = "furniture" if note else "summary"
                    sheet.mark(other, role, "본문에 되풀이되는 요약")
            return below
    return start


def _first_sentence(sheet: Sheet, start: int, stop: int) -> str | None:
    if start >= stop or sheet.kind(start) != "prose":
        return None
    text = sheet.lines[start].text[:300]
    end = text.find("다. ")
    return text if end < 0 else text[: end + 2]


def _next_prose(sheet: Sheet, at: int, stop: int) -> int | None:
    for place in range(at + 1, min(stop, at + 8)):
        if sheet.kind(place) == "prose":
            return place
    return None
