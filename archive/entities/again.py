"""Names that an article has told once: found again where no tagger saw them, of one kind.

A tagger reads a few characters at a time. What it sees where the neighbours are clear holds for the
whole article.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from archive.entities.houses import is_country, is_house
from archive.entities.lexicon import KNOWN_PLACES
from archive.entities.offices import honorific, office_word
from archive.entities.passages import Passage, overlapping
from archive.entities.places import CITIES, LIKE_WORDS, SHARED_NAMES, TOWNS, is_part, plain_name
from archive.entities.shapes import is_given_name, is_spelt_from_abroad
from archive.model import Mention

if TYPE_CHECKING:
    from collections.abc import Collection, Container, Iterable, Iterator, Mapping, Sequence

    from archive.model import EntityKind

_WORD = re.compile(r"[가-힣A-Za-z0-9&]")
_JOSA_ENDS = re.compile(
    r"(?:은|는|이|가|을|를|의|에|에서|에서는|에서도|에는|에도|에선|와|과|와의|과의|도|로|으로|측|측은"
    r"|에게|께서|만|까지|부터|보다|처럼)?"
    r"(?![가-힣A-Za-z0-9&])"
)
_SUBJECT_ENDS = re.compile(r"(?:은|는|이|가|의|측은) ")
_PLACE_ENDS = re.compile(
    r"(?:에|에는|에서|에서는|에서도|에선|에도|의|로|으로|까지|부터)(?![가-힣])"
)
_SENTENCE_ENDS = re.compile(r"(?:^|\n|[.!?”] )$")
_NEXT_WORD = re.compile(r" ?([가-힣]{1,14})")
_OTHER_NAME = ("(본명", "(예명", "(필명", "(활동명", "(법명", "(속명")
_MOST_NAMES = 60  # in one article; a text with more is a list
_LONG_ENOUGH = 4  # syllables of an organisation that is nothing else: 온누리푸드
_SCHOOL_ENDS = ("대", "고", "중", "초")
_ADDRESSES = frozenset(("미스", "미스터", "미세스", "레이디", "마담", "닥터", "세인트"))
_TOWNS = ("시", "군", "구")
_TOWN_LENGTHS = range(3, 5)


def found_again(
    passages: Sequence[Passage], shorts: Collection[str], kinds: Iterable[str]
) -> list[Passage]:
    """The passages with what was not tagged in them: the short names `shorts`, the `kinds` of
    organisation that begin a sentence and mean one, and names tagged elsewhere in the article.

    A person who bears no post and has the name of a house or a town of the article is that.
    """
    towns = _towns(passages)
    parts = _parts_of_towns(passages)
    houses, people = {*shorts, *kinds}, _last_names(passages)
    places = towns | parts
    passages = [_of_one_kind(passage, houses, people - houses, places) for passage in passages]
    names = _names(passages, shorts, towns) | dict.fromkeys(sorted(parts), "place")
    short_names = towns | (parts & LIKE_WORDS)
    return [_with_names(passage, names, kinds, short_names) for passage in passages]


def words_of(text: str, name: str) -> Iterator[int]:
    """Where `name` stands in `text` as a word, josa or not."""
    at = text.find(name)
    while at >= 0:
        free = not at or _WORD.match(text, at - 1) is None
        if free and _JOSA_ENDS.match(text, at + len(name)):
            yield at
        at = text.find(name, at + len(name))


def said_as_place(text: str, name: str) -> Iterator[int]:
    """Where a text says the name of a place as a word; what is a word of its own too, 예산, only
    before a josa of place.
    """
    for at in words_of(text, name):
        if name not in LIKE_WORDS or _PLACE_ENDS.match(text, at + len(name)):
            yield at


def _towns(passages: Iterable[Passage]) -> set[str]:
    """가람 of the 가람시 that the article names; not where it names 가람군 too."""
    full_names = {
        m.text
        for passage in passages
        for m in passage.mentions
        if m.kind in ("place", "organisation")
        and m.text.endswith(_TOWNS)
        and len(m.text) in _TOWN_LENGTHS
    }
    borne = Counter(name[:-1] for name in full_names)
    return {town for town, number in borne.items() if number == 1}


def _parts_of_towns(passages: Iterable[Passage]) -> set[str]:
    """새말리 of the 누리군 새말리 that the article names, 가람 of a country's 벨로니아 가람."""
    last = {
        m.text.rpartition(" ")[2]
        for passage in passages
        for m in passage.mentions
        if m.kind == "place" and " " in m.text
    }
    return {name for name in last if name in CITIES or name in TOWNS or is_part(name)}


def _last_names(passages: Iterable[Passage]) -> set[str]:
    """보른 of 엘레나 보른; none that is of a house's name too, 보른 재단."""
    named = [m for passage in passages for m in passage.mentions if " " in m.text]
    of_houses = {word for m in named if m.kind != "person" for word in m.text.split(" ")}
    last = {m.text.rpartition(" ")[2] for m in named if m.kind == "person"}
    return {name for name in last - of_houses if _may_be_last_name(name)}


def _may_be_last_name(name: str) -> bool:
    if len(name) == 1 or name in KNOWN_PLACES or is_country(name) or is_house(name):
        return False
    return is_spelt_from_abroad(name)


def _of_one_kind(
    passage: Passage, houses: Collection[str], people: Collection[str], towns: Collection[str]
) -> Passage:
    if not houses and not people and not towns:
        return passage
    mentions = [
        _told(passage.text, m, houses, towns)
        if m.text in houses or (m.text in towns and m.kind == "person")
        else _as_person(m)
        if m.text in people and m.kind in ("organisation", "place")
        else m
        for m in passage.mentions
    ]
    return passage._replace(mentions=mentions)


def _as_person(named: Mention) -> Mention:
    return Mention(named.start, named.end, "person", named.text)


def _told(text: str, named: Mention, houses: Container[str], towns: Container[str]) -> Mention:
    kind: EntityKind
    is_place = named.kind == "place"
    if named.kind not in ("person", "place"):
        return named
    sure = len(named.text) >= _LONG_ENOUGH or named.text.endswith(_SCHOOL_ENDS)
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
            if m.kind == "organisation" and len(m.text) >= _LONG_ENOUGH and " " not in m.text:
                found.setdefault(m.text, "organisation")
            elif m.text.endswith(_TOWNS) and len(m.text) in _TOWN_LENGTHS and m.kind != "person":
                found.setdefault(f"{m.text}의회", "organisation")
            elif m.kind == "person" and _is_told_once(passage.text, m):
                found.setdefault(m.text, "person")
            elif m.kind == "person" and " " in m.text:
                found |= dict.fromkeys(_parts(m.text) - found.keys(), "person")
            elif m.kind == "place" and plain_name(m.text) != m.text:
                found.setdefault(plain_name(m.text), "place")
    for town in towns:
        if town not in SHARED_NAMES:
            found.setdefault(town, "place")
    return found if len(found) <= _MOST_NAMES else dict.fromkeys(shorts, "organisation")


def _is_told_once(text: str, person: Mention) -> bool:
    """Whether a name is nothing but a person's: a full one, or one beside another, 새솔(본명."""
    if text.startswith(_OTHER_NAME, person.end):
        return True
    return is_given_name(person.text) and person.text not in KNOWN_PLACES


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
    kinds: Iterable[str],
    towns: Container[str],
) -> Passage:
    text = passage.text
    found = {
        at: Mention(at, at + len(name), kind, name)
        for name, kind in names.items()
        for at in words_of(text, name)
        if name not in towns or _PLACE_ENDS.match(text, at + len(name))
    } | {
        at: Mention(at, at + len(kind), "organisation", kind)
        for kind in kinds
        for at in _subjects(text, kind)
    }
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


def _is_piece(mention: Mention, name: Mention) -> bool:
    """Whether a mention is a piece of a name of one word: 온누 of 온누리푸드."""
    return name.start <= mention.start and mention.end < name.end and " " not in name.text


def _subjects(text: str, word: str) -> Iterator[int]:
    """Where `word` begins a sentence as its subject."""
    for at in words_of(text, word):
        begins = _SENTENCE_ENDS.search(text, max(0, at - 2), at)
        if begins and _SUBJECT_ENDS.match(text, at + len(word)):
            yield at
