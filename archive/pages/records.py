"""Records of a corpus that are articles already: a title and a clean text."""

from __future__ import annotations

import re

from archive.model import Article, Block, Dump, Page

from . import bylines, dates
from .lines import strip_edges
from .page import parse_page
from .shapes import is_cut
from .vocabulary import words_of

# A page's furniture shows at its two ends; the middle of a long text need not be looked at.
_EDGE = 700
_SIGN = re.compile(
    r"℃|기상청 제공|더보기|상태바|댓글 0|이 기사를 공유|바로가기|저작권자|무단\s?전재|"
    r"URL복사|페이지 정보|로그인|"
    r"[Aa]ll [Rr]ights [Rr]eserved"
)
_PARTS = words_of("℃ 기상청 더보기 상태바 댓글 공유 바로가기 저작권 무단 URL 페이지 로그인 ights")
"""Each sign has one of these: to look for them is a sixth of the work."""

_HEADLINE_END = re.compile(r"[^.\n\r]{0,20}(?:[\n\r]|\Z)|\s*[-–—|:<>«»‹›~/\[_]| ·")
"""After it the line ends soon, 비가 온다(종합), or the site's name follows."""

_DATE_LINE = re.compile(r"\s*\d{4}[.\-]\s?\d{1,2}[.\-]\s?\d{1,2}\.?\s?(?:\(|$)", re.MULTILINE)


def page_of(dump: Dump) -> Page:
    """The page of a dump: an article as it stands where the record has a title and a clean text,
    what `parse_page` reads otherwise.
    """
    title = dump.metadata.get("title")
    if isinstance(title, str) and title.strip() and _is_clean(dump.text, title):
        return _article_page(dump.text, title.strip(), dump.metadata.get("date"))
    return parse_page(dump.text, dump.metadata)


def _is_clean(text: str, title: str) -> bool:
    """Whether neither end of the text bears signs of a page around the article."""
    head, tail = text[:_EDGE], text[-_EDGE:]
    edges = text if len(text) <= 2 * _EDGE else f"{head}\n{tail}"
    if any(map(edges.__contains__, _PARTS)) and (_SIGN.search(head) or _SIGN.search(tail)):
        return False
    top = head.lstrip()
    return not (_DATE_LINE.match(head) or top.startswith("•") or _is_headed(top, title.strip()))


def _is_headed(top: str, title: str) -> bool:
    """Whether a text begins with its headline, and not just a sentence with the same words."""
    return top.startswith(title) and _HEADLINE_END.match(top, len(title)) is not None


def _article_page(text: str, title: str, stated: object) -> Page:
    plain = text.replace("\r\n", " \n").replace("\r", "\n") if "\r" in text else text
    body: list[str] = []
    blocks: list[Block] = []
    at = 0
    for raw in plain.split("\n"):
        paragraph = strip_edges(raw)
        if paragraph:
            start = at + raw.index(paragraph[0])
            body.append(paragraph)
            blocks.append(Block("body", start, start + len(paragraph), "제목과 글만 있는 기록"))
        at += len(raw) + 1
    day = dates.full_day(stated) if isinstance(stated, str) else None
    return Page(
        article=Article(
            headline=title,
            byline=_names(body),
            published=day,
            published_basis="stated" if day else None,
            body=tuple(body),
            complete=not (body and is_cut(body[-1])),
        ),
        blocks=tuple(blocks),
    )


def _names(body: list[str]) -> tuple[str, ...]:
    if not body:
        return ()
    names = bylines.opening_names(body[0]) + (
        bylines.line_names(body[-1]) or bylines.closing_names(body[-1])
    )
    return tuple(dict.fromkeys(names))
