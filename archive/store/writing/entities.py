"""Write who, what and where: entities once, their mentions, roles and quotes by article.

How many articles name an entity is counted as they come, so that the ranked list of an archive of
any size is read, not computed; where an article goes or gives way to another, it is counted anew.
"""

from __future__ import annotations

import sqlite3
from typing import NamedTuple

from archive.store.rows.entity_rows import NO_ROWS, EntityRows
from archive.store.writing.namesakes import names_of, tell_apart

REMEMBERED_ENTITIES = 200_000
"""Entity ids kept in memory, about 30 MB, so that a common name costs no look-up."""


class _Count(NamedTuple):
    """What new articles add to an entity: articles, mentions, the first and the last date."""

    articles: int
    mentions: int
    first: str | None
    last: str | None

    def and_article(self, mentions: int, date: str | None) -> _Count:
        first = date if self.first is None or (date and date < self.first) else self.first
        last = date if self.last is None or (date and date > self.last) else self.last
        return _Count(self.articles + 1, self.mentions + mentions, first, last)


_REMEMBERED = 50_000
"""Names whose ids are kept from one transaction to the next; all of them would be as many as the
archive has."""

_NONE_YET = _Count(0, 0, None, None)


class EntityWriter:
    """Writes the names of articles, remembering the ids of entities it has met."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._ids: dict[tuple[str, str], int] = {}
        self._uncounted: dict[int, _Count] = {}
        self._recount: set[int] = set()
        self._with_lines: set[str] = set()  # people whose line of work was told, by name

    def add(self, article_id: int, rows: EntityRows, *, date: str | None, stands: bool) -> None:
        """Put the mentions, roles and quotes of a new article in.

        `stands` when the article is the one that people see of its story, so that it counts.
        """
        if rows == NO_ROWS:
            return
        named = dict(rows.named) if stands else {}
        ids = [
            self._entity_id(name, kind, named.get(place, 0), date)
            for place, (name, kind) in enumerate(rows.entities)
        ]
        self._connection.executemany(
            """
            INSERT OR IGNORE INTO mentions (article_id, field, start, end, entity_id, alias)
            VALUES (?, ?, ?, ?, ?, ?)
            """,
            [
                (article_id, field, start, end, ids[place], alias)
                for place, field, start, end, alias in rows.mentions
            ],
        )
        if rows.roles:
            self._connection.executemany(
                "INSERT OR IGNORE INTO roles (article_id, entity_id, role, line)"
                " VALUES (?, ?, ?, ?)",
                [(article_id, ids[place], role, line) for place, role, line in rows.roles],
            )
            self._with_lines.update(
                rows.entities[place][0] for place, _, line in rows.roles if line
            )
        if rows.aliases:
            self._connection.executemany(
                "INSERT OR IGNORE INTO aliases (entity_id, alias) VALUES (?, ?)",
                [(ids[place], alias) for place, alias in rows.aliases],
            )
        if rows.quotes:
            self._connection.executemany(
                """
                INSERT INTO quotes (article_id, entity_id, speaker, text, field, start, end)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                """,
                [(article_id, self._speaker_id(quote[0]), *quote) for quote in rows.quotes],
            )

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
            UPDATE entities SET articles = articles + :articles, mentions = mentions + :mentions,
                first = coalesce(min(first, :first), first, :first),
                last = coalesce(max(last, :last), last, :last)
            WHERE id = :id
            """,
            ({"id": one, **added._asdict()} for one, added in sorted(self._uncounted.items())),
        )
        names = self._with_lines | names_of(self._connection, self._recount)
        moved = tell_apart(self._connection, names)
        self._connection.executemany(_ALIASES_ANEW, [(entity,) for entity in sorted(moved)])
        self._recount |= moved
        changed = [(entity,) for entity in sorted(self._recount)]
        self._connection.executemany(_COUNT_ANEW, changed)
        self._connection.executemany(_DROP_UNMENTIONED, changed)
        self._connection.executemany(_DROP_ALIASES, changed)
        if changed or len(self._ids) > _REMEMBERED:
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
        if (known := self._ids.get((speaker, "person"))) is not None:
            return known
        row = self._connection.execute(
            """
            SELECT id FROM entities WHERE name = ? AND kind IN ('person', 'organisation')
            ORDER BY kind DESC, apart
            """,
            (speaker,),
        ).fetchone()
        return row[0] if row else None

    def _entity_id(self, name: str, kind: str, mentions: int, date: str | None) -> int:
        """The id of an entity that a new article mentions so often, which is counted: a new entity
        begins with it, for others it waits for `flush`.
        """
        entity_id = self._ids.get((name, kind))
        if entity_id is None:
            # Most names that are not remembered are new. RETURNING would make SQLite keep every
            # page that it touches, to take the one row back: a quarter of what names cost the
            # writer.
            added = self._connection.execute(
                "INSERT INTO entities (name, kind, articles, mentions, first, last)"
                " VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (name, kind, apart) DO NOTHING",
                (name, kind, *(_NONE_YET.and_article(mentions, date) if mentions else _NONE_YET)),
            )
            if added.rowcount and added.lastrowid:
                return self._remember(name, kind, added.lastrowid)
            (entity_id,) = self._connection.execute(
                "SELECT id FROM entities WHERE name = ? AND kind = ? AND apart = ''", (name, kind)
            ).fetchone()
            self._remember(name, kind, entity_id)
        if mentions:
            known = self._uncounted.get(entity_id, _NONE_YET)
            self._uncounted[entity_id] = known.and_article(mentions, date)
        return entity_id

    def _remember(self, name: str, kind: str, entity_id: int) -> int:
        if len(self._ids) >= REMEMBERED_ENTITIES:
            self._ids.clear()
        self._ids[name, kind] = entity_id
        return entity_id


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
