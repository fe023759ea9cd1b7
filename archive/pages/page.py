"""A page read whole: the steps in their order, and the records they come to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from archive.korean.hangul import compose, is_spelled
from archive.model import Article, Block, Page, Teaser, Weather

from . import bylines, captions, dates
from .body import read_body
from .families import family_of
from .foot import read_foot
from .head import read_head
from .inference import infer
from .lines import lines_of
from .lists import front_page, is_list, leading_teasers, read_list
from .shapes import ends_sentence, is_cut
from .sheet import Piece, Sheet
from .summaries import read_summary
from .teasers import read_rest
from .top import read_menus, read_page_date, read_weather
from .wraps import find_wraps

# More whole articles than this on one page are a list of something else.
_MOST_ARTICLES = 50


def parse_page(text: str, metadata: Mapping[str, object] | None = None) -> Page:
    """What a careful reader sees on a page: its day, weather, article, teasers and furniture.

    Any text will do; none raises. `metadata` may carry `url`, `date` and `title`, which help to
    find the headline and to date the article. Time grows in proportion to the text.

    A text whose syllables are spelled in jamo (NFD) is read, and its parts are given, with each
    syllable in one character; `Page.blocks` point into the text as it came.
    """
    known = metadata or {}
    if is_spelled(text):
        composed, places = compose(text)
        page = parse_page(composed, known)
        return replace(
            page,
            blocks=tuple(
                replace(block, start=places[block.start], end=places[block.end])
                for block in page.blocks
            ),
        )
    sheet = Sheet(text, lines_of(text), family_of(text))
    weather, behind = read_weather(sheet)
    page_date = read_page_date(sheet, behind)
    _read_content(sheet, read_menus(sheet, behind), _title(known))
    return _page(sheet, weather, page_date, known)


def _title(metadata: Mapping[str, object]) -> str | None:
    title = metadata.get("title")
    return title.strip() if isinstance(title, str) and title.strip() else None


def _read_content(sheet: Sheet, start: int, title: str | None) -> None:
    stop = len(sheet)
    sheet.wraps = find_wraps(sheet, start)
    section = _list_label(sheet, start, stop)
    begin = start if section is None else section + 2
    if is_list(sheet, begin, stop):
        for at in range(start, begin):
            sheet.mark(at, "furniture", "목록의 이름")
        read_list(sheet, begin, stop, section)
        return
    if front_page(sheet, start, stop):
        return
    at = leading_teasers(sheet, start, stop)
    item = 0
    while at < stop:
        begin = at
        at = read_head(sheet, at, stop, item, title if item == 0 else None)
        at = read_summary(sheet, at, stop)
        at = read_body(sheet, at, stop, item)
        read_foot(sheet, (begin, at), stop, item)
        again = _next_article(sheet, at, stop)
        if again is None or item >= _MOST_ARTICLES:
            break
        item += 1
        at = again
    read_rest(sheet, at, stop)


def _list_label(sheet: Sheet, start: int, stop: int) -> int | None:
    """The label above `전체기사 보기`, which heads a list."""
    if start + 1 < stop and sheet.lines[start + 1].words in (
        "전체기사 보기",
        "전체기사보기",
        "전체기사",
    ):
        return start
    return None


def _next_article(sheet: Sheet, at: int, stop: int) -> int | None:
    """Where another whole article begins behind a copyright line and what was read of the foot: a
    headline, finished prose, and the same copyright line again.
    """
    if at + 2 >= stop or sheet.kind(at) != "rights":
        return None
    rights = sheet.lines[at].text
    begin = at + 1
    while begin < stop and not sheet.free(begin):
        begin += 1
    if begin >= stop or sheet.kind(begin) != "short":
        return None
    for place in range(begin + 1, min(stop, begin + 200)):
        if sheet.kind(place) in ("more", "end"):
            return None
        if sheet.lines[place].text == rights:
            prose = [
                other for other in range(begin, place) if ends_sentence(sheet.lines[other].text)
            ]
            if not prose:
                return None
            if sheet.free(at):
                sheet.mark(at, "furniture", "저작권 줄")
            return begin
    return None


def _page(
    sheet: Sheet, weather: Weather | None, page_date: str | None, metadata: Mapping[str, object]
) -> Page:
    pieces = [piece for row in sheet.pieces for piece in row if piece.cue]
    articles: dict[int, list[Piece]] = {}
    teasers: dict[int, list[Piece]] = {}
    furniture: list[str] = []
    for piece in pieces:
        if piece.role in _OF_ARTICLES:
            articles.setdefault(piece.item, []).append(piece)
        elif piece.role in _OF_TEASERS:
            teasers.setdefault(piece.item, []).append(piece)
        elif piece.role in _OF_FURNITURE:
            furniture.append(sheet.text[piece.start : piece.end])
    read = [_article(sheet, own, metadata, page_date) for own in articles.values()]
    whole = [article for article in read if article is not None]
    return Page(
        page_date=page_date,
        weather=weather,
        article=whole[0] if whole else None,
        more_articles=tuple(whole[1:]),
        teasers=tuple(_teaser(sheet, number, own) for number, own in sorted(teasers.items())),
        furniture=tuple(furniture),
        blocks=tuple(Block(piece.role, piece.start, piece.end, piece.cue) for piece in pieces),
    )


_OF_ARTICLES = frozenset(
    ("section", "headline", "subhead", "byline", "published", "body", "caption")
)
_OF_TEASERS = frozenset(("teaser_section", "teaser_headline", "teaser_text"))
_OF_FURNITURE = frozenset(("furniture", "provider", "cue", "summary"))


def _article(
    sheet: Sheet, pieces: list[Piece], metadata: Mapping[str, object], page_date: str | None
) -> Article | None:
    parts: dict[str, list[str]] = {}
    for piece in pieces:
        if not piece.echo:
            shown = sheet.text[piece.start : piece.end]
            if "\n" in shown or "\r" in shown:
                shown = " ".join(part.strip() for part in shown.splitlines() if part.strip())
            parts.setdefault(piece.role, []).append(shown)
    body = tuple(parts.get("body", ()))
    shots = parts.get("caption", [])
    if body and captions.glued_end(body[0]):
        shots = [body[0][: captions.glued_end(body[0])], *shots]
    headline = parts.get("headline", [None])[0]
    if not (headline or body or shots):
        return None
    if headline is None and pieces[0].item == 0:
        headline = _title(metadata)
    stated = _stated(parts.get("published", []))
    inferred = None if stated else infer(body, shots, metadata, page_date)
    return Article(
        section=parts.get("section", [None])[0],
        headline=headline,
        subheads=tuple(parts.get("subhead", ())),
        byline=_byline(sheet, parts, body, shots),
        published=stated or (inferred.day if inferred else None),
        published_basis="stated" if stated else ("inferred" if inferred else None),
        published_evidence=inferred.evidence if inferred else None,
        body=body,
        captions=tuple(dict.fromkeys(shots)),
        complete=not (body and is_cut(body[-1]) and sheet.text.rstrip().endswith(body[-1])),
    )


def _stated(lines: list[str]) -> str | None:
    """The day of the first registration, or of the last change where only that is printed."""
    later: str | None = None
    for text in lines:
        words = text.lstrip("•‣◦∙ \u00a0")
        found = dates.stamp(words)
        day = (
            found.day if found else dates.full_day(words.removeprefix("date").removeprefix("Date"))
        )
        if day and not (found and found.later):
            return day
        later = later or day
    return later


def _byline(
    sheet: Sheet, parts: dict[str, list[str]], body: tuple[str, ...], shots: list[str]
) -> tuple[str, ...]:
    names: list[str] = []
    for text in parts.get("byline", []):
        names += bylines.line_names(text) or ()
    for text in parts.get("published", []):
        names += bylines.names_in(text)
    if body:
        names += bylines.opening_names(body[0])
        names += bylines.closing_names(body[-1])
        for text in body:
            names += bylines.inline_credits(text)
        if sheet.family.name == "broadcast":
            for text in body:
                names += bylines.spoken_names(text)
    if not names and not body and shots:
        names += bylines.caption_author(shots[-1])
    return tuple(dict.fromkeys(names))


def _teaser(sheet: Sheet, number: int, pieces: list[Piece]) -> Teaser:
    parts: dict[str, str] = {}
    for piece in pieces:
        if not piece.echo:
            parts.setdefault(piece.role, sheet.text[piece.start : piece.end])
    return Teaser(
        section=parts.get("teaser_section") or sheet.sections.get(number),
        headline=parts.get("teaser_headline"),
        text=parts.get("teaser_text", ""),
    )
