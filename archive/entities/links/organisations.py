"""Organisations within one article: full names, short ones, marks of companies.

Short forms are merged only where one full name alone can be meant.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from archive.entities.cues.houses import is_house
from archive.entities.cues.lexicon import HOUSE_NOUNS, KNOWN_PLACES, LEGAL_FORMS, words
from archive.entities.cues.next_words import post_after
from archive.entities.cues.offices import office_word
from archive.entities.cues.shapes import NOUN_ENDS, is_spelt_from_abroad
from archive.entities.cues.shortened import (
    FOUNDED,
    NATIONAL,
    SHORT_KINDS,
    first_initials,
    found_in,
    is_made_of_initials,
    is_school,
    said_by_initials,
    shortenings,
    with_short_kind,
)
from archive.entities.links.parts_of_houses import by_part
from archive.entities.missed.again import words_of
from archive.entities.tagger.shipped import is_common_word

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Mapping, Sequence

    from archive.entities.passages import Passage, Texts
    from archive.model import Mention

_MARK = re.compile(
    rf"^(?:[㈜㈔]|\((?:주|사|재|유)\)|(?:{'|'.join(LEGAL_FORMS)}|[가-힣]{{1,6}}영농조합법인)(?=\s))\s*"
    r"|\s*(?:㈜|\((?:주|유)\)|(?<=\s)주식회사)$"
)
_COMPANY = "주식회사"
_CLAUSE_BEGINS = re.compile(r"(?:^|\n|[.,!?”은는] )$")
_BY_LAST_SYLLABLE = {
    last: [pair for pair in SHORT_KINDS if pair[1][-1] == last]
    for last in {short[-1] for _, short in SHORT_KINDS}
}
# These name a house of every town: alone they are whose the article's only one is.
_RANKS, _TOWN_LENGTHS = frozenset("시군구"), range(3, 6)  # 시는 of 가람시
_ARMIES = ("육군", "해군", "공군", "국군", "합군", "반군", "도시")
_LOCAL = frozenset(("시의회", "군의회", "구의회", "도의회", "시청", "군청", "구청", "도청"))
_SOCIETIES = ("회", "연합", "연맹", "당", "회관", "공사", "공단", "봉사단")
_AREA_ENDINGS = ("시", "군", "구", "도", "읍", "면", "동")
_TOWN_LED = ("시립", "군립", "구립", "도립")
_PARTS = ("위원회", "본부")  # said with the house they are of: 국회 환경노동위원회
# Names that everyone shortens, as the press does: 기획재정부 and 기재부.
_PUBLIC = dict(pair.split("/")[::-1] for pair in sorted(words("short_names")))
_SHORTENED: dict[str, list[str]] = {}
for _pair in sorted(words("short_names")):
    _SHORTENED.setdefault(_pair.partition("/")[0], []).append(_pair.partition("/")[2])
# 산은, 예보 and 나사 are words of their own.
_SURE_SHORTS = _PUBLIC.keys() - set(words("short_names_like_words"))
# Said alone, these are the one of their kind that the article has named.
_DEFINITE = words("definite_houses")
_OF_TOWN = re.compile(r"(?<=[가-힣]{2})(?:시립|군립|구립|도립)[가-힣]{2,}$")  # 시립누리관
_TEAMS, _TEAM_ENDS = ("유나이티드", "시티즌"), "스즈"
_CLUBS = (*_TEAMS, "FC")
_NO_TEAMS = tuple(words("not_teams"))
_SHORTEST_TEAM = 3  # syllables
_WORD_BEFORE, _LONGEST_POST = re.compile(r"(?<![가-힣])([가-힣]{2,8}) $"), 10  # characters
_COMPANY_NOUNS = tuple(words("company_nouns"))
_JOINTS = ("과 ", "와 ", ", ", "·", " 및 ", "이나 ", "나 ")
_SHORTEST_DERIVED = 2  # syllables; 가람고 has three
_KINDS = _DEFINITE | _LOCAL
_KIND_SIZES = sorted({len(kind) for kind in _KINDS})
_LONGEST_NAME = 40  # syllables
_LONGEST_CHAIN = 8  # names of one house
_MOST_HOUSES = 60  # in one article; a text with more is a list
_INITIALS_LENGTHS = range(3, 6)
_SHORTEST_PARTY = 3  # syllables
_SHORTEST_HEAD = 2  # syllables that a name may go without: 새누리당 is not 누리당
_SHORTEST_TAIL = 4  # syllables of a name without its town: 상인연합회 is one, 협회 says too little


def organisation_names(texts: Texts, shorts: Mapping[str, str]) -> dict[str, str]:
    """The name of each organisation that does not go by its own text; `texts` are those of the
    mentions, `shorts` the names that brackets give (see `abbreviations`).
    """
    houses = texts["organisation"]
    names = {short: text for text in houses for short in _public_shorts(text)} | dict(shorts)
    fulls = [text for text in houses if text not in names]
    companies = {text for text in fulls if text.endswith(_COMPANY)}
    schools, tails, teams = _schools(fulls), _tails(fulls), _by_last_word(fulls)
    few = len(fulls) <= _MOST_HOUSES
    long_names, parts = (_by_first_initial(fulls), by_part(texts)) if few else ({}, {})
    for text in fulls:
        name = (
            (_company(text, companies, texts["place"]) if companies else None)
            or schools.get(text)
            or _tail(text, tails)
            or teams.get(text)
            or _by_initials(text, long_names)
            or parts.get(text)
        )
        if name and name != text:
            names[text] = name
    return {text: name for text in (*houses, *names) if (name := _follow(names, text)) != text}


@lru_cache(maxsize=1 << 12)
def _public_shorts(text: str) -> Sequence[str]:
    """The short names of a public house: 환노위 of 국회 환경노동위원회, 안보리 of 유엔
    안전보장이사회.
    """
    name = text.rpartition(" ")[2] if text.endswith(_PARTS) else text.replace(" ", "")
    return _SHORTENED.get(name, ())


def derived_names(passages: Sequence[Passage], texts: Texts) -> dict[str, str]:
    """Other names that the organisations of the passages go by, by the look of their own: 가람고
    for 가람고등학교, 모아로 for ㈜모아로. A short name of two is nobody's, unless one of them ends
    in the other. `texts` are those of the mentions.
    """
    found: dict[str, set[str]] = {}
    apart: set[str] = set()
    houses, people = texts["organisation"], texts["person"]
    whole = "\n".join([p.text for p in passages])
    for full in houses:
        shorts = [s for s in _shorter(full) if s not in houses and _is_sure(s, people)]
        if team := _team(full):
            shorts.append(team[1])
        if len(houses) <= _MOST_HOUSES:
            head = _company_from_abroad(full)
            if (head in people or head in texts["place"]) and not _is_person(passages, head):
                shorts.append(head)
            if said := found_in(whole, full):
                apart.update([short for short in said if _are_apart(full, short, whole)])
                shorts += [short for short in said if _is_led_by(full, short, whole)]
            if initials := said_by_initials(whole, full):
                shorts += initials
            if tails := _tails_of(full):
                shorts += [t for t in tails if t not in houses and _is_said_alone(passages, t)]
        for short in shorts:
            found.setdefault(short, set()).add(full)
    longest = {short: _fullest(fulls) for short, fulls in found.items()}
    return {short: full for short, full in longest.items() if full and short not in apart}


def _is_sure(short: str, people: Container[str]) -> bool:
    """Whether a name is no other word: one of two syllables may be, 산은, unless it is tagged as
    some name.
    """
    return len(short) > _SHORTEST_DERIVED or short in people or short in _SURE_SHORTS


def _is_led_by(full: str, short: str, text: str) -> bool:
    """Whether a name that is the first piece of another comes after it: a company whose name was
    said before is not short for one of its affiliates. 가람고 is 가람고등학교 wherever it stands.
    """
    led = not full.startswith(short) or text.find(full) == text.find(short) or is_school(full)
    return led and (len(short) > _SHORTEST_DERIVED or short.isascii())


def _are_apart(full: str, short: str, text: str) -> bool:
    """Whether a text names both side by side, and so two houses: 다시나루당과 나루당."""
    return any(
        f"{full}{joint}{short}" in text or f"{short}{joint}{full}" in text for joint in _JOINTS
    )


@lru_cache(maxsize=1 << 12)
def _shorter(full: str) -> Sequence[str]:
    """What a house can be called by the look of its name."""
    names = []
    bare = _bare(full)
    if bare != full and " " not in bare and bare not in KNOWN_PLACES:
        names.append(bare)
    if "립" in full and (of_town := _OF_TOWN.search(full)):
        names.append(of_town.group())
    if full.startswith(FOUNDED) and " " not in full:
        names.append(full[2:])
    return [*names, *_public_shorts(full)]


@lru_cache(maxsize=1 << 12)
def _tails_of(full: str) -> Sequence[str]:
    """What is left of a society's name without its first syllables, 이웃사랑회 of 나루시이웃사랑회,
    축제추진위 of 나루시축제추진위원회; of other houses it may be what they are or deal in:
    요양병원, 생명보험.
    """
    if len(full) > _LONGEST_NAME or " " in full or not full.endswith(_SOCIETIES):
        return ()
    names = (full, *with_short_kind(full))
    return [
        name[cut:]
        for name in names
        for cut in range(_SHORTEST_HEAD, len(name) - _SHORTEST_TAIL + 1)
        if name[cut:] not in HOUSE_NOUNS
    ]


def _is_said_alone(passages: Iterable[Passage], tail: str) -> bool:
    """Whether a clause begins with a name's tail: no other house can stand before it there."""
    return any(
        _CLAUSE_BEGINS.search(passage.text, max(0, at - 2), at)
        for passage in passages
        for at in words_of(passage.text, tail)
    )


def _is_person(passages: Iterable[Passage], name: str) -> bool:
    """Whether somebody is called so with a post, 하나로 팀장, 로즈 씨, 가수 루나, or by more of his
    name: 엘레나 보른.
    """
    return any(
        name in m.text.split(" ") if m.text != name else _is_called(p.text, m)
        for p in passages
        for m in p.mentions
        if m.kind == "person" or m.text == name
    )


def _is_called(text: str, mention: Mention) -> bool:
    if post_after(text, mention.end) is not None or text.startswith(" 씨", mention.end):
        return True
    before = _WORD_BEFORE.search(text, max(0, mention.start - _LONGEST_POST), mention.start)
    return before is not None and office_word(before[1]) is not None


@lru_cache(maxsize=1 << 12)
def _company_from_abroad(full: str) -> str:
    """보른 of 보른그룹, which a tagger takes for a person or a town elsewhere."""
    if not full.endswith(_COMPANY_NOUNS):
        return ""
    head = full.removesuffix(next(noun for noun in _COMPANY_NOUNS if full.endswith(noun)))
    known = head in KNOWN_PLACES or len(head) < _SHORTEST_DERIVED or head.isascii()
    return "" if known or not is_spelt_from_abroad(head) else head


def _team(full: str) -> tuple[str, str] | None:
    """The town and the name of a team: 가람 스콜피언스, 누리 유나이티드."""
    town, _, name = full.partition(" ")
    if not name or " " in name or town.isascii() or name.endswith(_NO_TEAMS):
        return None
    is_name = name in _TEAMS or (
        len(name) >= _SHORTEST_TEAM
        and (name[-1] in _TEAM_ENDS or (_is_team_name(name) and not is_house(town)))
    )
    return (town, name) if is_name and len(town) > 1 else None


def _is_team_name(name: str) -> bool:
    """타이푼, a word from abroad that says of no house what it is."""
    known = name[-1] in NOUN_ENDS or name.endswith(_COMPANY_NOUNS) or is_common_word(name)
    known = known or is_house(name)
    return not known and is_spelt_from_abroad(name) and office_word(name) is None


def _town_of_team(full: str) -> str | None:
    """가람 of 가람 스콜피언스, and of 가람유나이티드 and 가람FC."""
    if " " in full:
        team = _team(full)
        return team[0] if team else None
    mark = next((mark for mark in _CLUBS if full.endswith(mark)), "")
    town = full.removesuffix(mark)
    return town if mark and len(town) > 1 and not town.isascii() else None


def public_names(houses: Iterable[str]) -> set[str]:
    """The names of those public houses that are tagged by short ones, IMF: both, if the short one
    is no other word.
    """
    short = [name for name in houses if name in _PUBLIC]
    return {_PUBLIC[name] for name in short} | _SURE_SHORTS.intersection(short)


def definite_names(texts: Texts) -> dict[str, str]:
    """재단 and 협회 for the one organisation of its kind that is named in full; 가람 for the team
    가람 스콜피언스, where the town is not spoken of. `texts` are those of the mentions.
    """
    found: dict[str, set[str]] = {}
    for full in texts["organisation"]:
        for kind in _definite(full):
            found.setdefault(kind, set()).add(full)
        if (rank := full[-1:]) in _RANKS and _is_only_town(full, texts):
            found.setdefault(rank, set()).add(full)
        town = _town_of_team(full)
        if town and town not in KNOWN_PLACES and town not in texts["place"]:
            found.setdefault(town, set()).add(full)
    whole = {kind: _fullest(fulls) for kind, fulls in found.items()}
    return {kind: full for kind, full in whole.items() if full}


def _is_only_town(town: str, texts: Texts) -> bool:
    """Whether a house is a town, and the article has no other place of its rank."""
    is_town = len(town.rpartition(" ")[2]) in _TOWN_LENGTHS and not town.endswith(_ARMIES)
    return is_town and all(
        not name.endswith(town[-1]) or name.endswith(town) or town.endswith(name)
        for name in texts["place"]
    )


@lru_cache(maxsize=1 << 12)
def _definite(full: str) -> Sequence[str]:
    """What a house is called alone, the only one of its kind: 재단, 협회, 추진위 (추진위원회)."""
    names = (full, *with_short_kind(full))
    kinds = [name[-size:] for name in names for size in _KIND_SIZES if len(name) > size + 1]
    return [kind for kind in kinds if kind in _KINDS]


def _size(name: str) -> tuple[int, str]:
    """What names are told the longest by, the same in each run."""
    return len(name), name


def _fullest(fulls: Iterable[str]) -> str | None:
    """The one name of several that all others are the end of or short for."""
    longest = max(fulls, key=_size)
    shorter, bare = shortenings(longest), _bare(longest)
    alike = all(longest.endswith(full) or full in shorter or _bare(full) == bare for full in fulls)
    return longest if alike else None


def _follow(names: Mapping[str, str], text: str) -> str:
    """The end of a chain of names: abbreviation, full name, full name without ㈜."""
    name = names.get(text, text)
    if name != text:
        seen = {text, name}
        while (following := names.get(name)) is not None and following not in seen:
            if len(seen) == _LONGEST_CHAIN:
                break
            seen.add(following)
            name = following
    return _bare(name) or name


@lru_cache(maxsize=1 << 13)
def _bare(text: str) -> str:
    return _MARK.sub("", text).strip()


def _company(text: str, companies: Container[str], places: Container[str]) -> str | None:
    """㈜도담 and 도담 are 도담주식회사 where the article has it; 경기도 is no company."""
    bare = _bare(text)
    full = f"{bare}{_COMPANY}"
    if full not in companies or text == full:
        return None
    named_like_place = bare in KNOWN_PLACES or bare in places or bare.endswith(_AREA_ENDINGS)
    return None if text == bare and named_like_place else full


def _last_words(fulls: Iterable[str]) -> dict[str, str]:
    """Full names by themselves and by their last word, where one alone has it: 국회 정무위원회."""
    found = {full: full for full in fulls}
    ends: dict[str, set[str]] = {}
    for full in found:
        if " " in full:
            ends.setdefault(full.rpartition(" ")[2], set()).add(full)
    return {end: next(iter(some)) for end, some in ends.items() if len(some) == 1} | found


def _schools(fulls: Sequence[str]) -> dict[str, str]:
    """가람고등학교 for 가람고, where the article has both."""
    found: dict[str, str] = {}
    by_short = [(text, long) for text in fulls for long in _in_full(text)]
    known = _last_words(fulls) if by_short else {}
    for text, long in by_short:
        if long in known:
            found.setdefault(text, known[long])
    return found


@lru_cache(maxsize=1 << 12)
def _in_full(text: str) -> Sequence[str]:
    """What a name with a short kind may be in full: 가람여자고등학교 and 가람고등학교 of 가람고."""
    return [
        text[: -len(short)] + long
        for long, short in _BY_LAST_SYLLABLE.get(text[-1:], ())
        if text.endswith(short) and len(text) > len(short) + 1
    ]


def _by_first_initial(fulls: Iterable[str]) -> dict[str, list[str]]:
    """The names long enough to be said by initials, by the syllable that these begin with."""
    found: dict[str, list[str]] = {}
    for full in fulls:
        if len(full) > _INITIALS_LENGTHS.start:
            for first in first_initials(full):
                found.setdefault(first, []).append(full)
    return found


def _by_initials(text: str, long_names: Mapping[str, Sequence[str]]) -> str | None:
    """누강협 is 누리강살리기협의회, where it is made of the initials of one name alone."""
    by_initials = len(text) in _INITIALS_LENGTHS and text not in _PUBLIC
    alike = long_names.get(text[0], ()) if by_initials else ()
    longer = [full for full in alike if is_made_of_initials(text, full)]
    return longer[0] if len(longer) == 1 else None


def _by_last_word(fulls: Iterable[str]) -> dict[str, str]:
    """Teams by their name without the town, where one alone has it: 스콜피언스."""
    found: dict[str, list[str]] = {}
    for full in fulls:
        if team := _team(full):
            found.setdefault(team[1], []).append(full)
    return {name: teams[0] for name, teams in found.items() if len(teams) == 1}


def _tails(fulls: Sequence[str]) -> dict[str, list[str]]:
    """The names that can be short for others, each with those that it is the tail of."""
    if len(fulls) == 1:
        return {}
    found: dict[str, list[str]] = {text: [] for text in fulls if _may_be_tail(text)}
    lengths = sorted({len(tail) for tail in found})
    for full in dict.fromkeys([_bare(full) for full in fulls]) if found else ():
        if len(full) <= _LONGEST_NAME:
            for length in lengths:
                if 1 < length < len(full) and full[-length:] in found:
                    found[full[-length:]].append(full)
    return found


@lru_cache(maxsize=1 << 12)
def _may_be_tail(text: str) -> bool:
    if text in _LOCAL or text in _DEFINITE:
        return True
    shortest = _SHORTEST_PARTY if text.endswith("당") else _SHORTEST_TAIL
    return len(text) >= shortest and text not in HOUSE_NOUNS


def _tail(text: str, tails: Mapping[str, Sequence[str]]) -> str | None:
    """상인연합회 for 가람시상인연합회, where it is the tail of one name alone."""
    longer = tails.get(text, ())
    if len(longer) != 1:
        return None
    before = longer[0][: -len(text)].strip()
    if before in FOUNDED or before in NATIONAL or (before == "더" and text.endswith("당")):
        return longer[0]
    if len(before) >= _SHORTEST_HEAD and len(text) >= _SHORTEST_TAIL:
        return longer[0]
    town = before in KNOWN_PLACES or (len(before) > 1 and before.endswith(_AREA_ENDINGS))
    definite = text in _LOCAL or text in _DEFINITE
    return longer[0] if town or definite or text.startswith(_TOWN_LED) else None
