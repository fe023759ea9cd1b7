"""Who is named as one who may speak in a stretch of a text, and who has spoken so far."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from archive.entities.cues.lexicon import is_right_josa
from archive.entities.cues.shapes import is_given_name
from archive.entities.quotations import attribution
from archive.entities.quotations.unseen import group, unseen, withheld, withheld_in_marks

if TYPE_CHECKING:
    from collections.abc import Sequence

    from archive.entities.quotations.known import Known
    from archive.entities.quotations.phrases import Phrases

_TOPIC = ("은", "는", "께서는", "측은", "측에서는", "에서는", "도", " 역시", " 또한")
_SUBJECT = re.compile(
    r"(?P<head>[가-힣A-Za-z0-9&·㈜)\]’']+?)"
    r"(?P<josa>께서는|께서|에서는|에서|에 따르면|에 의하면| 역시| 또한|은|는|이|가|도)(?=[\s,]|$)"
)
_SEVERAL = ("그들", "이들", "양측", "양쪽")
_PRONOUNS = frozenset(("그", "그녀", "이", "본인", "자신", *_SEVERAL))
_EMPHASISED = re.compile(r"[‘'][^‘’'\n]{1,40}[’']")
_PLACING = ("에서는", "에서")
_BARE = ("이", "가")
_NEAR = 60  # characters within which a sentence with 그는 began
_SENTENCE_START = re.compile(r".*(?:[.!?]\s|\n)", re.DOTALL)
_BRACKET = re.compile(r"\s?\([^()\n]{1,60}\)$")
_SAYS = re.compile(r" (?:이렇게 |이같이 |웃으며 )?(?:말했|말한|밝혔|전했|덧붙|강조|설명|답했)")
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
        self._emphasises = "‘" in text or "'" in text
        self.last: str | None = None
        self.last_end = 0
        """The last speaker, and where his words ended, or the sentence that told them."""
        self._last_one: str | None = None  # the last who is no house or group

    def spoke(self, speaker: str) -> None:
        """That somebody has spoken: what follows goes on from him."""
        self.last = speaker
        self._last_one = speaker if self._is_one(speaker) else self._last_one

    def between(self, start: int, stop: int) -> list[Subject]:
        """Who may speak in the text from `start` to `stop`, in order."""
        found: list[Subject] = []
        placed: list[Subject] = []
        begin = max(start, stop - REACH)
        emphasised = self._emphasised(begin, stop) if self._emphasises else ()
        for match in _SUBJECT.finditer(self._text, begin, stop):
            at, josa = match.end("head"), match["josa"]
            if emphasised and any(first < at < last for first, last in emphasised):
                continue
            if josa in _BARE and attribution.asks(self._text, match.end(), stop):
                continue
            at = attribution.teller(self._text, at) if josa.endswith("면") else at
            name = self.named(at, match.start()) if josa not in _PLACING else self._known.at(at)
            beside = stop - match.end() <= _BESIDE
            told = beside or _SAYS.match(self._text, match.end())
            if name is None and beside and josa in _TOPIC:
                name = self._known.called_by(match.start(), match["head"])
            if name is None and josa not in _PLACING and (told or josa in _TOPIC):
                name = unseen(self._text, match.start(), match["head"], alone=bool(told))
            if josa == "에서" and any(subject.topic for subject in found):
                continue
            if name is not None and is_right_josa(josa, self._text[at - 1]):
                is_topic = josa in _TOPIC or josa.endswith("면")
                person = josa in _BARE and name in self._known.people
                if (is_topic or person) and placed:  # 누리구에서 사는 한도윤 씨는
                    found = [subject for subject in found if subject not in placed]
                found.append(Subject(name, match.end(), is_topic))
                placed += found[-1:] if josa == "에서" else []
        return found

    def _emphasised(self, start: int, stop: int) -> Sequence[tuple[int, int]]:
        return [match.span() for match in _EMPHASISED.finditer(self._text, start, stop)]

    def named(self, end: int, start: int) -> str | None:
        """The speaker whose phrase ends at `end`: a known one, or people of a kind."""
        known = withheld(self._text, end) or self._known.at(end)
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
                return self._previous(start, several=True) or self.last
            asking = attribution.asker_before(self._text, start)
            at = start if asking is None else asking
            return self._previous(at, several=False) or self._last_one or self.last
        quoted = withheld_in_marks(self._text, end) or group(self._text, end)
        return quoted or self._phrases.of(end, self.last)

    def of(self, phrase: attribution.Phrase | None) -> str | None:
        """Who is named by the last word of a phrase."""
        if phrase is None:
            return None
        start = max(phrase.start, self._text.rfind(" ", phrase.start, phrase.end) + 1)
        word = self._text[start : phrase.end]
        return self.named(phrase.end, start) or (word if is_given_name(word) else None)

    def _previous(self, before: int, *, several: bool) -> str | None:
        """Whom 그 means, or who they are that 그들 means if that is told: the last such subject
        since anybody spoke.
        """
        begin = max(self.last_end, before - REACH)
        match = _SENTENCE_START.search(self._text, max(begin, before - _NEAR), before)
        here = match.end() if match else before
        subjects = self.between(begin, here)
        them = [s for s in subjects if several and s.topic and not self._is_one(s.name)]
        people = them or [s for s in subjects if s.name in self._known.people]
        topics = [s for s in people if s.topic] or people
        if topics:
            return topics[-1].name
        return self._known.owner_of_topic(begin, here)

    def _is_one(self, speaker: str) -> bool:
        """Whether a speaker may be 그 in what follows: no house, and not several."""
        return speaker not in self._known.houses and not speaker.endswith("들")
