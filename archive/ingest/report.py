"""What an ingest has done so far, and what it tells in the end."""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from archive.model import IngestReport, Refusal

if TYPE_CHECKING:
    from archive.store.writing.write import Added


@dataclass(frozen=True, slots=True)
class Progress:
    """How far an ingest is. Bytes are those of the input files as they lie on disk; `articles`
    have been written, teasers not among them.
    """

    inputs_done: int
    inputs_total: int
    bytes_done: int
    bytes_total: int
    articles: int


class Interrupted(KeyboardInterrupt):
    """Ctrl-C during an ingest; `report` tells what is in the archive nevertheless."""

    def __init__(self, report: IngestReport) -> None:
        super().__init__()
        self.report = report


@dataclass(slots=True)
class Tally:
    """The counts of an `IngestReport`, growing."""

    inputs: int = 0
    dumps: int = 0
    added: int = 0
    unchanged: int = 0
    updated: int = 0
    articles: int = 0
    teasers: int = 0
    snapshots: int = 0
    readings: int = 0
    bytes: int = 0
    failed: list[Refusal] = field(default_factory=list)
    started: float = field(default_factory=time.monotonic)

    def count(self, added: Added) -> None:
        """Add what a dump brought."""
        self.articles += added.articles
        self.teasers += added.teasers
        self.snapshots += added.snapshots
        self.readings += added.readings

    def report(self) -> IngestReport:
        """The counts as they are now."""
        return IngestReport(
            inputs=self.inputs,
            dumps=self.dumps,
            added=self.added,
            unchanged=self.unchanged,
            updated=self.updated,
            articles=self.articles,
            teasers=self.teasers,
            snapshots=self.snapshots,
            readings=self.readings,
            failed=tuple(self.failed),
            bytes=self.bytes,
            seconds=round(time.monotonic() - self.started, 3),
        )
