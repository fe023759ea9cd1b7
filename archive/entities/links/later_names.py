"""What a house that an article has named is called later, told by the look of its name: 가람고 for
가람고등학교, 재단 for the one that is there.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from archive.entities.cues.initials import said_by_initials
from archive.entities.cues.lexicon import KNOWN_PLACES, words
from archive.entities.cues.next_words import post_after
from archive.entities.cues.offices import office_word
from archive.entities.cues.shapes import is_spelt_from_abroad
from archive.entities.cues.shortened import (
    FOUNDED,
    found_in,
    is_school,
    shortenings,
    with_short_kind,
)
from archive.entities.links.company_marks import bare_name
from archive.entities.links.public_houses import SURE_SHORTS, public_shorts
from archive.entities.links.tails import KINDS, tails_of
from archive.entities.links.team_names import team_of, town_of_team
from archive.entities.missed.again import words_of

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Sequence
    from collections.abc import Set as AbstractSet

    from archive.entities.passages import Passage, Texts
    from archive.model import Mention

_CLAUSE_BEGINS = re.compile(r"(?:^|\n|[.,!?”은는] )$")
_OF_TOWN = re.compile(r"(?<=[가-힣]{2})(?:시립|군립|구립|도립)[가-힣]{2,}$")  # 시립누리관
_WORD_BEFORE, _LONGEST_POST = re.compile(r"(?<![가-힣])([가-힣]{2,8}) $"), 10  # characters
_COMPANY_NOUNS = tuple(words("company_nouns"))
_JOINTS = ("과 ", "와 ", ", ", "·", " 및 ", "이나 ", "나 ")
_SHORTEST_DERIVED = 2  # syllables; 가람고 has three
_KIND_SIZES = sorted({len(kind) for kind in KINDS})
MOST_HOUSES = 60  # in one article; a text with more is a list


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
        if " " in full and (team := team_of(full)):
            shorts.append(team[1])
        if len(houses) <= MOST_HOUSES:
            head = _company_from_abroad(full)
            if (
                head
                and (head in people or head in texts["place"])
                and not _is_person(passages, head)
            ):
                shorts.append(head)
            if said := found_in(whole, full):
                apart.update([short for short in said if _are_apart(full, short, whole)])
                shorts += [short for short in said if _is_led_by(full, short, whole)]
            if initials := said_by_initials(whole, full):
                shorts += initials
            if tails := tails_of(full):
                shorts += [t for t in tails if t not in houses and _is_said_alone(passages, t)]
        for short in shorts:
            found.setdefault(short, set()).add(full)
    longest = {short: _fullest(fulls) for short, fulls in found.items()}
    return {short: full for short, full in longest.items() if full and short not in apart}


def _is_sure(short: str, people: Container[str]) -> bool:
    """Whether a name is no other word: one of two syllables may be, 산은, unless it is tagged as
    some name.
    """
    return len(short) > _SHORTEST_DERIVED or short in people or short in SURE_SHORTS


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
    bare = bare_name(full)
    if bare != full and " " not in bare and bare not in KNOWN_PLACES:
        names.append(bare)
    if "립" in full and (of_town := _OF_TOWN.search(full)):
        names.append(of_town.group())
    if full.startswith(FOUNDED) and " " not in full:
        names.append(full[2:])
    return [*names, *public_shorts(full)]


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


def definite_names(texts: Texts) -> dict[str, str]:
    """재단 and 협회 for the one organisation of its kind that is named in full; 가람 for the team
    가람 스콜피언스, where the town is not spoken of. `texts` are those of the mentions.
    """
    found: dict[str, set[str]] = {}
    for full in texts["organisation"]:
        for kind in _definite(full):
            found.setdefault(kind, set()).add(full)
        town = town_of_team(full)
        if town and town not in KNOWN_PLACES and town not in texts["place"]:
            found.setdefault(town, set()).add(full)
    whole = {kind: _fullest(fulls) for kind, fulls in found.items()}
    return {kind: full for kind, full in whole.items() if full}


@lru_cache(maxsize=1 << 12)
def _definite(full: str) -> Sequence[str]:
    """What a house is called alone, the only one of its kind: 재단, 협회, 추진위 (추진위원회)."""
    names = (full, *with_short_kind(full))
    kinds = [name[-size:] for name in names for size in _KIND_SIZES if len(name) > size + 1]
    return [kind for kind in kinds if kind in KINDS]


def _size(name: str) -> tuple[int, str]:
    """What names are told the longest by, the same in each run."""
    return len(name), name


def _fullest(fulls: AbstractSet[str]) -> str | None:
    """The one name of several that all others are the end of or short for."""
    if len(fulls) == 1:
        return next(iter(fulls))
    longest = max(fulls, key=_size)
    shorter, bare = shortenings(longest), bare_name(longest)
    alike = all(
        longest.endswith(full) or full in shorter or bare_name(full) == bare for full in fulls
    )
    return longest if alike else None
