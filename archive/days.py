"""The days that an article can be of."""

from __future__ import annotations

from datetime import date
from typing import Final

_YEARS: Final = range(1945, 2100)
"""The Korean press in its present form; a later year is a misread number."""


def iso_day(year: int, month: int, day: int) -> str | None:
    """The ISO day, or None where the calendar has no such day or no article is of that year."""
    if year not in _YEARS:
        return None
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None
