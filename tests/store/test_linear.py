"""Archives made to be slow: ten times the articles cost ten times the work, not a hundred times.

Nothing is timed: what has not ended after a minute is killed, and fails.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

from archive.store.file.connection import connect_writing
from archive.store.writing.reprints import ReprintWriter

_MANY = 400_000
_GENEROUS = 60  # seconds


def _look_at_many_again() -> None:
    with tempfile.TemporaryDirectory() as folder:
        writer = ReprintWriter(connect_writing(Path(folder) / "news.db"))
        for article in range(_MANY):
            writer.touch(article)
        writer.flush()


def test_articles_looked_at_again_cost_no_square_of_their_number() -> None:
    subprocess.run([sys.executable, __file__], check=True, timeout=_GENEROUS)


if __name__ == "__main__":
    _look_at_many_again()
