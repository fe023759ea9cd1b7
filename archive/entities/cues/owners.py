"""Houses that no list knows and no tagger has found, told by where they stand before a post."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from archive.entities.cues.clinics import may_have_name
from archive.entities.cues.houses import is_country, is_house, run_before, schooled
from archive.entities.cues.lexicon import words
from archive.entities.cues.offices import (
    AFTER_OFFICE,
    BEFORE_OFFICE,
    DROPPED_BEFORE_OFFICE,
    honorific,
    office,
    office_word,
)
from archive.entities.cues.shapes import is_spelt_from_abroad
from archive.korean.hangul import ENDING_IN_N

if TYPE_CHECKING:
    from collections.abc import Mapping

    from archive.model import Mention

# Heads of a town and its parts, whose post is one word with its name: 가람시 시장 is 가람시장.
_FUSED = frozenset(("시장", "군수", "구청장", "도지사", "지사", "읍장", "면장", "동장"))
# Words that begin something else, so that no post follows: 김가온 이날 시장에서.
BREAKS = frozenset(("이날", "등", "및", "그리고", "또", "외", "측", "제공", "사진", "각각"))
_NEW = BEFORE_OFFICE | DROPPED_BEFORE_OFFICE | {"전임", "후임", "차기"}
NO_HOUSE = words("no_house") - words("department_endings") - BEFORE_OFFICE - DROPPED_BEFORE_OFFICE
_LEADS = words("phrase_leads")  # 아울러, 결국
_NOT_BEFORE_POSTS = words("not_before_posts")
OF = "의 "  # 누리 세이버스의 한도윤 감독
_MINISTER, _MINISTRIES = "장관", ("부", "성")
_OF_MINISTRIES = frozenset(("차관", "차관보", "대변인", "국장"))
_HEADS_OF_STATE = frozenset(("대통령", "총리", "부통령"))
_MOST_NOUNS = 2
_SHORTEST_NOUN, _LONGEST_NOUN = 2, 14  # syllables, with marks around them
_PARTY_BEHIND = re.compile(
    r"\((?:이상 )?(?P<party>[가-힣]{1,8}(?:당|연대|연합)|국민의힘|무소속)[)·ㆍ, ]"
)
_OF_PARTIES = frozenset(("의원", "후보", "예비후보", "당선인"))
_CLUBS = words("clubs") | {"FC"}
_OF_CLUBS = ("감독", "코치", "선수", "단장", "주장", "대표이사", "구단주")
_PRIZES = ("문학상", "작가상", "본상", "대상")  # 누리문학상 시인 김가온
_TEAM_ENDS = "스즈드즌"  # 스콜피언스, 타이거즈, 유나이티드, 시티즌
_LONGEST_TOWN = 4  # syllables and a space
_SENTENCE_BEFORE = re.compile(r"(?:^|\n|[.!?”\"] )$")
_OF_ONE_SYLLABLE = "숲춤빵꽃팬"  # 숲 해설가
_PLAIN_NOUN = re.compile(
    r"(?<![가-힣A-Za-z0-9’'”㈜㈔])(?:[‘']?[가-힣A-Za-z0-9&㈜㈔]{2,12}[’']?"
    rf"|[{_OF_ONE_SYLLABLE}])$"
)
_WHICH = ("이", "그", "한", "해당", "모", "어느", "각")  # 이 증권사 김가온 연구위원
# Before the name of a house they say of what kind it is: 스타트업 누리 대표.
_KINDS = ("기업", "업체", "회사", "스타트업", "레스토랑", "브랜드", "단체", "소속사")
# They say what a house is, and its name stands before: 새가람 극단, 새가람 지역아동센터.
_BEHIND_NAMES = frozenset(
    (
        *("극단", "동호회", "합창단", "교향악단", "관현악단", "오케스트라", "무용단", "발레단"),
        *("예술단", "봉사단", "부녀회", "청년회", "향우회", "산악회", "장학회", "후원회", "보존회"),
        *("연구소", "연구원", "박물관", "미술관", "도서관", "어린이집", "유치원", "재단", "협회"),
        *("센터", "클럽", "연합"),
    )
)
_ENDS_BEHIND_NAMES = tuple(_BEHIND_NAMES)
_PLAIN_HEADS = words("plain_heads")
# Parts of such a name that elsewhere say nothing, or look like words with josa.
_IN_NAMES = frozenset(("어린이", "작은", "운동", "축구", "야구", "농구", "배구", "탁구", "지원"))
_CONNECTIVE = re.compile(
    r"[가-힣][아어여워와해]|[가-힣]{1,3}(?:해|들어|어서|아서|하여|되어)"
    r"|[가-힣]+[어아]갈|[가-힣]+(?:으나|거나|하지|되지|이자)"
)
_LONG_JOSA = ("부터", "까지", "에게", "한테", "처럼", "마다", "조차", "밖에", "보다", "이나")
_MEETING, _CONTEST_OF = "회의", "대회의"
# 세계유산, 금융투자
_NO_VERBS = ("회의", "유산", "투자", "소비자", "노동자", "근로자", "사용자", "온라인")
# Nor are these, 국어 교사.
_LANGUAGES = ("국어", "영어", "일본어", "독일어", "불어", "수어")
_COMPLEMENTS = ("을 ", "를 ", "에서 ")
_TO_COME = ("이끌", "맡을", "지킬", "이을", "빛낼", "다룰", "치를")  # 악단을 이끌 지휘자
# So end nouns before a calling, 웹툰 작가, and no verbs.
_NOUNS_END_IN = frozenset("툰션론환관원전문민판단천존연안언군신권분번년편팬맨톤순훈균근손")
# Of companies, not of what verbs end in: 누리상운 이여울 이사. Untagged or taken for a place.
_COMPANY_ENDS, _SHORTEST_COMPANY = ("무역", "상운", "통운", "고속", "정밀", "식재"), 4
_BROUGHT_BY_VERB = frozenset(
    "은는을를이가의에도와과로며고서면게지자만던한된할될인린킨진긴닌난른운온큰룬둔든선간본산낸탄쓴친힌뛴띈딘끈뀐뗀뺀쏜짠다까라져쳐려니네요죠듯"
)


def plain_nouns(
    text: str,
    start: int,
    end: int,
    floor: int,
    ends: Mapping[int, Mention],
    *,
    most: int = _MOST_NOUNS,
) -> int:
    """Where the nouns without josa begin that stand before `start`: a noun beside a post says
    of what it is, 그림책 작가, 누리 세이버스 투수코치.
    """
    for _ in range(most):
        stop = start if start == end else start - 1
        match = _last_noun(text, max(floor, stop - _LONGEST_NOUN), stop)
        if not match or _says_nothing(match.group(), stop, ends) or _is_told(text, match):
            break
        if start != end and match.group().endswith(_KINDS):
            break
        start = match.start()
    return start


def whole_before(
    text: str, end: int, floor: int, ends: Mapping[int, Mention], post: str = ""
) -> int:
    """Where the house begins that ends at `end` (see `run_before`), with its name where its last
    word alone says only what it is: 나루 로봇 of 나루 로봇 연구소.
    """
    start = run_before(text, end, floor, ends, post)
    if start == end:
        return start
    first = text[start:end].partition(" ")[0]
    if first[:2] in _PLAIN_HEADS:  # 지역아동센터, 전국부녀회
        is_kind = first.endswith(_ENDS_BEHIND_NAMES)
    else:
        is_kind = first in _BEHIND_NAMES
    is_clinic = may_have_name(first, post)
    if not (is_kind or is_clinic) or text[start - 1 : start] != " ":
        return start
    for _ in range(1 if is_clinic else _MOST_NOUNS):
        noun = _last_noun(text, max(floor, start - _LONGEST_NOUN), start - 1)
        said = noun.group() if noun else ""
        if noun is None or (said not in _IN_NAMES and _is_no_name(said, start - 1, ends)):
            break
        start = noun.start()
    return start


def _is_no_name(noun: str, end: int, ends: Mapping[int, Mention]) -> bool:
    return noun in NO_HOUSE or noun.endswith(_KINDS) or _says_nothing(noun, end, ends)


def team_start(text: str, start: int, end: int, floor: int, ends: Mapping[int, Mention]) -> int:
    """Where 가람 스콜피언스 begins, whose 스콜피언스 does at `start`: it has its town's name."""
    town = ends.get(start - 1)
    if town is not None and town.kind == "place":
        return town.start
    return plain_nouns(text, start, end, floor, ends, most=1)


def with_town(
    text: str, start: int, end: int, floor: int, ends: Mapping[int, Mention], *, post: str
) -> int:
    """Where 가람 스콜피언스 begins, 가람 a tagged town or the first word of a sentence."""
    club = _last_noun(text, floor, end) if post.endswith(_OF_CLUBS) else None
    if club and club.group() in _CLUBS:  # 수리 위즈 김가온 감독
        return plain_nouns(text, club.start(), end, floor, ends, most=1)
    if start == end or text[end - 1] not in _TEAM_ENDS or not schooled(text[start:end], post):
        return start
    begin = team_start(text, start, end, floor, ends)
    if begin == start or start - 1 in ends:
        return begin
    is_first = _SENTENCE_BEFORE.search(text, max(0, begin - 2), begin) is not None
    return begin if is_first and start - begin <= _LONGEST_TOWN else start


def is_club(name: str) -> bool:
    """Whether a name ends as clubs of athletes do: 누리 위즈, 누리FC."""
    return name.endswith((*_CLUBS, *_TEAM_ENDS))


def joined(house: str, title: str) -> str:
    """The post of a house before a name: 가람시장, and 누리상회 사장 as it is said."""
    return office(house, title) if title in _FUSED else f"{house} {title}"


def owning_house(text: str, end: int, floor: int, ends: Mapping[int, Mention]) -> Mention | None:
    """`누리교향악단의 상임지휘자 이름`: the organisation that ends in 의 before a post."""
    house = ends.get(end - 1) if text.startswith(OF, end - 1) else None
    if house is None or house.kind != "organisation" or house.start < floor:
        return None
    return None if house.text in NO_HOUSE else house


def owned_by(text: str, end: int, floor: int, ends: Mapping[int, Mention]) -> Mention | None:
    """The organisation that ends at `end`, with 의 or without."""
    house = ends.get(end)
    is_one = house is not None and house.kind == "organisation" and house.start >= floor
    if house is not None and is_one and house.text not in NO_HOUSE:
        return house
    return owning_house(text, end, floor, ends)


def ministers_country(
    text: str, person: Mention, role: str, floor: int, ends: Mapping[int, Mention]
) -> Mention | None:
    """The country of `프랑스의 이름 재무장관`, `벨로니아 엘레나 보른 상무부 차관`: a ministry is
    said in the post, its country is not; in two words, only of a name from abroad.
    """
    if not _is_of_state(role) or (" " in role and not is_spelt_from_abroad(person.text)):
        return None
    end = person.start - 1
    end -= text.startswith(OF, end - 1)
    country = ends.get(end)
    if country is None or end < floor or not is_country(country.text):
        return None
    return country


@lru_cache(maxsize=1 << 12)
def _is_of_state(role: str) -> bool:
    """Whether a state has the post: 재무장관, 상무부 차관, 대통령 당선인."""
    said = role.split(" ")
    if len(said) > 1 and said[-1] in AFTER_OFFICE:
        said.pop()
    *lead, post = said
    if post.endswith(_MINISTER) or (not lead and post in _HEADS_OF_STATE):
        return True
    return bool(lead) and lead[-1].endswith(_MINISTRIES) and post in _OF_MINISTRIES


def party_behind(text: str, end: int, role: str) -> str:
    """누리당 of `김가온 의원(누리당·가람갑)`, where a `role` that parties have ends at `end`."""
    match = _PARTY_BEHIND.match(text, end) if role in _OF_PARTIES else None
    return match["party"] if match else ""


def unknown_house(text: str, end: int, floor: int, ends: Mapping[int, Mention]) -> int:
    """A house that no list knows, by its place: 두레면옥 in `두레면옥 이여울 대표`."""
    match = _last_noun(text, max(floor, end - _LONGEST_NOUN), end)
    if match and _is_company(match.group()):
        tagged = ends.get(end)
        return end if tagged and tagged.kind == "person" else match.start()
    if not match or end in ends or _is_verb(match.group()) or _is_told(text, match):
        return end
    unclear = match.group() in NO_HOUSE or _says_nothing(match.group(), end, ends)
    before = text[max(floor, match.start() - _LONGEST_TOWN) : match.start()].split(" ")
    is_kind = len(before) > 1 and before[-2] in _WHICH
    return end if unclear or is_kind else match.start()


def _is_company(noun: str) -> bool:
    return len(noun) >= _SHORTEST_COMPANY and noun.endswith(_COMPANY_ENDS)


def _last_noun(text: str, floor: int, end: int) -> re.Match[str] | None:
    return _PLAIN_NOUN.search(text, text.rfind(" ", floor, end) + 1 or floor, end)


def _is_verb(noun: str) -> bool:
    """열어, 찾아, 대표해: a verb that the sentence goes on from; or a noun with josa, 왼쪽부터."""
    if noun[-1] in _BROUGHT_BY_VERB and not noun.endswith(_NO_VERBS):
        return True
    if noun.endswith(_MEETING) and (is_house(noun[:-1]) or noun.endswith(_CONTEST_OF)):
        return True  # 누리협회의, 전국대회의
    if noun.endswith(_LANGUAGES):
        return False
    return noun.endswith(_LONG_JOSA) or _CONNECTIVE.fullmatch(noun) is not None


def _is_told(text: str, word: re.Match[str]) -> bool:
    """Whether a word is the verb of the noun before it: 누빈 of `골목을 누빈 사진가`, but not 웹툰
    of `그를 웹툰 작가가`.
    """
    if not text.endswith(_COMPLEMENTS, 0, word.start()):
        return False
    last = word.group()[-1]
    if word.group().endswith(_TO_COME):
        return True
    return last in ENDING_IN_N and last not in _NOUNS_END_IN


def _says_nothing(noun: str, end: int, ends: Mapping[int, Mention]) -> bool:
    if end in ends or (end - 1 in ends and noun[-1] == OF[0]):  # 누리회의
        return True
    return _is_no_plain_noun(noun)


@lru_cache(maxsize=1 << 12)
def _is_no_plain_noun(noun: str) -> bool:
    """Whether a word says nothing of a post or a house that it stands before."""
    if noun in _NOT_BEFORE_POSTS or noun in _NEW or noun in BREAKS or noun in _LEADS:
        return True
    if office_word(noun) or honorific(noun) or any(ch.isdigit() for ch in noun):
        return True
    too_short = len(noun) < _SHORTEST_NOUN and noun not in _OF_ONE_SYLLABLE
    return too_short or noun.endswith(_PRIZES) or _is_verb(noun)
