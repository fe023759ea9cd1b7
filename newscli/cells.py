"""Text measured in terminal cells: a Hangul syllable takes two, a combining mark none.

Enough for help pages and short messages without importing rich; the views measure with rich.
"""

from __future__ import annotations

from unicodedata import category, east_asian_width

_WIDE = frozenset("WF")
_WEIGHTLESS = frozenset({"Mn", "Me", "Cf"})
_JAMO_VOWEL, _JAMO_END = "\u1160", "\u11ff"  # medial and final jamo sit on the initial before them


def width(text: str) -> int:
    """How many cells a line of text takes; ambiguous characters count as one."""
    if text.isascii():
        return len(text)
    return sum(_cells(character) for character in text)


def _cells(character: str) -> int:
    if _JAMO_VOWEL <= character <= _JAMO_END or category(character) in _WEIGHTLESS:
        return 0
    return 2 if east_asian_width(character) in _WIDE else 1


def pad(text: str, cells: int) -> str:
    """The text with blanks behind it up to `cells`; longer text as it is."""
    return text + " " * (cells - width(text))


def wrap(text: str, cells: int) -> list[str]:
    """Lines of at most `cells`, broken at blanks; a word that is longer stands alone, whole."""
    lines: list[str] = []
    line = ""
    for word in text.split():
        longer = f"{line} {word}" if line else word
        if line and width(longer) > cells:
            lines.append(line)
            line = word
        else:
            line = longer
    return [*lines, line] if line else lines
