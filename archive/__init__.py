"""The archive of Korean news text: `Archive`, `parse_page`, `tag` and the errors they raise.

Everything else in this package is private. Names are imported when first used, so that a program
that only searches never loads the parser or the tagger.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from archive.archive import Archive
    from archive.entities.tagging import tag
    from archive.errors import (
        ArchiveBusy,
        ArchiveError,
        ArchiveNotFound,
        ArchiveTooNew,
        ArchiveUnreadable,
        ArticleNotFound,
        SourceNotFound,
        UsageError,
    )
    from archive.model import Filters
    from archive.pages import parse_page
    from archive.parse import parse_files, text_lines
    from archive.periods import Period, parse_period, range_ends

_HOMES = {
    "Archive": "archive.archive",
    "ArchiveBusy": "archive.errors",
    "ArchiveError": "archive.errors",
    "ArchiveNotFound": "archive.errors",
    "ArchiveTooNew": "archive.errors",
    "ArchiveUnreadable": "archive.errors",
    "ArticleNotFound": "archive.errors",
    "Filters": "archive.model",
    "Period": "archive.periods",
    "SourceNotFound": "archive.errors",
    "UsageError": "archive.errors",
    "parse_files": "archive.parse",
    "parse_page": "archive.pages",
    "parse_period": "archive.periods",
    "range_ends": "archive.periods",
    "tag": "archive.entities.tagging",
    "text_lines": "archive.parse",
}

__all__ = [  # noqa: RUF022 - the three that everyone needs come first
    "Archive",
    "parse_page",
    "tag",
    "Filters",
    "Period",
    "parse_files",
    "parse_period",
    "range_ends",
    "text_lines",
    "ArchiveBusy",
    "ArchiveError",
    "ArchiveNotFound",
    "ArchiveTooNew",
    "ArchiveUnreadable",
    "ArticleNotFound",
    "SourceNotFound",
    "UsageError",
]


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module  # noqa: PLC0415 - only the first use of a name pays for it

    value = getattr(import_module(_HOMES[name]), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted(__all__)
