"""What a worker prepares for the one writer: a dump's records, its identity keys, its index tokens.

Nothing here touches the database, so all of it can run in any process. Named tuples go through a
pipe in a third of the time of dataclasses.
"""

from __future__ import annotations

import json
import re
import unicodedata
import zlib
from collections.abc import Iterable, Sequence
from hashlib import blake2b
from typing import NamedTuple

from archive.model import Analysis, Article, Dump, Page, Teaser, Weather
from archive.store.file.index import IndexFields, index_fields
from archive.store.rows.entity_rows import NO_ROWS, EntityRows, entity_rows
from archive.store.rows.sketch import sketch
from archive.store.rows.storable import storable

LEAD_LENGTH = 30
"""Characters without spaces that two beginnings must share before they are compared further."""

DISTINCT_BODY_LENGTH = 100
"""Characters without spaces from which a body alone tells an article from all others."""

_JSON = json.JSONEncoder(ensure_ascii=False, default=str)

_NO_TOKENS = IndexFields(b"", b"", b"", b"", b"")

_NUMBERED = re.compile(r"\?\w+=\d|/[^/]*\d{5,}[^/]*$|^[^/]+/\d+$")
"""A canonical source that numbers its article: `?idxno=12`, `/view/20250304001`, `/12`."""

RAW_COMPRESSION = 1
"""zlib's fastest level: on Korean text it gives away a tenth in size and saves half the time."""


class Parsed(NamedTuple):
    """A dump and what was read in it.

    `analyses` go with the page's article, its further articles and its teasers, in that order; an
    empty sequence stands for none at all. `identity` is the canonical source of the page's URL and
    belongs to its own article only.
    """

    dump: Dump
    page: Page
    analyses: Sequence[Analysis] = ()
    identity: str | None = None
    site: str | None = None


class ArticleEntry(NamedTuple):
    """A text as the `articles` table holds it, with the keys that join it to others.

    `fingerprint` is equal for the same text; `headline_key` and `lead_key` are equal for texts that
    may be of the same story; `identity` is equal for articles of one canonical source, which is
    `numbered` when it can only be an article's; copies in other papers share a key of `sketch`.
    """

    kind: str
    headline: str | None
    section: str | None
    subheads: str
    byline: str
    body: str
    captions: str
    published: str | None
    published_basis: str | None
    published_evidence: str | None
    identity: int | None
    numbered: bool
    fingerprint: int
    headline_key: int | None
    lead_key: int | None
    sketch: tuple[int, ...]
    names: EntityRows
    tokens: IndexFields


class Entry(NamedTuple):
    """A dump, read and ready to be written.

    `digest` is that of the dump (see `dump_digest`), `record` the id that its corpus gave it;
    `title` came with it and stands nowhere but in an article's headline.
    """

    digest: int
    member: str | None
    record: str | None
    url: str | None
    site: str | None
    title: str | None
    page_date: str | None
    metadata: str | None
    raw: bytes | None
    weather: Weather | None
    weather_digest: int
    articles: tuple[ArticleEntry, ...]


def dump_digest(dump: Dump) -> int:
    """A 64-bit number that is equal for equal dumps: text, member and metadata."""
    return _hash64(dump.text, repr(dump.member), repr(sorted(dump.metadata.items())))


def prepare(pages: Iterable[Parsed]) -> list[Entry]:
    """The entries of parsed dumps, in their order: all tokens are made at once, which takes half
    the time.
    """
    entries = [_entry(parsed) for parsed in pages]
    articles = (article for entry in entries for article in entry.articles)
    tokens = index_fields((a.headline or "", a.subheads, a.body, a.captions) for a in articles)
    return [
        entry._replace(
            articles=tuple([article._replace(tokens=next(tokens)) for article in entry.articles])
        )
        for entry in entries
    ]


def squash(text: str) -> str:
    """The text for comparison: NFC and without any white space."""
    # Nearly all of it are spaces, which `replace` takes out in a third of the time.
    return "".join(unicodedata.normalize("NFC", text).replace(" ", "").split())


def _entry(parsed: Parsed) -> Entry:
    """An entry without tokens."""
    dump, page, analyses = parsed.dump, parsed.page, parsed.analyses
    whole = [page.article, *page.more_articles] if page.article else list(page.more_articles)
    texts: list[Article | Teaser] = [*whole, *page.teasers]
    entries = tuple(
        [
            _article_entry(
                text,
                analyses[number] if analyses else None,
                identity=parsed.identity if text is page.article else None,
            )
            for number, text in enumerate(texts)
        ]
    )
    url, record = dump.metadata.get("url"), dump.metadata.get("id")
    title = dump.metadata.get("title")
    return Entry(
        digest=dump_digest(dump),
        member=_storable(dump.member),
        record=None if record is None else _storable(str(record)),
        url=_storable(url) if isinstance(url, str) else None,
        site=parsed.site,
        title=title if isinstance(title, str) and title in [e.headline for e in entries] else None,
        page_date=page.page_date,
        metadata=_metadata_json(dump, entries),
        raw=_raw(dump, entries),
        weather=page.weather,
        weather_digest=_weather_digest(page.weather),
        articles=entries,
    )


def _article_entry(
    text: Article | Teaser, analysis: Analysis | None, *, identity: str | None
) -> ArticleEntry:
    article = text if isinstance(text, Article) else _teaser_as_article(text)
    headline = _storable(article.headline)
    body = _lines(article.body)
    captions = _lines(article.captions)
    subheads = _lines(article.subheads)
    headline_squashed = squash(headline or "")
    body_squashed = squash(body)
    kind = "article" if isinstance(text, Article) else "teaser"
    told_by_body = kind == "article" and len(body_squashed) >= DISTINCT_BODY_LENGTH
    return ArticleEntry(
        kind=kind,
        headline=headline,
        section=_storable(article.section),
        subheads=subheads,
        byline=_lines(article.byline),
        body=body,
        captions=captions,
        published=article.published,
        published_basis=article.published_basis,
        published_evidence=_storable(article.published_evidence),
        identity=_hash64(identity) if identity is not None else None,
        numbered=identity is not None and _NUMBERED.search(identity) is not None,
        fingerprint=_hash64(body_squashed)
        if told_by_body
        else _hash64(kind, headline_squashed, body_squashed, squash(captions)),
        headline_key=_hash64(headline_squashed) if headline_squashed else None,
        lead_key=_hash64(body_squashed[:LEAD_LENGTH])
        if len(body_squashed) >= LEAD_LENGTH
        else None,
        sketch=sketch(body) if kind == "article" else (),
        names=entity_rows(analysis) if analysis is not None else NO_ROWS,
        tokens=_NO_TOKENS,
    )


def _teaser_as_article(teaser: Teaser) -> Article:
    body = tuple(line for line in teaser.text.splitlines() if line.strip())
    return Article(section=teaser.section, headline=teaser.headline, body=body, complete=False)


def _lines(items: Sequence[str]) -> str:
    return storable("\n".join(items))


def _storable(text: str | None) -> str | None:
    return None if text is None else storable(text)


def _raw(dump: Dump, entries: Sequence[ArticleEntry]) -> bytes | None:
    """The compressed dump, or None where an article's body already is the whole of it."""
    if any(entry.body == dump.text for entry in entries):
        return None
    return packed(dump.text)


def packed(text: str) -> bytes:
    """A text as `pages.raw` keeps it."""
    return zlib.compress(text.encode("utf-8", "surrogatepass"), RAW_COMPRESSION)


def _metadata_json(dump: Dump, entries: Sequence[ArticleEntry]) -> str | None:
    """What came with the dump and stands nowhere else: not its address, its id, its headline."""
    headlines = [entry.headline for entry in entries]
    rest = {
        key: value
        for key, value in sorted(dump.metadata.items(), key=lambda item: item[0])
        if not _is_said_elsewhere(key, value, headlines)
    }
    if not rest:
        return None
    return _storable(_JSON.encode(rest))


def _is_said_elsewhere(key: str, value: object, headlines: Sequence[str | None]) -> bool:
    """Whether a column gives the field back as it came; what none gives back stays metadata."""
    match key:
        case "url":
            return isinstance(value, str) and _storable(value) == value
        case "id":
            return isinstance(value, str) or type(value) is int
        case "title":
            return value is not None and value in headlines
        case _:
            return False


def _weather_digest(weather: Weather | None) -> int:
    if weather is None:
        return 0
    return _hash64(*(f"{r.sky}|{r.station}|{r.temperature}" for r in weather.readings))


def _hash64(*parts: str) -> int:
    """A signed 64-bit number, as SQLite's integers are."""
    digest = blake2b("\0".join(parts).encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(digest, "big", signed=True)
