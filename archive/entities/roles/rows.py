"""People named in a row, who share the post that stands beside the last or the first of them."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from archive.entities.cues.houses import run_before, tidy
from archive.entities.cues.offices import (
    AND,
    fullest,
    head_of,
    is_trade,
    office,
    office_word,
)
from archive.entities.roles.brackets import housed_behind

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from archive.entities.introduced import Introduction
    from archive.model import Mention

_JOINED = re.compile(r"(?:\([^()\n]{1,20}\))?(?:[·ㆍ.]| [·ㆍ] )")
LONGEST_JOINT = 25
"""Characters between two that are joined, with a bracket of one of them."""
DOTS = ("·", "ㆍ")
_SPACED_DOTS = (" · ", " ㆍ ")
_IN_ROW = re.compile(r"(?:\([^()\n]{1,20}\))?(?: ?씨)?(?:[·ㆍ]| [·ㆍ] |,? |[과와] )")
_OTHER_HOUSE = re.compile(r"(?:\([^()\n]{1,20}\))?(?:[·ㆍ]|, ?|[과와] )(?P<house>[^,()\n]{2,24}) ")
# Two of one calling: 개그맨 부부 김가온과 이여울.
PAIRS = frozenset(
    (
        *("부부", "커플", "형제", "자매", "남매", "부자", "부녀", "모녀", "모자", "쌍둥이"),
        *("콤비", "듀오"),
    )
)
_OF_PAIRS = tuple(f"{pair} " for pair in PAIRS)
_WITH = ("과 ", "와 ")
_OF_SEVERAL = (
    *("의원", "위원", "후보", "기자", "특파원", "선수", "코치"),
    *("변호사", "작가", "교수", "판사", "검사", "셰프", "시인", "평론가", "연구위원", "애널리스트"),
)
# What all of a row are, said behind the last: 김가온, 이여울 등의 작가가, 김가온·이여울 두 교수가
_OF_ALL = re.compile(
    r" ?(?:등의?(?: (?:\d+|[두세네] )[명인]의)?|(?:\d+|[두세네] ?)[명인]의|[두세네])"
    r" (?P<said>[가-힣]{2,10})(?P<count> (?:\d+|여러 ?)[명인])?(?! 출신)"
)
# 김가온, 이여울 등 누리신문 특파원 3명이
_OF_ONE_HOUSE = re.compile(
    r" ?등 (?P<house>[^.,()“”\n]{2,24}?)(?: 소속)? (?P<said>[가-힣]{2,10})"
    r" (?:\d+|[두세네] ?|여러 ?)[명인]"
)
_OF_ALL_FIRST = frozenset(" 등두세네0123456789")
_SEVERAL = "들"
_OF_CLIENTS = "변호사"  # 김가온 등의 변호사: of no row of lawyers
_AS_SUBJECTS = ("이", "가", "은", "는")
_LISTED = re.compile(r"(?:\([^()\n]{1,20}\))?,? ")
_BRACKET_AND_COMMA = re.compile(r"\([^()\n]{1,20}\)(?:, |·)")
_HELD_BY_SEVERAL = ("공동", "각자")
# A bracket that a post leads, and those who stand in it before a name: (위원장 김가온·
_LED_BRACKET = re.compile(r"\([가-힣]{2,8} (?:[가-힣]{2,5}(?:[· ]|, ?)){0,4}$")
_IN_LIST = re.compile(r"[·ㆍ ]|, ?")
_LONGEST_BRACKET, _CLOSING = 40, (")", "·", ",", " ")
_OF_ALL_BEFORE = ("(이상 ", "(이하 ", "(모두 ")
_ENDS = ("", ",", "\n", ";")
_JOINT_AND = re.compile(r"(?:\([^()\n]{1,20}\))?(?:[과와] |, |[·ㆍ])")
# What several in a row are, where it is said once before them; a 감독 or a 시장 is one alone.
_CALLINGS = frozenset(
    (
        *("배우", "가수", "작가", "선수", "개그맨", "개그우먼", "코미디언", "아나운서"),
        *("시인", "소설가", "화가", "성우", "래퍼", "연기자", "연극배우", "해녀", "어부", "농부"),
    )
)


def with_shared_posts(
    text: str, found: Sequence[Introduction], ends: Mapping[int, Mention]
) -> list[Introduction]:
    """The introductions `found`, each without a post with the one that its row shares."""
    row = [
        one if one.roles or one.josa or one.polite else _as_all_are(text, one, ends)
        for one in found
    ]
    for at in range(len(row) - 2, -1, -1):
        one, other = row[at], row[at + 1]
        if one.roles or not other.roles:
            continue
        floor = row[at - 1].person.end + 1 if at else 0
        if are_joined(text, one.person, other.person) or _are_members(text, one, other):
            row[at] = one._replace(roles=_of_own_bracket(text, one, other, ends))
        elif post := _post_of_own_house(text, one, other, floor, ends):
            row[at] = one._replace(roles=(post,))
    shared: tuple[str, ...] = ()
    of_pair = False
    for at, one in enumerate(row):
        if one.roles:
            row[at] = _with_joint_post(text, row[at - 1], one) if at else one
            shared = _said_before(text, one)
            of_pair = text.endswith(_OF_PAIRS, 0, one.person.start)
        elif (
            shared
            and (of_pair or not (one.polite and _is_apart(text, row[at - 1])))
            and _follows(text, row[at - 1].person, one, row[at + 1 : at + 2])
        ):
            row[at] = one._replace(roles=shared)
        elif (
            at
            and row[at - 1].roles
            and (
                _is_joined_in_bracket(text, row[at - 1], one.person)
                or _is_dotted_behind_post(text, row[at - 1], one)
            )
        ):
            row[at] = one._replace(roles=row[at - 1].roles)
        else:
            shared = ()
    return row


def _as_all_are(text: str, one: Introduction, ends: Mapping[int, Mention]) -> Introduction:
    """`one` without a post, 씨 or josa with what the text calls all of the row that he ends."""
    if text[one.end : one.end + 1] not in _OF_ALL_FIRST:
        return one
    match = _OF_ALL.match(text, one.end)
    said = match["said"].partition(_SEVERAL)[0] if match else ""
    post = office_word(said)
    if match is None or post is None:
        return _as_all_of_house_are(text, one, ends)
    if not (post.josa or match["count"] or said != match["said"]):
        return one
    if post.title == _OF_CLIENTS and "의 " in match.group():
        return one
    if not is_of_several(post.title):
        return one
    return one._replace(roles=(housed_behind(text, one.person.end, post.title, ends),))


def _as_all_of_house_are(text: str, one: Introduction, ends: Mapping[int, Mention]) -> Introduction:
    """The same where what they are of is said too: `김가온, 이여울 등 누리신문 특파원 3명`."""
    match = _OF_ONE_HOUSE.match(text, one.end)
    post = office_word(match["said"]) if match else None
    if match is None or post is None or post.josa or not is_of_several(post.title):
        return one
    start, end = match.span("house")
    if run_before(text, end, start, ends, post.title) != start:
        return one
    return one._replace(roles=(office(tidy(match["house"]), post.title),))


def _of_own_bracket(
    text: str, one: Introduction, other: Introduction, ends: Mapping[int, Mention]
) -> tuple[str, ...]:
    """The posts of the next of a row, of the house that one's own bracket names if the other's
    does: 김가온(소아과)·이여울(신경과) 교수; none where the other's stand in his bracket, unless
    it is of all: (이상 누리대 교수).
    """
    if not text.startswith("(", other.person.end):
        return other.roles
    if not text.startswith(_OF_ALL_BEFORE, other.person.end) and _post_in_bracket(text, other):
        return ()
    heads = {role: head_of(role) for role in other.roles}
    return tuple(
        housed_behind(text, one.person.end, head, ends)
        if role != head and housed_behind(text, other.person.end, head, ends) == role
        else role
        for role, head in heads.items()
    )


def _post_in_bracket(text: str, other: Introduction) -> bool:
    """Whether what one is stands in the bracket behind the name: 이여울(누리은행 차장)씨."""
    start = other.person.end
    inside = text[start : text.find(")", start, start + _LONGEST_BRACKET) + 1]
    return all(head_of(role) in inside for role in other.roles)


def are_joined(text: str, one: Mention, other: Mention) -> bool:
    """Whether a dot alone stands between two people: 김가온·이여울."""
    dotted = text.endswith((*DOTS, *_SPACED_DOTS, "."), one.end, other.start)
    return dotted and _JOINED.fullmatch(text, one.end, other.start) is not None


def are_listed(text: str, one: Mention, other: Mention) -> bool:
    """Whether a comma or a space stands between two people, and a bracket: 김가온(52), 이여울."""
    return _LISTED.fullmatch(text, one.end, other.start) is not None


def _post_of_own_house(
    text: str, one: Introduction, other: Introduction, floor: int, ends: Mapping[int, Mention]
) -> str | None:
    """The post of 김가온 in `새말당 김가온, 누리당 이여울 후보`: the last one's, in his house."""
    if len(other.roles) != 1 or one.polite:
        return None
    between = _OTHER_HOUSE.fullmatch(text, one.person.end, other.person.start)
    if between is None:
        return None
    house, _, post = other.roles[0].rpartition(" ")
    end = one.person.start - 1
    start = run_before(text, end, floor, ends, post) if text[end : end + 1] == " " else end
    if not house or house != between["house"] or start >= end:
        return None
    return f"{tidy(text[start:end])} {post}"


def _are_members(text: str, one: Introduction, other: Introduction) -> bool:
    """김가온, 이여울 의원, 김가온 이여울 기자: of such posts several are named in a row."""
    if not any(map(is_of_several, other.roles)):
        return False
    return are_listed(text, one.person, other.person)


@lru_cache(maxsize=1 << 12)
def is_of_several(role: str) -> bool:
    """Whether several in a row are commonly named with one `role`."""
    head = head_of(role)
    of_office = head.endswith(_OF_SEVERAL) or head.startswith(_HELD_BY_SEVERAL)
    return of_office or role in _CALLINGS


def is_calling(title: str) -> bool:
    """Whether a post is a calling, which two of one family may share."""
    return title in _CALLINGS or is_trade(title)


def _follows(text: str, before: Mention, one: Introduction, rest: Sequence[Introduction]) -> bool:
    """Whether a name goes on a row, as in 배우 김가온, 이여울과 한도윤 감독. 배우 김가온, 이여울과
    만났다: who is met is of no row.
    """
    joint = _IN_ROW.fullmatch(text, before.end, one.person.start)
    if joint is None:
        return False
    if joint.group() == " " and one.josa not in _AS_SUBJECTS:  # 배우 김가온 이여울과 결혼
        return False
    if not (joint.group().endswith(", ") and text.startswith(_WITH, one.person.end)):
        return True
    return bool(rest) and rest[0].person.start == one.person.end + len(_WITH[0])


def _is_apart(text: str, before: Introduction) -> bool:
    """Whether 씨 behind the name after the one `before` is its own: not in `해녀 김가온(82),
    이여울(79) 씨`, where it stands once behind a row.
    """
    is_listed = text.startswith((", ", "·"), before.end) or _BRACKET_AND_COMMA.match(
        text, before.person.end
    )
    return bool(before.polite) or not is_listed


def _is_joined_in_bracket(text: str, before: Introduction, one: Mention) -> bool:
    """이여울 of `누리협의체(위원장 김가온·이여울)`, where the bracket ends with the name."""
    if not text.startswith(_CLOSING, one.end):
        return False
    start = before.person.start
    joined = _IN_LIST.fullmatch(text, before.person.end, one.start) is not None
    return joined and _LED_BRACKET.search(text, max(0, start - _LONGEST_BRACKET), start) is not None


def _is_dotted_behind_post(text: str, before: Introduction, one: Introduction) -> bool:
    """이여울 of `부회장 김가온·이여울, 감사 한도윤`: only the post before says what he is."""
    if len(before.roles) != 1 or one.josa or one.polite or text[one.end : one.end + 1] not in _ENDS:
        return False
    said = f"{head_of(before.roles[0])} "
    dotted = are_joined(text, before.person, one.person)
    return dotted and text.endswith(said, 0, before.person.start)


def _with_joint_post(text: str, before: Introduction, one: Introduction) -> Introduction:
    """`one` with what he is with the one before: `공동의장 김가온 교수와 이여울 교수`."""
    joint = [role for role in before.roles if head_of(role).startswith(_HELD_BY_SEVERAL)]
    if not joint or not _JOINT_AND.fullmatch(text, before.end, one.person.start):
        return one
    is_said = text.endswith(f"{head_of(joint[0])} ", 0, before.person.start)
    heads = [head_of(role) for role in one.roles]
    are_callings = heads == [head_of(role) for role in before.roles if role not in joint]
    are_callings = are_callings or _CALLINGS.issuperset(heads)  # no 기자, who asks them
    return one._replace(roles=fullest((*one.roles, joint[0]))) if is_said and are_callings else one


def _said_before(text: str, one: Introduction) -> tuple[str, ...]:
    """The calling that stands before a name, 배우 김가온, or a post that several hold, 공동대표
    김가온; who is 가수 겸 배우 is both alone.
    """
    role, *others = one.roles
    if others or f" {AND} " in role:
        return ()
    if text.endswith(_OF_PAIRS, 0, one.person.start):
        return one.roles
    head = head_of(role)
    is_shared = head in _CALLINGS or head.startswith(_HELD_BY_SEVERAL)
    said = f"{head} ", f"{head}인 "
    return one.roles if is_shared and text.endswith(said, 0, one.person.start) else ()
