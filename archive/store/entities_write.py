"""Write who, what and where: entities once, their mentions, roles and quotes by article."""

from __future__ import annotations

import sqlite3

from archive.model import Analysis, EntityKind

REMEMBERED_ENTITIES = 200_000
"""Entity ids kept in memory, about 30 MB, so that a common name costs no look-up."""


class EntityWriter:
    """Writes the analyses of articles, remembering the ids of entities it has met."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._ids: dict[tuple[str, str], int] = {}

    def add(self, article_id: int, analysis: Analysis) -> None:
        """Put the mentions, roles and quotes of a new article in."""
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
            "INSERT OR IGNORE INTO roles (article_id, entity_id, role) VALUES (?, ?, ?)",
            [(article_id, self._entity_id(r.name, "person"), r.role) for r in analysis.roles],
        )
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

    def forget_ids(self) -> None:
        """Ask the archive for ids anew: those given out since the last commit were taken back."""
        self._ids.clear()

    def drop_unmentioned(self) -> None:
        """Remove entities that no article mentions any more."""
        self._ids.clear()
        self._connection.execute(
            """
            DELETE FROM entities
            WHERE NOT EXISTS (SELECT 1 FROM mentions WHERE entity_id = entities.id)
              AND NOT EXISTS (SELECT 1 FROM roles WHERE entity_id = entities.id)
              AND NOT EXISTS (SELECT 1 FROM quotes WHERE entity_id = entities.id)
            """
        )

    def _speaker_id(self, speaker: str | None) -> int | None:
        """The id of a speaker who is known as a person or an organisation; None for others."""
        if speaker is None:
            return None
        row = self._connection.execute(
            """
            SELECT id FROM entities WHERE name = ? AND kind IN ('person', 'organisation')
            ORDER BY kind DESC
            """,
            (speaker,),
        ).fetchone()
        return row[0] if row else None

    def _entity_id(self, name: str, kind: EntityKind) -> int:
        known = self._ids.get((name, kind))
        if known is not None:
            return known
        row = self._connection.execute(
            "SELECT id FROM entities WHERE name = ? AND kind = ?", (name, kind)
        ).fetchone()
        if row is None:
            row = self._connection.execute(
                "INSERT INTO entities (name, kind) VALUES (?, ?) RETURNING id", (name, kind)
            ).fetchone()
        if len(self._ids) >= REMEMBERED_ENTITIES:
            self._ids.clear()
        self._ids[name, kind] = row[0]
        return int(row[0])
