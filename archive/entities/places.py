"""Places within one article: a town with and without its rank, where one alone can be meant."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from archive.entities.lexicon import KNOWN_PLACES

if TYPE_CHECKING:
    from collections.abc import Iterable

# 가람특례시 and 가람시 are one town's names. Local Autonomy Act, articles 2 and 198.
_RANK = re.compile(r"(?<=[가-힣]{2})(?:특례시|특별시|광역시|특별자치시)$")
_PROVINCE = re.compile(r"특별자치도$")
# Names that a town, a province or an ordinary word share: never merged without their rank.
_SHARED = frozenset(("광주", "제주", "경기", "고성", "강서"))
_PROVINCES = {
    "충북": "충청북도",
    "충남": "충청남도",
    "전북": "전라북도",
    "전남": "전라남도",
    "경북": "경상북도",
    "경남": "경상남도",
}


def place_names(texts: Iterable[str]) -> dict[str, str]:
    """The longest certain name of each of the places `texts` that has a longer one here."""
    known = dict.fromkeys(texts)
    names: dict[str, str] = {}
    for text in known:
        longer = [other for other in known if other != text and is_short_of(text, other)]
        if len(longer) == 1:
            names[text] = longer[0]
        elif longer and len({_plain(one) for one in longer}) == 1:
            names[text] = max(longer, key=len)
    return names


def is_short_of(short: str, full: str) -> bool:
    """Whether `short` can only be `full`: 가람 of 가람시, 충북 of 충청북도."""
    if len(short) >= len(full) or len(short) < 2:
        return False
    if _plain(full) == short or _PROVINCES.get(short) == full:
        return True
    if short in _SHARED or short.endswith(("시", "군", "구", "도")):
        return False
    if short in KNOWN_PLACES:
        return _plain(full) in (f"{short}시", f"{short}도")
    return _plain(full) in (f"{short}시", f"{short}군", f"{short}구")


def _plain(name: str) -> str:
    return _PROVINCE.sub("도", _RANK.sub("시", name))
