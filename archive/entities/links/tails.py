"""Houses without the first syllables of their names: 상인연합회 for 가람시상인연합회."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from archive.entities.cues.lexicon import HOUSE_NOUNS, KNOWN_PLACES, words
from archive.entities.cues.shortened import FOUNDED, NATIONAL, with_short_kind
from archive.entities.links.company_marks import bare_name

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

# These name a house of every town: alone they are whose the article's only one is.
_LOCAL = frozenset(("시의회", "군의회", "구의회", "도의회", "시청", "군청", "구청", "도청"))
_SOCIETIES = ("회", "연합", "연맹", "당", "회관", "공사", "공단", "봉사단")
AREA_ENDINGS = ("시", "군", "구", "도", "읍", "면", "동")
_TOWN_LED = ("시립", "군립", "구립", "도립")
KINDS = words("definite_houses") | _LOCAL
"""Said alone, these are the one of their kind that the article has named."""
LONGEST_NAME = 40  # syllables
_SHORTEST_PARTY = 3  # syllables
_SHORTEST_HEAD = 2  # syllables that a name may go without: 새누리당 is not 누리당
_SHORTEST_TAIL = 4  # syllables of a name without its town: 상인연합회 is one, 협회 says too little


@lru_cache(maxsize=1 << 12)
def tails_of(full: str) -> Sequence[str]:
    """What is left of a society's name without its first syllables, 이웃사랑회 of 나루시이웃사랑회,
    축제추진위 of 나루시축제추진위원회; of other houses it may be what they are or deal in:
    요양병원, 생명보험.
    """
    if len(full) > LONGEST_NAME or " " in full or not full.endswith(_SOCIETIES):
        return ()
    names = (full, *with_short_kind(full))
    return [
        name[cut:]
        for name in names
        for cut in range(_SHORTEST_HEAD, len(name) - _SHORTEST_TAIL + 1)
        if name[cut:] not in HOUSE_NOUNS
    ]


def by_tail(fulls: Sequence[str]) -> dict[str, list[str]]:
    """The names that can be short for others, each with those that it is the tail of."""
    if len(fulls) == 1:
        return {}
    found: dict[str, list[str]] = {text: [] for text in fulls if _may_be_tail(text)}
    lengths: dict[str, set[int]] = {}  # by the last syllable, which both have
    for tail in found:
        lengths.setdefault(tail[-1], set()).add(len(tail))
    for full in dict.fromkeys([bare_name(full) for full in fulls]) if found else ():
        if len(full) <= LONGEST_NAME:
            for length in lengths.get(full[-1:], ()):
                if 1 < length < len(full) and full[-length:] in found:
                    found[full[-length:]].append(full)
    return found


@lru_cache(maxsize=1 << 12)
def _may_be_tail(text: str) -> bool:
    if text in KINDS:
        return True
    shortest = _SHORTEST_PARTY if text.endswith("당") else _SHORTEST_TAIL
    return len(text) >= shortest and text not in HOUSE_NOUNS


def whole_of_tail(text: str, tails: Mapping[str, Sequence[str]]) -> str | None:
    """상인연합회 for 가람시상인연합회, where it is the tail of one name alone."""
    longer = tails.get(text, ())
    if len(longer) != 1:
        return None
    before = longer[0][: -len(text)].strip()
    if before in FOUNDED or before in NATIONAL or (before == "더" and text.endswith("당")):
        return longer[0]
    if len(before) >= _SHORTEST_HEAD and len(text) >= _SHORTEST_TAIL:
        return longer[0]
    town = before in KNOWN_PLACES or (len(before) > 1 and before.endswith(AREA_ENDINGS))
    definite = text in KINDS
    return longer[0] if town or definite or text.startswith(_TOWN_LED) else None
