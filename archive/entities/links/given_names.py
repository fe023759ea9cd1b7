"""People called by their given names alone, once the text has named them in full.

`이여울 양은 … 여울 양은`, `여울이가 웃었다`, `엘레나 티 란 씨는 … 란이가`: news speaks so of
children and of neighbours. Where two people of an article have the given name, nobody is meant.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from archive.entities.cues.lexicon import DOUBLE_SURNAMES
from archive.entities.cues.offices import honorific
from archive.entities.cues.shapes import is_given, is_given_name, is_spelt_from_abroad
from archive.entities.links.surnames import FROM_CHINA, OF_CHINA, surname_from_china
from archive.entities.passages import overlapping
from archive.model import Mention

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Mapping, Sequence

    from archive.entities.introduced import Introduction

_GIVEN_LENGTH = 2  # syllables
_SHORTEST_CHINESE = 3  # syllables of a full name
# 이 stands between a name that ends in a consonant and its josa: 여울이가.
_AFTER_LIKE = re.compile(
    r"이(?:가|는|를|도|와|의|랑|네|에게|에겐|한테|한텐|처럼|만|하고)(?![가-힣])"
)
_OPENING = ("“", '"')  # what is named so, ‘여울이 마당’, is no person
# A sentence begins with one of these as often: “하늘은 맑다”.
_LIKE_WORDS = frozenset(
    (
        *("우리", "하늘", "바다", "나무", "소리", "보람", "수지", "하나", "구름", "바람", "시민"),
        *("사랑", "마음", "마루", "미래", "소망", "여름", "가을", "겨울", "새벽", "기쁨", "자연"),
    )
)
_KIN = tuple(
    f"{kin} "
    for kin in (
        *(
            "동생",
            "언니",
            "누나",
            "오빠",
            "맏이",
            "첫째",
            "둘째",
            "셋째",
            "넷째",
            "막내",
            "장남",
            "장녀",
        ),
        *("아들", "딸", "손자", "손녀", "조카", "아내", "남편", "제자", "단짝", "친구"),
    )
)
_AFTER_KNOWN = re.compile(r"(?:가|는|은|이|의|에게|에겐|를|을|와|과|랑|도|만)(?![가-힣])")
_VOCATIVE = re.compile(r"[아야](?=[,!?.…”’])")  # “여울아, 이리 오렴.”
_POLITE = re.compile(r" ([가-힣]{1,7})(?![가-힣])")
_MOST_NAMES = 60  # of one article; one with more is a list


def given_names(
    introduced: Sequence[Sequence[Introduction]], tagged: Container[str] = ()
) -> dict[str, str]:
    """The full names of an article by the given name that one alone has, and nobody goes by; of
    names like words, 최명자, where 명자 is `tagged` as a person.
    """
    fulls = {intro.person.text for intros in introduced for intro in intros}
    if len(fulls) > _MOST_NAMES:
        return {}
    found: dict[str, str] = {}
    # Somebody with a post may go by such a name himself.
    nobodys = {i.person.text for intros in introduced for i in intros if i.roles}
    for full in fulls:
        given = _given(full) or (full[1:] if full[1:] in tagged else "")
        if given and found.setdefault(given, full) != full:
            nobodys.add(given)
    return {given: full for given, full in found.items() if given not in nobodys}


@lru_cache(maxsize=1 << 13)
def _given(full: str) -> str:
    """여울 of 이여울, 란 of 엘레나 티 란, 메이링 of 류메이링; empty for others."""
    first, _, last = full.rpartition(" ")
    if first:
        return last if len(last) == 1 else ""
    if is_spelt_from_abroad(full):
        surname = surname_from_china(full) or full[0]
        given = full.removeprefix(surname)
        may_be = surname in FROM_CHINA or (surname in OF_CHINA and len(full) > _SHORTEST_CHINESE)
        return given if may_be and len(given) > 1 else ""
    given = full[-_GIVEN_LENGTH:]
    is_whole = len(full) == _GIVEN_LENGTH + (2 if full[:2] in DOUBLE_SURNAMES else 1)
    return given if is_whole and (is_given_name(full) or is_given(full, doubled=True)) else ""


def called_by_given_name(
    text: str, mentions: Sequence[Mention], givens: Mapping[str, str]
) -> list[tuple[Mention, str]]:
    """Where the text calls people so, and their full names; of mentions it touches no other than a
    piece of one, 여울 or 여울이 of 여울이가.
    """
    found = []
    for given, full in givens.items():
        for start, end in _calls(text, given):
            inside = overlapping(mentions, start, end)
            if all(m.start == start and m.end <= end + 1 for m in inside):
                found.append((Mention(start, end, "person", text[start:end]), full))
    return found


def _calls(text: str, given: str) -> Iterator[tuple[int, int]]:
    at = text.find(given)
    while at >= 0:
        end = at + len(given)
        if not (at and text[at - 1].isalnum()):
            polite = _POLITE.match(text, end)
            called = honorific(polite[1]) if polite else None
            if polite and called and len(given) > 1:
                yield at, polite.start(1) + len(called)
            elif (
                (_ends_in_consonant(given) and _AFTER_LIKE.match(text, end))
                or (len(given) > 1 and _VOCATIVE.match(text, end))
                or _is_among_friends(text, at, end)
            ):
                yield at, end
        at = text.find(given, end)


def _is_among_friends(text: str, at: int, end: int) -> bool:
    """Whether one speaks there who knows a person, “여울은, or his kin are told, 동생 여울은."""
    before = text[max(0, at - 1) : at]
    given = text[at:end]
    opens = before in _OPENING and given not in _LIKE_WORDS
    is_known = opens or (before == " " and text.endswith(_KIN, 0, at))
    return is_known and _AFTER_KNOWN.match(text, end) is not None


def _ends_in_consonant(name: str) -> bool:
    return (ord(name[-1]) - ord("가")) % 28 != 0
