"""The foot of an article: the time it was sent or entered, printed below its last line."""

from __future__ import annotations

import re

from . import dates, furniture
from .families import END
from .sheet import Sheet

_SEEN = 8  # lines below the end: a mail, `(끝)`, tips and the rights come before the time
_WIDEST_GAP = 8  # blank lines; behind as many a box of other articles begins
_SHORTEST_HEADLINE = 8
_LONGEST_HEADLINE = 90
_LONGEST_LABEL = 16

# Lines that end an article and still belong to it: what follows them may be its time.
_STILL_ITS_OWN = frozenset(
    (
        "(끝)",
        "취재부",
        "제보하기",
        "■ 제보하기",
        "▷ 카카오톡",
        "시청자 여러분의 제보를 기다립니다",
        "이 기사를 후원합니다",
        "좋아요",
        "슬퍼요",
        "화나요",
        "훈훈해요",
        "후속기사 원해요",
        "기자의 다른기사 보기",
    )
)
# Comments, neighbours and weather: the times below them are theirs.
_OF_OTHERS = re.compile(
    r"(?:BEST|첫)?\s?댓글|의견|작성자|글쓴이|닉네임|이름|이전|다음|\d+\s?/\s?\d+|.*(?:℃|℉|°[CF]|º)"
)
_WEATHER = re.compile(r"\d\s?(?:℃|℉|°[CF]|º)|기상청 제공|.{0,6}날씨$|미세먼지\s")
_RELATED = re.compile(r".{0,3}(?:관련|연관|추천|이전|다른)\s?(?:기사|뉴스|글)")
# Short lines with which a body itself may end.
_CLOSES_A_BODY = re.compile(r"문의|자료|사진|출처|제공|연락처|참고|일시|장소|신청|접수|※|\(")


def read_foot(sheet: Sheet, article: tuple[int, int], stop: int, item: int) -> None:
    """Mark the stamp that stands a few lines below the article, which reaches from the first to
    before the second index of `article`.

    It is looked for where the article says nothing of its registration, and no further than to
    the first line that may be another article's, a comment's or the weather's.
    """
    begin, end = article
    if not _wants_a_stamp(sheet, begin, end, item):
        return
    for at in range(end, min(stop, end + _SEEN)):
        if not sheet.free(at) or (at > end and sheet.lines[at].gap >= _WIDEST_GAP):
            return
        kind = sheet.kind(at)
        if kind == "stamp":
            _read_stamps(sheet, at, stop, item)
            return
        if kind == "rights":
            if furniture.is_masthead(sheet.lines[at].words) or _closes_with_stamp(sheet, at, item):
                return
        elif not _may_precede(sheet, at):
            return


def dates_another(sheet: Sheet, at: int) -> bool:
    """Whether the stamp inside a body belongs to the weather or to a headline right above it:
    headlines and stamps alternate, or the headline is set off from the body.
    """
    if _is_weather(sheet, at - 1) or _is_weather(sheet, at + 1):
        return True
    if not _heads_a_stamp(sheet, at):
        return False
    if _heads_a_stamp(sheet, at - 2) or _heads_a_stamp(sheet, at + 2):
        return True
    above = sheet.lines[at - 1]
    boxed = at >= 2 and _RELATED.match(sheet.lines[at - 2].words[:_LONGEST_LABEL]) is not None
    return boxed or (above.gap > 0 and not _CLOSES_A_BODY.match(above.words))


def _is_weather(sheet: Sheet, at: int) -> bool:
    """Whether a short line tells of the weather, as a widget's label or readings do."""
    if not 0 <= at < len(sheet) or sheet.kind(at) == "prose":
        return False
    return _WEATHER.search(sheet.lines[at].text[:_LONGEST_HEADLINE]) is not None


def _heads_a_stamp(sheet: Sheet, at: int) -> bool:
    """Whether the line is a stamp right below a short line as long as a headline."""
    return (
        1 <= at < len(sheet)
        and sheet.kind(at) == "stamp"
        and sheet.lines[at].gap == 0
        and sheet.kind(at - 1) == "short"
        and len(sheet.lines[at - 1].words) >= _SHORTEST_HEADLINE
    )


def _wants_a_stamp(sheet: Sheet, begin: int, end: int, item: int) -> bool:
    """Whether an article was read there, and the time of its registration was not."""
    told = False
    for pieces in sheet.pieces[begin:end]:
        for piece in pieces:
            if piece.item != item:
                continue
            told = told or piece.role in ("headline", "body", "caption")
            if piece.role == "published":
                stamp = dates.stamp(sheet.text[piece.start : piece.end].lstrip("•‣◦∙ \u00a0"))
                if stamp is None or not stamp.later:
                    return False
    return told


def _read_stamps(sheet: Sheet, at: int, stop: int, item: int) -> None:
    """Mark the stamps that begin here, the first entry and the changes below it."""
    last = at
    while last < stop and sheet.free(last) and dates.foot_stamp(sheet.lines[last].words):
        last += 1
    if last == at or last - at > 3 or _begins_a_list(sheet, last, stop):
        return
    for place in range(at, last):
        sheet.mark(place, "published", "기사 끝 아래의 날짜", item)


def _begins_a_list(sheet: Sheet, below: int, stop: int) -> bool:
    """Whether the line below a stamp shows that it was the weather's, or the first of a list whose
    items open with their times.
    """
    if below >= stop:
        return False
    if not sheet.free(below) or _is_weather(sheet, below):
        return True
    for at in range(below + 1, min(stop, below + 3)):
        if sheet.kind(at) == "stamp" and dates.is_labelled(sheet.lines[at].words):
            return sheet.kind(below) in ("short", "prose")
    return False


def _closes_with_stamp(sheet: Sheet, at: int, item: int) -> bool:
    """Whether the copyright line carries the time at its end; its parts are marked."""
    text = sheet.lines[at].text
    size = dates.stamp_at_end(text)
    if size:
        sheet.cut(at, (0, len(text[:size].rstrip())), "furniture", "저작권 줄", item)
        sheet.cut(at, (size, len(text)), "published", "저작권 줄 뒤의 날짜", item)
    return size > 0


def _may_precede(sheet: Sheet, at: int) -> bool:
    """Whether the line still belongs to the article that ended, or to no article at all."""
    words = sheet.lines[at].words
    if _OF_OTHERS.match(words):
        return False
    kind = sheet.kind(at)
    if kind == "end":
        return words not in END or words in _STILL_ITS_OWN
    return kind in ("byline", "furniture")
