"""What is asked of an archive, and what a search or a list answers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from archive.model.kinds import ArticleKind, DateBasis


@dataclass(frozen=True, slots=True)
class Filters:
    """Which articles count. Dates are inclusive ISO days; None leaves a filter out."""

    since: str | None = None
    until: str | None = None
    section: str | None = None
    source: str | None = None
    site: str | None = None
    entity: str | None = None
    kind: ArticleKind | None = None


@dataclass(frozen=True, slots=True)
class Passage:
    """A piece of an article's text, on one line; `highlights` are spans of it."""

    text: str
    highlights: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Reprint:
    """The same story in another paper, with other cuts or edits; an article of its own."""

    id: int
    site: str | None
    source: str
    date: str | None
    headline: str | None


@dataclass(frozen=True, slots=True)
class Hit:
    """An article that a search found; `highlights` are spans of `snippet`. `passages` are as many
    as were asked for; `also` are the other places where the same story stands. A `follower` lacks
    a word of the query, follows those that have all, and is none of the total.
    """

    id: int
    kind: ArticleKind
    headline: str | None
    date: str | None
    date_basis: DateBasis | None
    section: str | None
    source: str
    url: str | None
    score: float
    snippet: str
    highlights: tuple[tuple[int, int], ...]
    passages: tuple[Passage, ...] = ()
    also: tuple[Reprint, ...] = ()
    follower: bool = False


@dataclass(frozen=True, slots=True)
class Results:
    """The hits of a query, best first. `total` counts all articles that match; `read_as` tells how
    the query was understood; `suggestion` is a query that would find more. Where
    `total_is_exact` is false, at least so many match: in a large archive, some common words only.
    So many `followers` stand behind those that match and are none of the total.
    """

    query: str
    read_as: str
    total: int
    suggestion: str | None
    hits: tuple[Hit, ...]
    total_is_exact: bool = True
    followers: int = 0


@dataclass(frozen=True, slots=True)
class Listing:
    """An article as a list shows it; `lead` is its first paragraph, whole."""

    id: int
    kind: ArticleKind
    headline: str | None
    date: str | None
    date_basis: DateBasis | None
    section: str | None
    source: str
    url: str | None
    lead: str
