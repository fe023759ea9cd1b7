"""Where double quotation marks open and close, whichever glyphs a paper has for them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

_MARKS = '“”"＂„‟'
_MARK = re.compile(f"[{_MARKS}]")
_BEFORE_OPENING = frozenset(" \t\n\r\u00a0\u3000([{<‘'「『《〈△▲○◇■·…,:=/-–—")
_JOINTS = (", ", ",", " ", "·", "", "와 ", "과 ", "이며 ", "에 이어 ")  # of quotations in a row
LONGEST_QUOTE = 3000
"""Characters between two marks that can still be one quotation; beyond, a mark was lost."""
MARKS_END = 2
"""Characters after a quotation that are no words."""

# The particles that make words in quotation marks speech (인용격 조사).
QUOTING = re.compile(
    r"\s?(?:(?:이라고|라고|이라면서|라면서|이라며|라며|면서|며|고|이냐고|냐고|하(?:고|며|면서|자|는데)|이라던|라던|던)"
    r"(?:는|도|만|까지)?|이라|라)(?=[\s,.“\"’'”)…]|$|(?:말|전|밝|설|강|덧|당|약|답|물|했|하|한|해))"
)


_JOSA = "은는이가도며고서"  # behind which a mark may open without a blank: 시장은"비가 온다"
_GLUED_END = re.compile(r"(?:이?라|[은는을를의과와에]|이[나며]) ?")


class Span(NamedTuple):
    """Where the words of a quotation stand, and where its marks do."""

    start: int
    end: int
    opened: int
    closed: int


def quoted(text: str) -> list[Span]:
    """The outermost stretches in double quotation marks, in order; marks that were lost skipped."""
    if not any(mark in text for mark in _MARKS):
        return []
    marks = [(match.start(), _opens(text, match.start())) for match in _MARK.finditer(text)]
    spans: list[Span] = []
    opened: int | None = None
    number = 0
    while number < len(marks):
        at, opens = marks[number]
        if opened is None:
            opened = at if opens or _is_glued(text, at) else None
        elif opens and not _closes_anyway(text, at):
            if _is_nested(marks, number):
                number += 1
            else:
                opened = at
        else:
            _add(spans, text, opened, at)
            opened = None
        number += 1
    return spans


def row_ends(text: str, spans: Sequence[Span]) -> list[int]:
    """Where the last of the quotations ends that each stands in a row with: “비가 온다”, “춥다”."""
    ends = [span.closed for span in spans]
    for number in range(len(spans) - 2, -1, -1):
        if text[spans[number].closed : spans[number + 1].opened] in _JOINTS:
            ends[number] = ends[number + 1]
    return ends


def _opens(text: str, at: int) -> bool:
    mark = text[at]
    if mark in "“„":
        return True
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    free = not before or before in _BEFORE_OPENING
    if mark in "”‟":
        return free and bool(after.strip()) and not QUOTING.match(text, at + 1)
    return free and bool(after.strip())


def _is_glued(text: str, at: int) -> bool:
    """Whether a mark opens without a blank before it, behind a josa or a quotation: 시장은"비가."""
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    glued = text[at] == '"' and before and before in _JOSA and after.isalnum()
    return (
        bool(glued) and _GLUED_END.match(text, at + 1) is None and not QUOTING.match(text, at + 1)
    )


def _closes_anyway(text: str, at: int) -> bool:
    """Whether the opening mark at `at` stands where only a closing one can: “가자“고."""
    before = text[at - 1 : at]
    return before not in _BEFORE_OPENING and QUOTING.match(text, at + 1) is not None


def _is_nested(marks: Sequence[tuple[int, bool]], number: int) -> bool:
    """Whether the mark opens a quotation within another: both are closed before the next opens."""
    following = [opens for _, opens in marks[number + 1 : number + 3]]
    return following == [False, False]


def _add(spans: list[Span], text: str, opened: int, closing: int) -> None:
    if closing - opened > LONGEST_QUOTE:
        return
    words = text[opened + 1 : closing]
    bare = words.strip()
    if bare:
        start = opened + 1 + len(words) - len(words.lstrip())
        spans.append(Span(start, start + len(bare), opened, closing + 1))
