"""Bodies whose sentences were broken into short lines, as local broadcasters print them."""

from __future__ import annotations

from .shapes import ends_sentence
from .sheet import Sheet

_LONGEST = 48
_SHORTEST_RUN = 5
_FEWEST_BROKEN = 3  # one or two lines without a full stop are headings among short sentences
_NARROWEST = 9  # on the average; narrower lines are a menu
_MARKS = frozenset("○□■◇-▲△▶※•·●◆☞")


def find_wraps(sheet: Sheet, start: int) -> dict[int, int]:
    """Every run of five or more short lines without a blank between them that reads as wrapped
    sentences: its first line, and the line behind its last.
    """
    found: dict[int, int] = {}
    at = start
    while at < len(sheet):
        last = at + 1
        if _may_wrap(sheet, at):
            while last < len(sheet) and sheet.lines[last].gap == 0 and _may_wrap(sheet, last):
                last += 1
            if last - at >= _SHORTEST_RUN and _reads_as_wrapped(sheet, at, last):
                found[at] = last
        at = last
    return found


def join_wrapped(sheet: Sheet, first: int, last: int, item: int) -> None:
    """Join the lines of a run into paragraphs, each closing where a line closes a sentence."""
    opening = first
    for at in range(first, last):
        if ends_sentence(sheet.lines[at].text) or at == last - 1:
            sheet.join(opening, at, "짧게 끊긴 줄을 이음", item)
            opening = at + 1


def _may_wrap(sheet: Sheet, at: int) -> bool:
    return (
        sheet.free(at)
        and len(sheet.lines[at].text) <= _LONGEST
        and sheet.kind(at) in ("short", "prose")
    )


def _reads_as_wrapped(sheet: Sheet, first: int, last: int) -> bool:
    texts = [line.text for line in sheet.lines[first:last]]
    marked = sum(text[0] in _MARKS for text in texts)
    closed = sum(ends_sentence(text) for text in texts)
    stops = sum("다. " in text or ends_sentence(text) for text in texts)
    width = sum(map(len, texts)) / len(texts)
    broken = len(texts) - closed
    return (
        marked * 4 < len(texts)
        and stops >= 1
        and broken >= _FEWEST_BROKEN
        and closed * 3 < len(texts) * 2
        and width >= _NARROWEST
    )
