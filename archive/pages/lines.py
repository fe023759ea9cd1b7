"""A dump as its non-blank lines, each with its place and the blank lines above it."""

from __future__ import annotations

from typing import NamedTuple

# What stands at the edges of a line and is not part of it: every Unicode space (NBSP among them),
# the marks that zero-width joiners and a stray byte order mark leave behind.
_EDGES = " \t\r\x0b\x0c\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a"
_EDGES += "\u200b\u200c\u200d\u2028\u2029\u202f\u205f\u2060\u3000\ufeff\x85\x1c\x1d\x1e\x1f"

# Bullets that a browser draws for a list; they belong to the page, not to the words.
BULLETS = "•‣◦∙"


class Line(NamedTuple):
    """A non-blank line: `text` without its edges, `start` and `end` in the dump, `gap` the number
    of blank lines above, `words` the text without the list bullet that opened it if `bullet`; never
    empty.
    """

    text: str
    start: int
    end: int
    gap: int
    bullet: bool
    words: str


def lines_of(text: str) -> list[Line]:
    """The non-blank lines of a dump, in one pass; any line end counts."""
    if "\r" in text:
        text = text.replace("\r\n", " \n").replace("\r", "\n")  # offsets stay what they were
    found: list[Line] = []
    at = 0
    gap = 0
    for raw in text.split("\n"):
        body = raw.strip(_EDGES)
        if body:
            start = at + raw.index(body[0]) if raw[0] != body[0] else at
            bullet = body[0] in BULLETS
            words = (body[1:].lstrip(_EDGES) or body) if bullet else body
            found.append(Line(body, start, start + len(body), gap, bullet, words))
            gap = 0
        else:
            gap += 1
        at += len(raw) + 1
    return found


def strip_edges(text: str) -> str:
    """The text without blanks, NBSP or zero-width marks at its edges."""
    return text.strip(_EDGES)
