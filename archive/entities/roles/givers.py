"""The house that gives a post: `누리상회는` of `누리상회는 김가온 씨를 대표로 선임했다`.

It is the topic of the sentence, whose meeting or election it is, or where somebody works.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

from archive.entities.cues.houses import (
    AREA_ENDINGS,
    POSTINGS,
    is_country,
    is_house,
    run_before,
    tidy,
)
from archive.entities.cues.lexicon import HOUSE_ENDINGS, KNOWN_PLACES, words
from archive.entities.cues.offices import BEFORE_OFFICE, is_bare, office_word
from archive.entities.cues.owners import whole_before
from archive.entities.roles.appointing import (
    is_become,
    is_holding,
    is_promotion,
    is_recommendation,
    is_registration,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from archive.entities.introduced import Introduction
    from archive.model import Mention

_HOUSES = ("organisation", "place")
_CANDIDATES = (" 후보", " 예비후보")
# Those that a house recommends for its own posts: others recommend 대법관 후보.
_OWN_CANDIDATES = ("행장 후보", "회장 후보", "사장 후보")
# What a house decides by; its posts are the house's.
_BOARD = re.compile(r"(?:^| )[가-힣]*(?:추천위원회|추천위|이사회)$")
# 누리협회(회장 김가온)는, ‘누리협회’는; no subject of a clause that another house follows, 누리군이
# 속한.
_TOPIC = re.compile(
    r"[’']?(?:\([A-Za-z]{2,8}\)|\([가-힣]{2,6} [가-힣]{2,4}\))?"
    r"(?:은|는|도|측은|측이|[이가](?!,? (?:[가-힣]*[속함]한|[가-힣]+들인|[가-힣]*만든) )),? |, "
)
_MEETING = re.compile(
    r" (?:[가-힣]{2,4} )?[가-힣]{0,4}"
    r"(?:총회|이사회|전당대회|대의원대회|대의원회|추천위원회)(?:에서|를 |[는가] )"
)
_ELECTION = re.compile(r" (?P<post>[가-힣]{2,6}) 선거(?:에서|에|에는) ")
# A house that no tagger knows.
_OPENING = re.compile(r"(?P<house>[가-힣A-Za-z0-9&㈜]{3,20})(?:[은는이가] |, )")
# They name no house in full, or appoint to houses that are not theirs.
NO_HOUSE = words("definite_houses") | {
    *("정부", "국무총리실", "백악관", "검찰", "경찰", "노조", "이사회", "법원"),
    *("여당", "야당", "구단", "회사"),
}
_PALACE = ("비서관", "수석", "대변인", "행정관", "비서실장", "정책실장")
# Some posts that a house of state gives are its own, others are not: 감사원장, 국무총리.
_OF_STATE = {"대통령실": _PALACE, "청와대": _PALACE, "국회": ("위원장", "의장", "부의장")}
# Of the house that gives the post.
_PARTS = ("학과", "학부", "대학원", "본부", "사업부", "실", "팀")
_OF_TOWNS = ("시립", "군립", "구립", "도립")
_AT = "에서 "


class Givers:
    """Finds the houses that give the posts of a text."""

    def __init__(self, text: str, mentions: Sequence[Mention]) -> None:
        self._text = text
        self._mentions = mentions
        self._ends = {m.end: m for m in mentions}

    def giver(
        self, one: Introduction, verb: re.Match[str], span: tuple[int, int], role: str
    ) -> str:
        """The house that gives the post, of a sentence and its post that begin at `span`; none
        gives what one becomes, or names oneself for. Where one works is it of what one is.
        """
        begin, post = span
        if is_holding(verb):
            return self._works_at(post, role, begin)
        if is_recommendation(verb) and not role.endswith(_OWN_CANDIDATES):
            return ""
        by_itself = is_registration(verb) or is_become(verb)
        return "" if by_itself else self.owner(begin, one.person.start, post, role)

    def is_part(self, role: str, post: int) -> bool:
        """Whether what stands before the `post` that begins there is a part of the house that gives
        it, 경영학과, a town's 시립합창단, or says only what for: 다문화 통역관.
        """
        part = role.partition(" ")[0]
        if part.endswith(_PARTS) or part.startswith(_OF_TOWNS):
            return True
        if role.endswith(_CANDIDATES) and not is_bare(role):  # 누리당은 가람시장 후보로
            return False
        named = post - 1 in self._ends or part in BEFORE_OFFICE or part in POSTINGS
        return not (named or is_house(part) or part in KNOWN_PLACES or is_country(part))

    def names_house(self, start: int, end: int) -> bool:
        """Whether a house is named in that stretch."""
        first = bisect_left(self._mentions, start, key=lambda mention: mention.start)
        last = bisect_left(self._mentions, end, key=lambda mention: mention.start)
        return any(mention.kind in _HOUSES for mention in self._mentions[first:last])

    def begins_house(self, at: int) -> bool:
        """Whether a house or a place begins there, in one word with its head: 새말선수촌장."""
        first = bisect_left(self._mentions, at, key=lambda mention: mention.start)
        mention = self._mentions[first] if first < len(self._mentions) else None
        return mention is not None and mention.start == at and mention.kind in _HOUSES

    def owner(self, begin: int, name: int, post: int, role: str) -> str:
        """The house that gives the post: the topic of the sentence, `누리상회는`, in a headline
        `누리상회,`; or whose meeting does, `누리협회 정기총회에서`.
        """
        if house := self._elects(begin, name):
            return house
        named = self._house_named(begin, name, post)
        if named is not None:
            return _BOARD.sub("", named.text) if _appoints(named, role) else ""
        opening = _OPENING.match(self._text, begin, min(name, post))
        known = opening and is_house(opening["house"]) and opening["house"] not in NO_HOUSE
        return _BOARD.sub("", opening["house"]) if opening and known else ""

    def _house_named(self, begin: int, name: int, post: int) -> Mention | None:
        """The house whose meeting it is, or else the first topic of the sentence."""
        topic = None
        first = bisect_left(self._mentions, begin, key=lambda mention: mention.start)
        for mention in self._mentions[first:]:
            if mention.end > max(name, post):
                break
            if mention.kind not in _HOUSES:
                continue
            if _MEETING.match(self._text, mention.end):
                return mention
            if topic is None and mention.end <= min(name, post):
                topic = mention if _TOPIC.match(self._text, mention.end) else None
        return topic

    def _works_at(self, at: int, post: str, floor: int) -> str:
        """누리상회 of `누리상회에서 이사로 재직 중이다`, where the `post` begins at `at`."""
        end = at - len(_AT)
        if end <= floor or not self._text.startswith(_AT, end):
            return ""
        return tidy(self._text[whole_before(self._text, end, floor, self._ends, post) : end])

    def _elects(self, begin: int, name: int) -> str:
        """누리금고 of `누리금고 이사장 선거에서`, which stands before the name."""
        election = _ELECTION.search(self._text, begin, name)
        if election is None or not office_word(election["post"]):
            return ""
        return self.house_before(election.start(), begin)

    def house_before(self, end: int, floor: int) -> str:
        """The house that ends at `end` and does not begin before `floor`; empty if none does."""
        return tidy(self._text[run_before(self._text, end, floor, self._ends) : end])


def own_house(one: Introduction, verb: re.Match[str]) -> str:
    """누리상회 of `김가온 누리상회 부사장이 사장으로 승진했다`."""
    housed_role = next((role for role in one.roles if not is_bare(role)), "")
    return housed_role.rpartition(" ")[0] if is_promotion(verb) else ""


def _appoints(mention: Mention, role: str) -> bool:
    """Whether a topic is a house that has the post `role`."""
    if mention.text in _OF_STATE:
        return role.endswith(_OF_STATE[mention.text])
    named = mention.kind == "organisation" or mention.text.endswith((*AREA_ENDINGS, *HOUSE_ENDINGS))
    return named and mention.text not in NO_HOUSE
