"""Whose words are where what stands around them says so, or that they are nobody's."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from archive.entities.quotations import equated, nobodys, owned, sources, written
from archive.entities.quotations.answering import answers, asked_here
from archive.entities.quotations.own_sentences import is_own_sentence
from archive.entities.quotations.speech_nouns import is_that
from archive.entities.quotations.stretches import last_word
from archive.entities.quotations.subjects import NOBODY
from archive.entities.quotations.telling import is_told_after

if TYPE_CHECKING:
    from archive.entities.quotations.quotation_marks import Span
    from archive.entities.quotations.scene import Scene
    from archive.entities.quotations.sentences import Sentence


class Told(NamedTuple):
    """Whose words a quotation holds by what stands around it; nobody's where it is None."""

    speaker: str | None
    goes_on: bool = False  # in the sentence


_SOME_SAY = Told(None, goes_on=True)  # 일각에서는 “…”며 “…”고 했다


def told_in(
    scene: Scene, sentence: Sentence, number: int, owner: str | None, before: Told | None
) -> Told | None:
    """Whose a quotation of a sentence is; `owner` stands before the words, `before` is of the last
    ones.
    """
    span = sentence.inside[number]
    told = _told(scene, sentence.gap(number), span, sentence.rows[number])
    if told is None:
        return _SOME_SAY if owner == NOBODY else None
    goes_on = told.speaker is None and before is not None and sentence.is_in_a_row(number)
    return before if goes_on else told


def _told(scene: Scene, start: int, span: Span, row_end: int) -> Told | None:
    """The same by what stands around the words from `start` on; `row_end` is where the last ends
    of the row that they stand in.
    """
    theirs = owned.whose(scene, span.closed) or _other_than_subject(scene, start, span)
    theirs = theirs or asked_here(scene, start, span.opened) or owned.owner_before(scene, span)
    if theirs:
        return Told(theirs)
    if equated.is_equated(scene.text, span):
        return Told(equated.teller(scene, start, span.opened))
    own = is_own_sentence(scene.text, span)
    if sources.is_anothers(scene.text, span.closed if own else row_end):
        source = sources.source(scene.text, start, span.opened)
        return Told(scene.subjects.of(source) or answers(scene, start, span))
    if nobodys.is_nobodys(scene.text, row_end):
        heard = nobodys.voice(scene, row_end)
        return Told(heard or nobodys.place(scene, start, span.opened))
    alone = own or is_that(scene.text, span)
    sound = nobodys.heard(scene.text, span.opened) if alone else None
    if sound is None or is_told_after(scene.text, span, len(scene.text)):
        return None
    return Told(scene.subjects.of(sound[0]))


def _other_than_subject(scene: Scene, start: int, span: Span) -> str | None:
    """Whose the words are by a clause about him, “…”고 말한 이장을 만났다, by whom a paper cites,
    소식통을 인용해 “…”, or whose letter they stand in.
    """
    first = not scene.text[start : span.opened].strip()
    phrase = owned.related(scene.text, span.closed, first=first)
    phrase = phrase or sources.cited(scene.text, start, span.opened)
    phrase = phrase or written.writer(scene.text, span)
    if phrase is None:
        return None
    return scene.subjects.named(phrase.end, last_word(scene.text, phrase))
