"""Ask the index: how many articles match, and which of them are worth ranking.

FTS5 scores every row that matches, about a millisecond a thousand. So the words that decide are the
rarest ones, and where even they are everywhere the newest articles stand in for the best.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from archive.model import Filters
from archive.search.match import Match, either
from archive.search.rank import Candidate, content_tokens
from archive.search.vocabulary import phrase, quoted
from archive.store.filters import condition

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence

    from archive.model import SortOrder
    from archive.search.terms import Term
    from archive.search.vocabulary import Vocabulary

BEST = 40
"""Candidates that are read and ranked; forty do as well as a hundred."""

NEWEST = 120
"""Candidates where too many match to be scored: the newest ones."""

RARE_PAIRS = 8
"""Single pairs, the rarest, that bring in words in a form which no spelling covers."""

AFFORDABLE_ROWS = 2_000
"""Matching rows that the words of a query may cost together, a millisecond a thousand."""

JOINED_ROWS = 500
"""Rows that two neighbouring words written together may cost: that is seldom how they stand."""

SCORED_ROWS = 20_000
"""More matches than this are not scored one by one: the newest articles are ranked instead."""


LOOKED_UP_ROWS = 1_000
"""Up to so many matches are looked up one by one to see whether they pass the filters."""


class Selection(NamedTuple):
    """The part of a SQL statement that selects articles: after FROM, and its parameters."""

    sql: str
    values: tuple[str, ...]
    by_index: bool = True


def selection(match: Match, filters: Filters, expected: int) -> Selection:
    """The articles that match and pass the filters; about `expected` of them match.

    Rows are wide: reading many of them for a filter is slow. So where many match, the articles that
    pass are collected first, from the small indexes on `articles`.
    """
    where, values = condition(filters)
    conditions = [where, match.sql] if match.sql else [where]
    if not match.fts:
        return Selection(
            f"articles WHERE {' AND '.join(conditions)}", (*values, *match.values), by_index=False
        )
    unfiltered = not values and not match.sql
    if unfiltered:
        return Selection("article_index WHERE article_index MATCH ?", (match.fts,))
    if not match.sql and expected > LOOKED_UP_ROWS:
        return _collected(match, filters)
    # CROSS keeps SQLite from walking the articles first and asking the index for each.
    return Selection(
        "article_index CROSS JOIN articles ON articles.id = article_index.rowid"
        f" WHERE article_index MATCH ? AND {' AND '.join(conditions)}",
        (match.fts, *values, *match.values),
    )


def _collected(match: Match, filters: Filters) -> Selection:
    """The selection by sets of ids, one for each filter: each is read from one index alone."""
    sql, values = "article_index WHERE article_index MATCH ?", [match.fts]
    for name in Filters.__dataclass_fields__:
        value = getattr(filters, name)
        if value is not None:
            where, parameters = condition(replace(Filters(), **{name: value}))
            # The plus keeps SQLite from asking the index once for each id.
            sql += f" AND +article_index.rowid IN (SELECT articles.id FROM articles WHERE {where})"
            values += parameters
    return Selection(sql, tuple(values))


def count(connection: sqlite3.Connection, chosen: Selection) -> int:
    """How many articles are selected."""
    return int(
        connection.execute(f"SELECT count(*) FROM {chosen.sql}", chosen.values).fetchone()[0]
    )


def by_relevance(
    connection: sqlite3.Connection, chosen: Selection, limit: int, *, scored: bool = True
) -> list[tuple[int, float]]:
    """Ids with their BM25, best first; without scores, the newest first."""
    if not chosen.by_index:
        rows = connection.execute(
            f"SELECT articles.id, 0.0 FROM {chosen.sql}"
            " ORDER BY articles.date DESC, articles.id DESC LIMIT ?",
            (*chosen.values, limit),
        )
    elif scored:
        rows = connection.execute(
            f"SELECT article_index.rowid, -rank FROM {chosen.sql} ORDER BY rank LIMIT ?",
            (*chosen.values, limit),
        )
    else:
        rows = connection.execute(
            f"SELECT article_index.rowid, 0.0 FROM {chosen.sql}"
            " ORDER BY article_index.rowid DESC LIMIT ?",
            (*chosen.values, limit),
        )
    return rows.fetchall()


def by_date(
    connection: sqlite3.Connection, chosen: Selection, order: SortOrder, limit: int, offset: int
) -> list[int]:
    """Ids by date; articles without one come last."""
    source = chosen.sql.replace(
        "article_index WHERE",
        "article_index CROSS JOIN articles ON articles.id = article_index.rowid WHERE",
    )
    direction = "DESC" if order == "newest" else "ASC"
    rows = connection.execute(
        f"SELECT articles.id FROM {source} ORDER BY articles.date IS NULL,"
        f" articles.date {direction}, articles.id {direction} LIMIT ? OFFSET ?",
        (*chosen.values, limit, offset),
    )
    return [article_id for (article_id,) in rows]


def nearest(terms: Sequence[Term], vocabulary: Vocabulary) -> Match:
    """What has any of the words, as far as they can be afforded, the rarest first."""
    asked = sorted((term for term in terms if term.articles), key=lambda term: term.articles)
    expressions: list[str] = []
    rows = 0
    for term in asked:
        there = [spelling for spelling in term.spellings if vocabulary.phrase(spelling)]
        cost = sum(map(vocabulary.cost, there))
        if expressions and rows + cost > AFFORDABLE_ROWS:
            continue
        rows += cost
        expressions += map(phrase, there)
    joined = [a.spellings[0] + b.spellings[0] for a, b in pairwise(terms)]
    expressions += [
        phrase(both)
        for both in joined
        if vocabulary.cost(both) <= JOINED_ROWS and vocabulary.phrase(both)
    ]
    pairs = {pair for term in terms for pair in content_tokens(term.spellings[0])}
    for pair in sorted(pairs, key=lambda pair: (vocabulary.token(pair), pair))[:RARE_PAIRS]:
        articles = vocabulary.token(pair)
        if articles and (rows + articles <= AFFORDABLE_ROWS or not expressions):
            rows += articles
            expressions.append(quoted([pair]))
    return Match(either(expressions))


def candidates(
    connection: sqlite3.Connection, found: Sequence[tuple[int, float]]
) -> list[Candidate]:
    """The articles to rank, with their text."""
    wanted: list[Candidate] = []
    for article_id, bm25 in found:
        kind, headline, rest = connection.execute(_TEXT, (article_id,)).fetchone()
        wanted.append(Candidate(article_id, bm25, kind, headline, rest))
    return wanted


_TEXT = """
SELECT kind, coalesce(headline, ''), subheads || char(10) || body || char(10) || captions
FROM articles WHERE id = ?
"""
