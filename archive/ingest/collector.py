"""Python's collector of cycles, kept from looking where there are none.

What a page is made into has no cycles: looking for them after every 700 records, Python's default,
took a sixteenth of a worker's time and of the writer's.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

_ALLOCATIONS_BETWEEN_COLLECTIONS: Final = 100_000


def collect_rarely() -> None:
    """From now on, in this process."""
    gc.set_threshold(_ALLOCATIONS_BETWEEN_COLLECTIONS)


@contextmanager
def collecting_rarely() -> Iterator[None]:
    """The same for a while: the process is our caller's."""
    before = gc.get_threshold()
    collect_rarely()
    try:
        yield
    finally:
        gc.set_threshold(*before)
