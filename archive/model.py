"""The records that pass from room to room, each one frozen.

Dates are ISO strings (`2025-07-08`); offsets count characters, the end is exclusive; text is as it
stands in the dump, never normalised.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

ArticleKind = Literal["article", "teaser"]
EntityKind = Literal["person", "organisation", "place", "date", "time", "quantity"]
PublishedBasis = Literal["stated", "inferred"]
DateBasis = Literal["stated", "inferred", "page"]
TextField = Literal["headline", "subheads", "body", "captions"]
SortOrder = Literal["relevance", "newest", "oldest"]

ENTITY_KINDS: tuple[EntityKind, ...] = (
    "person",
    "organisation",
    "place",
    "date",
    "time",
    "quantity",
)


# --- dumps: what an input holds ---------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Dump:
    """One page of text, decoded.

    `source` is the path of the file it came from, `member` its place inside a container (a name in
    a tar or zip, a record's number in JSON Lines), None for a plain file. `metadata` is what came
    with it: `url`, `date`, `title`, `id` and whatever else a record carried.
    """

    text: str
    source: str
    member: str | None = None
    metadata: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Refusal:
    """An input, or a member of one, that holds no readable dump, and the reason for people."""

    source: str
    reason: str
    member: str | None = None


@dataclass(frozen=True, slots=True)
class Origin:
    """A source as the archive knew it that an export was made of; its dumps and refusals follow.

    `status`, `reason`, `bytes` as in `StoredSource`; `modified_ns` since the epoch; `digest` is the
    BLAKE2b of the file's bytes.
    """

    path: str
    status: Literal["ok", "failed", "reading"]
    reason: str | None
    bytes: int | None
    modified_ns: int | None
    digest: str | None


# --- pages: what a dump says ------------------------------------------------------------------


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


# --- entities: who, what and where ------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Mention:
    """A name in a text."""

    start: int
    end: int
    kind: EntityKind
    text: str


@dataclass(frozen=True, slots=True)
class PlacedMention:
    """A mention in a field of an article, and the name of the entity that it stands for.

    Offsets count in the field's text, its paragraphs joined by a newline.
    """

    field: TextField
    start: int
    end: int
    kind: EntityKind
    text: str
    name: str


@dataclass(frozen=True, slots=True)
class Role:
    """What an article says a person is: (한도윤, 도담주식회사 대표이사). `line` is the line of work
    that tells people of one name apart, None where the role tells none.
    """

    name: str
    role: str
    line: str | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Quote:
    """Words in quotation marks, and whose they are. Offsets as in `PlacedMention`."""

    speaker: str | None
    text: str
    field: TextField
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Analysis:
    """Who, what and where of one article."""

    mentions: tuple[PlacedMention, ...] = ()
    roles: tuple[Role, ...] = ()
    quotes: tuple[Quote, ...] = ()


# --- what the archive answers -----------------------------------------------------------------


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
class Hit:
    """An article that a search found; `highlights` are spans of `snippet`. `passages` are as many
    as were asked for; `also` are the other places where the same story stands.
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


@dataclass(frozen=True, slots=True)
class Results:
    """The hits of a query, best first. `total` counts all articles that match; `read_as` tells how
    the query was understood; `suggestion` is a query that would find more. Where
    `total_is_exact` is false, at least so many match: in a large archive, some common words only.
    """

    query: str
    read_as: str
    total: int
    suggestion: str | None
    hits: tuple[Hit, ...]
    total_is_exact: bool = True


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
class Reprint:
    """The same story in another paper, with other cuts or edits; an article of its own."""

    id: int
    site: str | None
    source: str
    date: str | None
    headline: str | None


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


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A weather widget of a day, once however many pages (`sources`) carried it. `stale` when an
    earlier day has the very same readings; `same_as` are the other days that have them.
    """

    date: str | None
    provider: str | None
    source: str
    sources: int
    stale: bool
    same_as: tuple[str, ...]
    readings: tuple[Reading, ...]


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


@dataclass(frozen=True, slots=True)
class IngestReport:
    """What became of the inputs. `inputs` are files, `dumps` the pages in them; `unchanged` were in
    already; `bytes` counts what was read, `seconds` is wall time.
    """

    inputs: int
    dumps: int
    added: int
    unchanged: int
    updated: int
    articles: int
    teasers: int
    snapshots: int
    readings: int
    failed: tuple[Refusal, ...]
    bytes: int
    seconds: float


@dataclass(frozen=True, slots=True)
class StoredSource:
    """A file that was given to ingest: when, what it held, or why it failed.

    `status` is `ok`, `failed`, or `reading` for one that an interrupted ingest left unfinished;
    `refusals` name what could not be read inside it.
    """

    path: str
    status: Literal["ok", "failed", "reading"]
    reason: str | None
    dumps: int
    bytes: int | None
    ingested_at: str
    refusals: tuple[Refusal, ...]


@dataclass(frozen=True, slots=True)
class ExportReport:
    """An export that was written: its folder, and the files, sources, dumps and bytes there."""

    path: str
    files: int
    sources: int
    dumps: int
    bytes: int


@dataclass(frozen=True, slots=True)
class Stats:
    """What is in an archive, at a glance."""

    path: str
    bytes: int
    sources: int
    failed_sources: int
    pages: int
    articles: int
    teasers: int
    snapshots: int
    readings: int
    entities: int
    mentions: int
    first: str | None
    last: str | None
    sections: tuple[tuple[str, int], ...]
    sites: tuple[tuple[str, int], ...]
    months: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that `doctor` looked at; `detail` is for people."""

    name: str
    ok: bool
    detail: str


@dataclass(frozen=True, slots=True)
class Checkup:
    """All that `doctor` looked at; `ok` when every check is."""

    ok: bool
    checks: tuple[Check, ...]
