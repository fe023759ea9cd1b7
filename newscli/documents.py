"""Records as the JSON objects that scripts rely on; keys are only ever added."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from archive.model import (
        Article,
        EntitySummary,
        Hit,
        IngestReport,
        Listing,
        Mention,
        Page,
        Reading,
        Results,
        Snapshot,
        Stats,
        StoredArticle,
        StoredSource,
    )

    Reasons = Mapping[int, tuple[tuple[str, float], ...]]

Document = dict[str, Any]


def page_document(source: str, page: Page) -> Document:
    """`page/1`: what the parser sees in one dump."""
    weather = page.weather
    return {
        "schema": "page/1",
        "source": source,
        "page_date": page.page_date,
        "weather": weather
        and {
            "provider": weather.provider,
            "readings": [asdict(reading) for reading in weather.readings],
        },
        "article": page.article and _article(page.article),
        "more_articles": [_article(article) for article in page.more_articles],
        "teasers": [asdict(teaser) for teaser in page.teasers],
        "furniture": list(page.furniture),
    }


def _article(article: Article) -> Document:
    return asdict(article)


def search_document(results: Results, reasons: Reasons | None = None) -> Document:
    """`search/1`: the hits of a query, best first; with `reasons`, what each feature adds to the
    score of a hit.
    """
    return {
        "schema": "search/1",
        "query": results.query,
        "read_as": results.read_as,
        "total": results.total,
        "total_is_exact": results.total_is_exact,
        "followers": results.followers,
        "suggestion": results.suggestion,
        "hits": [hit_document(hit, reasons) for hit in results.hits],
    }


def hit_document(hit: Hit, reasons: Reasons | None = None) -> Document:
    """One hit; `highlights` are spans of `snippet`, `also` the story's other places."""
    told = (reasons or {}).get(hit.id)
    features = {name: round(worth, 4) + 0.0 for name, worth in told} if told is not None else None
    return asdict(hit) | ({"features": features} if features is not None else {})


def counts_document(
    query: str, by: str, counts: Iterable[tuple[str | None, int]], total: int
) -> Document:
    """`counts/1`: the hits of a query, counted by section, site, year, entity or month; those that
    have none by null. `total` counts them all.
    """
    return {
        "schema": "counts/1",
        "query": query,
        "by": by,
        "counts": [{by: name, "articles": number} for name, number in counts],
        "total": total,
    }


def list_document(listings: Iterable[Listing], total: int) -> Document:
    """`list/1`: articles, newest first; `total` counts all that the filters let through. The
    articles are an iterator: there may be a million.
    """
    return {
        "schema": "list/1",
        "total": total,
        "articles": (listing_document(listing) for listing in listings),
    }


def listing_document(listing: Listing) -> Document:
    """One article of a list."""
    return asdict(listing)


def article_document(article: StoredArticle) -> Document:
    """`article/1`: an article as the archive keeps it."""
    return {"schema": "article/1", **asdict(article)}


def weather_document(snapshots: Iterable[Snapshot]) -> Document:
    """`weather/1`: the weather widgets of some days."""
    return {"schema": "weather/1", "snapshots": [snapshot_document(one) for one in snapshots]}


def snapshot_document(snapshot: Snapshot) -> Document:
    """One widget with its readings."""
    return {
        "date": snapshot.date,
        "provider": snapshot.provider,
        "source": snapshot.source,
        "sources": snapshot.sources,
        "stale": snapshot.stale,
        "same_as": list(snapshot.same_as),
        "readings": [_reading(reading) for reading in snapshot.readings],
    }


def _reading(reading: Reading) -> Document:
    return {
        "station": reading.station,
        "sky": reading.sky,
        "temperature": reading.temperature,
    }


def entities_document(entities: Iterable[EntitySummary]) -> Document:
    """`entities/1`: who, what and where, ranked."""
    return {
        "schema": "entities/1",
        "entities": [entity_document(entity) for entity in entities],
    }


def entity_document(entity: EntitySummary) -> Document:
    """One entity over many articles."""
    return asdict(entity)


def tag_document(text: str, mentions: Iterable[Mention]) -> Document:
    """A tagged text; offsets count characters of `text`, ends are exclusive."""
    return {"text": text, "entities": [asdict(mention) for mention in mentions]}


def ingest_document(report: IngestReport) -> Document:
    """`ingest/1`: what became of the inputs."""
    return {"schema": "ingest/1", **asdict(report)}


def sources_document(sources: Iterable[StoredSource]) -> Document:
    """`sources/1`: what became of every file that was given to ingest."""
    return {"schema": "sources/1", "sources": [asdict(source) for source in sources]}


def stats_document(stats: Stats) -> Document:
    """`stats/1`: what is in the archive."""
    return {
        "schema": "stats/1",
        **asdict(stats),
        "sections": dict(stats.sections),
        "sites": dict(stats.sites),
        "months": dict(stats.months),
    }
