"""Read any page dump as a careful person would: day, weather, article, teasers, furniture."""

from __future__ import annotations

from .page import parse_page
from .records import page_of
from .sources import canonical_source, site_of

__all__ = ["canonical_source", "page_of", "parse_page", "site_of"]
