"""The tagger: text in, mentions out. The model is read when the first text comes."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from archive.entities.corrections import corrected
from archive.entities.untagged import untagged_people
from archive.korean.hangul import compose, is_spelled
from archive.model import Mention

if TYPE_CHECKING:
    from archive.entities.decoding import Chain

_MODEL = Path(__file__).with_name("tagger.npz")


def tag(text: str) -> list[Mention]:
    """Mentions of people, organisations, places, dates, times and quantities in any `text`.

    Sorted, never overlapping, with exact character spans; never raises; linear in the text.
    """
    if not text:
        return []
    if is_spelled(text):
        composed, places = compose(text)
        return [
            Mention(places[m.start], places[m.end], m.kind, text[places[m.start] : places[m.end]])
            for m in tag(composed)
        ]
    from archive.entities.features import points  # noqa: PLC0415 - numpy, only when tagging

    found = [
        Mention(start, end, kind, text[start:end])
        for start, end, kind in _chain().spans(points(text))
    ]
    mentions = corrected(text, found)
    missed = untagged_people(text, mentions)
    return sorted([*mentions, *missed], key=lambda mention: mention.start) if missed else mentions


@cache
def _chain() -> Chain:
    import numpy as np  # noqa: PLC0415 - only when tagging

    from archive.entities.decoding import Chain, Moves  # noqa: PLC0415 - only when tagging
    from archive.entities.features import Lexicon  # noqa: PLC0415 - only when tagging

    with np.load(_MODEL) as model:
        lexicon = Lexicon(model["checks"], model["classes"], model["flags"])
        moves = Moves(model["leave"], model["enter"], model["into"], model["on"])
        return Chain(model["weights"], moves, float(model["step"]), lexicon)
