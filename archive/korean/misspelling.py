"""The words a slip of the finger away: one letter wrong, missing, doubled or swapped.

For Hangul a slip is one jamo: 배달특금 → 배달특급.
"""

from __future__ import annotations

from collections.abc import Iterator

from archive.korean.hangul import (
    FINALS,
    INITIALS,
    VOWELS,
    is_syllable,
    join_syllable,
    split_syllable,
)

_LATIN = "abcdefghijklmnopqrstuvwxyz"


def slips(word: str) -> Iterator[str]:
    """Every word that is one slip away from a folded `word`, some of them more than once."""
    for at, character in enumerate(word):
        before, after = word[:at], word[at + 1 :]
        if len(word) > 2:
            yield before + after
        if after:
            yield before + after[0] + character + after[1:]
        for other in _alternatives(character):
            yield before + other + after


def _alternatives(character: str) -> Iterator[str]:
    if is_syllable(character):
        initial, vowel, final = split_syllable(character)
        yield from (join_syllable(other, vowel, final) for other in INITIALS if other != initial)
        yield from (join_syllable(initial, other, final) for other in VOWELS if other != vowel)
        yield from (join_syllable(initial, vowel, other) for other in FINALS if other != final)
    elif character in _LATIN:
        yield from (other for other in _LATIN if other != character)
