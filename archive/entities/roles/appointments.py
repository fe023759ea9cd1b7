"""Appointments: who is given a post in a sentence, `누리상회는 김가온 씨를 대표로 선임했다`.

The post stands in one of three places: before a name, 대표에 김가온 씨를; after one that is given
it, 김가온 씨를 대표로; after one that takes it, 김가온이 대표로 뽑혔다. Its house stands before it
or is the topic of the sentence, which gives the post. What is denied gives none.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

from archive.entities.cues.lexicon import words
from archive.entities.cues.offices import (
    fullest,
    head_of,
    is_bare,
    is_trade,
    office,
    office_word,
    without_new,
)
from archive.entities.cues.owners import OF
from archive.entities.roles.appointing import (
    NOTHING,
    OBJECT,
    SUBJECT,
    VERB,
    fits,
    is_arrival,
    is_become,
    is_given,
    is_promotion,
    is_recommendation,
    is_staying,
    is_taken_on,
)
from archive.entities.roles.each_of_two import share_out
from archive.entities.roles.given_in_rows import CLOSED, SENTENCE_END, Given, share
from archive.entities.roles.givers import Givers, own_house
from archive.entities.roles.housed import housed, is_of_house
from archive.entities.roles.led_houses import LEADING
from archive.korean.hangul import ENDING_IN_N

if TYPE_CHECKING:
    from collections.abc import Sequence

    from archive.entities.introduced import Introduction
    from archive.model import Mention

# 존경받는 대통령으로 남는다, 첫 여성 총리로: what history calls somebody.
_JUDGED = re.compile(rf"(?:[{ENDING_IN_N}의]|(?<![가-힣])(?:첫|최초|마지막)) (?:[가-힣]+ )?$")
_BEFORE_SENTENCE = (". ", "다.", "\n", "”", "? ")
_ADVERBS = "|".join(sorted(words("appointing_adverbs")))
_POST = (
    r"(?<![가-힣A-Za-z0-9])(?P<post>[가-힣A-Za-z0-9·]{2,14}?)(?:\([A-Z]{2,4}\))?(?:직|직책| 자리)?"
)
_POST_AFTER = re.compile(
    rf"{_POST}(?:으로|로|에|을|를|도|까지) "
    rf"(?:(?:{_ADVERBS}|\d+[년월일]|자리를|둥지를|이름을) )*재?$"
)
_POST_BECOME = re.compile(rf"{_POST}[이가] $")
_POST_BEFORE = re.compile(
    rf"{_POST}(?:에|에는|엔|으?로|으?로는|으?론) (?P<own>(?:[가-힣A-Za-z0-9·‘’']+ ){{0,4}})$"
)
# 심사위원장은 김가온 교수가 맡는다, 부위원장은 김가온·이여울 위원이
_POST_AS_TOPIC = re.compile(
    rf"{_POST}[은는] (?P<own>(?:[가-힣A-Za-z0-9·‘’']+ ){{0,4}}(?:[가-힣]{{2,4}}·){{0,3}})$"
)
_TAKEN = (
    r"(?:(?:[이가] |도 )(?:각각 |함께 |새로 )?(?:맡|겸임[하한]|겸한|겸하)"
    r"|(?:[이가] |으?로 )(?:각각 |새로 )?(?:선출|선임|임명|추대|당선|뽑혔|낙점)(?!됐다[고며]))"
)
# 위원장은 김가온 교수가, 부위원장은 이여울 교수가 맡는다
_TAKEN_ON = re.compile(
    r"(?:[이가]?, (?:[가-힣A-Za-z0-9]+ ){0,3}[가-힣]{2,12}[은는] [^.,\n“”]{2,36}?){0,3}"
    rf"{_TAKEN}"
)
# 김가온 씨를 회장으로, 이여울 씨를 감사로 뽑았다; ▲김가온 원장은 감사 ▲이여울 원장은 이사로
_POST_IN_ROW = re.compile(
    rf"{_POST}(?:(?:으로|로|에)(?: 각각)?,|(?:으로|로)? ?[▲△▷]) ?"
    r"(?P<own>(?:[가-힣A-Za-z0-9·‘’'㈜]+ ){0,4})$"
)
# 김가온 과장이 팀장을, 이여울 대리가 총무를 각각 맡는다
_TAKEN_IN_ROW = re.compile(rf"{_POST}[을를], (?P<own>(?:[가-힣A-Za-z0-9·‘’'㈜]+ ){{0,4}})$")
_AND_OTHERS = re.compile(r" 등 (?:\d+[명인]|[가-힣]{1,2} 명)(?=[이가을를은는도])")
_ENDS_PHRASE = re.compile(r"(?:\([^()\n]{1,20}\))?(?:\.(?:\s|$)|, [^,.\n]{2,24}에 )")
_MARKET = "시장"  # 시장에 김가온 대표, 이여울 이사가 왔다: none is mayor
_AS = ("으로 ", "로 ", "으로는 ", "로는 ")
_POST_IN_HEADLINE = re.compile(rf"{_POST}(?:에|으로|로)? $")  # 김가온, 누리상회 대표 취임
_GOES_ON_IN_HEADLINE = re.compile(r", | 제?\d+대 ")
_NEW = re.compile(
    r"(?<![가-힣])(?:(?:새|신임|신규|차기|후임|초대|단일|첫(?: 여성)?|최초|최연소|제?\d+대"
    r"|민선 \d+기) )+$"
)
_REACH, _SENTENCE_REACH = 48, 300  # characters
# 대장에 식당을 운영하는 김가온 씨가, 위원장에 초선인 김가온 의원이: who he is that is named next.
_TOLD_OF_HIM = re.compile(
    rf"^[가-힣A-Za-z0-9 ]{{0,16}}(?:[을를] (?:{'|'.join(verb.strip() for verb in LEADING)}"
    r"|지낸|거친|역임한|맡았던|맡은|맡고 있는)|(?<! )(?<![은는이가] )인) "
)
# 정년을 맞은 뒤 목수가 됐다, 먼저 반장이 됐다; 1990년 대학을 나온 뒤 교사가 됐다
_TURNED = re.compile(r"(?:^| )(?:뒤|후|이후|끝에|결국|마침내|이제|최근|올해|먼저) ")
_IN_YEAR = re.compile(r"\d{2,4}년|당시")
# Whoever has a share in a house recommends them.
_DIRECTORS = ("이사 후보", "감사 후보")
# Ranks within a house: who is given a post there with one of these has the rank there too.
_RANKS = frozenset(("전무", "상무", "부사장", "상무보", "전무이사", "상무이사"))


def with_appointments(
    text: str, mentions: Sequence[Mention], found: Sequence[Introduction]
) -> list[Introduction]:
    """The introductions `found`, with the posts that the text gives them by its verbs."""
    if not found:
        return []
    verbs = list(VERB.finditer(text, found[0].person.end))  # a verb follows whom it gives a post
    meant = _verbs_meant(text, found, verbs)
    if not any(meant):
        return list(found)
    given = _Appointments(text, mentions).read(found, meant)
    if not any(given):
        return list(found)
    share(text, found, given)
    share_out(text, found, given)
    return [
        one._replace(roles=_roles(one, post), given=(post.role,), told=(*one.told, post.role))
        if post
        else one
        for one, post in zip(found, given, strict=True)
    ]


def _roles(one: Introduction, given: Given) -> tuple[str, ...]:
    """With the rank in the house that gives the post: 김가온 전무를 of 누리상회; with any post that
    he is promoted from, 김가온 수석코치를 감독으로 올렸다.
    """
    own = (
        f"{given.owner} {role}".strip() if role in _RANKS or _is_left(role, given) else role
        for role in one.roles
    )
    return fullest((*own, given.role))


def _is_left(role: str, given: Given) -> bool:
    """Whether it is a post in the house from which somebody is promoted."""
    return given.is_promoted and is_bare(role)


def _verbs_meant(
    text: str, found: Sequence[Introduction], verbs: Sequence[re.Match[str]]
) -> list[re.Match[str] | None]:
    """The verb that may give each of `found` a post: the next of his sentence, or `NOTHING`."""
    starts = [verb.start() for verb in verbs]
    meant: list[re.Match[str] | None] = []
    for one in found:
        at = bisect_left(starts, one.end)
        if at < len(verbs) and _is_near(text, one.end, starts[at]):
            meant.append(verbs[at])
        else:
            meant.append(NOTHING.match(text, one.end) if _ends_phrase(text, one) else None)
    return meant


def _is_near(text: str, start: int, end: int) -> bool:
    """Whether a verb at `end` is of the sentence of what stands at `start`."""
    return end - start < _SENTENCE_REACH and not SENTENCE_END.search(text, start, end)


class _Appointments:
    """Reads a text that gives posts."""

    def __init__(self, text: str, mentions: Sequence[Mention]) -> None:
        self._text = text
        self._ends = {m.end: m for m in mentions}
        self._givers = Givers(text, mentions)
        self._people = sorted(m.start for m in mentions if m.kind == "person")

    def read(
        self, found: Sequence[Introduction], meant: Sequence[re.Match[str] | None]
    ) -> list[Given | None]:
        """What each of `found` is given by the verb that is `meant`."""
        pairs = zip(found, meant, strict=True)
        return [self._given(one, verb) if verb else None for one, verb in pairs]

    def _given(self, one: Introduction, verb: re.Match[str]) -> Given | None:
        if others := _AND_OTHERS.match(self._text, one.end):
            one = one._replace(end=others.end(), josa=self._text[others.end()])
        if not fits(one.josa, verb):
            return None
        begin = self._sentence_begin(one.person.start)
        floor = begin
        match = None if is_become(verb) else self._before(one, begin) or self._topic(one, begin)
        is_before = match is not None
        if match is None:
            floor = one.end + len(one.josa)
            match = self._after(one, floor, verb)
            if match and is_staying(verb) and _JUDGED.search(self._text, floor, match.start()):
                match = None
        elif not verb.group() and not self._is_named_at_end(one, match):
            return None
        if match is None or not self._says_post(match, verb):
            return None
        role, owner = self._owned(one, verb, (begin, floor), match["post"], match.start("post"))
        if is_become(verb) and not self._has_become(role, floor, match.start("post")):
            return None
        if is_recommendation(verb) and role.endswith(_DIRECTORS):
            return None
        # He is not yet of the house that recommends him, by the text alone.
        owner = "" if is_recommendation(verb) else owner
        return Given(role, owner, is_before, is_promotion(verb) and one.josa in OBJECT)

    def _says_post(self, said: re.Match[str], verb: re.Match[str]) -> bool:
        """Whether a post that the verb gives is said; of who comes, 과장으로, not 시장에."""
        post = office_word(said["post"])
        if is_arrival(verb) and not self._text.startswith(_AS, said.end("post")):
            return False
        return post is not None and not post.josa and is_given(post.title, verb)

    def _has_become(self, role: str, floor: int, post: int) -> bool:
        """Whether somebody is still what he became: 회장 of a house, or 목수 after what he was
        before, but not just 교사가 됐다, maybe years ago.
        """
        if is_trade(role):
            between = self._text[floor:post]
            return _TURNED.search(between) is not None and not _IN_YEAR.search(between)
        return is_of_house(role, post, self._ends)

    def _owned(
        self,
        one: Introduction,
        verb: re.Match[str],
        floors: tuple[int, int],
        post: str,
        start: int,
    ) -> tuple[str, str]:
        """The `post` that begins at `start` as a role with its house, and the house that gives it,
        of a sentence and of what can belong to the post that begin at `floors`.
        """
        begin, floor = floors
        new = _NEW.search(self._text, max(floor, start - 16), start)
        title = without_new(post)
        role, _ = housed(self._text, new.start() if new else start, title, floor, self._ends)
        is_alone = is_bare(role)
        of_new = new is not None and self._text.endswith(OF, 0, new.start())
        if (
            new and not of_new
        ) or title != post:  # 누리협회 신임 회장에, like 김가온 누리협회 신임 회장
            role = office(role.rpartition(" ")[0], head_of(role))
        owner = self._givers.giver(one, verb, (begin, start), role)
        if is_alone and not self._givers.begins_house(start):
            role = office(owner or own_house(one, verb), role)
        elif owner and role.count(" ") == 1 and self._givers.is_part(role, start):
            role = f"{owner} {role}"
        return role, owner

    def _before(self, one: Introduction, begin: int) -> re.Match[str] | None:
        """`대표에 김가온 씨를`, `대표에 누리대 김가온 교수를`."""
        start = one.person.start
        at = max(begin, start - _REACH)
        while match := _POST_BEFORE.search(self._text, at, start):
            post = office_word(match["post"])
            own = _TOLD_OF_HIM.sub("", match["own"])
            if post and not post.josa and not CLOSED.search(own):
                break
            at = match.end("post")  # 1일자로 대표에 김가온 씨를
        return match

    def _topic(self, one: Introduction, begin: int) -> re.Match[str] | None:
        """`심사위원장은 누리대 김가온 교수가 맡는다`."""
        if not _TAKEN_ON.match(self._text, one.end):
            return None
        start = one.person.start
        match = _POST_AS_TOPIC.search(self._text, max(begin, start - _REACH), start)
        if match is None or CLOSED.search(match["own"]):
            return None
        holder = self._ends.get(match.start("post") - 1)  # 김가온 장관은 이여울 차관이 맡는다고
        return match if holder is None or holder.kind != "person" else None

    def _is_named_at_end(self, one: Introduction, post: re.Match[str]) -> bool:
        """새 대표에 김가온 at the end of a line; within one only of a post that is no place."""
        to = self._text[post.end("post") : post.end("post") + 1] == "에"
        return _ends_line(self._text, one) or (to and post["post"] != _MARKET)

    def _after(self, one: Introduction, floor: int, verb: re.Match[str]) -> re.Match[str] | None:
        """`김가온 씨를 대표로`, `김가온이 대표로`, before the verb or the next of a row."""
        headline = _GOES_ON_IN_HEADLINE.match(self._text, one.end) is not None and not one.josa
        if one.josa not in (*OBJECT, *SUBJECT) and not headline:
            return None
        other = bisect_left(self._people, one.person.end)
        if other < len(self._people) and self._people[other] < verb.start():
            end = self._people[other]
            taken = is_taken_on(verb) and one.josa in SUBJECT
            said = _TAKEN_IN_ROW if taken else _POST_IN_ROW
            in_row = said.search(self._text, max(floor, end - _REACH), end)
            return in_row if in_row and not CLOSED.search(in_row["own"]) else None
        said = _POST_BECOME if is_become(verb) else _POST_AFTER
        said = _POST_IN_HEADLINE if headline else said
        return said.search(self._text, max(floor, verb.start() - _REACH), verb.start())

    def _sentence_begin(self, at: int) -> int:
        reach = max(0, at - _SENTENCE_REACH)
        ends = ((self._text.rfind(end, reach, at), end) for end in _BEFORE_SENTENCE)
        return max([reach, *(place + len(end) for place, end in ends if place >= 0)])


def _ends_line(text: str, one: Introduction) -> bool:
    return not one.josa and text[one.end : one.end + 1] in ("", "\n", "…")


def _ends_phrase(text: str, one: Introduction) -> bool:
    """Whether no josa follows a name or its post, where no verb may be meant to follow either."""
    if one.josa:
        return False
    return _ENDS_PHRASE.match(text, one.end) is not None or _ends_line(text, one)
