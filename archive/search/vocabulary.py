"""What the index knows of a token or a phrase: how many articles hold it, and how to ask for it.

Only these functions write FTS5 expressions: strings of letters and digits in double quotes, so no
text of a user is ever syntax.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from archive.korean.pairs import is_paired, run_tokens, runs

if TYPE_CHECKING:
    import sqlite3

COUNTED = 200
"""A phrase whose rarest token is in more articles than this is not counted: the number of that
token, an upper bound, does as well and costs nothing."""

MOST_WORDS = 300
"""How many words of the index a part of a word is expanded to. A part that stands in more (a
single digit) is looked for in the texts themselves."""

# Between these lie the letters and digits that are indexed as whole words, not by pairs.
_WORD_RANGES = (
    ("0", "\u1100"),
    ("\u1200", "\u3005"),
    ("\ua000", "\uac00"),
    ("\ufb00", "\U00020000"),
)


class Vocabulary:
    """The tokens of one archive's index. Remembers what it was asked."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._tokens: dict[str, int] = {}
        self._phrases: dict[str, int] = {}
        (self.articles,) = connection.execute("SELECT articles FROM index_state").fetchone()

    def token(self, token: str) -> int:
        """How many articles hold the token; for a common one, when they were last counted."""
        known = self._tokens.get(token)
        if known is None:
            row = (
                self._connection.execute(
                    "SELECT articles FROM common_tokens WHERE token = ?", (token,)
                ).fetchone()
                or self._connection.execute(
                    "SELECT doc FROM article_tokens WHERE term = ?", (token,)
                ).fetchone()
            )
            known = self._tokens[token] = row[0] if row else 0
        return known

    def phrase(self, folded: str) -> int:
        """How many articles hold a string: counted if it is rare, else at most so many."""
        known = self._phrases.get(folded)
        if known is None:
            known = self._phrases[folded] = self._count(folded)
        return known

    def cost(self, folded: str) -> int:
        """About how many rows FTS5 goes through to find a string: those of its rarest token."""
        tokens, _ = phrase_tokens(folded)
        return min(map(self.token, tokens), default=0)

    def weight(self, articles: int) -> float:
        """The inverse document frequency (BM25's, Robertson and Zaragoza 2009, section 3.1), with
        one added so that no word counts for less than nothing.
        """
        return math.log(1 + (max(0, self.articles - articles) + 0.5) / (articles + 0.5))

    def words_with(self, part: str, *, at_end: bool = False) -> list[str] | None:
        """The whole words (letters, digits) that contain `part`, or end in it; None if too many."""
        where = "substr(term, -length(?1)) = ?1" if at_end else "instr(term, ?1)"
        found: list[str] = []
        for first, last in _WORD_RANGES:
            found += [
                word
                for (word,) in self._connection.execute(
                    f"SELECT term FROM article_tokens WHERE term >= ?2 AND term < ?3 AND {where}"
                    f" LIMIT {MOST_WORDS + 1}",
                    (part, first, last),
                )
            ]
            if len(found) > MOST_WORDS:
                return None
        return found

    def _count(self, folded: str) -> int:
        tokens, by_beginning = phrase_tokens(folded)
        if not tokens:
            return 0
        rarest = min(map(self.token, tokens))
        if by_beginning:
            # One syllable: it also begins every pair that it stands first in.
            return min(self.articles, 3 * rarest) if len(tokens) == 1 else rarest
        if len(tokens) == 1 or rarest == 0 or rarest > COUNTED:
            return rarest
        (count,) = self._connection.execute(
            "SELECT count(*) FROM article_index WHERE article_index MATCH ?", (phrase(folded),)
        ).fetchone()
        return int(count)


def phrase_tokens(folded: str) -> tuple[list[str], bool]:
    """The tokens that follow one another where a string stands, and whether the last of them is
    only the beginning of one: a syllable at the end may be followed by any other.
    """
    parts = runs(folded)
    tokens = [token for run in parts for token in run_tokens(run)]
    if not parts or not is_paired(parts[-1]):
        return tokens, False
    if len(parts[-1]) == 1:
        return tokens, True
    return tokens[:-1], False


def phrase(folded: str) -> str:
    """The FTS5 expression for a string, whatever stands between its runs; "" if it has none."""
    tokens, by_beginning = phrase_tokens(folded)
    return quoted(tokens, by_beginning=by_beginning) if tokens else ""


def quoted(tokens: list[str], *, by_beginning: bool = False) -> str:
    """The FTS5 expression for tokens in a row."""
    return f'"{" ".join(tokens)}"' + "*" * by_beginning
