"""Read articles: one by its id, lists by filters, the dump they came from."""

from __future__ import annotations

import sqlite3
import zlib
from array import array
from typing import TYPE_CHECKING

from archive.errors import ArticleNotFound
from archive.model import (
    Appearance,
    Filters,
    Listing,
    Neighbour,
    Quote,
    StoredArticle,
    StoredEntity,
)
from archive.store.reading import reprints
from archive.store.reading.columns import FIRST_SOURCE, LEAD
from archive.store.reading.filters import condition, needs_scan

if TYPE_CHECKING:
    from collections.abc import Iterable

MOST_BESIDE = 50
"""Neighbours that an article carries: a board may list hundreds."""


def article(connection: sqlite3.Connection, article_id: int) -> StoredArticle:
    """The article of that id, or the one that took its place. Raises `ArticleNotFound`."""
    row = _row_standing_for(connection, article_id)
    return StoredArticle(
        id=row["id"],
        kind=row["kind"],
        headline=row["headline"],
        section=row["section"],
        subheads=_items(row["subheads"]),
        byline=_items(row["byline"]),
        date=row["date"],
        date_basis=row["date_basis"],
        date_evidence=row["published_evidence"],
        published=row["published"],
        page_date=row["page_date"],
        body=_items(row["body"]),
        captions=_items(row["captions"]),
        complete=row["kind"] == "article",
        url=row["url"],
        site=row["site"],
        sources=_appearances(connection, row["id"]),
        beside=_beside(connection, row["id"]),
        entities=_entities(connection, row["id"]),
        quotes=_quotes(connection, row["id"]),
        reprints=reprints.listed(connection, row["id"]),
    )


def raw(connection: sqlite3.Connection, article_id: int) -> str:
    """The dump that the article came in, as it came. Raises `ArticleNotFound`."""
    row = _row_standing_for(connection, article_id)
    (compressed,) = connection.execute(
        """
        SELECT pages.raw FROM appearances JOIN pages ON pages.id = appearances.page_id
        WHERE appearances.article_id = ? ORDER BY pages.id LIMIT 1
        """,
        (row["id"],),
    ).fetchone()
    if compressed is None:
        return str(row["body"])
    return zlib.decompress(compressed).decode("utf-8", "surrogatepass")


def newest(
    connection: sqlite3.Connection, filters: Filters, *, limit: int | None, offset: int
) -> array[int]:
    """The ids of the articles that pass, newest first; those without a date come last."""
    facts, where, values = _those(filters)
    found = connection.execute(
        f"""
        SELECT facts.id FROM {facts} WHERE {where}
        ORDER BY facts.date DESC, facts.id DESC LIMIT ? OFFSET ?
        """,
        (*values, -1 if limit is None else limit, offset),
    )
    return array("q", (article_id for (article_id,) in found))


def listings(connection: sqlite3.Connection, ids: Iterable[int]) -> tuple[Listing, ...]:
    """Those articles in that order; one that was forgotten meanwhile is left out."""
    # One by one: in one statement SQLite would read every text that passes before it sorts them.
    rows = (connection.execute(_LISTED, (article_id,)).fetchone() for article_id in ids)
    return tuple(Listing(*row) for row in rows if row)


def count(connection: sqlite3.Connection, filters: Filters) -> int:
    """How many articles pass the filters."""
    facts, where, values = _those(filters)
    (number,) = connection.execute(f"SELECT count(*) FROM {facts} WHERE {where}", values).fetchone()
    return int(number)


def _those(filters: Filters) -> tuple[str, str, list[str]]:
    """What to read for the articles that pass: a table, a condition, its parameters."""
    where, values = condition(filters)
    return "facts NOT INDEXED" if needs_scan(filters) else "facts", where, values


_LISTED = f"""
SELECT id, kind, headline, date, date_basis, section, {FIRST_SOURCE}, url, {LEAD}
FROM articles WHERE id = ?
"""


def _row_standing_for(connection: sqlite3.Connection, article_id: int) -> sqlite3.Row:
    cursor = connection.cursor()
    cursor.row_factory = sqlite3.Row
    row: sqlite3.Row | None = cursor.execute(
        """
        SELECT * FROM articles
        WHERE id = (SELECT coalesce(part_of, id) FROM articles WHERE id = ?)
        """,
        (article_id,),
    ).fetchone()
    if row is None:
        raise ArticleNotFound(
            f"그런 번호의 기사가 없습니다: {article_id}", mend="번호 보기: newscli list"
        )
    return row


def _items(column: str) -> tuple[str, ...]:
    return tuple(column.split("\n")) if column else ()


def _appearances(connection: sqlite3.Connection, article_id: int) -> tuple[Appearance, ...]:
    rows = connection.execute(
        """
        SELECT DISTINCT sources.path, pages.member, pages.page_date
        FROM articles
        JOIN appearances ON appearances.article_id = articles.id
        JOIN pages ON pages.id = appearances.page_id
        JOIN sources ON sources.id = pages.source_id
        WHERE articles.id = ? OR articles.part_of = ?
        ORDER BY articles.part_of IS NOT NULL, pages.id
        """,
        (article_id, article_id),
    )
    return tuple(Appearance(*row) for row in rows)


def _beside(connection: sqlite3.Connection, article_id: int) -> tuple[Neighbour, ...]:
    """The stories of the first page that the article stands on, itself left out; a teaser whose
    article is known counts as that article.
    """
    rows = connection.execute(
        f"""
        SELECT DISTINCT articles.id, articles.kind, articles.section, articles.headline, {LEAD}
        FROM appearances
        JOIN articles AS text ON text.id = appearances.article_id
        JOIN articles ON articles.id = coalesce(text.part_of, text.id)
        WHERE appearances.page_id = (SELECT min(page_id) FROM appearances WHERE article_id = :id)
          AND articles.id != :id
        ORDER BY articles.id LIMIT {MOST_BESIDE}
        """,
        {"id": article_id},
    )
    return tuple(Neighbour(*row) for row in rows)


def _entities(connection: sqlite3.Connection, article_id: int) -> tuple[StoredEntity, ...]:
    names: dict[tuple[str, str], list[tuple[str, int, int]]] = {}
    for name, kind, *place in connection.execute(
        """
        SELECT entities.name, entities.kind, mentions.field, mentions.start, mentions.end
        FROM mentions JOIN entities ON entities.id = mentions.entity_id
        WHERE mentions.article_id = ?
        ORDER BY CASE mentions.field
            WHEN 'headline' THEN 0 WHEN 'subheads' THEN 1 WHEN 'body' THEN 2 ELSE 3 END,
            mentions.start
        """,
        (article_id,),
    ):
        names.setdefault((name, kind), []).append((place[0], place[1], place[2]))
    longest_roles = dict(
        connection.execute(
            """
            SELECT entities.name, roles.role
            FROM roles JOIN entities ON entities.id = roles.entity_id
            WHERE roles.article_id = ? ORDER BY length(roles.role), roles.role
            """,
            (article_id,),
        ).fetchall()
    )
    return tuple(
        StoredEntity(
            name=name,
            kind=kind,  # type: ignore[arg-type]  # the tagger's kinds, checked when written
            role=longest_roles.get(name) if kind == "person" else None,
            mentions=tuple(places),  # type: ignore[arg-type]  # a CHECK holds the field's names
        )
        for (name, kind), places in names.items()
    )


def _quotes(connection: sqlite3.Connection, article_id: int) -> tuple[Quote, ...]:
    rows = connection.execute(
        "SELECT speaker, text, field, start, end FROM quotes WHERE article_id = ? ORDER BY id",
        (article_id,),
    )
    return tuple(Quote(*row) for row in rows)
