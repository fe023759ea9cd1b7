"""Two people of one name are two rows of `entities` where their work tells them apart.

Each role has a line of work, or none: politics, sport, school. Where the articles on a name give it
one line or no line, it is one person. Where they give several, and no article gives one person two
of them, there is a person for each line, `apart` by its name; what tells no line stays with the
name alone. All is computed from the roles kept, so that the order of ingest does not matter.
"""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Iterable

_NOBODY = ""  # `apart` of the row for what tells no line of work


def tell_apart(connection: sqlite3.Connection, names: Iterable[str]) -> set[int]:
    """Put what is known of the people of these names under the right ones of them.

    Returns the ids of the entities that gained or lost something, to be counted anew.
    """
    changed: set[int] = set()
    for name in sorted(set(names)):
        (lines, parts) = connection.execute(_SEVERAL, {"name": name}).fetchone()
        if lines > 1 or parts:
            changed |= _divide(connection, name)
    return changed


def names_of(connection: sqlite3.Connection, ids: Iterable[int]) -> set[str]:
    """The names of those of the entities `ids` that may be several people of a name, or were."""
    rows = (connection.execute(_MAY_BE_SEVERAL, (entity,)).fetchone() for entity in ids)
    return {row[0] for row in rows if row}


def _divide(connection: sqlite3.Connection, name: str) -> set[int]:
    held: dict[tuple[int, int], set[str]] = defaultdict(set)
    for article, entity, line in connection.execute(_HELD, {"name": name}):
        held[article, entity].update([line] if line else [])
    people = _people(held.values())
    rows = {apart: _row(connection, name, apart) for apart in {_NOBODY, *people.values()}}
    changed: set[int] = set()
    for (article, entity), lines in held.items():
        row = rows[people.get(min(lines), _NOBODY) if lines else _NOBODY]
        if row != entity:
            for table in ("mentions", "roles", "quotes"):
                connection.execute(
                    f"UPDATE {table} SET entity_id = ? WHERE article_id = ? AND entity_id IN "
                    "(SELECT id FROM entities WHERE name = ? AND kind = 'person')",
                    (row, article, name),
                )
            changed |= {row, entity}
    return changed


def _people(articles: Iterable[set[str]]) -> dict[str, str]:
    """The person of each line of work, named by the first of the lines that articles join; empty
    where all lines are one person's.
    """
    joined: list[set[str]] = []
    for lines in articles:
        if lines:
            apart = [group for group in joined if group.isdisjoint(lines)]
            joined = [*apart, lines.union(*(group for group in joined if group not in apart))]
    joined = _with_branches(joined)
    if len(joined) < 2:
        return {}
    return {line: min(group) for group in joined for line in group}


def _with_branches(joined: list[set[str]]) -> list[set[str]]:
    """The groups, with 정치 in that of 정치 가람시장 where no other town has a head of the name."""
    for line in sorted({line for group in joined for line in group if " " not in line}):
        own = next(group for group in joined if line in group)
        branches = [g for g in joined if any(one.startswith(f"{line} ") for one in g)]
        if len(branches) == 1 and branches[0] is not own:
            joined = [g for g in joined if g is not own and g is not branches[0]]
            joined.append(own | branches[0])
    return joined


def _row(connection: sqlite3.Connection, name: str, apart: str) -> int:
    key = (name, apart)
    found = connection.execute(
        "SELECT id FROM entities WHERE name = ? AND kind = 'person' AND apart = ?", key
    ).fetchone()
    if found is None:
        found = connection.execute(
            "INSERT INTO entities (name, kind, apart) VALUES (?, 'person', ?) RETURNING id", key
        ).fetchone()
    return int(found[0])


_SEVERAL = """
SELECT count(DISTINCT roles.line), max(entities.apart) != ''
FROM entities LEFT JOIN roles ON roles.entity_id = entities.id
WHERE entities.name = :name AND entities.kind = 'person'
"""

_HELD = """
SELECT roles.article_id, roles.entity_id, roles.line
FROM entities JOIN roles ON roles.entity_id = entities.id
WHERE entities.name = :name AND entities.kind = 'person'
"""

_MAY_BE_SEVERAL = """
SELECT name FROM entities
WHERE id = ? AND kind = 'person' AND (
    apart != '' OR EXISTS (SELECT 1 FROM roles WHERE entity_id = entities.id AND line IS NOT NULL)
)
"""
