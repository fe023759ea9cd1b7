"""Ids and scores become hits: what a list shows, with the passage that tells why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from archive.model import Hit
from archive.search.snippet import Needle, snippet
from archive.store.articles import FIRST_SOURCE

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence


def hits(
    connection: sqlite3.Connection, scored: Sequence[tuple[int, float]], needles: list[Needle]
) -> tuple[Hit, ...]:
    """The hits for (id, score) pairs, in their order."""
    return tuple(_hit(connection, article_id, score, needles) for article_id, score in scored)


def _hit(
    connection: sqlite3.Connection, article_id: int, score: float, needles: list[Needle]
) -> Hit:
    (kind, headline, date, date_basis, section, source, url, body, subheads, captions) = (
        connection.execute(_ROW, (article_id,)).fetchone()
    )
    passage = snippet((body, subheads, captions), needles)
    return Hit(
        id=article_id,
        kind=kind,
        headline=headline,
        date=date,
        date_basis=date_basis,
        section=section,
        source=source or "",
        url=url,
        score=round(score, 4),
        snippet=passage.text,
        highlights=passage.highlights,
    )


_ROW = f"""
SELECT kind, headline, date, date_basis, section, {FIRST_SOURCE}, url, body, subheads, captions
FROM articles WHERE id = ?
"""
