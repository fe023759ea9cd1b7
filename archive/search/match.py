"""A query's tree becomes a condition: an FTS5 expression, and SQL for what the index can't tell.

The index knows tokens, not punctuation: a phrase that holds more than one run of letters is looked
up by its tokens and then compared with the text itself.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple, cast

from archive.korean.hangul import fold
from archive.korean.pairs import is_paired, run_spans, runs
from archive.search import query
from archive.search.terms import spacings, terms, trimmed
from archive.search.vocabulary import phrase, phrase_tokens, quoted, without_end
from archive.store.reading.filters import NAMING

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable

    from archive.model import EntityKind
    from archive.search.vocabulary import Vocabulary

    Spell = Callable[[query.Word, str], str]

TEXT_COLUMNS = ("headline", "subheads", "body", "captions")

FEW = 1_000
"""So few articles with the rest of a phrase are read without asking for its first word."""

# A near match is counted in tokens; between two words stand about as many as characters.
_NEAR_TOKENS = query.NEAR_CHARACTERS


class Match(NamedTuple):
    """What must hold of an article: `fts` of its tokens and `sql` of its row in `facts` or
    `articles`; "" for nothing.
    """

    fts: str = ""
    sql: str = ""
    values: tuple[str, ...] = ()


def prepare(connection: sqlite3.Connection) -> None:
    """Give the connection the functions that compare a phrase or a word with a text."""
    connection.create_function("stands_in", 2, _stands_in, deterministic=True)
    connection.create_function("follow_in", 2, _follow_in, deterministic=True)
    connection.create_function("measured_in", 2, _measured_in, deterministic=True)


def compiled(
    node: query.Node, vocabulary: Vocabulary, spell: Spell, *, lightly: bool = False
) -> Match | None:
    """The condition for a tree; None where it asks nothing. `spell` writes the expression of a
    word, given its folded text. `lightly` leaves heavy syllables to the texts themselves: where
    the rest of the query is found on few articles, that is sooner done.
    """
    return _Compiler(vocabulary, spell, lightly=lightly).match(node, ())


def literal(vocabulary: Vocabulary) -> Spell:
    """A word as it is typed, or a compound written apart."""

    def spell(word: query.Word, text: str) -> str:
        if word.prefix and not is_paired(runs(text)[-1]):
            return quoted(phrase_tokens(text)[0], by_beginning=True)
        apart = [spacing for spacing in spacings(text) if vocabulary.phrase(spacing)]
        return either([phrase(text), *map(phrase, apart)])

    return spell


def loose(vocabulary: Vocabulary, *, alone: bool) -> Spell:
    """A word by its stem, a compound by its two parts, a Latin word by a part of it.

    The parts of a word that is `alone` in its query must stand near each other: nothing else there
    says that an article with both is what was meant.
    """

    def spell(word: query.Word, text: str) -> str:
        if is_paired(runs(text)[-1]):
            found = terms([word], vocabulary, by_stem=True)
            if len(found) > 1:
                parts = [phrase(term.word) for term in found]
                return near(parts, _NEAR_TOKENS) if alone else f"({' AND '.join(parts)})"
            return either([phrase(spelling) for spelling in found[0].spellings])
        whole = vocabulary.words_with(text) if len(runs(text)) == 1 else None
        return _one_of(whole) if whole else phrase(text)

    return spell


def either(expressions: list[str]) -> str:
    """FTS5 for one of several."""
    wanted = list(dict.fromkeys(expression for expression in expressions if expression))
    return wanted[0] if len(wanted) == 1 else f"({' OR '.join(wanted)})" if wanted else ""


def near(phrases: list[str], tokens: int) -> str:
    """FTS5 for phrases with at most so many tokens between them."""
    return f"NEAR({' '.join(phrases)}, {tokens})"


def both(matches: list[Match]) -> Match:
    """All of several conditions."""
    fts = [match.fts for match in matches if match.fts]
    sql = [match.sql for match in matches if match.sql]
    values = tuple(value for match in matches for value in match.values)
    return Match(
        fts[0] if len(fts) == 1 else f"({' AND '.join(fts)})" if fts else "",
        " AND ".join(sql),
        values,
    )


class _Compiler:
    def __init__(self, vocabulary: Vocabulary, spell: Spell, *, lightly: bool) -> None:
        self._vocabulary = vocabulary
        self._spell = spell
        self._lightly = lightly

    def match(  # noqa: PLR0911 - a case for each kind of node
        self, node: query.Node, columns: tuple[str, ...]
    ) -> Match | None:
        """`columns` narrows down where words and phrases may stand; empty is anywhere."""
        if isinstance(node, query.All):
            return self._all(node, columns)
        if isinstance(node, query.Any):
            return self._any(node, columns)
        if isinstance(node, query.InHeadline):
            return self.match(node.node, ("headline",))
        if isinstance(node, query.Not):
            inside = self.match(node.node, columns)
            return _without(inside) if inside else None
        if isinstance(node, query.Near):
            return self._near(node, columns)
        if isinstance(node, query.Phrase):
            measured = self._measured(node.spellings, columns)
            return measured or self._phrase(fold(node.text), columns)
        if isinstance(node, query.Word):
            return self._word(node, trimmed(node), columns)
        return _of_record(node)

    def _word(self, node: query.Word, text: str, columns: tuple[str, ...]) -> Match | None:
        if not runs(text):
            return None
        expression = self._spell(node, text)
        if self._is_left_to_texts(expression) and expression == phrase(text):
            check = _in_texts(text, columns, "follow_in")
            return check._replace(fts=_within(without_end(text), columns))
        return Match(_within(expression, columns))

    def _is_left_to_texts(self, expression: str) -> bool:
        return self._lightly and self._vocabulary.is_heavy(expression)

    def _all(self, node: query.All, columns: tuple[str, ...]) -> Match | None:
        matches: list[Match] = []
        negated: list[Match] = []
        for child in node.nodes:
            match = self.match(child.node if isinstance(child, query.Not) else child, columns)
            if match:
                (negated if isinstance(child, query.Not) else matches).append(match)
        whole = both(matches)
        unwanted = [match.fts for match in negated if not match.sql]
        rest = [_without(match) for match in negated if match.sql or not whole.fts]
        if whole.fts and unwanted:
            whole = whole._replace(fts=f"({whole.fts} NOT {either(unwanted)})")
        whole = both([whole, *rest])
        return whole if whole.fts or whole.sql else None

    def _any(self, node: query.Any, columns: tuple[str, ...]) -> Match | None:
        matches = [match for child in node.nodes if (match := self.match(child, columns))]
        if not matches:
            return None
        if not any(match.sql for match in matches):
            return Match(either([match.fts for match in matches]))
        rows = [_as_sql(match) for match in matches]
        sql = " OR ".join(f"({row.sql})" for row in rows)
        return Match("", f"({sql})", tuple(value for row in rows for value in row.values))

    def _near(self, node: query.Near, columns: tuple[str, ...]) -> Match | None:
        phrases = [phrase(trimmed(leaf)) for leaf in (node.first, node.second)]
        if not all(phrases):
            return self._all(query.All((node.first, node.second)), columns)
        return Match(_within(near(phrases, _NEAR_TOKENS), columns))

    def _measured(self, spellings: tuple[str, ...], columns: tuple[str, ...]) -> Match | None:
        """A number with its unit: the texts tell of signs, and that no longer number stands there.
        Another spelling than the typed one is looked for where few texts have its number.
        """
        wanted = [
            spelling
            for number, spelling in enumerate(spellings)
            if runs(spelling) and (not number or self._vocabulary.phrase(spelling) <= FEW)
        ]
        if not wanted:
            return None
        checks = [_in_texts(spelling, columns, "measured_in") for spelling in wanted]
        return Match(
            _within(either([phrase(spelling) for spelling in wanted]), columns),
            f"({' OR '.join(check.sql for check in checks)})",
            tuple(value for check in checks for value in check.values),
        )

    def _phrase(self, text: str, columns: tuple[str, ...]) -> Match | None:
        if not text.strip():
            return None
        check = _in_texts(text, columns)
        expression, told_by_tokens = self._phrase_expression(text)
        if expression == phrase(text) and self._is_left_to_texts(expression):
            return check._replace(fts=_within(without_end(text), columns))
        if told_by_tokens:
            return Match(_within(expression, columns))
        enough = self._vocabulary.without_heavy_ends(expression)
        return check._replace(fts=_within(enough, columns))

    def _phrase_expression(self, text: str) -> tuple[str, bool]:
        """An expression that every text with the phrase matches ("" if there is none), and whether
        no other text does.
        """
        spans = run_spans(text)
        if not spans:
            return "", False
        alone = spans == [(0, len(text))]
        if is_paired(text[spans[0][0]]):
            return self._with_last_word(text, spans), alone
        if len(spans) == 1:
            word = text[slice(*spans[0])]
            ends = (spans[0][0] == 0, spans[0][1] == len(text))
            if ends == (False, False):
                return quoted([word]), False
            words = self._vocabulary.words_with(word)
            return (_one_of(words) if words is not None else ""), alone and words is not None
        return self._with_first_word(text, spans), False

    def _with_last_word(self, text: str, spans: list[tuple[int, int]]) -> str:
        """A phrase that starts with a paired run; a word at its end may go on."""
        start, end = spans[-1]
        if is_paired(text[start]) or end < len(text):
            return phrase(text)
        return quoted(phrase_tokens(text)[0], by_beginning=True)

    def _with_first_word(self, text: str, spans: list[tuple[int, int]]) -> str:
        """A phrase that starts with a word, which may be the end of a longer one."""
        start, end = spans[0]
        rest, word = text[end:], text[start:end]
        goes_on = spans[-1][1] == len(text) and not is_paired(text[spans[-1][0]])
        few = self._vocabulary.is_on_few(rest, FEW)
        if few and not goes_on:
            return few  # the texts, which are read anyway, tell of the word
        words = [word] if start > 0 else self._vocabulary.words_with(word, at_end=True)
        if words is None:
            return self._phrase_expression(" " + rest.lstrip())[0]
        tokens, by_beginning = phrase_tokens(rest)
        by_beginning |= goes_on
        if not words:
            return _NOTHING
        return either([quoted([first, *tokens], by_beginning=by_beginning) for first in words])


def _in_texts(text: str, columns: tuple[str, ...], check: str = "stands_in") -> Match:
    names = columns or TEXT_COLUMNS
    in_texts = " OR ".join(f"{check}(?, articles.{name})" for name in names)
    return Match("", f"({in_texts})", (text,) * len(names))


# No token has a space in it: an expression that nothing matches.
_NOTHING = '"newscli nothing newscli"'


def _one_of(words: list[str]) -> str:
    return either([quoted([word]) for word in words]) or _NOTHING


def _within(expression: str, columns: tuple[str, ...]) -> str:
    if not expression or not columns:
        return expression
    return f"{{{' '.join(columns)}}} : ({expression})"


def _as_sql(match: Match) -> Match:
    """The condition as SQL alone."""
    if not match.fts:
        return match
    inside = "facts.id IN (SELECT rowid FROM article_index WHERE article_index MATCH ?)"
    sql = f"{inside} AND {match.sql}" if match.sql else inside
    return Match("", sql, (match.fts, *match.values))


def _without(match: Match) -> Match:
    row = _as_sql(match)
    return Match("", f"NOT coalesce(({row.sql}), 0)", row.values)


def _of_record(node: query.Field | query.Dates) -> Match | None:
    if isinstance(node, query.Dates):
        ends = (
            ("facts.date >= ?", node.period.since),
            ("facts.date <= ?", node.period.until),
        )
        given = [(sql, day) for sql, day in ends if day]
        return Match("", " AND ".join(sql for sql, _ in given), tuple(day for _, day in given))
    if node.name == "section":
        return Match("", _SECTION, (fold(node.value),))
    if node.name == "by":
        return Match("", "stands_in(?, articles.byline)", (fold(node.value),))
    from archive.store.reading.bearers import bearers  # noqa: PLC0415 - few queries ask for one

    those, name = bearers(node.value, cast("EntityKind", node.name), any_case=True)
    return Match("", NAMING.format(those=those), (name,))


_SECTION = """facts.section IN (
    SELECT labels.id FROM labels WHERE labels.kind = 'section' AND stands_in(?, labels.name)
)"""

_SPACES = re.compile(r"\s+")
_patterns: dict[str, re.Pattern[str]] = {}
_MOST_PATTERNS = 50


def _stands_in(folded: str, text: str | None) -> bool:
    """Whether a folded string stands in a text; any white space in it is as good as any other."""
    if not text:
        return False
    if not _SPACES.search(folded):
        return folded in fold(text)
    pattern = _pattern(folded, r"\s+".join(map(re.escape, _SPACES.split(folded))))
    return pattern.search(fold(text)) is not None


def _follow_in(folded: str, text: str | None) -> bool:
    """Whether the runs of a folded word follow each other in a text, as their tokens do: with
    anything but letters and digits between them.
    """
    if not text:
        return False
    spelled = r"[\W_]*".join(map(re.escape, runs(folded)))
    start = "" if is_paired(folded) else r"(?<![0-9a-z])"
    return _pattern(f"…{folded}", start + spelled).search(fold(text)) is not None


def _measured_in(spelled: str, text: str | None) -> bool:
    """Whether a number with its unit stands in a text, and not the end of a longer one."""
    if not text or spelled not in (folded := fold(text)):
        return False
    end = "(?![0-9a-z])" if spelled[-1].isascii() else ""
    whole = rf"(?<![0-9])(?<![0-9][.,]){re.escape(spelled)}{end}"
    return _pattern(f"#{spelled}", whole).search(folded) is not None


def _pattern(key: str, pattern: str) -> re.Pattern[str]:
    """The compiled pattern, remembered: a statement asks for the same ones again and again."""
    if key not in _patterns:
        if len(_patterns) >= _MOST_PATTERNS:
            _patterns.clear()
        _patterns[key] = re.compile(pattern)
    return _patterns[key]
