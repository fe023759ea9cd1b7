"""Houses tagged by a part of their name, where the text has one alone with that part.

Its last word, 스콜피언스 for 가람 스콜피언스; its first ones, 온솔 for 온솔제약, once it has been
named in full; 군 for the 누리군 that acts in the text.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from archive.entities.cues.lexicon import HOUSE_NOUNS, KNOWN_PLACES, words

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from archive.entities.passages import Texts

_RANKS = frozenset("군시구도")
_SHORTEST_TOWN = 3  # syllables
_SHORTEST = 2  # syllables
_OF_COMPANIES = words("company_nouns") | words("dropped_company_nouns")
_NOUN_SIZES = sorted({len(noun) for noun in _OF_COMPANIES})


def by_part(texts: Texts) -> dict[str, str]:
    """The full name of each house that is tagged by such a part too."""
    houses, places = texts["organisation"], texts["place"]
    ends: dict[str, list[str]] = {}
    heads: dict[str, list[str]] = {}
    for full in houses:
        last, firsts = _parts(full)
        if last is not None and last in houses and last not in places:
            ends.setdefault(last, []).append(full)
        for first in firsts:
            if first in houses and first not in places:
                heads.setdefault(first, []).append(full)
    found = {text: alike[0] for text, alike in ends.items() if len(alike) == 1}
    fulls = list(houses) if heads else []
    for text, alike in heads.items():
        if text not in ends and len(alike) == 1 and fulls.index(alike[0]) < fulls.index(text):
            found[text] = alike[0]
    return found | _towns(houses)


@lru_cache(maxsize=1 << 12)
def _parts(full: str) -> tuple[str | None, Sequence[str]]:
    """The last word of a name of several, and what a company's begins with."""
    last = full.rpartition(" ")[2]
    is_part = last != full and _may_be_part(last)
    firsts = [first for first in without_company_noun(full) if _may_be_part(first)]
    return last if is_part else None, firsts


def without_company_noun(full: str) -> Sequence[str]:
    """온솔 of 온솔제약."""
    return [full[:-size] for size in _NOUN_SIZES if full[-size:] in _OF_COMPANIES]


def _may_be_part(text: str) -> bool:
    known = text in HOUSE_NOUNS or text in KNOWN_PLACES
    return len(text) >= _SHORTEST and " " not in text and not known


def _towns(houses: Iterable[str]) -> dict[str, str]:
    """The town that acts in the text by its rank alone, if that is one: 군 for 누리군."""
    found = {}
    for rank in _RANKS.intersection(houses):
        towns = [h for h in houses if h.endswith(rank) and len(h) >= _SHORTEST_TOWN]
        if len(longest := _longest(towns)) == 1:
            found[rank] = longest[0]
    return found


def _longest(towns: Sequence[str]) -> Sequence[str]:
    """The one town that all are, with its province or without: 충북 누리군 and 누리군."""
    longest = max(towns, key=len, default="")
    return [longest] if all(longest.endswith(town) for town in towns) else towns
