"""Which words belong to the house before or behind them: 국문과 of 누리대학 국문과, 농구 of 농구
대표팀.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from archive.entities.cues.lexicon import words
from archive.entities.cues.offices import office_word

if TYPE_CHECKING:
    from collections.abc import Mapping

    from archive.model import Mention

_NO_HOUSE = words("no_house")
_REACH = 28  # characters; a longer word is no name of a house
_SHORTEST_SCHOOL = 3  # syllables
_WITH_DEPARTMENTS = ("대 ", "대학 ", "대학교 ", "대학원 ", "병원 ", "의료원 ")
_SPORTS = (
    *("축구", "야구", "농구", "배구", "유도", "양궁", "사격", "탁구", "수영", "펜싱", "체조"),
    *("육상", "빙상", "역도"),
)
_SELECTION = " 대표팀"
_OF_BRIGADES, _BRIGADE = ("남성", "여성"), " 의용소방대"
_HEAD_OFFICE, _DESKS = "본사", (" 편집", " 사회부", " 정치부", " 경제부", " 문화부", " 취재")
EVENTS = (
    "축제",
    "대회",
    "문화제",
    "예술제",
    "영화제",
    "음악제",
    "연극제",
    "문학제",
    "박람회",
    "엑스포",
    "비엔날레",
)
_COMMITTEES = (" 추진위", " 조직위", " 집행위", " 준비위", " 운영위", " 심사위")
_TROOPS, _SHORTEST_TROOP = ("단", "대"), 4  # 현장대응단, 기동순찰대
_SOCIETIES = (" 총동", " 동창회", " 동문회", " 총학생회", " 학생회", " 학부모회", " 교수회")
_SCHOOL_ENDS = ("초", "중", "고", "대", "학교", "대학")
# 가람과 결별하고 김가온 코치가
NO_SCHOOLS = ("에서", "하고", "되고", "라고", "다고", "어지고", "아지고", "워지고", "려지고")
_KIN = frozenset(
    (
        "아내",
        "남편",
        "아들",
        "아버지",
        "어머니",
        "부모",
        "형제",
        "친구",
        "동료",
        "선배",
        "후배",
        "제자",
        "측근",
    )
)
# Who is of a section; 전망과 is none in 누리은행 전망과 김가온 총재의 말.
_OF_SECTIONS = (
    "과장",
    "팀장",
    "계장",
    "사무관",
    "서기관",
    "주무관",
    "조사관",
    "수사관",
    "연구관",
    "주사",
)
_OF_PEOPLE = ("들", "자", "원", "민", "인", "생", "님", "장", "씨", "년", "월", "일", "단", "팀")
GROUPS = frozenset(word for word in words("speakers") if len(word) > 1) - _KIN
_TEMPLE, _BELIEVERS = "사", (" 신도회", " 청년회", " 불교대학")  # 새말사 신도회
# What a house may be called by behind the name of a town: 레몬군 한인회, 새말 성당
_BODIES = (
    *(" 한인회", " 한인상공회의소", " 성당", " 교회", " 부문"),
    *(" 의과대학", " 의대", " 대학교", " 대학병원", " 로스쿨"),
)
_COLLEGES = frozenset(("의대", "공대", "법대", "음대", "미대", "약대", "치대", "농대", "상대"))
_BEFORE_COLLEGES = ("대 ", "대학교 ")
_JOSA_ENDS = "은는이가을를의에도와과"
_UNIVERSITY, _HOSPITAL_NEXT = "대", re.compile(r" [가-힣]{2,8}병원(?![가-힣])")


def is_part(text: str, word: re.Match[str], ends: Mapping[int, Mention], post: str) -> bool:
    """Whether a word is a part of the school, hospital or house before it: 누리대학 국문과,
    누리소방서 현장대응단; or the school of the society behind it, 울림고 총동문회.
    """
    start, part = word.start(), word.group()
    if part.endswith(_SCHOOL_ENDS) and text.startswith(_SOCIETIES, word.end()):
        return len(part) >= _SHORTEST_SCHOOL and not part.endswith(NO_SCHOOLS)
    if _goes_with_next(text, word):
        return True
    if part in _COLLEGES:
        return text.endswith(_BEFORE_COLLEGES, max(0, start - _REACH), start)
    if part.endswith("과"):
        within = text.endswith(_WITH_DEPARTMENTS, max(0, start - _REACH), start)
        return within or (post.endswith(_OF_SECTIONS) and _is_section(text, word, ends))
    if not part.endswith(_TROOPS) or len(part) < _SHORTEST_TROOP or text[start - 1 : start] != " ":
        return False
    house = ends.get(start - 1)
    return house is not None and house.kind == "organisation"


def _is_section(text: str, word: re.Match[str], ends: Mapping[int, Mention]) -> bool:
    """특수통관과 of `관세청 특수통관과`, but not 주민과 of `누리군 주민과`."""
    house, said = ends.get(word.start() - 1), word.group()[:-1]
    if house is None or house.kind != "organisation" or text[word.start() - 1] != " ":
        return False
    of_people = said in GROUPS or said in _KIN or said.endswith(_OF_PEOPLE)
    return len(said) > 1 and not of_people and office_word(said) is None


def _goes_with_next(text: str, word: re.Match[str]) -> bool:
    """여성 of 여성 의용소방대, 꽃축제 of 꽃축제 추진위원회, 본사 of 본사 편집부, 농구 of 농구
    대표팀.
    """
    part, end = word.group(), word.end()
    if part in _SPORTS or part in _OF_BRIGADES:
        return text.startswith((_SELECTION, _BRIGADE), end)
    if part == _HEAD_OFFICE:
        return text.startswith(_DESKS, end)
    if part.endswith(_TEMPLE) and text.startswith(_BELIEVERS, end):
        return True
    if text.startswith(_BODIES, end):
        return part not in _NO_HOUSE and part[-1] not in _JOSA_ENDS
    if part.endswith(_UNIVERSITY) and len(part) >= _SHORTEST_SCHOOL:
        return _HOSPITAL_NEXT.match(text, end) is not None
    return part.endswith(EVENTS) and text.startswith(_COMMITTEES, end)
