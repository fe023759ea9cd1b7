"""How far an ingest is, told to whoever asked, a few times a second."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from typing import Final

from archive.dumps import STDIN, find
from archive.ingest.report import Progress
from archive.model import Refusal

_SECONDS_BETWEEN: Final = 0.1
_PATIENCE_SECONDS: Final = 0.3
"""Shorter ingests are over before anyone wants to know how far they are."""


class Meter:
    """Counts inputs and bytes, and the totals only for a listener who has waited a little.

    The totals are counted by walking through the folders once more.
    """

    def __init__(self, paths: Sequence[str], callback: Callable[[Progress], None] | None) -> None:
        self._paths = paths
        self._callback = callback
        self._totals: tuple[int, int] | None = None
        self._inputs_done = 0
        self._bytes_done = 0
        self._within = 0
        self._told = time.monotonic() + _PATIENCE_SECONDS

    def within(self, offset: int) -> None:
        """So many bytes of the present input have been dealt with."""
        self._within = offset

    def passed(self, size: int | None) -> None:
        """An input of `size` bytes is done."""
        self._inputs_done += 1
        self._bytes_done += size or 0
        self._within = 0

    def tell(self, articles: int) -> None:
        """Call back, unless that was just done."""
        if self._callback is None or time.monotonic() - self._told < _SECONDS_BETWEEN:
            return
        if self._totals is None:
            self._totals = _totals(self._paths)
        self._call_back(articles, *self._totals)

    def finish(self, articles: int) -> None:
        """Call back a last time."""
        if self._callback is not None:
            self._call_back(articles, 0, 0)

    def _call_back(self, articles: int, inputs_total: int, bytes_total: int) -> None:
        assert self._callback is not None  # noqa: S101 - both callers have looked
        done = self._bytes_done + self._within
        self._callback(
            Progress(
                inputs_done=self._inputs_done,
                inputs_total=max(inputs_total, self._inputs_done),
                bytes_done=done,
                bytes_total=max(bytes_total, done),
                articles=articles,
            )
        )
        self._told = time.monotonic()


def _totals(paths: Sequence[str]) -> tuple[int, int]:
    inputs = size = 0
    for found in find(paths):
        inputs += 1
        if isinstance(found, Refusal) or found == STDIN:
            continue
        try:
            size += found.stat().st_size
        except OSError:  # gone since: the ingest itself will say so
            continue
    return inputs, size
