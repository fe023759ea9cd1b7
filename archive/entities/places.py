"""Places within one article: a town with and without its rank, where one alone can be meant."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from archive.entities.lexicon import KNOWN_PLACES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

# 가람특례시 and 가람시 are one town's names. Local Autonomy Act, articles 2 and 198.
_RANK = re.compile(r"(?<=[가-힣]{2})(?:특례시|특별시|광역시|특별자치시)$")
_PROVINCE = re.compile(r"특별자치도$")
# Names that a town, a province or an ordinary word share: never merged without their rank.
SHARED_NAMES = frozenset(("광주", "제주", "경기", "고성", "강서"))
_PROVINCES = {
    "충청북도": "충북",
    "충청남도": "충남",
    "전라북도": "전북",
    "전라남도": "전남",
    "경상북도": "경북",
    "경상남도": "경남",
}


def place_names(texts: Iterable[str]) -> dict[str, str]:
    """The longest certain name of each of the places `texts` that has a longer one here."""
    known = dict.fromkeys(texts)
    longer: dict[str, list[str]] = {}
    for full in known:
        for short in shorter_names(full):
            if short in known:
                longer.setdefault(short, []).append(full)
    return {
        short: max(fulls, key=len)
        for short, fulls in longer.items()
        if len({plain_name(full) for full in fulls}) == 1
    }


def shorter_names(full: str) -> Iterator[str]:
    """What a place can be called for short: 가람특례시 is 가람시 and 가람, 충청북도 충북."""
    plain = plain_name(full)
    if plain != full:
        yield plain
    if full in _PROVINCES:
        yield _PROVINCES[full]
    bare = plain[:-1]
    ranks = ("시", "도") if bare in KNOWN_PLACES else ("시", "군", "구")
    if plain.endswith(ranks) and len(bare) > 1 and bare not in SHARED_NAMES:
        yield bare


@lru_cache(maxsize=1 << 12)
def plain_name(name: str) -> str:
    """가람시 for 가람특례시, 강원도 for 강원특별자치도; others as they are."""
    return _PROVINCE.sub("도", _RANK.sub("시", name))
