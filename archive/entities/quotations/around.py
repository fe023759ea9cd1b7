"""Whose words are that are a sentence of their own, by the sentences around them: 한도윤 씨는
고개를 숙였다. “….”
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from archive.entities.cues.lexicon import words
from archive.entities.cues.shapes import is_given_name
from archive.entities.quotations import answering, carried, telling
from archive.entities.quotations.chosen import subject_after
from archive.entities.quotations.own_sentences import is_own_sentence, opens_paragraph
from archive.entities.quotations.quotation_marks import MARKS_END
from archive.entities.quotations.speech_nouns import MESSAGES, NOUNS
from archive.entities.quotations.stretches import Phrase, last_word, phrase_in

if TYPE_CHECKING:
    from archive.entities.quotations.quotation_marks import Span
    from archive.entities.quotations.scene import Scene

_SAID_TO = "|".join(sorted(words("said_to_nouns"), key=len, reverse=True))
_REACTED = re.compile(
    r"\s?(?P<phrase>[^“”\"\n.!?]{2,60}?)의 (?:(?:[가-힣]{1,6}[한된은인]|우승|수상|당선|취임|첫) )?"
    rf"(?:(?:{_SAID_TO})(?:에(?:도|는)? |[을를] (?:들은|듣고|듣자|듣던) )"
    rf"|(?:{_SAID_TO}|{NOUNS})(?:이다|다|였다|이었다|입니다)[.\n])"
)
# “비가 와.” 한도윤의 오랜 철학이다: what is said or thought.
_THOUGHTS = (
    "철학|신조|원칙|좌우명|한숨|마음|심정|속내|진심|꿈|희망|소원|걱정|고민|결론|인사|첫마디|일성"
)
_HIS = re.compile(
    r"\s?(?P<phrase>[^“”\"\n.!?]{2,60})의 (?:[가-힣]+(?<![을를이가은는도에]) ){0,2}"
    rf"[가-힣]{{0,2}}(?:{_SAID_TO}|{NOUNS}|{_THOUGHTS})(?:이다|다|였다|이었다|입니다)[.\n]"
)
# “비가 와.” 시장이 사흘 만에 내놓은 말이다, “비가 와.” 한 주민이 꺼낸 말에 모두 웃었다.
_UTTERED = re.compile(
    r"\s?[^“”\"\n.!?]{1,60}[가-힣](?P<josa>이|가) (?P<how>(?:[^\s“”\".!?]+ ){0,5}?)"
    rf"(?:꺼낸|내놓은|던진|남긴|건넨|털어놓은|전한|한|내뱉은) (?:{_SAID_TO}|{NOUNS})"
    r"(?:에 |이다|다\.|였다|이었다|입니다)"
)
_CLAUSE_ENDS = ("뒤 ", "후 ", "고 ", "나서 ", "며 ", "면서 ")
# “비가 와.” 과수원을 하는 한도윤 씨 이야기다.
_STORY = re.compile(
    r"\s?(?P<phrase>[^“”\"\n.!?]{2,60}?) (?:이야기|얘기|말|설명|하소연)"
    r"(?:이다|다|였다|이었다|입니다)[.\n]"
)
# 한도윤 씨의 말이다. “….”; 이웃 정다솔 씨의 이야기는 다르다. “….”
_LED_BY = re.compile(
    rf"(?:^|[.!?”\n]\s?)(?P<phrase>[^“”\"\n.!?]{{1,50}}?)의 (?:{NOUNS}|{MESSAGES})"
    r"(?: [한두] [통장줄])?"
    r"(?:이었다|였다|이다|다|은|는|도)(?: [^“”\"\n.!?]{0,20})?[.:]\s*$"
)
_SENTENCE_REACH = 90  # characters of the sentence before
_NEXT_TO_SPEAK = re.compile(r"\n\s*[^“”\"\n.!?]{2,80}(?<=[은는]) ?[“\"]")
_ACTING = re.compile(r"\s*[^“”\"\n.!?]{2,80}(?=[.!?])")
_ASKING = ("기자", "기자들", "취재진")  # who speaks next answers them


def beside_sentence(scene: Scene, span: Span, later: int) -> str | None:
    """Who says words that are a sentence of their own: 한도윤 씨는 고개를 숙였다. “….” 아이들이
    따라 했다. Where a paragraph begins with them, only what follows tells who does.
    """
    text = scene.text
    if not is_own_sentence(text, span):
        return None
    if named := _named_after(scene, span.closed, later) or _led_by(text, span.opened):
        return scene.subjects.of(named)
    told = _in_story(scene, span.closed) or _uttered(scene, span.closed, later)
    return told or _around(scene, span, later)


def _uttered(scene: Scene, closed: int, stop: int) -> str | None:
    """Who is said to have uttered the words that end there: “비가 와.” 시장이 꺼낸 말이다."""
    match = _UTTERED.match(scene.text, closed, stop)
    if match is None:
        return None
    end = match.start("josa")
    subjects = scene.subjects.between(closed, match.end("josa"))
    if subjects or match["how"].endswith(_CLAUSE_ENDS):  # 공연이 끝난 뒤 남긴 말이다
        return subjects[-1].name if subjects else None
    return scene.text[scene.phrases.begin(last_word(scene.text, Phrase(closed, end))) : end]


def _named_after(scene: Scene, closed: int, stop: int) -> Phrase | None:
    """Whose the words were that somebody reacts to, “비가 와.” 간호사의 말에 한도윤은 돌아섰다, or
    that are said to be his: “비가 와.” 한도윤의 첫마디다. Not in 시장은 기자의 말에.
    """
    match = _REACTED.match(scene.text, closed, stop) or _HIS.match(scene.text, closed, stop)
    phrase = phrase_in(match)
    if phrase is None or any(s.topic for s in scene.subjects.between(*phrase)):
        return None
    return phrase


def _led_by(text: str, opened: int) -> Phrase | None:
    """Whose words the sentence before says that they are: 한도윤 씨의 말이다. “비가 와.”"""
    return phrase_in(_LED_BY.search(text, max(0, opened - _SENTENCE_REACH), opened))


def _in_story(scene: Scene, closed: int) -> str | None:
    """Of whom the words that end there are said to be a story, “비가 와.” 한도윤 씨 이야기다; none
    of a town or a kind.
    """
    match = _STORY.match(scene.text, closed)
    return scene.known.person_at(match.end("phrase")) if match else None


def _around(scene: Scene, span: Span, later: int) -> str | None:
    """The same by the sentences before and behind, where nothing says whose the words are."""
    if opens_paragraph(scene.text, span.opened):
        after = subject_after(scene, span.closed, later, later)
        return after or scene.known.owner_of_topic(span.closed, later)
    if telling.is_told_before(scene.text, span.opened):
        asked = answering.asked_before(scene, span.opened)
        return asked or carried.carried(scene, span.opened, telling=True)
    if telling.is_told_after(scene.text, span, later):
        return None
    return _before_sentence(scene, span, later)


def _before_sentence(scene: Scene, span: Span, later: int) -> str | None:
    """Whom the sentence before is about."""
    after = subject_after(scene, span.closed, later, later)
    said = carried.carried(scene, span.opened) or scene.known.person_before(span.opened)
    return None if said in _ASKING or (after and said in scene.known.houses) else said


def told_next(scene: Scene, start: int, span: Span, end: int) -> str | None:
    """The subject of a sentence of telling that follows where the words end theirs: “….” 김 시장은
    웃으며 말했다.

    Where a paragraph begins with the words, of any sentence: “….” 김 시장은 고개를 숙였다.
    """
    if not _says_nothing(scene.text, span, end):
        return None
    if theirs := _named_after(scene, end, len(scene.text)):
        return scene.subjects.of(theirs)
    if story := _in_story(scene, end):
        return story
    if not scene.text[:start].strip() and (led := _NEXT_TO_SPEAK.match(scene.text, end)):
        spoken = scene.subjects.between(end, led.end() - 1)[-1:]
        return next((s.name for s in spoken if s.topic and s.name in scene.known.people), None)
    return _acting(scene, end) if opens_paragraph(scene.text, start) else None


def _says_nothing(text: str, span: Span, end: int) -> bool:
    """Whether nothing follows the words, or only where it is: “….” 3일 누리역 앞."""
    placed = text[end - 2 : end - 1] not in "다요죠까"
    return end - span.closed <= MARKS_END or (is_own_sentence(text, span) and placed)


def _acting(scene: Scene, end: int) -> str | None:
    """Who does something in the sentence that begins there: 김 시장은 고개를 숙였다."""
    match = _ACTING.match(scene.text, end)
    if match is None:
        return None
    for subject in scene.subjects.between(match.start(), match.end())[:1]:
        person = subject.name in scene.known.people or is_given_name(subject.name)
        return subject.name if person else None
    return scene.known.owner_of_topic(match.start(), match.end())
