"""Quotations of the archive one by one, newest article first."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from archive import Archive
    from archive.model import Filters, Listing

_AT_ONCE = 50  # articles


@dataclass(frozen=True, slots=True)
class Quotation:
    """What somebody said, and the article that has it."""

    speaker: str | None
    text: str
    article: int
    headline: str | None
    date: str | None


def quotations(archive: Archive, filters: Filters, speaker: str | None) -> Iterator[Quotation]:
    """The quotations of the articles that pass the filters; of one speaker, or of all.

    Articles are read as far as the caller asks on: the time is that of reading them.
    """
    narrowed = replace(filters, entity=speaker) if speaker and not filters.entity else filters
    for listing in _listings(archive, narrowed):
        for quote in archive.article(listing.id).quotes:
            if speaker is None or is_by(speaker, quote.speaker):
                yield Quotation(
                    quote.speaker, quote.text, listing.id, listing.headline, listing.date
                )


def is_by(name: str, speaker: str | None) -> bool:
    """Whether a speaker, who may be named with a post (강누리 가람시장), is of that name."""
    return speaker is not None and (speaker == name or name in speaker.split())


def _listings(archive: Archive, filters: Filters) -> Iterator[Listing]:
    offset = 0
    while listings := archive.articles(filters, limit=_AT_ONCE, offset=offset):
        yield from listings
        offset += len(listings)
