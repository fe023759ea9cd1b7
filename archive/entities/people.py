"""People within one article: who is named in full, and whom a later 김 시장 stands for.

A wrong merge is worse than none: where two people could be meant, nobody is.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from archive.entities.careers import apart
from archive.entities.lexicon import DOUBLE_SURNAMES, SURNAMES
from archive.entities.offices import (
    AFTER_OFFICE,
    HONORIFICS,
    OfficeWord,
    head_of,
    honorific,
    is_josa,
    may_be_called,
    office_word,
)
from archive.entities.posts_heard import posts_heard
from archive.model import Mention

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from archive.entities.introduced import Introduction

_SURNAME = "|".join((*sorted(DOUBLE_SURNAMES), "[가-힣]"))
_REAL_NAME = re.compile(
    r"\s?\((?:본명|필명|예명|활동명|개명 전|법명|속명)\s?(?P<other>[가-힣]{2,5})[)·,]"
)
_HANJA = re.compile(r"[一-鿿]{2,4}(?=[)·,])")
_AFTER_POLITE = r"(?:는|가|를|의|와|도|만|로|에게|측|측은|네[는가만도]?)"
_SHORT = re.compile(
    rf"(?<![가-힣A-Za-z0-9])(?=[가-힣]{{1,2}}[ 모씨(])(?P<surname>{_SURNAME})"
    rf"(?P<anon> ?모(?=[ 씨(]))?"
    rf"(?:\((?P<age>\d{{1,3}})(?:세)?[^()\n]{{0,8}}\))?"
    rf"(?:(?P<polite> ?씨)(?=[^가-힣]|$|{_AFTER_POLITE}(?![가-힣]))"
    rf"| (?:(?P<former>전 )|(?P<newly>신임 ))?(?P<word>[가-힣]{{1,14}}|C[A-Z]O))"
)
_KOREAN_NAME = re.compile(r"[가-힣]{2,4}")
_FULL_LENGTHS = range(2, 5)
# These are held by one person at a time and beside no other: two of them are two people.
_ONE_AT_A_TIME = re.compile(
    r"(?:시장|군수|구청장|도지사|교육감|경찰서장|소방서장|교장|교감|교사|학생|주무관|과장|팀장|국장"
    r"|읍장|면장|동장|기자|간호사)$"
)
# Beyond these numbers nothing is certain, and a hostile text would cost its square.
_MOST_ALIKE, _MOST_NAMESAKES, _MOST_ROLES, _MOST_SAID = 60, 6, 24, 3
# Whoever runs for a post is called so, whatever the article called him before.
# 박 할머니 is one of these; 이 할머니 and 한 할머니 are this old woman and some old woman.
_CALLED_BY = frozenset(("할머니", "할아버지", "군", "양", "옹", "여사", "어르신", "선생"))
_NOT_WITH_AGE = frozenset("이한전고그두양")
_CANDIDATES = frozenset(("후보", "예비후보", "당선인", "당선자", "후보자", "내정자", "지명자"))
# Who is said to be one of these goes by a wider word later: the novelist 김가온 is 김 작가.
_WRITERS = ("소설가", "시인", "극작가", "수필가", "동화작가", "만화가", "사진가", "에세이스트")
_CHIEFS = {"경영": "CEO", "기술": "CTO", "재무": "CFO", "운영": "COO"}
_OTHER_WORDS = (
    dict.fromkeys(_WRITERS, ("작가",))
    | dict.fromkeys(("화가", "서양화가", "동양화가", "한국화가"), ("화백",))
    | {f"최고{line}{end}": (short,) for line, short in _CHIEFS.items() for end in ("자", "책임자")}
)
# Those of whom news speaks as 씨, post or not.
_ARTISTS = frozenset(
    ("배우", "가수", "개그맨", "개그우먼", "코미디언", "래퍼", "모델", "성우", "탤런트", "방송인")
)
_SENIOR = "수석"
_NOT_HEARD = frozenset("전현")  # 전 회장 and 현 회장 are whoever was and is
_ACTING = ("대행", "직무대행", "권한대행", "직무대리")  # 감독대행 is called 감독
_LOOSE = ("전 ", "前 ", "후보", "직무대리", "직무대행", "권한대행")


class Reference(NamedTuple):
    """A surname and what follows it: 김 시장, 이 대표이사, 박 씨."""

    start: int
    end: int
    surname: str
    title: str
    anonymous: bool = False
    age: str | None = None
    newly: bool = False  # 김 신임 대표, called until now by another post
    former: bool = False  # 김 전 대표


@dataclass
class Person:
    """Someone named in full: every post the article gives, and how it speaks of the person."""

    name: str
    text: str
    surname: str
    roles: list[str] = field(default_factory=list)
    ages: set[str] = field(default_factory=set)
    polite: set[str] = field(default_factory=set)
    said: list[tuple[str, int]] = field(default_factory=list)  # texts, and where they name one
    heard: set[str] | None = None  # posts of which those sentences tell, once they are asked for


class People:
    """The people an article names in full, asked for in the order of reading."""

    def __init__(self, introduced: Sequence[Sequence[Introduction]], texts: Sequence[str]) -> None:
        self._people: dict[str, Person] = {}
        self._by_surname: dict[str, list[Person]] = {}
        self._same_names: dict[str, list[Person]] = {}
        self._last: dict[str, Person] = {}
        for text, field_of in zip(texts, introduced, strict=True):
            for intro in field_of:
                if is_full_name(intro.person.text):
                    self._meet(intro, text)
        for person in self.all():
            self._by_surname.setdefault(person.surname, []).append(person)
        self.surnames = frozenset(self._by_surname)

    def all(self) -> Iterator[Person]:
        """Everyone, two of one name apart."""
        for text, person in self._people.items():
            yield from self._same_names.get(text, (person,))

    def meet_anonymous(self, met: Sequence[Reference]) -> None:
        """Take in people who go by a surname alone: 김모(33) 씨."""
        anonymous = [one for one in met if one.anonymous]
        aged = {(one.surname, one.age) for one in anonymous if one.age}
        ages = Counter(surname for surname, _ in aged)
        found: dict[str, Person] = {}
        for one in anonymous:
            name = f"{one.surname}모 씨"
            if one.age and ages[one.surname] > 1:
                name += f"({one.age})"
            person = found.setdefault(name, Person(name, name, one.surname, polite={"씨"}))
            person.ages.add(one.age or "")
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

    def called(self, reference: Reference) -> str | None:
        """The one person that a reference can mean; None where none or more can."""
        alike = self._by_surname.get(reference.surname, [])
        title = reference.title
        if len(alike) > _MOST_ALIKE:
            return None
        if reference.anonymous:
            unnamed = [p for p in alike if p.text.startswith(f"{reference.surname}모 씨")]
            fitting = [p for p in unnamed if (reference.age or "") in p.ages]
        elif title == "씨":
            fitting = [p for p in alike if p.polite] or [p for p in alike if not p.roles]
            if not fitting and len(alike) == 1 and _is_polite_to(alike[0], reference.start):
                fitting = alike
        elif title in HONORIFICS:
            fitting = [p for p in alike if title in p.polite]
        else:
            fitting = [p for p in alike if any(_is_called(role, title) for role in p.roles)]
            alone = len(alike) == 1
            if not fitting and alone and (reference.newly or title in _CANDIDATES):
                fitting = [p for p in alike if p.roles]
            if not fitting and alone and _is_heard(alike[0], title):
                fitting = alike
            if reference.newly and not alone:  # the holder until now has the surname too
                fitting = []
            if len(fitting) > 1:  # of a mayor and the one before him
                fitting = [p for p in fitting if _is_former(p, title) == reference.former]
        return fitting[0].name if len(fitting) == 1 else None

    def _meet(self, intro: Introduction, passage: str) -> None:
        text = intro.person.text
        first = self._people.get(text)
        if first is None:
            first = self._people[text] = Person(text, text, surname_of(text))
        others = self._same_names.get(text, [first])
        person = self._which(others, intro)
        told = bool(intro.age or intro.roles) and len(others) < _MOST_NAMESAKES
        if person is None and told and _differs_from_all(others, intro):
            person = Person(text, text, first.surname)
            self._same_names[text] = [*others, person]
        person = person or others[-1]
        if len(person.said) < _MOST_SAID:
            person.said.append((passage, intro.person.start))
        if len(person.roles) < _MOST_ROLES:
            person.roles += [r for r in _lasting(intro) if r not in person.roles]
        if intro.age:
            person.ages.add(intro.age)
        if intro.polite:
            person.polite.add(intro.polite)
        for one in self._same_names.get(text, ()):
            one.name = _told_apart(one)

    @staticmethod
    def _which(people: Sequence[Person], intro: Introduction) -> Person | None:
        """The one of several whose age or post the mention repeats."""
        if not intro.age and not intro.roles:
            return None
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


def references(text: str, surnames: frozenset[str], mentions: Sequence[Mention]) -> list[Reference]:
    """Places where a surname stands for a person, for the given surnames and tagged ones."""
    tagged = {m.start: m for m in mentions if m.kind == "person"}
    full_ends = {m.end for m in mentions if m.kind == "person"}
    found: list[Reference] = []
    for match in _shorts(text):
        if found and match.start() < found[-1].end:
            continue
        surname, start = match["surname"], match.start()
        mention = tagged.get(start)
        anonymous = match["anon"] is not None
        if mention is None and not (match["polite"] if anonymous else surname in surnames):
            continue
        if mention is None and start - 1 in full_ends:
            continue
        if mention is not None and mention.text != surname and not _is_short(mention.text, surname):
            continue
        title = _title(match)
        if title is not None:
            end = start + len(title[0])
            newly, former = match["newly"] is not None, match["former"] is not None
            found.append(
                Reference(start, end, surname, title[1], anonymous, match["age"], newly, former)
            )
    return found


def _shorts(text: str) -> Iterator[re.Match[str]]:
    """Surnames with the word behind them, which may be a surname with its own: 앞에 선 권 의원."""
    at = 0
    while match := _SHORT.search(text, at):
        yield match
        at = match.end("surname")


@lru_cache(maxsize=1 << 14)
def is_full_name(name: str) -> bool:
    """Whether `name` names a person on its own: 이가온, 남궁솔; 이 and 김모 do not."""
    if name in DOUBLE_SURNAMES or len(name) < _FULL_LENGTHS.start:
        return False
    if name[0] in SURNAMES and name[1:] in ("모", "씨", "모씨", "모 씨", " 씨"):
        return False
    return not (name[1] == " " and name[0] in SURNAMES)


def surname_of(name: str) -> str:
    """The surname of a Korean name, the last name of one syllable of another, 란 of 엘레나 티 란;
    empty for others.
    """
    if name[-2:-1] == " ":
        return name[-1]
    if name[:2] in DOUBLE_SURNAMES and len(name) > 2:
        return name[:2]
    return name[0] if _KOREAN_NAME.fullmatch(name) else ""


def other_names(text: str, mentions: Sequence[Mention]) -> dict[str, str]:
    """Names in brackets that are the same person's by the text's own word: 본명, 필명."""
    return {
        match["other"]: mention.text
        for mention in mentions
        if mention.kind == "person" and (match := _REAL_NAME.match(text, mention.end))
    }


def _lasting(intro: Introduction) -> tuple[str, ...]:
    """The roles that someone is called by later. 전 회장 after 전도윤 became one is whoever was."""
    if intro.person.text[0] not in _NOT_HEARD:
        return intro.roles
    return tuple(role for role in intro.roles if role not in intro.given)


def second_writing(text: str, person: Mention) -> Mention | None:
    """The name in Chinese characters that a bracket adds: 한도윤(韓道允), 왕밍(王明·52)."""
    if not text.startswith("(", person.end):
        return None
    match = _HANJA.match(text, person.end + 1)
    return Mention(match.start(), match.end(), "person", match[0]) if match else None


def _is_polite_to(person: Person, at: int) -> bool:
    """Whether news speaks of one as 씨, whatever he is: an artist, or who was told with his age."""
    told = any(person.ages) and any(start < at for _, start in person.said)
    return told or all(map(_is_artist, person.roles))


def _is_artist(role: str) -> bool:
    """Whether who is so called is 씨 too: a singer, not a mayor."""
    return head_of(role) in _ARTISTS


def _is_called(role: str, title: str) -> bool:
    """Whether the holder of `role` is called `title` later: 사장 내정자 is soon 사장."""
    posts = [head_of(post) for post in role.split(" 겸 ")]
    bare = role.removesuffix(" " + head_of(role))
    if head_of(role) in AFTER_OFFICE and bare != role:
        posts += [head_of(bare), f"{head_of(bare)} {head_of(role)}"]
    posts += [post.removesuffix(acting) for post in posts for acting in _ACTING]
    posts += [other for post in posts for other in _OTHER_WORDS.get(post, ())]
    return any(may_be_called(post, head_of(title)) for post in posts)


def _is_heard(person: Person, title: str) -> bool:
    """Whether a sentence that names one tells of the post: 새 회장에 김가온 교수가."""
    if person.surname in _NOT_HEARD:
        return False
    if person.heard is None:
        person.heard = {post for text, at in person.said for post in posts_heard(text, at)}
    return any(_is_called(post, title) for post in person.heard)


def _is_former(person: Person, title: str) -> bool:
    """Whether the post that one is called by is one of before."""
    return any(role.startswith("전 ") and _is_called(role, title) for role in person.roles)


def _is_short(text: str, surname: str) -> bool:
    rest = text[len(surname) :]
    return rest.startswith((" ", "모", "씨"))


def _title(match: re.Match[str]) -> tuple[str, str] | None:
    """The text of a reference and its title."""
    text, start = match.string, match.start()
    if match["polite"]:
        return text[start : match.end("polite")], "씨"
    if match["anon"] or match["age"] or match["word"] is None:
        return None
    found = office_word(match["word"]) or _senior(match["word"])
    if found is None:
        polite = honorific(match["word"])
        if polite not in _CALLED_BY or match["surname"] in _NOT_WITH_AGE:
            return None
        return text[start : match.start("word") + len(polite)], polite
    return text[start : match.end() - len(found.josa)], found.title


def _senior(word: str) -> OfficeWord | None:
    """수석 for who is 원내수석부대표 or 정무수석; elsewhere it is whoever came first."""
    josa = word.removeprefix(_SENIOR)
    is_senior = josa != word and (not josa or is_josa(josa, _SENIOR[-1]))
    return OfficeWord(_SENIOR, josa) if is_senior else None


def _differs_from_all(people: Sequence[Person], intro: Introduction) -> bool:
    return all(_are_two(person, intro) for person in people)


def _are_two(person: Person, intro: Introduction) -> bool:
    if intro.age and person.ages:
        return intro.age not in person.ages
    if apart(person.roles, intro.roles):
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
