"""The body of an article, line by line, and where it ends."""

from __future__ import annotations

from . import captions, dates, foot, furniture
from .bylines import inline_credits, opens_with_byline
from .shapes import ends_sentence, is_cut
from .sheet import Kind, Role, Sheet
from .teasers import TEASER_TEXT
from .wraps import join_wrapped

# Blank lines that sites leave between an article and its boxes: paragraphs have one or two.
_WIDE_GAP = 4
# Paragraphs whose blank lines tell what is usual on the page.
_GAPS_SEEN = 25


def read_body(sheet: Sheet, start: int, stop: int, item: int) -> int:
    """Mark the body that begins at `start`; return the index of the line behind the article."""
    at = start
    gaps: list[int] = []
    signed = False
    seen = False
    while at < stop:
        if at in sheet.wraps:
            join_wrapped(sheet, at, sheet.wraps[at], item)
            at, seen = sheet.wraps[at], True
            continue
        if sheet.kind(at) == "rights" or (not seen and _no_body_follows(sheet, at, stop)):
            return at
        if seen and _ends_here(sheet, at, stop, gaps, signed=signed):
            return at
        if sheet.free(at):
            role = _mark(sheet, at, item, seen=seen)
            signed = signed or (role == "byline" and seen)
            if role == "body":
                if seen and len(gaps) < _GAPS_SEEN:
                    gaps.append(sheet.lines[at].gap)
                seen = True
        at += 1
    return stop


def _ends_here(sheet: Sheet, at: int, stop: int, gaps: list[int], *, signed: bool) -> bool:
    kind = sheet.kind(at)
    if kind == "more":
        return True
    if kind == "end":
        return furniture.is_certain_end(sheet.lines[at].words) or not _goes_on(
            sheet, at, stop, gaps
        )
    line = sheet.lines[at]
    if kind == "label" and (line.gap > 0 or _more_follows(sheet, at, stop)):
        return True
    if kind == "short" and _more_follows(sheet, at, stop):
        return len(line.text) <= 30
    if kind in ("short", "caption", "prose"):
        usual = sorted(gaps)[len(gaps) // 2] if gaps else 1
        wide = line.gap >= max(_WIDE_GAP, usual + 1)
        if (wide or signed) and _teaser_begins(sheet, at, stop, wide=wide):
            return True
    return False


def _goes_on(sheet: Sheet, at: int, stop: int, gaps: list[int]) -> bool:
    """Whether finished prose follows as closely as paragraphs of this body follow each other."""
    below = at + 1
    if below >= stop or sheet.kind(below) != "prose":
        return False
    usual = sorted(gaps)[len(gaps) // 2] if gaps else 1
    return sheet.lines[below].gap <= usual and ends_sentence(sheet.lines[below].text)


def _no_body_follows(sheet: Sheet, at: int, stop: int) -> bool:
    """Whether a box or a banner stands where the body should begin, and no prose right below it:
    photographs have no body.
    """
    if sheet.kind(at) not in ("end", "more", "label"):
        return False
    for below in range(at + 1, min(stop, at + 4)):
        if sheet.kind(below) == "prose":
            return is_cut(sheet.lines[below].text)
        if sheet.kind(below) in ("short", "more"):
            return True
    return True


def _more_follows(sheet: Sheet, at: int, stop: int) -> bool:
    """Whether `더보기` stands right below, so that this line is the label of a box."""
    return at + 1 < stop and sheet.kind(at + 1) == "more" and sheet.lines[at + 1].gap <= 2


def _teaser_begins(sheet: Sheet, at: int, stop: int, *, wide: bool) -> bool:
    """Whether another article's headline with cut text, or both on one line, begin here."""
    line = sheet.lines[at]
    if sheet.kind(at) == "short" and not line.bullet:
        if at + 1 >= stop:
            return wide
        below = sheet.lines[at + 1]
        if below.gap == 0 and len(below.text) >= TEASER_TEXT:
            return is_cut(below.text) or line.gap >= 8 or _pairs_follow(sheet, at, stop)
        return wide and line.gap >= 8 and sheet.kind(at + 1) != "prose"
    return wide and len(line.text) >= 60 and is_cut(line.text)


def _pairs_follow(sheet: Sheet, at: int, stop: int) -> bool:
    """Whether headline and text alternate from here on."""
    return (
        at + 3 < stop
        and sheet.kind(at + 2) == "short"
        and sheet.lines[at + 3].gap == 0
        and len(sheet.lines[at + 3].text) >= TEASER_TEXT
    )


def _mark(sheet: Sheet, at: int, item: int, *, seen: bool) -> Role:
    """Read one line of the body, or a line that stands inside it; `seen` after its first prose."""
    role, cue = _role(sheet, at, seen=seen)
    sheet.mark(at, role, cue, item)
    return role


def _role(sheet: Sheet, at: int, *, seen: bool) -> tuple[Role, str]:
    kind = sheet.kind(at)
    words = sheet.lines[at].words
    if kind == "stamp" and seen:
        if not _is_stamp(sheet, at):
            kind = "short"
        elif foot.dates_another(sheet, at):
            return "furniture", "날짜가 딸린 다른 기사"
    if kind == "date" and seen:
        kind = "short"
    if kind == "caption" and not _is_caption(sheet, at, seen=seen):
        kind = "short"
    if kind in _BESIDE and (kind not in ("end", "more") or not seen):
        return _BESIDE[kind]
    return "body", _body_cue(words, seen=seen)


def _is_stamp(sheet: Sheet, at: int) -> bool:
    """Whether a dated line behind the first prose is a stamp: the day has a label, and where that
    stands behind it the line is no row of a procedure that the body tells.
    """
    words = sheet.lines[at].words
    if not dates.is_labelled_behind(words):
        return dates.is_labelled(words)
    if not dates.tells_a_step(words):
        return True
    if dates.foot_stamp(words, timed=False) is None or sheet.kind(at - 1) in ("stamp", "date"):
        return False
    return at + 1 >= len(sheet) or sheet.kind(at + 1) in _BELOW_A_STAMP


_BELOW_A_STAMP: frozenset[Kind] = frozenset(
    ("end", "rights", "more", "label", "byline", "furniture")
)

_BESIDE: dict[Kind, tuple[Role, str]] = {
    "byline": ("byline", "기자 이름만 적힌 줄"),
    "stamp": ("published", "등록·입력 날짜"),
    "date": ("published", "홀로 선 날짜"),
    "cue": ("cue", "방송 대본 표시"),
    "caption": ("caption", "사진 설명 표시"),
    "furniture": ("furniture", "본문 사이의 차림표"),
    "label": ("furniture", "본문 사이의 차림표"),
    "end": ("furniture", "본문 앞의 차림표"),
    "more": ("furniture", "본문 앞의 차림표"),
}


def _body_cue(words: str, *, seen: bool) -> str:
    if not seen and opens_with_byline(words):
        return "줄 머리의 괄호와 기자 이름"
    if captions.glued_end(words):
        return "첫 문장에 붙은 사진 설명"
    return "만든 이를 밝힌 줄" if inline_credits(words) else "본문 문단"


def _is_caption(sheet: Sheet, at: int, *, seen: bool) -> bool:
    """Whether a marked line is a caption: a list of such lines, or one that runs on in the body,
    is an enumeration.
    """
    text = sheet.lines[at].text
    if captions.has_credit(text) or captions.is_numbered(text):
        return True
    if seen and text[0] not in captions.POINTERS:
        return False
    for other in (at - 1, at + 1):
        if 0 <= other < len(sheet) and sheet.lines[other].text[0] == text[0]:
            return False
    return True
