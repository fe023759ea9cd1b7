"""Places within one article: a town with and without its rank, a village with and without its
town, where one alone can be meant.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from archive.entities.cues.lexicon import KNOWN_PLACES, words
from archive.entities.cues.shapes import FROM_ABROAD

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

# 가람특례시 and 가람시 are one town's names. Local Autonomy Act, articles 2 and 198.
_RANK = re.compile(r"(?<=[가-힣]{2})(?:특례시|특별시|광역시|특별자치시)$")
_PROVINCE = re.compile(r"특별자치도$")
# Names that a town, a province or an ordinary word share: never merged without their rank.
SHARED_NAMES = frozenset(("광주", "제주", "경기", "고성", "강서"))
PROVINCES = {
    "충청북도": "충북",
    "충청남도": "충남",
    "전라북도": "전북",
    "전라남도": "전남",
    "경상북도": "경북",
    "경상남도": "경남",
}
_METROPOLIS = "광역시"
# What the world calls a country in full, and what the press does.
_COUNTRIES = dict(pair.split("/") for pair in sorted(words("short_countries")))
# What papers cut its name to.
SHORT_COUNTRIES = dict(pair.split("/") for pair in sorted(words("cut_countries")))
CITIES = words("cities_abroad")
TOWNS = words("towns")
# These are words of their own: 예산, 공주; cities abroad hardly are.
LIKE_WORDS = TOWNS | words("cities_like_words")
_PART_ENDS = ("구", "읍", "면", "동", "리", "마을", "로", "길", "섬")
_NO_PART_ENDS = ("으로", "도로")
_NO_PARTS = words("not_parts_of_towns")
_SHORTEST_PART = 3  # syllables; 이동 and 관리 are words too
_DIRECTIONS = frozenset(("동부", "서부", "남부", "북부", "중부", "시내", "도심", "외곽", "일대"))


def place_names(known: Collection[str]) -> dict[str, str]:
    """The longest certain name of each of the places `known` that has a longer one here; a country
    keeps the name that the press knows it by.
    """
    longer: dict[str, list[str]] = {}
    countries: dict[str, str] = {}
    for full in known:
        for short in shorter_names(full):
            if short in known:
                longer.setdefault(short, []).append(full)
        if full in _COUNTRIES and _COUNTRIES[full] in known:
            countries[full] = _COUNTRIES[full]
    return countries | {
        short: max(fulls, key=len) for short, fulls in longer.items() if _are_one(fulls)
    }


def _are_one(fulls: Sequence[str]) -> bool:
    """Whether all are one place's names: 누리군 도담읍, 도담읍; 가람특례시, 가람시."""
    longest = f" {plain_name(max(fulls, key=len))}"
    return all(longest.endswith(f" {plain_name(full)}") for full in fulls)


def is_part(name: str) -> bool:
    """Whether a word is the name of a part of a town by its look: 새말리, not 일자리."""
    return (
        len(name) >= _SHORTEST_PART
        and name.endswith(_PART_ENDS)
        and not name.endswith(_NO_PART_ENDS)
        and name not in _NO_PARTS
        and not (name.endswith("리") and FROM_ABROAD.search(name))  # 그랑프리
    )


@lru_cache(maxsize=1 << 12)
def shorter_names(full: str) -> Sequence[str]:
    """What a place can be called for short: 가람특례시 is 가람시 and 가람, 충청북도 충북, and
    누리군 새말리 is 새말리.
    """
    _, _, last = full.partition(" ")
    if last:
        is_name = last not in _DIRECTIONS and (last in CITIES or last not in KNOWN_PLACES)
        return [last, *shorter_names(last)] if is_name else ()
    names = [SHORT_COUNTRIES[full]] if full in SHORT_COUNTRIES else []
    plain = plain_name(full)
    if plain != full:
        names.append(plain)
    if full in PROVINCES:
        names += [PROVINCES[full], f"{PROVINCES[full]}도"]
    bare = plain[:-1]
    ranks = ("시", "도") if bare in KNOWN_PLACES else ("시", "군", "구")
    is_shared = bare in SHARED_NAMES and not full.endswith(_METROPOLIS)  # 광주광역시 is 광주
    if plain.endswith(ranks) and len(bare) > 1 and not is_shared:
        names.append(bare)
    return names


@lru_cache(maxsize=1 << 12)
def plain_name(name: str) -> str:
    """가람시 for 가람특례시, 강원도 for 강원특별자치도; others as they are."""
    return _PROVINCE.sub("도", _RANK.sub("시", name))
