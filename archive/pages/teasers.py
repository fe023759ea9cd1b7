"""What follows an article: boxes with their labels, teasers of other articles, furniture."""

from __future__ import annotations

import re

from . import captions, furniture
from .headlines import split_headline
from .shapes import ends_sentence, is_cut
from .sheet import Sheet

# A teaser's text is a paragraph, not a word.
TEASER_TEXT = 40
_LONGEST_HEADLINE = 90
_ONE_LINE = 60  # a line as long as this holds a text, alone or behind its headline
_SHORTEST_HEADLINE = 8
_SECTIONED = re.compile(r"\[(?P<section>[가-힣A-Za-z·/ ]{2,12})\]\s+(?=\S)")


def read_rest(sheet: Sheet, start: int, stop: int) -> None:
    """Mark everything behind the article: labels and furniture, teasers with their sections.

    Short lines are headlines only inside a box, that is behind a label or `더보기`; behind a
    copyright line or a comment form they are the site's.
    """
    section: int | None = None
    boxed = False
    at = start
    while at < stop:
        kind = sheet.kind(at)
        if not sheet.free(at):
            at += 1
        elif _is_label(sheet, at, stop):
            section, boxed = at, False
            at = _furniture(sheet, at, "상자의 이름")
        elif kind == "more":
            boxed = True
            at = _furniture(sheet, at, "더보기")
        elif kind == "label" or furniture.is_box_label(sheet.lines[at].words):
            section, boxed = None, True
            at = _furniture(sheet, at, "상자의 이름")
        elif kind in ("rights", "end"):
            section, boxed = None, False
            at = _furniture(sheet, at, "기사 뒤의 차림표")
        elif kind in ("furniture", "stamp", "date", "cue"):
            at = _furniture(sheet, at, "기사 뒤의 차림표")
        else:
            at = read_item(sheet, at, stop, section, boxed=boxed)


def read_item(sheet: Sheet, at: int, stop: int, section: int | None, *, boxed: bool) -> int:
    """Mark the teaser that begins here, or the stray line; return the index behind it."""
    if _heads_a_text(sheet, at, stop):
        number = sheet.next_teaser(section)
        sheet.mark(at, "teaser_headline", "글 바로 위의 제목", number)
        sheet.mark(at + 1, "teaser_text", "제목 바로 아래의 글", number)
        return at + 2
    if sheet.kind(at) == "prose" or len(sheet.lines[at].text) >= _ONE_LINE:
        _read_long(sheet, at, section, boxed=boxed)
    else:
        _read_short(sheet, at, section, boxed=boxed)
    return at + 1


def _furniture(sheet: Sheet, at: int, cue: str) -> int:
    sheet.mark(at, "furniture", cue)
    return at + 1


def _is_label(sheet: Sheet, at: int, stop: int) -> bool:
    return (
        sheet.kind(at) in ("short", "label")
        and len(sheet.lines[at].words) <= 30
        and at + 1 < stop
        and sheet.kind(at + 1) == "more"
    )


def _heads_a_text(sheet: Sheet, at: int, stop: int) -> bool:
    """Whether this line is a headline and the next one, right below, its text."""
    below = at + 1
    if below >= stop or not sheet.free(below) or sheet.lines[below].gap:
        return False
    text, body = sheet.lines[at].text, sheet.lines[below].text
    if len(body) < TEASER_TEXT or sheet.kind(below) not in ("prose", "short", "caption"):
        return False
    return len(text) < _LONGEST_HEADLINE and not ends_sentence(text)


def _read_long(sheet: Sheet, at: int, section: int | None, *, boxed: bool) -> None:
    text = sheet.lines[at].text
    if not (boxed or is_cut(text)):
        sheet.mark(at, "furniture", "기사 뒤에 남은 글")
        return
    number = sheet.next_teaser(section)
    where = split_headline(text)
    if where is None:
        sheet.mark(at, "teaser_text", "제목 없는 글머리", number)
        return
    ends, begins = where
    sheet.cut(at, (0, ends), "teaser_headline", "한 줄에 적힌 제목", number)
    sheet.cut(at, (begins, len(text)), "teaser_text", "한 줄에 적힌 글", number)


def _read_short(sheet: Sheet, at: int, section: int | None, *, boxed: bool) -> None:
    line = sheet.lines[at]
    dashed = line.text.startswith("- ") and len(line.text) > 6
    headline = dashed or (boxed and len(line.words) >= _SHORTEST_HEADLINE)
    if not headline or sheet.kind(at) == "byline":
        sheet.mark(at, "furniture", "기사 뒤에 남은 줄")
        return
    if sheet.kind(at) == "caption" and captions.has_credit(line.text):
        sheet.mark(at, "furniture", "기사 뒤의 사진 설명")
        return
    offset = len(line.text) - len(line.words) if line.bullet else (2 if dashed else 0)
    tagged = _SECTIONED.match(line.text, offset) if line.bullet else None
    number = sheet.next_teaser(None if tagged else section)
    if tagged:
        sheet.cut(at, tagged.span("section"), "teaser_section", "제목 앞 분류", number)
        offset = tagged.end()
    sheet.cut(at, (offset, len(line.text)), "teaser_headline", "제목만 적힌 줄", number)
