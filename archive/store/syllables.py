"""How many articles hold each Hangul syllable, kept as articles come and go.

The index could tell only by joining every pair that begins with the syllable: most of a second for
a common one among a million articles.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from archive.korean.hangul import SYLLABLE_FIRST

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Sequence

_FIRST = ord(SYLLABLE_FIRST)
_NUMBER = 11_172  # syllables of Unicode, from 가 to 힣

TABLE = """
CREATE TABLE syllables (
    syllable TEXT PRIMARY KEY,
    articles INTEGER NOT NULL
) WITHOUT ROWID
"""


def count(
    connection: sqlite3.Connection, articles: Iterable[Sequence[str]], *, change: int
) -> None:
    """Add `change` for every syllable of every article, given the tokens of its fields."""
    import numpy as np  # noqa: PLC0415 - readers of an index never need it

    totals = np.zeros(_NUMBER, dtype=np.int64)
    seen = np.zeros(_NUMBER, dtype=bool)
    for fields in articles:
        text = " ".join(fields).encode("utf-16-le", "surrogatepass")
        places = np.frombuffer(text, dtype="<u2") - np.uint16(_FIRST)  # others wrap around
        places = places[places < _NUMBER]
        seen[places] = True
        totals += seen
        seen[places] = False
    found = np.flatnonzero(totals)
    connection.executemany(
        """
        INSERT INTO syllables VALUES (?, ?)
        ON CONFLICT (syllable) DO UPDATE SET articles = articles + excluded.articles
        """,
        [(chr(_FIRST + place), change * int(totals[place])) for place in found.tolist()],
    )
