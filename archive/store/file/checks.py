"""Check an archive: the file, the references between its rows, the index against the articles."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

from archive.model import Check
from archive.store.file import index
from archive.store.file.version import SCHEMA_VERSION

SAMPLE = 200
"""Articles, and names, that a quick check looks at, spread evenly over the archive."""

_SHOWN = 3


def checks(connection: sqlite3.Connection, *, full: bool = False) -> Iterator[Check]:
    """Look at the archive without changing it; `full` reads every row, else a sample.

    The time grows with the file: `full` reads all of it. Where a check cannot be made because the
    file is damaged, a failed `reading` is the last one.
    """
    try:
        yield from _all(connection, full=full)
    except sqlite3.DatabaseError as error:
        yield Check("reading", ok=False, detail=f"읽다가 실패했습니다: {error}")


def _all(connection: sqlite3.Connection, *, full: bool) -> Iterator[Check]:
    yield Check("sqlite", ok=True, detail=sqlite3.sqlite_version)
    yield from _schema(connection)
    yield _integrity(connection, full=full)
    yield _references(connection)
    yield _sources(connection)
    yield _counts(connection)
    yield _index(connection, full=full)
    yield _facts(connection, full=full)
    yield _entities(connection, full=full)
    yield _mentions(connection, full=full)
    yield _unfinished(connection)


def _schema(connection: sqlite3.Connection) -> Iterator[Check]:
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    (done,) = connection.execute("SELECT count(*) FROM _sqlite_migrations").fetchone()
    yield Check("schema", version == done == SCHEMA_VERSION, f"{version}판")


def _integrity(connection: sqlite3.Connection, *, full: bool) -> Check:
    pragma = "integrity_check" if full else "quick_check"
    found = [str(row[0]) for row in connection.execute(f"PRAGMA {pragma}({_SHOWN})")]
    ok = found == ["ok"]
    return Check("integrity", ok, "파일이 온전합니다" if ok else " · ".join(found))


def _references(connection: sqlite3.Connection) -> Check:
    broken = [row[0] for row in connection.execute("PRAGMA foreign_key_check")]
    (homeless,) = connection.execute(
        """
        SELECT count(*) FROM articles
        WHERE NOT EXISTS (SELECT 1 FROM appearances WHERE article_id = articles.id)
        """
    ).fetchone()
    if not broken and not homeless:
        return Check("references", ok=True, detail="끊긴 참조가 없습니다")
    where = f" ({', '.join(sorted(set(broken)))})" if broken else ""
    return Check(
        "references",
        ok=False,
        detail=f"끊긴 참조 {len(broken)}개{where}, 출처 없는 기사 {homeless}건",
    )


def _sources(connection: sqlite3.Connection) -> Check:
    """Whether each source has as many dumps as it says."""
    wrong = [
        path
        for (path,) in connection.execute(
            """
            SELECT path FROM sources WHERE status <> 'reading'
                AND dumps <> (SELECT count(*) FROM pages WHERE source_id = sources.id)
            """
        )
    ]
    detail = f"덤프 수가 틀린 출처 {len(wrong)}개"
    return Check("sources", not wrong, f"{detail}: {wrong[0]}" if wrong else detail)


def _counts(connection: sqlite3.Connection) -> Check:
    (articles,) = connection.execute(
        "SELECT count(*) FROM articles WHERE part_of IS NULL"
    ).fetchone()
    (kept,) = connection.execute("SELECT articles FROM index_state").fetchone()
    indexed = index.size(connection)
    return Check(
        "counts", articles == indexed == kept, f"보이는 기사 {articles}건, 색인에 {indexed}건"
    )


def _sample(table: str, *, full: bool) -> str:
    """A condition on the ids of a table: all of them, or `SAMPLE` spread evenly."""
    return "TRUE" if full else f"id % max(1, (SELECT max(id) FROM {table}) / {SAMPLE}) = 0"


def _index(connection: sqlite3.Connection, *, full: bool) -> Check:
    if full:
        return _whole_index(connection)
    asked = missing = 0
    for article_id, *fields in connection.execute(
        f"""
        SELECT id, coalesce(headline, ''), subheads, body, captions FROM articles
        WHERE part_of IS NULL AND {_sample("articles", full=False)}
        """
    ):
        asked += 1
        missing += not index.holds(connection, article_id, next(index.index_fields([fields])))
    return Check("index", not missing, f"살펴본 {asked}건 가운데 색인에 없는 것 {missing}건")


def _whole_index(connection: sqlite3.Connection) -> Check:
    """Whether every article has as many tokens in each field as the index has counted, and all of
    them together are the tokens of the index: to look each article up takes twenty times as long.

    Tokens are added up by their hashes, so that no more is in memory than one article.
    """
    asked = missing = tokens = 0
    for *texts, sizes in connection.execute(
        """
        SELECT coalesce(headline, ''), subheads, body, captions, sz
        FROM articles LEFT JOIN article_index_docsize ON article_index_docsize.id = articles.id
        WHERE part_of IS NULL
        """
    ):
        asked += 1
        (fields,) = index.index_fields([texts])
        in_order = (fields.body, fields.headline, fields.subheads, fields.captions)
        words = [field.decode().split() for field in in_order]
        missing += sizes is None or _varints(sizes) != list(map(len, words))
        tokens += sum(sum(map(hash, field)) for field in words)
    for token, times in connection.execute("SELECT term, cnt FROM article_tokens"):
        tokens -= hash(token) * times
    detail = f"살펴본 {asked}건 가운데 색인에 없는 것 {missing}건"
    if tokens:
        detail += ", 색인의 말이 글과 다릅니다"
    return Check("index", not missing and not tokens, detail)


def _varints(content: bytes) -> list[int]:
    """SQLite's variable-length integers: https://www.sqlite.org/fileformat2.html#varint."""
    found = [0]
    for byte in content:
        found[-1] = found[-1] << 7 | byte & 0x7F
        if byte < 0x80:
            found.append(0)
    return found[:-1]


def _facts(connection: sqlite3.Connection, *, full: bool) -> Check:
    """Whether lists and filters see every article as it is."""
    (wrong,) = connection.execute(
        f"""
        SELECT count(*) FROM (SELECT * FROM articles WHERE {_sample("articles", full=full)}) AS a
        LEFT JOIN facts ON facts.id = a.id
        LEFT JOIN labels AS sections ON sections.id = facts.section
        LEFT JOIN labels AS sites ON sites.id = facts.site
        WHERE (a.part_of IS NULL) <> (facts.id IS NOT NULL)
            OR a.part_of IS NULL AND (a.date IS NOT facts.date OR a.section IS NOT sections.name
                OR a.site IS NOT sites.name OR (a.kind = 'teaser') <> facts.teaser
                OR (a.published IS NOT NULL) <> facts.published)
        """
    ).fetchone()
    (extra,) = connection.execute(
        "SELECT count(*) FROM facts WHERE id NOT IN (SELECT id FROM articles)"
    ).fetchone()
    return Check("facts", not wrong and not extra, f"목록과 다른 기사 {wrong + extra}건")


def _entities(connection: sqlite3.Connection, *, full: bool) -> Check:
    """Whether the names are counted as their articles have them."""
    (wrong,) = connection.execute(
        f"""
        SELECT count(*) FROM entities
        WHERE {_sample("entities", full=full)} AND (articles, mentions) IS NOT (
            SELECT count(DISTINCT articles.id), count(*)
            FROM mentions JOIN articles ON articles.id = mentions.article_id
            WHERE mentions.entity_id = entities.id AND articles.part_of IS NULL
        )
        """
    ).fetchone()
    return Check("entities", not wrong, f"기사 수나 언급 수가 틀린 이름 {wrong}개")


def _mentions(connection: sqlite3.Connection, *, full: bool) -> Check:
    """Whether names stand in the texts where they are said to."""
    asked = wrong = 0
    for text, name in connection.execute(
        f"""
        SELECT substr(
            CASE field WHEN 'headline' THEN headline WHEN 'subheads' THEN subheads
                WHEN 'body' THEN body ELSE captions END, start + 1, end - start
        ), coalesce(alias, name)
        FROM (SELECT * FROM articles WHERE {_sample("articles", full=full)}) AS articles
        CROSS JOIN mentions ON mentions.article_id = articles.id
        JOIN entities ON entities.id = mentions.entity_id
        """
    ):
        asked += 1
        wrong += text != name
    return Check("mentions", not wrong, f"살펴본 언급 {asked}개 가운데 글과 다른 것 {wrong}개")


def _unfinished(connection: sqlite3.Connection) -> Check:
    paths = [
        path for (path,) in connection.execute("SELECT path FROM sources WHERE status = 'reading'")
    ]
    if not paths:
        return Check("unfinished", ok=True, detail="중간에 멈춘 출처가 없습니다")
    return Check(
        "unfinished",
        ok=False,
        detail=f"중간에 멈춘 출처 {len(paths)}개, 이어 넣으려면: newscli ingest {paths[0]}",
    )
