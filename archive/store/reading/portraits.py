"""Read all that is known of one name: posts with their dates, months, company, words, articles."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from archive.model import DatedRole, EntitySummary, Filters, Portrait
from archive.store.reading import articles, entities, sayings
from archive.store.reading.bearers import bearers
from archive.store.reading.filters import condition

NEAREST = 2000
"""Articles, the newest ones, among which the company of a name is counted: of one that has ten
thousand, who stood beside it lately, at once.
"""
_COMPANY, _QUOTES, _NEWEST = 10, 5, 10
_LOOKED_AT = 3 * _COMPANY  # one name may be several entities


class _Scope(NamedTuple):
    """Which entities, in which articles: SQL for both and the parameters of the second."""

    ids: str
    where: str
    values: list[str]


def portrait(connection: sqlite3.Connection, name: str, filters: Filters) -> Portrait | None:
    """What the articles that pass the filters tell of a name; None where they have none of it.

    A name that nothing bears is taken as what one is called for short: NBF. Where several people
    bear it, `people` has each.
    """
    ids = _sought(connection, name)
    whole = _portrait(connection, ids, filters) if ids else None
    if whole is None:
        return None
    apart = [one for one in ids if _is_person(connection, one)]
    people = [_portrait(connection, [one], filters) for one in apart] if len(apart) > 1 else []
    several = tuple(one for one in people if one is not None)
    return replace(whole, people=several) if len(several) > 1 else whole


def _sought(connection: sqlite3.Connection, name: str) -> list[int]:
    """The entities that a name means, those with the most articles first."""
    those, sought = bearers(name)
    return [row[0] for row in connection.execute(_SOUGHT.format(those=those), (sought,))]


def _is_person(connection: sqlite3.Connection, entity: int) -> bool:
    (kind,) = connection.execute("SELECT kind FROM entities WHERE id = ?", (entity,)).fetchone()
    return str(kind) == "person"


def _portrait(connection: sqlite3.Connection, ids: list[int], filters: Filters) -> Portrait | None:
    where, values = condition(filters)
    scope = _Scope(", ".join(map(str, ids)), where, values)
    months = connection.execute(_MONTHS.format(**scope._asdict()), values).fetchall()
    number = sum(count for _, count in months)
    if not number:
        return None
    return Portrait(
        senses=_summaries(connection, scope),
        articles=number,
        roles=_roles(connection, scope),
        timeline=tuple((month, count) for month, count in months if month is not None),
        company=_company(connection, scope),
        quotes=sayings.of_entities(connection, ids, filters, limit=_QUOTES),
        newest=articles.listings(connection, _newest(connection, scope)),
    )


def _summaries(connection: sqlite3.Connection, scope: _Scope) -> tuple[EntitySummary, ...]:
    rows = connection.execute(_COUNTED.format(**scope._asdict()), scope.values).fetchall()
    return entities.summaries(connection, rows)


def _roles(connection: sqlite3.Connection, scope: _Scope) -> tuple[DatedRole, ...]:
    rows = connection.execute(_ROLES.format(**scope._asdict()), scope.values)
    return tuple(DatedRole(*row) for row in rows)


def _newest(connection: sqlite3.Connection, scope: _Scope) -> Iterator[int]:
    rows = connection.execute(_NEWEST_OF.format(**scope._asdict()), scope.values)
    return (article_id for (article_id,) in rows)


def _company(connection: sqlite3.Connection, scope: _Scope) -> tuple[EntitySummary, ...]:
    """Who stands beside it most; of a name that is a place and a house, the one named more."""
    by_name: dict[str, entities.Row] = {}
    for row in connection.execute(_BESIDE.format(**scope._asdict()), scope.values):
        by_name.setdefault(row[1], row)
    return entities.summaries(connection, list(by_name.values())[:_COMPANY])


_SOUGHT = """
SELECT id FROM entities WHERE id IN ({those}) ORDER BY articles DESC, name, kind, apart
"""

_THOSE = "facts.id IN (SELECT article_id FROM mentions WHERE entity_id IN ({ids})) AND {where}"

_MONTHS = f"""
SELECT substr(facts.date, 1, 7) AS month, count(*) FROM facts WHERE {_THOSE}
GROUP BY month ORDER BY month
"""

_COUNTED = """
SELECT entities.id, entities.name, entities.kind, entities.apart,
       count(DISTINCT facts.id) AS named_in, count(*), min(facts.date), max(facts.date)
FROM mentions JOIN facts ON facts.id = mentions.article_id
JOIN entities ON entities.id = mentions.entity_id
WHERE mentions.entity_id IN ({ids}) AND {where}
GROUP BY entities.id ORDER BY named_in DESC, entities.kind, entities.apart
"""

_ROLES = """
SELECT roles.role, count(*) AS told, min(facts.date), max(facts.date)
FROM roles JOIN facts ON facts.id = roles.article_id
WHERE roles.entity_id IN ({ids}) AND {where}
GROUP BY roles.role ORDER BY max(facts.date) DESC, told DESC, roles.role
"""

_BESIDE = f"""
SELECT entities.id, entities.name, entities.kind, entities.apart,
       count(DISTINCT facts.id) AS named_in, count(*) AS times_named,
       min(facts.date), max(facts.date)
FROM (SELECT facts.id, facts.date FROM facts WHERE {_THOSE}
      ORDER BY facts.date DESC, facts.id DESC LIMIT {NEAREST}) AS facts
JOIN mentions ON mentions.article_id = facts.id
JOIN entities ON entities.id = mentions.entity_id
WHERE entities.kind IN ('person', 'organisation', 'place') AND entities.id NOT IN ({{ids}})
GROUP BY entities.id
ORDER BY named_in DESC, times_named DESC, entities.name, entities.apart LIMIT {_LOOKED_AT}
"""

_NEWEST_OF = f"""
SELECT facts.id FROM facts WHERE {_THOSE}
ORDER BY facts.date DESC, facts.id DESC LIMIT {_NEWEST}
"""
