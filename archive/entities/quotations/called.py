"""A speaker as the text calls him, where a name alone would say less."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from archive.entities.cues.houses import is_country
from archive.entities.cues.lexicon import SURNAMES
from archive.entities.cues.shapes import FROM_ABROAD

if TYPE_CHECKING:
    from collections.abc import Mapping

    from archive.entities.introduced import Introduction
    from archive.model import Mention

_STATE = ("부", "대사관", "의회")  # 중국 외교부
_COURT, _WHICH_COURT = "재판부", re.compile(r"(?<![가-힣0-9])(?:[1-3]|항소|상고|원)심 $")
_OWN = ("한국", "대한민국")
_MOST_TOGETHER = 4
_JOINTS = ("와 ", "과 ", ", ")
_KOREAN = 3  # syllables of a name
_POLITE = ("씨", "군", "양")
_ANONYMOUS = re.compile(r"[A-Z]|[가-힣]모")


def of_country(text: str, ends: Mapping[int, Mention], house: Mention) -> str:
    """The country of a ministry that is another's, as it is said, 중국 외교부, or which court
    sits: 1심 재판부.
    """
    if house.text == _COURT and (
        sits := _WHICH_COURT.search(text, max(0, house.start - 4), house.start)
    ):
        return sits.group()
    country = ends.get(house.start - 1) if house.text.endswith(_STATE) else None
    foreign = country is not None and country.text not in _OWN and is_country(country.text)
    return f"{country.text} " if country and foreign else ""


def with_polite(text: str, name: str, end: int) -> str:
    """A씨 and B군 by a letter that ends there and what follows it; any other name alone."""
    return name + text[end] if len(name) == 1 and text.startswith(_POLITE, end) else name


def as_called(text: str, name: str, intro: Introduction) -> str | None:
    """보른 장관, 김모 경위, C 교수, whose full names the passage does not give."""
    said = text[intro.person.start : intro.end]
    if not said.startswith(f"{name} ") or " " in said[len(name) + 1 :] or intro.polite:
        return None
    korean = len(name) == _KOREAN and name[0] in SURNAMES
    abroad = not korean and " " not in name and FROM_ABROAD.search(name) is not None
    return said if abroad or _ANONYMOUS.fullmatch(name) else None


def together(
    text: str, introduced: Mapping[int, tuple[str, Introduction]], start: int, end: int
) -> str | None:
    """Two who speak as one: 정다솜 노을군수와 김가온 가람시장."""
    for josa in ("와", "과"):
        if text[start - 2 : start] == f"{josa} " and start - 2 in introduced:
            first = introduced[start - 2][1].person.start
            return text[first:end]
    return None


def houses_together(text: str, ends: Mapping[int, Mention], start: int, end: int) -> str | None:
    """Houses that speak as one, the last of them from `start`: 누리회, 새말회와 온회."""
    first = start
    joints: tuple[str, ...] = _JOINTS[:-1]  # the last of a row stands behind 와
    for _ in range(_MOST_TOGETHER):
        before = ends.get(first - 2) if text.startswith(joints, first - 2) else None
        if before is None or before.kind not in ("organisation", "place"):
            break
        first, joints = before.start, _JOINTS
    return text[first:end] if first < start else None
