"""Turn filters into a condition on `facts`, with their values as parameters."""

from __future__ import annotations

from typing import TYPE_CHECKING

from archive.model import Filters

if TYPE_CHECKING:
    import sqlite3


def condition(filters: Filters, *, one_by_one: bool = False) -> tuple[str, list[str]]:
    """SQL for `WHERE`, on `facts`, and its parameters; only rows that stand for their story are
    there.

    A source matches by its whole path, by a folder above it, or by its name. `one_by_one` looks at
    the pages of each article instead of all pages of the source: sooner for few articles.
    """
    parts, values = list[str](), list[str]()
    for sql, value in (
        ("facts.date >= ?", filters.since),
        ("facts.date <= ?", filters.until),
        (_LABEL.format(kind="section"), filters.section),
        (_LABEL.format(kind="site"), filters.site and _site(filters.site)),
        ("facts.teaser = (? = 'teaser')", filters.kind),
    ):
        if value is not None:
            parts.append(sql)
            values.append(value)
    if filters.source is not None:
        named, names = source_condition(filters.source)
        parts.append((_CARRIED if one_by_one else _CARRIED_BY).format(named=named))
        values += names
    if filters.entity is not None:
        from archive.store.reading.bearers import bearers  # noqa: PLC0415 - few searches ask for one

        those, name = bearers(filters.entity)
        parts.append(NAMING.format(those=those))
        values.append(name)
    return " AND ".join(parts) or "1", values


def needs_scan(filters: Filters) -> bool:
    """Whether no index narrows the filters down as well as one look at all of `facts` does."""
    return any((filters.section, filters.site, filters.kind))


def pages_carried(connection: sqlite3.Connection, filters: Filters) -> int:
    """How many pages the source of the filters has; 0 without one."""
    if filters.source is None:
        return 0
    named, names = source_condition(filters.source)
    (pages,) = connection.execute(
        f"SELECT coalesce(sum(dumps), 0) FROM sources WHERE {named}", names
    ).fetchone()
    return int(pages)


def _site(host: str) -> str:
    """A host as articles keep it: without `www.` or `m.`, in lower case."""
    return host.lower().removeprefix("www.").removeprefix("m.")


def source_condition(name: str) -> tuple[str, list[str]]:
    """SQL on `sources` for the files that a person means by `name`, and its parameters.

    A whole path, a folder above files, or the end of a path after a `/`.
    """
    return _NAMED, [name.rstrip("/")] * 4


_LABEL = "facts.{kind} = (SELECT id FROM labels WHERE kind = '{kind}' AND name = ?)"

_NAMED = """(
    sources.path = ? OR instr(sources.path, ? || '/') = 1
    OR substr(sources.path, -length(?) - 1) = '/' || ?
)"""

# An article that is part of a story has no row in `facts`; what it is part of stands there.
_CARRIED_BY = """
facts.id IN (
    SELECT coalesce(
        standing.id, (SELECT part_of FROM articles WHERE articles.id = appearances.article_id)
    )
    FROM sources
    CROSS JOIN pages ON pages.source_id = sources.id
    CROSS JOIN appearances ON appearances.page_id = pages.id
    LEFT JOIN facts AS standing ON standing.id = appearances.article_id
    WHERE {named}
)"""

_CARRIED = """
EXISTS (
    SELECT 1 FROM (
        SELECT facts.id AS id UNION ALL SELECT id FROM articles WHERE part_of = facts.id
    ) AS parts
    CROSS JOIN appearances ON appearances.article_id = parts.id
    CROSS JOIN pages ON pages.id = appearances.page_id
    WHERE pages.source_id IN (SELECT sources.id FROM sources WHERE {named})
)"""

NAMING = "facts.id IN (SELECT article_id FROM mentions WHERE entity_id IN ({those}))"
"""Articles that name one of the entities that a statement selects."""
