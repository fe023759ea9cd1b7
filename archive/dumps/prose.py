"""How Korean a text looks: enough to choose between two ways of reading the same bytes."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

EVERYDAY: Final = frozenset(
    "이다에는의을고지로가한하서은기사대를도시인아리해일으정나화스전영보했라수어자만부장국있들과원상주게그니제"
    "년진연면위와오소마중성공여동경미적데명것무재구었신우선조내드개회모유비씨점트관안당등되거문후요터치월간방음작"
)
"""The hundred-odd commonest syllables of Korean prose: about two in three of those on any page,
and one in twenty of the syllables that bytes read in a wrong encoding turn into."""

_HANGUL = re.compile("[가-힣]")
_BEYOND_ASCII = re.compile("[^\x00-\x7f]")


def hangul_in(text: str) -> int:
    """How many syllables."""
    return len(_HANGUL.findall(text))


def beyond_ascii_in(text: str) -> int:
    """How many characters that ASCII has not."""
    return len(_BEYOND_ASCII.findall(text))


@cache
def _listed() -> frozenset[str]:
    """The 2,350 syllables of KS X 1001 (rows 16 to 40): nearly all that modern Korean writes."""
    rows, cells = range(0xB0, 0xC9), range(0xA1, 0xFF)
    return frozenset(bytes((row, cell)).decode("euc_kr") for row in rows for cell in cells)


def listed_share(text: str) -> float:
    """The share of syllables that KS X 1001 lists, 0.0 where there are none."""
    syllables = _HANGUL.findall(text)
    if not syllables:
        return 0.0
    listed = _listed()
    return sum(syllable in listed for syllable in syllables) / len(syllables)


def everyday_share(text: str) -> float:
    """The share of everyday syllables among the syllables, 0.0 where there are none."""
    syllables = _HANGUL.findall(text)
    if not syllables:
        return 0.0
    return sum(syllable in EVERYDAY for syllable in syllables) / len(syllables)
