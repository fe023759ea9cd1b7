"""The weather as the archive keeps it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from archive.model.pages import Reading


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
