"""Numbers of a query as news writes them: 12㎝ is 12cm too, and full-width digits are digits."""

from __future__ import annotations

import re

from archive.korean.hangul import fold

_TABLE = """
㎜ mm ㎝ cm ㎞ km ㎟ mm2 ㎠ cm2 ㎡ m2 ㎢ km2 ㎤ cm3 ㎥ m3 ㎎ mg ㎏ kg ㎍ μg ㎖ ml ㎗ dl ㎘ kl ㏄ cc
㏊ ha ㎐ hz ㎑ khz ㎒ mhz ㎓ ghz ㎾ kw ㎿ mw ㎉ kcal ㍱ hpa ㏈ db ㏙ ppm ㎧ m/s ℃ °c
"""
_PAIRS = _TABLE.split()
_LETTERS = dict(zip(_PAIRS[::2], _PAIRS[1::2], strict=True))
_SIGNS = {letters: sign for sign, letters in _LETTERS.items()}
_AROUND = ".,;:!?'\"()[]‘’“”…*"
_SIGN = re.compile("[\u2103\u2109\u3371-\u337a\u3380-\u33df\u33ff]")
_MEASURE = re.compile(
    rf"(?P<number>.*[0-9])(?P<unit>{_SIGN.pattern}|[a-z°μ/]+[23]?)(?P<rest>[가-힣]*)"
)
_DIGITS = str.maketrans("０１２３４５６７８９", "0123456789")


def spellings(word: str) -> tuple[str, ...]:
    """How a number with its unit may be written, as typed first; any other word that holds the sign
    of a unit as it is; nothing for a word without.
    """
    typed = fold(word).strip(_AROUND)
    measure = _MEASURE.fullmatch(typed)
    unit = measure["unit"] if measure else ""
    other = _LETTERS.get(unit) or _SIGNS.get(unit)
    if measure and other:
        return typed, f"{measure['number']}{other}{measure['rest']}"
    return (typed,) if _SIGN.search(typed) else ()


def in_plain_digits(word: str) -> str:
    """The word with its full-width digits as digits."""
    return word.translate(_DIGITS)
