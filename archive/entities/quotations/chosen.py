"""Which subject of a sentence says its words: the topic, or one near, far or behind them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from archive.entities.quotations import subordinate
from archive.entities.quotations.quotation_marks import MARKS_END
from archive.entities.quotations.speech_nouns import SPEECH

if TYPE_CHECKING:
    from collections.abc import Sequence

    from archive.entities.quotations.quotation_marks import Span
    from archive.entities.quotations.scene import Scene
    from archive.entities.quotations.subjects import Subject

_ADJACENT = 18  # characters between a subject in 이/가 and its quotation
_BESIDE = 2  # characters more than a name, its josa and a blank
_OWNER = re.compile(rf"(?P<head>[가-힣A-Za-z0-9&·㈜)]+?)의 (?:[가-힣]+한 )?(?:{SPEECH})")
_SUBJECT_REACH, _NOUN_REACH = 60, 120  # characters after a quotation


def subject_before(scene: Scene, start: int, span: Span) -> str | None:
    """Who says the words by what stands before them from `start` on: the topic, or a subject near
    to them.
    """
    text, subjects = scene.text, scene.subjects.between(start, span.opened)
    topics = [subject for subject in subjects if subject.topic]
    reported = bool(topics) and subordinate.is_reported(text, span.opened)
    for subject in reversed(subjects):
        if subject.topic:
            if subject is topics[0] or not _is_told_of(text, subject, span.opened):
                return subject.name
            continue
        if reported or (topics and _is_of_another(text, topics[-1], subject, span)):
            continue
        near = span.opened - subject.end <= _ADJACENT
        if near and not subordinate.is_asked_about(text, subject.end, span.opened):
            return subject.name
    return None


def _is_of_another(text: str, topic: Subject, subject: Subject, span: Span) -> bool:
    """Whether a subject behind the topic is one of the words, or of a clause about them."""
    if topic.end > subject.end:
        return False
    if subordinate.says_which(text, subject.end, span.opened):
        return True
    beside = span.opened - subject.end <= MARKS_END
    return beside and subordinate.is_in_the_words(text, topic.end, subject.end, span.closed)


def _is_told_of(text: str, subject: Subject, opened: int) -> bool:
    return subordinate.is_told_of(text, subject.end, opened)


def _is_only_spoken_of(text: str, subject: Subject, opened: int) -> bool:
    reproached = subordinate.is_reproached(text, subject.end, opened)
    return reproached or _is_told_of(text, subject, opened)


def _is_asked_about(scene: Scene, subject: Subject, start: int, opened: int) -> bool:
    """Whether a subject is of what a sentence asks that begins with it: 상인들이 반대하지
    않겠느냐는 질문에는. Somebody with a name may be who answers.
    """
    first = subject.end - start <= len(subject.name) + _BESIDE
    unnamed = first and not subject.topic and subject.name not in scene.known.people
    return unnamed and subordinate.is_asked(scene.text, subject.end, opened)


def far_subject(scene: Scene, start: int, opened: int) -> str | None:
    """The last subject before the first quotation that is not just spoken or asked about."""
    subjects = scene.subjects.between(start, opened)
    for number in range(len(subjects) - 1, -1, -1):
        subject = subjects[number]
        if _is_asked_about(scene, subject, start, opened):
            continue
        if subject.topic or not _is_only_spoken_of(scene.text, subject, opened):
            return _outer(subjects[: number + 1]).name
    return None


def _outer(subjects: Sequence[Subject]) -> Subject:
    """The last of the subjects, or the one right before it, whose clause holds its own: 법원이
    주민이 쓴 글을 본 시장에게 “…”.
    """
    *before, last = subjects
    if not before or last.topic or before[-1].topic:
        return last
    held = last.end - before[-1].end <= len(last.name) + _BESIDE
    return before[-1] if held else last


def subject_after(scene: Scene, at: int, stop: int, end: int) -> str | None:
    """`“…”고 김 시장은 말했다`, `“…” 김 시장의 말이다`."""
    head = min(subordinate.sentence_end(scene.text, at, stop), at + _SUBJECT_REACH)
    for subject in scene.subjects.between(at, head)[:1]:
        return subject.name
    match = _OWNER.search(scene.text, at, min(end, at + _NOUN_REACH))
    return scene.subjects.named(match.end("head"), match.start()) if match else None
