"""Find articles in an archive: the query language, matching, ranking, snippets, suggestions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from archive.korean.hangul import fold
from archive.korean.pairs import is_paired, run_tokens, runs
from archive.model import Filters, Results
from archive.search.hits import hits
from archive.search.snippet import Needle
from archive.store.filters import condition

if TYPE_CHECKING:
    import sqlite3

    from archive.model import SortOrder

__all__ = ["search"]

_ORDERS = {
    "relevance": "bm25(article_index)",
    "newest": "articles.date DESC, articles.id DESC",
    "oldest": "articles.date IS NULL, articles.date, articles.id",
}


def search(
    connection: sqlite3.Connection,
    query: str,
    *,
    limit: int = 20,
    offset: int = 0,
    sort: SortOrder = "relevance",
    filters: Filters = Filters(),  # noqa: B008 - frozen
) -> Results:
    """Find articles; best first, or by date. Any text is a query."""
    words = [word for word in fold(query).replace('"', " ").split() if runs(word)]
    matches = [_phrase(word) for word in words]
    where, values = condition(filters)
    total, rows = 0, []
    for joint in (" AND ", " OR ") if len(matches) > 1 else (" AND ",):
        if not matches:
            break
        match = joint.join(matches)
        source = f"article_index JOIN articles ON articles.id = article_index.rowid WHERE article_index MATCH ? AND {where}"
        (total,) = connection.execute(f"SELECT count(*) FROM {source}", (match, *values)).fetchone()
        rows = connection.execute(
            f"SELECT article_index.rowid, -bm25(article_index) FROM {source} ORDER BY {_ORDERS[sort]} LIMIT ? OFFSET ?",
            (match, *values, limit, offset),
        ).fetchall()
        if total:
            break
    needles = [Needle(word, 1.0, number) for number, word in enumerate(words)]
    return Results(query, " + ".join(words), total, None, hits(connection, rows, needles))


def _phrase(word: str) -> str:
    parts = runs(word)
    tokens = [token for run in parts for token in run_tokens(run)]
    if is_paired(parts[-1]):
        if len(parts[-1]) == 1:
            return f'"{" ".join(tokens)}"*'
        tokens.pop()
    return f'"{" ".join(tokens)}"'
