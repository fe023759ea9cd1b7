"""Ids and scores become hits: what a list shows, with the passage that tells why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from archive.model import Hit
from archive.search.snippet import Needle, passages, snippet
from archive.store.reading.columns import FIRST_SOURCE
from archive.store.reading.reprints import groups, listed

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Collection, Sequence

    from archive.model import Reprint


def hits(
    connection: sqlite3.Connection,
    scored: Sequence[tuple[int, float]],
    needles: list[Needle],
    passages_wanted: int = 0,
    followers: Collection[int] = (),
) -> tuple[Hit, ...]:
    """The hits for (id, score) pairs, in their order; `followers` are those that lack a word."""
    grouped = groups(connection, [article_id for article_id, _ in scored])
    return tuple(
        _hit(
            connection,
            article_id,
            score,
            needles,
            passages_wanted=passages_wanted,
            also=listed(connection, article_id) if article_id in grouped else (),
            follower=article_id in followers,
        )
        for article_id, score in scored
    )


def _hit(
    connection: sqlite3.Connection,
    article_id: int,
    score: float,
    needles: list[Needle],
    *,
    passages_wanted: int,
    also: tuple[Reprint, ...],
    follower: bool,
) -> Hit:
    (kind, headline, date, date_basis, section, source, url, body, subheads, captions) = (
        connection.execute(_ROW, (article_id,)).fetchone()
    )
    fields = (body, subheads, captions)
    passage = snippet(fields, needles)
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
        passages=passages(fields, needles, passages_wanted) if passages_wanted else (),
        also=also,
        follower=follower,
    )


_ROW = f"""
SELECT kind, headline, date, date_basis, section, {FIRST_SOURCE}, url, body, subheads, captions
FROM articles WHERE id = ?
"""
