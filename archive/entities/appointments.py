"""Appointments: who is given a post in a sentence, `누리상회는 김가온 씨를 대표로 선임했다`.

The post stands in one of three places: before a name, 대표에 김가온 씨를; after one that is given
it, 김가온 씨를 대표로; after one that takes it, 김가온이 대표로 뽑혔다. Its house stands before it
or is the topic of the sentence, which gives the post. What is denied gives none.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING, NamedTuple

from archive.entities.housed import housed
from archive.entities.houses import AREA_ENDINGS, HOUSE_ENDINGS, is_house
from archive.entities.lexicon import words
from archive.entities.offices import fullest, is_bare, office, office_word, without_new

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from archive.entities.introduced import Introduction
    from archive.model import Mention

_NOUNS = (
    *("선임", "선출", "선발", "임명", "임용", "위촉", "발탁", "발령", "추대"),
    *(
        "영입",
        "기용",
        "승진",
        "취임",
        "부임",
        "당선",
        "낙점",
        "초빙",
        "승격",
        "지명",
        "내정",
        "확정",
        "영전",
    ),
)
# Who is named for a post has it not yet: he is a 후보자, if the text says so.
_NAMED_FOR, _CANDIDATES = ("지명", "내정", "확정"), ("후보", "후보자", "내정자", "예비후보")
_ACTIVE = r"(?:했|하였)(?!던)|시켰|한다|하기로|하고|하며|하면서|합니다|하는(?= 등 )"
_PASSIVE = r"(?:됐|되었)(?!던)|돼|된다|되고|되며|되면서|됩니다"
# What one is now, and does: 강사로 재직하고 있다.
_HOLDING = ("재직", "활동", "근무", "재임", "겸임")
_HOLDING_FIRST = "".join(sorted({noun[0] for noun in _HOLDING}))
_HOLDING_SECOND = "".join(sorted({noun[1] for noun in _HOLDING}))
_GOING_ON = " 중이|하고 있|하며|한다"
# It begins with a set of characters, for which `re` runs through a text in a third of the time.
_VERB = re.compile(
    rf"[{''.join(sorted({noun[0] for noun in (*_NOUNS, *_HOLDING)}))}뽑앉올옮맡]"
    rf"(?:[{''.join(sorted({noun[1] for noun in _NOUNS}))}](?<={'|'.join(_NOUNS)})"
    rf"(?:(?P<active>{_ACTIVE})|(?P<passive>{_PASSIVE})|(?=$|[\n…·]))"
    r"|(?<=뽑)(?:(?P<chose>았)|혔)|(?<=앉)(?:(?P<seated>[혔]|힌다)|았)"
    r"|(?<=올)(?<!물망에 올)(?<!하마평에 올)랐"
    r"|(?<=[를로] 옮)(?:[겼긴]|기(?=며|고))|(?<=[을를이가도] 맡)(?:았|는다|게 ?[됐되]|고 있)"
    rf"|(?<=[{_HOLDING_FIRST}])[{_HOLDING_SECOND}](?<={'|'.join(_HOLDING)})(?:{_GOING_ON}))(?!던)"
)
# What one does oneself, 취임했다: no object is given a post by it.
_ONESELF = ("취임", "부임", "당선", "영전", "승진했", "승진한다", "승진하")
_PROMOTED = "승진"
_SENTENCE_END = re.compile(r"[.!?]\s|\n|[“”\"]")
_BEFORE_SENTENCE = (". ", "\n", "”", "? ")
_ADVERBS = "|".join(sorted(words("appointing_adverbs")))
_POST = (
    r"(?<![가-힣A-Za-z0-9])(?P<post>[가-힣A-Za-z0-9·]{2,14}?)(?:\([A-Z]{2,4}\))?(?:직|직책| 자리)?"
)
_POST_AFTER = re.compile(
    rf"{_POST}(?:으로|로|에|을|를) (?:(?:{_ADVERBS}|\d+[년월일]|자리를|둥지를) )*$"
)
_POST_BEFORE = re.compile(
    rf"{_POST}(?:에|에는|으로|로|으로는|로는) (?P<own>(?:[가-힣A-Za-z0-9·‘’']+ ){{0,4}})$"
)
# 심사위원장은 김가온 교수가 맡는다
_POST_AS_TOPIC = re.compile(rf"{_POST}[은는] (?P<own>(?:[가-힣A-Za-z0-9·‘’']+ ){{0,4}})$")
_TAKEN_ON = re.compile(r"(?:[이가] |도 )(?:각각 |함께 |새로 )?(?:맡|겸임[하한]|겸한|겸하)")
_POST_IN_HEADLINE = re.compile(rf"{_POST}(?:에|으로|로)? $")  # 김가온, 누리상회 대표 취임
_NOTHING = re.compile("")  # the verb of a headline that has none, 새 대표에 김가온
_NEW = re.compile(r"(?<![가-힣])(?:(?:새|신임|차기|후임|제?\d+대|민선 \d+기) )+$")
_REACH, _SENTENCE_REACH = 48, 200  # characters
_CLOSED = re.compile(r"(?:[은는을를에와]|에서|으로|까지|부터|했다|하며|하고|[한된할인]) ")
_NOT_GIVEN = ("후보",)  # 후보에 올랐다
_HOUSES = ("organisation", "place")
_TOPICS = ("은", "는")
_OBJECT, _SUBJECT = ("을", "를"), ("이", "가", "은", "는", "도")
# 가장 닮고 싶은 선수로 뽑았다: what somebody is called, not what is given.
_CALLED, _CHOSE = ("선수", "배우", "가수", "작가", "모델"), "뽑"
_AND_NEXT = re.compile(r"(?:, ?|[·ㆍ]|[과와] (?P<own>(?:[가-힣A-Za-z0-9]+ ){0,3}))")
_TOPIC = re.compile(r"(?:은|는|이|가|도|측은|측이),? |, ")
_MEETING = re.compile(
    r" (?:[가-힣]{2,4} )?[가-힣]{0,4}(?:총회|이사회|전당대회|대의원대회|대의원회)(?:에서|를 )"
)
_OPENING = re.compile(r"(?P<house>[가-힣A-Za-z0-9&㈜]{3,20})(?:[은는] |, )")  # no tagger knows it
# They name no house in full, or appoint to houses that are not theirs.
_NO_HOUSE = words("definite_houses") | {
    *("정부", "국무총리실", "백악관", "검찰", "경찰", "노조", "이사회", "법원"),
    *("여당", "야당", "구단", "회사"),
}
_PALACE = ("비서관", "수석", "대변인", "행정관", "비서실장", "정책실장")
# Some posts that a house of state gives are its own, others are not: 감사원장, 국무총리.
_OF_STATE = {"대통령실": _PALACE, "청와대": _PALACE, "국회": ("위원장", "의장", "부의장")}
_PARTS = (
    "학과",
    "학부",
    "대학원",
    "본부",
    "사업부",
    "실",
    "팀",
)  # of the house that gives the post
_OF_TOWNS = ("시립", "군립", "구립", "도립")
# Ranks within a house: who is given a post there with one of these has the rank there too.
_RANKS = frozenset(("전무", "상무", "부사장", "상무보", "전무이사", "상무이사"))


class _Given(NamedTuple):
    """The post that somebody is given, the house that gives it, if the sentence says so, and
    whether the post stands before him.
    """

    role: str
    owner: str
    is_before: bool


def with_appointments(
    text: str, mentions: Sequence[Mention], found: Sequence[Introduction]
) -> list[Introduction]:
    """The introductions `found`, with the posts that the text gives them by its verbs."""
    if not found:
        return []
    verbs = list(_VERB.finditer(text, found[0].person.end))  # a verb follows whom it gives a post
    if not verbs and not any(_ends_line(text, one) for one in found):
        return list(found)
    given = list(_Appointments(text, mentions, verbs).read(found))
    for at in range(len(found) - 2, -1, -1):  # 김가온과 이여울을 이사로
        if not given[at] and given[at + 1] and _are_in_row(text, found[at], found[at + 1]):
            given[at] = given[at + 1]
    for at in range(1, len(found)):  # 공동대표에 김가온, 이여울을
        if not given[at] and (post := given[at - 1]) and post.is_before:
            goes_on = not found[at - 1].josa and found[at].josa not in _TOPICS
            if goes_on and _are_in_row(text, found[at - 1], found[at]):
                given[at] = post
    return [
        one._replace(roles=_roles(one, post), given=(post.role,)) if post else one
        for one, post in zip(found, given, strict=True)
    ]


def _are_in_row(text: str, one: Introduction, other: Introduction) -> bool:
    joined = _AND_NEXT.fullmatch(text, one.end, other.person.start)
    return joined is not None and not _CLOSED.search(joined["own"] or "")


def _roles(one: Introduction, given: _Given) -> tuple[str, ...]:
    """With the rank in the house that gives the post: 김가온 전무를 of 누리상회."""
    own = (f"{given.owner} {role}".strip() if role in _RANKS else role for role in one.roles)
    return fullest((*own, given.role))


class _Appointments:
    """Reads a text whose `verbs` give posts."""

    def __init__(
        self, text: str, mentions: Sequence[Mention], verbs: Sequence[re.Match[str]]
    ) -> None:
        self._text = text
        self._mentions = mentions
        self._ends = {m.end: m for m in mentions}
        self._people = sorted(m.start for m in mentions if m.kind == "person")
        self._verbs = verbs
        self._verb_starts = [verb.start() for verb in verbs]

    def read(self, found: Sequence[Introduction]) -> Iterator[_Given | None]:
        """What each of `found` is given."""
        for one in found:
            at = bisect_left(self._verb_starts, one.end)
            verb = self._verbs[at] if at < len(self._verbs) else None
            same = verb if verb and self._is_near(one.end, verb.start()) else None
            if not same and _ends_line(self._text, one):
                same = _NOTHING.match(self._text, one.end)
            yield self._given(one, same) if same else None

    def _is_near(self, start: int, end: int) -> bool:
        """Whether a verb at `end` is of the sentence of what stands at `start`."""
        return end - start < _SENTENCE_REACH and not _SENTENCE_END.search(self._text, start, end)

    def _given(self, one: Introduction, verb: re.Match[str]) -> _Given | None:
        if not _fits(one.josa, verb):
            return None
        begin = self._sentence_begin(one.person.start)
        floor = begin
        match = self._before(one, begin) or self._topic(one, begin)
        is_before = match is not None
        if match is None:
            floor = one.end + len(one.josa)
            match = self._after(one, floor, verb.start())
        post = office_word(match["post"]) if match else None
        if match is None or post is None or post.josa or not _is_given(post.title, verb):
            return None
        start = match.start("post")
        new = _NEW.search(self._text, max(floor, start - 16), start)
        at = new.start() if new else start
        role, _ = housed(self._text, at, without_new(post.title), floor, self._ends)
        owner = self._owner(begin, one.person.start, start, role)
        if is_bare(role) and not self._begins_house(start):
            role = office(owner or _own_house(one, verb), role)
        elif owner and role.count(" ") == 1 and _is_part(role.partition(" ")[0]):
            role = f"{owner} {role}"
        return _Given(role, owner, is_before)

    def _begins_house(self, at: int) -> bool:
        """Whether a house or a place begins there, in one word with its head: 새말선수촌장."""
        first = bisect_left(self._mentions, at, key=lambda mention: mention.start)
        mention = self._mentions[first] if first < len(self._mentions) else None
        return mention is not None and mention.start == at and mention.kind in _HOUSES

    def _before(self, one: Introduction, begin: int) -> re.Match[str] | None:
        """`대표에 김가온 씨를`, `대표에 누리대 김가온 교수를`."""
        start = one.person.start
        at = max(begin, start - _REACH)
        while match := _POST_BEFORE.search(self._text, at, start):
            post = office_word(match["post"])
            if post and not post.josa and not _CLOSED.search(match["own"]):
                break
            at = match.end("post")  # 1일자로 대표에 김가온 씨를
        return match

    def _topic(self, one: Introduction, begin: int) -> re.Match[str] | None:
        """`심사위원장은 누리대 김가온 교수가 맡는다`."""
        if not _TAKEN_ON.match(self._text, one.end):
            return None
        start = one.person.start
        match = _POST_AS_TOPIC.search(self._text, max(begin, start - _REACH), start)
        if match is None or _CLOSED.search(match["own"]):
            return None
        holder = self._ends.get(match.start("post") - 1)  # 김가온 장관은 이여울 차관이 맡는다고
        return match if holder is None or holder.kind != "person" else None

    def _after(self, one: Introduction, floor: int, verb: int) -> re.Match[str] | None:
        """`김가온 씨를 대표로`, `김가온이 대표로`, before the verb; nobody else between."""
        headline = self._text.startswith(", ", one.end) and not one.josa
        if one.josa not in (*_OBJECT, *_SUBJECT) and not headline:
            return None
        other = bisect_left(self._people, one.person.end)
        if other < len(self._people) and self._people[other] < verb:
            return None
        said = _POST_IN_HEADLINE if headline else _POST_AFTER
        return said.search(self._text, max(floor, verb - _REACH), verb)

    def _sentence_begin(self, at: int) -> int:
        reach = max(0, at - _SENTENCE_REACH)
        ends = ((self._text.rfind(end, reach, at), end) for end in _BEFORE_SENTENCE)
        return max([reach, *(place + len(end) for place, end in ends if place >= 0)])

    def _owner(self, begin: int, name: int, post: int, role: str) -> str:
        """The house that gives the post: the topic of the sentence, `누리상회는`, in a headline
        `누리상회,`; or whose meeting does, `누리협회 정기총회에서`.
        """
        first = bisect_left(self._mentions, begin, key=lambda mention: mention.start)
        for mention in self._mentions[first:]:
            if mention.end > max(name, post):
                break
            if mention.kind not in _HOUSES:
                continue
            topic = mention.end <= min(name, post) and _TOPIC.match(self._text, mention.end)
            if topic or _MEETING.match(self._text, mention.end):
                return mention.text if _appoints(mention, role) else ""
        opening = _OPENING.match(self._text, begin, min(name, post))
        known = opening and is_house(opening["house"]) and opening["house"] not in _NO_HOUSE
        return opening["house"] if opening and known else ""


def _ends_line(text: str, one: Introduction) -> bool:
    return not one.josa and text[one.end : one.end + 1] in ("", "\n", "…")


def _fits(josa: str, verb: re.Match[str]) -> bool:
    """Whether a name with that josa can be given a post by the verb: 김가온을 뽑았다, 김가온이
    뽑혔다, but not 김가온을 제치고 뽑혔다.
    """
    if not verb.group() or verb.group() in _NOUNS:
        return not josa or bool(verb.group())
    if josa == "의":
        return False
    others = verb["active"] or verb["chose"] or verb["seated"]
    gives = bool(others) and not verb.group().startswith(_ONESELF)
    return gives if josa in _OBJECT else not gives or josa not in _SUBJECT


def _is_given(title: str, verb: re.Match[str]) -> bool:
    if verb.group().startswith(_NAMED_FOR):
        return title.endswith(_CANDIDATES)
    if title in _NOT_GIVEN:
        return False
    return title not in _CALLED or not verb.group().startswith(_CHOSE)


def _is_part(house: str) -> bool:
    """Whether a house is one of the house that gives the post: 경영학과, a town's 시립합창단."""
    return house.endswith(_PARTS) or house.startswith(_OF_TOWNS)


def _own_house(one: Introduction, verb: re.Match[str]) -> str:
    """누리상회 of `김가온 누리상회 부사장이 사장으로 승진했다`."""
    housed_role = next((role for role in one.roles if not is_bare(role)), "")
    return housed_role.rpartition(" ")[0] if verb.group().startswith(_PROMOTED) else ""


def _appoints(mention: Mention, role: str) -> bool:
    """Whether a topic is a house that has the post `role`."""
    if mention.text in _OF_STATE:
        return role.endswith(_OF_STATE[mention.text])
    named = mention.kind == "organisation" or mention.text.endswith((*AREA_ENDINGS, *HOUSE_ENDINGS))
    return named and mention.text not in _NO_HOUSE
