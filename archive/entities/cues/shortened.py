"""How the press shortens the name of a house that it has given in full.

It leaves out the rank of the town, 가람체육회 for 가람시체육회; what stands between the name and
the kind, 온누리재단 for 온누리문화재단; the end of the kind, 누리노조 for 누리노동조합. A party
goes without its first words, 나루당 for 다시나루당; a company without its last one, 온새미로 for
온새미로테크; a school without its town, 누리초 for 가람누리초등학교; a division by its number,
7사단 for 육군 제7누리사단; an order or a branch without whose it is, 누리종, 가람지사. What a
name can become is told here; whether the text says it, by whoever asks.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from archive.entities.cues.lexicon import (
    HOUSE_NOUNS,
    KINDS_BEFORE_NAMES,
    KNOWN_PLACES,
    words,
    words_in_order,
)
from archive.entities.cues.places import PROVINCES
from archive.entities.cues.shapes import is_spelt_from_abroad

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

# The longer ones of those with one end come first: 여자고등학교 before 고등학교.
SHORT_KINDS = tuple(
    (long, short)
    for pair in words_in_order("shortened_kinds")
    for long, _, short in [pair.partition("/")]
)
"""가람대 for 가람대학교: what the kinds of houses are called in the names of each."""
_BY_LAST_SYLLABLE = {
    last: [kind for kind in SHORT_KINDS if kind[0][-1] == last]
    for last in {long[-1] for long, _ in SHORT_KINDS}
}
# Houses of which a town has one, and a name needs no more than its first word and the kind.
_KINDS = (
    *("노동조합", "연합회", "협의회", "문화회관", "수련관", "수련원", "복지관", "문화관", "기념관"),
    *("과학관", "전시관", "체육관", "미술관", "박물관", "의료원", "연구소", "연구원", "진흥원"),
    *("문화원", "교육원", "연수원", "수목원", "휴양림", "합창단", "무용단", "봉사단", "체육회"),
    *("진흥회", "보존회", "장학회", "모금회", "협회", "연맹", "재단", "학회", "센터", "연대"),
    *("연합", "공사", "공단", "금고", "클럽", "농장", "농원", "목장", "본부", "환경청", "관리청"),
)
_HOUSES_OF_TOWNS = tuple(words("definite_houses"))
_TOWN = re.compile(
    r"(?P<town>[가-힣]{2,3}?)(?P<rank>특별자치시|특별시|광역시|특례시|[시군구])(?=..)"
)
_PROVINCE = re.compile(r"(?P<town>[가-힣]{2,3})(?:특별자치도|도(?=교육|체육|의회|문화))")
# 시민, 군민, 시립 and 시청 are words of their own, in which no rank stands.
_NO_RANK = re.compile(r"민|청(?!소년|년)|장(?!애|학|례)")
_ESTABLISHED = "립"  # 가람시립합창단 is 가람합창단
_PROVINCES = {full.removesuffix("도"): short for full, short in PROVINCES.items()}
NATIONAL = ("전국", "한국", "대한")
# Said of whose a house is; its name alone is enough: 국립누리박물관 is 누리박물관.
FOUNDED = ("국립", "도립", "시립", "군립", "구립", "공립", "사립")
_LEADS = (*NATIONAL, *FOUNDED, "국가")
_SHORTEST_REST = 4  # syllables of a name without 전국: 노동조합 says nothing, 누리노조 enough
_PARTY = "당"
_SHORTEST_PARTY = 3  # syllables
_SHORTEST_HEAD = 2  # syllables
_MINISTRIES, _AGENCY, _MINISTRY_LENGTHS = "부당", "청", range(5, 7)  # syllables
_SHORTEST_MARKED = 3  # syllables of 극단 흰누리
_SHORTEST_NAME = 4  # syllables of a company without its last noun: 온누리 may be the group it is of
_SHORTEST_MIDDLE = 2  # syllables
_NEWS = "통신"  # an agency goes by what stands before it, whatever its length: NRG통신
# Of these the last word is a name of its own: 누리공사 가람지사, 대한불교 누리종.
_ENDS_OF_PARTS = ("지사", "지부", "지점", "지회", "지구")
_ORDER, _CHURCH, _ASSEMBLY = "대한불교 ", "대한예수교장로회", "총회"
_CHURCH_SHORT = "예장"  # 예장 누리 of 대한예수교장로회 누리총회
_BEGINNING = 2  # syllables
_PIECE = 2  # syllables of a noun that stays between the name and the kind
_LONGEST_NAME = 24  # syllables
_DROPPED = tuple(
    sorted(words("dropped_company_nouns") | words("company_nouns"), key=len, reverse=True)
)
# Nouns, not names: 지역아동센터 is no 지역센터.
_PLAIN_HEADS = words("plain_heads")
_OF_SCHOOLS = ("학교", "대학", "대병원")
# Schools have the name of their town or province before their own.
_SCHOOLS = ("초등학교", "중학교", "고등학교", "대학교")
_SCHOOL_KINDS = (("초등학교", "초"), ("중학교", "중"), ("고등학교", "고"), ("대학교", "대"))
_TOWN_LENGTH = 2  # syllables
_UNIT = re.compile(
    r"(?:^| )(?P<order>제)?(?P<number>\d{1,3})(?P<arm>[가-힣]{2,4}?)?"
    r"(?P<kind>사단|여단|군단|연대|대대|함대|비행단|기동단|경비단)$"
)
_MARKS = tuple(f"{kind} " for kind in KINDS_BEFORE_NAMES)
_DROPPED_LEADS = (*_LEADS, *_MARKS, *_PROVINCES, "제")
_WITHOUT_BEGINNING = (_PARTY, _AGENCY, *_SCHOOLS, _ASSEMBLY)


@lru_cache(maxsize=1 << 12)
def shortenings(full: str) -> frozenset[str]:
    """The names that the house `full` may be given later; not `full` itself."""
    if len(full) > _LONGEST_NAME:
        return frozenset()
    if " " in full or full[:1] == "제":
        return frozenset({*_of_words(full), *_unit(full)}) - {full}
    if full in PROVINCES:
        return frozenset((PROVINCES[full], f"{PROVINCES[full]}도"))
    names = {full, *_without_lead(full)}
    bare = {short for name in names for short in _without_rank(name)}
    short = {one for name in names | bare for one in with_short_kind(name)}
    # 가람시체육회 is another house than 가람시장애인체육회.
    short |= {one for name in bare or names for one in _without_middle(name)}
    others = {
        *_party(full),
        *_ministry(full),
        *_without_noun(full),
        *_without_town(full),
        *_short_inside(full),
    }
    return frozenset(names | bare | short | others) - {full}


def found_in(text: str, full: str) -> Sequence[str]:
    """Those of the names that stand somewhere in the text."""
    if not _may_begin_otherwise(full) and _is_said_in_full(text, full):
        return ()
    said = text.count(full)
    return [
        short
        for first, in_full, shorts in _by_first(full)
        if text.count(first) > said * in_full  # elsewhere than in the full name
        for short in shorts
        if short in text
    ]


def _is_said_in_full(text: str, full: str) -> bool:
    """Whether all that begins as the name does in the text is the name."""
    beginning = full[:_BEGINNING]
    at = text.find(beginning)
    while at >= 0:
        if not text.startswith(full, at):
            return False
        at = text.find(beginning, at + len(full))
    return True


@lru_cache(maxsize=1 << 12)
def _may_begin_otherwise(full: str) -> bool:
    """Whether one of its names may have other first syllables than it has itself."""
    if full.startswith(_DROPPED_LEADS) or full.endswith(_WITHOUT_BEGINNING):
        return True
    return " " in full and (
        _UNIT.search(full) is not None or full.endswith(_ENDS_OF_PARTS) or full.startswith(_ORDER)
    )


@lru_cache(maxsize=1 << 12)
def _by_first(full: str) -> Sequence[tuple[str, int, Sequence[str]]]:
    """The short names by their first two syllables, for which a text is asked first, and how often
    the full one has these.
    """
    found: dict[str, list[str]] = {}
    for short in sorted(shortenings(full)):
        found.setdefault(short[:_BEGINNING], []).append(short)
    return [(first, full.count(first), shorts) for first, shorts in found.items()]


def _of_words(full: str) -> Iterator[str]:
    """흰누리 of 극단 흰누리, 누리운수 노조 of 누리운수 노동조합, 누리대 산학협력단."""
    for mark in _MARKS:
        name = full.removeprefix(mark)
        enough = name.isascii() or len(name) >= _SHORTEST_MARKED
        if name != full and enough and " " not in name:
            yield name
    first, _, rest = full.partition(" ")
    if rest:
        yield from (f"{short} {rest}" for short in shortenings(first))
        if full.startswith(_ORDER) or (rest.endswith(_ENDS_OF_PARTS) and _is_own_name(rest)):
            yield rest
    if first == _CHURCH and rest.endswith(_ASSEMBLY):
        yield from (rest, f"{_CHURCH_SHORT} {rest.removesuffix(_ASSEMBLY)}")
    house, _, kind = full.rpartition(" ")
    for long, short in SHORT_KINDS:
        if kind == long:
            yield f"{house} {short}"
            yield f"{house}{short}"


def _is_own_name(part: str) -> bool:
    """Whether a part of a house is called by a name, 가람지사, 377-B지구; not 지역지부."""
    return len(part) >= _SHORTEST_REST and " " not in part and part[:2] not in _PLAIN_HEADS


def _short_inside(name: str) -> Iterator[str]:
    """가람대새말병원 of 가람대학교새말병원, 가람고총동창회 of 가람고등학교총동창회."""
    for long, short in _SCHOOL_KINDS:
        house, _, rest = name.partition(long)
        if rest and len(house) >= _SHORTEST_HEAD:
            yield house + short + rest
            return


def _without_lead(name: str) -> Iterator[str]:
    """누리산업노동조합 of 전국누리산업노동조합; 한국노동조합 says no more than what it is."""
    rest = name[2:]
    if name.startswith(_LEADS) and len(rest) >= _SHORTEST_REST and rest not in HOUSE_NOUNS:
        yield rest


def _without_rank(name: str) -> Iterator[str]:
    """가람체육회 of 가람시체육회, 가람합창단 of 가람시립합창단, 충북체육회 of 충청북도체육회."""
    if not name.endswith(_HOUSES_OF_TOWNS):
        return
    if province := _PROVINCE.match(name):
        town, rest = province["town"], name[province.end() :]
        if name != f"{town}도{rest}":
            yield f"{town}도{rest}"
        yield _PROVINCES.get(town, town) + rest
    town_led = _TOWN.match(name)
    if town_led is None or _NO_RANK.match(name, town_led.end()):
        return
    rest = name[town_led.end() :].removeprefix(_ESTABLISHED)
    if len(town_led["rank"]) > 1:
        yield f"{town_led['town']}시{rest}"
    yield town_led["town"] + rest


def kinds_at_end(name: str) -> Sequence[tuple[str, str]]:
    """The kinds that a name ends in, each with its short form: 여자고등학교 and 고등학교."""
    kinds = _BY_LAST_SYLLABLE.get(name[-1:], ())
    return [(long, short) for long, short in kinds if name.endswith(long)]


def with_short_kind(name: str) -> Iterator[str]:
    """누리대 of 누리대학교, 누리추진위 of 누리추진위원회."""
    ends = kinds_at_end(name)
    longest = max((len(long) for long, _ in ends), default=0)
    for long, short in ends:
        if len(long) == longest and len(name) - len(long) >= _SHORTEST_HEAD:
            yield name[: -len(long)] + short


def _without_middle(name: str) -> Iterator[str]:
    """온누리재단 of 온누리문화재단, 가람교육센터 and 가람시민센터 of 가람청년시민교육센터."""
    if not name.endswith(_KINDS):
        return
    kind = next(kind for kind in _KINDS if name.endswith(kind))
    head = name[: len(name) - len(kind)]
    if len(head) < _SHORTEST_HEAD + _SHORTEST_MIDDLE or head[:2] in _PLAIN_HEADS:
        return
    if head.endswith(_OF_SCHOOLS):
        return
    for cut in range(_SHORTEST_HEAD, len(head) - _SHORTEST_MIDDLE + 1):
        for kept in range(cut + _SHORTEST_MIDDLE, len(head) + 1):
            yield head[:cut] + name[kept:]
            yield f"{head[:cut]}{head[kept : kept + _PIECE]}{kind}"


def _without_town(name: str) -> Iterator[str]:
    """누리초등학교 and 누리초 of 가람누리초등학교."""
    kind = next((kind for kind in _SCHOOLS if name.endswith(kind)), None)
    if kind and len(name) - len(kind) >= _TOWN_LENGTH + _SHORTEST_HEAD:
        rest = name[_TOWN_LENGTH:]
        yield rest
        yield from with_short_kind(rest)


def _unit(full: str) -> Iterator[str]:
    """7사단 and 7누리사단 of 육군 제7누리사단."""
    if unit := _UNIT.search(full):
        for arm in {unit["arm"] or "", ""}:
            for order in ("제", ""):
                yield f"{order}{unit['number']}{arm}{unit['kind']}"


def is_school(full: str) -> bool:
    """Whether a name is a school's in full, 가람고등학교, whose short one is no other word."""
    return full.endswith(_SCHOOLS)


def _party(name: str) -> Iterator[str]:
    """나루당 of 다시나루당; 온누리당 is not 새온누리당."""
    if name.endswith(_PARTY):
        for cut in range(_SHORTEST_HEAD, len(name) - _SHORTEST_PARTY + 1):
            yield name[cut:]


def _ministry(name: str) -> Iterator[str]:
    """누리부 of 누리개발부, 누리당 of 누리자유당; 개발청 of 누리개발청."""
    if name[-1] in _MINISTRIES and len(name) in _MINISTRY_LENGTHS:
        yield name[:_SHORTEST_HEAD] + name[-1]
    head, rest = name[:_SHORTEST_HEAD], name[_SHORTEST_HEAD:]
    # The police of a city are not all police.
    is_part = rest in HOUSE_NOUNS or head in KNOWN_PLACES
    if name[-1] == _AGENCY and len(name) in _MINISTRY_LENGTHS and not is_part:
        yield rest


def _without_noun(name: str) -> Iterator[str]:
    """온누리소리 of 온누리소리테크, 가람온소 of 가람온돌소프트; NRG of NRG통신."""
    noun = next((noun for noun in _DROPPED if name.endswith(noun)), None)
    head = name[: -len(noun)] if noun else ""
    if noun and (len(head) >= _SHORTEST_NAME or _is_foreign(head)):
        yield head
        yield head[:-1] + noun[0]
    house = name.removesuffix(_NEWS)
    if house != name and len(house) >= _SHORTEST_HEAD and (house.isascii() or _is_foreign(house)):
        yield house


def _is_foreign(name: str) -> bool:
    return len(name) >= _SHORTEST_MARKED and is_spelt_from_abroad(name)
