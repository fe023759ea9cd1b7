"""Towns and provinces that act: the government, not the land.

`누리특별자치도는 사료를 보급한다`, `누리시 한도윤 국장은`: with its full rank as the topic, or
with one of its officers behind it, a town is the house. Elsewhere in the text it is so as the
subject.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from archive.entities.cues.next_words import post_after
from archive.entities.cues.places import PROVINCES, plain_name
from archive.model import Mention

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_TOWNS = ("도", "시", "군", "구")
_TOPIC = re.compile(r"(?:은|는)(?![가-힣])")  # 누리특별자치도가 생긴다: the land
_SUBJECT = re.compile(r"(?:은|는|이|가|와|과)(?![가-힣])")


def governments(text: str, mentions: Sequence[Mention]) -> Sequence[Mention]:
    """The mentions, those of towns that act as organisations."""
    towns = [m for m in mentions if m.kind == "place" and m.text.endswith(_TOWNS)]
    if not towns:
        return mentions
    acting = set(_acting(text, towns, mentions))
    if subjects := [m for m in towns if _SUBJECT.match(text, m.end)]:
        houses = {_name(m) for m in acting}
        houses |= {_name(m) for m in mentions if m.kind == "organisation"}
        acting |= {m for m in subjects if _name(m) in houses}
    return [_as_house(m) if m in acting else m for m in mentions] if acting else mentions


def _name(town: Mention) -> str:
    """One of the names that a province has: 충남 for 충청남도 and 충남도."""
    name = plain_name(town.text)
    return PROVINCES.get(name, name.removesuffix("도"))


def _as_house(town: Mention) -> Mention:
    return Mention(town.start, town.end, "organisation", town.text)


def _acting(text: str, towns: Sequence[Mention], mentions: Sequence[Mention]) -> Iterator[Mention]:
    led = {m.end + 1: m for m in towns if text.startswith(" ", m.end)}
    officers = [m for m in mentions if m.start in led and m.kind == "person"] if led else ()
    yield from [led[m.start] for m in officers if post_after(text, m.end) is not None]
    for town in towns:
        if plain_name(town.text) != town.text and _TOPIC.match(text, town.end):
            yield town
