"""Pages that are lists: beginnings of articles one below the other, and no article of their own."""

from __future__ import annotations

from .bylines import opens_with_byline
from .shapes import ends_in_dots, is_cut
from .sheet import Sheet
from .teasers import TEASER_TEXT, read_item

_LONG = 60  # a headline is shorter, a list's text longer
_ENDS_OF_A_LIST = ("rights", "more", "end", "label")
_SIGNS_OF_AN_ARTICLE = ("byline", "stamp", "cue", "prose")


def is_list(sheet: Sheet, start: int, stop: int) -> bool:
    """Whether the stretch is a list of beginnings: texts that break off, with a headline right
    above each or with none at all, or texts that each open with a byline.
    """
    if start >= stop or sheet.kind(start) not in ("short", "prose"):
        return False
    longs, shorts = _longs_and_shorts(sheet, start, stop)
    if len(longs) < 2:
        return False
    if not shorts and all(opens_with_byline(sheet.lines[at].text) for at in longs):
        return True
    cut = [is_cut(sheet.lines[at].text) for at in longs]
    if not any(cut[:-1]) or sum(cut) * 2 < len(cut):
        return False
    if not shorts:
        return True
    above = set(shorts)
    paired = all(at - 1 in above and sheet.lines[at].gap == 0 for at in longs)
    return paired and shorts[0] == longs[0] - 1


def _longs_and_shorts(sheet: Sheet, start: int, stop: int) -> tuple[list[int], list[int]]:
    """The texts and the headlines of what may be a list; nothing where it cannot be one."""
    longs: list[int] = []
    shorts: list[int] = []
    for at in range(start, stop):
        kind = sheet.kind(at)
        if not sheet.free(at):
            continue
        if kind in _ENDS_OF_A_LIST:
            break
        if len(sheet.lines[at].text) >= _LONG:
            longs.append(at)
        elif kind in _SIGNS_OF_AN_ARTICLE:
            return [], []
        elif kind == "short":
            shorts.append(at)
    return longs, shorts


def read_list(sheet: Sheet, start: int, stop: int, section: int | None) -> None:
    """Mark the items of a list page, texts alone where no line is short enough to head one."""
    headed = any(
        sheet.free(at) and sheet.kind(at) == "short" and len(sheet.lines[at].text) < _LONG
        for at in range(start, stop)
    )
    at = start
    while at < stop:
        if not sheet.free(at):
            at += 1
        elif not headed and len(sheet.lines[at].text) >= _LONG:
            sheet.mark(at, "teaser_text", "제목 없는 글머리", sheet.next_teaser(section))
            at += 1
        elif sheet.kind(at) in ("short", "caption", "prose"):
            at = read_item(sheet, at, stop, section, boxed=True)
        else:
            sheet.mark(at, "furniture", "목록 사이의 차림표")
            at += 1


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
        and len(sheet.lines[at + 1].text) >= TEASER_TEXT
        and ends_in_dots(sheet.lines[at + 1].text)
    ):
        at = read_item(sheet, at, stop, None, boxed=True)
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
    if not again or len(last) < TEASER_TEXT or not is_cut(last):
        return False
    number = sheet.next_teaser(None)
    for at in free:
        if at == free[-1]:
            sheet.mark(at, "teaser_text", "끊긴 글", number)
        elif sheet.lines[at].words == words:
            sheet.mark(at, "teaser_headline", "두 번 적힌 제목", number, echo=at != free[0])
        else:
            sheet.mark(at, "furniture", "첫 화면의 부제")
    return True
