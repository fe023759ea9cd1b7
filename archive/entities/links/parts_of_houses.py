"""Houses tagged by a part of their name, where the text has one alone with that part.

Its last word, 스콜피언스 for 가람 스콜피언스; its first ones, 온솔 for 온솔제약, once it has been
named in full; 군 for the 누리군 that acts in the text.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from archive.entities.cues.lexicon import HOUSE_NOUNS, KNOWN_PLACES, words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from archive.entities.passages import Texts

_RANKS = ("군", "시", "구", "도")
_SHORTEST_TOWN = 3  # syllables
_SHORTEST = 2  # syllables
_OF_COMPANIES = words("company_nouns") | words("dropped_company_nouns")


def by_part(texts: Texts) -> dict[str, str]:
    """The full name of each house that is tagged by such a part too."""
    houses = texts["organisation"]
    fulls = list(houses)
    found: dict[str, str] = {}
    for at, text in enumerate(fulls):
        if text in _RANKS:
            alike = _longest([h for h in fulls if h.endswith(text) and len(h) >= _SHORTEST_TOWN])
        elif _may_be_part(text) and text not in texts["place"]:
            alike = [h for h in fulls if h.endswith(f" {text}")]
            alike = alike or _begun_by(text, fulls, at)
        else:
            continue
        if len(alike) == 1:
            found[text] = alike[0]
    return found


@lru_cache(maxsize=1 << 12)
def _may_be_part(text: str) -> bool:
    known = text in HOUSE_NOUNS or text in KNOWN_PLACES
    return len(text) >= _SHORTEST and " " not in text and not known


def _longest(towns: Sequence[str]) -> Sequence[str]:
    """The one town that all are, with its province or without: 충북 누리군 and 누리군."""
    longest = max(towns, key=len, default="")
    return [longest] if all(longest.endswith(town) for town in towns) else towns


def _begun_by(text: str, fulls: Sequence[str], at: int) -> Sequence[str]:
    """The companies that begin so, if all are named before."""
    alike = [h for h in fulls if h.startswith(text) and h[len(text) :] in _OF_COMPANIES]
    return alike if all(h in fulls[:at] for h in alike) else ()
