"""Words in double quotation marks that someone said, and who said them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from archive.entities.quotations.labels import beside
from archive.entities.quotations.quotation_marks import Span, quoted
from archive.entities.quotations.scene import Scene
from archive.entities.quotations.sentences import Sentence, sentences
from archive.entities.quotations.speakers import speakers
from archive.entities.quotations.speech import speech
from archive.model import Quote

if TYPE_CHECKING:
    from collections.abc import Iterable

    from archive.entities.links.linking import Linked


def quotes(linked: Linked) -> list[Quote]:
    """The quotations of a passage in order, each with its speaker or None.

    Words in single quotation marks, and titles and names in double ones, are not speech. A headline
    quotes only whom it names.
    """
    text, field = linked.passage.text, linked.passage.field
    spans = quoted(text)
    if not spans:
        return []
    scene = Scene(linked, spans)
    said_in = _said_in_headline if field == "headline" else _said_in
    return [
        Quote(speaker, text[span.start : span.end], field, span.start, span.end)
        for sentence in sentences(text, spans)
        for span, speaker in said_in(scene, sentence)
    ]


def _said_in(scene: Scene, sentence: Sentence) -> Iterable[tuple[Span, str | None]]:
    """The quotations of a sentence that are speech, and who speaks."""
    said = speech(scene, sentence.inside)
    return zip(said, speakers(scene, sentence, said), strict=True)


def _said_in_headline(scene: Scene, sentence: Sentence) -> Iterable[tuple[Span, str | None]]:
    """The same of a headline."""
    said = [span for span in sentence.inside if _is_headline_speech(scene.text, span)]
    owners = [beside(scene, span.opened) for span in said]
    return [(span, owner) for span, owner in zip(said, owners, strict=True) if owner]


def _is_headline_speech(text: str, span: Span) -> bool:
    after = text[span.closed : span.closed + 1]
    return " " in text[span.start : span.end] and (after in "…,·.[(<" or not after.strip())
