"""The head of an article: section, headline, subheads, and what stands among them."""

from __future__ import annotations

import re

from . import captions, furniture
from .bylines import opens_with_byline
from .dates import date_prefix
from .sheet import Sheet

# A section's name is a word or three; the longest of 233 real pages has nine characters.
_LONGEST_SECTION = 12
# More short lines than this above the prose are a menu, not a head.
_LONGEST_HEAD = 9
_LONGEST_MENU = 14
_SHORTEST_SUBHEAD = 5
_TITLE_LABEL = re.compile(r"제목\s?[:：]?\s+(?=\S)")
_PHOTO = re.compile(r"포토|사진|화보")
_SHORTEST_TWICE = 1
_LEVELS = frozenset("○□■◇-▲△▶◆●ㅇ∘·")


def read_head(sheet: Sheet, start: int, stop: int, item: int, title: str | None) -> int:
    """Mark the head of the article that begins at `start`; return where its body begins.

    `title` is the headline that came with the dump, if one did.
    """
    body = _body_start(sheet, start, stop)
    menu = _menu_end(sheet, start, body)
    shorts = [at for at in range(menu, body) if sheet.free(at) and _may_head(sheet, at)]
    headline = _headline(sheet, shorts, body, title)
    if headline is None:
        for at in range(start, body):
            _mark_beside(sheet, at, item)
        return body
    _mark_above(sheet, start, headline, shorts, item)
    _mark_headline(sheet, headline, item)
    _mark_below(sheet, headline, body, item)
    return body


def _menu_end(sheet: Sheet, start: int, body: int) -> int:
    """Where a menu above the headline ends: the line behind the last of its bullets or crumbs."""
    bullets = [
        at
        for at in range(start, body)
        if sheet.lines[at].bullet
        and len(sheet.lines[at].words) <= _LONGEST_MENU
        and sheet.kind(at) in ("short", "label", "furniture")
    ]
    end = bullets[-1] + 1 if len(bullets) >= 3 else start
    for at in range(end, min(body, end + 6)):
        words = sheet.lines[at].words
        if (
            len(words) > 2
            and any(mark in words for mark in ">＞›»")
            and sheet.kind(at) == "furniture"
        ):
            end = at + 1
    return end


def _may_head(sheet: Sheet, at: int) -> bool:
    return sheet.kind(at) in ("short", "label") and not (
        sheet.lines[at].bullet and len(sheet.lines[at].words) < 12
    )


def _body_start(sheet: Sheet, start: int, stop: int) -> int:
    """The first line of running text that is no caption printed twice."""
    at = start
    while at < stop:
        kind = sheet.kind(at)
        text = sheet.lines[at].text
        if at in sheet.wraps:
            return at
        if kind == "rights" and at > start:
            return at
        twin = at + 1 < stop and sheet.lines[at + 1].text == text
        if sheet.free(at) and (kind == "prose" or (kind != "byline" and opens_with_byline(text))):
            if not twin:
                return _with_its_list(sheet, at, start)
            at += 1
        elif kind in ("cue", "more") or (kind == "end" and at > start):
            return at
        at += 1
    return min(at, stop)


def _with_its_list(sheet: Sheet, at: int, start: int) -> int:
    """Where the list begins that the first line of prose belongs to: an official text whose levels
    (`○`, `-`) hold sentences is a body from its first level on.
    """
    if sheet.lines[at].text[0] not in _LEVELS:
        return at
    while (
        at - 1 > start
        and sheet.lines[at].gap == 0
        and sheet.lines[at - 1].text[0] in _LEVELS
        and sheet.kind(at - 1) == "short"
    ):
        at -= 1
    return at


def _headline(sheet: Sheet, shorts: list[int], body: int, title: str | None) -> int | None:
    if not shorts:
        return None
    if title:
        for at in shorts:
            if _same(sheet.lines[at].words, title):
                return at
    repeated = _repeated(sheet, shorts)
    if repeated is not None:
        return repeated
    anchored = _anchored(sheet, shorts, body)
    if anchored is not None:
        return anchored
    return shorts[1] if len(shorts) > 1 and _is_section(sheet, shorts) else shorts[0]


def _repeated(sheet: Sheet, shorts: list[int]) -> int | None:
    """The first line that stands again below a tool line: pages print their headline twice."""
    seen: dict[str, int] = {}
    for at in shorts:
        words = sheet.lines[at].words
        first = seen.setdefault(words, at)
        if first != at and len(words) > _SHORTEST_TWICE:
            between = range(first + 1, min(at, first + _LONGEST_HEAD))
            if at == first + 1 and sheet.lines[at].gap:
                return first
            if any(sheet.kind(other) == "furniture" for other in between):
                return first
    return None


def _anchored(sheet: Sheet, shorts: list[int], body: int) -> int | None:
    """Where sections have no slot, or a menu stands above, the headline is the last short line
    above the article's own date line.
    """
    posted = any(sheet.lines[at].words.startswith("작성자") for at in range(shorts[0], body))
    if sheet.family.section and len(shorts) <= _LONGEST_HEAD and not posted:
        return None
    anchors = [
        at
        for at in range(shorts[0], body)
        if sheet.kind(at) in ("stamp", "byline") or sheet.lines[at].words == "페이지 정보"
    ]
    if anchors:
        above = [at for at in shorts if at < anchors[0] and not sheet.lines[at].bullet]
        return above[-1] if above else None
    return shorts[0] if len(shorts) <= _LONGEST_HEAD else _longest_near(sheet, shorts)


def _longest_near(sheet: Sheet, shorts: list[int]) -> int:
    """Without an anchor, the longest of the last lines above the body."""
    near = shorts[-_LONGEST_HEAD:]
    return max(near, key=lambda at: len(sheet.lines[at].words))


def _is_section(sheet: Sheet, shorts: list[int]) -> bool:
    """Whether the first short line names the section: short, without punctuation, set off by a
    blank line, and not the only line above the body.
    """
    first, second = shorts[0], shorts[1]
    words = sheet.lines[first].words
    follower = sheet.lines[second]
    known = furniture.is_section(words) or sheet.kind(first) == "label"
    if known and follower.words[0] not in _LEVELS:
        return len(follower.words) >= 4
    if follower.words[0] in _LEVELS or (follower.gap == 0 and second == first + 1):
        return False
    longer = len(follower.words) > len(words) + (0 if len(words) <= 3 else 3)
    return longer and _may_name_section(sheet, first)


def _may_name_section(sheet: Sheet, at: int) -> bool:
    """Whether a line that no list knows may be a section: bare words below the widget or date."""
    words = sheet.lines[at].words
    plain = all(mark.isalpha() or mark in " ·/.," for mark in words)
    return plain and len(words) <= _LONGEST_SECTION and at > 0 and _below_top(sheet, at)


def _below_top(sheet: Sheet, at: int) -> bool:
    """Whether the widget or the page's date stands above: only there does an unknown short line
    count as a section.
    """
    return any(
        piece.role in ("reading", "provider", "page_date")
        for pieces in sheet.pieces[max(0, at - 8) : at]
        for piece in pieces
    )


def _mark_above(sheet: Sheet, start: int, headline: int, shorts: list[int], item: int) -> None:
    above = [at for at in shorts if at < headline]
    section = above[-1] if above and sheet.family.section else None
    if section is not None:
        words = sheet.lines[section].words
        known = furniture.is_section(words) or sheet.kind(section) == "label"
        if not known and not (len(above) == 1 and _may_name_section(sheet, section)):
            section = None
    for at in range(start, headline):
        if not sheet.free(at):
            continue
        if at == section:
            sheet.mark(at, "section", "제목 위의 짧은 줄", item)
        else:
            _mark_beside(sheet, at, item)


def _mark_headline(sheet: Sheet, at: int, item: int) -> None:
    line = sheet.lines[at]
    labelled = _TITLE_LABEL.match(line.text)
    prefix = date_prefix(line.text)
    if prefix:
        size = prefix[1]
        sheet.cut(at, (0, len(line.text[:size].rstrip())), "published", "제목 앞의 날짜", item)
        sheet.cut(at, (size, len(line.text)), "headline", "날짜 뒤의 제목", item)
    elif labelled:
        sheet.cut(at, (0, 2), "furniture", "‘제목’이라는 이름표", item)
        sheet.cut(at, (labelled.end(), len(line.text)), "headline", "이름표 뒤의 제목", item)
    else:
        sheet.mark(at, "headline", "본문 위 첫 줄", item)


def _mark_below(sheet: Sheet, headline: int, body: int, item: int) -> None:
    """Lines between headline and body: the headline again, captions, subheads, the site's own."""
    words = sheet.lines[headline].words
    photo = _is_photo(sheet, headline, body)
    for at in range(headline + 1, body):
        if not sheet.free(at):
            continue
        line = sheet.lines[at]
        twin = _twin(sheet, at, headline, body)
        if _same(line.words, words):
            sheet.mark(at, "headline", "되풀이된 제목", item, echo=True)
        elif twin:
            sheet.mark(at, "caption", "두 번 적힌 줄", item, echo=twin < at)
        elif sheet.kind(at) == "caption" and _in_a_list(sheet, at, headline, body):
            sheet.mark(at, "subhead", "같은 표시로 이어진 줄", item)
        elif sheet.kind(at) not in ("short", "label"):
            _mark_beside(sheet, at, item)
        elif line.bullet or len(line.words) < _SHORTEST_SUBHEAD:
            sheet.mark(at, "furniture", "제목 아래 목록 줄")
        elif photo or captions.looks_like_caption(line.text):
            sheet.mark(at, "caption", "장면을 가리키는 줄", item)
        elif captions.is_quotation(line.text) and _leans_on_body(sheet, at, body):
            sheet.mark(at, "caption", "본문에 붙은 따옴표 줄", item)
        else:
            sheet.mark(at, "subhead", "제목과 본문 사이의 줄", item)


def _is_photo(sheet: Sheet, headline: int, body: int) -> bool:
    """Whether the article is a photograph: it says so, and its last line is all that follows. A
    page of comments has a stamp last.
    """
    if body < len(sheet) and sheet.kind(body) in ("prose", "cue"):
        return False
    below = [at for at in range(headline + 1, body) if sheet.kind(at) == "short"]
    if len(below) != 1 or any(sheet.kind(at) == "stamp" for at in range(below[0], body)):
        return False
    above = sheet.lines[max(0, headline - 2) : headline + 1]
    return any(_PHOTO.search(line.words[:20]) for line in above)


def _leans_on_body(sheet: Sheet, at: int, body: int) -> bool:
    below = at + 1
    if below >= len(sheet) or sheet.lines[below].gap:
        return False
    return below == body or sheet.kind(below) == "byline"


def _in_a_list(sheet: Sheet, at: int, headline: int, body: int) -> bool:
    """Whether a neighbour opens with the same mark: subheads come in lists, captions alone."""
    text = sheet.lines[at].text
    if text[0] not in captions.MARKS or captions.has_credit(text):
        return False
    return any(
        headline < other < body
        and sheet.lines[max(at, other)].gap == 0
        and sheet.lines[other].text[0] == text[0]
        and not captions.has_credit(sheet.lines[other].text)
        for other in (at - 1, at + 1)
    )


def _twin(sheet: Sheet, at: int, headline: int, body: int) -> int | None:
    """The neighbour that repeats the line, if one does."""
    text = sheet.lines[at].text
    for other in (at - 1, at + 1):
        apart = sheet.lines[max(at, other)].gap if other < body else 0
        if headline < other < body and sheet.lines[other].text == text and not apart:
            return other
    return None


def _mark_beside(sheet: Sheet, at: int, item: int) -> None:
    """A line of the head that is neither headline nor subhead."""
    if not sheet.free(at):
        return
    kind = sheet.kind(at)
    if kind in ("stamp", "date"):
        sheet.mark(at, "published", "등록·입력 날짜", item)
    elif kind == "byline":
        sheet.mark(at, "byline", "홀로 선 기자 이름", item)
    elif kind == "caption":
        sheet.mark(at, "caption", "사진 설명 표시", item)
    elif kind == "cue":
        sheet.mark(at, "cue", "방송 대본 표시", item)
    else:
        sheet.mark(at, "furniture", "제목 둘레의 차림표")


def _same(one: str, other: str) -> bool:
    return "".join(one.split()) == "".join(other.split())
