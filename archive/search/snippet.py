"""Cut the passage of a text that shows best why it was found, and mark the match in it.

Matching is done on the folded text; what is cut and marked is the text as it stands.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import NamedTuple

from archive.korean.hangul import fold_with_offsets
from archive.model import Passage

SNIPPET_LENGTH = 120
"""Characters of a snippet, about two lines of a terminal."""

_LEAD_IN = 24  # characters before the match, where its sentence begins further away
_SENTENCE_START = re.compile(r"(?:^|[.!?…”\"'’)\]]\s+|\n)(?=\S)")
_SPACE_RUN = re.compile(r"\s+")
_MOST_MARKS = 500  # in one text: a syllable may stand in it thousands of times


class Needle(NamedTuple):
    """A folded string to look for, and how much finding it counts. `term` groups the spellings of
    one query word, so that two of them are not worth more than one.
    """

    text: str
    weight: float
    term: int


class _Window(NamedTuple):
    """A stretch of text, where its first match stands, and what its matches weigh."""

    start: int
    end: int
    match: int
    weight: float


class _Mark(NamedTuple):
    start: int
    end: int
    weight: float
    term: int


def snippet(fields: tuple[str, ...], needles: list[Needle]) -> Passage:
    """The best passage of the first field that has a match, else the first one's beginning."""
    for text in fields:
        marks = _marks(text, needles) if text else []
        if marks:
            best = _best_window(text, marks)
            return _cut(text, best.start, best.end, marks)
    text = next((text for text in fields if text), "")
    return _cut(text, 0, _back_to_word_end(text, SNIPPET_LENGTH), [])


def passages(fields: tuple[str, ...], needles: list[Needle], most: int) -> tuple[Passage, ...]:
    """The `most` best passages that have a match, in the order of the text, none over another."""
    marked = [_marks(text, needles) if text else [] for text in fields]
    found = [
        (window, place)
        for place, text in enumerate(fields)
        for window in _windows(text, marked[place], most)
    ]
    best = sorted(found, key=lambda one: -one[0].weight)[:most]
    return tuple(
        _cut(fields[place], window.start, window.end, marked[place])
        for window, place in sorted(best, key=lambda one: (one[1], one[0].start))
    )


def _windows(text: str, marks: list[_Mark], most: int) -> list[_Window]:
    """Up to `most` stretches, best first; each takes the marks in it and leaves the rest."""
    found: list[_Window] = []
    while marks and len(found) < most:
        best = _best_window(text, marks)
        before = max((other.end for other in found if other.end <= best.match), default=0)
        after = min((other.start for other in found if other.start > best.match), default=len(text))
        best = best._replace(start=max(best.start, before), end=min(best.end, after))
        found.append(best)
        marks = [mark for mark in marks if mark.end <= best.start or mark.start >= best.end]
    return found


def _marks(text: str, needles: list[Needle]) -> list[_Mark]:
    """Where the needles stand in `text`, in order, longer ones first at one place."""
    folded, offsets = fold_with_offsets(text)
    marks: list[_Mark] = []
    for needle in needles:
        at = folded.find(needle.text)
        while at >= 0 and len(marks) < _MOST_MARKS:
            end = at + len(needle.text)
            place = (at, end) if offsets is None else (offsets[at], offsets[end])
            marks.append(_Mark(*place, needle.weight, needle.term))
            at = folded.find(needle.text, end)
    return sorted(marks, key=lambda mark: (mark.start, -mark.end))


def _best_window(text: str, marks: list[_Mark]) -> _Window:
    """The stretch of snippet length whose marks weigh most, each query word counted once."""
    starts = [mark.start for mark in marks]
    best, best_weight = 0, -1.0
    for index, mark in enumerate(marks):
        last = bisect_right(starts, mark.start + SNIPPET_LENGTH - _LEAD_IN)
        weights: dict[int, float] = {}
        for inside in marks[index:last]:
            weights[inside.term] = max(weights.get(inside.term, 0.0), inside.weight)
        if sum(weights.values()) > best_weight + 1e-9:
            best, best_weight = mark.start, sum(weights.values())
    start = _start_before(text, best)
    end = _back_to_word_end(text, start + SNIPPET_LENGTH, at_least=best + 1)
    return _Window(start, end, best, best_weight)


def _start_before(text: str, match: int) -> int:
    """The start of the match's sentence if it is near, else of a word a little before it."""
    for boundary in reversed(list(_SENTENCE_START.finditer(text, max(0, match - 60), match + 1))):
        return boundary.end()
    if match <= _LEAD_IN:
        return 0
    space = text.find(" ", match - _LEAD_IN, match)
    return space + 1 if space >= 0 else match


def _back_to_word_end(text: str, end: int, at_least: int = 1) -> int:
    if end >= len(text):
        return len(text)
    while end > at_least and not text[end].isspace():
        end -= 1
    return end if end > at_least else min(len(text), at_least + SNIPPET_LENGTH // 2)


def _cut(text: str, start: int, end: int, marks: list[_Mark]) -> Passage:
    """The stretch on one line, with an ellipsis where the text goes on."""
    spans = _merged(
        [(max(m.start, start), min(m.end, end)) for m in marks if start <= m.start < end]
    )
    pieces: list[str] = []
    highlights: list[tuple[int, int]] = []
    length = 0
    at = start
    for span_start, span_end in [*spans, (end, end)]:
        for piece, marked in ((text[at:span_start], False), (text[span_start:span_end], True)):
            flat = _SPACE_RUN.sub(" ", piece)
            if marked and flat:
                highlights.append((length, length + len(flat)))
            pieces.append(flat)
            length += len(flat)
        at = span_end
    before = "…" if text[:start].strip() else ""
    after = "…" if text[end:].strip() else ""
    shift = len(before)
    return Passage(
        before + "".join(pieces) + after,
        tuple((first + shift, last + shift) for first, last in highlights),
    )


def _merged(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    merged: list[tuple[int, int]] = []
    for start, end in spans:
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged
