"""Where the sentences with quotations begin and end."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

# A full stop ends a sentence only after a syllable or a closing mark: 3.5 and 2021. 1. 21. do not.
_END = re.compile(r"[.!?\n](?:(?<=\n)|(?<=[가-힣”’\"')\]].)[.!?]*[”’\"')\]]*(?=\s|$))")


def sentence_spans(text: str, whole: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The sentences of `text` that hold one of the stretches `whole`, in order, as offsets without
    the space around them.

    A line feed ends a sentence too. `whole` are stretches in order, none overlapping, that no
    sentence ends within: quotations. Linear in the text.
    """
    if not whole:
        return []
    spans: list[tuple[int, int]] = []
    at = 0
    opened, closed = whole[0]
    start = text.rfind("\n", 0, opened) + 1
    for match in _END.finditer(text, start):
        mark = match.start()
        if mark < opened:
            start = match.end()
        if mark < closed:
            continue
        while at < len(whole) and whole[at][1] <= mark:
            at += 1
        if at == len(whole):
            return [*spans, _bare(text, start, match.end())]
        opened, closed = whole[at]
        if mark < opened:
            spans.append(_bare(text, start, match.end()))
            start = match.end()
    return [*spans, _bare(text, start, len(text))]


def _bare(text: str, start: int, end: int) -> tuple[int, int]:
    sentence = text[start:end]
    first = start + len(sentence) - len(sentence.lstrip())
    return first, first + len(sentence.strip())
