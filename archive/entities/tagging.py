"""The tagger: text in, mentions out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from archive.entities.missed.untagged import untagged_people
from archive.entities.tagger.corrections import corrected
from archive.entities.tagger.passed_over import passed_over_houses
from archive.entities.tagger.shipped import chain
from archive.korean.hangul import compose, is_spelled
from archive.model import Mention

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from archive.model import EntityKind


def tag(text: str) -> list[Mention]:
    """Mentions of people, organisations, places, dates, times and quantities in any `text`.

    Sorted, never overlapping, with exact character spans; never raises; linear in the text.
    """
    if not text or is_spelled(text):
        return tag_all([text])[0]
    found = _found(text, chain().spans([text])[0])
    return _with_people(text, _with_houses(text, found))


def tag_all(texts: Sequence[str]) -> list[list[Mention]]:
    """The same of each of `texts`: short ones together take a fraction of the time."""
    composed = [compose(text) if is_spelled(text) else (text, None) for text in texts]
    plain = [text for text, _ in composed]
    spans = chain().spans(plain) if any(plain) else [[] for _ in plain]
    tagged = [_found(text, named) for text, named in zip(plain, spans, strict=True)]
    tagged = [_with_houses(text, found) for text, found in zip(plain, tagged, strict=True)]
    tagged = [_with_people(text, found) for text, found in zip(plain, tagged, strict=True)]
    return [
        mentions if places is None else _moved(mentions, text, places)
        for text, mentions, (_, places) in zip(texts, tagged, composed, strict=True)
    ]


def _found(text: str, spans: Iterable[tuple[int, int, EntityKind]]) -> list[Mention]:
    """What the model found in a text, corrected."""
    return corrected(
        text, [Mention(start, end, kind, text[start:end]) for start, end, kind in spans]
    )


def _with_houses(text: str, found: list[Mention]) -> list[Mention]:
    """The mentions with the houses that the model passed over."""
    return _with(passed_over_houses(text, found), found)


def _with_people(text: str, found: list[Mention]) -> list[Mention]:
    """The mentions with the people that the model missed."""
    return _with(untagged_people(text, found), found)


def _with(missed: Sequence[Mention], mentions: list[Mention]) -> list[Mention]:
    return sorted([*mentions, *missed], key=lambda mention: mention.start) if missed else mentions


def _moved(mentions: Iterable[Mention], text: str, places: Sequence[int]) -> list[Mention]:
    """Mentions of a composed text as they stand in `text`, spelled out."""
    return [
        Mention(places[m.start], places[m.end], m.kind, text[places[m.start] : places[m.end]])
        for m in mentions
    ]
