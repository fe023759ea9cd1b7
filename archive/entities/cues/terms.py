"""The how many-th to hold a post somebody is, `김가온 제7대 누리문화원장`, and what a judge is in
charge of before his name: no part of the post.
"""

from __future__ import annotations

import re

_TERM = r"(?:제?\d{1,3}대|민선 ?\d{1,2}기)"
_WORD = re.compile(_TERM)
_BEFORE = re.compile(rf"(?<![가-힣A-Za-z0-9]){_TERM} $")
_LAST_SYLLABLES, _ENDS, _LONGEST = "대기", ("대 ", "기 "), 8
_IN_CHARGE = re.compile(r"(?<![가-힣])영장 ?(?:전담|담당)$")
_JUDGES, _LONGEST_CHARGE = "판사", 6


def is_term(word: str) -> bool:
    """Whether a word counts the holders of a post: 제7대, 민선7기."""
    return word[-1] in _LAST_SYLLABLES and _WORD.fullmatch(word) is not None


def before_term(text: str, at: int) -> int:
    """Where `제7대` begins before a name at `at`, 누리문화원 제7대 김가온 원장; `at` if none is."""
    if not text.endswith(_ENDS, 0, at):
        return at
    term = _BEFORE.search(text, max(0, at - _LONGEST), at)
    return term.start() if term else at


def before_charge(text: str, end: int, post: str) -> int:
    """Where what stands before 영장전담 ends, 누리지법 영장전담 김가온 부장판사; `end` if it is not
    said there.
    """
    if not post.endswith(_JUDGES):
        return end
    charge = _IN_CHARGE.search(text, max(0, end - _LONGEST_CHARGE), end)
    return charge.start() - 1 if charge and charge.start() else end
