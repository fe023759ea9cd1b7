"""Who speaks: the subject of the sentence that a quotation stands in, or of the one before."""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from archive.entities.cues.shapes import is_given_name
from archive.entities.quotations import attribution, subordinate
from archive.entities.quotations.known import Known
from archive.entities.quotations.labels import bracketed, interviewed, labelled
from archive.entities.quotations.phrases import Phrases
from archive.entities.quotations.quotation_marks import row_ends
from archive.entities.quotations.subjects import NOBODY, REACH, Subjects
from archive.entities.quotations.topics import topic
from archive.entities.quotations.unseen import withheld

if TYPE_CHECKING:
    from collections.abc import Sequence

    from archive.entities.links.linking import Linked
    from archive.entities.quotations.quotation_marks import Span
    from archive.entities.quotations.subjects import Subject

_OWNER = re.compile(
    rf"(?P<head>[가-힣A-Za-z0-9&·㈜)]+?)의 (?:[가-힣]+한 )?(?:{subordinate.SPEECH})"
)
_NOT_OWNED = re.compile(r"(?:에|에게|을|를|로|에서|다|고|며|면서|자|듯|만큼|등)(?=[\s,]|$)|[.!?]\s")
_OWNER_REACH = 40  # characters
_BESIDE = 2  # characters more than a name, its josa and a blank
_MARKS_END = 2  # characters after a quotation that are no words
_NEXT_TO_SPEAK = re.compile(r"\n\s*[^“”\"\n.!?]{2,80}(?<=[은는]) ?[“\"]")
_ACTING = re.compile(r"\s*[^“”\"\n.!?]{2,80}(?=[.!?])")
_COLON = re.compile(r"(?P<head>[가-힣A-Za-z0-9·)]++)(?!(?<=기자) ?=)(?:\s?[:：=]| [-–—])\s*$")
_LEADING = (":", "：", "=", ": ", "： ", "= ", " - ", " – ", " — ")
_MET = "에서 만난 "
_WHERE = "에서"
_HE = re.compile(r"(?<![가-힣A-Za-z0-9])그녀?[는가도] ")
_ASKING = ("기자", "기자들", "취재진")  # who speaks next answers them
_NEXT = 14  # characters after a quotation in which another may be named as its speaker
_ADJACENT = 18  # characters between a subject in 이/가 and its quotation


class Told(NamedTuple):
    """Whose words a quotation holds by what stands around it; nobody's where it is None."""

    speaker: str | None
    goes_on: bool = False  # in the sentence


SOME_SAY = Told(None, goes_on=True)  # 일각에서는 “…”며 “…”고 했다


class Sentence(NamedTuple):
    """A sentence from `start` to `end`, the quotations inside, and where the row of each ends."""

    inside: Sequence[Span]
    start: int
    end: int
    rows: Sequence[int]

    def gap(self, number: int) -> int:
        """Where what stands before a quotation begins."""
        return self.inside[number - 1].closed if number else self.start

    def is_in_a_row(self, number: int) -> bool:
        """Whether a quotation goes on the row of the one before: “비가 오나”, “춥나”라는 질문을."""
        return number > 0 and self.rows[number] == self.rows[number - 1]


class Speakers:
    """Finds the speaker of each quotation of a passage, asked sentence by sentence."""

    def __init__(self, linked: Linked) -> None:
        self._text = linked.passage.text
        mentions = linked.passage.mentions
        by_start = dict(zip([m.start for m in mentions], linked.names, strict=True))
        introduced = [
            (by_start.get(i.person.start, i.person.text), i) for i in linked.introductions
        ]
        self._introduced = {pair[1].end: pair for pair in introduced}
        self._known = Known(linked, self._introduced)
        self._ends, self._names = self._known.mentions, self._known.names
        self._phrases = Phrases(self._text, self._ends, introduced, self._introduced)
        self._subjects = Subjects(self._text, self._known, self._phrases)

    @cached_property
    def _interviewed(self) -> str | None:
        with_posts = {name for name, intro in self._introduced.values() if intro.roles}
        return interviewed(self._text, self._names, with_posts)

    def of(
        self, said: Sequence[Span], inside: Sequence[Span], start: int, end: int
    ) -> list[str | None]:
        """The speaker of each of the quotations `said` in the sentence from `start` to `end`."""
        sentence = Sentence(inside, start, end, row_ends(self._text, inside))
        numbers = {span.opened: number for number, span in enumerate(inside)}
        owners: list[str | None] = []
        answering: str | None = None
        told: Told | None = None
        for span in said:
            number = numbers[span.opened]
            owner = self._before(sentence, number)
            before_told, told = told, self._told_in(sentence, number, owner, told)
            if told is not None:
                owners.append(told.speaker)
                answering = owner
                continue
            owner = owner or answering or self.owner_after(span.closed)
            if owner is None and owners and before_told in (None, SOME_SAY):
                owner = self._next_in(sentence, number, owners[-1])
            elif owner is None:
                owner = self._label(span.opened, start) or self._elsewhere(
                    number, inside, start, end
                )
            owners.append(owner or None)
        self._remember(said, owners, told, end)
        return owners

    def _before(self, sentence: Sentence, number: int) -> str | None:
        """Who is named before the words, behind those that end before them."""
        span = sentence.inside[number]
        owner = self._choose(self._subjects.between(sentence.gap(number), span.opened), span)
        if owner is None and self._text.endswith(_LEADING, 0, span.opened):
            return self._label(span.opened, sentence.start)
        return owner

    def _told_in(
        self, sentence: Sentence, number: int, owner: str | None, before: Told | None
    ) -> Told | None:
        """The same as `_told`; `owner` stands before the words, `before` is of the last ones."""
        span = sentence.inside[number]
        told = self._told(sentence.gap(number), span, sentence.rows[number])
        if told is None:
            return SOME_SAY if owner == NOBODY else None
        goes_on = told.speaker is None and before is not None and sentence.is_in_a_row(number)
        return before if goes_on else told

    def _next_in(self, sentence: Sentence, number: int, last: str | None) -> str | None:
        """Who goes on in a sentence, or who answers there: 시장은 기자가 “…”고 묻자 “…”고 했다."""
        asked = sentence.inside[number - 1]
        if number == 0 or not attribution.is_asked(self._text, asked.closed):
            return last
        whom = attribution.source(self._text, sentence.start, asked.opened)
        if whom is not None and (answers := self._subjects.of(whom)):
            return answers
        others = self._subjects.between(sentence.start, asked.opened)
        topics = [s.name for s in others if s.topic and s.name != last]
        return topics[-1] if topics else None

    def _remember(
        self, said: Sequence[Span], owners: Sequence[str | None], told: Told | None, end: int
    ) -> None:
        """Tell who has spoken last, and where his words or their sentence end."""
        if not said:
            return
        if owners[-1] is not None and not self._is_aside(said[-1], owners[-1]):
            self._subjects.spoke(owners[-1])
        if told and (reacting := self._reacting(said[-1], end)):
            self._subjects.spoke(reacting)
        own = attribution.is_own_sentence(self._text, said[-1])
        self._subjects.last_end = said[-1].closed if own else end

    def _reacting(self, span: Span, end: int) -> str | None:
        """Who does something at another's words, and may speak next: “…”는 말에 교장은 웃었다."""
        begin = attribution.reaction(self._text, span.closed)
        subjects = self._subjects.between(begin, end) if begin else ()
        return next((s.name for s in subjects if s.topic and s.name in self._known.people), None)

    def _is_aside(self, span: Span, speaker: str) -> bool:
        """Whether words stand in a bracket of their own, [시민 : “…”], after which whoever is told
        of goes on.
        """
        if not self._text.startswith(("]", "】"), span.closed):
            return False
        unnamed = speaker not in self._known.people and not is_given_name(speaker)
        return unnamed and bracketed(self._text, span.opened) is not None

    def _told(self, start: int, span: Span, row_end: int) -> Told | None:
        """Whose the words are where what stands around them says so, or that they are nobody's;
        `row_end` is where the last ends of the row that they stand in.
        """
        text = self._text
        theirs = self.whose(span.closed) or self._other_than_subject(start, span)
        if theirs := theirs or self._asked(start, span.opened):
            return Told(theirs)
        owned = attribution.is_called(text, span)
        if owned and (owner := self._subjects.named(span.opened - 2, span.opened - 2)):
            return Told(owner)
        at = span.closed if attribution.is_own_sentence(text, span) else row_end
        if attribution.is_anothers(text, at):
            return Told(self._subjects.of(attribution.source(text, start, span.opened)))
        if attribution.is_spoken_of(text, row_end) and attribution.is_nobodys(text, row_end):
            place = attribution.place(text, start, span.opened)
            return Told(self._known.at(place.end) if place else None)
        if not attribution.is_own_sentence(text, span):
            return None
        heard = attribution.heard(text, span.opened)
        told = heard is None or attribution.telling(text, span.closed) is not None
        return None if heard is None or told else Told(self._subjects.of(heard[0]))

    def _other_than_subject(self, start: int, span: Span) -> str | None:
        """Whose the words are by a clause about him, “…”고 말한 이장을 만났다, or by whom a paper
        cites: 소식통을 인용해 “…”.
        """
        text = self._text
        phrase = attribution.related(text, span.closed) or attribution.cited(
            text, start, span.opened
        )
        if phrase is None:
            return None
        word = max(phrase.start, text.rfind(" ", phrase.start, phrase.end) + 1)
        return self._subjects.named(phrase.end, word)

    def _asked(self, start: int, opened: int) -> str | None:
        """Who answers, since he is asked and nobody else is named: 시장에게 이유를 묻자 “…”."""
        asked = attribution.asked_here(self._text, start, opened)
        if asked is None or self._subjects.between(asked[1], opened):
            return None
        return self._subjects.of(asked[0])

    def whose(self, closed: int) -> str | None:
        """Whom the words that end there are called after, or whom a bracket names behind them."""
        if theirs := self._subjects.of(attribution.owner(self._text, closed)):
            return theirs
        below = attribution.signed_below(self._text, closed)
        if below and (signed := self._known.person_at(below.end) or self._met(below)):
            return signed
        parts = map(self._credited, attribution.credited(self._text, closed))
        return next(filter(None, parts), None)

    def _met(self, signed: attribution.Phrase) -> str | None:
        """Whom a line says the reporter met: - 누리골에서 만난 안나 -"""
        said = self._text[signed.start : signed.end]
        before, met, word = said.rpartition(_MET)
        alone = met and word.isalnum()
        return (self._subjects.of(signed) or word) if before and alone else None

    def _credited(self, part: attribution.Phrase) -> str | None:
        """`(한도윤·농민)`, `(누리시 관계자)`: a name, or people of a kind."""
        said = self._text[part.start : part.end]
        if letter := withheld(self._text, part.end):
            return letter
        for end in range(part.start + 1, part.end + 1):
            if end in self._ends and self._ends[end].kind == "person":
                return self._names[end]
        return said if is_given_name(said) else self._subjects.named(part.end, part.start)

    def owner_after(self, closed: int) -> str | None:
        """Whom the sentence names as the owner of the words that end there."""
        match = attribution.OWNED.match(self._text, closed)
        if match is None:
            return None
        stop = match.end() + _OWNER_REACH
        if (end := self._text.find(".", match.end(), stop)) >= 0 and end in self._introduced:
            return self._known.at(end)
        for subject in self._subjects.between(match.end(), stop):
            between = self._text[match.end() : subject.end - 1]
            known = subject.topic and subject.name in self._known.people
            if known and not _NOT_OWNED.search(between):
                return subject.name
            break
        theirs = (
            attribution.TELLING_OWNER.match(self._text, match.end())
            if "고 " in match.group()
            else None
        )
        name = self._subjects.named(theirs.end("head"), theirs.start("head")) if theirs else None
        return name if name in self._known.people else None

    def beside(self, opened: int) -> str | None:
        """Whom a headline names right before the quotation that opens there."""
        before = self._text[max(0, opened - 4) : opened]
        return self._known.at(opened - len(before) + len(before.rstrip(" ,:…·")))

    def _choose(self, subjects: Sequence[Subject], span: Span) -> str | None:
        """Who says the words by what stands before them: the topic, or a subject near to them."""
        topics = [subject for subject in subjects if subject.topic]
        for subject in reversed(subjects):
            if subject.topic:
                if subject is topics[0] or not self._is_told_of(subject, span.opened):
                    return subject.name
                continue
            if topics and self._is_in_the_words(topics[-1], subject, span):
                continue
            near = span.opened - subject.end <= _ADJACENT
            if near and not subordinate.is_asked_about(self._text, subject.end, span.opened):
                return subject.name
        return None

    def _is_in_the_words(self, topic: Subject, subject: Subject, span: Span) -> bool:
        if span.opened - subject.end > _MARKS_END or topic.end > subject.end:
            return False
        return subordinate.is_in_the_words(self._text, topic.end, subject.end, span.closed)

    def _elsewhere(self, number: int, inside: Sequence[Span], start: int, end: int) -> str | None:
        """A subject after the quotation, a far one before it, or the speaker so far."""
        span = inside[number]
        if attribution.is_asked(self._text, span.closed):
            return None
        if self._goes_on(start, span):
            return self._subjects.last
        later = inside[number + 1].opened if number + 1 < len(inside) else end
        if owner := self._beside_sentence(span, later):
            return owner
        clause = subordinate.clause_end(self._text, span.closed, later)
        if after := self._subject_after(span.closed, clause, end if clause == later else clause):
            return after
        if far := self._far(start, inside[0].opened):
            return far.name
        return (
            self.beside(span.opened)
            or topic(self._text, self._ends, self._phrases, start, span.opened)
            or (self._told_next(start, end) if self._says_nothing(span, end) else None)
            or self._carried_to(start, span.opened)
        )

    def _goes_on(self, start: int, span: Span) -> bool:
        """Whether who has just spoken says more: `…고 했다. 이어 “…”며`, whatever comes after."""
        if self._subjects.last is None or start - self._subjects.last_end > _MARKS_END:
            return False
        goes_on = subordinate.goes_on(self._text, start, span.opened)
        return goes_on and not self._subjects.between(span.closed, span.closed + _NEXT)

    def _far(self, start: int, opened: int) -> Subject | None:
        """The last subject before the first quotation that is not just spoken about."""
        subjects = self._subjects.between(start, opened)
        for number in range(len(subjects) - 1, -1, -1):
            subject = subjects[number]
            if subject.topic or not self._is_told_of(subject, opened):
                return self._outer(subjects[: number + 1])
        return None

    def _is_told_of(self, subject: Subject, opened: int) -> bool:
        return subordinate.is_told_of(self._text, subject.end, opened)

    def _goes_on_from(self, subject: Subject, stop: int) -> bool:
        """Whether a bare subject may go on in the next sentence: no place, none told of."""
        placed = self._text.endswith(_WHERE, 0, subject.end)
        return not placed and not self._is_told_of(subject, stop)

    def _outer(self, subjects: Sequence[Subject]) -> Subject:
        """The last of the subjects, or the one right before it, whose clause holds its own: 법원이
        주민이 쓴 글을 본 시장에게 “…”.
        """
        *before, last = subjects
        if not before or last.topic or before[-1].topic:
            return last
        held = last.end - before[-1].end <= len(last.name) + _BESIDE
        return before[-1] if held else last

    def _beside_sentence(self, span: Span, later: int) -> str | None:
        """Who says words that are a sentence of their own: 한도윤 씨는 고개를 숙였다. “….” 아이들이
        따라 했다. Where a paragraph begins with them, only what follows tells who does.
        """
        text = self._text
        if not attribution.is_own_sentence(text, span):
            return None
        named = attribution.named_after(text, span.closed, later)
        if named := named or attribution.led_by(text, span.opened):
            return self._subjects.of(named)
        return self._in_story(span.closed) or self._around(span, later)

    def _around(self, span: Span, later: int) -> str | None:
        """The same by the sentences before and behind, where nothing says whose the words are."""
        text = self._text
        if attribution.opens_paragraph(text, span.opened):
            after = self._subject_after(span.closed, later, later)
            return after or self._known.owner_of_topic(span.closed, later)
        if attribution.is_told_before(text, span.opened):
            asked = attribution.asked_whom(text, span.opened)
            return self._subjects.of(asked) or self._carried(span.opened)
        if attribution.is_told_after(text, span, later):
            return None
        return self._before_sentence(span, later)

    def _in_story(self, closed: int) -> str | None:
        """Of whom the words are said to be a story that end there; none of a town or a kind."""
        story = attribution.story_of(self._text, closed)
        return self._known.person_at(story.end) if story else None

    def _before_sentence(self, span: Span, later: int) -> str | None:
        """Whom the sentence before is about, unless he who is named after the words smiles."""
        after = self._subject_after(span.closed, later, later)
        if after in self._known.people and attribution.is_smiled_after(self._text, span, later):
            return None
        said = self._carried(span.opened)
        return None if said in _ASKING or (after and said in self._known.houses) else said

    def _says_nothing(self, span: Span, end: int) -> bool:
        """Whether nothing follows the words, or only where it is: “….” 3일 누리역 앞."""
        placed = self._text[end - 2 : end - 1] not in "다요죠까"
        own = attribution.is_own_sentence(self._text, span)
        return end - span.closed <= _MARKS_END or (own and placed)

    def _told_next(self, start: int, end: int) -> str | None:
        """The subject of a sentence of telling that follows: “….” 김 시장은 웃으며 말했다.

        Where a paragraph begins with the words, of any sentence: “….” 김 시장은 고개를 숙였다.
        """
        if theirs := attribution.named_after(self._text, end, len(self._text)):
            return self._subjects.of(theirs)
        if story := self._in_story(end):
            return story
        told = attribution.telling(self._text, end)
        if told is not None:
            subjects = self._subjects.between(end, told)
            return subjects[0].name if subjects else None
        if not self._text[:start].strip() and (led := _NEXT_TO_SPEAK.match(self._text, end)):
            spoken = self._subjects.between(end, led.end() - 1)[-1:]
            return next((s.name for s in spoken if s.topic and s.name in self._known.people), None)
        opens = attribution.opens_paragraph(self._text, start)
        match = _ACTING.match(self._text, end) if opens else None
        for subject in self._subjects.between(match.start(), match.end()) if match else ():
            person = subject.name in self._known.people or is_given_name(subject.name)
            return subject.name if person else None
        return self._known.owner_of_topic(match.start(), match.end()) if match else None

    def _subject_after(self, at: int, stop: int, end: int) -> str | None:
        """`“…”고 김 시장은 말했다`, `“…” 김 시장의 말이다`."""
        head = min(subordinate.sentence_end(self._text, at, stop), at + 60)
        for subject in self._subjects.between(at, head):
            return subject.name
        match = _OWNER.search(self._text, at, min(end, at + 120))
        return self._subjects.named(match.end("head"), match.start()) if match else None

    def _label(self, opened: int, start: int) -> str | None:
        """`[강이슬/한섬 주민] “…”`, `김 시장: “…”`, `김 시장=“…”`, `김 시장 - “…”`."""
        label = labelled(self._text, opened, start, self._names, self._interviewed)
        if label is None and (row := bracketed(self._text, opened)):
            return self._subjects.of(row)
        colon = None if label else _COLON.search(self._text, max(start, opened - 40), opened)
        return self._known.at(colon.end("head")) if colon else label

    def _carried_to(self, start: int, opened: int) -> str | None:
        """Who goes on from the sentence before; no house and not several, if he is 그."""
        carried = self._carried(start)
        if carried is None and subordinate.opens_on(self._text, start):
            return self._told_about(start)
        several = carried is not None and not self._subjects.is_one(carried)
        return None if several and _HE.search(self._text, start, opened) else carried

    def _told_about(self, start: int) -> str | None:
        """Whom the paragraph is about so far: 한도윤은 왔다. 비가 왔다. 또한 “…”고 했다."""
        floor = max(0, start - REACH)
        begin = max(floor, self._text.rfind("\n", floor, start) + 1)
        people = self._known.people
        topics = [s.name for s in self._subjects.between(begin, start) if s.topic]
        return next((name for name in reversed(topics) if name in people), None)

    def _carried(self, start: int) -> str | None:
        """The speaker of the sentence before, or its subject."""
        last, last_end = self._subjects.last, self._subjects.last_end
        floor = max(last_end, start - REACH)
        stop = floor + len(self._text[floor:start].rstrip())
        if last_end and stop == last_end:
            return last
        begin = max(
            floor,
            self._text.rfind(". ", floor, max(stop - 1, 0)) + 2,
            self._text.rfind("\n", floor, stop) + 1,
        )
        between = self._subjects.between(begin, stop)
        subjects = [s for s in between if s.topic or self._goes_on_from(s, stop)]
        people = [s for s in subjects if s.topic] or [
            s for s in subjects if last is None or s.name in self._known.people | self._known.houses
        ]
        if people:
            return people[0].name
        return last
