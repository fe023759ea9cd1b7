"""Find articles in an archive: the query language, matching, ranking, snippets, suggestions."""

from __future__ import annotations

from archive.search.searching import search

__all__ = ["search"]
