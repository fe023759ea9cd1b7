"""The full-text index: which articles hold which tokens of `archive.korean.pairs`, and where.

FTS5 without content: the text stands in `articles` alone, and taking an article out needs the same
tokens again (SQLite 3.40 has no `contentless_delete`). The `ascii` tokenizer takes every character
beyond ASCII for a letter, so the tokens stay exactly as `pairs` made them, whatever SQLite's tables
of Unicode say.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from archive.store.file import syllables
from archive.store.file.facts import create_facts

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Iterator, Sequence

COMMON = 256
"""From so many articles on a token is common, and its number of articles is kept in a table:
counting fewer in the index itself takes no time."""

COUNTED_FROM = 30_000
"""Articles of an archive from which on those numbers are kept. In a smaller one even the commonest
token is counted in some milliseconds, and a search takes as long (bench/search_speed.py); to count
them all took a twentieth of an ingest.
"""

GROWTH = 1.25
"""When the archive has grown or shrunk by this factor, the kept numbers grow or shrink with it; in
between and after they are estimates, good enough to choose the rarest token by."""

COUNTED_ANEW = 4
"""By this factor they are counted anew. That reads the whole index: at each growth by a quarter it
took a fifth of an ingest; by this factor all times together are a third more than the last."""

# 16 MB of pending tokens instead of 1 MB: fewer, larger segments to merge while much is written.
_PENDING_BYTES = 16 << 20

# So many segments of a size are merged into one, little by little, or all at once where writing is
# ahead of that; by default 4 and 16. All is rewritten half as often, which took a quarter of what a
# hundred thousand articles on top of a million cost; a search looks into some twenty segments
# instead of ten, which takes a millisecond more for a rare word (bench/search_speed.py).
_SEGMENTS_MERGED = 12
_SEGMENTS_AT_MOST = 24

# The body comes first: FTS5 writes no column number for the positions in column 0, which makes the
# index a quarter smaller (1.0 times the text instead of 1.4, measured on 5 MB).
_TABLES = (
    """
    CREATE VIRTUAL TABLE article_index USING fts5(
        body, headline, subheads, captions, content = '', tokenize = 'ascii'
    )
    """,
    f"INSERT INTO article_index (article_index, rank) VALUES ('hashsize', {_PENDING_BYTES})",
    f"INSERT INTO article_index (article_index, rank) VALUES ('automerge', {_SEGMENTS_MERGED})",
    f"INSERT INTO article_index (article_index, rank) VALUES ('crisismerge', {_SEGMENTS_AT_MOST})",
    "CREATE VIRTUAL TABLE article_tokens USING fts5vocab(article_index, row)",
    """
    CREATE TABLE common_tokens (
        token TEXT PRIMARY KEY,
        articles INTEGER NOT NULL
    ) WITHOUT ROWID
    """,
    """
    CREATE TABLE index_state (
        id INTEGER PRIMARY KEY CHECK (id = 1),
        articles INTEGER NOT NULL,
        estimated INTEGER NOT NULL,
        counted INTEGER NOT NULL
    )
    """,
    "INSERT INTO index_state VALUES (1, 0, 0, 0)",
    syllables.TABLE,
)

_COLUMNS = "headline, subheads, body, captions"
_TEXTS = ", ".join(["CAST(? AS TEXT)"] * 4)


class IndexFields(NamedTuple):
    """The tokens of each field of an article, UTF-8 separated by spaces, and their `syllables` as
    `archive.korean.tokens` has them. Bytes, since they go through a pipe and into SQLite as such.
    """

    headline: bytes
    subheads: bytes
    body: bytes
    captions: bytes
    syllables: bytes

    @property
    def tokens(self) -> tuple[bytes, bytes, bytes, bytes]:
        """Those of each field, in the order of `_COLUMNS`."""
        return self[:4]


def index_fields(articles: Iterable[Sequence[str]]) -> Iterator[IndexFields]:
    """The tokens of articles, given by headline, subheads, body and captions. Touches no database:
    any process can do it.
    """
    from archive.korean.tokens import tokens_of  # noqa: PLC0415 - numpy, only for what is new

    for (headline, subheads, body, captions), told in tokens_of(articles):
        yield IndexFields(headline, subheads, body, captions, told)


def create_index(connection: sqlite3.Connection) -> None:
    """Make the tables of an empty index, and of what filters its matches."""
    for statement in _TABLES:
        connection.execute(statement)
    create_facts(connection)


class IndexWriter:
    """Lets search find articles, by their ids, and forget them again.

    By ascending ids, if possible, and with nothing but plain INSERTs of single rows into other
    tables in between: else FTS5 writes out what it has gathered, in pieces that it has to merge.
    """

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._articles = 0
        self._syllables: Counter[int] = Counter()

    def add(self, rows: Sequence[tuple[int, IndexFields]]) -> None:
        """Let search find articles. The caller sees to it that none is in already."""
        self._connection.executemany(
            f"INSERT INTO article_index (rowid, {_COLUMNS}) VALUES (?, {_TEXTS})",
            ((article_id, *fields.tokens) for article_id, fields in rows),
        )
        self._articles += len(rows)
        self._syllables.update(syllables.count(fields.syllables for _, fields in rows))

    def remove(self, rows: Sequence[tuple[int, IndexFields]]) -> None:
        """Take articles out. The fields must be those that they were added with."""
        self._connection.executemany(
            f"""
            INSERT INTO article_index (article_index, rowid, {_COLUMNS})
            VALUES ('delete', ?, {_TEXTS})
            """,
            ((article_id, *fields.tokens) for article_id, fields in rows),
        )
        self._articles -= len(rows)
        self._syllables.subtract(syllables.count(fields.syllables for _, fields in rows))

    def flush(self) -> None:
        """Write what the index knows of itself, before the transaction ends."""
        if self._articles or self._syllables:
            syllables.change(self._connection, self._syllables)
            self._connection.execute(
                "UPDATE index_state SET articles = articles + ?", (self._articles,)
            )
        self.drop()

    def drop(self) -> None:
        """Forget what was not written."""
        self._articles = 0
        self._syllables.clear()


def clear(connection: sqlite3.Connection) -> None:
    """Take every article out, to index them all anew."""
    connection.execute("INSERT INTO article_index (article_index) VALUES ('delete-all')")
    connection.execute("DELETE FROM common_tokens")
    connection.execute("DELETE FROM syllables")
    connection.execute("UPDATE index_state SET articles = 0, estimated = 0, counted = 0")


def size(connection: sqlite3.Connection) -> int:
    """How many articles the index holds."""
    (articles,) = connection.execute("SELECT count(*) FROM article_index_docsize").fetchone()
    return int(articles)


def holds(connection: sqlite3.Connection, article_id: int, fields: IndexFields) -> bool:
    """Whether the index finds an article by how each of its fields begins and ends."""
    phrases = [
        f'{column} : "{" ".join(words)}"'
        for column, field in zip(_COLUMNS.split(", "), fields.tokens, strict=True)
        for tokens_of_field in (field.decode().split(),)
        for words in (tokens_of_field[:_PROBE], tokens_of_field[-_PROBE:])
        if words
    ]
    found = connection.execute(
        "SELECT 1 FROM article_index WHERE article_index MATCH ? AND rowid = ?",
        (" AND ".join(phrases), article_id),
    )
    return not phrases or found.fetchone() is not None


_PROBE = 6
"""Tokens of a field's beginning and end that a check asks for."""


def settle(connection: sqlite3.Connection, *, thorough: bool = False) -> None:
    """Bring the numbers of common tokens up to date if the archive has changed much since. Call it
    after writing.

    `thorough` also merges the index into one segment: slower once, faster searches after.
    """
    if thorough:
        connection.execute("INSERT INTO article_index (article_index) VALUES ('optimize')")
    articles, estimated, counted = connection.execute(
        "SELECT articles, estimated, counted FROM index_state"
    ).fetchone()
    if articles < COUNTED_FROM:
        if counted:
            connection.execute("DELETE FROM common_tokens")
            connection.execute("UPDATE index_state SET estimated = 0, counted = 0")
    elif thorough or _differ(articles, counted, COUNTED_ANEW):
        connection.execute("DELETE FROM common_tokens")
        connection.execute(
            "INSERT INTO common_tokens SELECT term, doc FROM article_tokens WHERE doc >= ?",
            (COMMON,),
        )
        connection.execute("UPDATE index_state SET estimated = articles, counted = articles")
    elif _differ(articles, estimated, GROWTH):
        connection.execute(
            "UPDATE common_tokens SET articles = articles * ? / ?", (articles, estimated)
        )
        connection.execute("UPDATE index_state SET estimated = articles")


def _differ(number: int, other: int, factor: float) -> bool:
    return number > other * factor or other > number * factor
