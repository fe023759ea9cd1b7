"""What a dump says."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from archive.model.kinds import PublishedBasis


@dataclass(frozen=True, slots=True)
class Reading:
    """One line of a weather widget; `temperature` in degrees Celsius, None where it is missing."""

    sky: str | None
    station: str | None
    temperature: float | None


@dataclass(frozen=True, slots=True)
class Weather:
    """A weather widget: its readings in the order of the page."""

    provider: str | None
    readings: tuple[Reading, ...]


@dataclass(frozen=True, slots=True)
class Article:
    """A whole article. `body` is its paragraphs; `published_evidence` is the text that an inferred
    date rests on.
    """

    section: str | None = None
    headline: str | None = None
    subheads: tuple[str, ...] = ()
    byline: tuple[str, ...] = ()
    published: str | None = None
    published_basis: PublishedBasis | None = None
    published_evidence: str | None = None
    body: tuple[str, ...] = ()
    captions: tuple[str, ...] = ()
    complete: bool = True


@dataclass(frozen=True, slots=True)
class Teaser:
    """The beginning of another article, as far as the page shows it."""

    section: str | None
    headline: str | None
    text: str
    complete: bool = False


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of the dump, the role it was read as, and the cue that decided."""

    role: str
    start: int
    end: int
    cue: str


@dataclass(frozen=True, slots=True)
class Page:
    """What a reader sees on a page. `page_date` is the day it was fetched, never the article's.

    `article` is the page's own article and `more_articles` those that follow it on the same page.
    `blocks` trace every part to its place in the dump.
    """

    page_date: str | None = None
    weather: Weather | None = None
    article: Article | None = None
    more_articles: tuple[Article, ...] = ()
    teasers: tuple[Teaser, ...] = ()
    furniture: tuple[str, ...] = ()
    blocks: tuple[Block, ...] = ()


@dataclass(frozen=True, slots=True)
class ParsedDump:
    """A dump and the page that it was read as."""

    source: str
    member: str | None
    text: str
    page: Page
