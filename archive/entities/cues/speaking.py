"""Words that name who can speak, people of a kind or houses, and the name in such a phrase."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from archive.entities.cues.lexicon import (
    HOUSE_ENDINGS,
    HOUSE_NOUNS,
    SURNAMES,
    is_right_josa,
    words,
)
from archive.entities.cues.monks import monk_in
from archive.entities.cues.offices import (
    DROPPED_BEFORE_OFFICE,
    head_of,
    honorific,
    may_be_called,
    office_word,
)
from archive.entities.cues.shapes import FROM_ABROAD, is_given_name, may_be_name

if TYPE_CHECKING:
    from collections.abc import Iterable

    from archive.entities.introduced import Introduction

SPEAKERS = words("speakers")
CALLED_BY_ROLE = words("players") | {"가수", "배우", "작가", "회사원", "주부", "리더"}
# One of them is named behind it: 이웃 오름은; behind a house it is a thing: 회사 사정은.
_PEOPLE = frozenset(word for word in SPEAKERS if word[-1] in "자인생객민꾼원") | words("kin")
_PEOPLE |= {"이웃", "친구", "동료", "제자", "스승", "선배", "후배", "딸", "아들", "아내", "손녀"}
_PEOPLE -= {"병원", "법원", "연구원"}
# Behind what they do or have, in one word: 단골손님, 우유배달원.
_WITH_WHAT_THEY_DO = tuple(
    {word for word in SPEAKERS if len(word) > 1 and word[-1] in "자인생객민꾼원님"}
    - {"병원", "법원", "연구원", "부인", "부자", "주인", "범인"}
)
# Behind what is no name, 원도심 주민, most of those below say who lives or works there.
_NOT_BEHIND_NOUNS = frozenset(
    ("어린이", "회원", "조합원", "학부모", "증인", "참고인", "피의자", "피고인", "용의자")
)
SAID_BEHIND_NAMES = words("said_behind_names")
"""What somebody is, said behind his name: 한도윤 증인. 한도윤 변호인 is another."""
_CALLINGS = CALLED_BY_ROLE | _PEOPLE
_NOUNS = words("nouns_like_inflected")
_COMMON_TITLES = words("title_endings")
_COLLECTIVE = ("들", "측", "씨", "관계자", "담당자")
SIDE = "쪽"
"""Of somebody, who speaks, 후보쪽, 회사 쪽; a way, 동쪽, 다른 쪽."""
_LONG_HOUSE_NOUNS = tuple(noun for noun in HOUSE_NOUNS if len(noun) > 2)
_BROADCAST = "방송"  # alone what is heard; 누리방송 is a house
_CALLED_ALONE = ("선생", "할머니", "할아버지", "어르신")  # polite, and what he is called alone
_LETTER = re.compile(r"[A-Z]")  # A 교수
_SHORT_NAME = re.compile(  # 한솔 팀장
    rf"[{''.join(sorted(SURNAMES))}][{''.join(sorted(words('short_given_names')))}]"
)
_NOT_SHORT_NAMES = words("nouns_like_short_names")
_POLITE_NAME = re.compile(
    r"(?:(?<![가-힣])(?P<before>(?:[가-힣]{1,6} ){1,3}))?"
    r"(?<![가-힣])(?P<last>[가-힣]{2,6})(?:\([^()\n]{1,14}\))? ?(?:씨|(?<= )[군양])$"
)
_WORD = re.compile(r"[가-힣]{2,8}")
_INFLECTED = (
    *"은는을를이가의에도와로며고서면게자던한된친킨린진긴난든운온본낸탄쓴",
    *("지만", "는데", "으나", "거나", "니까", "도록", "더니", "까지", "부터", "모인"),
    *("여준", "와준", "려준", "눠준", "아간", "어간", "녀간", "라간", "려간"),
    *("맞아", "찾아", "받아", "앉아", "열어", "걸어", "떨어", "모여", "거쳐"),
    *("나선", "들어선", "맞선", "돌아선", "올라선", "일어선"),
)
# A Chinese name as it is spoken: 왕밍, 리웨이밍.
_CHINESE = re.compile(r"[가-힣][가-힣]?[밍펑쥔칭닝룽퉁쑹웨궈융]")
_TWO, _FULL = 2, 3
# What the teams of a town hall deal with.
_FIELDS = words("town_hall_fields")
_POLITE_REACH = 36  # characters
_OURS = ("우리", "해당", "인근", "같은", "다른")  # 우리 군
_TOWNS = "도시군구"  # 전남도의원 is no 전남도


@lru_cache(maxsize=1 << 12)
def is_speaking(head: str) -> bool:
    """Whether a noun names people or a house that can speak: 업체들, 관계자, 위원회, 팀장."""
    if head.endswith(SIDE) and len(head) > 2:
        return is_speaking(head[:-1])
    if head == _BROADCAST:
        return False
    bare = head.removesuffix("들")
    if bare in SPEAKERS or head in SPEAKERS or head.endswith(_COLLECTIVE):
        return len(head) > 1 or head in SPEAKERS
    found = office_word(bare)
    if (found is not None and not found.josa) or bare.endswith(HOUSE_ENDINGS):
        return True
    return len(bare) > _TWO + 1 and bare.endswith(_WITH_WHAT_THEY_DO)


@lru_cache(maxsize=1 << 12)
def is_body(head: str) -> bool:
    """Whether a noun names those who can speak as a place, 노조에서는; a market is no mayor."""
    return is_speaking(head) and office_word(head) is None


def is_person(phrase: str) -> bool:
    """Whether a phrase names somebody, or people, and no house, by its last word: 직원 B씨."""
    head = phrase.rpartition(" ")[2].removesuffix("들")
    polite = len(head) > 1 and head[-1] in "씨군양"
    return polite or head in _PEOPLE or head.endswith(_WITH_WHAT_THEY_DO)


def is_kind_of_speakers(head: str) -> bool:
    """Whether a noun is no name but says what its people or houses are: 연구원, 현장사무소."""
    kind = head in SPEAKERS or head in HOUSE_NOUNS or head.endswith(_COLLECTIVE)
    return kind or head.endswith(_LONG_HOUSE_NOUNS)


def polite_name(text: str, end: int) -> str | None:
    """Who is named before the 씨, 군 or 양 that ends at `end`: 하루 of `교사 하루(33) 씨`."""
    match = _POLITE_NAME.search(text, max(0, end - _POLITE_REACH), end)
    if match is None or _is_noun_for_people(match["last"]) or match["last"] in _OURS:
        return None
    name = match["last"]
    before = (match["before"] or "").split()
    while before and not is_given_name(name) and _is_first_name(before[-1], name):
        name = f"{before.pop()} {name}"
    return name


def _is_noun_for_people(word: str) -> bool:
    return word in SPEAKERS or office_word(word) is not None


def _is_first_name(word: str, name: str) -> bool:
    foreign = len(word) == 1 or FROM_ABROAD.search(word) or FROM_ABROAD.search(name)
    return bool(foreign) and not _is_noun_for_people(word) and not is_inflected(word)


def called_name(phrase: str) -> str | None:
    """The name behind the post or the calling in a phrase, of whatever shape: 목수 오름."""
    said = phrase.split(" ")
    for number in range(len(said) - 1, max(0, len(said) - 4), -1):
        if is_speaking(said[number]):
            return None
        post = office_word(said[number - 1])
        if (post is not None and not post.josa) or said[number - 1] in _CALLINGS:
            return " ".join(said[number:])
    return None


@lru_cache(maxsize=1 << 12)
def joined_name(word: str) -> str | None:
    """The name that a post is written onto: 한도윤위원장, 새벽스님."""
    if monk := monk_in(word):
        return monk
    name, post = word[:_FULL], word[_FULL:]
    if len(post) < _TWO or name[-1] in _TOWNS or name.startswith("한국"):
        return None
    if name[-1] + post[0] in _FIELDS and office_word(post[1:]):  # 문화팀장 of 장사문화팀장
        return None
    return name if is_given_name(name) and office_word(post) else None


@lru_cache(maxsize=1 << 12)
def name_in(phrase: str) -> str | None:
    """The name in a phrase of a name and a post, 한울림 교육감, that no tagger has found."""
    before, _, last = phrase.rpartition(" ")
    first, _, name = before.rpartition(" ")
    if first and name in DROPPED_BEFORE_OFFICE:  # 한도윤 신임 감사
        before, name = first, first.rpartition(" ")[2]
    if _LETTER.fullmatch(name) and office_word(last):
        return f"{name} {last}"
    if _SHORT_NAME.fullmatch(name) and name not in _NOT_SHORT_NAMES and office_word(last):
        return name
    post = office_word(last)
    if post is not None and _is_from_abroad(before):
        return before
    if post is not None and (may_be_name(name, post.title) or _CHINESE.fullmatch(name)):
        return name
    called = post or honorific(last) or last in _NOT_BEHIND_NOUNS
    return name if is_given_name(name) and called else None


def is_titled(text: str, at: int) -> bool:
    """Whether a post stands there, so that a syllable before it is a surname: 김 군수."""
    word = _WORD.match(text, at)
    return word is not None and office_word(word.group()) is not None


@lru_cache(maxsize=1 << 12)
def is_inflected(word: str) -> bool:
    """Whether a word ends as with a josa or as verbs do; 가 after a consonant is none, 증권가, and
    회의, 마을 and 피해자 are nouns.
    """
    noun = word in _NOUNS or word in SPEAKERS
    noun = noun or (word[-1] == "가" and not is_right_josa("가", word[-2:-1]))
    return not noun and word.endswith(_INFLECTED)


def _is_from_abroad(name: str) -> bool:
    """Whether two words have the look of a name from abroad: 엘레나 보른."""
    words_of_name = name.split(" ")
    return len(words_of_name) == _TWO and all(
        FROM_ABROAD.search(word) and word not in SPEAKERS and not word.endswith(HOUSE_ENDINGS)
        for word in words_of_name
    )


def holders(introduced: Iterable[tuple[str, Introduction]]) -> dict[str, str]:
    """Titles that the introductions give to one person alone, by his name: 소장 is then he."""
    found: dict[str, set[str]] = {}
    for name, intro in introduced:
        for role in intro.roles:
            for title in _titles_of(head_of(role)):
                found.setdefault(title, set()).add(name)
        if intro.polite in _CALLED_ALONE:
            found.setdefault(intro.polite, set()).add(name)
    return {title: next(iter(people)) for title, people in found.items() if len(people) == 1}


@lru_cache(maxsize=1 << 12)
def _titles_of(head: str) -> tuple[str, ...]:
    """What the holder of a post is called: 주민자치회장 is 회장."""
    return (head, *(title for title in _COMMON_TITLES if may_be_called(head, title)))
