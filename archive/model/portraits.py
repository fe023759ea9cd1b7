"""Entities over many articles."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from archive.model.kinds import DateBasis, EntityKind
    from archive.model.search import Listing


@dataclass(frozen=True, slots=True)
class EntitySummary:
    """An entity over many articles; `first` and `last` are the dates of those articles. `apart` is
    the line of work of one of several people of a name.
    """

    name: str
    kind: EntityKind
    articles: int
    mentions: int
    aliases: tuple[str, ...]
    roles: tuple[str, ...]
    first: str | None
    last: str | None
    apart: str | None = None


@dataclass(frozen=True, slots=True)
class DatedRole:
    """A post that articles give somebody, how many do, and the days of the first and the last."""

    role: str
    articles: int
    first: str | None
    last: str | None


@dataclass(frozen=True, slots=True)
class Quotation:
    """What somebody said, and the article that has it."""

    speaker: str | None
    text: str
    article: int
    headline: str | None
    date: str | None
    date_basis: DateBasis | None


@dataclass(frozen=True, slots=True)
class Portrait:
    """One name over many articles. `senses` are the entities that bear it, of whatever kind;
    `timeline` counts its articles by month (`2025-07`); `company` are the names beside it. Where
    several people bear the name, `people` has the same of each.
    """

    senses: tuple[EntitySummary, ...]
    articles: int
    roles: tuple[DatedRole, ...]
    timeline: tuple[tuple[str, int], ...]
    company: tuple[EntitySummary, ...]
    quotes: tuple[Quotation, ...]
    newest: tuple[Listing, ...]
    people: tuple[Portrait, ...] = ()
