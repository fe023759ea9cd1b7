"""How many articles a query finds, and which of them are looked at, within a bounded time.

All of them, wherever that is quickly done. A common syllable among other words, or punctuation in
a phrase of common words, can cost seconds in a large archive: then the newest stand for all, the
total is a lower bound and says so.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from archive.korean.hangul import is_syllable
from archive.model import Filters
from archive.search.match import Match
from archive.search.retrieve import Selection, count, kept, newest_of, selection

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable

    from archive.search.vocabulary import Vocabulary

CHECKED = (1_500, 6_000, 24_000)
"""So many texts are read, about thirty microseconds each, to see whether a string stands in them as
it is written: the first number where all can be had for it, the others until enough are found."""

COUNTED = 50_000
"""Up to here matches are counted one by one where their true number is not to be had anyway."""

READ_FOR_WEIGHT = 0.01
"""So many texts are read in the time that it takes to join one more token of a heavy syllable."""

ENOUGH = 1_000
"""At least so many are found before the rest is given up."""


class Found(NamedTuple):
    """What a condition selects, and how many that is: all, or `at_least` so many."""

    chosen: Selection
    total: int
    at_least: bool = False


class Bounds:
    """Asks one archive, through one set of filters.

    `wanted` is how many articles are to be listed; None is all of them, whatever it takes.
    """

    def __init__(
        self,
        connection: sqlite3.Connection,
        vocabulary: Vocabulary,
        filters: Filters,
        wanted: int | None,
    ) -> None:
        self._connection = connection
        self._vocabulary = vocabulary
        self._filters = filters
        self._wanted = wanted
        self._expected = 0  # matches before the filters, told anew with each condition

    def found(self, match: Match, lighter: Callable[[], Match | None], expected: int) -> Found:
        """What is found by `match`, or sooner by the `lighter` one: the same but for heavy
        syllables left to the texts. About `expected` articles match before the filters.
        """
        self._expected = expected
        if self._vocabulary.is_heavy(match.fts):
            weight = self._vocabulary.weight_of(match.fts)
            light = lighter()
            return (
                self._by_syllable(match)
                or self._lightly(light, CHECKED[0])
                or self._abridged(match)
                or self._lightly(light, int(weight * READ_FOR_WEIGHT))
                or self._kept(match)
            )
        return self._newest(match) or self._all(match)

    def _all(self, match: Match) -> Found:
        chosen = self._selected(match)
        return Found(chosen, count(self._connection, chosen))

    def _kept(self, match: Match) -> Found:
        """All of them, found once and then remembered: to find them again takes as long."""
        chosen = kept(self._connection, self._selected(match))
        return Found(chosen, count(self._connection, chosen))

    def _by_syllable(self, match: Match) -> Found | None:
        """A lone syllable: how many articles hold it is known."""
        syllable = match.fts.removeprefix('"').removesuffix('"*')
        if match.sql or self._filters != Filters() or not _is_one(syllable):
            return None
        short = self._vocabulary.abridged(match.fts) if self._wanted is not None else None
        chosen = self._selected(match._replace(fts=short or match.fts))
        return Found(chosen, self._vocabulary.holding(syllable))

    def _lightly(self, match: Match | None, most: int) -> Found | None:
        """Few articles have the rest of the query: their texts tell."""
        if match is None or not match.fts or self._vocabulary.is_heavy(match.fts):
            return None
        rest = self._selected(Match(match.fts))
        if count(self._connection, rest, most=most + 1) > most:
            return None
        return self._all(match)

    def _abridged(self, match: Match) -> Found | None:
        """Most of them, by the commonest tokens that stand in for a syllable."""
        short = self._vocabulary.abridged(match.fts)
        if self._wanted is None or not short:
            return None
        shorter = match._replace(fts=short)
        if reads_texts(match):
            return self._newest(shorter)
        chosen = self._selected(shorter)
        total = count(self._connection, chosen, most=COUNTED)
        enough = total >= max(ENOUGH, self._wanted)
        return Found(chosen, total, at_least=True) if enough else None

    def _newest(self, match: Match) -> Found | None:
        """Among the newest that have the tokens, those that have the string too."""
        if self._wanted is None or not match.fts or not reads_texts(match):
            return None
        tokens = self._selected(Match(match.fts))
        total, chosen = 0, tokens
        for depth in CHECKED:
            if count(self._connection, tokens, most=depth + 1) <= depth:
                return None
            chosen = newest_of(tokens, match, depth)
            total = count(self._connection, chosen)
            if total >= self._wanted:
                break
        return Found(chosen, total, at_least=True) if total else None

    def _selected(self, match: Match) -> Selection:
        return selection(self._connection, match, self._filters, self._expected)


def _is_one(text: str) -> bool:
    return len(text) == 1 and is_syllable(text)


def reads_texts(match: Match) -> bool:
    """Whether a condition can be told only from the articles' texts."""
    return "articles." in match.sql
