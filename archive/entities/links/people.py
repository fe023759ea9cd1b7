"""People within one article: who is named in full, and whom a later 김 시장 stands for.

A wrong merge is worse than none: where two people could be meant, nobody is.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING

from archive.entities.cues.careers import differ_in_work
from archive.entities.cues.houses import is_house
from archive.entities.cues.lexicon import DOUBLE_SURNAMES, SURNAMES, words
from archive.entities.cues.offices import (
    HONORIFICS,
    head_of,
    honorific,
    house_of,
    is_said_of_people,
    may_be_called,
)
from archive.entities.cues.shapes import GIVEN, is_spelt_from_abroad
from archive.entities.cues.shortened import is_drawn_from
from archive.entities.cues.speaking import SPEAKERS
from archive.entities.links.posts_heard import posts_heard
from archive.entities.links.references import COMMON_SURNAMES, RESPECTFUL, surname_and_post
from archive.entities.links.surnames import other_surname, surname_of
from archive.entities.links.titles import is_called, is_called_by_post
from archive.korean.hangul import ENDING_IN_N
from archive.model import Mention

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from archive.entities.introduced import Introduction
    from archive.entities.links.references import Reference

SAID_OF_NAMES = ("본명", "필명", "예명", "활동명", "개명 전", "법명", "속명")
"""What a name can be beside the one that somebody goes by."""
_KIND_OF_NAME = "|".join(SAID_OF_NAMES)
_REAL_NAME = re.compile(rf"\s?\((?:{_KIND_OF_NAME})\s?(?P<other>[가-힣]{{2,5}})[)·,]")
_REAL_NAME_TOLD = re.compile(rf"의 (?:{_KIND_OF_NAME})[은이] (?:[가-힣]{{2,5}}[이가] 아니라 )?")
_IS = re.compile(r"이?(?:다|었다|였다|며|고|지만|라는|라고)(?![가-힣])|으로 ")
_HANJA = re.compile(r"[一-鿿]{2,4}(?=[)·,])")
# Two words or more: a single one may be a group's letters or a size.
_LATIN_NAME = re.compile(r"(?!The )[A-Z][a-z'’\-]{1,14}(?: [A-Z][A-Za-z'’.\-]{0,14}){1,3}(?=[)·,])")
_FULL_LENGTHS = range(2, 5)
_SPACED, _GIVEN_ALONE = 3, GIVEN - frozenset("전현신구모등")  # 최 훈; 김 전 대표 is none
_BEFORE_POSTS = "전현"
# These are held by one person at a time and beside no other: two of them are two people.
_ONE_AT_A_TIME = re.compile(
    r"(?:시장|군수|구청장|도지사|교육감|경찰서장|소방서장|교장|교감|교사|학생|주무관|과장|팀장|국장"
    r"|읍장|면장|동장|기자|간호사)$"
)
# Beyond these numbers nothing is certain, and a hostile text would cost its square.
_MOST_ALIKE, _MOST_NAMESAKES, _MOST_ROLES, _MOST_SAID = 60, 6, 24, 3
# Whoever runs for a post is called so, whatever the article called him before.
_CANDIDATES = frozenset(("후보", "예비후보", "당선인", "당선자", "후보자", "내정자", "지명자"))
# Those of whom news speaks as 씨: artists, farmers, drivers.
_PLAIN_CALLINGS = words("plain_callings")
_PUBLIC_POSTS = (
    *("의원", "장관", "대통령", "총리", "시장", "군수", "구청장", "지사", "후보", "의장", "감독"),
)
_LIKE_WORDS = frozenset("한두전현그")
_NOT_HEARD = frozenset("전현")  # 전 회장 and 현 회장 are whoever was and is
_SHORTEST_POST = 2  # syllables
_SPOKEN_TO = frozenset((*HONORIFICS, *RESPECTFUL))
# Who judges or seizes somebody is another than he, whatever the surname.
_OFFICERS = frozenset(
    ("판사", "부장판사", "재판장", "검사", "부장검사", "경위", "경감", "경정", "형사")
)
_WORD_BEFORE = re.compile(r"(?<![가-힣A-Za-z0-9])([가-힣A-Za-z]{2,12}) $")
_LONGEST_HOUSE = 16  # characters
_LOOSE = ("전 ", "前 ", "후보", "직무대리", "직무대행", "권한대행")


@dataclass
class Person:
    """Someone named in full: every post the article gives, and how it speaks of the person."""

    name: str
    text: str
    surname: str
    roles: list[str] = field(default_factory=list)
    given: set[str] = field(default_factory=set)  # those that the article tells are given now
    ages: set[str] = field(default_factory=set)
    polite: set[str] = field(default_factory=set)
    said: list[tuple[str, int]] = field(default_factory=list)  # texts, and where they name one
    heard: set[str] | None = None  # posts of which those sentences tell, once they are asked for


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
            for p in _fitting(alike, reference)
            if (len(alike) == 1 and _holds(p, reference)) or not _is_told_later(p, text, reference)
        ]
        met = met or self._by_their_other_surname(alike, reference)
        if len(met) > 1:
            met = _of_house_before(met, text, reference.start)
        elif not met and self._is_only_one(alike, text, reference):
            met = [p for p in alike if not _is_told_later(p, text, reference)]
        return met[0].name if len(met) == 1 else None

    def _by_their_other_surname(
        self, alike: Sequence[Person], reference: Reference
    ) -> Sequence[Person]:
        """서문규 of 서 시장."""
        others = self._by_other.get(reference.surname, [])
        is_bare = not (reference.title or alike)
        return others if is_bare else [p for p in others if _holds(p, reference)]

    def _is_only_one(self, alike: Sequence[Person], text: str, reference: Reference) -> bool:
        """Whether a post can be nobody's but the only one's of the surname, 윤가온 씨가 … 윤
        대표는: the article tells no post of his and speaks of no other 대표, or the surname is a
        rare one, 염가온 교수가 … 염 대표는; and no word before the surname says which one, 누리전자
        윤 대표.
        """
        post, surname = reference.title, reference.surname
        shared = surname in COMMON_SURNAMES
        if len(alike) != 1 or surname in _LIKE_WORDS or reference.former:
            return False
        if alike[0].roles and (shared or _is_public(alike[0].roles)):
            return False
        if len(post) < _SHORTEST_POST or post in _SPOKEN_TO or post in _OFFICERS:
            return False
        before = _WORD_BEFORE.search(
            text, max(0, reference.start - _LONGEST_HOUSE), reference.start
        )
        if before and _says_which(before[1]):
            return False
        return not shared or self._is_one(surname, post)

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
        for one in self._same_names.get(text, ()):
            one.name = _told_apart(one)

    def _met_again(self, first: Person, intro: Introduction) -> Person:
        """The one of the name of `first` who is introduced, another than all before or not."""
        others = self._same_names.get(first.text, [first])
        if not intro.age and not intro.roles:
            return others[-1]
        if person := self._which(others, intro):
            return person
        if len(others) >= _MOST_NAMESAKES or not _differs_from_all(others, intro):
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


@lru_cache(maxsize=1 << 13)
def is_full_name(name: str) -> bool:
    """Whether `name` names a person on its own: 이가온, 남궁솔; 이, 김모 and 김과장 do not."""
    if name in DOUBLE_SURNAMES or len(name) < _FULL_LENGTHS.start or surname_and_post(name):
        return False
    if name[0] in SURNAMES and name[1:] in ("모", "씨", "모씨", "모 씨", " 씨"):
        return False
    if name[1:3] == "모 " and is_said_of_people(name[3:]):  # 김모 교수
        return False
    if name[1] == " " and name[0] in SURNAMES:
        if len(name) == _SPACED:
            return name[2] in _GIVEN_ALONE
        given = name[2:]  # of 류 자오밍; 전 벨로니아 is none
        is_name = len(given) >= _SPACED and given.isalpha() and is_spelt_from_abroad(given)
        return is_name and name[0] not in _BEFORE_POSTS
    return True


def other_names(text: str, mentions: Sequence[Mention]) -> dict[str, str]:
    """Names that are the same person's by the text's own word: 새솔(본명 김가온), 새솔의 본명은
    김가온이다.
    """
    people = [mention for mention in mentions if mention.kind == "person"]
    starts = {mention.start: mention.text for mention in people}
    found: dict[str, str] = {}
    for person in people:
        if match := _REAL_NAME.match(text, person.end):
            found[match["other"]] = person.text
        elif match := _REAL_NAME_TOLD.match(text, person.end):
            other = starts.get(match.end(), "")
            if other and _IS.match(text, match.end() + len(other)):
                found[other] = person.text
    return found


def _lasting(intro: Introduction) -> tuple[str, ...]:
    """The roles that someone is called by later. 전 회장 after 전도윤 became one is whoever was."""
    if intro.person.text[0] not in _NOT_HEARD:
        return intro.roles
    return tuple(role for role in intro.roles if role not in intro.given)


def second_writing(text: str, person: Mention) -> Mention | None:
    """The name in other letters that a bracket adds: 한도윤(韓道允), 왕밍(王明·52), 엘레나
    보른(Elena Born).
    """
    if not text.startswith("(", person.end):
        return None
    match = _HANJA.match(text, person.end + 1) or _LATIN_NAME.match(text, person.end + 1)
    return Mention(match.start(), match.end(), "person", match[0]) if match else None


def _fitting(alike: Sequence[Person], reference: Reference) -> Sequence[Person]:
    """Those of one surname whom the word behind it fits."""
    title = reference.title
    if reference.anonymous:
        said = f"{reference.surname}모 {title}"
        unnamed = [p for p in alike if p.text.partition("(")[0] == said]
        return [p for p in unnamed if (reference.age or "") in p.ages]
    if not title:
        return alike if len(alike) == 1 else []
    if title == "씨":
        fitting = [p for p in alike if p.polite] or [p for p in alike if not p.roles]
        alone = len(alike) == 1 and _is_polite_to(alike[0], reference.start)
        return fitting or (alike if alone else [])
    if title in RESPECTFUL or title in HONORIFICS:
        respected = title in RESPECTFUL and len(alike) == 1
        return alike if respected else [p for p in alike if title in p.polite]
    return _holders(alike, reference)


def _holders(alike: Sequence[Person], reference: Reference) -> Sequence[Person]:
    """Those of one surname who hold the post, or get it."""
    title, alone = reference.title, len(alike) == 1
    if reference.newly and not alone:  # the holder until now has the surname too
        return [p for p in alike if any(is_called(role, title) for role in p.given)]
    fitting = [p for p in alike if any(is_called(role, title) for role in p.roles)]
    if len(fitting) > 1:  # of a mayor and the one before him, a writer and a painter
        fitting = [p for p in fitting if _is_former(p, title) == reference.former]
        by_post = [p for p in fitting if any(is_called_by_post(r, title) for r in p.roles)]
        return by_post or fitting
    if fitting:
        return fitting
    if not alone:  # 대표에 이가온 씨가 내정됐다
        heard = title in _CANDIDATES
        return [p for p in alike if _is_said(p, title) or (heard and _heard(p))]
    is_new = (reference.newly or title in _CANDIDATES) and alike[0].roles
    return alike if is_new or _is_heard(alike[0], title) else []


def _holds(person: Person, reference: Reference) -> bool:
    """Whether one has the post: 김 시장 can come before 김가온 시장, as in a title; 김 전 시장 is
    as often another.
    """
    if reference.former or not reference.title:
        return False
    return any(is_called(role, reference.title) for role in person.roles)


def _is_told_later(person: Person, text: str, reference: Reference) -> bool:
    """Whether a text names a person after that place alone: nobody is 김 씨 before he is named."""
    return all(said is text and start > reference.start for said, start in person.said)


def _is_polite_to(person: Person, at: int) -> bool:
    """Whether news speaks of one as 씨: a singer, not a mayor; or who was told with his age, or
    has a surname that nobody shares.
    """
    told = any(person.ages) and any(start < at for _, start in person.said)
    if person.surname not in COMMON_SURNAMES and not _is_public(person.roles):
        return True
    return told or all(head_of(role) in _PLAIN_CALLINGS for role in person.roles)


def _is_public(roles: Sequence[str]) -> bool:
    """Whether one bears a post by which news always calls its holder: 의원, 군수."""
    return any(head_of(role).endswith(_PUBLIC_POSTS) for role in roles)


def _is_heard(person: Person, title: str) -> bool:
    """Whether a sentence that names one tells of the post, 새 회장에 김가온 교수가, or calls one by
    it: 김가온 수석이.
    """
    if person.surname in _NOT_HEARD:
        return False
    return _is_said(person, title) or any(is_called(post, title) for post in _heard(person))


def _is_said(person: Person, title: str) -> bool:
    """Whether the article has the word behind one's full name: 김가온 보살."""
    called = (f" {title}", title)
    return any(text.startswith(called, at + len(person.text)) for text, at in person.said)


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


def _heard(person: Person) -> set[str]:
    if person.heard is None:
        person.heard = {post for text, at in person.said for post in posts_heard(text, at)}
    return person.heard


def _is_former(person: Person, title: str) -> bool:
    """Whether the post that one is called by is one of before."""
    return any(role.startswith("전 ") and is_called(role, title) for role in person.roles)


def _differs_from_all(people: Sequence[Person], intro: Introduction) -> bool:
    return all(_are_two(person, intro) for person in people)


def _are_two(person: Person, intro: Introduction) -> bool:
    if intro.age and person.ages:
        return intro.age not in person.ages
    if differ_in_work(person.roles, intro.roles):
        return True
    return any(_exclude(mine, role) for mine in person.roles for role in intro.roles)


def _exclude(one: str, other: str) -> bool:
    """Whether nobody holds both posts: two different full ones, each a day's work."""
    if any(mark in role for mark in _LOOSE for role in (one, other)):
        return False
    if not (_ONE_AT_A_TIME.search(one) and _ONE_AT_A_TIME.search(other)):
        return False
    return not (one.endswith(head_of(other)) or other.endswith(head_of(one)))


def _told_apart(person: Person) -> str:
    """A name that no one else in the article has: 김가온(노을군수)."""
    mark = max(person.roles, key=len, default="") or min(person.ages, default="")
    return f"{person.text}({mark})" if mark else person.text
