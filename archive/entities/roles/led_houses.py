"""Houses that a clause before a name names: `누리상회를 이끄는 김가온 대표`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from archive.entities.cues.house_parts import EVENTS
from archive.entities.cues.houses import is_house, marked_before
from archive.entities.cues.kinds import follows_class_of_firms
from archive.entities.cues.lexicon import LEGAL_FORMS, words, words_in_order
from archive.entities.cues.owners import NO_HOUSE

if TYPE_CHECKING:
    from collections.abc import Mapping

    from archive.model import Mention

_VERBS = [verb.replace("_", " ") for verb in words_in_order("leading_verbs")]
LEADING = tuple(f"{verb} " for verb in _VERBS)
_LED = re.compile(rf"(?P<house>[가-힣A-Za-z0-9&㈜]{{2,20}}+)(?<=[을를]) (?:{'|'.join(_VERBS)}) $")
_OWNER = re.compile(r"(?<![가-힣A-Za-z0-9])(?P<house>[가-힣A-Za-z0-9&]{2,20})의$")
# A class of houses before a name that no list knows: 게임사 솜사탕웍스.
_KIND = re.compile(r"(?:[가-힣](?:사|기업|업체)|기업|회사|스타트업|법인|브랜드|단체) $")
_PUPIL = "학생"
_ATTENDED = re.compile(
    r"(?<![가-힣A-Za-z0-9])(?P<house>[가-힣A-Za-z0-9]{2,12}(?:[초중고대]|학교|대학))"
    r"에 (?:다니는|재학 중인) $"
)
# 누리연구소가 26일 내놓은 보고서에서
_REPORTED = re.compile(
    r"(?P<house>[가-힣A-Za-z0-9]{2,20})(?:이|가|은|는) (?:[가-힣0-9]{1,8} ){0,2}"
    r"(?:내놓은|낸|펴낸|발표한|공개한|발간한) (?:[가-힣]{1,8} ){0,2}"
    r"(?:보고서|논문)에서 $"
)
_REPORTS = "에서 "
_WRITERS = ("연구위원", "연구원", "박사", "애널리스트", "연구관", "이코노미스트")
_REACH = 36  # characters
_REACH_OF_REPORT = 64
_HEADS = (
    *("대표", "대표이사", "회장", "사장", "단장", "원장", "소장", "관장"),
    *("지휘자", "감독"),
)
_OF_EVENTS = ("홍보대사", "위원장", "위원", "예술감독", "총감독")
_DEFINITE = words("definite_houses") | NO_HOUSE | set(LEGAL_FORMS)


def led_house(text: str, at: int, post: str, floor: int, ends: Mapping[int, Mention]) -> str:
    """누리상회 of `누리상회를 이끄는`, which ends at `at`, before a name and its bare `post`;
    누리고 of `누리고에 다니는` before a pupil's.
    """
    if post == _PUPIL:
        school = _ATTENDED.search(text, max(floor, at - _REACH), at)
        return school["house"] if school else ""
    if not post.endswith(_HEADS) or not text.endswith(LEADING, floor, at):
        return ""
    match = _LED.search(text, max(floor, at - _REACH), at)
    if match is None:
        return ""
    start, end = match.start("house"), match.end("house") - 1
    house = ends.get(end)
    if house is not None and house.start >= floor:
        is_one = house.kind == "organisation" and house.text not in _DEFINITE
        return house.text if is_one else ""
    if (marked := marked_before(text, end, floor)) < end:
        return text[marked:end]
    name = text[start:end]
    led = _KIND.search(text, max(floor, start - 6), start)
    return name if name not in _DEFINITE and (led or is_house(name)) else ""


def report_house(text: str, at: int, post: str, floor: int, ends: Mapping[int, Mention]) -> str:
    """누리연구소 of `누리연구소가 내놓은 보고서에서`, which ends at `at`, before the name of who
    wrote it and his `post`.
    """
    if not text.endswith(_REPORTS, floor, at) or not post.endswith(_WRITERS):
        return ""
    match = _REPORTED.search(text, max(floor, at - _REACH_OF_REPORT), at)
    if match is None or match["house"] in _DEFINITE:
        return ""
    house = ends.get(match.end("house"))
    if house is not None and house.kind == "organisation" and house.start >= floor:
        return house.text
    return match["house"] if is_house(match["house"]) else ""


def owning_unknown(text: str, end: int, post: str, floor: int) -> str:
    """페이온 of `핀테크 기업 페이온의`, which ends at `end`: its class says that it is a house; so
    does the end of 누리협회의, of 누리축제의 before the `post` of who is called to it.
    """
    if (marked := marked_before(text, end - 1, floor)) < end - 1:
        return text[marked : end - 1]
    match = _OWNER.search(text, max(floor, end - _REACH), end)
    if match is None or match["house"] in _DEFINITE:
        return ""
    name = match["house"]
    if is_house(name) or _is_event(name, post):
        return name
    return name if _KIND.search(text, max(floor, match.start() - 6), match.start()) else ""


def firm_start(text: str, end: int, floor: int) -> int:
    """Where a firm begins that ends in 의 at `end` and is told by its class or its rank: 페이온 of
    `해운사 페이온의 제임스 보른 회장`, `업계 1위 페이온의 한도윤 이사`; `end` if none does.
    """
    match = _OWNER.search(text, max(floor, end - _REACH), end + 1)
    if match is None or match["house"] in _DEFINITE:
        return end
    return match.start() if follows_class_of_firms(text, match.start()) else end


def _is_event(name: str, post: str) -> bool:
    """Whether a name is an event's, in one word with what it is called, and has the post."""
    if not (name.endswith(EVENTS) and post.endswith(_OF_EVENTS)):
        return False
    return name.removeprefix("국제").removeprefix("전국") not in EVENTS
