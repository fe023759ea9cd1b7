"""A query with its Hanja read as Hangul (李明 → 이명), or in the Hanja that reads like its Hangul.

Asked only when the query as it stands finds nothing, and only of words that the archive lacks.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from archive.korean.hangul import fold, is_syllable
from archive.korean.hanja import hanja_read, readings
from archive.search.suggest import likeliest
from archive.search.terms import trimmed

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence

    from archive.search.query import Phrase, Word
    from archive.search.vocabulary import Vocabulary

_MOST_WORDS = 8  # of a query that are looked into
_LONGEST = 8  # syllables: names and terms in Hanja are shorter
_ANY_HANJA = ("\u3400", "\ua000")
_HANJA_FIRST = re.compile("([\u3400-\u9fff]+)([가-힣]*)")


def read_otherwise(
    connection: sqlite3.Connection,
    query: str,
    leaves: Sequence[Word | Phrase],
    vocabulary: Vocabulary,
) -> str | None:
    """The query with each unknown word in the other script, as the archive has it; None where
    that is no different.
    """
    other = fold(query)
    words = [word for leaf in leaves for word in trimmed(leaf).split()]
    for word in words[:_MOST_WORDS]:
        if 1 < len(word) <= _LONGEST and not vocabulary.phrase(word):
            read = _in_hangul(word, vocabulary) or _in_hanja(connection, word, vocabulary)
            other = other.replace(word, read) if read else other
    return other if other != fold(query) else None


def _in_hangul(word: str, vocabulary: Vocabulary) -> str | None:
    """The reading that most articles have; Hangul behind the Hanja (a josa) may be dropped."""
    parts = _HANJA_FIRST.fullmatch(word)
    if parts is None:
        return None
    hanja, hangul = parts.groups()
    read = readings(hanja)
    for ending in dict.fromkeys((hangul, "")):
        known = [reading + ending for reading in read if vocabulary.phrase(reading + ending)]
        if known:
            return max(known, key=vocabulary.phrase)
    return None


def _in_hanja(connection: sqlite3.Connection, word: str, vocabulary: Vocabulary) -> str | None:
    """The Hanja of the archive that reads so: of the whole word, or of its first syllable as
    headlines write surnames.
    """
    if not all(map(is_syllable, word)) or not _has_hanja(connection):
        return None
    surnamed = [hanja + word[1:] for hanja in hanja_read(word[0])]
    return likeliest(connection, word, _hanja_pairs, vocabulary) or next(
        filter(vocabulary.phrase, surnamed), None
    )


def _has_hanja(connection: sqlite3.Connection) -> bool:
    found = connection.execute(
        "SELECT 1 FROM article_tokens WHERE term >= ? AND term < ? LIMIT 1", _ANY_HANJA
    )
    return found.fetchone() is not None


def _hanja_pairs(connection: sqlite3.Connection, first: str, second: str) -> dict[str, int]:
    """The pairs of the index that read as two syllables."""
    seconds = frozenset(hanja_read(second))
    found: dict[str, int] = {}
    for hanja in hanja_read(first) if seconds else "":
        rows = connection.execute(
            "SELECT term, doc FROM article_tokens WHERE term > ? AND term < ?",
            (hanja, chr(ord(hanja) + 1)),
        )
        found |= {term: articles for term, articles in rows if term[1:] in seconds}
    return found
