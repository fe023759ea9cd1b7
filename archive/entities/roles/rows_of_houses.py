"""People of whom the first of a row has a house: `누리협회 김가온 회장과 이여울 사무국장`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from archive.entities.cues.houses import is_country
from archive.entities.cues.offices import head_of, house_of, is_bare, office
from archive.entities.cues.shapes import is_given_name

if TYPE_CHECKING:
    from collections.abc import Sequence

    from archive.entities.introduced import Introduction

_JOINTS = frozenset(("과 ", "와 ", ", ", "·", ") "))
# 부시장, 수석부회장; of 본부장 and 부녀회장 the house is their own
_DEPUTY = re.compile(
    r"(?:^|[가-힣]{2})(?<!본)부"
    r"(?:(?:시|회|의|사|총|원|국|단|소|관|행|학|처|실|팀|이사|위원|조합|지부|본부|총학생회|학생회)장"
    r"|군수|구청장|지사|교육감|대표|총재|지휘자|주지(?: 스님)?)$"
)
_OF_PARTS = (" 분과장",)
_DIVISION_NAME = re.compile(r"[가-힣A-Za-z0-9]{1,8}부문")
_OF_OWN_HOUSE = ("본부장",)
_SCHOOLS, _BRANCHES = ("대", "대학", "대학교"), ("센터", "지점", "본부")
# Posts that nobody has but within a house, whose head or another of its people was named before.
_INNER = (
    *("국장", "과장", "팀장", "실장", "처장", "부장", "계장", "총무", "간사", "감사", "이사"),
    *("이사장", "상무", "전무", "교감", "사무총장", "주무관", "전문위원", "총괄", "매니저"),
    *("차장", "담당관", "학과장", "겸임교수"),
)
_TEACHERS, _FACULTIES = ("교수",), ("학과", "학부")
_AT_SCHOOLS = ("센터장", "처장", "단장", "학장")
_SOCIETY_HEADS = tuple(
    f"{society}회장" for society in ("상인", "번영", "동문", "향우", "동창", "학부모", "자치")
)
_OF_VILLAGES = ("이장", "부녀회장", "노인회장", "청년회장")
_POLICE = ("경정", "경감", "경위", "경사", "경장", "순경")
_FIREFIGHTERS = ("소방경", "소방위", "소방장", "소방교", "소방사")
_LEADS_CARE = ("관장", "원장", "센터장", "소장", "교장")
_CARE = (
    *("사회복지사", "간호사", "요양보호사", "조리사", "영양사", "물리치료사", "작업치료사"),
    *("영양교사", "보건교사"),
)
# Posts of the same house where those stand before: 누리부 김가온 장관과 이여울 2차관.
_BESIDE = {
    "차관": ("장관", "차관"),
    "검사": ("검사", "검사장"),
    "판사": ("판사",),
    "교사": ("교장", "교감", "교사", "유치원장", "어린이집 원장"),
    "기자": ("부장", "차장", "기자"),
    "대장": ("대장",),
    "감독": ("단장", "감독"),
    "주장": ("감독", "코치"),
    "악장": ("지휘자", "단장"),
    "부기장": ("기장",),
    "학예연구사": ("관장", "학예연구실장"),
    "명예목사": ("담임목사",),
    "선수": ("감독", "코치", "선수"),
    "코치": ("선수",),
    "객실사무장": ("기장", "부기장"),
    "승무원": ("기장", "부기장", "사무장"),
    "장로": ("장로", "목사"),
    "권사": ("장로", "권사", "목사"),
    **dict.fromkeys(("원내대표", "정책위의장", "최고위원"), ("당 대표", "원내대표", "최고위원")),
    **dict.fromkeys(_POLICE, (*_POLICE, "지구대장", "파출소장")),
    **dict.fromkeys(_FIREFIGHTERS, (*_FIREFIGHTERS, "구조대장", "구급대원")),
    **dict.fromkeys(_CARE, (*_CARE, *_LEADS_CARE)),
    **dict.fromkeys(_OF_VILLAGES[1:], _OF_VILLAGES),
}
_SET_BESIDE = tuple(_BESIDE)
# 누리시의회 운영위원장, 예산결산특별위원장; a 노조위원장 is of a union
_CHAIR = tuple(
    f"{of_what}위원장"
    for of_what in ("운영", "특별", "상임", "윤리", "예결", "행정", "복지", "건설", "경제", "문화")
)
# 누리병원 소아과 김가온 교수와 이여울 간호사
_HOSPITAL, _NURSES = "병원 ", ("간호사", "수간호사", "전공의", "전임의")
_DOCTORS = ("교수", "전문의", "의사", "과장")
_COUNCIL, _MEMBER, _OF_COUNCILS = "의회 ", "의원", ("의장", "위원장", "의원")
# 벨로니아 엘레나 보른 총리와 마리 뒤랑 환경장관
_HEADS_OF_STATE = ("대통령", "총리", "부통령", "장관", "국왕", "주석")
_OF_STATE = ("장관", "부통령", "총리", "외무상", "차관")


def with_shared_houses(text: str, found: Sequence[Introduction]) -> list[Introduction]:
    """The introductions `found`, with the house 이여울 of `누리협회 김가온 회장과 이여울 국장`."""
    row = list(found)
    for at in range(1, len(row)):
        before, one = row[at - 1], row[at]
        if not (len(before.roles) == len(one.roles) == 1 and _is_next(text, before, one)):
            continue
        if is_under(before.roles[0], one.roles[0]):
            house = _house_of_both(text, before, one.roles[0])
            if is_country(house) and not _are_of_one_country(before, one):
                continue
            if house and head_of(house) not in one.roles[0]:
                row[at] = one._replace(roles=(office(house, one.roles[0]),))
    return row


def _are_of_one_country(before: Introduction, one: Introduction) -> bool:
    """Whether two of a row may serve one state: 벨로니아 엘레나 보른 총리와 한도윤 외교장관 do not,
    nor do a 총리 and a 총리.
    """
    alike = is_given_name(before.person.text) == is_given_name(one.person.text)
    return alike and head_of(before.roles[0]) != one.roles[0]


def _house_of_both(text: str, one: Introduction, role: str) -> str:
    """누리협회 of `누리협회 회장`, for the `role` of the next of a row; but 누리대 of `누리대
    산학협력단장`, and of a branch none, whose head has no office of the whole house beside him.
    """
    before = one.roles[0]
    house = house_of(before)
    if before.endswith(_SOCIETY_HEADS) or _is_named_whole(text, one):
        house = before[:-1]  # 가람시장 상인회 of 가람시장 상인회장
    if _is_own_head(before, role):
        return house
    if _are_of_parts(before, role):
        return house.rpartition(" ")[0]
    school = house.partition(" ")[0]
    if school.endswith(_SCHOOLS):
        return house if role.endswith(_TEACHERS) and house.endswith(_FACULTIES) else school
    return "" if house.endswith(_BRANCHES) and not _DEPUTY.search(role) else house


def _is_named_whole(text: str, one: Introduction) -> bool:
    """Whether the house of a head stands before the name, 누리 기동대 of `누리 기동대 김가온
    대장`.
    """
    return text.endswith(f"{one.roles[0][:-1]} ", 0, one.person.start)


def _is_own_head(before: str, role: str) -> bool:
    """Whether the `role` is of the head of the house before: 누리센터 이사장 and then 센터장."""
    house = house_of(before)
    return role[-1:] == "장" and house.endswith(role[:-1]) and not before.endswith(role)


def is_under(before: str, role: str) -> bool:
    """Whether a `role` without a house is one of the house of which the role `before` is."""
    if is_bare(role) and _is_own_head(before, role):
        return True
    of_deputy = len(role) > 1 and head_of(before).endswith(f"부{role}")  # 부의장 and then 의장
    deputy = of_deputy or _DEPUTY.search(role) is not None
    at_school = before.partition(" ")[0].endswith(_SCHOOLS) and role.endswith(_AT_SCHOOLS)
    inner = deputy or at_school or (role.endswith(_INNER) and not role.endswith(_OF_OWN_HOUSE))
    beside = role.endswith(_SET_BESIDE) and any(
        role.endswith(post) and before.endswith(_BESIDE[post]) for post in _SET_BESIDE
    )
    of_council = role == _MEMBER or role.endswith(_CHAIR)
    in_council = of_council and _COUNCIL in before and before.endswith(_OF_COUNCILS)
    at_hospital = role in _NURSES and _HOSPITAL in before and before.endswith(_DOCTORS)
    if _are_of_parts(before, role) or _are_of_one_state(before, role):
        return True
    return (inner or beside or in_council or at_hospital) and is_bare(role)


def _are_of_one_state(before: str, role: str) -> bool:
    """Whether the post before is of a country's head or minister, and the `role` of one too."""
    is_one = " " not in role and role.endswith(_OF_STATE) and before.endswith(_HEADS_OF_STATE)
    return is_one and is_country(house_of(before))


def _are_of_parts(before: str, role: str) -> bool:
    """자산부문 대표 and 보험부문 대표: heads of two parts of one house."""
    if role.endswith(_OF_PARTS) and before.endswith(_OF_PARTS):
        return True
    part, lead, other = house_of(role), *house_of(before).rpartition(" ")[::2]
    return bool(lead) and all(_DIVISION_NAME.fullmatch(name) for name in (part, other))


def _is_next(text: str, before: Introduction, one: Introduction) -> bool:
    """Whether nothing but the post itself and what joins them stands between two of a row."""
    between = text[before.end : one.person.start].removesuffix(f"{one.roles[0]} ")
    return between in _JOINTS
