"""Any input to dumps: containers opened, bytes decoded, one page of text at a time.

>>> for item in find(["crawl/"]):
...     for found in read(item): ...      # a Dump, or a Refusal that says why there is none
"""

from __future__ import annotations

from archive.dumps.fields import day_of
from archive.dumps.names import shown_path
from archive.dumps.place import Lines
from archive.dumps.reading import (
    STDIN,
    Refusals,
    each,
    read,
    read_lines,
    read_stream,
    read_unread,
    told,
    why_not_opened,
)
from archive.dumps.walk import each_path, find

__all__ = [
    "STDIN",
    "Lines",
    "Refusals",
    "day_of",
    "each",
    "each_path",
    "find",
    "read",
    "read_lines",
    "read_stream",
    "read_unread",
    "shown_path",
    "told",
    "why_not_opened",
]
