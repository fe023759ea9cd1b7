"""What a query finds, seen as a whole: how many, when, where; and articles like a given one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from archive.errors import ArticleNotFound, UsageError
from archive.korean.hangul import fold
from archive.model import Filters
from archive.search.collapse import first_of_each
from archive.search.hits import hits
from archive.search.match import Match, either
from archive.search.rank import content_tokens
from archive.search.retrieve import by_relevance, selection
from archive.search.searching import Searcher, explained
from archive.search.snippet import Needle
from archive.search.vocabulary import Vocabulary, quoted

if TYPE_CHECKING:
    import sqlite3

    from archive.model import Counts, Hit

NO_FILTERS = Filters()

_BY_LABEL = """
    SELECT labels.name AS value, counted.articles
    FROM (
        SELECT facts.{column} AS label, count(*) AS articles FROM {those} GROUP BY 1
    ) AS counted
    LEFT JOIN labels ON labels.id = counted.label
"""

FACETS = {
    "section": _BY_LABEL.format(column="section", those="{those}"),
    "site": _BY_LABEL.format(column="site", those="{those}"),
    "year": """
        SELECT substr(facts.date, 1, 4) AS value, count(*) FROM {those} GROUP BY 1
    """,
    "entity": """
        SELECT entities.name AS value, count(DISTINCT mentions.article_id)
        FROM mentions JOIN entities ON entities.id = mentions.entity_id
        WHERE mentions.article_id IN (SELECT facts.id FROM {those})
            AND entities.kind IN ('person', 'organisation', 'place')
        GROUP BY 1
    """,
}
"""What hits can be counted by; a name that is NULL stands for those without."""

_NAMELESS = """
    SELECT count(*) FROM {those} AND NOT EXISTS (
        SELECT 1 FROM mentions JOIN entities ON entities.id = mentions.entity_id
        WHERE mentions.article_id = facts.id
            AND entities.kind IN ('person', 'organisation', 'place')
    )
"""

_STEPS = {"day": 10, "month": 7, "year": 4}

TELLING_TOKENS = 16
"""Tokens of an article that stand for it when others like it are looked for."""

COPIES = 20
"""Candidates more than are wanted: some are the same story in other papers."""

_COMMON_SHARE = 0.2


def count(connection: sqlite3.Connection, query: str, *, filters: Filters = NO_FILTERS) -> int:
    """How many articles match a query. Raises `UsageError` as `search` does."""
    return Searcher(connection, query, filters).total


def counts(
    connection: sqlite3.Connection,
    query: str,
    by: str,
    *,
    limit: int = 20,
    filters: Filters = NO_FILTERS,
) -> Counts:
    """What `facet` tells, or `timeline` by `day` or `month`."""
    if by in {"day", "month"}:
        return timeline(connection, query, step=by, filters=filters)
    return facet(connection, query, by, limit=limit, filters=filters)


def facet(
    connection: sqlite3.Connection,
    query: str,
    by: str,
    *,
    limit: int = 20,
    filters: Filters = NO_FILTERS,
) -> Counts:
    """How many of the matching articles each section, site, year or entity has, most first (years:
    newest first). Raises `UsageError` for another `by`.
    """
    if by not in FACETS:
        raise UsageError(
            f"나눌 수 없는 기준입니다: {by!r}", "", f"쓸 수 있는 기준: {', '.join(FACETS)}"
        )
    total, those, values = _those(connection, query, filters)
    order = "1 DESC" if by == "year" else "2 DESC, 1"
    counted = connection.execute(
        f"{FACETS[by].format(those=those)} ORDER BY value IS NOT NULL, {order} LIMIT ?",
        (*values, limit + 1),
    ).fetchall()
    if by == "entity":
        (without,) = connection.execute(_NAMELESS.format(those=those), values).fetchone()
        counted = [(None, without), *counted]
    return _counts(counted, total, limit)


def timeline(
    connection: sqlite3.Connection,
    query: str,
    *,
    step: str = "month",
    filters: Filters = NO_FILTERS,
) -> Counts:
    """How many matching articles each day, month or year has, oldest first, none left out between
    by being empty: those without any are not listed. Raises `UsageError` for another `step`.
    """
    if step not in _STEPS:
        raise UsageError(
            f"알 수 없는 간격입니다: {step!r}", "", f"쓸 수 있는 간격: {', '.join(_STEPS)}"
        )
    total, those, values = _those(connection, query, filters)
    when = f"substr(facts.date, 1, {_STEPS[step]})"
    rows = connection.execute(f"SELECT {when}, count(*) FROM {those} GROUP BY 1 ORDER BY 1", values)
    return _counts(rows.fetchall(), total)


def _counts(counted: list[tuple[str | None, int]], total: int, limit: int | None = None) -> Counts:
    """The rows as counts, the one without a name apart."""
    from archive.model import Counts  # noqa: PLC0415 - a search of articles needs none

    named = tuple((name, number) for name, number in counted if name is not None)
    without = sum(number for name, number in counted if name is None)
    return Counts(named[:limit], without, total)


def explain(
    connection: sqlite3.Connection, query: str, *, limit: int = 20, filters: Filters = NO_FILTERS
) -> tuple[tuple[int, tuple[tuple[str, float], ...]], ...]:
    """Why the best hits stand where they do: their ids, and what each feature adds to the score."""
    best = Searcher(connection, query, filters).best(limit)
    return tuple((place.id, explained(place)) for place in best)


def similar(
    connection: sqlite3.Connection,
    article_id: int,
    *,
    limit: int = 10,
    filters: Filters = NO_FILTERS,
) -> tuple[Hit, ...]:
    """Articles that share the most telling words of one, nearest first; each story once, and none
    that is the article itself in another paper. Those that share only what half of the archive has,
    to which FTS5's BM25 gives a millionth, are left out unless no other shares more.

    Raises `ArticleNotFound`.
    """
    row = connection.execute(
        "SELECT coalesce(part_of, id), coalesce(headline, ''), body FROM articles WHERE id = ?",
        (article_id,),
    ).fetchone()
    if row is None:
        raise ArticleNotFound(
            f"{article_id}번 기사가 없습니다", "", "newscli search로 번호를 찾으세요"
        )
    standing_for, headline, body = row
    vocabulary = Vocabulary(connection)
    telling = _telling_tokens(fold(headline), fold(body), vocabulary)
    if not telling:
        return ()
    expected = sum(map(vocabulary.token, telling))
    chosen = selection(
        connection, Match(either([quoted([token]) for token in telling])), filters, expected
    )
    ranked = by_relevance(connection, chosen, limit + 1 + COPIES)
    others = [(other, score) for other, score in ranked if other not in (article_id, standing_for)]
    _, *others = first_of_each(connection, [(standing_for, 0.0), *others])
    needles = [Needle(token, 1.0, number) for number, token in enumerate(telling)]
    found = hits(connection, others[:limit], needles)
    return tuple(hit for hit in found if hit.score > 0) or found


def _telling_tokens(headline: str, body: str, vocabulary: Vocabulary) -> list[str]:
    """The tokens by which an article is known: often in it, rare elsewhere; the headline's count
    three times.
    """
    often: dict[str, int] = {}
    for text, worth in ((headline, 3), (body, 1)):
        for token in content_tokens(text):
            often[token] = often.get(token, 0) + worth
    common = max(20, vocabulary.articles * _COMMON_SHARE)
    weights = {
        token: number * vocabulary.weight(articles)
        for token, number in often.items()
        if len(token) > 1
        and not token.isdecimal()
        and 1 < (articles := vocabulary.token(token)) <= common
    }
    return sorted(weights, key=lambda token: (-weights[token], token))[:TELLING_TOKENS]


def _those(
    connection: sqlite3.Connection, query: str, filters: Filters
) -> tuple[int, str, tuple[str, ...]]:
    """How many articles match a query, and SQL for them to follow FROM, with `facts` among the
    tables.
    """
    searcher = Searcher(connection, query, filters)
    if not searcher.total:
        return 0, "facts WHERE 0", ()
    chosen = searcher.selection().with_facts()
    return searcher.total, chosen.sql, chosen.values
