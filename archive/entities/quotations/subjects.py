"""Who is named as one who may speak in a stretch of a text, and who has spoken so far."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from archive.entities.cues.lexicon import is_right_josa
from archive.entities.cues.offices import office_word
from archive.entities.cues.shapes import is_given_name
from archive.entities.cues.speaking import SIDE, is_body, is_inflected, is_person, is_speaking
from archive.entities.quotations.askers import asker_before, asks
from archive.entities.quotations.speech_nouns import NOUNS
from archive.entities.quotations.stretches import Phrase, last_word
from archive.entities.quotations.unseen import (
    MARKS,
    group,
    one_of_some,
    unseen,
    withheld,
    withheld_in_marks,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from archive.entities.quotations.known import Known
    from archive.entities.quotations.phrases import Phrases

_TOPIC = ("은", "는", "께서는", "측은", "측에서는", "에서는", "에서도", "도", " 역시", " 또한")
_SUBJECT = re.compile(
    r"(?P<head>[가-힣A-Za-z0-9&·㈜)\]’'》〉]+?)"
    r"(?P<josa>께서는|께서|에서[는도]?|에 따르면|에 의하면| 역시| 또한|은|는|이|가|도|만)"
    r"(?=[\s,]|$)"
)
_SEVERAL = ("그들", "이들", "양측", "양쪽")
_PRONOUNS = frozenset(("그", "그녀", "이", "본인", "자신", *_SEVERAL))
_SET_ASIDE = re.compile(r"[‘'][^‘’'\n]{1,40}[’']|\([^()“”\n]{1,120}\)")
_PLACING = ("에서는", "에서도", "에서")
_ALSO_PLACES = ("에서", "에서도")  # 시장은 회의에서도: a place only, behind a topic
_OPENING = ("“", '"')
_PLACED_NEAR = 40  # characters between a body and its words
NOBODY = ""
"""Who speaks where some do that are not named: 일각에서는."""
_SOME = ("일각", "일부", "사이", "한편", "한쪽", "곳곳")
_TITLE_MARKS = "》〉"
_BARE, _ONLY = ("이", "가"), "만"
_NEAR = 60  # characters within which a sentence with 그는 began
_SENTENCE_START = re.compile(r".*(?:[.!?]\s|\n)", re.DOTALL)
_BRACKET = re.compile(r"\s?\([^()\n]{1,60}\)$")
_OTHER_WRITING = re.compile(r"\s?\([一-龥豈-鶴A-Za-z .·’'-]{2,40}\) $")
_BRACKET_END, _WRITING_REACH = ") ", 46  # characters
_TELLING_NOUN = re.compile(rf"의? (?:{NOUNS}|보도|발표|브리핑)$")
_SAYS = re.compile(r" (?:이렇게 |이같이 |웃으며 )?(?:말했|말한|밝혔|전했|덧붙|강조|설명|답했)")
_BECOMES = re.compile(r" (?:되|된|될|됐|돼|아니|아닌|아님)")  # 시장이 된, 시장이 아니라
_WAS = re.compile(r"(?:이었|였|이|입니)?다\.\s+$")
_WAS_REACH = 8  # characters
_BESIDE = 2  # characters between a subject and its quotation
REACH = 400
"""Characters before a quotation in which its subject is looked for."""


class Subject(NamedTuple):
    """A speaker as named, where the phrase ends, and whether it is the topic (은/는)."""

    name: str
    end: int
    topic: bool


class Subjects:
    """Finds who may speak in the stretches of a passage; told who has spoken, it knows whom 그 and
    a sentence without a subject mean.
    """

    def __init__(self, text: str, known: Known, phrases: Phrases) -> None:
        self._text = text
        self._known = known
        self._phrases = phrases
        self._sets_aside = any(mark in text for mark in "‘'(")
        self.last: str | None = None
        self.last_end = 0
        """The last speaker, and where his words ended, or the sentence that told them."""
        self._last_one: str | None = None  # the last who is no house or group
        self._since: list[str] = []  # those who have spoken since that was asked for
        # Who may speak in a stretch, by where it stands and who had spoken: two rules ask for one.
        self._found: dict[tuple[int, int, int, str | None], Sequence[Subject]] = {}
        # Whom 그 means, by where it stands and who had spoken: each 그는 asks for those before it.
        self._meant: dict[tuple[int, bool, int, str | None], str | None] = {}

    def spoke(self, speaker: str) -> None:
        """That somebody has spoken: what follows goes on from him."""
        self.last = speaker
        self._since.append(speaker)

    def between(self, start: int, stop: int) -> Sequence[Subject]:
        """Who may speak in the text from `start` to `stop`, in order."""
        asked = (start, stop, self.last_end, self.last)
        if asked not in self._found:
            self._found[asked] = self._between(start, stop)
        return self._found[asked]

    def _between(self, start: int, stop: int) -> Sequence[Subject]:
        found: list[Subject] = []
        placed: list[Subject] = []
        begin = max(start, stop - REACH)
        aside = self._set_aside(begin, stop) if self._sets_aside else ()
        for match in _SUBJECT.finditer(self._text, begin, stop):
            at, josa = match.end("head"), match["josa"]
            if aside and any(first < at < last for first, last in aside):
                continue
            if josa in _BARE and (
                asks(self._text, match.end(), stop) or _BECOMES.match(self._text, match.end())
            ):
                continue
            if josa in _ALSO_PLACES and any(subject.topic for subject in found):
                continue
            name, at = self._speaking(match, stop)
            if name is not None and is_right_josa(josa, self._text[at - 1]):
                is_topic = josa in _TOPIC or josa.endswith("면")
                person = josa in _BARE and (name in self._known.people or is_person(name))
                if (is_topic or person) and placed:  # 누리구에서 사는 한도윤 씨는
                    found = [subject for subject in found if subject not in placed]
                found.append(Subject(name, match.end(), is_topic))
                placed += found[-1:] if josa == "에서" else []
        return found

    def _speaking(self, match: re.Match[str], stop: int) -> tuple[str | None, int]:
        """Who is named before a josa, and where his phrase ends."""
        start, at, josa = match.start(), match.end("head"), match["josa"]
        if josa in _PLACING:
            return self._known.at(at) or self._placed(match, stop), at
        if josa == _ONLY:  # 시장은 한도윤만 남기고
            return self._known.person_at(at) if stop - match.end() <= _BESIDE else None, at
        at = _end_of_teller(self._text, at) if josa.endswith("면") else at
        name = self.named(at, start)
        if name is not None:
            return name, at
        beside = stop - match.end() <= _BESIDE
        told = beside or _SAYS.match(self._text, match.end())
        if josa in _TOPIC:
            name = self._known.called_by(start, match["head"], alone=beside)
        if name is None and beside and josa in _TOPIC:
            name = one_of_some(self._text, start, match["head"], self.last)
        if name is None and (told or josa in _TOPIC):
            name = unseen(self._text, start, match["head"], alone=bool(told))
        return name, at

    def _placed(self, match: re.Match[str], stop: int) -> str | None:
        """A body that speaks as a place, 노조에서는 “…”, or some without a name, 일각에서는."""
        quoted = self._text.startswith(_OPENING, stop) and stop - match.end() <= _PLACED_NEAR
        if not quoted or match["josa"] == "에서":
            return None
        head, end = match["head"], match.end("head")
        if head in _SOME:
            return NOBODY
        body = is_body(head) or head == SIDE
        return self._phrases.of(end, self.last) if body else self._in_title_marks(end)

    def _in_title_marks(self, end: int) -> str | None:
        """A paper in the marks of titles: 《누리일보》는."""
        return self._known.house_at(end - 1) if self._text[end - 1] in _TITLE_MARKS else None

    def _set_aside(self, start: int, stop: int) -> Sequence[tuple[int, int]]:
        """Where words are emphasised, or in brackets, whose subjects are none of the sentence."""
        return [match.span() for match in _SET_ASIDE.finditer(self._text, start, stop)]

    def named(self, end: int, start: int) -> str | None:
        """The speaker whose phrase ends at `end`: a known one, or people of a kind."""
        known = withheld(self._text, end) or self._known.at(end) or self._in_title_marks(end)
        if known:
            return known
        closed = self._text.rfind(")", start, end) + 1
        if closed:
            bracket = _BRACKET.search(self._text, max(0, closed - 64), closed)
            before = self._known.at(bracket.start()) if bracket else None
            if before in self._known.people:  # 한도윤(39)학부모회장
                return before
            if bracket and closed == end:
                letter = withheld(self._text, bracket.start())  # ㄴ씨(43)
                return before or letter or self._phrases.of(bracket.start(), self.last)
        if (pronoun := self._text[start:end]) in _PRONOUNS:
            if pronoun in _SEVERAL:
                return self._previous(start, several=True)
            asking = asker_before(self._text, start)
            at = start if asking is None else asking
            one = self._previous(at, several=False) or self._last_alone()
            one = one or (self.last if self.last in self._known.people else None)
            return one or self._known.person_before(at) or self.last or self._equated(at)
        if self._text[end - 1] in MARKS:
            quoted = withheld_in_marks(self._text, end) or group(self._text, end)
        else:
            quoted = None
        quoted = quoted or self._behind_other_writing(end, start)
        return quoted or self._phrases.of(end, self.last)

    def _equated(self, start: int) -> str | None:
        """Who it was, if the sentence before tells that: 처음 본 사람은 집배원이었다. 그는"""
        was = _WAS.search(self._text, max(0, start - _WAS_REACH), start)
        one = self._phrases.of(was.start(), None) if was else None
        return one if one and is_person(one) else None

    def _last_alone(self) -> str | None:
        """The last speaker who is no house and not several."""
        while self._since:
            speaker = self._since.pop()
            if self.is_one(speaker):
                self._last_one = speaker
                self._since.clear()
        return self._last_one

    def _behind_other_writing(self, end: int, start: int) -> str | None:
        """Whose post ends there behind another writing of his name: 노을 켄타(盧乙健太) 문부상."""
        if not self._text.endswith(_BRACKET_END, 0, start):
            return None
        bracket = _OTHER_WRITING.search(self._text, max(0, start - _WRITING_REACH), start)
        head = self._text[start:end]
        if bracket is None or not head or is_inflected(head):
            return None
        another = is_speaking(head) and office_word(head) is None  # 변호인
        return None if another else self._known.person_at(bracket.start())

    def of(self, phrase: Phrase | None) -> str | None:
        """Who is named by the last word of a phrase."""
        if phrase is None:
            return None
        start = last_word(self._text, phrase)
        word = self._text[start : phrase.end]
        return self.named(phrase.end, start) or (word if is_given_name(word) else None)

    def _previous(self, before: int, *, several: bool) -> str | None:
        """Whom 그 means, or who they are that 그들 means if that is told."""
        asked = (before, several, self.last_end, self.last)
        if asked not in self._meant:
            self._meant[asked] = self._last_subject(before, several=several)
        return self._meant[asked]

    def _last_subject(self, before: int, *, several: bool) -> str | None:
        """The last such subject since anybody spoke."""
        begin = max(self.last_end, before - REACH)
        match = _SENTENCE_START.search(self._text, max(begin, before - _NEAR), before)
        here = match.end() if match else before
        subjects = self.between(begin, here)
        them = [s for s in subjects if several and s.topic and not self.is_one(s.name)]
        people = them or [s for s in subjects if s.name in self._known.people]
        topics = [s for s in people if s.topic] or people
        if topics:
            return topics[-1].name
        return self._known.owner_of_topic(begin, here)

    def is_one(self, speaker: str) -> bool:
        """Whether a speaker may be 그 in what follows: no house, and not several."""
        return speaker not in self._known.houses and not speaker.endswith("들")


def _end_of_teller(text: str, at: int) -> int:
    """Where the phrase of the teller ends, 주민의 말 before 에 따르면; `at`, if he stands alone."""
    match = _TELLING_NOUN.search(text, max(0, at - 12), at)
    return match.start() if match else at
