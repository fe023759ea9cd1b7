"""People of a kind and houses as a text calls them where they speak: 업체들, 한 주민."""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING

from archive.entities.cues.houses import run_before
from archive.entities.cues.kinds import kind_end, without_kind
from archive.entities.cues.lexicon import HOUSE_ENDINGS, SURNAMES, words
from archive.entities.cues.next_words import NEXT_WORD
from archive.entities.cues.offices import head_of, is_said_of_people, may_be_called, office_word
from archive.entities.cues.speaking import (
    SAID_BEHIND_NAMES,
    SIDE,
    SPEAKERS,
    holders,
    is_inflected,
    is_kind_of_speakers,
    is_speaking,
    is_titled,
    joined_name,
    name_in,
    polite_name,
)
from archive.entities.links.references import surname_and_post
from archive.entities.quotations.alone import (
    DECEASED,
    TOWNS,
    deceased,
    town_before,
    towns_by_kind,
)
from archive.korean.hangul import ENDING_IN_N

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from archive.entities.introduced import Introduction
    from archive.model import Mention

_LAST = re.compile(r"[가-힣A-Za-z0-9&·㈜]++$")
_WORD_BEFORE = re.compile(r"([가-힣A-Za-z0-9·%]++) $")
_MODIFIERS = frozenset(("한", "시", "군", "구", "도", "당", "두", "세", "측", "현", "옆", "앞"))
_ONE = "한 "
_BY_NAME, _COACH = "사령탑", "감독"
_SAYS_WHICH = re.compile(rf"(?:[{ENDING_IN_N}]|(?<![가-힣])[가-힣]) $")  # 새 사령탑, 노련한 사령탑
_GOVERNED = ("시", "군", "구", "도", "읍", "면", "청")
# 누리시 한 관계자
_OFFICIALS = re.compile(r"한 (?:고위 )?(?:관계자|공무원|직원|간부|당국자|의원|담당자)")
_RANKS = ("전직", "현직", "고위")
_SOME = re.compile(rf"(?:^|[ \n])(?P<some>한 (?:{'|'.join(_RANKS)})) $")  # 한 전직 임원
_THIS = re.compile(r"(?:^|[ \n])[이그] $")
_WITHHELD_OWNER = re.compile(r"[A-Z](?:(?:씨|군|양)의)?")  # A양의 어머니, B 업체 대표
_POLITE_OWNER = re.compile(
    r"(?<![가-힣A-Za-z])(?:[가-힣]{1,4}|[A-Zㄱ-ㅎ]) ?[씨군양]의 $"
)  # 김 씨의 변호인
_LEADING = words("phrase_leads")
_RULERS = ("천황", "국왕", "여왕", "황제", "황태자", "왕세자")  # 쇼와 천황 is his name
_BEFORE_PEOPLE = ("organisation", "place", "quantity", "person")  # 한도윤 의원실
_PAIRS = ("부부", "형제", "자매", "남매", "모녀", "부자", "모자", "부녀")
_AGES = ("살", "세")
_RELATED, _TO_WHAT = "관련", ("와 ", "과 ")  # 이와 관련 시장은
_RANK = re.compile(r"(?:\d|초)단")  # 한도윤 9단
_SURNAME = re.compile(rf"(?<![가-힣])([{''.join(sorted(SURNAMES))}]) $")
_LONGEST_PHRASE = 3
_POLITE = ("씨", "군", "양")
_SHORTEST_FULL = 3  # syllables of a full name
# 한도윤 사건 담당 검사, 한도윤 소속팀 감독
_OF_HIS_CASE = re.compile(r"사건|재판|공판|담당|소속|관련|수사|변호|의혹|전담|주치|측 ")
_AND_OTHERS = " 등 "
_COUNTED = ("명", "분", "곳", "람")
# 어르신 한 분, 주민 두 명, 업체 한 곳.
_ONE_OF_SOME = re.compile(
    r"(?:^|[ \n])(?P<said>(?P<who>[가-힣]{2,8}) (?:(?:가운데|중) )?"
    r"(?:한|두|세|네|몇) (?:[명분곳]|사람))$"
)
_OFFICIAL, _THE_SAME = "관계자", "해당 "
_MINISTER = re.compile(r"[가-힣]성 (?:부상|상)$")
_SOMEBODY = "사람"  # who speaks with a determiner alone: 두 사람


class Phrases:
    """Finds the phrases of a passage; `people` are those it introduces, with their names,
    `introduced` the same by where their phrases end.
    """

    def __init__(
        self,
        text: str,
        ends: Mapping[int, Mention],
        people: Sequence[tuple[str, Introduction]],
        introduced: Mapping[int, tuple[str, Introduction]],
    ) -> None:
        self._text = text
        self._ends = ends
        self._people = people
        self._introduced = introduced

    @cached_property
    def _houses(self) -> frozenset[int]:
        """Where houses begin."""
        return frozenset(m.start for m in self._ends.values() if m.kind == "organisation")

    @cached_property
    def _persons(self) -> Mapping[int, Mention]:
        """People by where they begin."""
        return {m.start: m for m in self._ends.values() if m.kind == "person"}

    @cached_property
    def _holders(self) -> Mapping[str, str]:
        """The one who has a title alone."""
        return holders(self._people)

    def of(self, end: int, last: str | None) -> str | None:
        """People of a kind whose phrase ends at `end`, `last` having spoken before."""
        match = _LAST.search(self._text, max(0, end - 20), end)
        if match is None:
            return None
        head = match.group()
        polite = polite_name(self._text, end) if head in _POLITE else None
        named = polite or self._named_before(head, match.start())
        if name := self._counted(end) or joined_name(head) or named or surname_and_post(head):
            return name
        if meant := self._alone(match, last):
            return meant
        side = head == SIDE and self._is_somebodys(match.start())
        if not (is_speaking(head) or side or self._is_minister(end)) or self._is_poem(match):
            return None
        return last if last is not None and self._is_same(match, last) else self._whole(match)

    def _alone(self, word: re.Match[str], last: str | None) -> str | None:
        """Whom a word alone may mean: 군, 고인, 사령탑."""
        head = word.group()
        if head in TOWNS and self.begin(word.start()) == word.start():
            return town_before(self._towns.get(head, ()), word.start())
        if head in DECEASED:
            return self._dead
        return self._coach(word, last) if head == _BY_NAME else None

    @cached_property
    def _towns(self) -> Mapping[str, Sequence[tuple[str, int]]]:
        return towns_by_kind(self._text, self._ends.values())

    @cached_property
    def _dead(self) -> str | None:
        return deceased(self._text, self._people)

    def _is_poem(self, word: re.Match[str]) -> bool:
        """Whether 시 is what somebody has written: 한도윤의 시는."""
        return word.group() in TOWNS and self._text.endswith("의 ", 0, word.start())

    def _is_minister(self, end: int) -> bool:
        """Whether a post ends there that is none alone: 외무성 부상; 부상 is an injury."""
        return _MINISTER.search(self._text, max(0, end - 12), end) is not None

    def _is_somebodys(self, start: int) -> bool:
        """Whether somebody stands before the word that begins there: 한도윤 쪽, 정부 쪽."""
        mention = self._ends.get(start - 1)
        if mention is not None:
            return mention.kind in ("person", "organisation")
        before = _WORD_BEFORE.search(self._text, max(0, start - 16), start)
        return before is not None and is_speaking(before[1])

    def _whole(self, head: re.Match[str]) -> str | None:
        """Who is called by the phrase that ends with the word `head`."""
        word, end = head.group(), head.end()
        begin = self._named_from(self.begin(head.start()), end)
        if word in _PAIRS and (first := self._ends.get(begin - 1)) and first.kind == "person":
            begin = first.start  # 한도윤·정다솜 부부
        post = office_word(word) or self._is_minister(end)
        if post and (holder := self.holder(begin, end)):
            return holder
        phrase = self._text[begin:end]
        if word.endswith(HOUSE_ENDINGS) and not is_kind_of_speakers(word):
            phrase = without_kind(phrase)  # 협력사 누리원
        if phrase == _SOMEBODY:
            return None
        held = self._holders.get(phrase) if " " not in phrase else None
        return held or name_in(phrase) or self._with_surname(phrase, end)

    def _named_from(self, begin: int, end: int) -> int:
        """Where the house begins that a phrase names behind its kind: 소속사 블루문 관계자."""
        named = kind_end(self._text, begin, end)
        return named if named != begin and named in self._houses else begin

    def holder(self, begin: int, end: int) -> str | None:
        """Who holds the post in a phrase that begins with his name and goes on with a house that
        no list knows: 한도윤 갤러리 온 대표; 한도윤 의원 보좌관 is another.
        """
        person = self._persons.get(begin)
        if person is None or not _SHORTEST_FULL <= person.end - begin < end - begin:
            return None
        word = NEXT_WORD.match(self._text, person.end, end)
        if word is None or is_said_of_people(word[1]):
            return None
        return None if _OF_HIS_CASE.search(self._text, person.end, end) else person.text

    def _coach(self, by_name: re.Match[str], last: str | None) -> str:
        """Who is meant by 사령탑 alone: the last speaker, if he is a coach, or the only coach."""
        start = by_name.start()
        phrase = self._text[self.begin(start) : by_name.end()]
        if phrase != _BY_NAME or _SAYS_WHICH.search(self._text, max(0, start - 3), start):
            return phrase
        coach = last in {name for name, one in self._people if any(map(_is_coach, one.roles))}
        return (last if coach else self._holders.get(_COACH)) or phrase

    def _named_before(self, head: str, start: int) -> str | None:
        """한도윤 of 한도윤 증인, whose last word begins at `start`; 한 9단, whose name the text
        does not give in full.
        """
        rank = _RANK.fullmatch(head) is not None
        named = self._introduced.get(start - 1) if rank or head in SAID_BEHIND_NAMES else None
        if named is not None and len(named[0]) > 1:
            return named[0]
        surname = _SURNAME.search(self._text, max(0, start - 3), start) if rank else None
        if surname is None:
            return None
        full = {
            name
            for name, _ in self._people
            if len(name) >= _SHORTEST_FULL and name[0] == surname[1]
        }
        return full.pop() if len(full) == 1 else f"{surname[1]} {head}"

    def _counted(self, end: int) -> str | None:
        """어르신 한 분, and 한도윤 of `한도윤 의원 등 5명`."""
        if self._text[end - 1] not in _COUNTED:
            return None
        one = _ONE_OF_SOME.search(self._text, max(0, end - 20), end)
        if one and is_speaking(one["who"]):
            return one["said"]
        number = self._ends.get(end)
        if number is not None and number.kind == "quantity":
            before = _WORD_BEFORE.search(self._text, max(0, number.start - 16), number.start)
            if before and is_speaking(before[1]):
                return self._text[self.begin(before.start()) : end]
        some = number is not None and self._text.endswith(_AND_OTHERS, 0, number.start)
        first = self._introduced.get(number.start - len(_AND_OTHERS)) if number and some else None
        return first[0] if first else None

    def _with_surname(self, phrase: str, end: int) -> str:
        """이 시장, whose full name the text does not give, 이 학교 교감; 이 관계자 is this one."""
        said = f"이 {phrase}"
        called = self._text.endswith(said, 0, end) and (is_titled(phrase, 0) or " " in phrase)
        alone = called and not self._text[end - len(said) - 1 : end - len(said)].isalnum()
        return said if alone else phrase

    def _is_same(self, head: re.Match[str], last: str) -> bool:
        """이 관계자, who has just spoken as 가람시 관계자, and 관계자 alone; 이 주민 for 한 주민.
        이 시장 is a mayor by his name.
        """
        word = head.group()
        one = last == f"한 {word}"
        if not last.endswith(f" {word}") or not (one or word in SPEAKERS):
            return False
        if _THIS.search(self._text, max(0, head.start() - 3), head.start()):
            return True
        phrase = self._text[self.begin(head.start()) : head.end()]
        return word == _OFFICIAL and (phrase == word or phrase.startswith(_THE_SAME))

    def begin(self, start: int) -> int:
        """Where a phrase begins whose last word stands at `start`."""
        for _ in range(_LONGEST_PHRASE):
            begin = self._modifier(start)
            some = self._text.startswith(_ONE, start)
            if begin is None or (some and self._says_where_from(begin, start)):
                break
            owner = start - 1 in self._introduced  # 3학년 한도윤 학생 어머니
            start = begin
            if owner:
                break
        return start

    def _says_where_from(self, begin: int, start: int) -> bool:
        """Whether the words before `한 주민` only say where he is from, 새말의 or 5학년, and not
        whose he is: 업계 한 관계자, A양의 한 친구.
        """
        word = self._text[begin : start - 1]
        mention = self._ends.get(start - 1)
        if mention is not None:
            governed = mention.kind == "place" and word.endswith(_GOVERNED)
            official = _OFFICIALS.match(self._text, start) is not None
            return not (mention.kind in ("organisation", "person") or (governed and official))
        if word.endswith("의"):
            return start - 2 not in self._introduced and not self._is_of_person(begin, start)
        return not is_speaking(word)

    def _is_of_person(self, begin: int, start: int) -> bool:
        """Whether A양의 or 김 씨의 stands there."""
        withheld = _WITHHELD_OWNER.fullmatch(self._text, begin, start - 1)
        return (withheld or _POLITE_OWNER.search(self._text, max(0, start - 9), start)) is not None

    def _modifier(self, start: int) -> int | None:
        """Where the word before `start` begins, if it belongs to the phrase."""
        if self._text[start - 1 : start] != " ":
            return None
        if start - 1 in self._introduced:
            return self._introduced[start - 1][1].person.start
        if start - 2 in self._introduced and self._text.startswith("의", start - 2):
            return self._introduced[start - 2][1].person.start  # 한도윤 이병의 어머니
        mention = self._ends.get(start - 1)
        if mention is not None:
            aged = mention.text.endswith(_AGES)  # 열 살 아이
            return mention.start if mention.kind in _BEFORE_PEOPLE and not aged else None
        named = self._of_somebody(start)
        return self._plain_modifier(start) if named is None else named

    def _of_somebody(self, start: int) -> int | None:
        """Where 김 씨의 or 한 전직 begins, if it ends there."""
        if self._text.startswith("의", start - 2):
            owner = _POLITE_OWNER.search(self._text, max(0, start - 9), start)
            return owner.start() if owner else None
        if self._text.startswith(_RANKS, max(0, start - 3)):
            some = _SOME.search(self._text, max(0, start - 7), start)
            return some.start("some") if some else None
        return None

    def _is_lead(self, word: re.Match[str]) -> bool:
        """이와 관련, which begins a sentence."""
        return word[1] == _RELATED and self._text.endswith(_TO_WHAT, 0, word.start())

    def _plain_modifier(self, start: int) -> int | None:
        match = _WORD_BEFORE.search(self._text, max(0, start - 16), start)
        if match is None or match[1] in _LEADING or self._is_lead(match) or _is_copula(match[1]):
            return None
        if _WITHHELD_OWNER.fullmatch(match[1]):
            return match.start()
        surname = match[1] in SURNAMES and is_titled(self._text, start)
        if surname or match[1] in _MODIFIERS or match[1].removesuffix("의") in SPEAKERS:
            return match.start()
        if match[1] == "다른" and self._text[match.start() - 2 : match.start()] == "또 ":
            return match.start() - 2
        ruler = self._text.startswith(_RULERS, start) and match[1][-1] != "의"
        if len(match[1]) == 1 or (is_inflected(match[1]) and not ruler):
            house = run_before(self._text, start - 1, 0, self._ends)
            return house if house < start - 1 else None
        return match.start()


def _is_copula(word: str) -> bool:
    """Whether a word is who somebody is, 사무국장인 저자; 상인 is a word of its own."""
    return word.endswith("인") and word not in SPEAKERS and len(word) > 2 and is_speaking(word[:-1])


def _is_coach(role: str) -> bool:
    return may_be_called(head_of(role), _COACH)
