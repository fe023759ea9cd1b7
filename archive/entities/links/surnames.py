"""The surname that a later 김 시장 says of a name, and the other where a name can be cut twice."""

from __future__ import annotations

import re
from functools import lru_cache

from archive.entities.cues.lexicon import DOUBLE_SURNAMES, RARE_DOUBLE_SURNAMES, SURNAMES
from archive.entities.cues.shapes import is_spelt_from_abroad

# Those of China that take two syllables in Hangul (외래어 표기법).
FROM_CHINA = frozenset(
    (
        *("가오", "다이", "라오", "라이", "랴오", "러우", "레이", "마오", "메이", "바오", "바이"),
        *("샤오", "야오", "어우양", "위안", "자오", "자이", "저우", "쩌우", "차오", "차이", "추이"),
        *("타오", "페이", "하오", "허우"),
    )
)
OF_CHINA = frozenset("왕리장류린천양황우쉬쑨주마후궈뤄량쑹셰탕쩡톈둥판쑤쉐옌딩루슝첸쿵")
"""Those of one syllable."""
_LENGTHS_FROM_CHINA = range(3, 7)  # syllables of a full name
_OF_TWO = 2  # syllables
_DOUBLE = DOUBLE_SURNAMES | RARE_DOUBLE_SURNAMES
LONG_SURNAMES = tuple(sorted(_DOUBLE | FROM_CHINA, key=len, reverse=True))
"""Surnames of more than one syllable, the longest first."""
_KOREAN_NAME = re.compile(r"[가-힣]{2,4}")
_CUT_TWICE = 3  # syllables: 서문규 is of the 서문 or of the 서


@lru_cache(maxsize=1 << 13)
def surname_of(name: str) -> str:
    """The surname of a Korean name, and of one written so, 자오밍위안 and 탄 웨이량; the last name
    of one syllable of another, 란 of 엘레나 티 란; empty for others.
    """
    if name[1:2] == " " and (name[0] in SURNAMES or name[-2:-1] != " "):
        return name[0]
    if name[-2:-1] == " ":
        return name[-1]
    if name[:2] in DOUBLE_SURNAMES and len(name) > _OF_TWO:
        return name[:2]
    return surname_from_china(name) or (name[0] if _KOREAN_NAME.fullmatch(name) else "")


@lru_cache(maxsize=1 << 13)
def surname_from_china(name: str) -> str:
    """자오 of 자오밍위안; empty where a name is of another shape."""
    if len(name) not in _LENGTHS_FROM_CHINA or " " in name:
        return ""
    surname = next((name[:size] for size in (3, 2) if name[:size] in FROM_CHINA), "")
    return surname if surname != name and is_spelt_from_abroad(name) else ""


@lru_cache(maxsize=1 << 13)
def other_surname(name: str) -> str:
    """서 of 서문규, whose surname may be 서문, and 동방 of 동방혁; empty for most names."""
    if name[:2] in DOUBLE_SURNAMES:
        return name[0] if len(name) == _CUT_TWICE else ""
    return name[:2] if name[:2] in RARE_DOUBLE_SURNAMES and len(name) > _OF_TWO else ""
