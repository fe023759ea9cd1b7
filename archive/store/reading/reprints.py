"""Which articles are the same story in other papers, as ingest has grouped them."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable

from archive.model import Reprint


def groups(connection: sqlite3.Connection, ids: Iterable[int]) -> dict[int, int]:
    """The group of each article that has reprints; those that stand alone are left out."""
    rows = connection.execute(
        """
        SELECT articles.id, reprint_group FROM json_each(?) AS asked
        CROSS JOIN articles ON articles.id = asked.value WHERE reprint_group IS NOT NULL
        """,
        (_array(ids),),
    )
    return dict(rows.fetchall())


def listed(connection: sqlite3.Connection, article_id: int) -> tuple[Reprint, ...]:
    """The other articles of one's group with where they stand, oldest first, undated last."""
    rows = connection.execute(
        """
        SELECT others.id, others.site, (
                   SELECT sources.path FROM appearances
                   JOIN pages ON pages.id = appearances.page_id
                   JOIN sources ON sources.id = pages.source_id
                   WHERE appearances.article_id = others.id ORDER BY pages.id LIMIT 1
               ), others.date, others.headline
        FROM articles JOIN articles AS others ON others.reprint_group = articles.reprint_group
            AND others.id <> articles.id
        WHERE articles.id = ?
        ORDER BY others.date IS NULL, others.date, others.id
        """,
        (article_id,),
    )
    return tuple(Reprint(*row) for row in rows)


def _array(ids: Iterable[int]) -> str:
    """Ids as a JSON array, without the import of a module at the start of every search."""
    return f"[{','.join(map(str, ids))}]"
