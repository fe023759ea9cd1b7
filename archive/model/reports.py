"""What ingest, export, stats and doctor tell."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import Literal

    from archive.model.dumps import Refusal


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
