"""One search from beginning to end: read the query, match, rank, cut the snippets.

All words are wanted first. When no article has them all, words count by their stems; when still
none has, the best partial answers come, and `read_as` says so.
"""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from archive.korean.pairs import runs
from archive.model import Filters, Results
from archive.search import match, query, retrieve
from archive.search.bounds import Bounds, Found
from archive.search.collapse import page
from archive.search.describe import described
from archive.search.hits import hits
from archive.search.rank import FEATURES, Question, Ranked, ranked
from archive.search.snippet import Needle
from archive.search.terms import Term, is_question, terms, trimmed
from archive.search.vocabulary import Vocabulary

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable

    from archive.model import SortOrder

FEW = 3
"""Fewer articles with all words than this are followed by partial answers nearly as good."""

NEARLY_AS_GOOD = 5.0
"""How much less than the best article with all words a partial answer may score: a quarter of what
the features can add up to."""

LISTED = 1_000
"""For a list longer than this every match is found, whatever it takes."""

NO_FILTERS = Filters()

_NEAREST = ("question", "some")
_NOTHING = Found(retrieve.Selection("facts", "0", (), "facts.id"), 0)

_UNSTORABLE = re.compile("[\0\ud800-\udfff]")


class Reading(NamedTuple):
    """A query as it was understood, and what it selects.

    `manner` is `all`, `stems`, `some` (partial answers), `question` (the nearest answers),
    `everything` (no words, only facts), `readings` (Hanja read as Hangul or the reverse) or
    `nothing` (nothing was asked).
    """

    tree: query.All
    manner: str
    condition: match.Match
    terms: list[Term]
    found: Found

    @property
    def total(self) -> int:
        """How many articles match."""
        return self.found.total


def search(
    connection: sqlite3.Connection,
    text: str,
    *,
    limit: int = 20,
    offset: int = 0,
    sort: SortOrder = "relevance",
    filters: Filters = NO_FILTERS,
    copies: bool = False,
    passages: int = 0,
) -> Results:
    """Find articles; best first, or by date. Any text is a query.

    A story that several papers printed is one hit, unless `copies`; `passages` is how many of them
    a hit brings beside its snippet.

    Raises `UsageError` for a date in the query that does not exist, and nothing else.
    """
    limit, offset = max(0, limit), max(0, offset)
    listed = limit + offset if sort == "relevance" and limit + offset <= LISTED else None
    searcher = Searcher(connection, text, filters, listed)
    if copies:
        scored = searcher.ordered(sort, limit + offset)[offset:]
    else:
        scored = page(connection, partial(searcher.ordered, sort), limit, offset)
    return Results(
        query=text,
        read_as=described(searcher.reading.tree, searcher.reading.manner, len(searcher.followers)),
        total=searcher.total,
        total_is_exact=not searcher.reading.found.at_least,
        suggestion=searcher.suggestion(),
        hits=hits(connection, scored, searcher.needles(), passages, searcher.followers),
        followers=len(searcher.followers),
    )


class Searcher:
    """A query on its way through an archive: reads it once, then answers in several ways."""

    def __init__(
        self,
        connection: sqlite3.Connection,
        text: str,
        filters: Filters,
        listed: int | None = None,
    ) -> None:
        """`listed` is how many articles are to be listed, best first; None for all of them."""
        match.prepare(connection)
        self._connection = connection
        self._filters = filters
        self._text = text = _storable(text)
        self._vocabulary = Vocabulary(connection)
        self._bounds = Bounds(connection, self._vocabulary, filters, listed)
        self.followers: frozenset[int] = frozenset()  # known when the best are
        self.reading = self._read(query.parse(text))

    @property
    def total(self) -> int:
        """How many articles match; the partial answers that follow them do not."""
        return self.reading.total

    def selection(self) -> retrieve.Selection:
        """The articles that match."""
        return self.reading.found.chosen

    def best(self, limit: int) -> list[Ranked]:
        """The best of the matching articles, best first."""
        reading = self.reading
        if not limit or not reading.total:
            return []
        chosen = self.selection()
        alone = (
            reading.manner in ("all", "stems") and reading.total < FEW and self._can_be_partial()
        )
        if alone:
            found, depth = self._with_partial(chosen), retrieve.BEST + FEW
        else:
            scored = self._is_scored(reading)
            depth = retrieve.BEST if scored else retrieve.NEWEST
            found = retrieve.by_relevance(
                self._connection, chosen, max(limit, depth), scored=scored
            )
        head = ranked(retrieve.candidates(self._connection, found[:depth]), self._question())
        if alone:
            head = self._full_first(head, {article_id for article_id, _ in self._all(chosen)})
        return [*head, *_tail(head, found[depth:])][:limit]

    def ordered(self, sort: SortOrder, limit: int) -> list[tuple[int, float]]:
        """The first matching articles in that order, as (id, score)."""
        if sort == "relevance":
            return [(place.id, place.score) for place in self.best(limit)]
        return [(article_id, 0.0) for article_id in self.dated(sort, limit, 0)]

    def dated(self, order: SortOrder, limit: int, offset: int) -> list[int]:
        """The ids of matching articles by date."""
        if not self.reading.total:
            return []
        return retrieve.by_date(self._connection, self.selection(), order, limit, offset)

    def suggestion(self) -> str | None:
        """A query that would find something, where this one as it stands finds nothing."""
        if self.reading.manner in ("question", "everything", "readings") or (
            self.reading.manner == "all" and self.reading.total
        ):
            return None
        from archive.search.suggest import suggestion  # noqa: PLC0415 - few searches need it

        leaves = query.words(self.reading.tree)
        other = suggestion(self._connection, self._text, leaves, self._vocabulary)
        if other is None:
            return None
        return other if Searcher(self._connection, other, self._filters).total else None

    def needles(self) -> list[Needle]:
        """What to mark in a snippet."""
        return [
            Needle(text, term.weight + 0.1, number)
            for number, term in enumerate(self.reading.terms)
            for text in dict.fromkeys((term.word, *term.spellings))
        ]

    def _read(self, tree: query.All) -> Reading:
        leaves = query.words(tree)
        if leaves and not any(runs(trimmed(leaf)) for leaf in leaves):
            tree = _as_phrases(tree)
            leaves = query.words(tree)
        literal = terms(leaves, self._vocabulary, by_stem=False)
        stemmed = terms(leaves, self._vocabulary, by_stem=True)
        if is_question(leaves, self._text) and _is_plain(tree):
            nearest = retrieve.nearest(stemmed, self._vocabulary)
            if nearest.fts:
                return self._reading(tree, "question", nearest, stemmed)
        spell = match.literal(self._vocabulary)
        condition = match.compiled(tree, self._vocabulary, spell)
        lighter = partial(match.compiled, tree, self._vocabulary, spell, lightly=True)
        if condition is None:
            manner = "nothing" if not tree.nodes or leaves else "everything"
            return Reading(tree, manner, match.Match(), literal, _NOTHING)
        manner = "all" if leaves else "everything"
        reading = self._reading(tree, manner, condition, stemmed, lighter)
        if reading.total:
            return reading
        return self._read_otherwise(leaves) or self._read_loosely(tree, reading, stemmed)

    def _read_otherwise(self, leaves: list[query.Word | query.Phrase]) -> Reading | None:
        """The query with Hanja read as Hangul or the reverse, where articles have that."""
        from archive.search.readings import read_otherwise  # noqa: PLC0415 - few searches need it

        other = read_otherwise(self._connection, self._text, leaves, self._vocabulary)
        if other is None:
            return None
        tree = query.parse(other)
        condition = match.compiled(tree, self._vocabulary, match.literal(self._vocabulary))
        read = terms(query.words(tree), self._vocabulary, by_stem=True)
        reading = self._reading(tree, "readings", condition, read) if condition else None
        return reading if reading and reading.total else None

    def _read_loosely(self, tree: query.All, literally: Reading, stemmed: list[Term]) -> Reading:
        """What to make of a query that no article matches as it stands."""
        loose = match.loose(self._vocabulary, alone=len(query.words(tree)) == 1)
        condition = match.compiled(tree, self._vocabulary, loose)
        lighter = partial(match.compiled, tree, self._vocabulary, loose, lightly=True)
        if condition and condition != literally.condition:
            reading = self._reading(tree, "stems", condition, stemmed, lighter)
            if reading.total:
                return reading
        if not _is_partial(tree):
            return literally
        some = self._partial(tree, stemmed)
        reading = self._reading(tree, "some", some, stemmed) if some else literally
        return reading if reading.total else literally

    def _reading(
        self,
        tree: query.All,
        manner: str,
        condition: match.Match,
        terms_: list[Term],
        lighter: Callable[[], match.Match | None] = lambda: None,
    ) -> Reading:
        reading = Reading(tree, manner, condition, terms_, _NOTHING)
        found = self._bounds.found(condition, lighter, self._expected(reading))
        return reading._replace(found=found)

    def _partial(self, tree: query.All, stemmed: list[Term]) -> match.Match | None:
        """Any of the words, while everything else in the query still holds."""
        nearest = retrieve.nearest(stemmed, self._vocabulary)
        if not nearest.fts:
            return None
        others = query.All(tuple(node for node in tree.nodes if not query.is_bare(node)))
        kept = match.compiled(others, self._vocabulary, match.literal(self._vocabulary))
        return match.both([nearest, kept]) if kept else nearest

    def _can_be_partial(self) -> bool:
        return _is_partial(self.reading.tree)

    def _with_partial(self, chosen: retrieve.Selection) -> list[tuple[int, float]]:
        some = self._partial(self.reading.tree, self.reading.terms)
        if some is None:
            return self._all(chosen)
        wider = self._reading(self.reading.tree, "some", some, self.reading.terms)
        found = retrieve.by_relevance(
            self._connection, wider.found.chosen, retrieve.BEST, scored=self._is_scored(wider)
        )
        known = {article_id for article_id, _ in found}
        return [*found, *(row for row in self._all(chosen) if row[0] not in known)]

    def _all(self, chosen: retrieve.Selection) -> list[tuple[int, float]]:
        scored = self._is_scored(self.reading)
        return retrieve.by_relevance(self._connection, chosen, FEW, scored=scored)

    def _full_first(self, places: list[Ranked], full: set[int]) -> list[Ranked]:
        """Articles with all words, then those partial answers that come close to them."""
        first = [place for place in places if place.id in full]
        enough = first[0].score - NEARLY_AS_GOOD if first else 0.0
        after = [place for place in places if place.id not in full and place.score >= enough]
        self.followers = frozenset(place.id for place in after)
        return [*first, *after]

    def _is_scored(self, reading: Reading) -> bool:
        """Whether BM25 can be had for the matching articles in good time."""
        walk = sum(self._vocabulary.walk(text) for t in reading.terms for text in t.spellings)
        return (
            reading.found.chosen.by_index
            and not reading.found.at_least
            and not self._vocabulary.is_heavy(reading.found.chosen.values[0])
            and max(reading.total, self._expected(reading)) <= retrieve.SCORED_ROWS
            and (reading.manner in _NEAREST or walk <= retrieve.SCORED_WALK)
        )

    def _expected(self, reading: Reading) -> int:
        """About how many articles match before the filters: rows that FTS5 would have to score."""
        if reading.manner in _NEAREST:
            return retrieve.AFFORDABLE_ROWS
        articles = [term.articles for term in reading.terms]
        every = min if _is_plain(reading.tree) else max
        return every(articles, default=self._vocabulary.articles)

    def _question(self) -> Question:
        texts = [trimmed(leaf) for leaf in query.words(self.reading.tree)]
        return Question(self.reading.terms, texts, self._vocabulary)


def explained(place: Ranked) -> tuple[tuple[str, float], ...]:
    """What each feature adds to a score, by name; nothing where it was not read."""
    return tuple(zip(FEATURES, place.worth, strict=True)) if place.worth else ()


def _storable(text: str) -> str:
    """The text with U+FFFD for what SQLite can't hold: NUL and lone surrogates."""
    return _UNSTORABLE.sub("\ufffd", text)


def _tail(head: list[Ranked], found: list[tuple[int, float]]) -> list[Ranked]:
    """Those that were not ranked, in the order of their BM25, below all that were."""
    last = min((place.score for place in head), default=0.0)
    best = max((bm25 for _, bm25 in found), default=0.0) or 1.0
    return [
        Ranked(article_id, last * bm25 / best, worth=None, has_all=True)
        for article_id, bm25 in found
    ]


def _is_plain(tree: query.All) -> bool:
    return all(query.is_bare(node) or isinstance(node, query.Dates) for node in tree.nodes)


def _is_partial(tree: query.All) -> bool:
    """Whether the query has several words of which an article may lack one."""
    return sum(map(query.is_bare, tree.nodes)) > 1


def _as_phrases(tree: query.All) -> query.All:
    """Punctuation alone is looked for as it is written."""
    return query.All(
        tuple(query.Phrase(n.text) if isinstance(n, query.Word) else n for n in tree.nodes)
    )
