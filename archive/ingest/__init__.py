"""Put dumps into an archive: read, parse, tag and write, in as many processes as it takes."""

from __future__ import annotations

from archive.ingest.report import Interrupted, Progress
from archive.ingest.run import ingest

__all__ = ["Interrupted", "Progress", "ingest"]
