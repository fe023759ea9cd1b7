"""Short names of houses that a bracket gives: 가람상인연합회(이하 연합회), 누리씨름연맹(NSF)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from archive.entities.cues.initials import is_drawn_from, is_taken_from
from archive.entities.cues.offices import office_word

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from archive.entities.passages import Passage
    from archive.model import Mention

_BRACKET = re.compile(
    r"\s?[(（]\s*(?P<hereafter>이하\s*)?[‘'“\"「]?(?P<short>[가-힣A-Za-z][가-힣A-Za-z0-9&·.\-]{0,14}?)[’'”\"」]?\s*[)）]"
)
# 가람공사(GRC·사장 한도윤): whose head the bracket names too.
_BRACKET_WITH_HEAD = re.compile(
    r"\s?[(（](?P<hereafter>이하 )?[‘'“\"]?(?P<short>[가-힣A-Za-z][가-힣A-Za-z0-9&.\-]{1,8})"
    r"[’'”\"]? ?[·ㆍ,/]\s?(?P<post>[가-힣]{2,8}) "
)
_LATE = re.compile(  # 가람공사(사장 한도윤, 이하 GRC)
    r"\s?[(（][^()（）\n]{2,40}[,·ㆍ/] ?이하 ?[‘'“\"]?(?P<short>[가-힣A-Za-z0-9&]{2,12})"
    r"[’'”\"]?[)）]"
)
_LATIN = re.compile(r"[A-Z][A-Za-z&.\-]{1,9}$")
_LISTINGS = frozenset(("KOSPI", "KOSDAQ", "NYSE", "NASDAQ", "CEO", "CFO", "PD"))
_INSIDE = re.compile(r"^(?P<full>[^()]{2,40})\((?P<short>[A-Z][A-Za-z&]{1,9})\)$")


def abbreviations(passages: Iterable[Passage]) -> dict[str, str]:
    """Short names given in brackets: 누리씨름연맹(NSF), 가람시상인연합회(이하 연합회).

    A short name given to two is nobody's, unless one full name ends in the other: then both are
    one, 씨름연맹(NSF) and 누리씨름연맹(NSF).
    """
    found: dict[str, str] = {}
    same: dict[str, str] = {}
    twice: set[str] = set()
    for passage in passages:
        for pair in _pairs(passage):
            if found.setdefault(pair[0], pair[1]) == pair[1]:
                continue
            less, more = sorted((found[pair[0]], pair[1]), key=len)
            if more.endswith(less):
                found[pair[0]] = same[less] = more
            else:
                twice.add(pair[0])
    return same | {short: full for short, full in found.items() if short not in twice}


def _pairs(passage: Passage) -> Iterator[tuple[str, str]]:
    """The short names that brackets give the organisations of a passage, with the full ones."""
    text = passage.text
    if "(" not in text and "（" not in text:
        return
    for mention in passage.mentions:
        if mention.kind != "organisation":
            continue
        if "(" in mention.text and (inside := _INSIDE.match(mention.text)):
            yield mention.text, inside["full"]
        elif _has_bracket(text, mention.end) and (pair := _pair(text, mention)):
            yield pair


def _has_bracket(text: str, at: int) -> bool:
    """Whether a bracket may open there, behind a space or not; most names have none."""
    after = text[at : at + 2]
    return "(" in after or "（" in after


def _pair(text: str, mention: Mention) -> tuple[str, str] | None:
    """(short, full) of a mention and the bracket after it."""
    match = _BRACKET.match(text, mention.end)
    if match is None:
        return _pair_beside_head(text, mention)
    if match["short"] == mention.text or match["short"] in _LISTINGS:
        return None
    short, full = match["short"], mention.text
    if _LATIN.match(full) and len(short) > len(full) and not short.isascii():
        return full, short
    if match["hereafter"] or (_LATIN.match(short) and not full.isascii()):
        return short, full
    drawn = len(short) > 1 and (is_drawn_from(short, full) or is_taken_from(short, full))
    return (short, full) if drawn else None


def _pair_beside_head(text: str, mention: Mention) -> tuple[str, str] | None:
    """(short, full) of a mention and the bracket that names its head too."""
    if late := _LATE.match(text, mention.end):
        return late["short"], mention.text
    match = _BRACKET_WITH_HEAD.match(text, mention.end)
    if match is None or office_word(match["post"]) is None or match["short"] in _LISTINGS:
        return None
    short, full = match["short"], mention.text
    is_short = match["hereafter"] or (_LATIN.match(short) and not full.isascii())
    return (short, full) if is_short or is_drawn_from(short, full) else None
