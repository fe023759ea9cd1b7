"""Whose post stands beside his name as the body says that gives it: `누리회는 회장 김가온, 감사
이여울 씨를 뽑았다`, `누리단은 김가온 신임 단장을 선임했다`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from archive.entities.cues.offices import is_bare, office, office_word
from archive.entities.roles.appointing import OBJECT, SUBJECT
from archive.entities.roles.given_in_rows import Given

if TYPE_CHECKING:
    from archive.entities.introduced import Introduction
    from archive.entities.roles.givers import Givers

# Who is elected by a body to a post of its own.
_ELECTS = ("선출", "선임", "뽑", "추대", "임명", "영입")
_ELECTED = ("회장", "이사장", "이사", "감사", "총무", "국장", "위원장", "간사", "단장", "의장")
_CALLED_NEW = (" 신임 ", " 새 ", " 신규 ", " 차기 ")
_LISTED_FOR = re.compile(
    r" ?씨?(?:(?:, ?| ?[△▲▷·] ?)[가-힣 ,△▲▷·]{2,80}?)?(?: 등)?(?: 새)?"
    r"(?: (?:임원|임원진|집행부|운영진|이사진|회장단|간부))?[을를] (?:각각 |새로 )?"
)
_WINS = "당선"
# 누리협회 제3대 회장 선거에서
_VOTE = re.compile(r" (?:제?\d+대 )?(?P<post>[가-힣]{2,8}) (?:보궐)?선거에서? ")
_NO_LIST = re.compile(r"에게|에서|하고|하며|가운데|참석|위해")


def elected(
    text: str, givers: Givers, one: Introduction, verb: re.Match[str], begin: int
) -> Given | None:
    """What he is given, in a sentence that begins at `begin`."""
    if verb.group().startswith(_WINS) and one.josa in SUBJECT:
        return _by_vote(text, givers, one, begin)
    if len(one.roles) != 1 or not verb.group().startswith(_ELECTS):
        return None
    of_list = _of_list(text, givers, one, verb, begin)
    return of_list or _named_new(text, givers, one, verb, begin)


def _by_vote(text: str, givers: Givers, one: Introduction, begin: int) -> Given | None:
    """Who wins a vote, `누리협회 회장 선거에서 김가온 씨가 당선됐다`."""
    vote = _VOTE.search(text, begin, one.person.start)
    post = office_word(vote["post"]) if vote else None
    if vote is None or post is None or post.josa:
        return None
    return Given(office(givers.house_before(vote.start(), begin), post.title), "", is_before=False)


def _of_list(
    text: str, givers: Givers, one: Introduction, verb: re.Match[str], begin: int
) -> Given | None:
    """Of a list of those elected, 누리회는 회장 김가온, 감사 이여울 씨를 뽑았다."""
    (role,) = one.roles
    start = one.person.start - len(role) - 1
    if not role.endswith(_ELECTED) or not is_bare(role):
        return None
    end = verb.start()
    listed = _LISTED_FOR.fullmatch(text, one.end, end)
    if not listed or _NO_LIST.search(listed.group()) or givers.names_house(one.end, end):
        return None
    if not text.startswith(f"{role} ", start):
        return None
    owner = givers.owner(begin, one.person.start, start, role)
    return Given(office(owner, role), owner, is_before=True) if owner else None


def _named_new(
    text: str, givers: Givers, one: Introduction, verb: re.Match[str], begin: int
) -> Given | None:
    """Who is called new in the post that he is given: 누리단은 김가온 신임 단장을 선임했다."""
    if one.josa not in OBJECT:
        return None
    (role,) = one.roles
    called = text[one.person.end : one.end].removesuffix(role)
    if called not in _CALLED_NEW or text[one.end + 1 : verb.start()].strip():
        return None
    owner = givers.owner(begin, one.person.start, one.person.start, role)
    return Given(office(owner, role), "", is_before=False) if owner else None
