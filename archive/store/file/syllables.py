"""How many articles hold each Hangul syllable, kept as articles come and go.

The index could tell only by joining every pair that begins with the syllable: most of a second for
a common one among a million articles.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from archive.korean.hangul import SYLLABLE_FIRST

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable

TABLE = """
CREATE TABLE syllables (
    syllable TEXT PRIMARY KEY,
    articles INTEGER NOT NULL
) WITHOUT ROWID
"""


def count(articles: Iterable[bytes]) -> Counter[int]:
    """How many articles hold each syllable, by its number from 가 on; those of an article are given
    as in `archive.korean.tokens`.
    """
    import numpy as np  # noqa: PLC0415 - readers of an index never need it

    totals = np.bincount(np.frombuffer(b"".join(articles), "<u2"))
    found = totals.nonzero()[0]
    return Counter(dict(zip(found.tolist(), totals[found].tolist(), strict=True)))


def change(connection: sqlite3.Connection, by: Counter[int]) -> None:
    """Add to the number of each syllable's articles, or take from it."""
    connection.executemany(
        """
        INSERT INTO syllables VALUES (?, ?)
        ON CONFLICT (syllable) DO UPDATE SET articles = articles + excluded.articles
        """,
        [(chr(ord(SYLLABLE_FIRST) + number), by[number]) for number in sorted(by)],
    )
