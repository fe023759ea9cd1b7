"""An invented article, whichever vocabulary it was composed of."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

FIRST_DAY = date(2015, 1, 1)


@dataclass(frozen=True)
class Composed:
    """An invented article and the address of its page."""

    number: int
    url: str
    day: date
    section: str
    headline: str
    reporter: str
    paper: str
    body: tuple[str, ...]
    names: tuple[tuple[str, str], ...] = ()
    """Kind and name of who is in the body, where the composer knows."""

    def record(self) -> dict[str, object]:
        """As a corpus has it."""
        return {
            "id": f"n{self.number}",
            "url": self.url,
            "date": self.day.isoformat(),
            "title": self.headline,
            "text": "\n".join(self.body),
        }
