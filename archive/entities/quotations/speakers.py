"""Who speaks: the subject of the sentence that a quotation stands in, or of the one before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from archive.entities.quotations import carried
from archive.entities.quotations.answering import asked_end, is_asked, next_in, reacting
from archive.entities.quotations.around import beside_sentence, told_next
from archive.entities.quotations.chosen import far_subject, subject_after, subject_before
from archive.entities.quotations.labels import beside, is_aside, is_led, labelled
from archive.entities.quotations.own_sentences import is_own_sentence
from archive.entities.quotations.owned import owner_after
from archive.entities.quotations.respective import respective
from archive.entities.quotations.subordinate import clause_end
from archive.entities.quotations.told import told_in
from archive.entities.quotations.topics import topic

if TYPE_CHECKING:
    from collections.abc import Sequence

    from archive.entities.quotations.quotation_marks import Span
    from archive.entities.quotations.scene import Scene
    from archive.entities.quotations.sentences import Sentence
    from archive.entities.quotations.told import Told


def speakers(scene: Scene, sentence: Sentence, said: Sequence[Span]) -> list[str | None]:
    """The speaker of each of the quotations `said` in a sentence; sentences are asked in order."""
    if each := respective(scene, sentence.start, said):
        _remember(scene, said[-1], each[-1], sentence.end)
        return list(each)
    numbers = {span.opened: number for number, span in enumerate(sentence.inside)}
    owners: list[str | None] = []
    answering: str | None = None
    told: Told | None = None
    for span in said:
        number = numbers[span.opened]
        before = _before(scene, sentence, number)
        last_told, told = told, told_in(scene, sentence, number, before, told)
        if told is not None:
            owners.append(told.speaker)
            answering = before
            continue
        owner = before or answering or owner_after(scene, span.closed)
        if owner is None and owners and (last_told is None or last_told.goes_on):
            owner = next_in(scene, sentence, number, owners[-1])
        elif owner is None:
            owner = _elsewhere(scene, sentence, number)
        owners.append(owner or None)
    if said:
        _remember(scene, said[-1], owners[-1], sentence.end)
    return owners


def _before(scene: Scene, sentence: Sentence, number: int) -> str | None:
    """Who is named before the words, behind those that end before them."""
    span = sentence.inside[number]
    owner = subject_before(scene, sentence.gap(number), span)
    if owner is None and is_led(scene.text, span.opened):
        return labelled(scene, sentence.start, span.opened)
    return owner


def _elsewhere(scene: Scene, sentence: Sentence, number: int) -> str | None:
    """Who is named by a label, goes on, or stands behind or far before words that have nobody
    right before them.
    """
    span = sentence.inside[number]
    if label := labelled(scene, sentence.start, span.opened):
        return label
    if is_asked(scene.text, span.closed):
        return carried.asking(scene, sentence.start, span)
    if carried.goes_on(scene, sentence.start, span):
        return scene.subjects.last
    return _behind(scene, sentence, number) or _far_from(scene, sentence, span)


def _behind(scene: Scene, sentence: Sentence, number: int) -> str | None:
    """Who says words that are a sentence of their own, or is the subject behind them."""
    span, end = sentence.inside[number], sentence.end
    last = number + 1 == len(sentence.inside)
    later = end if last else sentence.inside[number + 1].opened
    if owner := beside_sentence(scene, span, later):
        return owner
    clause = clause_end(scene.text, span.closed, later)
    return subject_after(scene, span.closed, clause, end if clause == later else clause)


def _far_from(scene: Scene, sentence: Sentence, span: Span) -> str | None:
    """A far subject before the words, or the speaker so far."""
    start, end = sentence.start, sentence.end
    if far := far_subject(scene, start, sentence.inside[0].opened):
        return far
    return (
        beside(scene, span.opened)
        or topic(scene.text, scene.known.mentions, scene.phrases, start, span.opened)
        or told_next(scene, start, span, end)
        or carried.carried_to(scene, start, span)
    )


def _remember(scene: Scene, span: Span, speaker: str | None, end: int) -> None:
    """Tell who has spoken last, and where his words or their sentence end."""
    subjects = scene.subjects
    asked = asked_end(scene.text, span.closed)
    if speaker is not None and asked is None and not is_aside(scene, span, speaker):
        subjects.spoke(speaker)
    if another := reacting(scene, span.closed, asked, end):
        subjects.spoke(another)
    if speaker is not None:
        subjects.last_end = span.closed if is_own_sentence(scene.text, span) else end
