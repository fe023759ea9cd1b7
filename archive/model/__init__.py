"""The records that pass from room to room, each one frozen.

Dates are ISO strings (`2025-07-08`); offsets count characters, the end is exclusive; text is as it
stands in the dump, never normalised. A record is loaded when its name is first used: making thirty
frames of records at every start would cost a search a tenth of its time.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from archive.model.articles import Appearance, Neighbour, StoredArticle, StoredEntity
    from archive.model.counts import Counts
    from archive.model.dumps import Dump, Origin, Refusal
    from archive.model.entities import Analysis, Mention, PlacedMention, Quote, Role
    from archive.model.kinds import (
        ENTITY_KINDS,
        ArticleKind,
        DateBasis,
        EntityKind,
        PublishedBasis,
        SortOrder,
        TextField,
    )
    from archive.model.pages import Article, Block, Page, ParsedDump, Reading, Teaser, Weather
    from archive.model.portraits import DatedRole, EntitySummary, Portrait, Quotation
    from archive.model.reports import (
        Check,
        Checkup,
        ExportReport,
        IngestReport,
        Stats,
        StoredSource,
    )
    from archive.model.search import Filters, Hit, Listing, Passage, Reprint, Results
    from archive.model.weather import Snapshot

_ROOMS = {
    "kinds": (
        "ArticleKind",
        "EntityKind",
        "PublishedBasis",
        "DateBasis",
        "TextField",
        "SortOrder",
        "ENTITY_KINDS",
    ),
    "dumps": ("Dump", "Refusal", "Origin"),
    "pages": ("Reading", "Weather", "Article", "Teaser", "Block", "Page", "ParsedDump"),
    "entities": ("Mention", "PlacedMention", "Role", "Quote", "Analysis"),
    "search": ("Filters", "Passage", "Reprint", "Hit", "Results", "Listing"),
    "counts": ("Counts",),
    "articles": ("Appearance", "Neighbour", "StoredEntity", "StoredArticle"),
    "weather": ("Snapshot",),
    "portraits": ("EntitySummary", "DatedRole", "Quotation", "Portrait"),
    "reports": ("IngestReport", "StoredSource", "ExportReport", "Stats", "Check", "Checkup"),
}

_HOMES = {name: room for room, names in _ROOMS.items() for name in names}

__all__ = [
    "ENTITY_KINDS",
    "Analysis",
    "Appearance",
    "Article",
    "ArticleKind",
    "Block",
    "Check",
    "Checkup",
    "Counts",
    "DateBasis",
    "DatedRole",
    "Dump",
    "EntityKind",
    "EntitySummary",
    "ExportReport",
    "Filters",
    "Hit",
    "IngestReport",
    "Listing",
    "Mention",
    "Neighbour",
    "Origin",
    "Page",
    "ParsedDump",
    "Passage",
    "PlacedMention",
    "Portrait",
    "PublishedBasis",
    "Quotation",
    "Quote",
    "Reading",
    "Refusal",
    "Reprint",
    "Results",
    "Role",
    "Snapshot",
    "SortOrder",
    "Stats",
    "StoredArticle",
    "StoredEntity",
    "StoredSource",
    "Teaser",
    "TextField",
    "Weather",
]


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module  # noqa: PLC0415 - only the first use of a name pays for it

    value = getattr(import_module(f"archive.model.{_HOMES[name]}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted(__all__)
