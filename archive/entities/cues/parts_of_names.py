"""Words that can be part of a name from abroad, 엘레나 and 보른, and those that say what people
are.
"""

from __future__ import annotations

from archive.entities.cues.houses import is_country, is_house
from archive.entities.cues.lexicon import KNOWN_PLACES, LEADS
from archive.entities.cues.offices import office_word
from archive.entities.cues.shapes import FROM_ABROAD, is_given_name, is_spelt_from_abroad
from archive.entities.cues.speaking import CALLED_BY_ROLE, SPEAKERS

_SHORT_FIRST_NAMES = frozenset("숀존벤잭톰짐닉맷밥빌쟝얀티쩐레팜")
_PEOPLE_ENDS = (
    "여성",
    "남성",
    "학생",
    "노동자",
    "선수",
    "주민",
    "이민자",
    "청년",
    "난민",
    "동포",
    "출신",
)
_LOAN_ENDS = (
    "이커",
    "골퍼",
    "필더",
    "리스트",
    "이너",
    "이어",
    "키퍼",
    "러머",
    "래퍼",
    "댄서",
    "튜버",
    "스타",
)
_NOUN_ENDS = frozenset(
    "부팀생원남녀성민계국관장사씨군양의은는을를자들형시도위범인급단호한된난간던낸"
)
_POLITE_ENDS = "씨양군옹"


def is_of_name(word: str, *, last: bool) -> bool:
    """Whether a word can be of a name from abroad, none that says what people are."""
    if len(word) == 1:
        return last or word in _SHORT_FIRST_NAMES or FROM_ABROAD.search(word) is not None
    known = word in KNOWN_PLACES or is_country(word) or is_house(word) or office_word(word)
    if known or word in LEADS or is_noun_for_people(word) or not is_spelt_from_abroad(word):
        return False
    if word[-1] in _POLITE_ENDS and is_given_name(word[:-1]):  # 김가온씨(66)
        return False
    return last or FROM_ABROAD.search(word) is not None or word[-1] not in _NOUN_ENDS


def is_noun_for_people(word: str) -> bool:
    """Whether a word says what somebody is: 유학생, 공격수, 시장."""
    post = office_word(word)
    if word in SPEAKERS or word in CALLED_BY_ROLE or word.endswith((*_PEOPLE_ENDS, *_LOAN_ENDS)):
        return True
    return post is not None and not post.josa
