"""Clinics, which are called what the departments of hospitals are: 새말소아과, 나무와숲 안과."""

from __future__ import annotations

import re

_DEPARTMENTS = (
    *("소아과", "소아청소년과", "내과", "외과", "정형외과", "안과", "치과", "피부과"),
    *("산부인과", "비뇨기과", "이비인후과", "성형외과", "정신과", "정신건강의학과", "한의원"),
)
_NAMED = re.compile(
    r"[가-힣A-Za-z]{2,}(?<!심장)(?<!신장)(?<!호흡기)(?<!소화기)(?<!혈액)(?<!종양)(?<!감염)(?<!순환기)"
    r"(?<!신경)(?<!정형)(?<!성형)(?<!흉부)(?<!구강)(?<!이비인)"
    r"(?:소아과|[내외안치]과|피부과|산부인과|비뇨기과)"
)
_HEADS = ("원장", "의사")


def is_clinic(word: str) -> bool:
    """새말소아과; 심장내과 is a department."""
    return _NAMED.fullmatch(word) is not None


def may_have_name(word: str, post: str) -> bool:
    """Whether the name of a clinic may stand before what it is, with the `post` of who has his
    own: 나무와숲 소아과 김가온 원장; a 교수 is of the department of a hospital.
    """
    return word in _DEPARTMENTS and post.endswith(_HEADS)
