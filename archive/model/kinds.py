"""The words that the records use for kinds, fields and orders."""

from __future__ import annotations

from typing import Literal

ArticleKind = Literal["article", "teaser"]
EntityKind = Literal["person", "organisation", "place", "date", "time", "quantity"]
PublishedBasis = Literal["stated", "inferred"]
DateBasis = Literal["stated", "inferred", "page"]
TextField = Literal["headline", "subheads", "body", "captions"]
SortOrder = Literal["relevance", "newest", "oldest"]

ENTITY_KINDS: tuple[EntityKind, ...] = (
    "person",
    "organisation",
    "place",
    "date",
    "time",
    "quantity",
)
