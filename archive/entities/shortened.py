"""How the press shortens the name of a house that it has given in full.

It leaves out the rank of the town, 가람체육회 for 가람시체육회; what stands between the name and
the kind, 온누리재단 for 온누리문화재단; the end of the kind, 누리노조 for 누리노동조합. A party
goes without its first words, 나루당 for 다시나루당; a company without its last one, 온새미로 for
온새미로테크. What a name can become is told here; whether the text says it, by whoever asks.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from archive.entities.lexicon import words, words_in_order

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

# The longer ones of those with one end come first: 여자고등학교 before 고등학교.
SHORT_KINDS = tuple(
    (long, short)
    for pair in words_in_order("shortened_kinds")
    for long, _, short in [pair.partition("/")]
)
"""가람대 for 가람대학교: what the kinds of houses are called in the names of each."""
# Houses of which a town has one, and a name needs no more than its first word and the kind.
_KINDS = (
    *("노동조합", "연합회", "협의회", "문화회관", "수련관", "수련원", "복지관", "문화관", "기념관"),
    *("과학관", "전시관", "체육관", "미술관", "박물관", "의료원", "연구소", "연구원", "진흥원"),
    *("문화원", "교육원", "연수원", "수목원", "휴양림", "합창단", "무용단", "봉사단", "체육회"),
    *("진흥회", "보존회", "장학회", "협회", "연맹", "재단", "학회", "센터", "연대"),
)
_HOUSES_OF_TOWNS = tuple(words("definite_houses"))
_TOWN = re.compile(
    r"(?P<town>[가-힣]{2,3}?)(?P<rank>특별자치시|특별시|광역시|특례시|[시군구])(?=..)"
)
_PROVINCE = re.compile(r"(?P<town>[가-힣]{2,3})(?:특별자치도|도(?=교육|체육|의회|문화))")
# 시민, 군민, 시립 and 시청 are words of their own, in which no rank stands.
_NO_RANK = re.compile(r"민|청(?!소년|년)|장(?!애|학|례)")
_ESTABLISHED = "립"  # 가람시립합창단 is 가람합창단
_PROVINCES = {"충청북": "충북", "충청남": "충남", "전라북": "전북", "전라남": "전남"} | {
    "경상북": "경북",
    "경상남": "경남",
}
_LEADS = ("전국", "한국", "대한", "국립", "도립", "시립", "군립", "구립", "공립", "사립")
_GENERIC = words("organisation_endings") | words("house_endings")
_SHORTEST_REST = 4  # syllables of a name without 전국: 노동조합 says nothing, 누리노조 enough
_PARTY = "당"
_SHORTEST_PARTY = 3  # syllables
_SHORTEST_HEAD = 2  # syllables
_SHORTEST_MARKED = 3  # syllables of 극단 흰누리
_SHORTEST_NAME = 4  # syllables of a company without its last noun: 온누리 may be the group it is of
_SHORTEST_MIDDLE = 2  # syllables
_PIECE = 2  # syllables of a noun that stays between the name and the kind
_LONGEST_NAME = 24  # syllables
_DROPPED = tuple(sorted(words("dropped_company_nouns"), key=len, reverse=True))
# Nouns, not names: 지역아동센터 is no 지역센터.
_PLAIN_HEADS = words("plain_heads")
_OF_SCHOOLS = ("학교", "대학", "대병원")
_MARKS = ("극단 ", "무용단 ", "밴드 ", "악단 ")


@lru_cache(maxsize=1 << 13)
def shortenings(full: str) -> frozenset[str]:
    """The names that the house `full` may be given later; not `full` itself."""
    if len(full) > _LONGEST_NAME:
        return frozenset()
    if " " in full:
        return frozenset(_of_words(full)) - {full}
    names = {full, *_without_lead(full)}
    bare = {short for name in names for short in _without_rank(name)}
    short = {one for name in names | bare for one in _with_short_kind(name)}
    # 가람시체육회 is another house than 가람시장애인체육회.
    short |= {one for name in bare or names for one in _without_middle(name)}
    return frozenset(names | bare | short | {*_party(full), *_without_noun(full)}) - {full}


def found_in(text: str, full: str) -> Iterator[str]:
    """Those of the names that stand somewhere in the text."""
    said = text.count(full)
    for first, shorts in _by_first(full):
        if text.count(first) > said * full.count(first):  # elsewhere than in the full name
            yield from (short for short in shorts if short in text)


@lru_cache(maxsize=1 << 13)
def _by_first(full: str) -> Sequence[tuple[str, Sequence[str]]]:
    """The short names by their first two syllables, for which a text is asked first."""
    found: dict[str, list[str]] = {}
    for short in sorted(shortenings(full)):
        found.setdefault(short[:2], []).append(short)
    return list(found.items())


def _of_words(full: str) -> Iterator[str]:
    """흰누리 of 극단 흰누리, 누리운수 노조 of 누리운수 노동조합, 누리대 산학협력단."""
    for mark in _MARKS:
        name = full.removeprefix(mark)
        if name != full and len(name) >= _SHORTEST_MARKED and " " not in name:
            yield name
    first, _, rest = full.partition(" ")
    yield from (f"{short} {rest}" for short in _with_short_kind(first))
    house, _, kind = full.rpartition(" ")
    for long, short in SHORT_KINDS:
        if kind == long:
            yield f"{house} {short}"


def _without_lead(name: str) -> Iterator[str]:
    """누리산업노동조합 of 전국누리산업노동조합; 한국노동조합 says no more than what it is."""
    rest = name[2:]
    if name.startswith(_LEADS) and len(rest) >= _SHORTEST_REST and rest not in _GENERIC:
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


def _with_short_kind(name: str) -> Iterator[str]:
    ends = [(long, short) for long, short in SHORT_KINDS if name.endswith(long)]
    longest = max((len(long) for long, _ in ends), default=0)
    for long, short in ends:
        if len(long) == longest and len(name) - len(long) >= _SHORTEST_HEAD:
            yield name[: -len(long)] + short


def _without_middle(name: str) -> Iterator[str]:
    """온누리재단 of 온누리문화재단, 가람교육센터 and 가람시민센터 of 가람청년시민교육센터."""
    kind = next((kind for kind in _KINDS if name.endswith(kind)), None)
    head = name[: len(name) - len(kind)] if kind else ""
    if len(head) < _SHORTEST_HEAD + _SHORTEST_MIDDLE or head[:2] in _PLAIN_HEADS:
        return
    if head.endswith(_OF_SCHOOLS):
        return
    for cut in range(_SHORTEST_HEAD, len(head) - _SHORTEST_MIDDLE + 1):
        for kept in range(cut + _SHORTEST_MIDDLE, len(head) + 1):
            yield head[:cut] + name[kept:]
            yield f"{head[:cut]}{head[kept : kept + _PIECE]}{kind}"


def _party(name: str) -> Iterator[str]:
    """나루당 of 다시나루당; 온누리당 is not 새온누리당."""
    if name.endswith(_PARTY):
        for cut in range(_SHORTEST_HEAD, len(name) - _SHORTEST_PARTY + 1):
            yield name[cut:]


def _without_noun(name: str) -> Iterator[str]:
    """온누리소리 of 온누리소리테크."""
    noun = next((noun for noun in _DROPPED if name.endswith(noun)), None)
    if noun and len(name) - len(noun) >= _SHORTEST_NAME:
        yield name[: -len(noun)]
