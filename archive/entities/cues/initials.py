"""Whether a short name is made of the syllables of a long one: 누강협 of 누리강살리기협의회."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from archive.entities.cues.shortened import NATIONAL
from archive.korean.hanja import softened

if TYPE_CHECKING:
    from collections.abc import Sequence

_KINDS_IN_FULL = (
    *("협의회", "연합회", "총연합회", "위원회", "총연맹", "협회", "연맹", "연합", "연대", "공단"),
    *("공사", "진흥원", "연구원", "평가원", "개발원", "기술원", "관리원", "노동조합", "재단", "청"),
    *("처", "위원단", "모임", "조합", "학회", "센터", "총협의회", "총연합", "농민회", "당"),
)
# The initials of these go into their names too: 누강원 for 누리강감독원.
_INSTITUTES = ("감독원", "평가원", "관리원", "정보원", "보호원", "진흥원", "연구원", "개발원")
_INSTITUTE = "원"
_PIECE = 2  # syllables of a word, the fewest
_FEWEST_INITIALS = 2
_SHORTEST_TAKEN, _KIND_LENGTH = 3, 4  # syllables
# 의협 of 대한의사협회: who speaks for all of a calling needs one.
_OF_CALLING, _SAID_OF_MANY = "협", frozenset("농수축신임단산무군")
_LIKE_INITIALS = re.compile(
    r"(?<![가-힣A-Za-z0-9])(?:[가-힣]{2,3}(?:협|련|노조|공단|연대|위|청|당|원)|[가-힣]협)"
    r"(?=(?:은|는|이|가|을|를|의|에|과|와|도|측|에서|에게)?(?![가-힣A-Za-z0-9]))"
)


@lru_cache(maxsize=1 << 12)
def first_initials(full: str) -> str:
    """The syllables that the initials of a name begin with, 누 and 전 of 전국누리강살리기협의회;
    empty for a house of a kind that goes by none.
    """
    name = without_nation(full)
    if not name.endswith((*_KINDS_IN_FULL, *_INSTITUTES)):
        return ""
    return name[0] if name[0] == full[0] else name[0] + full[0]


def without_nation(full: str) -> str:
    """누리협회 of 대한누리협회."""
    return full[2:] if full.startswith(NATIONAL) else full


def is_made_of_initials(short: str, full: str) -> bool:
    """Whether a short name is the first syllables of the words of a long one and what it is:
    누강협 of 누리강살리기협의회. The words have two syllables or more, so no two of the initials
    stand side by side.
    """
    name = without_nation(full)
    if short[:1] not in first_initials(full):
        return False
    if short[1:] == _OF_CALLING:
        of_all = name != full and name.endswith("협회") and len(name) > len("누리협회")
        return of_all and short[0] == name[0] and short[0] not in _SAID_OF_MANY
    return _is_made_of(short, name if short[0] == name[0] else full)


def _is_made_of(short: str, name: str) -> bool:
    if short.endswith(_INSTITUTE) and name.endswith(_INSTITUTES):
        return _are_initials(short[:-1], name[:-1])
    for kind in _KINDS_IN_FULL:
        if not name.endswith(kind):
            continue
        head = name[: -len(kind)]
        last = short[-1] if softened(short[-1]) == kind[0] else kind[0]  # 연합 is 련 in 전어련
        for end in {last, kind[-1], kind}:
            initials = short.removesuffix(end)
            if initials != short and _are_initials(initials, head):
                return True
    return False


def is_drawn_from(short: str, full: str) -> bool:
    """Whether the syllables of `short` come from `full`, in their order, from its first one on; or
    `short` is what it ends in, 우주청 of 누리우주청.
    """
    if full.endswith(short):
        return True
    letters = iter([softened(letter) for letter in full])  # 연합 is 련 in 전어련
    return (
        len(short) < len(full) - 1
        and short[0] in (full[0], without_nation(full)[:1])
        and all(softened(letter) in letters for letter in short)
    )


def is_taken_from(short: str, full: str) -> bool:
    """Whether the syllables of `short` come from `full`, in their order and to the kind that it is:
    누바회 of 가람누리바둑회, also without the town that it begins with.
    """
    if len(short) < _SHORTEST_TAKEN or len(full) <= len(short) + 1:
        return False
    letters = iter([softened(letter) for letter in full])
    in_order = all(softened(letter) in letters for letter in short)
    return in_order and softened(short[-1]) in [softened(letter) for letter in full[-_KIND_LENGTH:]]


def said_by_initials(text: str, full: str) -> Sequence[str]:
    """Words of the text that are made of the initials of a name; they end as few words do."""
    said = []
    for first in first_initials(full):
        at = text.find(first)
        while at >= 0:
            is_inside = at > 0 and "가" <= text[at - 1] <= "힣"  # of a word
            match = None if is_inside else _LIKE_INITIALS.match(text, at)
            if match and is_made_of_initials(match.group(), full):
                said.append(match.group())
            at = text.find(first, at + 1)
    return said


def _are_initials(initials: str, head: str) -> bool:
    if len(initials) < _FEWEST_INITIALS or initials[0] != head[:1]:
        return False
    at = 0
    for initial in initials[1:]:
        at = head.find(initial, at + _PIECE)
        if at < 0:
            return False
    return True
