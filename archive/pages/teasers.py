"""What follows an article, and what list pages consist of: boxes, teasers, furniture."""

from __future__ import annotations

import re

from . import captions
from .headlines import split_headline
from .shapes import ends_in_dots, ends_sentence, is_cut
from .sheet import Sheet

_TEXT = 40
_SECTIONED = re.compile(r"\[(?P<section>[가-힣A-Za-z·/ ]{2,12})\]\s+(?=\S)")
_RELATED = ("관련기사", "관련뉴스", "연관기사", "추천기사", "추천뉴스", "함께보면좋은기사")


def read_rest(sheet: Sheet, start: int, stop: int) -> None:
    """Mark everything behind the article: labels and furniture, teasers with their sections."""
    section: int | None = None
    boxed = False
    at = start
    while at < stop:
        if not sheet.free(at):
            at += 1
            continue
        kind = sheet.kind(at)
        if _is_label(sheet, at, stop):
            section, boxed = at, False
            sheet.mark(at, "furniture", "상자의 이름")
            at += 1
        elif kind in ("more", "label"):
            boxed = boxed or kind == "more" or sheet.lines[at].words.replace(" ", "") in _RELATED
            section = section if kind == "more" else None
            sheet.mark(at, "furniture", "더보기" if kind == "more" else "상자의 이름")
            at += 1
        elif kind in ("rights", "end", "furniture", "stamp", "date", "cue"):
            opens = kind == "end" and sheet.lines[at].words == "인기 화보 갤러리"
            boxed = opens or (boxed and kind not in ("rights", "end"))
            if kind in ("rights", "end"):
                section = None
            sheet.mark(at, "furniture", "기사 뒤의 차림표")
            at += 1
        else:
            at = _read_item(sheet, at, stop, section, boxed=boxed)


def read_list(sheet: Sheet, start: int, stop: int, section: int | None) -> None:
    """Mark the items of a page that is a list: headline and text, or texts alone."""
    at = start
    while at < stop:
        if not sheet.free(at):
            at += 1
        elif sheet.kind(at) in ("short", "caption", "prose"):
            at = _read_item(sheet, at, stop, section, boxed=True, whole=True)
        else:
            sheet.mark(at, "furniture", "목록 사이의 차림표")
            at += 1


def is_list(sheet: Sheet, start: int, stop: int) -> bool:
    """Whether the stretch is a list of beginnings: texts that break off, with a headline right
    above each or with none at all.
    """
    if start >= stop or sheet.kind(start) not in ("short", "prose"):
        return False
    longs: list[int] = []
    shorts: list[int] = []
    for at in range(start, stop):
        if not sheet.free(at):
            continue
        kind = sheet.kind(at)
        size = len(sheet.lines[at].text)
        if kind in ("rights", "more", "end", "label"):
            break
        if size >= 60:
            longs.append(at)
        elif kind == "short":
            shorts.append(at)
        elif kind == "prose":
            return False
        elif kind in ("byline", "stamp", "cue"):
            return False
    if len(longs) < 2:
        return False
    cut = [is_cut(sheet.lines[at].text) for at in longs]
    if not any(cut[:-1]) or sum(cut) * 2 < len(cut):
        return False
    if not shorts:
        return True
    paired = [at for at in longs if at - 1 in shorts and sheet.lines[at].gap == 0]
    return len(paired) == len(longs) and shorts[0] == longs[0] - 1


def leading_teasers(sheet: Sheet, start: int, stop: int) -> int:
    """Mark teasers of other articles that come before the article: pairs whose text ends in dots;
    return the index behind them.
    """
    at = start
    while (
        at + 2 < stop
        and sheet.free(at)
        and sheet.kind(at) == "short"
        and sheet.lines[at + 1].gap == 0
        and len(sheet.lines[at + 1].text) >= _TEXT
        and ends_in_dots(sheet.lines[at + 1].text)
    ):
        at = _read_item(sheet, at, stop, None, boxed=True)
    return at


def front_page(sheet: Sheet, start: int, stop: int) -> bool:
    """Whether a headline stands twice with a text that breaks off below it and no body at all; its
    lines are marked as one teaser.
    """
    free = [at for at in range(start, stop) if sheet.free(at)]
    if not 3 <= len(free) <= 5 or sheet.kind(free[0]) != "short":
        return False
    words = sheet.lines[free[0]].words
    again = [at for at in free[1:-1] if sheet.lines[at].words == words]
    last = sheet.lines[free[-1]].text
    if not again or len(last) < _TEXT or not is_cut(last):
        return False
    number = sheet.next_teaser()
    for at in free:
        if at == free[-1]:
            sheet.mark(at, "teaser_text", "끊긴 글", number)
        elif sheet.lines[at].words == words:
            sheet.mark(at, "teaser_headline", "두 번 적힌 제목", number, echo=at != free[0])
        else:
            sheet.mark(at, "furniture", "첫 화면의 부제")
    return True


def _is_label(sheet: Sheet, at: int, stop: int) -> bool:
    words = sheet.lines[at].words
    return (
        sheet.kind(at) in ("short", "label")
        and len(words) <= 30
        and at + 1 < stop
        and sheet.kind(at + 1) == "more"
    )


def _read_item(
    sheet: Sheet, at: int, stop: int, section: int | None, *, boxed: bool, whole: bool = False
) -> int:
    line = sheet.lines[at]
    below = at + 1
    texted = (
        below < stop
        and sheet.free(below)
        and sheet.lines[below].gap == 0
        and len(sheet.lines[below].text) >= _TEXT
        and sheet.kind(below) in ("prose", "short", "caption")
    )
    if (
        len(line.text) < 90
        and texted
        and not ends_sentence(line.text)
        and not _one_line(line.text, sheet.lines[below].text)
    ):
        number = sheet.next_teaser()
        _section(sheet, section, number)
        sheet.mark(at, "teaser_headline", "글 바로 위의 제목", number)
        sheet.mark(below, "teaser_text", "제목 바로 아래의 글", number)
        return below + 1
    if sheet.kind(at) == "prose" or len(line.text) >= 60:
        _read_long(sheet, at, section, boxed=boxed, whole=whole)
    else:
        _read_short(sheet, at, section, boxed=boxed)
    return at + 1


def _one_line(first: str, second: str) -> bool:
    """Whether two neighbours are each a headline with its text on one line."""
    return len(first) >= 60 and len(second) < 2 * len(first) and is_cut(first) and len(first) > 85


def _read_long(sheet: Sheet, at: int, section: int | None, *, boxed: bool, whole: bool) -> None:
    text = sheet.lines[at].text
    if not (boxed or is_cut(text)):
        sheet.mark(at, "furniture", "기사 뒤에 남은 글")
        return
    number = sheet.next_teaser()
    _section(sheet, section, number)
    where = None if whole and "  " not in text else split_headline(text)
    if where is None:
        sheet.mark(at, "teaser_text", "제목 없는 글머리", number)
        return
    ends, begins = where
    sheet.cut(at, 0, ends, "teaser_headline", "한 줄에 적힌 제목", number)
    sheet.cut(at, begins, len(text), "teaser_text", "한 줄에 적힌 글", number)


def _read_short(sheet: Sheet, at: int, section: int | None, *, boxed: bool) -> None:
    line = sheet.lines[at]
    dashed = line.text.startswith("- ") and len(line.text) > 6
    kind = sheet.kind(at)
    if kind == "byline" or not (boxed or dashed) or (len(line.words) < 8 and not dashed):
        sheet.mark(at, "furniture", "기사 뒤에 남은 줄")
        return
    if kind == "caption" and captions.has_credit(line.text):
        sheet.mark(at, "furniture", "기사 뒤의 사진 설명")
        return
    number = sheet.next_teaser()
    offset = len(line.text) - len(line.words) if line.bullet else (2 if dashed else 0)
    tagged = _SECTIONED.match(line.text, offset) if line.bullet else None
    if tagged:
        sheet.cut(
            at,
            tagged.start("section"),
            tagged.end("section"),
            "teaser_section",
            "제목 앞 분류",
            number,
        )
        offset = tagged.end()
    else:
        _section(sheet, section, number)
    sheet.cut(at, offset, len(line.text), "teaser_headline", "제목만 적힌 줄", number)


def _section(sheet: Sheet, section: int | None, number: int) -> None:
    """Let a box's label name the section of a teaser; the label itself stays furniture."""
    if section is not None:
        sheet.sections[number] = sheet.lines[section].words
