"""The people of one article, and whom a later 김 시장 stands for.

A wrong merge is worse than none: where two people could be meant, nobody is.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from archive.entities.cues.houses import is_house
from archive.entities.cues.initials import is_drawn_from
from archive.entities.cues.offices import HONORIFICS, head_of, honorific, house_of, may_be_called
from archive.entities.cues.speaking import SPEAKERS
from archive.entities.links.fitting import NOT_HEARD, fitting, holds, is_told_later
from archive.entities.links.full_names import is_full_name
from archive.entities.links.namesakes import differs_from_all, name_apart
from archive.entities.links.person import Person
from archive.entities.links.references import RESPECTFUL
from archive.entities.links.surnames import other_surname, surname_of
from archive.korean.hangul import ENDING_IN_N

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from archive.entities.introduced import Introduction
    from archive.entities.links.references import Reference

# Beyond these numbers nothing is certain, and a hostile text would cost its square.
_MOST_ALIKE, _MOST_NAMESAKES, _MOST_ROLES, _MOST_SAID = 60, 6, 24, 3
_LIKE_WORDS = frozenset("한두전현그")
_SHORTEST_POST = 2  # syllables
_SPOKEN_TO = frozenset((*HONORIFICS, *RESPECTFUL))
# Who judges or seizes somebody is another than he, whatever the surname.
_OFFICERS = frozenset(
    ("판사", "부장판사", "재판장", "검사", "부장검사", "경위", "경감", "경정", "형사")
)
_WORD_BEFORE = re.compile(r"(?<![가-힣A-Za-z0-9])([가-힣A-Za-z]{2,12}) $")
_LONGEST_HOUSE = 16  # characters


class People:
    """The people an article names in full, asked for in the order of reading."""

    def __init__(self, introduced: Sequence[Sequence[Introduction]], texts: Sequence[str]) -> None:
        self._people: dict[str, Person] = {}
        self._by_surname: dict[str, list[Person]] = {}
        self._by_other: dict[str, list[Person]] = {}  # surnames that they may have instead
        self._same_names: dict[str, list[Person]] = {}
        self._last: dict[str, Person] = {}
        self._texts = texts
        self._said_once: dict[str, bool] = {}
        for text, field_of in zip(texts, introduced, strict=True):
            for intro in field_of:
                if is_full_name(intro.person.text):
                    self._meet(intro, text)
        for person in self.all():
            self._by_surname.setdefault(person.surname, []).append(person)
            if other := other_surname(person.text):
                self._by_other.setdefault(other, []).append(person)
        self.surnames = frozenset((*self._by_surname, *self._by_other))

    def all(self) -> Iterator[Person]:
        """Everyone, two of one name apart."""
        for text, person in self._people.items():
            yield from self._same_names.get(text, (person,))

    def meet_anonymous(self, met: Sequence[Sequence[Reference]]) -> None:
        """Take in people who go by a surname alone in each of the texts: 김모(33) 씨, 김모 교수."""
        anonymous = [
            (one, text)
            for some, text in zip(met, self._texts, strict=True)
            for one in some
            if one.anonymous
        ]
        if not anonymous:
            return
        aged = {(one.surname, one.age) for one, _ in anonymous if one.age}
        ages = Counter(surname for surname, _ in aged)
        found: dict[str, Person] = {}
        for one, text in anonymous:
            name = f"{one.surname}모 {one.title}"
            if one.age and ages[one.surname] > 1:
                name += f"({one.age})"
            roles = [] if honorific(one.title) else [one.title]
            person = Person(name, name, one.surname, roles, polite={"씨", one.title})
            person = found.setdefault(name, person)
            person.ages.add(one.age or "")
            person.said.append((text, one.start))
        for person in found.values():
            self._by_surname.setdefault(person.surname, []).append(person)

    def of(self, intro: Introduction) -> str:
        """The name of the person of a full mention; asked in the order of reading."""
        text = intro.person.text
        alike = self._same_names.get(text)
        if not alike:
            return self._people[text].name if text in self._people else text
        person = self._which(alike, intro) or self._last.get(text) or alike[0]
        self._last[text] = person
        return person.name

    def called(self, reference: Reference, text: str) -> str | None:
        """The one person that a reference of the text can mean; None where none or more can."""
        alike = self._by_surname.get(reference.surname, [])
        if len(alike) > _MOST_ALIKE:
            return None
        met: Sequence[Person] = [
            p
            for p in fitting(alike, reference)
            if (len(alike) == 1 and holds(p, reference)) or not is_told_later(p, text, reference)
        ]
        met = met or self._by_their_other_surname(alike, reference)
        if len(met) > 1:
            met = _of_house_before(met, text, reference.start)
        elif not met and self._is_only_one(alike, text, reference):
            met = [p for p in alike if not is_told_later(p, text, reference)]
        return met[0].name if len(met) == 1 else None

    def _by_their_other_surname(
        self, alike: Sequence[Person], reference: Reference
    ) -> Sequence[Person]:
        """서문규 of 서 시장."""
        others = self._by_other.get(reference.surname, [])
        is_bare = not (reference.title or alike)
        return others if is_bare else [p for p in others if holds(p, reference)]

    def _is_only_one(self, alike: Sequence[Person], text: str, reference: Reference) -> bool:
        """Whether a post can be nobody's but the only one's of the surname, 윤가온 씨가 … 윤
        대표는: the article tells no post of his and speaks of no other 대표, and no word before
        the surname says which one, 누리전자 윤 대표.
        """
        post, surname = reference.title, reference.surname
        if len(alike) != 1 or alike[0].roles or surname in _LIKE_WORDS or reference.former:
            return False
        if len(post) < _SHORTEST_POST or post in _SPOKEN_TO or post in _OFFICERS:
            return False
        before = _WORD_BEFORE.search(
            text, max(0, reference.start - _LONGEST_HOUSE), reference.start
        )
        if before and _says_which(before[1]):
            return False
        return self._is_one(surname, post)

    def _is_one(self, surname: str, post: str) -> bool:
        """Whether the article says the post of nobody else."""
        said = f"{surname} {post}"
        if said not in self._said_once and len(self._said_once) < _MOST_ALIKE:
            once = all(text.count(post) == text.count(said) for text in self._texts)
            self._said_once[said] = once
        return self._said_once.get(said, False)

    def _meet(self, intro: Introduction, passage: str) -> None:
        text = intro.person.text
        first = self._people.get(text)
        if first is None:
            person = self._people[text] = Person(text, text, surname_of(text))
        else:
            person = self._met_again(first, intro)
        if len(person.said) < _MOST_SAID:
            person.said.append((passage, intro.person.start))
        if intro.roles and len(person.roles) < _MOST_ROLES:
            person.roles += [r for r in _lasting(intro) if r not in person.roles]
            person.given.update(intro.given)
        if intro.age:
            person.ages.add(intro.age)
        if intro.polite:
            person.polite.add(intro.polite)
        if self._same_names:
            for one in self._same_names.get(text, ()):
                one.name = name_apart(one)

    def _met_again(self, first: Person, intro: Introduction) -> Person:
        """The one of the name of `first` who is introduced, another than all before or not."""
        others = self._same_names.get(first.text) or [first]
        if not intro.age and not intro.roles:
            return others[-1]
        if person := self._which(others, intro):
            return person
        if len(others) >= _MOST_NAMESAKES or not differs_from_all(others, intro):
            return others[-1]
        person = Person(first.text, first.text, first.surname)
        self._same_names[first.text] = [*others, person]
        return person

    @staticmethod
    def _which(people: Sequence[Person], intro: Introduction) -> Person | None:
        """The one of several whose age or post the mention repeats."""
        for person in people:
            if intro.age and intro.age in person.ages:
                return person
            if any(
                mine == role or may_be_called(head_of(mine), role) or mine.endswith(role)
                for mine in person.roles
                for role in intro.roles
            ):
                return person
        return None


def _lasting(intro: Introduction) -> tuple[str, ...]:
    """The roles that someone is called by later. 전 회장 after 전도윤 became one is whoever was."""
    if intro.person.text[0] not in NOT_HEARD:
        return intro.roles
    return tuple(role for role in intro.roles if role not in intro.given)


def _says_which(word: str) -> bool:
    """Whether a word before a surname tells whom it means: 누리전자 윤 대표, 체포한 윤 경감."""
    adnominal = word[-1] in ENDING_IN_N and word[-1] not in "은는엔편"
    return is_house(word) or word in SPEAKERS or adnominal


def _of_house_before(people: Sequence[Person], text: str, at: int) -> Sequence[Person]:
    """Those of the house that is named before the surname: 누바협 김 회장."""
    word = _WORD_BEFORE.search(text, max(0, at - _LONGEST_HOUSE), at)
    if word is None:
        return people
    houses = [(p, house_of(role)) for p in people for role in p.roles]
    found = {id(p): p for p, house in houses if house and is_drawn_from(word[1], house)}
    return list(found.values()) or people
