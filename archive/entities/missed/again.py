"""Names that an article has told once: found again where no tagger saw them, of one kind.

A tagger reads a few characters at a time. What it sees where the neighbours are clear holds for the
whole article.
"""

from __future__ import annotations

import re
from functools import lru_cache
from string import ascii_letters, digits
from typing import TYPE_CHECKING

from archive.entities.cues.houses import is_country, is_house
from archive.entities.cues.lexicon import KNOWN_PLACES
from archive.entities.cues.offices import honorific, office_word
from archive.entities.cues.places import (
    CITIES,
    LIKE_WORDS,
    SHARED_NAMES,
    SHORT_COUNTRIES,
    TOWNS,
    is_part,
    plain_name,
)
from archive.entities.cues.shapes import is_given_name, is_spelt_from_abroad
from archive.entities.mended.whole_names import with_first_name
from archive.entities.missed.said_by_kind import said_by_kind
from archive.entities.passages import overlapping, with_whole
from archive.entities.tagger.shipped import is_common_word
from archive.model import Mention

if TYPE_CHECKING:
    from collections.abc import Collection, Container, Iterable, Iterator, Mapping, Sequence

    from archive.entities.passages import Passage, Texts
    from archive.model import EntityKind
_LATIN = frozenset(f"{ascii_letters}{digits}&")
_JOSA_ENDS = re.compile(
    r"(?:은|는|이|가|을|를|의|에|에서|에서는|에서도|에는|에도|에선|와|과|와의|과의|도|로|으로|측|측은"
    r"|에게|께서|만|까지|부터|보다|처럼)?"
    r"(?![가-힣A-Za-z0-9&])"
)
_PLACE_ENDS = re.compile(
    r"(?:에|에는|에서|에서는|에서도|에선|에도|의|로|으로|까지|부터)(?![가-힣])"
)
_NEXT_WORD = re.compile(r" ?([가-힣]{1,14})")
_OTHER_NAME = ("(본명", "(예명", "(필명", "(활동명", "(법명", "(속명")
_MOST_NAMES = 60  # in one article; a text with more is a list
_MOST_READ = 40_000_000  # characters, the text once a name
_LONG_ENOUGH = 4  # syllables of an organisation that is nothing else: 온누리푸드
# Of schools and the police, 가람청, and of societies by their initials.
_SURE_ENDS = ("대", "고", "중", "초", "청", "협", "련", "연")
_ADDRESSES = frozenset(("미스", "미스터", "미세스", "레이디", "마담", "닥터", "세인트"))
_TOWNS = ("시", "군", "구")
_COUNTED = frozenset(("date", "time", "quantity"))
_LONG_PART = 3  # syllables
_DIRECTIONS = ("부", "권", "지역", "일대", "지방", "해상", "앞바다", "시내", "도심", "접경")
_TOWN_LENGTHS = range(3, 5)


def found_again(
    passages: Sequence[Passage], texts: Texts, shorts: Collection[str], kinds: Mapping[str, str]
) -> Sequence[Passage]:
    """The passages with what was not tagged in them: the short names `shorts`, the `kinds` of
    organisation that mean one, by its name, and names tagged elsewhere in the article.
    `texts` are those of the mentions of the passages.

    A person who bears no post and has the name of a house or a town of the article is that.
    """
    people = _named_otherwise(passages)
    towns, parts = _towns(texts) - people, _parts_of_towns(texts) - people
    houses, places, lasts = {*shorts, *kinds}, towns | parts, _last_names(texts)
    passages = _of_one_kind(passages, texts, houses, lasts - houses, places)
    passages = _of_first_names(passages, texts, _first_names(texts) - houses)
    wanted = _names(passages, shorts, towns) | dict.fromkeys(parts, "place")
    if (len(wanted) + len(kinds)) * sum(len(p.text) for p in passages) > _MOST_READ:
        return passages
    # The longest last: of two that begin at one place it is the one that stands there.
    names = {name: wanted[name] for name in sorted(sorted(wanted), key=len)}
    short_names = towns | (parts & LIKE_WORDS)
    passages = [_with_names(passage, names, kinds, short_names) for passage in passages]
    return [_with_relatives(passage, lasts) for passage in passages] if lasts else passages


def _named_otherwise(passages: Iterable[Passage]) -> set[str]:
    """새솔 of 새솔(본명 김가온), a person whatever else has that name."""
    return {
        m.text
        for p in passages
        if "명 " in p.text
        for m in p.mentions
        if m.kind == "person" and p.text.startswith(_OTHER_NAME, m.end)
    }


def words_of(text: str, name: str) -> Iterator[int]:
    """Where `name` stands in `text` as a word, josa or not."""
    at = text.find(name)
    while at >= 0:
        end = at + len(name)
        if _is_word(text, at, end):
            yield at
        at = text.find(name, end)


def _is_word(text: str, at: int, end: int) -> bool:
    """Whether what stands there is a word, josa or not."""
    if at and _is_letter(text[at - 1]):
        return False
    after = text[end : end + 1]
    return not after or not _is_letter(after) or _JOSA_ENDS.match(text, end) is not None


def _is_letter(character: str) -> bool:
    return "가" <= character <= "힣" or character in _LATIN


def _towns(texts: Texts) -> set[str]:
    """가람 of the 가람시 that the article names; not where it names 가람군 too."""
    full_names = {
        name
        for kind in ("place", "organisation")
        for name in texts[kind]
        if name.endswith(_TOWNS) and len(name) in _TOWN_LENGTHS
    }
    towns: set[str] = set()
    shared: set[str] = set()
    for name in full_names:
        (shared if name[:-1] in towns else towns).add(name[:-1])
    return towns - shared


def _parts_of_towns(texts: Texts) -> set[str]:
    """새말리 of the 누리군 새말리 that the article names, 가람 of a country's 벨로니아 가람."""
    last = {name.rpartition(" ")[2]: name for name in texts["place"] if " " in name}
    return {
        part
        for part, name in last.items()
        if part in CITIES or part in TOWNS or is_part(part) or _is_in_land(part, name)
    }


@lru_cache(maxsize=1 << 12)
def _is_in_land(part: str, name: str) -> bool:
    """Whether a name of no other meaning stands behind that of its land: 벨로니아 가람골."""
    land = name.partition(" ")[0]
    if len(part) < _LONG_PART or not (land in KNOWN_PLACES or is_country(land)):
        return False
    return not (is_house(part) or is_common_word(part) or part.endswith(_DIRECTIONS))


def _last_names(texts: Texts) -> set[str]:
    """보른 of 엘레나 보른; none that is of a house's name too, 보른 재단."""
    last = {name.rpartition(" ")[2] for name in texts["person"] if " " in name}
    found = {name for name in last if _may_be_last_name(name)}
    if not found:
        return found
    named = [name for kind in texts if kind != "person" for name in texts[kind] if " " in name]
    return found.difference(*[name.split(" ") for name in named])


def _first_names(texts: Texts) -> set[str]:
    """사토 of 사토 하루카, whose last name stands first."""
    first = {name.partition(" ")[0] for name in texts["person"] if " " in name}
    return {name for name in first if _may_be_last_name(name)}


def _of_first_names(
    passages: Sequence[Passage], texts: Texts, people: set[str]
) -> Sequence[Passage]:
    """The passages with 사토 in 사토 사장 for a person, tagged as a house or a town."""
    if people.isdisjoint(texts["organisation"]) and people.isdisjoint(texts["place"]):
        return passages
    return [
        passage._replace(
            mentions=[
                _as_person(m)
                if m.text in people
                and m.kind in ("organisation", "place")
                and _is_titled(passage.text, m.end)
                else m
                for m in passage.mentions
            ]
        )
        for passage in passages
    ]


@lru_cache(maxsize=1 << 12)
def _may_be_last_name(name: str) -> bool:
    if len(name) == 1 or name in KNOWN_PLACES or is_country(name) or is_house(name):
        return False
    return is_spelt_from_abroad(name)


def _of_one_kind(
    passages: Sequence[Passage],
    texts: Texts,
    houses: Collection[str],
    people: Collection[str],
    towns: Collection[str],
) -> Sequence[Passage]:
    persons, places = texts["person"].keys(), texts["place"].keys()
    clear = persons.isdisjoint(houses) and persons.isdisjoint(towns) and places.isdisjoint(houses)
    if clear and places.isdisjoint(people) and texts["organisation"].keys().isdisjoint(people):
        return passages
    return [
        passage._replace(
            mentions=[
                _told(passage.text, m, houses, towns)
                if m.text in houses or (m.text in towns and m.kind == "person")
                else _as_person(m)
                if m.text in people and m.kind in ("organisation", "place")
                else m
                for m in passage.mentions
            ]
        )
        for passage in passages
    ]


def _as_person(named: Mention) -> Mention:
    return Mention(named.start, named.end, "person", named.text)


def _told(text: str, named: Mention, houses: Container[str], towns: Container[str]) -> Mention:
    kind: EntityKind
    is_place = named.kind == "place"
    if named.kind not in ("person", "place"):
        return named
    sure = len(named.text) >= _LONG_ENOUGH or named.text.endswith(_SURE_ENDS)
    if named.text in houses and (sure or not is_place):
        kind = "organisation"
    elif not is_place and named.text in towns and not _is_titled(text, named.end):
        kind = "place"
    else:
        return named
    return Mention(named.start, named.end, kind, named.text)


def _is_titled(text: str, at: int) -> bool:
    match = _NEXT_WORD.match(text, at)
    return match is not None and bool(office_word(match[1]) or honorific(match[1]))


def _names(
    passages: Iterable[Passage], shorts: Iterable[str], towns: Iterable[str]
) -> dict[str, EntityKind]:
    """What to look for. A town without its rank is looked for only before a josa of place."""
    found: dict[str, EntityKind] = dict.fromkeys(shorts, "organisation")
    for passage in passages:
        for m in passage.mentions:
            if m.kind in _COUNTED and not m.text.endswith(_TOWNS):
                continue
            if m.kind == "person" and passage.text.startswith(_OTHER_NAME, m.end):
                found.setdefault(m.text, "person")
                continue
            for name, kind in _told_once(m.kind, m.text):
                found.setdefault(name, kind)
    for town in towns:
        if town not in SHARED_NAMES:
            found.setdefault(town, "place")
    return found if len(found) <= _MOST_NAMES else dict.fromkeys(shorts, "organisation")


@lru_cache(maxsize=1 << 13)
def _told_once(kind: EntityKind, name: str) -> Sequence[tuple[str, EntityKind]]:
    """The names that are nothing else, once a text has told one of that kind: a person's where it
    is a full one, a long one of a house.
    """
    if kind == "organisation" and " " not in name and _is_nothing_else(name):
        return [(name, "organisation")]
    if kind == "person":
        if is_given_name(name) and name not in KNOWN_PLACES:
            return [(name, "person")]
        return [(part, "person") for part in _parts(name)] if " " in name else ()
    if name.endswith(_TOWNS) and len(name) in _TOWN_LENGTHS:
        return [(f"{name}의회", "organisation")]
    plain = SHORT_COUNTRIES.get(name) or plain_name(name) if kind == "place" else name
    return [(plain, "place")] if plain != name else ()


def _is_nothing_else(house: str) -> bool:
    """Whether the name of a house is no other word: a long one, or 온솔랩, which no lexicon has."""
    if len(house) >= _LONG_ENOUGH:
        return True
    short = len(house) < _LONG_ENOUGH - 1 or house in KNOWN_PLACES or is_given_name(house)
    return not short and not is_common_word(house)


def _parts(name: str) -> set[str]:
    """보른 of 엘레나 보른, and 엘레나, none that says something else too."""
    first, *_, last = name.split(" ")
    parts = {first, last} if is_spelt_from_abroad(first) else {last}
    return {
        part
        for part in parts
        if len(part) > 1
        and part not in KNOWN_PLACES
        and part not in _ADDRESSES
        and office_word(part) is None
    }


def _with_names(
    passage: Passage,
    names: Mapping[str, EntityKind],
    kinds: Mapping[str, str],
    towns: Container[str],
) -> Passage:
    text = passage.text
    ends = {mention.end for mention in passage.mentions}
    found: dict[int, Mention] = {}
    for name, kind in names.items():
        at = text.find(name)
        while at >= 0:
            end = at + len(name)
            tagged = end in ends and at not in found
            named = not tagged and (name not in towns or _PLACE_ENDS.match(text, end))
            if named and _is_word(text, at, end):
                found[at] = Mention(at, end, kind, name)
            at = text.find(name, end)
    for word, full in kinds.items():
        for at in said_by_kind(passage, word, full):
            found[at] = Mention(at, at + len(word), "organisation", word)
    if not found:
        return passage
    more: list[Mention] = []
    pieces: set[Mention] = set()
    for at in sorted(found):
        inside = overlapping(passage.mentions, at, found[at].end)
        if all(_is_piece(mention, found[at]) for mention in inside):
            more.append(found[at])
            pieces.update(inside)
    if pieces:
        passage = passage._replace(mentions=[m for m in passage.mentions if m not in pieces])
    return passage.with_more(more)


def _with_relatives(passage: Passage, lasts: Container[str]) -> Passage:
    """올메나 보른 of 보른, another than the 엘레나 보른 that the article names."""
    called = [m for m in passage.mentions if m.kind == "person" and m.text in lasts]
    whole = [one for m in called if (one := with_first_name(passage.text, m)) is not m]
    return passage._replace(mentions=with_whole(passage.mentions, whole)) if whole else passage


def _is_piece(mention: Mention, name: Mention) -> bool:
    """Whether a mention is a piece of a name of one word: 온누 of 온누리푸드."""
    return name.start <= mention.start and mention.end < name.end and " " not in name.text
