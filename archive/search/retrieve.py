"""Ask the index: how many articles match, and which of them are worth ranking.

FTS5 scores every row that matches, about a millisecond a thousand. So the words that decide are the
rarest ones, and where even they are everywhere the newest articles stand in for the best.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from archive.model import Filters
from archive.search.match import Match, either
from archive.search.rank import Candidate, content_tokens
from archive.search.vocabulary import phrase, quoted
from archive.store.reading.filters import condition, pages_carried

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

SCORED_WALK = 1_000_000
"""Nor are they where the words have more entries in the index than this: BM25 counts them all."""

IN_HEADLINE = 40
"""Candidates for their headline among those that are not scored."""

REACH = 100_000
"""Among so many of the newest articles they are looked for."""


PROBED_ARTICLES = 500
"""So few articles that pass the filters are looked up in the index one by one, a tenth of a
millisecond each, where many more match."""

_PROBED_BELOW = 0.002  # of the rows that match


class Selection(NamedTuple):
    """The part of a SQL statement that selects articles: the tables, the condition and its
    parameters. `id` is the column of their ids, in whose order the rows come.
    """

    tables: str
    where: str
    values: tuple[str, ...]
    id: str

    @property
    def sql(self) -> str:
        """What follows FROM."""
        return f"{self.tables} WHERE {self.where}"

    @property
    def by_index(self) -> bool:
        """Whether the full-text index takes part."""
        return "article_index" in self.tables

    def with_facts(self) -> Selection:
        """The same articles, with the columns of `facts`."""
        if "facts" in self.tables:
            return self
        return self._replace(tables=f"{self.tables} {_JOIN_FACTS}")


# CROSS keeps SQLite from walking the articles first and asking the index for each.
_JOIN_FACTS = "CROSS JOIN facts ON facts.id = article_index.rowid"
_JOIN_TEXTS = "CROSS JOIN articles ON articles.id = facts.id"


def selection(
    connection: sqlite3.Connection, match: Match, filters: Filters, expected: int
) -> Selection:
    """The articles that match and pass the filters; about `expected` of them match."""
    few = expected < pages_carried(connection, filters)
    where, values = condition(filters, one_by_one=few)
    filtered = filters != Filters() or bool(match.sql)
    if not match.fts:
        tables, id_column = "facts", "facts.id"
    elif not filtered:
        tables, id_column = "article_index", "article_index.rowid"
    elif expected * _PROBED_BELOW > PROBED_ARTICLES and _are_few(connection, where, values):
        tables, id_column = f"facts CROSS JOIN article_index ON {_SAME}", "facts.id"
    else:
        tables, id_column = f"article_index {_JOIN_FACTS}", "article_index.rowid"
    if "articles." in match.sql:
        tables = f"{tables} {_JOIN_TEXTS}"
    conditions = [
        *(["article_index MATCH ?"] if match.fts else ()),
        *([where] if filters != Filters() else ()),
        *([match.sql] if match.sql else ()),
    ]
    asked = (match.fts,) if match.fts else ()
    return Selection(
        tables, " AND ".join(conditions) or "1", (*asked, *values, *match.values), id_column
    )


_SAME = "article_index.rowid = facts.id"


def _are_few(connection: sqlite3.Connection, where: str, values: Sequence[str]) -> bool:
    """Whether few articles pass the filters."""
    (number,) = connection.execute(
        f"SELECT count(*) FROM (SELECT 1 FROM facts WHERE {where} LIMIT {PROBED_ARTICLES + 1})",
        values,
    ).fetchone()
    return int(number) <= PROBED_ARTICLES


def newest_of(chosen: Selection, match: Match, number: int) -> Selection:
    """Of articles selected by the index, the newest `number`, if the texts say so too."""
    newest = (
        f"(SELECT {chosen.id} AS id FROM {chosen.sql} ORDER BY {chosen.id} DESC LIMIT {number})"
    )
    tables = f"{newest} AS newest CROSS JOIN facts ON facts.id = newest.id {_JOIN_TEXTS}"
    return Selection(tables, match.sql, (*chosen.values, *match.values), "newest.id")


def kept(connection: sqlite3.Connection, chosen: Selection) -> Selection:
    """The same articles, by their ids: found now, not again each time."""
    (ids,) = connection.execute(
        f"SELECT json_group_array({chosen.id}) FROM {chosen.sql}", chosen.values
    ).fetchone()
    tables = "json_each(?) AS kept CROSS JOIN facts ON facts.id = kept.value"
    return Selection(tables, "1", (ids,), "facts.id")


def count(connection: sqlite3.Connection, chosen: Selection, *, most: int | None = None) -> int:
    """How many articles are selected; no more than `most`."""
    sql = f"SELECT count(*) FROM {chosen.sql}"
    if most is not None:
        sql = f"SELECT count(*) FROM (SELECT 1 FROM {chosen.sql} LIMIT {most})"
    return int(connection.execute(sql, chosen.values).fetchone()[0])


def by_relevance(
    connection: sqlite3.Connection, chosen: Selection, limit: int, *, scored: bool = True
) -> list[tuple[int, float]]:
    """Ids with their BM25, best first; without scores, the newest, those with the words in their
    headline first.
    """
    if not chosen.by_index:
        return [(article_id, 0.0) for article_id in by_date(connection, chosen, "newest", limit, 0)]
    if not scored:
        first = _by_headline(connection, chosen)
        rest = _newest(connection, chosen, limit)
        return [(article_id, 0.0) for article_id in dict.fromkeys([*first, *rest])][:limit]
    # The plus keeps FTS5 from scoring what the filters leave out.
    order = "+rank" if "facts" in chosen.tables else "rank"
    rows = connection.execute(
        f"SELECT {chosen.id}, -rank FROM {chosen.sql} ORDER BY {order} LIMIT ?",
        (*chosen.values, limit),
    )
    return rows.fetchall()


def _newest(connection: sqlite3.Connection, chosen: Selection, limit: int) -> list[int]:
    rows = connection.execute(
        f"SELECT {chosen.id} FROM {chosen.sql} ORDER BY {chosen.id} DESC LIMIT ?",
        (*chosen.values, limit),
    )
    return [article_id for (article_id,) in rows]


def _by_headline(connection: sqlite3.Connection, chosen: Selection) -> list[int]:
    """The newest that have all that is asked for in their headline."""
    if not chosen.tables.startswith("article_index"):
        return []
    expression, *others = chosen.values
    if "} :" in expression or " NOT " in expression:
        return []  # asks for a field already, or would leave out too little
    (last,) = connection.execute("SELECT max(id) FROM facts").fetchone()
    narrowed = chosen._replace(
        where=f"{chosen.where} AND article_index.rowid > {last - REACH}",
        values=(f"{{headline}} : ({expression})", *others),
    )
    return _newest(connection, narrowed, IN_HEADLINE)


def by_date(
    connection: sqlite3.Connection, chosen: Selection, order: SortOrder, limit: int, offset: int
) -> list[int]:
    """Ids by date; articles without one come last."""
    direction = "DESC" if order == "newest" else "ASC"
    rows = connection.execute(
        f"SELECT facts.id FROM {chosen.with_facts().sql} ORDER BY facts.date IS NULL,"
        f" facts.date {direction}, facts.id {direction} LIMIT ? OFFSET ?",
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
