"""Whom a word alone means, by what the text has named before: 군은 “…”, 고인은 “…”."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from archive.entities.introduced import Introduction
    from archive.model import Mention

TOWNS = frozenset(("시", "군", "구", "도"))
_ARMY = "군"
_OF_ARMIES = re.compile("국방부|합참|군부대|육군|해군|공군|병사|장병|미사일|군사")
DECEASED = ("고인", "망인")
_DIED = re.compile(
    r"(?:\([^()\n]{1,20}\))?(?: ?씨)?[이가은는께서]{1,3} "
    r"(?:[^\s.“”\"]{0,14}[^\s.“”\"이가은는] ){0,12}?"
    r"(?:세상을 (?:떠|뜨|떴|등)"
    r"|(?:별세|타계|작고|영면|선종|입적|소천|운명)(?:했|하[고며]|한 [것뒤지])"
    r"|숨졌|숨진 [것뒤채지]|숨을 거|눈을 감)"
)


def towns_by_kind(
    text: str, mentions: Iterable[Mention]
) -> Mapping[str, Sequence[tuple[str, int]]]:
    """The towns of each kind, 군 or 시, and where each is first named, in order; no 군 in a text
    of an army.
    """
    first: dict[str, int] = {}
    for m in mentions:
        if m.kind in ("organisation", "place"):
            for town in m.text.split(" "):  # 가람시 솔내동
                first.setdefault(town, m.start)
    kinds: dict[str, list[tuple[str, int]]] = {}
    for town, at in first.items():
        if town[-1] in TOWNS and len(town) > 1:
            kinds.setdefault(town[-1], []).append((town, at))
    if _ARMY in kinds and _OF_ARMIES.search(text):
        del kinds[_ARMY]
    return kinds


def town_before(towns: Sequence[tuple[str, int]], at: int) -> str | None:
    """The only one of the towns that is named before that place."""
    known = [town for town, start in towns[:2] if start < at]
    return known[0] if len(known) == 1 else None


def deceased(text: str, people: Iterable[tuple[str, Introduction]]) -> str | None:
    """The first of the people of whom the text says that he died."""
    return next((name for name, one in people if _DIED.match(text, one.end)), None)
