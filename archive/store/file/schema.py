"""The tables and views, as append-only migrations: a released one is never edited.

Each migration and its record are one transaction (sqlite-utils), and `user_version` counts them, so
that a reader can tell a current file without loading sqlite-utils.

For a check `IN` a list of more than two, SQLite makes a table and drops it again for every row: two
fifths of the time of putting a mention in. Hence the comparisons in tables of many rows.
"""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

from sqlite_utils import Database, Migrations

from archive.store.file import index
from archive.store.file.version import APPLICATION_ID

if TYPE_CHECKING:
    from collections.abc import Iterable

MIGRATIONS = Migrations("newscli")


def migrate(connection: sqlite3.Connection) -> None:
    """Bring the file to the newest schema. A failed step leaves no trace."""
    MIGRATIONS.apply(Database(connection, execute_plugins=False))


def _run(db: Database, statements: Iterable[str]) -> None:
    for statement in statements:
        db.conn.execute(statement)


@MIGRATIONS(name="001_records")
def _records(db: Database) -> None:
    _run(db, (*_INPUTS, *_ARTICLES, *_WEATHER, *_ENTITIES))
    db.conn.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    db.conn.execute("PRAGMA user_version = 1")


@MIGRATIONS(name="002_index")
def _index(db: Database) -> None:
    index.create_index(db.conn)
    db.conn.execute("PRAGMA user_version = 2")


@MIGRATIONS(name="003_views")
def _views(db: Database) -> None:
    _run(db, _VIEWS)
    db.conn.execute("PRAGMA user_version = 3")


# Every file given to ingest has a row in `sources`, also one that failed. `digest` is the BLAKE2b
# of its bytes; it is `tagged` when names were sought in all its articles. A page's `digest` is that
# of its dump, `record` the id that a corpus gave it; `raw` is the dump as it came (UTF-8, zlib),
# NULL where the article's body is the whole dump.
_INPUTS = (
    """
    CREATE TABLE sources (
        id INTEGER PRIMARY KEY,
        path TEXT NOT NULL UNIQUE,
        status TEXT NOT NULL CHECK (status IN ('reading', 'ok', 'failed')),
        reason TEXT,
        dumps INTEGER NOT NULL DEFAULT 0,
        bytes INTEGER,
        modified_ns INTEGER,
        digest TEXT,
        tagged INTEGER NOT NULL DEFAULT 0,
        ingested_at TEXT NOT NULL
    )
    """,
    """
    CREATE TABLE refusals (
        id INTEGER PRIMARY KEY,
        source_id INTEGER NOT NULL REFERENCES sources (id) ON DELETE CASCADE,
        member TEXT,
        reason TEXT NOT NULL
    )
    """,
    "CREATE INDEX refusals_source ON refusals (source_id)",
    """
    CREATE TABLE pages (
        id INTEGER PRIMARY KEY,
        source_id INTEGER NOT NULL REFERENCES sources (id) ON DELETE CASCADE,
        position INTEGER NOT NULL,
        member TEXT,
        record TEXT,
        url TEXT,
        page_date TEXT,
        metadata TEXT,
        digest INTEGER NOT NULL,
        raw BLOB
    )
    """,
    "CREATE INDEX pages_source ON pages (source_id, position)",
)

# A row of `articles` is one text. Texts of the same story (a teaser and its article, an article
# fetched again after an edit) form a group: the best one has `part_of` NULL and is what people see,
# the others point to it. `subheads`, `byline`, `body` and `captions` hold one item a line. Texts of
# one `fingerprint` have one `lead_key`, if any: one index finds both.
# Stories that other papers printed too have one `reprint_group`, the smallest of their ids;
# `reprint_keys` is what copies are found by (see `sketch`). It has no reference to `articles`:
# keeping one would mean to look through all of it for every article that goes.
_ARTICLES = (
    """
    CREATE TABLE articles (
        id INTEGER PRIMARY KEY,
        kind TEXT NOT NULL CHECK (kind IN ('article', 'teaser')),
        headline TEXT,
        section TEXT,
        subheads TEXT NOT NULL DEFAULT '',
        byline TEXT NOT NULL DEFAULT '',
        body TEXT NOT NULL DEFAULT '',
        captions TEXT NOT NULL DEFAULT '',
        published TEXT,
        published_basis TEXT CHECK (published_basis IN ('stated', 'inferred')),
        published_evidence TEXT,
        page_date TEXT,
        date TEXT,
        date_basis TEXT CHECK (
            date_basis = 'stated' OR date_basis = 'inferred' OR date_basis = 'page'
        ),
        url TEXT,
        site TEXT,
        part_of INTEGER REFERENCES articles (id) ON DELETE SET NULL,
        identity INTEGER,
        fingerprint INTEGER NOT NULL,
        headline_key INTEGER,
        lead_key INTEGER,
        reprint_group INTEGER
    )
    """,
    """
    CREATE INDEX articles_fingerprint ON articles (fingerprint) WHERE lead_key IS NULL
    """,
    "CREATE INDEX articles_identity ON articles (identity) WHERE identity IS NOT NULL",
    """
    CREATE INDEX articles_headline_key ON articles (headline_key, lead_key)
    WHERE headline_key IS NOT NULL
    """,
    """
    CREATE INDEX articles_lead_key ON articles (lead_key, fingerprint) WHERE lead_key IS NOT NULL
    """,
    "CREATE INDEX articles_part_of ON articles (part_of) WHERE part_of IS NOT NULL",
    "CREATE INDEX articles_reprints ON articles (reprint_group) WHERE reprint_group IS NOT NULL",
    """
    CREATE TABLE reprint_keys (
        key INTEGER NOT NULL,
        article_id INTEGER NOT NULL,
        PRIMARY KEY (key, article_id)
    ) WITHOUT ROWID
    """,
    """
    CREATE TABLE appearances (
        article_id INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
        page_id INTEGER NOT NULL REFERENCES pages (id) ON DELETE CASCADE,
        PRIMARY KEY (article_id, page_id)
    ) WITHOUT ROWID
    """,
    "CREATE INDEX appearances_page ON appearances (page_id)",
)

# A snapshot is a set of readings on a day, once, however many pages carry it. `digest` tells equal
# sets of readings apart from others: the widget goes stale and repeats itself on later days.
_WEATHER = (
    """
    CREATE TABLE snapshots (
        id INTEGER PRIMARY KEY,
        date TEXT,
        provider TEXT,
        digest INTEGER NOT NULL
    )
    """,
    "CREATE INDEX snapshots_digest ON snapshots (digest)",
    "CREATE INDEX snapshots_date ON snapshots (date)",
    "CREATE TABLE stations (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE)",
    """
    CREATE TABLE readings (
        snapshot_id INTEGER NOT NULL REFERENCES snapshots (id) ON DELETE CASCADE,
        position INTEGER NOT NULL,
        station_id INTEGER REFERENCES stations (id),
        sky TEXT,
        temperature REAL,
        PRIMARY KEY (snapshot_id, position)
    ) WITHOUT ROWID
    """,
    "CREATE INDEX readings_station ON readings (station_id)",
    """
    CREATE TABLE snapshot_pages (
        snapshot_id INTEGER NOT NULL REFERENCES snapshots (id) ON DELETE CASCADE,
        page_id INTEGER NOT NULL REFERENCES pages (id) ON DELETE CASCADE,
        PRIMARY KEY (snapshot_id, page_id)
    ) WITHOUT ROWID
    """,
    "CREATE INDEX snapshot_pages_page ON snapshot_pages (page_id)",
)

# Offsets of mentions and quotes count characters in the column of `articles` that `field` names;
# `alias` is the text that stands there where it is not the entity's own name. The numbers and dates
# of `entities` are those of the articles that stand for their story. `apart` tells people of one
# name from each other by their `line` of work.
_ENTITIES = (
    """
    CREATE TABLE entities (
        id INTEGER PRIMARY KEY,
        name TEXT NOT NULL,
        kind TEXT NOT NULL,
        apart TEXT NOT NULL DEFAULT '',
        articles INTEGER NOT NULL DEFAULT 0,
        mentions INTEGER NOT NULL DEFAULT 0,
        first TEXT,
        last TEXT,
        UNIQUE (name, kind, apart)
    )
    """,
    "CREATE INDEX entities_ranked ON entities (articles DESC, mentions DESC, name)",
    """
    CREATE TABLE mentions (
        article_id INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
        field TEXT NOT NULL CHECK (
            field = 'headline' OR field = 'subheads' OR field = 'body' OR field = 'captions'
        ),
        start INTEGER NOT NULL,
        end INTEGER NOT NULL,
        entity_id INTEGER NOT NULL REFERENCES entities (id),
        alias TEXT,
        PRIMARY KEY (article_id, field, start)
    ) WITHOUT ROWID
    """,
    "CREATE INDEX mentions_entity ON mentions (entity_id, article_id)",
    # Each pair of `mentions` once, so that NBF finds 누리바다연맹.
    """
    CREATE TABLE aliases (
        entity_id INTEGER NOT NULL REFERENCES entities (id) ON DELETE CASCADE,
        alias TEXT NOT NULL,
        PRIMARY KEY (entity_id, alias)
    ) WITHOUT ROWID
    """,
    "CREATE INDEX aliases_alias ON aliases (alias)",
    """
    CREATE TABLE roles (
        article_id INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
        entity_id INTEGER NOT NULL REFERENCES entities (id),
        role TEXT NOT NULL,
        line TEXT,
        PRIMARY KEY (article_id, entity_id, role)
    ) WITHOUT ROWID
    """,
    "CREATE INDEX roles_entity ON roles (entity_id, line)",
    """
    CREATE TABLE quotes (
        id INTEGER PRIMARY KEY,
        article_id INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
        entity_id INTEGER REFERENCES entities (id),
        speaker TEXT,
        text TEXT NOT NULL,
        field TEXT NOT NULL,
        start INTEGER NOT NULL,
        end INTEGER NOT NULL
    )
    """,
    "CREATE INDEX quotes_article ON quotes (article_id)",
    "CREATE INDEX quotes_entity ON quotes (entity_id) WHERE entity_id IS NOT NULL",
    "CREATE INDEX quotes_unknown ON quotes (speaker) WHERE entity_id IS NULL",
)

# For people who open the file with sqlite-utils or Datasette.
_VIEWS = (
    """
    CREATE VIEW article_sources AS
    SELECT coalesce(articles.part_of, articles.id) AS article_id, articles.headline,
           sources.path, pages.member, pages.page_date, pages.url
    FROM appearances
    JOIN articles ON articles.id = appearances.article_id
    JOIN pages ON pages.id = appearances.page_id
    JOIN sources ON sources.id = pages.source_id
    """,
    """
    CREATE VIEW weather_readings AS
    SELECT snapshots.date, snapshots.provider, readings.position, stations.name AS station,
           readings.sky, readings.temperature
    FROM readings
    JOIN snapshots ON snapshots.id = readings.snapshot_id
    LEFT JOIN stations ON stations.id = readings.station_id
    """,
    """
    CREATE VIEW entity_mentions AS
    SELECT entities.name, entities.kind, mentions.article_id, articles.headline, articles.date,
           mentions.field, mentions.start, mentions.end,
           coalesce(mentions.alias, entities.name) AS text
    FROM mentions
    JOIN entities ON entities.id = mentions.entity_id
    JOIN articles ON articles.id = mentions.article_id
    """,
)
