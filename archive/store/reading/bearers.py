"""Whom a name means: those who bear it, else those who are called so for short.

An abbreviation that stands for one organisation is that one too, in articles that do not say so.
"""

from __future__ import annotations

from unicodedata import normalize

from archive.model import EntityKind


def bearers(
    name: str, kind: EntityKind | None = None, *, any_case: bool = False
) -> tuple[str, str]:
    """SQL that selects the ids of the entities that a name means, and its one parameter.

    Those of one kind, or of all; `any_case` takes nbf for NBF, for which every name is looked at.
    """
    sql = _BEARERS.format(
        of_kind=f"AND entities.kind = '{kind}'" if kind else "",
        case="COLLATE NOCASE" if any_case else "",
    )
    return sql, normalize("NFC", name)


_BEARERS = """
WITH sought (name) AS (VALUES (?)),
named (id) AS (
    SELECT entities.id FROM sought CROSS JOIN entities ON entities.name = sought.name {case}
    WHERE entities.articles > 0 {of_kind}
),
called (id) AS (
    SELECT entities.id FROM sought CROSS JOIN aliases ON aliases.alias = sought.name {case}
    CROSS JOIN entities ON entities.id = aliases.entity_id
    WHERE entities.articles > 0 {of_kind}
)
SELECT id FROM named
UNION
SELECT id FROM called
WHERE NOT EXISTS (SELECT 1 FROM named) OR (
    (SELECT length(name) = length(CAST(name AS BLOB)) FROM sought)  -- ASCII: an abbreviation
    AND (SELECT count(*) FROM (SELECT 1 FROM called LIMIT 2)) = 1
)
"""
