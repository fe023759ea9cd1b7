"""Give the dumps of an archive back as they came, with what is known of their sources."""

from __future__ import annotations

import json
import re
import sqlite3
import zlib
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from archive.model import Dump, Origin, Refusal
from archive.store.rows.entry import dump_digest

if TYPE_CHECKING:
    from collections.abc import Mapping


_WHOLE_NUMBER = re.compile(r"-?[0-9]{1,4000}")  # more digits than Python reads


class KeptDump(NamedTuple):
    """A dump, and the day of its page as it was read then."""

    dump: Dump
    page_date: str | None


def origins(connection: sqlite3.Connection) -> Iterator[tuple[int, Origin]]:
    """Every source with its id in this archive, in the order in which they first came."""
    for source_id, *facts in connection.execute(
        "SELECT id, path, status, reason, bytes, modified_ns, digest FROM sources ORDER BY id"
    ):
        yield source_id, Origin(*facts)


def refusals_of(connection: sqlite3.Connection, source_id: int, path: str) -> Iterator[Refusal]:
    """What could not be read of a source."""
    for member, reason in connection.execute(
        "SELECT member, reason FROM refusals WHERE source_id = ? ORDER BY id", (source_id,)
    ):
        yield Refusal(path, reason, member)


def dumps_of(connection: sqlite3.Connection, source_id: int, path: str) -> Iterator[KeptDump]:
    """The dumps of a source in their order, each as it came: its digest tells."""
    for page in connection.execute(
        """
        SELECT id, member, record, url, page_date, metadata, digest, raw FROM pages
        WHERE source_id = ? ORDER BY position
        """,
        (source_id,),
    ):
        kept = _Page(*page)
        yield KeptDump(_dump(connection, kept, path), kept.page_date)


class _Page(NamedTuple):
    id: int
    member: str | None
    record: str | None
    url: str | None
    page_date: str | None
    metadata: str | None
    digest: int
    raw: bytes | None


def _dump(connection: sqlite3.Connection, page: _Page, path: str) -> Dump:
    """The dump with the page's digest. What a column says as well is not kept twice: whether a
    title came with the dump or stands in its text, and whether its id was a number, the digest
    tells.
    """
    rows = connection.execute(
        """
        SELECT articles.headline, iif(:whole, articles.body, NULL)
        FROM appearances JOIN articles ON articles.id = appearances.article_id
        WHERE appearances.page_id = :page ORDER BY length(articles.body) DESC
        """,
        {"page": page.id, "whole": page.raw is None},
    ).fetchall()
    texts = [body for _, body in rows] if page.raw is None else [_unpacked(page.raw)]
    headlines = list(dict.fromkeys(headline for headline, _ in rows if headline))
    candidates = [
        Dump(text, path, page.member, metadata)
        for metadata in _metadatas(page, headlines)
        for text in texts
    ]
    return next((dump for dump in candidates if dump_digest(dump) == page.digest), candidates[0])


def _metadatas(page: _Page, headlines: list[str]) -> Iterator[Mapping[str, object]]:
    """What may have come with a dump, the likeliest first."""
    kept: dict[str, object] = json.loads(page.metadata) if page.metadata else {}
    if page.url is not None:
        kept["url"] = page.url
    records: list[dict[str, object]] = [{}]
    if page.record is not None and "id" not in kept:
        records = [{"id": page.record}]
        if _WHOLE_NUMBER.fullmatch(page.record):
            records.append({"id": int(page.record)})
    for record in records:
        if "title" not in kept and page.raw is None:
            yield from ({**kept, **record, "title": headline} for headline in headlines)
        yield {**kept, **record}
        if "title" not in kept and page.raw is not None:
            yield from ({**kept, **record, "title": headline} for headline in headlines)


def _unpacked(raw: bytes) -> str:
    return zlib.decompress(raw).decode("utf-8", "surrogatepass")
