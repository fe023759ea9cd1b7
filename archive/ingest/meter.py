"""How far an ingest is, told to whoever asked, a few times a second."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from typing import Final

from archive.dumps import STDIN, find
from archive.ingest.report import Progress
from archive.model import Refusal

_SECONDS_BETWEEN: Final = 0.1


class Meter:
    """Counts inputs and bytes against the totals, which only a caller who listens has to pay for.

    The totals are counted by walking through the folders once before the ingest does.
    """

    def __init__(self, paths: Sequence[str], callback: Callable[[Progress], None] | None) -> None:
        self._callback = callback
        self._inputs_total, self._bytes_total = _totals(paths) if callback else (0, 0)
        self._inputs_done = 0
        self._bytes_done = 0
        self._within = 0
        self._told = 0.0

    def within(self, offset: int) -> None:
        """So many bytes of the present input have been dealt with."""
        self._within = offset

    def passed(self, size: int | None) -> None:
        """An input of `size` bytes is done."""
        self._inputs_done += 1
        self._bytes_done += size or 0
        self._within = 0

    def tell(self, articles: int, *, now: bool = False) -> None:
        """Call back, unless that was just done."""
        if self._callback is None:
            return
        moment = time.monotonic()
        if now or moment - self._told >= _SECONDS_BETWEEN:
            self._told = moment
            self._callback(
                Progress(
                    inputs_done=self._inputs_done,
                    inputs_total=max(self._inputs_total, self._inputs_done),
                    bytes_done=self._bytes_done + self._within,
                    bytes_total=max(self._bytes_total, self._bytes_done + self._within),
                    articles=articles,
                )
            )


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
