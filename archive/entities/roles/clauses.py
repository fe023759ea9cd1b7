"""Clauses before a name that give it a post: 누리협회 회장으로 선출된 김가온, 의장을 맡은 김가온.

What somebody was gives none: 의장을 지낸 김가온.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from archive.entities.cues.houses import is_country
from archive.entities.cues.lexicon import words
from archive.entities.cues.offices import is_bare, office, office_word
from archive.entities.cues.owners import OF
from archive.entities.cues.trades import trade_before
from archive.entities.roles.givers import NO_HOUSE
from archive.entities.roles.housed import REACH, housed, last_word, with_another

if TYPE_CHECKING:
    from collections.abc import Mapping
    from collections.abc import Set as AbstractSet

    from archive.model import Mention

_HELD = sorted(words("holding_verbs"))
_GIVEN = sorted(words("appointing_verbs"))
# 누리상회가 상무로 승진시킨 김가온
_GIVING = ("승진시킨", "임명한", "선임한", "발탁한", "영입한", "위촉한", "추대한", "앉힌", "내정한")
_WORK = ("일을_하는", "일을_해_온", "일을_하고_있는")  # 요양보호사 일을 하는 김가온
_GIVING_ENDS = tuple(f"{verb} " for verb in _GIVING)
_ENDS = tuple(
    f"{verb.replace('_', ' ')} "
    for verb in (*_HELD, *_GIVEN, *_GIVING, "이_된", "가_된", "로_있는", *_WORK)
)
_ADVERBS = "|".join(sorted(words("appointing_adverbs")))


def _any_of(verbs: list[str]) -> str:
    return "|".join(verb.replace("_", " ") for verb in verbs)


_SINCE = r"\d+[년월일](?:째|간|을|이나)?|\d+년 (?:넘게|동안|가까이)"  # 목수로 30년 넘게 살아온
_CLAUSE = re.compile(
    r"(?<![가-힣A-Za-z0-9])(?P<post>[가-힣A-Za-z0-9·]{2,14}?)(?:직| 자리)?"
    rf"(?:(?:을|를|까지|도) (?:{_any_of(_HELD)})|[이가] 된|로 있는| 일을 (?:하는|해 온|하고 있는)"
    rf"|(?:으로|로|에) (?:(?:{_ADVERBS}|{_SINCE}) )*(?:{_any_of([*_GIVEN, *_GIVING])})) $"
)
_BEING = re.compile(
    r"(?<![가-힣A-Za-z0-9])(?P<post>[가-힣A-Za-z0-9·]{2,14}?)(?:\([A-Z]{2,4}\))?인[ \n]$"
)
_FROM, _FROM_REACH = "출신 ", 16
_ORIGIN = re.compile(r"(?<![가-힣])[가-힣]{2,8} 출신 $")  # 회장으로 선출된 배우 출신 김가온
# 간호사인 한국인 김가온
_NATIONALS = ("국인 ", "본인 ", "일인 ", "스인 ", "주인 ")
_NATIONAL = re.compile(
    r"(?<=인 )(?:[가-힣]{2,4}계 )?(?:한국|미국|일본|중국|영국|독일|프랑스|호주)인 $"
)
_ATTORNEY, _AGENT = "대리", "인"  # 대리인, who is no 대리 of a firm
_DEEDS, _OBJECT = ("검사",), "을를"  # 검사를 맡은 간호사
_REACH = 48  # characters
_BARE_SUBJECT = ("이", "가")
_SUBJECTS = ("이 ", "가 ", "은 ", "는 ")
_BEING_ENDS = ("인 ", "인\n")  # scripts of broadcasts break lines there
_LAST_TWO = frozenset(end[-3:-1] for end in _ENDS)
LAST_SYLLABLES = frozenset(end[-2] for end in (*_ENDS, *_BEING_ENDS, _FROM))
"""What the last word of such a clause ends in."""


class ClausePost(NamedTuple):
    """A post that a clause gives, without its house, and where its word begins."""

    start: int
    title: str


def clause_post(text: str, at: int, floor: int) -> ClausePost | None:
    """The post that the clause gives which ends at `at` and does not begin before `floor`."""
    if at - 1 <= floor or text[at - 1] not in " \n":
        return None
    at = _before_origin(text, at, floor)
    if text[at - 3 : at - 1] in _LAST_TWO and text.endswith(_ENDS, floor, at):
        match = _CLAUSE.search(text, max(floor, at - _REACH), at)
    elif text.endswith(_BEING_ENDS, floor, at):
        match = _BEING.search(text, max(floor, at - _REACH), at)
    else:
        return None
    post = office_word(match["post"]) if match else None
    if match and post is None and (trade := trade_before(text, match.end("post"), floor)):
        return ClausePost(trade.start("role"), trade["role"])  # 국밥집 주인인
    if match is None or post is None or post.josa:
        return None
    behind = match.end("post")
    is_agent = post.title == _ATTORNEY and text.startswith(_AGENT, behind)
    is_deed = post.title in _DEEDS and text[behind] in _OBJECT
    return None if is_agent or is_deed else ClausePost(match.start(), post.title)


def _before_origin(text: str, at: int, floor: int) -> int:
    """Where a clause ends before what tells where somebody is from: 배우 출신, 한국인."""
    if text.endswith(_FROM, floor, at):
        origin = _ORIGIN.search(text, max(floor, at - _FROM_REACH), at)
    elif text.endswith(_NATIONALS, floor, at):
        origin = _NATIONAL.search(text, max(floor, at - _FROM_REACH), at)
    else:
        return at
    return origin.start() if origin else at


class Clauses:
    """Reads the clauses of a text, of which `people` begin where they do."""

    def __init__(self, text: str, ends: Mapping[int, Mention], people: AbstractSet[int]) -> None:
        self._text = text
        self._ends = ends
        self._people = people

    def posts(self, at: int, person: Mention, floor: int) -> list[str]:
        """`직함으로 선출된`, `직함을 맡은`, `직함이자 직함인`, where a name's phrase begins."""
        found = clause_post(self._text, at, floor)
        if found is None or self._owns_person(person):
            return []
        role, begin = housed(self._text, found.start, found.title, floor, self._ends)
        if self._text.endswith(_GIVING_ENDS, 0, at):
            giver = self._subject(begin)
            return [office(giver.text, role) if is_bare(role) else role] if giver else []
        if self._is_of_another(begin):
            return []
        return with_another(self._text, begin, role, floor, self._ends)

    def _subject(self, at: int) -> Mention | None:
        """누리상회 of `누리상회가 상무로 승진시킨`, where the post begins at `at`."""
        house = self._ends.get(at - 2)
        if house is None or house.kind != "organisation" or house.text in NO_HOUSE:
            return None
        return house if self._text.startswith(_SUBJECTS, at - 2) else None

    def _owns_person(self, person: Mention) -> bool:
        """회장을 맡은 가람의 김가온: the clause says of another what it does not say of a town."""
        named = person.end + len(OF) in self._people or is_country(person.text)
        return named and self._text.startswith(OF, person.end)

    def _is_of_another(self, at: int) -> bool:
        """아버지가 교수인 김가온: the post at `at` has a subject of its own."""
        word = last_word(self._text, max(0, at - REACH), at - 1)
        return word is not None and word.group().endswith(_BARE_SUBJECT)
