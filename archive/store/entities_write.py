"""Write who, what and where: entities once, their mentions, roles and quotes by article.

How many articles name an entity is counted as they come, so that the ranked list of an archive of
any size is read, not computed; where an article goes or gives way to another, it is counted anew.
"""

from __future__ import annotations

import sqlite3
from collections import Counter

from archive.model import Analysis, EntityKind
from archive.store.namesakes import names_of, tell_apart

NOTHING = Analysis()

REMEMBERED_ENTITIES = 200_000
"""Entity ids kept in memory, about 30 MB, so that a common name costs no look-up."""


class EntityWriter:
    """Writes the analyses of articles, remembering the ids of entities it has met."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._ids: dict[tuple[str, str], int] = {}
        self._uncounted: list[tuple[int, str | None, int]] = []
        self._recount: set[int] = set()
        self._with_lines: set[str] = set()  # people whose line of work was told, by name

    def add(self, article_id: int, analysis: Analysis, *, date: str | None, stands: bool) -> None:
        """Put the mentions, roles and quotes of a new article in.

        `stands` when the article is the one that people see of its story, so that it counts.
        """
        if analysis == NOTHING:
            return
        self._connection.executemany(
            """
            INSERT OR IGNORE INTO mentions (article_id, field, start, end, entity_id, alias)
            VALUES (?, ?, ?, ?, ?, ?)
            """,
            [
                (
                    article_id,
                    m.field,
                    m.start,
                    m.end,
                    self._entity_id(m.name, m.kind),
                    m.text if m.text != m.name else None,
                )
                for m in analysis.mentions
            ],
        )
        self._connection.executemany(
            "INSERT OR IGNORE INTO roles (article_id, entity_id, role, line) VALUES (?, ?, ?, ?)",
            [
                (article_id, self._entity_id(r.name, "person"), r.role, r.line)
                for r in analysis.roles
            ],
        )
        self._connection.executemany(
            "INSERT OR IGNORE INTO aliases (entity_id, alias) VALUES (?, ?)",
            {
                (self._entity_id(m.name, m.kind), m.text)
                for m in analysis.mentions
                if m.text != m.name
            },
        )
        self._with_lines.update(r.name for r in analysis.roles if r.line)
        self._connection.executemany(
            """
            INSERT INTO quotes (article_id, entity_id, speaker, text, field, start, end)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            """,
            [
                (
                    article_id,
                    self._speaker_id(q.speaker),
                    q.speaker,
                    q.text,
                    q.field,
                    q.start,
                    q.end,
                )
                for q in analysis.quotes
            ],
        )

        if stands:
            named = Counter(self._entity_id(m.name, m.kind) for m in analysis.mentions)
            self._uncounted += [(number, date, entity) for entity, number in named.items()]

    def recount(self, article_id: int) -> None:
        """Count the entities of an article anew: it goes, gives way, or has another date."""
        self._recount.update(
            entity
            for (entity,) in self._connection.execute(
                """
                SELECT entity_id FROM mentions WHERE article_id = :id
                UNION SELECT entity_id FROM roles WHERE article_id = :id
                UNION SELECT entity_id FROM quotes WHERE article_id = :id AND entity_id NOT NULL
                """,
                {"id": article_id},
            )
        )

    def flush(self) -> None:
        """Write the counts of all that was added since the last time, and drop who is gone."""
        self._connection.executemany(
            """
            UPDATE entities SET articles = articles + 1, mentions = mentions + :mentions,
                first = coalesce(min(first, :date), first, :date),
                last = coalesce(max(last, :date), last, :date)
            WHERE id = :id
            """,
            ({"mentions": n, "date": date, "id": entity} for n, date, entity in self._uncounted),
        )
        names = self._with_lines | names_of(self._connection, self._recount)
        moved = tell_apart(self._connection, names)
        self._connection.executemany(_ALIASES_ANEW, [(entity,) for entity in sorted(moved)])
        self._recount |= moved
        changed = [(entity,) for entity in sorted(self._recount)]
        self._connection.executemany(_COUNT_ANEW, changed)
        self._connection.executemany(_DROP_UNMENTIONED, changed)
        self._connection.executemany(_DROP_ALIASES, changed)
        if changed:
            self._ids.clear()
        self._uncounted.clear()
        self._recount.clear()
        self._with_lines.clear()

    def drop(self) -> None:
        """Forget what was not written, and the ids given out since the last commit."""
        self._ids.clear()
        self._uncounted.clear()
        self._recount.clear()
        self._with_lines.clear()

    def _speaker_id(self, speaker: str | None) -> int | None:
        """The id of a speaker who is known as a person or an organisation; None for others."""
        if speaker is None:
            return None
        row = self._connection.execute(
            """
            SELECT id FROM entities WHERE name = ? AND kind IN ('person', 'organisation')
            ORDER BY kind DESC, apart
            """,
            (speaker,),
        ).fetchone()
        return row[0] if row else None

    def _entity_id(self, name: str, kind: EntityKind) -> int:
        known = self._ids.get((name, kind))
        if known is not None:
            return known
        row = self._connection.execute(
            "SELECT id FROM entities WHERE name = ? AND kind = ? AND apart = ''", (name, kind)
        ).fetchone()
        if row is None:
            row = self._connection.execute(
                "INSERT INTO entities (name, kind) VALUES (?, ?) RETURNING id", (name, kind)
            ).fetchone()
        if len(self._ids) >= REMEMBERED_ENTITIES:
            self._ids.clear()
        self._ids[name, kind] = row[0]
        return int(row[0])


_COUNT_ANEW = """
UPDATE entities SET (articles, mentions, first, last) = (
    SELECT count(DISTINCT articles.id), count(*), min(articles.date), max(articles.date)
    FROM mentions JOIN articles ON articles.id = mentions.article_id
    WHERE mentions.entity_id = entities.id AND articles.part_of IS NULL
)
WHERE id = ?
"""

_ALIASES_ANEW = """
INSERT OR IGNORE INTO aliases (entity_id, alias)
SELECT entity_id, alias FROM mentions WHERE entity_id = ? AND alias IS NOT NULL
"""

_DROP_ALIASES = """
DELETE FROM aliases WHERE entity_id = ? AND NOT EXISTS (
    SELECT 1 FROM mentions
    WHERE mentions.entity_id = aliases.entity_id AND mentions.alias = aliases.alias
)
"""

_DROP_UNMENTIONED = """
DELETE FROM entities WHERE id = ?
    AND NOT EXISTS (SELECT 1 FROM mentions WHERE entity_id = entities.id)
    AND NOT EXISTS (SELECT 1 FROM roles WHERE entity_id = entities.id)
    AND NOT EXISTS (SELECT 1 FROM quotes WHERE entity_id = entities.id)
"""


def count_all_anew(connection: sqlite3.Connection) -> None:
    """Count every entity anew, and drop those that nothing mentions."""
    ids = connection.execute("SELECT id FROM entities").fetchall()
    connection.executemany(_ALIASES_ANEW, ids)
    connection.executemany(_COUNT_ANEW, ids)
    connection.executemany(_DROP_UNMENTIONED, ids)
    connection.executemany(_DROP_ALIASES, ids)
