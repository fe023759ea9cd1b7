"""What a bracket or a label behind a name or its post says of a person: `김가온(52·가람대 교수)`,
`김가온 의원(전 누리군수)`, `[김가온/가람 주민]`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from archive.entities.cues.clinics import is_clinic
from archive.entities.cues.houses import is_house, marked_before, run_before, schooled, tidy
from archive.entities.cues.lexicon import is_josa
from archive.entities.cues.offices import head_of, office, office_word

if TYPE_CHECKING:
    from collections.abc import Mapping
    from collections.abc import Set as AbstractSet

    from archive.model import Mention

_BRACKET = re.compile(r"\s?[(\[（〈<](?!(?:주|사|재|유)\))([^()\[\]（）〈〉<>\n]{1,60})[)\]）〉>]")
_BAPTISED = re.compile(r"[A-Z]\. ?[가-힣]{2,6}")  # 김가온(M.콜베) 신부
_OPENING = frozenset("([（〈<")
_PART = re.compile(r"\s*(?:[·ㆍ․,/;:|]|(?<=[세살])\.)\s*")
_AGE = re.compile(r"(?:만 ?)?(\d{1,3})(?:세|살)?$")
_REST = re.compile(r"[·ㆍ,/] ?(?P<post>[^()\n,·ㆍ]{2,30})\)")
_LABEL = re.compile(
    r"\s?[/|]\s?([^\[\]/<>\n:“\"-]{2,30}?)\s?"
    r"(?P<end>[\]>]|$|(?=[-:“\"\n]|\([^()\n]{1,12}\) ?:))"
)
_WORD = re.compile(r"[가-힣]{1,4}")
_SAID = re.compile(r"(?<=[(·ㆍ/:])[^()\n,·ㆍ/;:]{3,24}(?=[),·ㆍ/;:])")
_DEPARTMENT = re.compile(r"\((?:\d{1,2}세?[·,] ?)?(?P<said>[가-힣]{2,8}과|[내외안치]과)\)")
_OF_DEPARTMENTS = ("교수", "전문의")
_LONGEST = 62  # characters of a bracket
_OF_OTHERS = (
    *("의원", "위원", "후보", "당선인", "대변인", "장관", "차관"),
    *("시장", "군수", "구청장", "지사", "총리", "대통령", "원내대표", "당대표"),
    "변호사",  # a bracket names whom he acts for as often as his firm
)
_LAWYER = "변호사"
_LAW_FIRMS = re.compile(
    r"\((?:법무법인|로펌|(?:합동)?법률사무소) |\([가-힣]+(?:법률[가-힣]*단|법률사무소|변호사회)\)"
)
_HEAD_OF_CLINIC = "원장"
_OF_CHURCHES = ("교회 담임", "교회 원로", "성당 주임")
_PARTY = "당"
_GRADE = "학년"
_DEPARTMENT_ENDS = "과"


class Said(NamedTuple):
    """What a bracket says: where it ends, an age, posts. One that says nothing ends where it would
    begin.
    """

    end: int
    age: str | None = None
    roles: tuple[str, ...] = ()


def bracket_behind(text: str, at: int, people: AbstractSet[int]) -> Said:
    """What the bracket at `at` says, if there is one and none of `people` begins in it."""
    if _OPENING.isdisjoint(text[at : at + 2]):
        return Said(at)
    match = _BRACKET.match(text, at)
    if match and _BAPTISED.fullmatch(match[1]):
        return Said(match.end())
    if not match or not people.isdisjoint(range(match.start(1), match.end())):
        return Said(at)
    age, roles = None, []
    for part in _PART.split(match[1].strip()):
        if years := _AGE.match(part):
            age = years[1]
        elif (word := office_word(head_of(part))) and not word.josa and len(part) > 1:
            roles.append(" ".join(part.split()))
        elif part.endswith(_OF_CHURCHES):
            roles.append(part)
    return Said(match.end(), age, tuple(roles))


def rest_of_bracket(text: str, at: int, people: AbstractSet[int]) -> tuple[str, ...]:
    """The post after a name in a bracket that a post leads: 가람농협(조합장 김가온·누리회 이사)."""
    match = _REST.match(text, at)
    if match is None or not people.isdisjoint(range(match.start(), match.end())):
        return ()
    post = office_word(head_of(match["post"]))
    return (match["post"],) if post and not post.josa else ()


def josa_behind(text: str, at: int, before: str) -> str:
    """The josa behind a bracket that ends at `at`, of the word that ends in `before`."""
    word = _WORD.match(text, at)
    return word.group() if word and is_josa(word.group(), before) else ""


def label_behind(text: str, at: int) -> tuple[str, ...]:
    """`[김가온/가람 주민]`, `인터뷰 : 김가온 / 가람시 관광과장`."""
    match = _LABEL.match(text, at)
    if match is None:
        return ()
    post = office_word(head_of(match[1]))
    known = bool(match["end"]) or (post is not None and not post.josa)
    return (" ".join(match[1].split()),) if known else ()


def house_behind(text: str, at: int, post: str, ends: Mapping[int, Mention]) -> str:
    """The house that a bracket at `at` names, behind the bare `post` of it, 김가온 교수(누리대
    사회학과), 이여울 감독(누리FC), 백아람 목사(노회장/누리교회); empty if it names none.

    A bracket behind a member's name or a candidate's names a committee, a party or a district, none
    of which is the house of the post; nor is a town where somebody lives.
    """
    if not text.startswith("(", at):
        return ""
    by_firm = post.endswith(_LAWYER) and _LAW_FIRMS.match(text, at)
    if post.endswith(_OF_OTHERS) and not by_firm:
        return ""
    closed = text.find(")", at, at + _LONGEST) + 1
    said = _SAID.finditer(text, at, closed) if closed else ()
    return next((tidy(m.group()) for m in said if _is_house_of(text, m.span(), post, ends)), "")


def housed_behind(text: str, at: int, post: str, ends: Mapping[int, Mention]) -> str:
    """The bare `post` with the house or the department that a bracket at `at` names."""
    house = house_behind(text, at, post, ends)
    return office(house, post) if house else with_department(text, at, post)


def with_department(text: str, at: int, role: str) -> str:
    """A `role` with the department in a bracket at `at`: 누리병원 교수 of `누리병원 김가온
    교수(외과)` is 누리병원 외과 교수.
    """
    head = head_of(role)
    match = _DEPARTMENT.match(text, at) if head in _OF_DEPARTMENTS else None
    return f"{role.removesuffix(head)}{match['said']} {head}" if match else role


def _is_house_of(text: str, span: tuple[int, int], post: str, ends: Mapping[int, Mention]) -> bool:
    start, end = span
    said = text[start:end]
    if said.endswith((_PARTY, _GRADE)) or said.isascii():
        return False
    if said.endswith(_DEPARTMENT_ENDS) and " " not in said:  # see `with_department`
        return post == _HEAD_OF_CLINIC and is_clinic(said)
    if not _ends_in_house(text, start, end, post, ends):
        return False
    return run_before(text, end, start, ends, post) == start


def _ends_in_house(text: str, start: int, end: int, post: str, ends: Mapping[int, Mention]) -> bool:
    mention = ends.get(end)
    if mention is not None and mention.kind == "organisation":
        return True
    word = text[start:end].rpartition(" ")[2]
    return is_house(word) or schooled(word, post) or marked_before(text, end, start) == start
