"""The house a post belongs to: the run of nouns that stands before it, 노을군 문화관광과."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from archive.entities.cues.clinics import is_clinic
from archive.entities.cues.house_parts import GROUPS, NO_SCHOOLS, is_part
from archive.entities.cues.lexicon import HOUSE_ENDINGS, HOUSE_MARKS, is_josa, words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from archive.model import Mention

WORD = (
    r"(?:[‘'](?=[^’'\n]{1,20}[’']))?(?:\((?:주|사|재|유)\))?"
    r"[가-힣A-Za-z0-9&·㈜㈔]++(?:\((?:주|유)\))?[’']?"
)
_LAST_WORD = re.compile(rf"(?<![^\s(\[“”\"‘’',…△▲▷▶○●◇◆□■·ㆍ/:|=>》」』])(?:{WORD})$")
_MARKED = re.compile(rf"(?<![가-힣])(?:{'|'.join(HOUSE_MARKS)}) [가-힣A-Za-z0-9]{{2,12}}$")
_LAST_OF_MARKS = tuple({mark[-2:] for mark in HOUSE_MARKS})
_MARKS = ("㈜", "㈔", "(주)", "(사)", "(재)", "(유)")
_REACH = 28  # characters; a longer word is no name of a house
_LONGEST_RUN = 5
LONG_HOUSE_ENDINGS = tuple(ending for ending in HOUSE_ENDINGS if len(ending) > 1)
"""What the names of organisations end in, whoever they are."""
_DEPARTMENT_ENDINGS = tuple(words("department_endings"))
LONG_DEPARTMENT_ENDINGS = tuple(ending for ending in _DEPARTMENT_ENDINGS if len(ending) > 1)
AREA_ENDINGS = ("시", "군", "구", "읍", "면", "동", "리", "도", "마을")
"""What the names of towns and villages end in."""
_OF_SCHOOLS = ("교사", "교장", "교감", "학생회장", "학부모회장", "운영위원장")
_POLICE = ("서장", "형사과장", "수사과장", "교통과장", "여성청소년과장", "경무과장")
# 가람대 is a house of a 교수, 가람초 of a 교사, of nobody else.
_SCHOOLS = {
    "대": (
        *("교수", "총장", "학장", "총학생회장", "학생회장", "박사", "연구원", "명예교수"),
        *("감독", "코치", "센터장", "처장", "단장", "부총장"),
    ),
    "초": (*_OF_SCHOOLS, "영양교사", "보건교사"),
    "중": (*_OF_SCHOOLS, "감독", "코치", "선수"),
    "고": (*_OF_SCHOOLS, "감독", "코치", "선수"),
    "서": (*_POLICE, "경위", "경감", "경사", "경장", "순경", "경정"),
}
# A village or an island has its elders, a market its merchants, a plant its manager, a team its
# coach, a temple its abbot.
_SEATS = {
    "말": ("이장", "부녀회장", "노인회장", "청년회장"),
    "골": ("이장", "부녀회장", "노인회장", "청년회장"),
    "촌": ("이장", "부녀회장", "노인회장", "청년회장"),
    "섬": ("이장", "부녀회장", "노인회장", "청년회장", "어촌계장"),
    "장": ("상인회장", "번영회장", "공장장"),
    "스": ("감독", "코치", "주장", "단장", "선수"),
    "즈": ("감독", "코치", "주장", "단장", "선수"),
    "드": ("감독", "코치", "주장", "단장", "선수"),
    "즌": ("감독", "코치", "주장", "단장", "선수"),
    "C": ("감독", "코치", "주장", "단장", "선수"),  # 가람FC
    "역": ("역장",),
    "사": ("주지", "주지 스님", "총무", "교무", "회주"),
    "암": ("주지", "주지 스님", "총무", "교무", "회주"),
    "원": ("주지", "주지 스님", "회주"),
}
_POSTS_OF = _SCHOOLS | _SEATS
"""What the names of events end in."""
_AND, _OF_PAST = "고", 20  # the final consonant of 겼 in 이겼고
_OBJECTS = ("을 ", "를 ")
_SHORTEST_SCHOOL = 3  # syllables
_LEAGUE = re.compile(
    r"^(?:프로|여자|남자)?(?:야구|축구|농구|배구)\s+(?!대표팀)(?=\S)"
)  # and a club
_ABBREVIATION = re.compile(r"\((?:[A-Z][A-Za-z&]{1,9}|[가-힣]{2,6})\)$")
QUOTES = "‘'"
_CLOSING, _CLOSED = ("’", "'", "\n"), (")", "\n")  # `$` stands before the end of a line too
_QUOTED = re.compile(r"[‘'][^‘’'\n]{1,20}[’']$")
_WORKS = ("영화 ", "드라마 ", "소설 ", "시집 ", "뮤지컬 ", "연극 ", "예능 ", "오페라 ", "앨범 ")
_VILLAGE = "마을"
_LARGE_TOWNS = ("특별시", "광역시", "특례시", "자치시", "자치도")
_AREA_LENGTHS = range(2, 5)
_VERBAL = re.compile(r"(?:[에라지만이해워]도|(?:에서|으로|까지|부터)도|[지하되라보오으하가나]면)$")
_COUNTRY_POSTS = (
    *("대통령", "총리", "대사", "주석", "국왕", "총영사", "장관", "부통령", "국방부장", "외교부장"),
    *("외무상", "방위상", "국방상", "재무상", "법무상"),
)
# Of a public house: its name, and what the press calls it, 한국은행/한은.
_PUBLIC = words("public_houses") | {
    name for pair in words("short_names") for name in pair.split("/")
}
_COUNTRIES = words("countries")
_COUNTRY_ENDINGS = (
    "니아",
    "리아",
    "디나",
    "시아",
    "비아",
    "스탄",
    "란드",
    "공화국",
    "왕국",
    "연방",
)
_SENT_TO = "주"
POSTINGS = frozenset(_SENT_TO + country for country in "한미일중영러독불")
"""Where envoys are sent, in short; 주영 and 주미 are names too."""
_NO_HOUSE = words("no_house")
_PUBLIC_LEADS, _SHORTEST_PUBLIC = ("국립", "도립", "시립", "군립", "구립"), 5  # 국립새말원
_AFTER_PUBLIC = ("으로", "로", "에", "에서", "은", "는", "을", "를", "에게", "께서")
_DIVISION = "부문"  # 누리전자 모바일 부문; of a prize too
_OF_DIVISIONS = frozenset(("대표", "사장", "부사장", "전무", "상무", "이사", "팀장"))
# Said where others have a party.
_NO_PARTY, _OF_PARTIES = "무소속", frozenset(("의원", "국회의원", "후보", "예비후보", "당선인"))
_COURSES = frozenset(("박사과정", "석사과정", "박사후과정", "석박사통합과정"))
_CLINICS = frozenset(("내과", "외과", "안과", "치과"))
_OF_OWN_CLINICS = ("의사", "전문의", "원장", "간호사")
_OF_CLINICS = frozenset(("교수", "전문의", "과장", "원장"))
_OF_COURSES = frozenset(("연구원", "학생", "대학원생"))
# 수사2과, 형사11단독, 제3형사부
_NUMBERED = re.compile(
    r"[가-힣]{2,}\d{1,2}(?:과|단독|부)|제\d{1,2}(?:형사|민사|행정|가사)(?:합의)?(?:부|단독)"
)
# Of clubs all over the world, which a tagger takes for a count: 3700지구 제10지역.
_DISTRICT = re.compile(r"[가-힣]*\d{3,4}(?:-?[A-Z])?지구|제?\d{1,2}지역")


def run_before(text: str, end: int, floor: int, ends: Mapping[int, Mention], post: str = "") -> int:
    """Where the house begins that ends at `end`; `end` itself where no house stands there.

    Never before `floor`. `ends` finds a mention by where it ends. A country is a house only of
    such a `post` as 대통령.
    """
    if house := _before_abbreviation(text, end, floor, ends):
        end = house.end
    start = marked_before(text, end, floor)
    for _ in range(_LONGEST_RUN):
        stop = start if start == end else start - 1
        if stop <= floor or (start != end and text[stop] != " "):
            break
        reach = max(floor, stop - _REACH)
        quoted = text.endswith(_CLOSING, reach, stop) and _QUOTED.search(text, reach, stop)
        match = quoted or _LAST_WORD.search(text, text.rfind(" ", reach, stop) + 1 or reach, stop)
        if not match or match.start() == match.end() or _is_work(text, match):
            break
        if stop not in ends and _governs_object(text, match):
            break
        if start != end and text[start] in QUOTES and match.group() in GROUPS:  # 시민단체 ‘가람’
            break
        begin = _begin_of_part(match.group(), match.start(), stop, ends, post)
        if begin is None and is_part(text, match, ends, post):
            begin = match.start()
        if begin is None or begin < floor:
            break
        start = begin
    start = _with_mark(text, start, end, floor)
    country = ends.get(start - 1) if start != end else None
    if country and country.start >= floor and country.kind == "place":
        return country.start
    return start


def _with_mark(text: str, start: int, end: int, floor: int) -> int:
    """Where ㈔누리협회 가람지부 begins, tagged without its mark."""
    if start == end or not text.endswith(_MARKS, floor, start):
        return start
    return start - next(len(mark) for mark in _MARKS if text.endswith(mark, floor, start))


def _before_abbreviation(
    text: str, end: int, floor: int, ends: Mapping[int, Mention]
) -> Mention | None:
    """The organisation whose short name in brackets ends there: 누리씨름연맹(NSF)."""
    if not text.endswith(_CLOSED, floor, end):
        return None
    match = _ABBREVIATION.search(text, max(floor, end - 12), end)
    house = ends.get(match.start()) if match else None
    return house if house and house.kind == "organisation" else None


def marked_before(text: str, end: int, floor: int) -> int:
    """Where 법무법인 누리 begins if it ends at `end`, `end` if none does: a house by its mark."""
    reach = max(floor, end - _REACH)
    if not text.endswith(_LAST_OF_MARKS, reach, max(reach, text.rfind(" ", reach, end))):
        return end
    match = _MARKED.search(text, reach, end)
    return match.start() if match else end


def schooled(word: str, post: str) -> bool:
    """Whether `word` is short for a school that has the `post`: 가람대 and 교수."""
    posts = _POSTS_OF.get(word[-1:])
    if posts is None or len(word) < _SHORTEST_SCHOOL:
        return False
    return post.endswith(posts) and not word.endswith(NO_SCHOOLS) and not _is_past(word)


def _is_past(word: str) -> bool:
    """이겼고 of `이겼고 김가온 감독은`, whose 고 is no high school."""
    return word.endswith(_AND) and word[-2] >= "가" and (ord(word[-2]) - 0xAC00) % 28 == _OF_PAST


def _governs_object(text: str, word: re.Match[str]) -> bool:
    """내려놓고 of `지휘봉을 내려놓고 김가온 코치에게`: with an object, a word in 고 is a verb."""
    return word.group().endswith(_AND) and text.endswith(_OBJECTS, 0, word.start())


@lru_cache(maxsize=1 << 13)
def is_house(word: str) -> bool:
    """Whether a word ends as houses do, or is a public one: 누리은행, 법무부, 한은."""
    return word.endswith(HOUSE_ENDINGS) or word in _PUBLIC


def is_district(word: str) -> bool:
    """Whether a word is a district of a club: 3700지구, 제10지역."""
    return word.endswith(("지구", "지역")) and _DISTRICT.fullmatch(word) is not None


@lru_cache(maxsize=1 << 13)
def is_department(word: str) -> bool:
    """Whether a word ends as the parts of a town's hall do: 복지정책과, 희망복지팀."""
    return len(word) > 2 and word.endswith(_DEPARTMENT_ENDINGS)


@lru_cache(maxsize=1 << 13)
def is_country(word: str) -> bool:
    """Whether a word is a country's name or looks so: 페루, 벨로니아, 누리스탄, 가람공화국."""
    return word in _COUNTRIES or (len(word) > 2 and word.endswith(_COUNTRY_ENDINGS))


def is_posting(word: str) -> bool:
    """Whether a word says where an envoy is sent, 주베트남, and names nobody."""
    to = word.removeprefix(_SENT_TO)
    return to != word and is_country(to)


@lru_cache(maxsize=1 << 12)
def tidy(house: str) -> str:
    """A house without the marks around its name."""
    house = _LEAGUE.sub("", _ABBREVIATION.sub("", house))
    return " ".join(house.replace("‘", "").replace("’", "").replace("'", "").split())


def _is_work(text: str, match: re.Match[str]) -> bool:
    """Whether a quoted name is of a film or a book: 영화 ‘파도’ has a director, and is no house."""
    return match.re is _QUOTED and text.endswith(_WORKS, 0, match.start())


def _begin_of_part(
    word: str, start: int, end: int, ends: Mapping[int, Mention], post: str
) -> int | None:
    bare_end = end - 1 if word[-1] in "’'" else end
    mention = ends.get(bare_end)
    if mention is not None and not is_district(word):
        if mention.kind == "organisation" or (
            mention.kind == "place"
            and (_seats(mention, post) or word.endswith(HOUSE_ENDINGS) or schooled(word, post))
        ):
            return min(start, mention.start)
        return None
    if (bare_end != end and word[0] in "‘'") or _is_group_of(word, post):
        return start
    known = _looks_like_house(word) or schooled(word, post)
    known = known or (word == _DIVISION and post in _OF_DIVISIONS)
    if not known and not (word == _NO_PARTY and post in _OF_PARTIES):
        return None
    if is_clinic(word) and post.endswith(_OF_OWN_CLINICS):
        return start  # 해맑은안과, which is no 해맑은안 with 과
    return None if word in _NO_HOUSE or _is_inflected(word, end, start, ends) else start


@lru_cache(maxsize=1 << 13)
def _looks_like_house(word: str) -> bool:
    if is_house(word) or is_department(word) or _is_area(word):
        return True
    if word.startswith(_PUBLIC_LEADS) and len(word) >= _SHORTEST_PUBLIC:
        return not word.endswith(_AFTER_PUBLIC)  # 국립새말원장으로
    return _NUMBERED.fullmatch(word) is not None or is_district(word)


def _is_group_of(word: str, post: str) -> bool:
    """Whether the plain noun says whose 대표 somebody is, or what 연구원: 주민 대표, 박사과정."""
    if post in _OF_CLINICS and word in _CLINICS:
        return True
    return (post == "대표" and word in GROUPS) or (post in _OF_COURSES and word in _COURSES)


def _is_area(word: str) -> bool:
    """Whether an untagged word has the shape of a town: 여울읍, not 과거에도 or 밝혀지면."""
    if word.endswith(_VILLAGE):  # 달맞이마을
        return len(word) > len(_VILLAGE) + 1
    if word.endswith(_LARGE_TOWNS):
        return len(word) > len(_LARGE_TOWNS[0])
    return len(word) in _AREA_LENGTHS and word.endswith(AREA_ENDINGS) and not _VERBAL.search(word)


def _seats(place: Mention, post: str) -> bool:
    return place.text.endswith(AREA_ENDINGS) or post.endswith(_COUNTRY_POSTS)


def _is_inflected(word: str, end: int, start: int, ends: Mapping[int, Mention]) -> bool:
    """Whether a mention in the word is followed by josa: 가람시와."""
    return any(
        (mention := ends.get(end - length)) is not None
        and mention.end > start
        and is_josa(word[-length:], word[-length - 1])
        for length in range(1, min(4, len(word)))
    )
