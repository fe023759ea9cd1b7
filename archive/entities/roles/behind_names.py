"""What stands behind a name: 씨, a post, a house and its post, `김가온 누리상회 대표는`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from archive.entities.cues.houses import WORD, is_district, tidy
from archive.entities.cues.initials import is_drawn_from
from archive.entities.cues.lexicon import TITLES, is_josa
from archive.entities.cues.offices import (
    AFTER_OFFICE,
    AIDES,
    AND,
    BEFORE_OFFICE,
    DROPPED_BEFORE_OFFICE,
    HONORIFICS,
    OfficeWord,
    honorific,
    office_word,
    stand_together,
)
from archive.entities.cues.owners import BREAKS, NO_HOUSE
from archive.entities.cues.shapes import FULL_NAME, is_name
from archive.entities.cues.terms import is_term
from archive.entities.roles.rows import DOTS

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from collections.abc import Set as AbstractSet

    from archive.model import Mention

_DOT = "·"
_WITH_AGE = re.compile(r"[가-힣]+(?=·\d)")  # 누리회 회장·84세
_WITH_MAKER = re.compile(r"기자(?=·(?:사진|글|영상|그래픽|정리)$)")  # 글 김가온 기자·사진
_NEXT_WORD = re.compile(rf" (前|現|{WORD})")
_POLITE_FIRST = frozenset(polite[0] for polite in HONORIFICS)
# 한도서관장 may be a house's head too.
_ENDS_OF_HEADS = ("관장", "원장")
_ABBREVIATION = re.compile(r"\((?P<short>[A-Za-z0-9·&-]{2,12}|[가-힣]{2,6})\)(?= )")
_ONE_WORD_WITH_ANY = ("스님", "PD", "CP")
_REST_OF_WORD = re.compile(r"(?:[가-힣]{2,8}|[PC][DP][가-힣]{0,3})(?![가-힣])")
_POLITE = re.compile(r" ?([가-힣]{1,6})")
_LEAD_OF_CHIEF = " 최고 "
_CHIEF = re.compile(r" (최고 [가-힣]{2,6} 책임자[가-힣]{0,2})(?![가-힣])")
_MOST_WORDS = 7
_BEFORE_SHORT_NAMES = ("월간 ", "계간 ", "극단 ", "카페 ", "책방 ")  # 월간 뜰 발행인
_AMBASSADOR_TO = "주한"
# 가람을, the second district of the town
_SECOND = "을"
# No 측근을 후보로.
_OF_DISTRICTS = re.compile(r" (?:당협위원장|지역위원장|국회의원|(?:예비)?후보)(?!로|에)")
_CLINIC = "의원"
_LIKE_POSTS = ("시장", _CLINIC)
_OF_CLINICS = ("원장", "대표원장", "의사", "전문의", "부원장")
# Josa that no post follows after a bare name; 회의, 협의 and 상의 are nouns.
_CLOSED = (
    *("은", "는", "을", "를", "의", "에", "와", "한", "된", "할", "며", "에서", "으로", "까지"),
    *("부터", "했다", "면서", "하고", "등과", "등이", "등도"),
)
_NOT_CLOSED = ("회의", "협의", "상의")
_JOSA_OF_ITS_HOLDER = ("이", "가", "은", "는", "과", "와")


class BehindNames:
    """Reads what stands behind the names of a text, of which `people` begin where they do."""

    def __init__(self, text: str, ends: Mapping[int, Mention], people: AbstractSet[int]) -> None:
        self._text = text
        self._ends = ends
        self._people = people
        self._houses_of_words: Mapping[int, Mention] = {
            m.start: m for m in ends.values() if m.kind == "organisation" and " " in m.text
        }

    def _glued(self, person: Mention) -> tuple[str, int, str] | None:
        """`김가온시장은`, `새벽스님은`: the post that a name is written in one word with."""
        word = _REST_OF_WORD.match(self._text, person.end)
        post = office_word(word.group()) if word else None
        if word is None or post is None or not _may_be_one_word(person.text, post.title):
            return None
        return post.title, word.end() - len(post.josa), post.josa

    def _behind_bracket(self, at: int) -> tuple[str, int, str] | None:
        """`김가온(57)회장은`: the post that a bracket is written in one word with."""
        word = _REST_OF_WORD.match(self._text, at)
        post = office_word(word.group()) if word else None
        return (post.title, at + len(post.title), post.josa) if post else None

    def polite(self, at: int) -> tuple[str, int, str]:
        """The polite word after a name or nothing, where it ends, its josa."""
        if self._text.startswith(" ", at):
            is_none = self._text[at + 1 : at + 2] not in _POLITE_FIRST
        else:
            is_none = not self._text[at : at + 1].isalpha()
        match = None if is_none else _POLITE.match(self._text, at)
        if match is None:
            return "", at, ""
        start, word = match.start(1), match[1]
        if polite := honorific(word):
            return polite, start + len(polite), word[len(polite) :]
        return "", at, word if start == at and is_josa(word, self._text[at - 1]) else ""

    def after(
        self,
        person: Mention,
        at: int,
        has_post: bool,  # noqa: FBT001 - says which
    ) -> tuple[str, int, str] | None:
        """`이름 직함`, `이름 기관 직함`: the role, where it ends, its josa. What belongs to the
        name itself ends at `at`; one that has a post does not hold one before the next name.
        """
        if self._text[person.end : person.end + 1].isalpha():
            return self._glued(person)
        if not self._text.startswith(" ", at):
            return self._behind_bracket(at) if self._text.startswith(")", at - 1) else None
        said: list[str] = []
        best: tuple[str, int, str] | None = None
        joined = True
        for _ in range(_MOST_WORDS):
            step = self._step(at, said, joined=joined)
            if step is None:
                break
            word, at, josa = step
            said.append(word)
            joined = josa is None
            if josa is not None:
                best = (_role(said), at - len(josa), josa)
                if josa:
                    break
                if self._is_market_or_clinic(word, at):
                    best, joined = None, True
        if best and has_post and self._next_is_person(best[1]):
            return None
        return best

    def _step(
        self, at: int, said: Sequence[str], *, joined: bool
    ) -> tuple[str, int, str | None] | None:
        """The next word of a post and its house: as it is said, where it ends, its josa if it is a
        post. `joined` when the words so far wait for a post.
        """
        if house := self._house_of_words(at + 1):
            return (
                (house.text, self._behind_abbreviation(house.end, house.text), None)
                if joined
                else None
            )
        next_word = self._next_word(at)
        if next_word is None:
            return None
        word, end = next_word
        if word == AND and said:
            return word, end, None
        found = office_word(word)
        if found is None:
            goes_on = joined and self._goes_on(word, end)
            return (word, self._behind_abbreviation(end, word), None) if goes_on else None
        if joined or (
            stand_together(said[-1], found.title) and not self._is_aide_named_next(found, end)
        ):
            return found.title, end, found.josa
        return None

    def _is_aide_named_next(self, post: OfficeWord, end: int) -> bool:
        """`대통령 대변인 이여울`, `당선인 비서실장에 이여울`, but not `비서실장과 이여울`."""
        goes_on = post.josa not in _JOSA_OF_ITS_HOLDER
        return post.title in AIDES and goes_on and self._next_is_person(end)

    def _house_of_words(self, start: int) -> Mention | None:
        """An organisation of several words that stands there whole: 벌린 국무부."""
        house = self._houses_of_words.get(start)
        end = self._behind_abbreviation(house.end, house.text) if house else 0
        return house if house and self._text[end : end + 1] == " " else None

    def _behind_abbreviation(self, at: int, house: str) -> int:
        """Where a house ends with its short name: 한국누리협회(KNA) 회장, 누리협회(누협) 회장."""
        if not self._text.startswith("(", at):
            return at
        short = _ABBREVIATION.match(self._text, at)
        is_one = short and (short["short"][0].isascii() or is_drawn_from(short["short"], house))
        return short.end() if short and is_one else at

    def _next_word(self, at: int) -> tuple[str, int] | None:
        """The word behind `at` and where it ends: of 회장·김가온 the post, none where a name
        begins; 최고 재무 책임자 is one.
        """
        chief = self._text.startswith(_LEAD_OF_CHIEF, at) and _CHIEF.match(self._text, at)
        match = chief or _NEXT_WORD.match(self._text, at)
        if match is None:
            return None
        start, end = match.span(1)
        if not self._people.isdisjoint(range(start, end)):
            end = next(place for place in range(start, end) if place in self._people) - 1
            named = end > start and self._text[end] in DOTS
            return (self._text[start:end], end) if named else None
        word = self._text[start:end]
        if _DOT in word and (post := _WITH_AGE.match(word) or _WITH_MAKER.match(word)):
            return post.group(), start + post.end()
        return word, end

    def _next_is_person(self, at: int) -> bool:
        return at + 1 in self._people and self._text[at : at + 1] == " "

    def _goes_on(self, word: str, end: int) -> bool:
        """Whether a post can still follow this word: a noun without josa does not close."""
        if is_term(word) or is_district(word):
            return True
        mention = self._ends.get(end)
        if mention is not None:
            return mention.kind in ("organisation", "place")
        if word in BREAKS or word in NO_HOUSE or honorific(word):
            return False
        of_post = word in BEFORE_OFFICE or word in DROPPED_BEFORE_OFFICE or word == _AMBASSADOR_TO
        if of_post or (word[-1] == _SECOND and _OF_DISTRICTS.match(self._text, end)):
            return True
        if word.endswith("과") and end - 1 in self._ends:
            return False
        is_named = len(word) > 1 or self._text.endswith(_BEFORE_SHORT_NAMES, 0, end - 1)
        return is_named and (not word.endswith(_CLOSED) or word.endswith(_NOT_CLOSED))

    def _is_market_or_clinic(self, title: str, at: int) -> bool:
        """김가온 한들시장 상인회장: an office follows, so what ends in 시장 is a market, and in
        의원 a clinic, which has a 원장.
        """
        next_word = self._next_word(at) if title.endswith(_LIKE_POSTS) else None
        following = office_word(next_word[0]) if next_word else None
        if following is None or following.title in AFTER_OFFICE:
            return False
        return not title.endswith(_CLINIC) or following.title in _OF_CLINICS


def _may_be_one_word(name: str, title: str) -> bool:
    if title in _ONE_WORD_WITH_ANY:
        return True
    if title not in TITLES or title in _ENDS_OF_HEADS:
        return False
    named = FULL_NAME.fullmatch(name) is not None and is_name(name)  # 서낙쾌교수
    return named and not _is_longer_post(name, title)


def _is_longer_post(name: str, title: str) -> bool:
    """Whether what may be a name and a post ends in a longer post: 조직위원장 is no 원장."""
    return any(name[cut:] + title in TITLES for cut in (1, 2))


def _role(said: Sequence[str]) -> str:
    kept = (w for w in said if w not in DROPPED_BEFORE_OFFICE and not is_term(w))
    return tidy(" ".join(kept))
