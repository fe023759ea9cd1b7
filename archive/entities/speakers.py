"""Who speaks: the subject of the sentence that a quotation stands in, or of the one before."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from archive.entities.houses import run_before
from archive.entities.lexicon import words
from archive.entities.offices import is_josa, office_word

if TYPE_CHECKING:
    from collections.abc import Sequence

    from archive.entities.linking import Linked
    from archive.entities.quotation_marks import Span

_TOPIC = ("은", "는", "께서는", "측은", "측에서는", "에서는", "도")
_SUBJECT = re.compile(
    r"(?P<head>[가-힣A-Za-z0-9&·㈜)\]’']+?)"
    r"(?P<josa>께서는|께서|에서는|에서|에 따르면|에 의하면|은|는|이|가|도)(?=[\s,]|$)"
)
_SPEECH = "|".join(sorted(words("speech_nouns")))
_OWNER = re.compile(rf"(?P<head>[가-힣A-Za-z0-9&·㈜)]+?)의 (?:[가-힣]+한 )?(?:{_SPEECH})")
_PRONOUN = re.compile(r"(?:그|그녀|그들|이들|이|본인|자신|양측|양쪽)$")
_LABEL = re.compile(
    r"[\[<【]\s*(?P<name>[가-힣A-Za-z]{2,12})\s*[/|,·(:]\s?[^\[\]<>\n]{0,40}[\]>】]\s*[:：]?\s*$"
)
_COLON = re.compile(r"(?P<head>[가-힣A-Za-z0-9·)]+)\s?[:：]\s*$")
_BRACKET = re.compile(r"\s?\([^()\n]{1,60}\)$")
_WORD_BEFORE = re.compile(r"([가-힣A-Za-z0-9·%]+) $")
_PLAIN = re.compile(r"[은는을를이가의에도와로며고서면게자던한된]$|에서$|으로$|까지$|부터$|라는$")
_MODIFIERS = frozenset(("한", "시", "군", "구", "도", "당", "두", "세"))
_LEADING = words("phrase_leads")
_SPEAKERS = words("speakers")
_COLLECTIVE = re.compile(r"(?:들|측|씨|관계자|담당자)$")
_HOUSES = tuple(words("house_endings"))
_GOVERNED = ("시", "군", "구", "도", "읍", "면")
_LONGEST_PHRASE = 3
_REACH = 400  # characters before a quotation in which its subject is looked for
_ADJACENT = 18  # characters between a subject in 이/가 and its quotation


class Subject(NamedTuple):
    """A speaker as named, where the phrase ends, and whether it is the topic (은/는)."""

    name: str
    end: int
    topic: bool


class Speakers:
    """Finds the speaker of each quotation of a passage, asked sentence by sentence."""

    def __init__(self, linked: Linked) -> None:
        self._text = linked.passage.text
        self._ends = {m.end: m for m in linked.passage.mentions}
        self._names = {m.end: n for m, n in zip(linked.passage.mentions, linked.names, strict=True)}
        by_start = {m.start: n for m, n in zip(linked.passage.mentions, linked.names, strict=True)}
        self._introduced = {
            i.end: (by_start.get(i.person.start, i.person.text), i) for i in linked.introductions
        }
        self._before_person = {i.person.start: i for i in linked.introductions}
        self._last: str | None = None
        self._last_end = 0

    def of(
        self, said: Sequence[Span], inside: Sequence[Span], start: int, end: int
    ) -> list[str | None]:
        """The speaker of each of the quotations `said` in the sentence from `start` to `end`."""
        owners: list[str | None] = []
        edges = [start, *(span.closed for span in inside)]
        opened = [span.opened for span in inside]
        for span in said:
            number = opened.index(span.opened)
            gap_start = edges[number]
            before = self._subjects(gap_start, span.opened)
            owner = self._choose(before, span.opened)
            if owner is None and owners:
                owner = owners[-1]
            elif owner is None:
                owner = self._label(span.opened, start) or self._elsewhere(span, inside, start, end)
            owners.append(owner)
        if owners and owners[-1] is not None:
            self._last = owners[-1]
        self._last_end = end if owners else self._last_end
        return owners

    def beside(self, opened: int) -> str | None:
        """Whom a headline names right before the quotation that opens there."""
        before = self._text[max(0, opened - 8) : opened]
        return self._known(opened - len(before) + len(before.rstrip(" ,:…·")))

    def _choose(self, subjects: Sequence[Subject], opened: int) -> str | None:
        for subject in reversed(subjects):
            if subject.topic or opened - subject.end <= _ADJACENT:
                return subject.name
        return None

    def _elsewhere(self, span: Span, inside: Sequence[Span], start: int, end: int) -> str | None:
        """A subject after the quotation, a far one before it, or the speaker so far."""
        later = [s.opened for s in inside if s.opened >= span.closed]
        after = self._subject_after(span.closed, later[0] if later else end, end)
        if after:
            return after
        first = next((s.opened for s in inside), span.opened)
        far = self._subjects(start, first)
        if far:
            return far[-1].name
        return self._unknown_topic(start, span.opened) or self._carried(start)

    def _subject_after(self, at: int, stop: int, end: int) -> str | None:
        """`“…”고 김 시장은 말했다`, `“…” 김 시장의 말이다`."""
        head = min(stop, at + 60)
        for subject in self._subjects(at, head):
            return subject.name
        match = _OWNER.search(self._text, at, min(end, at + 120))
        return self._named(match.end("head")) if match else None

    def _subjects(self, start: int, stop: int) -> list[Subject]:
        """Who may speak in the text from `start` to `stop`, in order."""
        found = []
        for match in _SUBJECT.finditer(self._text, max(start, stop - _REACH), stop):
            at = match.end("head")
            josa = match["josa"]
            name = self._named(at)
            if name is not None and is_right_josa(josa, self._text[at - 1]):
                found.append(Subject(name, match.end(), josa in _TOPIC or josa.endswith("면")))
        return found

    def _named(self, end: int) -> str | None:
        """The speaker whose phrase ends at `end`: a known one, or people of a kind."""
        known = self._known(end)
        if known:
            return known
        bracket = _BRACKET.search(self._text, max(0, end - 64), end)
        if bracket:
            return self._named(bracket.start())
        return self._phrase(end)

    def _known(self, end: int) -> str | None:
        if end in self._introduced:
            name, intro = self._introduced[end]
            return self._together(intro.person.start, end) or name
        mention = self._ends.get(end)
        if mention is None or mention.kind not in ("person", "organisation", "place"):
            return None
        if mention.kind == "place" and not mention.text.endswith(_GOVERNED):
            return None
        return self._names[end]

    def _together(self, start: int, end: int) -> str | None:
        """Two who speak as one: 정다솜 노을군수와 김가온 가람시장."""
        for josa in ("와", "과"):
            if self._text[start - 2 : start] == f"{josa} " and start - 2 in self._introduced:
                first = self._introduced[start - 2][1].person.start
                return self._text[first:end]
        return None

    def _phrase(self, end: int) -> str | None:
        """People of a kind, as the text calls them: 업체들, 노을군 관계자, 한 주민."""
        match = _LAST.search(self._text, max(0, end - 20), end)
        if match is None:
            return None
        head = match.group()
        if _PRONOUN.fullmatch(head):
            return self._last
        if not is_speaking(head):
            return None
        start = match.start()
        for _ in range(_LONGEST_PHRASE):
            begin = self._modifier(start)
            if begin is None:
                break
            start = begin
        return self._text[start:end]

    def _modifier(self, start: int) -> int | None:
        """Where the word before `start` begins, if it belongs to the phrase."""
        if self._text[start - 1 : start] != " ":
            return None
        mention = self._ends.get(start - 1)
        if mention is not None:
            return mention.start if mention.kind in ("organisation", "place", "quantity") else None
        match = _WORD_BEFORE.search(self._text, max(0, start - 16), start)
        if match is None or match[1] in _LEADING:
            return None
        if match[1] in _MODIFIERS:
            return match.start()
        if len(match[1]) == 1 or _PLAIN.search(match[1]):
            house = run_before(self._text, start - 1, 0, self._ends)
            return house if house < start - 1 else None
        return match.start()

    def _unknown_topic(self, start: int, opened: int) -> str | None:
        """The topic that opens a sentence and stands right before its quotation, whoever it is."""
        match = _ONLY_TOPIC.match(self._text, start, opened)
        if not match or match.end() < opened or _PRONOUN.fullmatch(match["head"]):
            return None
        return match["head"]

    def _label(self, opened: int, start: int) -> str | None:
        """`[강이슬/한섬 주민] “…”`, `김 시장: “…”`."""
        label = _LABEL.search(self._text, max(0, opened - 80), opened)
        if label:
            return self._names.get(label.end("name"), label["name"])
        colon = _COLON.search(self._text, max(start, opened - 40), opened)
        return self._known(colon.end("head")) if colon else None

    def _carried(self, start: int) -> str | None:
        """The speaker of the sentence before, or its subject."""
        floor = max(self._last_end, start - _REACH)
        stop = floor + len(self._text[floor:start].rstrip())
        if self._last_end and stop == self._last_end:
            return self._last
        begin = max(
            floor,
            self._text.rfind(". ", floor, max(stop - 1, 0)) + 2,
            self._text.rfind("\n", floor, stop) + 1,
        )
        subjects = self._subjects(begin, stop)
        people = [s for s in subjects if s.topic] or subjects
        if people:
            return people[0].name
        return self._last


def is_speaking(head: str) -> bool:
    """Whether a noun names people or a house that can speak: 업체들, 관계자, 위원회, 팀장."""
    bare = head.removesuffix("들")
    if bare in _SPEAKERS or head in _SPEAKERS or _COLLECTIVE.search(head):
        return len(head) > 1 or head in _SPEAKERS
    found = office_word(bare)
    return (found is not None and not found.josa) or bare.endswith(_HOUSES)


def is_right_josa(josa: str, before: str) -> bool:
    """Whether the josa has the form that it takes after that syllable."""
    return josa not in ("은", "는", "이", "가") or is_josa(josa, before)


_LAST = re.compile(r"[가-힣A-Za-z0-9&·㈜]+$")
_ONLY_TOPIC = re.compile(r"(?P<head>[가-힣A-Za-z0-9&·]{2,20})(?:은|는) ")
