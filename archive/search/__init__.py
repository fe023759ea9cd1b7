"""Find articles in an archive: the query language, matching, ranking, snippets, suggestions."""

from __future__ import annotations

from typing import Any

from archive.search.searching import search

__all__ = ["count", "explain", "facet", "search", "similar", "timeline"]


def __getattr__(name: str) -> Any:
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from archive.search import overview  # noqa: PLC0415 - a plain search does without it

    return getattr(overview, name)
