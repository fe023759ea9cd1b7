"""What the archive's codes are called in Korean."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from newscli.cells import wrap

if TYPE_CHECKING:
    from archive.model import ArticleKind, DateBasis, DatedRole, EntityKind

KINDS: dict[EntityKind, str] = {
    "person": "사람",
    "organisation": "기관",
    "place": "곳",
    "date": "날짜",
    "time": "시각",
    "quantity": "수량",
}


def dated(date: str | None, basis: DateBasis | None) -> str:
    """A date and what it rests on: `2021-01-21 추정`; a page's day is named as such."""
    if date is None:
        return "날짜 모름"
    if basis == "inferred":
        return f"{date} 추정"
    return f"{date} 수집" if basis == "page" else date


def dated_role(role: DatedRole) -> str:
    """A post with its days: `가람시장 · 2025-04-02–2025-11-03 · 3건`."""
    days = role.first or "날짜 모름"
    if role.last != role.first:
        days += f"–{role.last}"
    return f"{role.role} · {days} · {role.articles:,}건"


def kind_mark(kind: ArticleKind) -> str:
    """A mark for what is no whole article."""
    return "미리보기" if kind == "teaser" else ""


def nearby(path: str) -> str:
    """A path as one would type it here: below the current folder without the way there."""
    try:
        here = Path.cwd()
    except OSError:  # the folder is gone
        return path
    return path.removeprefix(f"{here}{os.sep}")


_OPENING = 60  # cells of a text that stand for its headline


def titled(headline: str | None, otherwise: str = "") -> str:
    """The headline, or the first words of the text where there is none."""
    if headline or not otherwise.strip():
        return headline or "(제목 없음)"
    first, *more = wrap(otherwise, _OPENING)
    return f"{first} …" if more else first
