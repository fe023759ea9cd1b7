"""Where sentences begin and end, with what stands in quotation marks kept whole."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

# A full stop ends a sentence only after a syllable or a closing mark: 3.5 and 2021. 1. 21. do not.
_END = re.compile(r"[.!?\n](?:(?<=\n)|(?<=[가-힣”’\"')\]].)[.!?]*[”’\"')\]]*(?=\s|$))")


def sentence_spans(text: str, whole: Sequence[tuple[int, int]] = ()) -> list[tuple[int, int]]:
    """The sentences of `text` in order, as offsets without the space around them.

    A line feed ends a sentence too. `whole` are stretches in order, none overlapping, that no
    sentence ends within: quotations. Linear in the text.
    """
    spans: list[tuple[int, int]] = []
    start = at = 0
    for match in _END.finditer(text):
        mark, end = match.span()
        while at < len(whole) and whole[at][1] <= mark:
            at += 1
        if at < len(whole) and whole[at][0] <= mark:
            continue
        _add(spans, text, start, end)
        start = end
    _add(spans, text, start, len(text))
    return spans


def _add(spans: list[tuple[int, int]], text: str, start: int, end: int) -> None:
    sentence = text[start:end]
    bare = sentence.strip()
    if bare:
        first = start + len(sentence) - len(sentence.lstrip())
        spans.append((first, first + len(bare)))
