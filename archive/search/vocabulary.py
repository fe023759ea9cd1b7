"""What the index knows of a token or a phrase: how many articles hold it, and how to ask for it.

Only these functions write FTS5 expressions: strings of letters and digits in double quotes, so no
text of a user is ever syntax.
"""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING

from archive.korean.pairs import is_paired, run_tokens, runs

if TYPE_CHECKING:
    import sqlite3

COUNTED = 200
"""A phrase whose rarest token is in more articles than this is not counted: the number of that
token, an upper bound, does as well and costs nothing."""

COUNTED_SOON = 100_000
"""A phrase whose rarest token is on no more articles than this is counted in a tenth of a second or
so."""

MOST_WORDS = 300
"""How many words of the index a part of a word is expanded to. A part that stands in more (a
single digit) is looked for in the texts themselves."""

HEAVY = 100_000
"""A syllable that begins tokens on more articles than this, all told, is heavy: FTS5 joins all
those tokens before it gives the first match, a tenth of a second or more."""

STAND_INS = 16
"""Tokens, the commonest, that stand in for a heavy syllable where not every match is wanted."""

# A syllable that begins a token, at the end of a phrase or alone; `quoted` writes it.
_BEGINNING = re.compile(r'"((?:[^" ]+ )*)([^" ])"\*')

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
        self._begun: dict[str, int] = {}
        self.articles: int = connection.execute("SELECT articles FROM index_state").fetchone()[0]

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
        """About how many rows FTS5 goes through to find a string: those of its rarest token, or of
        all that a heavy syllable at its end begins.
        """
        tokens, by_beginning = phrase_tokens(folded)
        rows = min(map(self.token, tokens), default=0)
        begun = self.begun_by(tokens[-1]) if by_beginning else 0
        return begun if begun > HEAVY else rows

    def walk(self, folded: str) -> int:
        """About how many entries of the index FTS5 reads to count a string."""
        return self.cost(folded) * max(1, len(phrase_tokens(folded)[0]))

    def is_on_few(self, folded: str, most: int) -> str:
        """The expression for a string, less its heavy end, if at most so many articles match it;
        "" where they are more or not soon counted.
        """
        expression = self.without_heavy_ends(phrase(folded))
        rarest = min(map(self.token, phrase_tokens(folded)[0]), default=0)
        if not expression or self.is_heavy(expression) or rarest > COUNTED_SOON:
            return ""
        matches = "SELECT 1 FROM article_index WHERE article_index MATCH ? LIMIT ?"
        (number,) = self._connection.execute(
            f"SELECT count(*) FROM ({matches})", (expression, most + 1)
        ).fetchone()
        return expression if number <= most else ""

    def begun_by(self, syllable: str) -> int:
        """On how many articles the common tokens are that a syllable begins, added up."""
        if syllable not in self._begun:
            (self._begun[syllable],) = self._connection.execute(
                f"SELECT coalesce(sum(articles), 0) FROM common_tokens WHERE {_BEGUN}",
                _begun(syllable),
            ).fetchone()
        return self._begun[syllable]

    def is_heavy(self, expression: str) -> bool:
        """Whether an expression asks for a heavy syllable."""
        return self.weight_of(expression) > HEAVY

    def weight_of(self, expression: str) -> int:
        """How heavy the heaviest syllable is that an expression asks for."""
        found = _BEGINNING.finditer(expression)
        return max((self.begun_by(one[2]) for one in found), default=0)

    def without_heavy_ends(self, expression: str) -> str:
        """The same phrases without their heavy last syllables, which the texts must tell of."""
        return _BEGINNING.sub(self._without_end, expression)

    def _without_end(self, found: re.Match[str]) -> str:
        before, syllable = found.groups()
        heavy = before and self.begun_by(syllable) > HEAVY
        return f'"{before.rstrip()}"' if heavy else found[0]

    def abridged(self, expression: str) -> str | None:
        """An expression that finds most of what this one does, and nothing else, without joining
        all the tokens that a heavy syllable begins. None where there is none.
        """
        if " NOT " in expression or "NEAR(" in expression:
            return None
        return _BEGINNING.sub(self._stand_ins, expression)

    def _stand_ins(self, found: re.Match[str]) -> str:
        before, syllable = found.groups()
        if self.begun_by(syllable) <= HEAVY:
            return found[0]
        rows = self._connection.execute(
            f"SELECT token FROM common_tokens WHERE {_BEGUN}"
            f" ORDER BY articles DESC LIMIT {STAND_INS}",
            _begun(syllable),
        )
        return "(" + " OR ".join(f'"{before}{token}"' for (token,) in rows) + ")"

    def holding(self, syllable: str) -> int:
        """How many articles hold a syllable: exactly for Hangul, else at most so many."""
        row = self._connection.execute(
            "SELECT articles FROM syllables WHERE syllable = ?", (syllable,)
        ).fetchone()
        if row:
            return int(row[0])
        return min(self.articles, self.token(syllable) + self.begun_by(syllable))

    def weight(self, articles: int) -> float:
        """The inverse document frequency (BM25's, Robertson and Zaragoza 2009, section 3.1), with
        one added so that no word counts for less than nothing.
        """
        return math.log(1 + (max(0, self.articles - articles) + 0.5) / (articles + 0.5))

    def words_with(self, part: str, *, at_end: bool = False) -> list[str] | None:
        """The whole words (letters, digits) that contain `part`, or end in it; None if too many."""
        where = "substr(term, -length(:part)) = :part" if at_end else "instr(term, :part)"
        found: list[str] = []
        for first, last in _WORD_RANGES:
            found += [
                word
                for (word,) in self._connection.execute(
                    f"SELECT term FROM article_tokens WHERE term >= :first AND term < :last"
                    f" AND {where} LIMIT {MOST_WORDS + 1}",
                    {"part": part, "first": first, "last": last},
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
            # As a word by itself a syllable is rarer than as the beginning of others.
            return min(self.articles, 3 * rarest if len(tokens) == 1 else rarest) or min(
                self.holding(tokens[-1]), *map(self.token, tokens[:-1]), self.articles
            )
        if len(tokens) == 1 or rarest == 0 or rarest > COUNTED:
            return rarest
        (count,) = self._connection.execute(
            "SELECT count(*) FROM article_index WHERE article_index MATCH ?", (phrase(folded),)
        ).fetchone()
        return int(count)


_BEGUN = "token >= ? AND token < ?"


def _begun(syllable: str) -> tuple[str, str]:
    """Between which strings the tokens lie that a syllable begins."""
    return syllable, chr(ord(syllable) + 1)


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


def without_end(folded: str) -> str:
    """The FTS5 expression for a string without the last of its tokens; "" if nothing is left."""
    tokens = phrase_tokens(folded)[0][:-1]
    return quoted(tokens) if tokens else ""


def quoted(tokens: list[str], *, by_beginning: bool = False) -> str:
    """The FTS5 expression for tokens in a row."""
    return f'"{" ".join(tokens)}"' + "*" * by_beginning
