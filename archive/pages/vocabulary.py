"""How the word lists of this room are written: plain text, a word or a line each."""

from __future__ import annotations


def words_of(text: str) -> tuple[str, ...]:
    """The words of a list, whatever blanks part them."""
    return tuple(text.split())


def phrases_of(text: str) -> tuple[str, ...]:
    """The phrases of a list, one a line."""
    return tuple(line.strip() for line in text.splitlines() if line.strip())
