"""Public houses that everyone shortens, as the press does: 기획재정부 and 기재부, 국회
환경노동위원회 and 환노위.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from archive.entities.cues.lexicon import words

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_PARTS = ("위원회", "본부")  # said with the house they are of: 국회 환경노동위원회
PUBLIC = dict(pair.split("/")[::-1] for pair in sorted(words("short_names")))
"""The name of each by the short one."""
_SHORTENED: dict[str, list[str]] = {}
for _pair in sorted(words("short_names")):
    _SHORTENED.setdefault(_pair.partition("/")[0], []).append(_pair.partition("/")[2])
# 산은, 예보 and 나사 are words of their own.
SURE_SHORTS = PUBLIC.keys() - set(words("short_names_like_words"))


@lru_cache(maxsize=1 << 12)
def public_shorts(text: str) -> Sequence[str]:
    """The short names of a public house: 환노위 of 국회 환경노동위원회, 안보리 of 유엔
    안전보장이사회.
    """
    name = text.rpartition(" ")[2] if text.endswith(_PARTS) else text.replace(" ", "")
    return _SHORTENED.get(name, ())


def public_names(houses: Iterable[str]) -> set[str]:
    """The names of those public houses that are tagged by short ones, IMF: both, if the short one
    is no other word.
    """
    short = [name for name in houses if name in PUBLIC]
    return {PUBLIC[name] for name in short} | SURE_SHORTS.intersection(short)
