"""Words that name an office, and how an office is joined to the house it belongs to.

The lists are the offices and callings that Korean news sets beside a name, from the tables of
posts in the public service (직급·직위) and common use; they name no person and no house.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from archive.entities.cues.lexicon import (
    HOUSE_ENDINGS,
    HOUSE_NOUNS,
    LONGEST_JOSA,
    TITLES,
    is_josa,
    words,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

# Polite words after a name. They say nothing of what a person is.
HONORIFICS = words("honorifics")
_HONORIFIC_LENGTHS = sorted({len(polite) for polite in HONORIFICS})
_OFFICES = (TITLES | words("occupations") | words("after_office")) - HONORIFICS - {"기수", "수석"}
_ENDINGS = words("office_endings")
_ENDING_LENGTHS = sorted({len(ending) for ending in _ENDINGS})
# Markets, halls and clinics that end like an office: 전통시장, 연회장, 내과의원.
_NOT_OFFICES = words("not_offices")
# Houses whose names end like an office: 나무출판사 is no 판사, 누리한의원 no 의원.
_HOUSES_LIKE_OFFICES = tuple(
    house
    for house in _NOT_OFFICES | HOUSE_NOUNS
    if house.endswith(("판사", "의원")) and house not in _ENDINGS
)
# What somebody is by trade, as 목수 and 용접공; no post that a house gives.
_TRADES = words("occupations") - TITLES
# Callings that words say more of: 방문간호사, 미술평론가, 그래픽디자이너.
_CALLINGS = frozenset(
    calling
    for calling in words("occupations")
    if len(calling) > 2 and calling.endswith(("사", "가", "스트", "이너", "이터", "머"))
)
_LONGEST_CALLING = max(map(len, _CALLINGS))
_TEAM, _OFFICE = "팀", "의원실"
# 교수팀은, 의원실에 따르면
_WITH_TEAM = re.compile(
    rf"([가-힣]*(?:교수|박사))({_TEAM}(?:은|이|의|과|을)?)|([가-힣]*의원)(실(?:은|이|의|에|에서))"
)
_LONGEST_OFFICE = 24  # syllables with josa
# Said of a post, not of its holder's rank: 전 시장, 시장 후보. They stay in a role.
BEFORE_OFFICE = frozenset(("전", "前", "전임", "역대", "명예", "임시"))
_BEFORE_OFFICE = tuple(BEFORE_OFFICE)
# They add nothing to a role: 신임 회장 is 회장.
DROPPED_BEFORE_OFFICE = frozenset(("현", "現", "신임", "현직", "초대", "새"))
AFTER_OFFICE = words("after_office")
_NEW = "신임"
_COUNTED = re.compile(r"\d+(?=(?:예비)?후보$)")  # 김가온 이여울 2후보
AND = "겸"  # between two posts of one person: 부총리 겸 기획재정부 장관
_WITH = f" {AND} "
_SHORTEST_HEAD = 5  # syllables: 누리협회장
_ONE_WITH_HOUSE = ("장", "군수")  # 누리협회장, 누리군수
_BRANCH = "지청"  # 새말지청장
_COMPLETE = ("시장", "군수", "구청장", "지사", "대통령", "총리", "장관", "차관", "읍장", "면장")
# 행정부시장, 정무부지사: no deputies of a town 행정부.
_OF_A_FIELD = re.compile(
    r"(?:행정|정무|경제|기획|평화|미래|문화|국제|환경|도시)\d?부(?:시장|지사|군수|교육감)"
)
_ALONE = frozenset((*_COMPLETE, *(f"부{head}" for head in _COMPLETE), "도지사"))
_CHIEF, _CHIEF_ENDS = "최고", "책임자"  # 최고디자인책임자
LAST_OF_OFFICES = frozenset(office[-2:] for office in (*_OFFICES, *_ENDINGS, _CHIEF_ENDS))
"""The last two syllables of all words that name an office; none has fewer."""
_TEAM_MEMBER = "국가대표"
_LATIN_LED = re.compile(r"(?P<letters>[A-Z]{2,4})(?P<post>[가-힣]{2,10})")
_IN_CHARGE = ("전담", "담당")  # 영장전담 부장판사
_ROW = re.compile(r"[·ㆍ]")
_ORDINAL = re.compile(r"^제?\d")
# A post and its rank stand side by side only in these: 대표이사 사장, 대표 변호사.
_DOUBLE = {
    "대표이사": frozenset(("사장", "회장", "부회장", "부사장", "전무")),
    "대표": words("after_representative"),
    "전문의": frozenset(("교수",)),
    "파트너": frozenset(("변호사", "회계사")),
    "국가대표": frozenset(("감독", "선수", "코치")),
    "수석": frozenset(
        ("연구원", "코치", "디자이너", "셰프", "큐레이터", "이코노미스트", "애널리스트")
    ),
}
# In charge of a field and of a rank: 디자인총괄 전무.
_LEADS_FIELD = "총괄"
_RANKS = frozenset(("사장", "부사장", "전무", "상무", "이사"))
# Of banks and the like, not of a team: 은행감독 부원장보.
_SUPERVISION, _LONGEST_COACH = "감독", 3
# A post beside another's: 대통령 비서실장, 당선인 대변인, 가람시장 정책보좌관.
AIDES = frozenset(
    (
        *("비서실장", "비서관", "보좌관", "정책보좌관", "특별보좌관", "정책특보", "특보", "비서"),
        *("대변인", "특사", "주치의", "경호처장", "경호실장", "정책실장"),
    )
)
_AIDED = ("대통령", "당선인", "당선자", "총리", "장관", "시장", "군수", "지사", "의장", "대표")
# 가람시 + 시장 is 가람시장. Where a house ends like its head's title, the syllables are said once.
_NAMED_AFTER_HOUSE = words("named_after_house")
_SHARED_TAILS_THAT_DIFFER = ("재단", "위원회장")
_OTHER_HEADS = ("본부", "지부")  # whose head is no 부장
# Of those who hold the post before it: 이장 협의회장, 새마을지도자 협의회장.
_OF_HOLDERS = frozenset(("협의회장", "연합회장"))
# Clergy have their rank besides a charge: 주임신부 김가온 신부.
_CHARGES = {"신부": "주임신부", "목사": "담임목사"}
_MOST_ROLES = 24  # of one person in one article


class OfficeWord(NamedTuple):
    """An office as a word names it, and the josa after it."""

    title: str
    josa: str


def office_word(word: str) -> OfficeWord | None:
    """What `word` names if it is an office with or without josa: 가람시장은 → (가람시장, 은)."""
    return _office_word(word) if len(word) <= _LONGEST_OFFICE else None


@lru_cache(maxsize=1 << 14)
def _office_word(word: str) -> OfficeWord | None:
    for cut in range(len(word), max(2, len(word) - LONGEST_JOSA) - 1, -1):
        if word[cut - 2 : cut] not in LAST_OF_OFFICES:
            continue
        josa = word[cut:]
        if (not josa or is_josa(josa, word[cut - 1])) and _is_office(word[:cut]):
            return OfficeWord(word[:cut], josa)
    if word[:1].isascii() and (abroad := _LATIN_LED.fullmatch(word)):  # LA총영사
        post = office_word(abroad["post"])
        return OfficeWord(abroad["letters"] + post.title, post.josa) if post else None
    led = _WITH_TEAM.fullmatch(word) if _TEAM in word or _OFFICE in word else None
    title, rest = (led[1] or led[3], led[2] or led[4]) if led else ("", "")
    return OfficeWord(title, rest) if title and _is_office(title) else None


@lru_cache(maxsize=1 << 13)
def honorific(word: str) -> str | None:
    """The polite word that `word` is, with or without josa: 씨는, 할머니가."""
    for size in _HONORIFIC_LENGTHS:
        polite, josa = word[:size], word[size:]
        if polite in HONORIFICS and (not josa or is_josa(josa, polite[-1])):
            return polite
    return None


@lru_cache(maxsize=1 << 14)
def is_said_of_people(word: str | None) -> bool:
    """Whether a word is a post or polite, with or without josa, as behind the name of a person."""
    return word is not None and (honorific(word) or office_word(word)) is not None


def is_trade(title: str) -> bool:
    """Whether an office is a calling that one has without a house: 목수, 용접공."""
    return title in _TRADES


def in_hangul(role: str) -> str:
    """전 국회의원 of 前국회의원, and the post alone of who has it now, 現 회장."""
    former = " ".join(role.replace("前", "전 ").split())
    return former.removeprefix("現 ").removeprefix("현 ")


def without_new(title: str) -> str:
    """회장 of 신임회장, which adds nothing to the post; 후보 of 3후보, as three together are."""
    if counted := _COUNTED.match(title):
        return title[counted.end() :]
    rest = title.removeprefix(_NEW)
    return rest if rest != title and office_word(rest) else title


def stand_together(first: str, second: str) -> bool:
    """Whether two offices in a row are one person's: 대표이사 사장, 시장 후보, 이장 협의회장."""
    if second in AFTER_OFFICE or second in _OF_HOLDERS or second in _DOUBLE.get(first, ()):
        return True
    if first.endswith(_LEADS_FIELD) and second in _RANKS:
        return True
    if first.endswith(_SUPERVISION) and len(first) > _LONGEST_COACH:
        return True
    return second in AIDES and first.endswith(_AIDED)


def is_member(before: str, role: str) -> bool:
    """국가대표 김가온 선수: a member of the team as what he is in it."""
    return before.endswith(_TEAM_MEMBER) and stand_together(_TEAM_MEMBER, role)


def office(house: str, title: str) -> str:
    """The office in full: 가람시 and 시장 → 가람시장; 도담상회 and 대표 → 도담상회 대표."""
    if not house:
        return title
    if title == "구청장" and house.endswith(("구", "구청")):
        return house.removesuffix("청") + "청장"
    if title in ("도지사", "지사") and house.endswith("도"):
        return house + "지사"
    if title == "부장" and house.endswith(_OTHER_HEADS):
        return f"{house} {title}"
    if title in _NAMED_AFTER_HOUSE and not house.endswith(_SHARED_TAILS_THAT_DIFFER):
        for length in range(len(title) - 1, 0, -1):
            if house.endswith(title[:length]):
                return house + title[length:]
    return f"{house} {title}"


def house_of(role: str) -> str:
    """The house that a role names, 누리협회 of 누리협회 회장 and of 누리협회장; empty for a bare
    one.
    """
    house, _, head = role.rpartition(" ")
    return role[:-1] if head.endswith(_ONE_WITH_HOUSE) and _names_house(head) else house


@lru_cache(maxsize=1 << 12)
def is_bare(role: str) -> bool:
    """Whether a role names no house: 시장, 제1차관, 단장 겸 예술감독; 가람시장 후보 does."""
    said = role.split(" ")
    first = _ORDINAL.sub("", said[0])
    if first.endswith(_COMPLETE) and first not in _ALONE and not _OF_A_FIELD.fullmatch(first):
        return False
    return len(said) == 1 or all(
        word == AND or word.endswith(_IN_CHARGE) or office_word(word) for word in said
    )


def _names_house(post: str) -> bool:
    """Whether a post is said with its house, 누리상회 회장, or in one word with it, 누리협회장."""
    is_head = len(post) >= _SHORTEST_HEAD and post[:-1].endswith((*HOUSE_ENDINGS, _BRANCH))
    return not is_bare(post) or is_head


def posts_of(role: str) -> list[str]:
    """The posts that a role names in a row: 가람대 교수·전 통일부 장관; also of two houses 누리상회
    회장 겸 누리협회 이사장, but of one 단장 겸 예술감독.
    """
    if _WITH in role:
        posts = role.split(_WITH)
        return posts if all(map(_names_house, posts)) else [role]
    posts = _ROW.split(role)
    named = len(posts) > 1 and all(len(p) > 1 and office_word(head_of(p)) for p in posts)
    return posts if named else [role]


def head_of(role: str) -> str:
    """The word of a role that names the post: 가람시 여울읍장 → 여울읍장."""
    return role.rpartition(" ")[2]


def may_be_called(head: str, short: str) -> bool:
    """Whether the holder of the office `head` is called `short`: 대표이사 대표, 가람시장 시장.

    A deputy is not called by the post above: 부시장 is no 시장, 이사장 no 사장.
    """
    if head == short or (short == "대표" and head == "대표이사"):
        return True
    if (short == "지사" and head.endswith("지사")) or (short == "수석" and short in head):
        return True
    if not head.endswith(short) or short in ("후보", "씨"):
        return False
    before = head[: -len(short)]
    return not (
        before.endswith("부")
        or (short == "사장" and before.endswith(("이", "지")))
        or (short == "부장" and before.endswith(("본", "지")))
        or (short == "대표" and before.endswith("원내"))
        or (short == "위원" and before == "")
    )


def fullest(roles: Sequence[str]) -> tuple[str, ...]:
    """The roles without those that a fuller one says too: 대표 beside 도담상회 대표이사."""
    if len(roles) <= 1:
        return tuple(roles)
    once = list(dict.fromkeys(roles))[:_MOST_ROLES]
    return tuple(
        role
        for role in once
        if not any(role in other and other != role and _says_more(other, role) for other in once)
    )


def _says_more(full: str, role: str) -> bool:
    if full.endswith(_CHARGES.get(role, "\n")):
        return False
    if full.endswith((f" {role}", role)) and not full.startswith(_BEFORE_OFFICE):
        return may_be_called(head_of(full), role) if " " not in role else True
    return " " not in role and len(full) > len(role) and may_be_called(head_of(full), role)


def _is_office(form: str) -> bool:
    if form in _OFFICES:
        return True
    if len(form) <= 2:
        return False
    if _is_calling(form) or (form.endswith(_CHIEF_ENDS) and form.startswith(_CHIEF)):
        return True
    if _ENDINGS.isdisjoint([form[-size:] for size in _ENDING_LENGTHS]):
        return False
    return form not in _NOT_OFFICES and not form.endswith(_HOUSES_LIKE_OFFICES)


def _is_calling(form: str) -> bool:
    """방문간호사: a calling of three syllables or more, and two that say of what kind."""
    for size in range(3, min(len(form) - 2, _LONGEST_CALLING) + 1):
        if form[-size:] in _CALLINGS:
            return True
    return False
