"""A post that stands before a name, with what belongs to it: another post, 전, its house."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from archive.entities.cues.houses import (
    QUOTES,
    is_department,
    is_house,
    run_before,
    schooled,
    tidy,
)
from archive.entities.cues.kinds import without_kind, without_shop
from archive.entities.cues.lexicon import words
from archive.entities.cues.offices import (
    AND,
    BEFORE_OFFICE,
    DROPPED_BEFORE_OFFICE,
    house_of,
    is_bare,
    is_trade,
    office_word,
    stand_together,
)
from archive.entities.cues.owners import (
    NO_HOUSE,
    OF,
    is_club,
    joined,
    owning_house,
    plain_nouns,
    whole_before,
)
from archive.entities.cues.terms import before_term
from archive.entities.roles.led_houses import owning_unknown

if TYPE_CHECKING:
    from collections.abc import Mapping

    from archive.model import Mention

REACH = 64  # characters before a name in which its bracket can open
_LAST_WORD = re.compile(r"[가-힣A-Za-z0-9·ㆍ前現]++$")
_LED_BY = re.compile(r"(?<![가-힣])(전|前|주한) $")  # 전 누리은행 행장, 주한 이집트 대사
_SENT_HERE, _ENVOYS = "주한 ", ("대사", "총영사")  # 주한 벨로니아대사
_SENT, _CONSUL = "주", "총영사"  # 주시드니 총영사
CLOSING_MARKS = ("’", "'")
OF_WORKS = (
    *("미술감독", "촬영감독", "음악감독", "무술감독", "작가", "배우", "가수", "PD", "연출가"),
    *("시인", "수필가", "소설가", "극작가", "문학가", "만화가"),
)
"""Who makes a work: what is in quotation marks before them is one, and no house."""
_OF_FILMS = "감독"  # of a club in quotation marks too: ‘누리FC’
_AND_BEING, _WHILE_BEING = "이자", "이면서"  # 시인이자 교사인, 시인이면서 교사인 김가온
# Said between a post and its holder's name: 경영지원본부장 상무 김가온, 지구대장 경감 이여울.
_RANKS = frozenset(
    (
        *("전무", "상무", "상무보", "총경", "경정", "경감", "경위", "경사", "경장", "순경"),
        *("소방정", "소방령", "소방경", "소방위", "소방장", "소방교", "대령", "중령", "소령"),
        *("대위", "중위", "소위", "준위", "원사", "상사", "중사", "하사", "서기관", "사무관"),
    )
)
OF_MEMBERS = " 소속 "  # 누리시청 소속 높이뛰기 선수 김가온
_OF_PRIZES, _OF_POSTS = (" 부문", " 분야"), ("장", "보", "관", "이사")
_PARTIES, _OF_PARTIES = ("당", "국민의힘"), ("의원", "후보", "당선인", "대변인", "당원")
_NAMELESS = words("definite_houses") | {"여당", "야당", "부대"}
_WITH = f" {AND} "  # 누리상회 회장 겸 누리협회 이사장
# 누리협회 첫 여성 회장, 누리정밀의 첫 여성 공장장; 누리시 첫 여성 공장장 is of no house
_FIRST = re.compile(
    r"[첫최역](?<=[^시군구도읍면동] .)(?:(?<=첫)|(?<=최)(?:초의?|연소)|(?<=역)대)"
    r"(?: (?:여성|외국인|민간인|비\S{1,4}))?$"
)
_LAST_OF_DROPPED = {word[-1] for word in DROPPED_BEFORE_OFFICE}
_FORMER = tuple(BEFORE_OFFICE)
_LONGEST_FIRST = 12  # characters
_NICKNAME = re.compile(r" [‘'](?P<name>[^‘’'\n]{1,12})[’']$")
_LED_BRACKET = re.compile(r"(?<=[가-힣])\((?P<post>[가-힣]{2,8}) [가-힣]{2,4}\)$")
_LONGEST_BRACKET = 16  # characters
_DISTRICT_ENDS = ("갑", "을", "병", "정")
_IN_DISTRICT = re.compile(r"(?<=당|힘|대|합)(?: [가-힣]{2,4})? [가-힣]{2,6}[갑을병정]$")
_OF_DISTRICTS = ("당협위원장", "지역위원장", "후보", "의원")
_LONGEST_DISTRICT = 13  # characters
_PLAYER = "선수"
_PASTORS, _IN_CHARGE = ("목사", "전도사"), "담임"  # 누리교회 담임 목사; of a class too


def is_of_work(role: str, said: str) -> bool:
    """Whether what ends with `said` in quotation marks is a work, and the role its maker's:
    ‘겨울 나룻배’ 김가온 감독, but not ‘누리FC’ 김가온 감독.
    """
    if not said.endswith(CLOSING_MARKS):
        return False
    if role.endswith(OF_WORKS):
        return True
    name = said[:-1].rstrip(" ").rpartition(" ")[2].lstrip("‘'")
    if not name or role != _OF_FILMS:
        return False
    return not (is_house(name) or schooled(name, role) or is_club(name))


def last_word(text: str, floor: int, end: int) -> re.Match[str] | None:
    """The word that ends at `end`, as far as it stands behind `floor`."""
    return _LAST_WORD.search(text, text.rfind(" ", floor, end) + 1 or floor, end)


def named_house(text: str, start: int, end: int, ends: Mapping[int, Mention]) -> str:
    """The house that stands there, without what it is: 누리상회 of 소속사 누리상회, 가온 of 카페
    가온.
    """
    house = without_shop(tidy(text[start:end]))
    tagged = ends.get(end)
    return house if tagged and tagged.start == start else without_kind(house)


def housed(
    text: str, at: int, title: str, floor: int, ends: Mapping[int, Mention]
) -> tuple[str, int]:
    """The post `title` that begins at `at`, with what belongs to it before, not before `floor`; and
    where that begins.
    """
    role, begin = _housed(text, at, title, floor, ends)
    if not text.endswith(OF_MEMBERS, floor, begin) or is_of_house(role, at, ends):
        return role, begin
    end = begin - len(OF_MEMBERS)
    start = run_before(text, end, floor, ends, title)
    house = tidy(text[start:end])
    return (f"{house} {role}", start) if house and gives_post(house, title) else (role, begin)


def gives_post(house: str, title: str) -> bool:
    """Whether somebody of a house has its post: no president is a party's, 새말당 소속 대통령, and
    a house has a name, unlike that of 같은 병원 소속 교수.
    """
    if house in _NAMELESS:
        return False
    return not house.endswith(_PARTIES) or title.endswith(_OF_PARTIES)


def _housed(
    text: str, at: int, title: str, floor: int, ends: Mapping[int, Mention]
) -> tuple[str, int]:
    at, title = _with_posts_before(text, at, title)
    at = max(floor, before_term(text, at))
    end = at - 1
    if end <= 0 or text[end] != " ":
        return title, at
    end = _before_head(text, _before_new(text, end), floor)
    end = _before_district(text, end, title)
    if owner := _owner(text, end, title, floor, ends):
        return joined(owner, title), end - 1 - len(owner)
    word = _former_before(text, end)
    if word:
        return _of_former(text, word, title, floor, ends)
    known = start = run_before(text, end, floor, ends, title) if end > 0 else end
    if end > 0:
        start = _with_nouns(text, (start, end), title, floor, ends)
    house = named_house(text, start, end, ends) if end > 0 else ""
    if start < known == end and (owner := _owner(text, start - 1, title, floor, ends)):
        return f"{owner} {house} {title}", start - len(OF) - len(owner)
    if not house:
        return _of_envoy(text, at, title, floor)
    if led := _LED_BY.search(text, max(0, start - 3), start):
        house = f"{led[1]} {house}"
    return joined(house, title), start


def _former_before(text: str, end: int) -> re.Match[str] | None:
    """전 or another word that ends there and says that somebody was, or only is named, what
    follows.
    """
    if end <= 0 or not text.endswith(_FORMER, 0, end):
        return None
    word = last_word(text, max(0, end - 8), end)
    return word if word and word.group() in BEFORE_OFFICE else None


def _before_new(text: str, end: int) -> int:
    """Where what stands before a post ends without 신임 or 첫 여성, which add nothing."""
    if first := _FIRST.search(text, max(0, end - _LONGEST_FIRST), end):
        return first.start() - 1
    if text[end - 1] not in _LAST_OF_DROPPED:
        return end
    word = last_word(text, max(0, end - 8), end)
    return word.start() - 1 if word and word.group() in DROPPED_BEFORE_OFFICE else end


def _before_head(text: str, end: int, floor: int) -> int:
    """Where a house ends that its head follows in a bracket, 누리협회(회장 이여울) 사무국장."""
    if text[end - 1 : end] != ")":
        return end
    led = _LED_BRACKET.search(text, max(floor, end - _LONGEST_BRACKET), end)
    return led.start() if led and office_word(led["post"]) else end


def _before_district(text: str, end: int, title: str) -> int:
    """Where a party ends before the electoral district of its man, 누리당 가람갑 예비후보."""
    if not text.endswith(_DISTRICT_ENDS, 0, end) or not title.endswith(_OF_DISTRICTS):
        return end
    of_party = _IN_DISTRICT.search(text, max(0, end - _LONGEST_DISTRICT), end)
    return of_party.start() if of_party else end


def _of_former(
    text: str, word: re.Match[str], title: str, floor: int, ends: Mapping[int, Mention]
) -> tuple[str, int]:
    """The post `title` with the `word` that says that somebody was it, and its house before."""
    end = word.start() - 1
    start = run_before(text, end, floor, ends, title) if end > 0 else end
    house = tidy(text[start:end]) if end > 0 else ""
    if not house and (owner := _owner(text, end, title, floor, ends)):
        house, start = owner, end - 1 - len(owner)
    return f"{house} {word.group()} {title}".strip(), start


def is_of_house(role: str, at: int, ends: Mapping[int, Mention]) -> bool:
    """Whether a role names a house for sure, which ends before its post at `at`; or a town in one
    word with it, 가람시장.
    """
    if " " not in role:
        return not is_bare(role)
    house = house_of(role)
    tagged = ends.get(at - 1) or ends.get(at - len(OF))
    known = tagged is not None and tagged.kind == "organisation" and house.endswith(tagged.text)
    return bool(house) and (known or is_house(house))


def _owner(text: str, end: int, title: str, floor: int, ends: Mapping[int, Mention]) -> str:
    """The house of the post `title` that ends in 의 at `end`, empty where none does."""
    if end <= 0 or not text.startswith(OF, end - 1):
        return ""
    house = owning_house(text, end, floor, ends)
    if found := house.text if house else owning_unknown(text, end, title, floor):
        return found
    said = tidy(text[whole_before(text, end - 1, floor, ends) : end - 1])
    is_one = is_department(said) if " " not in said else is_house(said)
    return said if is_one else ""


def _of_envoy(text: str, at: int, title: str, floor: int) -> tuple[str, int]:
    """The post of an envoy with where he is: 주한 벨로니아대사."""
    sent = last_word(text, max(floor, at - 12), at - 1) if title == _CONSUL else None
    if sent and sent.group().startswith(_SENT) and len(sent.group()) > len(_SENT) + 1:
        return f"{sent.group()} {title}", sent.start()
    envoy = title.endswith(_ENVOYS) and text.endswith(_SENT_HERE, floor, at)
    return (f"{_SENT_HERE}{title}", at - len(_SENT_HERE)) if envoy else (title, at)


def before_nickname(text: str, end: int, role: str, floor: int) -> int:
    """Where what stands before the nickname of a player ends that ends at `end`: 누리 베어스의 of
    `누리 베어스의 ‘거북이’ 김가온 선수`; `end` if none does.
    """
    if role != _PLAYER or text[end - 1 : end] not in CLOSING_MARKS:
        return end
    match = _NICKNAME.search(text, max(floor, end - 16), end)
    if match is None or is_house(match["name"]) or schooled(match["name"], role):
        return end
    return end if is_club(match["name"]) else match.start()


def also_before(text: str, begin: int, floor: int, ends: Mapping[int, Mention]) -> list[str]:
    """The post before the one whose phrase begins at `begin`: `시인이자` of `시인이자 교사인`,
    `누리상회 회장 겸` of `누리상회 회장 겸 누리협회 이사장`.
    """
    with_it = text.endswith(_WITH, floor, begin)
    end = begin - (len(_WITH) if with_it else 1)
    match = last_word(text, max(floor, end - 20), end) if end > floor else None
    said = match.group().removesuffix("" if with_it else _WHILE_BEING) if match else ""
    found = office_word(said)
    while_being = match is not None and said != match.group()
    if not match or not found or found.josa != ("" if with_it or while_being else _AND_BEING):
        return []
    return [housed(text, match.start(), found.title, floor, ends)[0]]


def _charge_before(text: str, end: int, floor: int, ends: Mapping[int, Mention]) -> list[str]:
    """The post before a rank: 누리서장 of `누리서장 총경 김가온`."""
    word = last_word(text, max(floor, end - 20), end) if end > floor and text[end] == " " else None
    post = office_word(word.group()) if word else None
    if word is None or post is None or post.josa or end in ends or post.title in _RANKS:
        return []
    return [housed(text, word.start(), post.title, floor, ends)[0]]


def with_another(
    text: str, begin: int, role: str, floor: int, ends: Mapping[int, Mention]
) -> list[str]:
    """The role that begins there, and the one before it: 배우 겸 복싱 선수 is one."""
    others = also_before(text, begin, floor, ends)
    if not others and role in _RANKS:
        others = _charge_before(text, begin - 1, floor, ends)
    one = others and text.endswith(_WITH, 0, begin) and is_bare(others[0])
    return [f"{others[0]} {AND} {role}"] if one else [*others, role]


def _with_nouns(
    text: str, span: tuple[int, int], title: str, floor: int, ends: Mapping[int, Mention]
) -> int:
    """Where the plain nouns before a post begin, and the house of which they say a part: of
    `누리고 국어 교사`.
    """
    start, end = span
    if start < end and text[start] in QUOTES:  # 스타트업 ‘가람’ 대표, but ‘가람’ 가수
        return end if is_of_work(title, text[start:end]) else start
    begin = plain_nouns(text, start, end, floor, ends)
    is_own = is_trade(title) and not title.endswith(_OF_POSTS)
    if is_own and text.endswith(_OF_PRIZES, begin, end):  # 문화 부문 소리꾼
        return end
    if begin == start or start != end or text[begin - 1 : begin] != " ":
        return begin
    before = last_word(text, max(floor, begin - 20), begin - 1)
    house = ends.get(begin - 1)
    known = house is not None and house.kind == "organisation" and house.text not in NO_HOUSE
    if known or (before and house is None and schooled(before.group(), title)):
        return run_before(text, begin - 1, floor, ends, title)
    return begin


def _with_posts_before(text: str, at: int, title: str) -> tuple[int, str]:
    """`사장 직무대행`, `가수 겸 배우`."""
    words_before = text[max(0, at - REACH) : at].rstrip(" ").rsplit(" ", 2)[-2:]
    *_, last = words_before
    first = words_before[0] if len(words_before) > 1 else ""
    if last == AND and (found := office_word(first)) and not found.josa:
        start = text.rfind(first, 0, at)
        return start, f"{first} {AND} {title}"
    if last == _IN_CHARGE and title in _PASTORS:
        return text.rfind(last, 0, at), f"{last} {title}"
    if stand_together(last, title) and (found := office_word(last)) and not found.josa:
        return text.rfind(last, 0, at), f"{last} {title}"
    return at, title
