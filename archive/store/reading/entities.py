"""Read who, what and where: a ranked list over the articles that pass the filters."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING, Any

from archive.model import ENTITY_KINDS, EntityKind, EntitySummary, Filters
from archive.store.reading.filters import condition

if TYPE_CHECKING:
    from collections.abc import Iterable


def entities(
    connection: sqlite3.Connection,
    filters: Filters,
    *,
    kind: EntityKind | None = None,
    article: int | None = None,
    limit: int | None = None,
    offset: int = 0,
) -> tuple[EntitySummary, ...]:
    """Entities by the number of articles that name them, then of mentions, then by name.

    Without a `kind`, people, organisations and places: dates and numbers are listed on demand.
    """
    kinds = (kind,) if kind else ENTITY_KINDS[:3]
    page = (-1 if limit is None else limit, offset)
    if filters == Filters() and article is None:
        rows = _ranked(connection, kinds, page)
    else:
        rows = _counted(connection, kinds, filters, article, page)
    return summaries(connection, rows)


def summaries(connection: sqlite3.Connection, rows: Iterable[Row]) -> tuple[EntitySummary, ...]:
    """Entities with what else they are called and what they are, in the order of the rows."""
    return tuple(
        EntitySummary(
            name=name,
            kind=entity_kind,
            articles=articles,
            mentions=mentions,
            aliases=_aliases(connection, entity_id),
            roles=_roles(connection, entity_id),
            first=first,
            last=last,
            apart=apart or None,
        )
        for entity_id, name, entity_kind, apart, articles, mentions, first, last in rows
    )


_HEARD = 500
"""Mentions by which the other names of an entity are put in order, the commonest first."""

Row = tuple[int, str, EntityKind, str, int, int, str | None, str | None]
"""An entity's id, name, kind, `apart`, articles, mentions, first and last day."""


def _ranked(
    connection: sqlite3.Connection, kinds: tuple[EntityKind, ...], page: tuple[int, int]
) -> list[Any]:
    """Over all articles: the counts that are kept beside each entity."""
    return connection.execute(
        f"""
        SELECT id, name, kind, apart, articles, mentions, first, last FROM entities
        WHERE articles > 0 AND kind IN ({", ".join("?" * len(kinds))})
        ORDER BY articles DESC, mentions DESC, name, apart LIMIT ? OFFSET ?
        """,
        (*kinds, *page),
    ).fetchall()


def _counted(
    connection: sqlite3.Connection,
    kinds: tuple[EntityKind, ...],
    filters: Filters,
    article: int | None,
    page: tuple[int, int],
) -> list[Any]:
    """Over the articles that pass the filters: counted now, in proportion to their mentions."""
    where, values = condition(filters)
    parameters: list[str | int] = [*kinds, *values]
    if article is not None:
        where += " AND facts.id = (SELECT coalesce(part_of, id) FROM articles WHERE id = ?)"
        parameters.append(article)
    return connection.execute(
        f"""
        SELECT entities.id, entities.name, entities.kind, entities.apart,
               count(DISTINCT mentions.article_id) AS named_in, count(*) AS times_named,
               min(facts.date), max(facts.date)
        FROM entities
        JOIN mentions ON mentions.entity_id = entities.id
        JOIN facts ON facts.id = mentions.article_id
        WHERE entities.kind IN ({", ".join("?" * len(kinds))}) AND {where}
        GROUP BY entities.id
        ORDER BY named_in DESC, times_named DESC, entities.name, entities.apart
        LIMIT ? OFFSET ?
        """,
        (*parameters, *page),
    ).fetchall()


def _aliases(connection: sqlite3.Connection, entity_id: int) -> tuple[str, ...]:
    rows = connection.execute(
        f"""
        SELECT alias FROM aliases LEFT JOIN (
            SELECT alias, count(*) AS times
            FROM (SELECT alias FROM mentions WHERE entity_id = :id LIMIT {_HEARD})
            GROUP BY alias
        ) USING (alias)
        WHERE entity_id = :id ORDER BY times DESC, alias
        """,
        {"id": entity_id},
    )
    return tuple(alias for (alias,) in rows)


def _roles(connection: sqlite3.Connection, entity_id: int) -> tuple[str, ...]:
    rows = connection.execute(
        """
        SELECT role FROM roles WHERE entity_id = ?
        GROUP BY role ORDER BY count(*) DESC, length(role) DESC, role
        """,
        (entity_id,),
    )
    return tuple(role for (role,) in rows)
