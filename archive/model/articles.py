"""An article as the archive keeps it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from archive.model.entities import Quote
    from archive.model.kinds import ArticleKind, DateBasis, EntityKind, TextField
    from archive.model.search import Reprint


@dataclass(frozen=True, slots=True)
class Appearance:
    """A page on which an article stands."""

    path: str
    member: str | None
    page_date: str | None


@dataclass(frozen=True, slots=True)
class Neighbour:
    """Another story of the page that an article stands on; `lead` is its first paragraph."""

    id: int
    kind: ArticleKind
    section: str | None
    headline: str | None
    lead: str


@dataclass(frozen=True, slots=True)
class StoredEntity:
    """An entity of one article, with its roles there and each place it is mentioned."""

    name: str
    kind: EntityKind
    role: str | None
    mentions: tuple[tuple[TextField, int, int], ...]


@dataclass(frozen=True, slots=True)
class StoredArticle:
    """An article as the archive keeps it. `date` is `published`, or the day of the page where
    nothing better is known; `date_basis` says which. `beside` are the page's other stories, the
    teasers above all.
    """

    id: int
    kind: ArticleKind
    headline: str | None
    section: str | None
    subheads: tuple[str, ...]
    byline: tuple[str, ...]
    date: str | None
    date_basis: DateBasis | None
    date_evidence: str | None
    published: str | None
    page_date: str | None
    body: tuple[str, ...]
    captions: tuple[str, ...]
    complete: bool
    url: str | None
    site: str | None
    sources: tuple[Appearance, ...]
    entities: tuple[StoredEntity, ...]
    quotes: tuple[Quote, ...]
    beside: tuple[Neighbour, ...] = ()
    reprints: tuple[Reprint, ...] = ()
