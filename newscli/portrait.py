"""What the archive knows of one name."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from archive.model import EntitySummary, Listing
    from newscli.quotations import Quotation


@dataclass(frozen=True, slots=True)
class Portrait:
    """One name over many articles. `senses` are the entities that bear it, of whatever kind;
    `timeline` counts its articles by month (`2025-07`); `company` are the names beside it.
    """

    senses: tuple[EntitySummary, ...]
    articles: int
    timeline: tuple[tuple[str, int], ...]
    company: tuple[EntitySummary, ...]
    quotes: tuple[Quotation, ...]
    newest: tuple[Listing, ...]
