"""Turn filters into a condition on `articles`, with their values as parameters."""

from __future__ import annotations

from archive.model import Filters


def condition(filters: Filters) -> tuple[str, list[str]]:
    """SQL for `WHERE`, on `articles`, and its parameters. Only rows that stand for their story.

    A source matches by its whole path, by a folder above it, or by its name.
    """
    parts, values = ["articles.part_of IS NULL"], list[str]()
    for sql, value in (
        ("articles.date >= ?", filters.since),
        ("articles.date <= ?", filters.until),
        ("articles.section = ?", filters.section),
        ("articles.site = ?", filters.site and _site(filters.site)),
        ("articles.kind = ?", filters.kind),
    ):
        if value is not None:
            parts.append(sql)
            values.append(value)
    if filters.source is not None:
        named, names = source_condition(filters.source)
        parts.append(_CARRIED_BY.format(named=named))
        values += names
    if filters.entity is not None:
        parts.append(_ENTITY)
        values.append(filters.entity)
    return " AND ".join(parts), values


def _site(host: str) -> str:
    """A host as articles keep it: without `www.` or `m.`, in lower case."""
    return host.lower().removeprefix("www.").removeprefix("m.")


def source_condition(name: str) -> tuple[str, list[str]]:
    """SQL on `sources` for the files that a person means by `name`, and its parameters.

    A whole path, a folder above files, or the end of a path after a `/`.
    """
    return _NAMED, [name.rstrip("/")] * 4


_NAMED = """(
    sources.path = ? OR instr(sources.path, ? || '/') = 1
    OR substr(sources.path, -length(?) - 1) = '/' || ?
)"""

_CARRIED_BY = """
articles.id IN (
    SELECT coalesce(carried.part_of, carried.id)
    FROM sources
    JOIN pages ON pages.source_id = sources.id
    JOIN appearances ON appearances.page_id = pages.id
    JOIN articles AS carried ON carried.id = appearances.article_id
    WHERE {named}
)"""

_ENTITY = """
articles.id IN (
    SELECT mentions.article_id
    FROM entities JOIN mentions ON mentions.entity_id = entities.id
    WHERE entities.name = ?
)"""
