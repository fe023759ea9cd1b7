"""Phrases that a rule has found in a text and that may name a speaker: where they stand."""

from __future__ import annotations

import re
from typing import NamedTuple

# Another clause ends before the owner: 한도윤이 주민의 제안을, 비가 와서 주민의 말에.
_CLAUSE = re.compile(r"[가-힣](?:은|는|이|가|을|를|에게|로|고|며|면|서|자)\s")


class Phrase(NamedTuple):
    """Where a phrase that may name a speaker stands."""

    start: int
    end: int


def phrase_in(match: re.Match[str] | None, group: str = "phrase") -> Phrase | None:
    """Where that group of a match stands, if there is a match."""
    return Phrase(*match.span(group)) if match else None


def last_word(text: str, phrase: Phrase) -> int:
    """Where the last word of a phrase begins."""
    return max(phrase.start, text.rfind(" ", phrase.start, phrase.end) + 1)


def holds_clause_end(text: str, phrase: Phrase) -> bool:
    """Whether a clause ends within a phrase, so that it names more than an owner."""
    return _CLAUSE.search(text, phrase.start, phrase.end) is not None
