"""Read what people said: quotations with the article that has each, newest article first."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

from archive.model import Filters, Quotation
from archive.store.reading.bearers import bearers
from archive.store.reading.filters import condition

if TYPE_CHECKING:
    from collections.abc import Sequence


def quotations(
    connection: sqlite3.Connection,
    filters: Filters,
    *,
    speaker: str | None = None,
    limit: int | None = None,
    offset: int = 0,
) -> tuple[Quotation, ...]:
    """The quotations of the articles that pass the filters; of one speaker, or of all.

    A speaker is meant by name, by what the article calls it for short, or by a part of what an
    unknown one is called: 관계자 for 노을군 관계자.
    """
    where, values = condition(filters)
    page = (-1 if limit is None else limit, offset)
    if speaker is None:
        return _read(connection, _ALL.format(where=where), (*values, *page))
    those, name = bearers(speaker)
    sql = _OF_SPEAKER.format(those=those, where=where)
    return _read(connection, sql, (name, name, *values, *page))


def of_entities(
    connection: sqlite3.Connection, ids: Sequence[int], filters: Filters, *, limit: int
) -> tuple[Quotation, ...]:
    """The newest quotations of the entities `ids` in the articles that pass the filters."""
    where, values = condition(filters)
    those = ", ".join(map(str, ids))
    return _read(connection, _OF_ENTITIES.format(ids=those, where=where), (*values, limit, 0))


def _read(
    connection: sqlite3.Connection, sql: str, values: tuple[str | int, ...]
) -> tuple[Quotation, ...]:
    return tuple(
        Quotation(*quote, *connection.execute(_HEADLINE, (article,)).fetchone())
        for *quote, article in [(*row, row[-1]) for row in connection.execute(sql, values)]
    )


_HEADLINE = "SELECT headline, date, date_basis FROM articles WHERE id = ?"

_NEWEST_FIRST = """
ORDER BY facts.date DESC, facts.id DESC, quotes.id LIMIT ? OFFSET ?
"""

_ALL = f"""
SELECT quotes.speaker, quotes.text, facts.id
FROM facts CROSS JOIN quotes ON quotes.article_id = facts.id
WHERE {{where}} {_NEWEST_FIRST}
"""

_OF_ENTITIES = f"""
SELECT quotes.speaker, quotes.text, facts.id
FROM quotes JOIN facts ON facts.id = quotes.article_id
WHERE quotes.entity_id IN ({{ids}}) AND {{where}} {_NEWEST_FIRST}
"""

_OF_SPEAKER = f"""
SELECT quotes.speaker, quotes.text, facts.id
FROM quotes JOIN facts ON facts.id = quotes.article_id
WHERE quotes.id IN (
    SELECT quotes.id FROM quotes WHERE entity_id IN ({{those}})
    UNION
    SELECT quotes.id FROM quotes
    WHERE entity_id IS NULL AND instr(' ' || speaker || ' ', ' ' || ? || ' ')
) AND {{where}} {_NEWEST_FIRST}
"""
