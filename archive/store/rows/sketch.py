"""Whether two texts are copies of one story: a sketch to find them by, and a close look at both.

The sketch is a bottom-k MinHash (Broder, “On the resemblance and containment of documents”, 1997)
of the clauses of a text. It is our own and not a library's because its keys are kept in people's
files: those of rensa (Rust, quick) changed between 0.4 and 0.5, datasketch needs scipy, simhash has
not been kept up since 2022; and `zlib.crc32` of a clause takes a tenth of the time of any of them.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from dataclasses import dataclass
from typing import Final
from zlib import crc32

SKETCH_KEYS: Final = 5
"""Of two copies that share half of their clauses, 97% have one of so many smallest keys in common;
of two that share 0.7, 99.8%."""

LEAST_EOJEOLS: Final = 50
"""Shorter texts (a notice, an obituary, a caption) say the same in the same words by nature."""

_LEAST_CLAUSE: Final = 20
"""Characters of a clause, spaces and all, from which it is hardly found in two stories by chance.
"""

_SHINGLE: Final = 6
"""Eojeols that must follow each other in both texts to count as the same words: a name changed in
every sentence leaves few such runs, two sentences changed leave most (bench/ingest_reprints.py)."""

CONTAINED: Final = 0.65
"""The share of the shorter text's shingles that the other one holds."""

RESEMBLANCE: Final = 0.3
"""The Jaccard similarity of both texts' shingles: a round-up that holds a story is no copy of it.
"""

_FALSE_NUMBERS: Final = 0.15
"""The share of the numbers of one text that the other may not have. In two daily reports of the
same making most numbers differ; an editor changes one or two."""

_MOST_CHARACTERS: Final = 20_000
"""Of a longer text the beginning is looked at: no news is longer, and hostile text may be."""

_QUOTES: Final = "“”‘’\"'"
"""Left out of clauses: every paper has its own."""

_CLAUSE_ENDS: Final = re.compile(r"[고며,.?!)]\s+")
_WORD: Final = re.compile(r"\w+(?:[.,]\d+)*")
_DAY: Final = re.compile(r"(?<!\d)(\d{1,2})일(?!간|째|치| 동안)")
_NUMBER: Final = re.compile(r"\d+(?:[.,]\d+)*")


@dataclass(frozen=True, slots=True)
class Telling:
    """What tells a text from others: its shingles, how often it has which number, and the days of
    a month that it names, in order.
    """

    shingles: frozenset[str]
    numbers: Counter[str]
    days: tuple[str, ...]


def sketch(body: str) -> tuple[int, ...]:
    """The keys of a text, ascending numbers of 32 bits; none for a text too short to tell.

    Two texts that share one may be copies. A clause ends where its own last letters say so, so an
    edit changes the keys of the clause that it is in and of no other.
    """
    body = body[:_MOST_CHARACTERS]
    if body.count(" ") + body.count("\n") + 1 < LEAST_EOJEOLS:
        return ()
    text = unicodedata.normalize("NFC", body)
    for quote in _QUOTES:
        text = text.replace(quote, "")
    keys = {
        crc32(clause.encode("utf-8", "surrogatepass"))
        for clause in _CLAUSE_ENDS.split(text)
        if len(clause) >= _LEAST_CLAUSE
    }
    return tuple(sorted(keys)[:SKETCH_KEYS])


def telling(body: str) -> Telling:
    """What `same_story` compares of a text."""
    body = body[:_MOST_CHARACTERS]
    words = _WORD.findall(unicodedata.normalize("NFC", body))
    runs = zip(*(words[start:] for start in range(_SHINGLE)), strict=False)
    numbers = Counter(_NUMBER.findall(body))
    return Telling(frozenset(map(" ".join, runs)), numbers, tuple(_DAY.findall(body)))


def same_story(one: Telling, other: Telling) -> bool:
    """Whether one text is the other with cuts and edits. Symmetric.

    Precision first: texts off one last that differ in their numbers or names are two stories, and
    so are those that begin with the news of different days.
    """
    shared = len(one.shingles & other.shingles)
    fewer, more = sorted((len(one.shingles), len(other.shingles)))
    if not shared or shared < CONTAINED * fewer or shared < RESEMBLANCE * (fewer + more - shared):
        return False
    if one.days and other.days and not (one.days[0] in other.days and other.days[0] in one.days):
        return False
    total = min(one.numbers.total(), other.numbers.total())
    agreeing = (one.numbers & other.numbers).total()
    return total - agreeing <= max(1, _FALSE_NUMBERS * total)
