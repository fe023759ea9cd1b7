"""What a query finds, counted by a value of the articles."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Counts:
    """The articles that match a query, counted by a value: `without` of the `total` have none."""

    counts: tuple[tuple[str, int], ...]
    without: int
    total: int
