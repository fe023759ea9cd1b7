"""Places where a surname stands for a person, by the word behind it: 김 시장, 박 씨, 이 선생."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from archive.entities.cues.lexicon import SURNAMES, TITLES, is_josa, words
from archive.entities.cues.offices import OfficeWord, honorific, may_be_called, office_word
from archive.entities.links.surnames import FROM_CHINA, LONG_SURNAMES
from archive.entities.missed.again import words_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from archive.model import Mention

_LONG_SURNAMES = frozenset(LONG_SURNAMES)
_SURNAME = "|".join((*LONG_SURNAMES, "[가-힣]"))
_AFTER_POLITE = (
    r"(?:는|가|를|의|와|도|만|로|에게[는도서]?|에(?= 대[해한])|측|측은|네[는가만도]?"
    r"|부터|까지|보다|처럼|한테|라[고며면]|였다|다)"
)
_SHORT = re.compile(
    rf"(?<![가-힣A-Za-z0-9])(?=[가-힣]{{1,3}}[ 모씨(])(?P<surname>{_SURNAME})"
    rf"(?P<anon> ?모(?=[ 씨(]))?"
    rf"(?:\((?:[남여][.·, ] ?)?(?P<age>\d{{1,3}})(?:세)?[^()\n]{{0,8}}\))?"
    rf"(?:(?P<polite> ?씨)(?=[^가-힣]|$|{_AFTER_POLITE}(?![가-힣]))"
    rf"| (?:(?P<former>전 )|(?P<newly>신임 ))?(?P<word>[가-힣]{{1,14}}|C[A-Z]O|PD))"
)
# How people speak of anyone: the only one of the surname is meant. 한 선생 is a teacher too.
RESPECTFUL = ("선생", "선배")
_NOT_RESPECTED = frozenset("한전고그두")
# 박 할머니 is one of these; 이 할머니 and 한 할머니 are this old woman and some old woman.
_CALLED_BY = frozenset(("할머니", "할아버지", "군", "양", "옹", "여사", "어르신", *RESPECTFUL))
_NOT_WITH_AGE = frozenset("이한전고그두양")
# 처장 for who is 사무처장, 기사 for 택배기사: words of their own elsewhere.
_CUT_TITLES = (
    *("처장", "대원", "기사", "지배인", "요원", "보호사", "심판", "주임", "분석원", "조무사"),
    *("법무관", "구조사", "위생사", "책임자", "지도자", "보살", "연출", "프로"),
)
_SENIOR = "수석"
_AFTER_SURNAME = (" ", "모", "씨")
_SHORTEST_FULL = 3  # syllables; of two a surname may be one
# After a word of one syllable. Each begins with its character, to which `re` runs quickest.
_AFTER_ALONE = frozenset(" 씨(")
_AFTER_SYLLABLE = tuple(
    re.compile(rf"{re.escape(after)}(?<=[^가-힣A-Za-z0-9][가-힣].)") for after in _AFTER_ALONE
)
_MOST_SOUGHT = 8  # surnames, each looked for in all of a text
_ANONYMOUS = re.compile(r"모(?: ?씨|\(| (?=[가-힣]))")
_LONGEST_BEFORE = 3  # characters: a surname and a space, 남궁 모 씨
_NEXT_WORD = re.compile(r" ?([가-힣]{2,14})")
# 이사장 and 조교수 are no 사장 and no 교수.
_POSTS_OF_THEIR_OWN = TITLES | words("occupations") | words("office_endings")
_POSTS_OF_THEIR_OWN |= {"정교수", "한의원", "조감독", "조교사", "지사장", "국회장", "도의장"}
_MOST_JOINED = 20  # in one text; each is looked for in all of it
_SHORT_HEADS = ("회장", "위원장", "조합장", "시장", "군수", "면장", "읍장", "동장", "원장", "이장")
_JOINED_POSTS = frozenset(
    (
        *_SHORT_HEADS,
        "의원",
        "의장",
        "교장",
        "교수",
        "국장",
        "과장",
        "대표",
        "총장",
        "센터장",
        "후보",
    )
)
# None of these begins a word that ends so, but for 전 and 현 before a post.
_USUAL = frozenset("김이박최정강조윤장임한오서신권황안송류홍유문양손배백허심노곽성차")
_RANKS = "전현부"  # 전회장, 현회장, 부회장


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


def references(text: str, surnames: frozenset[str], people: Sequence[Mention]) -> list[Reference]:
    """Places where a surname stands for a person, for the given surnames and those of `people`, who
    are tagged.
    """
    places = _places(text, surnames, people)
    joined = _joined(text, people)
    if not places and not joined:
        return []
    tagged = {m.start: m for m in people}
    full_ends = {m.end for m in people}
    found: list[Reference] = []
    for start in places:
        match = _SHORT.match(text, start)
        if match is None or (found and start < found[-1].end):
            continue
        surname, mention = match["surname"], tagged.get(start)
        anonymous = match["anon"] is not None
        if mention is None and not (match["polite"] if anonymous else surname in surnames):
            continue
        if surname in FROM_CHINA and surname not in surnames:
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
    return sorted([*found, *joined]) if joined else sorted(found)


def _joined(text: str, people: Sequence[Mention]) -> list[Reference]:
    """김조합장 of 김가온 조합장, or of 김가온조합장, and of 김가온 누리조합장; 이사장 is a post of
    its own.
    """
    called = dict.fromkeys(
        [
            (m.text[0], title)
            for m in people
            if len(m.text) == _SHORTEST_FULL and (word := _NEXT_WORD.match(text, m.end))
            for title in _said_shortly(word[1])
        ]
    )
    return [
        Reference(at, at + len(said), surname, title)
        for surname, title in islice(called, _MOST_JOINED)
        if (said := surname + title) not in _POSTS_OF_THEIR_OWN and surname not in _RANKS
        for at in words_of(text, said)
    ]


@lru_cache(maxsize=1 << 12)
def _said_shortly(word: str) -> Sequence[str]:
    """A post as it is said behind a surname: 동문회장 and 회장; none for another word."""
    post = office_word(word)
    if post is None:
        return ()
    heads = [head for head in _SHORT_HEADS if head != post.title]
    return [post.title, *[head for head in heads if may_be_called(post.title, head)]]


def surname_and_post(word: str) -> str | None:
    """김 조합장 of 김조합장, as local papers write it; 조교수 is a post of its own."""
    surname, title = word[:1], word[1:]
    known = title in _JOINED_POSTS and surname in _USUAL and word not in _POSTS_OF_THEIR_OWN
    return f"{surname} {title}" if known else None


def surnames_alone(text: str) -> frozenset[str]:
    """Surnames of those who go by nothing else: 김 of 김모 씨, 김모 교수."""
    found = (
        text[max(0, match.start() - 2) : match.start()].strip()[-1:]
        for match in _ANONYMOUS.finditer(text)
    )
    return SURNAMES.intersection(found)


def _places(text: str, surnames: frozenset[str], people: Sequence[Mention]) -> list[int]:
    """Where one of the surnames may stand alone, a tagged one, or any of 김모 씨; in order."""
    places = {m.start for m in people if _may_be_short(m.text)}
    if surnames:
        places.update(_alone(text, surnames))
        for surname in surnames & _LONG_SURNAMES:
            places.update(match.start() for match in re.finditer(surname, text))
    for match in _ANONYMOUS.finditer(text):
        places.update(range(max(0, match.start() - _LONGEST_BEFORE), match.start()))
    return sorted(places)


def _alone(text: str, surnames: frozenset[str]) -> list[int]:
    """Where one of the surnames of one syllable stands before a space, 씨 or a bracket."""
    if len(surnames) > _MOST_SOUGHT:
        after = [m.start() for after in _AFTER_SYLLABLE for m in after.finditer(f" {text}")]
        return [at - 2 for at in after if text[at - 2] in surnames]
    found = []
    for surname in surnames:
        at = text.find(surname) if len(surname) == 1 else -1
        while at >= 0:
            is_inside = at > 0 and "가" <= text[at - 1] <= "힣"  # of a word
            if text[at + 1 : at + 2] in _AFTER_ALONE and not is_inside:
                found.append(at)
            at = text.find(surname, at + 1)
    return found


def _may_be_short(name: str) -> bool:
    return len(name) < _SHORTEST_FULL or name[1] in _AFTER_SURNAME or name[2] in _AFTER_SURNAME


def _is_short(text: str, surname: str) -> bool:
    rest = text[len(surname) :]
    return rest.startswith(_AFTER_SURNAME)


def _title(match: re.Match[str]) -> tuple[str, str] | None:
    """The text of a reference and its title."""
    text, start = match.string, match.start()
    if match["polite"]:
        return text[start : match.end("polite")], "씨"
    anonymous = match["anon"] is not None
    if match["word"] is None or (match["surname"] not in SURNAMES if anonymous else match["age"]):
        return None
    found = office_word(match["word"])
    if found is None and not anonymous:
        found = _senior(match["word"])
        if found is None and match["surname"] not in _NOT_WITH_AGE:
            found = _cut_title(match["word"])
    if found is None:
        polite = _respectful(match["word"]) or honorific(match["word"])
        not_said = _NOT_RESPECTED if polite in RESPECTFUL else _NOT_WITH_AGE
        if polite is None or polite not in _CALLED_BY or match["surname"] in not_said:
            return None
        return text[start : match.start("word") + len(polite)], polite
    return text[start : match.end() - len(found.josa)], found.title


def _cut_title(word: str) -> OfficeWord | None:
    """처장 for who is 사무처장, 기사 for 택배기사: titles that are words of their own elsewhere."""
    for title in _CUT_TITLES:
        josa = word.removeprefix(title)
        if josa != word and (not josa or is_josa(josa, title[-1])):
            return OfficeWord(title, josa)
    return None


def _respectful(word: str) -> str | None:
    """선생 of 선생님은, 선배 of 선배가."""
    for called in RESPECTFUL:
        josa = word.removeprefix(called)
        if josa != word and (not josa or is_josa(josa, called[-1])):
            return called
    return None


def _senior(word: str) -> OfficeWord | None:
    """수석 for who is 원내수석부대표 or 정무수석; elsewhere it is whoever came first."""
    josa = word.removeprefix(_SENIOR)
    is_senior = josa != word and (not josa or is_josa(josa, _SENIOR[-1]))
    return OfficeWord(_SENIOR, josa) if is_senior else None
