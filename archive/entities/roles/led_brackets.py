"""A post that leads a bracket behind its house, before the name: `누리군의회(의장 김가온)`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from archive.entities.cues.houses import is_house, run_before, tidy
from archive.entities.cues.offices import AFTER_OFFICE, office, office_word, stand_together
from archive.entities.cues.owners import whole_before
from archive.entities.roles.housed import last_word

if TYPE_CHECKING:
    from collections.abc import Mapping

    from archive.model import Mention

_PARTS = re.compile(r"[,·ㆍ/;]")
_CLOSED = ") "
_LED = re.compile(r"(?<=[가-힣])\((?P<post>[가-힣]{2,8}) [가-힣]{2,4}\) $")
_LONGEST_BRACKET = 18  # characters
_WITH_PARTS = ("병원", "의료원", "대", "대학", "학교")
_PAIR = 2  # words
_JOSA = ("가", "이", "는", "은")
_LONGEST_WORD = 24  # characters


def led_bracket(text: str, opened: int, end: int, ends: Mapping[int, Mention]) -> list[str]:
    """The posts that a bracket which opens there names up to `end`, where a name begins, with the
    house before the bracket; none where no post ends there.
    """
    said = _PARTS.split(text[opened + 1 : end])[-1].split()
    found = office_word(said[-1]) if said else None
    if not found or found.josa:
        return []
    house = _house_before(text, opened, found.title, ends)
    if len(said) == _PAIR and office_word(said[0]) and not stand_together(*said):
        return [office(house, said[0]), said[1]]  # 서장 총경 김가온
    if said[-1] in AFTER_OFFICE:  # 누리시(시장 권한대행 김가온)
        return [" ".join((office(house, said[0]), *said[1:]))]
    title = " ".join(said)
    return [office(house, title) if len(said) == 1 else f"{house} {title}".strip()]


def house_led(text: str, at: int, post: str, ends: Mapping[int, Mention], *, part: str) -> str:
    """누리병원 of `누리병원(원장 이여울) 소아과 김가온 교수`, where a `part` of it or a name begins
    at `at`, before the `post`; empty where no bracket that its head leads ends there.
    """
    if not text.endswith(_CLOSED, 0, at):
        return ""
    led = _LED.search(text, max(0, at - _LONGEST_BRACKET), at)
    if led is None or office_word(led["post"]) is None:
        return ""
    if part and not text.endswith(_WITH_PARTS, 0, led.start()):
        return ""
    return tidy(text[whole_before(text, led.start(), 0, ends, post) : led.start()])


def _house_before(text: str, opened: int, post: str, ends: Mapping[int, Mention]) -> str:
    """The house that ends at a bracket or a blank before it, or any word that ends at it."""
    spaced = text.startswith(" ", opened - 1)
    end = opened - spaced
    start = whole_before(text, end, 0, ends, post)
    if start == end and text.endswith(_JOSA, 0, end):
        start = run_before(text, end - 1, 0, ends, post)
        start = end if start == end - 1 else start
    if start == end and not spaced:
        word = last_word(text, max(0, end - _LONGEST_WORD), end)
        may_be_house = word is not None and office_word(word.group()) is None  # 박사(지도교수
        start = word.start() if word and may_be_house else end
    return _without_josa(tidy(text[start:end]))


def _without_josa(house: str) -> str:
    """새말협의체 of `새말협의체가(위원장`."""
    bare = house[:-1]
    return bare if house.endswith(_JOSA) and is_house(bare.rpartition(" ")[2]) else house
