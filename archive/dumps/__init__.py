"""Any input to dumps: containers opened, bytes decoded, one page of text at a time.

>>> for item in find(["crawl/"]):
...     for found in read(item): ...      # a Dump, or a Refusal that says why there is none
"""

from __future__ import annotations

from archive.dumps.fields import day_of
from archive.dumps.names import shown_path
from archive.dumps.reading import STDIN, read, read_stream, why_not_opened
from archive.dumps.walk import find

__all__ = ["STDIN", "day_of", "find", "read", "read_stream", "shown_path", "why_not_opened"]
