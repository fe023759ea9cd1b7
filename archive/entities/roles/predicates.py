"""What a sentence says that its topic is: `김가온 교수는 현재 누리협회 부회장이다`.

It is said alone, `그는 시인이다`, with when it is so, `지금은 시인이다`, with an age, `스물세 살
용접공이다`, or with where one has learnt it, `누리대를 나온 시인이다`; 훌륭한 시인이다 praises.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from archive.entities.cues.offices import fullest, office_word
from archive.entities.roles.housed import housed

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from archive.entities.introduced import Introduction
    from archive.model import Mention

_TOPICS = ("은", "는")
# The first word that can end a clause, up to the next: 말했다 is no post.
_CLAUSE_END = re.compile(
    r"(?<![가-힣A-Za-z0-9·])(?P<said>[가-힣A-Za-z0-9·]{3,24}+)"
    r"(?:(?<=[다며고자])|(?<=이기도) (?:하다|하며|합니다))(?=[.,\s]|$)"
)
_BEING = frozenset(("이다", "다", "이며", "며", "이고", "이자", "입니다"))
_TOO = "이기도"
_SINCE = re.compile(r" (?:(?:현재는?|지금은?|올해|(?:\d+년|지난해|올해)부터) )*")
# 스물세 살 용접공이다
_AGED = re.compile(r" (?:(?:올해|이제|만) )*(?:[가-힣]{1,5}|\d{1,3}) ?[살세](?:의|인|짜리|배기)? ")
_EDUCATED = re.compile(r" (?:[^\s.,]+ ){0,2}[^\s.,]+[을를] (?:나온|졸업한|전공한|마친) ")
_REACH = 48  # characters


def with_predicates(
    text: str, found: Sequence[Introduction], ends: Mapping[int, Mention]
) -> list[Introduction]:
    """The introductions `found`, with the posts that the text says they hold."""
    return [
        one._replace(roles=fullest((*one.roles, *said)), told=(*one.told, *said))
        if one.josa in _TOPICS and (said := said_of(text, one.end + len(one.josa), ends))
        else one
        for one in found
    ]


def said_of(text: str, at: int, ends: Mapping[int, Mention]) -> list[str]:
    """The posts that the predicates of a topic which ends at `at` name, each with its house."""
    roles: list[str] = []
    floor, reach = at, at + _REACH
    while match := _CLAUSE_END.search(text, floor, reach):
        too = match["said"].endswith(_TOO)
        post = office_word(match["said"].removesuffix(_TOO))
        if post is None or not (too or post.josa in _BEING):
            break
        role, begin = housed(text, match.start(), post.title, floor, ends)
        if not any(lead.fullmatch(text, floor, begin) for lead in (_SINCE, _AGED, _EDUCATED)):
            break
        roles.append(role)
        floor = match.end()
    return roles
