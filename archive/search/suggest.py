"""What a searcher may have meant, for words that no article has.

Initial consonants (ㄴㄹㅂㄷ → 누리배달), the wrong keyboard (snflqoekf), a slip (누리배담).
Asked only when the query as it stands finds nothing.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from archive.korean import keyboard
from archive.korean.hangul import INITIALS, SYLLABLE_FIRST, SYLLABLES_PER_INITIAL, fold, initials
from archive.korean.misspelling import slips
from archive.korean.pairs import runs
from archive.search.query import Phrase, Word
from archive.search.terms import trimmed
from archive.search.vocabulary import phrase

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Sequence

    from archive.search.vocabulary import Vocabulary

    Pairs = Callable[[sqlite3.Connection, str, str], dict[str, int]]

_ONLY_INITIALS = re.compile(f"[{INITIALS}]{{2,}}")

BEAM = 150
"""Beginnings of a word that are followed when its letters are known in part only."""

_MOST_WORDS = 8  # of a query that are looked into, each a few hundred look-ups
_LONGEST_WORD = 24
"""Characters: the work grows with the square of them, and nobody slips in a longer word once."""

_WORDS_CHECKED = 40  # strings whose texts are read for where they stand


def suggestion(
    connection: sqlite3.Connection,
    query: str,
    leaves: Sequence[Word | Phrase],
    vocabulary: Vocabulary,
) -> str | None:
    """The query with each unknown word replaced by one that the archive has; None if there is none
    for any of them.
    """
    better = query
    for leaf in leaves[:_MOST_WORDS]:
        text = trimmed(leaf)
        if not runs(text) or len(text) > _LONGEST_WORD or vocabulary.phrase(text):
            continue
        meant = _meant(connection, leaf.text.strip(), text, vocabulary)
        if meant:
            better = better.replace(leaf.text.strip(), meant)
    return better if better != query else None


def _meant(
    connection: sqlite3.Connection, typed: str, folded: str, vocabulary: Vocabulary
) -> str | None:
    if _ONLY_INITIALS.fullmatch(folded):
        return _by_initials(connection, folded, vocabulary)
    for other in (keyboard.to_hangul(typed), keyboard.to_latin(folded)):
        if other and len(other) > 1 and vocabulary.phrase(fold(other)):
            return other
    if len(runs(folded)) != 1 or len(folded) < 2:
        return None
    known = [slip for slip in slips(folded) if vocabulary.phrase(slip)]
    return max(
        known, key=lambda slip: (len(slip) == len(folded), vocabulary.phrase(slip)), default=None
    )


def _by_initials(
    connection: sqlite3.Connection, consonants: str, vocabulary: Vocabulary
) -> str | None:
    """The name with those initial consonants that most articles have, else the likeliest string of
    syllables that occurs.
    """
    names = [
        (vocabulary.phrase(fold(name)), name)
        for (name,) in connection.execute(
            "SELECT DISTINCT name FROM entities WHERE length(name) = ?", (len(consonants),)
        )
        if initials(name) == consonants
    ]
    if names:
        return str(max(names)[1])
    return likeliest(connection, consonants, _pairs, vocabulary)


def likeliest(
    connection: sqlite3.Connection, letters: str, pairs: Pairs, vocabulary: Vocabulary
) -> str | None:
    """Of the strings that begin a word in the archive and may be meant by `letters` (two or more),
    the one in most articles. `pairs` tells the tokens that two neighbouring letters may mean.
    """
    beginnings = pairs(connection, letters[0], letters[1])
    for first, second in pairwise(letters[1:]):
        following: dict[str, list[tuple[str, int]]] = {}
        for pair, articles in pairs(connection, first, second).items():
            following.setdefault(pair[0], []).append((pair[1], articles))
        longer = {
            beginning + last: min(articles, others)
            for beginning, articles in beginnings.items()
            for last, others in following.get(beginning[-1], ())
        }
        usual = sorted(longer, key=lambda text: -longer[text])
        beginnings = {
            text: vocabulary.phrase(text) for text in usual[:BEAM] if _occurs(connection, text)
        }
    usual = sorted(beginnings, key=lambda text: -beginnings[text])
    return next((text for text in usual[:_WORDS_CHECKED] if _begins_words(connection, text)), None)


def _begins_words(connection: sqlite3.Connection, text: str) -> bool:
    """Whether an article has the string at the beginning of a word, not inside one."""
    rows = connection.execute(
        """
        SELECT coalesce(articles.headline, '') || char(10) || articles.body FROM article_index
        JOIN articles ON articles.id = article_index.rowid WHERE article_index MATCH ? LIMIT 5
        """,
        (phrase(text),),
    )
    return any(re.search(rf"(?<!\w){re.escape(text)}", fold(row)) for (row,) in rows)


def _pairs(connection: sqlite3.Connection, first: str, second: str) -> dict[str, int]:
    """The pairs of the index whose syllables begin with these consonants."""
    start = ord(SYLLABLE_FIRST) + INITIALS.index(first) * SYLLABLES_PER_INITIAL
    rows = connection.execute(
        "SELECT term, doc FROM article_tokens WHERE term >= ? AND term < ? AND length(term) = 2",
        (chr(start), chr(start + SYLLABLES_PER_INITIAL)),
    )
    return {term: articles for term, articles in rows if initials(term[1]) == second}


def _occurs(connection: sqlite3.Connection, text: str) -> bool:
    found = connection.execute(
        "SELECT 1 FROM article_index WHERE article_index MATCH ? LIMIT 1", (phrase(text),)
    )
    return found.fetchone() is not None
