"""What begins with the letters that a reader has typed so far: a few look-ups in an index each,
however large the archive.
"""

from __future__ import annotations

import sqlite3
from typing import Literal

from archive.store.reading.columns import LEAD

Sought = Literal["article", "section", "site", "entity", "source"]

_NAMED = "kind IN ('person', 'organisation', 'place')"
_BEHIND_ALL = "\U0010ffff"  # sorts behind every text that begins alike
_LOOKED_AT = 2000  # names of one beginning, among which the most reported ones are chosen
_MOST_DIGITS = 18


def beginning(
    connection: sqlite3.Connection, sought: Sought, prefix: str, *, limit: int
) -> tuple[tuple[str, str], ...]:
    """At most `limit` values that begin with `prefix`, and what there is to say about each.

    Ids come with the headline, names with their number of articles, sources with that of pages.
    """
    match sought:
        case "article":
            return tuple(_ids(connection, prefix, limit))
        case "entity":
            return _names(connection, prefix, limit)
        case "source":
            return _sources(connection, prefix, limit)
        case _:
            return _labels(connection, sought, prefix, limit)


def _ids(connection: sqlite3.Connection, prefix: str, limit: int) -> list[tuple[str, str]]:
    """Of no digits, the newest; else the ids that begin with them, the shortest first."""
    telling = f"SELECT id, coalesce(headline, {LEAD}) FROM articles WHERE part_of IS NULL"
    if not prefix:
        rows = connection.execute(
            f"""
            SELECT articles.id, coalesce(headline, {LEAD})
            FROM facts CROSS JOIN articles ON articles.id = facts.id
            ORDER BY facts.date DESC, facts.id DESC LIMIT ?
            """,
            (limit,),
        )
        return [(str(number), title) for number, title in rows]
    found: list[tuple[str, str]] = []
    if not (prefix.isascii() and prefix.isdigit()) or prefix.startswith("0"):
        return found
    for more_digits in range(_MOST_DIGITS - len(prefix) + 1):
        first = int(prefix) * 10**more_digits
        rows = connection.execute(
            f"{telling} AND id BETWEEN ? AND ? ORDER BY id LIMIT ?",
            (first, first + 10**more_digits - 1, limit - len(found)),
        )
        found += [(str(number), title) for number, title in rows]
    return found


def _names(connection: sqlite3.Connection, prefix: str, limit: int) -> tuple[tuple[str, str], ...]:
    """People, organisations and places, the most reported ones first."""
    ranked = f"""
        SELECT name, articles FROM entities WHERE {_NAMED}
        ORDER BY articles DESC, mentions DESC, name LIMIT :limit
    """
    of_a_beginning = f"""
        SELECT name, max(articles) FROM (
            SELECT name, articles FROM entities
            WHERE {_NAMED} AND name >= :prefix AND name < :end LIMIT {_LOOKED_AT}
        ) GROUP BY name ORDER BY 2 DESC, name LIMIT :limit
    """
    rows = connection.execute(
        of_a_beginning if prefix else ranked,
        {"prefix": prefix, "end": prefix + _BEHIND_ALL, "limit": limit},
    )
    return tuple({name: f"{articles:,}건" for name, articles in rows}.items())


def _sources(
    connection: sqlite3.Connection, prefix: str, limit: int
) -> tuple[tuple[str, str], ...]:
    rows = connection.execute(
        "SELECT path, dumps FROM sources WHERE path >= ? AND path < ? ORDER BY path LIMIT ?",
        (prefix, prefix + _BEHIND_ALL, limit),
    )
    return tuple((path, f"{dumps:,}쪽") for path, dumps in rows)


def _labels(
    connection: sqlite3.Connection, kind: str, prefix: str, limit: int
) -> tuple[tuple[str, str], ...]:
    rows = connection.execute(
        "SELECT name FROM labels WHERE kind = ? AND name >= ? AND name < ? ORDER BY name LIMIT ?",
        (kind, prefix, prefix + _BEHIND_ALL, limit),
    )
    return tuple((value, "") for (value,) in rows)
