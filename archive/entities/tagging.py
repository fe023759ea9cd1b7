"""The tagger: text in, mentions out. The model is read when the first text comes."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from archive.entities.corrections import corrected
from archive.entities.passed_over import passed_over_houses
from archive.entities.untagged import untagged_people
from archive.korean.hangul import compose, is_spelled
from archive.model import Mention

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from numpy.typing import NDArray

    from archive.entities.decoding import Chain
    from archive.model import EntityKind

    Table = NDArray[Any]

_LARGE_PAGE = 2 << 20
"""Bytes of a large page of memory, on x86-64 and on ARM with pages of 4 KB."""

_MODEL = Path(__file__).with_name("tagger.npz")


def tag(text: str) -> list[Mention]:
    """Mentions of people, organisations, places, dates, times and quantities in any `text`.

    Sorted, never overlapping, with exact character spans; never raises; linear in the text.
    """
    if not text or is_spelled(text):
        return tag_all([text])[0]
    return _with_missed(text, _chain().spans([text])[0])


def tag_all(texts: Sequence[str]) -> list[list[Mention]]:
    """The same of each of `texts`: short ones together take a fraction of the time."""
    composed = [compose(text) if is_spelled(text) else (text, None) for text in texts]
    plain = [text for text, _ in composed]
    spans = _chain().spans(plain) if any(plain) else [[] for _ in plain]
    tagged = [_with_missed(text, found) for text, found in zip(plain, spans, strict=True)]
    return [
        mentions if places is None else _moved(mentions, text, places)
        for text, mentions, (_, places) in zip(texts, tagged, composed, strict=True)
    ]


def _with_missed(text: str, spans: Iterable[tuple[int, int, EntityKind]]) -> list[Mention]:
    """What the model found in a text, corrected, and the houses and people that it missed."""
    found = [Mention(start, end, kind, text[start:end]) for start, end, kind in spans]
    mentions = corrected(text, found)
    mentions = _with(passed_over_houses(text, mentions), mentions)
    return _with(untagged_people(text, mentions), mentions)


def _with(missed: Sequence[Mention], mentions: list[Mention]) -> list[Mention]:
    return sorted([*mentions, *missed], key=lambda mention: mention.start) if missed else mentions


def _moved(mentions: Iterable[Mention], text: str, places: Sequence[int]) -> list[Mention]:
    """Mentions of a composed text as they stand in `text`, spelled out."""
    return [
        Mention(places[m.start], places[m.end], m.kind, text[places[m.start] : places[m.end]])
        for m in mentions
    ]


@cache
def _chain() -> Chain:
    import numpy as np  # noqa: PLC0415 - only when tagging

    from archive.entities.decoding import Chain, Moves  # noqa: PLC0415 - only when tagging
    from archive.entities.dictionary import Lexicon  # noqa: PLC0415 - only when tagging

    with np.load(_MODEL) as model:
        entries, weights = _on_large_pages(model["entries"]), _on_large_pages(model["weights"])
        lexicon = Lexicon(model["multipliers"], entries, model["josa"])
        moves = Moves(model["leave"], model["enter"], model["into"], model["on"])
        return Chain(weights, moves, float(model["step"]), lexicon)


def _on_large_pages(table: Table) -> Table:
    """A copy of the table that begins where a large page does.

    numpy asks for large pages for arrays of this size, and lets them begin anywhere, so that their
    ends lie on small ones: looking things up all over a table then misses the processor's list of
    pages more often, which took a fifteenth of tagging.
    """
    import numpy as np  # noqa: PLC0415 - only when tagging

    room = np.empty(table.nbytes + _LARGE_PAGE, np.uint8)
    first = -room.__array_interface__["data"][0] % _LARGE_PAGE
    copy: Table = room[first : first + table.nbytes].view(table.dtype).reshape(table.shape)
    copy[...] = table
    return copy
