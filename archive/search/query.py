"""The query language: any text becomes a tree; nothing a person types is an error but a date.

    words            all of them              "exact phrase"   as written, spaces included
    -word NOT word   without                  a OR b           either (also |)
    a AND b          as a b
    (a OR b) c       parentheses              word*            words that begin so
    a near b         close to each other      headline: section: by: person: org: place:
    date: since: until:               제목: 섹션: 기자: 사람: 기관: 곳: 날짜: 부터: 까지:

What is left half-typed (a quote, a parenthesis, an operator without its words) is read as words.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from archive.errors import UsageError

if TYPE_CHECKING:
    from archive.periods import Period


NEAR_CHARACTERS = 40
"""How far apart `near` lets two matches begin, in characters: half a sentence of news."""

_DEEPEST = 40  # parentheses: what is typed has two or three, what is pasted must not overflow
_MOST_LEAVES = 120  # words of a query; a pasted page asks for its first ones

FIELDS = {
    name: field
    for field, names in {
        "headline": "headline title 제목",
        "section": "section 섹션 분야",
        "by": "by byline 기자",
        "person": "person 사람 인물",
        "organisation": "org organisation organization 기관 단체",
        "place": "place 곳 장소",
        "date": "date 날짜",
        "since": "since 부터",
        "until": "until 까지",
    }.items()
    for name in names.split()
}
"""What may stand before a colon, and the field that it means."""


class Word(NamedTuple):
    """A word, found wherever it stands; with `prefix` at the beginning of Latin words too."""

    text: str
    prefix: bool = False


class Phrase(NamedTuple):
    """A string, found exactly as written; one with `spellings` is a bare number with its unit, or a
    sign of one, found as any of them where no longer number stands.
    """

    text: str
    spellings: tuple[str, ...] = ()


class Field(NamedTuple):
    """A fact about the article: its section, byline, or an entity (`person`, `place`, …) in it."""

    name: str
    value: str


class Dates(NamedTuple):
    """The days on which the article may be dated."""

    period: Period


class InHeadline(NamedTuple):
    """What must stand in the headline."""

    node: Node


class Not(NamedTuple):
    """What must not match."""

    node: Node


class Near(NamedTuple):
    """Two words or phrases that stand close to each other."""

    first: Word | Phrase
    second: Word | Phrase


class All(NamedTuple):
    """Everything in it must match; with nothing in it, everything does."""

    nodes: tuple[Node, ...]


class Any(NamedTuple):
    """One of them must match."""

    nodes: tuple[Node, ...]


Node = Word | Phrase | Field | Dates | InHeadline | Not | Near | All | Any


class _Token(NamedTuple):
    kind: str
    text: str
    field: str = ""
    negated: bool = False


_FIELD = re.compile(r"([^\W\d_]{1,12}):(?=\S)")
# What `units` may have something to say of: full-width digits, signs, letters behind a digit.
_NUMBER = re.compile("[０-９\u2103\u2109\u3371-\u33ff]|[0-9][a-zA-Z°μµ]")
_WORD_END = re.compile(r'[\s"|]')


def parse(query: str) -> All:
    """The tree of a query. Raises `UsageError` only for a date that does not exist, or a range of
    dates where one end of it belongs.
    """
    return _Parser(_spelled_out(_lex(query))).whole()


def words(node: Node) -> list[Word | Phrase]:
    """The words and phrases that are wanted, in order; not those behind a minus."""
    if isinstance(node, Word | Phrase):
        return [node]
    if isinstance(node, All | Any):
        return [leaf for child in node.nodes for leaf in words(child)]
    if isinstance(node, InHeadline):
        return words(node.node)
    if isinstance(node, Near):
        return [node.first, node.second]
    return []


def _lex(query: str) -> list[_Token]:
    tokens: list[_Token] = []
    at = depth = 0
    text = query.replace("“", '"').replace("”", '"') if '"' not in query else query
    while at < len(text) and len(tokens) < 4 * _MOST_LEAVES:
        if text[at].isspace():
            at += 1
        elif text[at] == "|":
            tokens.append(_Token("or", "|"))
            at += 1
        elif text[at] == ")" and depth:
            tokens.append(_Token("close", ")"))
            depth -= 1
            at += 1
        else:
            token, at = _leaf(text, at, depth)
            depth += token.kind == "open"
            tokens.append(token)
    return tokens


_AND, _OR, _NOT = (_Token("word", word) for word in ("AND", "OR", "NOT"))


def _spelled_out(tokens: list[_Token]) -> list[_Token]:
    """The tokens with NOT as the minus that it means, and without the ANDs that mean nothing; each
    stays a word where what it should stand between is missing.
    """
    plain: list[_Token] = []
    negated = False
    for at, token in enumerate(tokens):
        following = tokens[at + 1] if at + 1 < len(tokens) else _OR
        if token == _NOT and _may_stand(following) and following != _NOT:
            negated = True
        elif token == _AND and plain and _may_end(plain[-1]) and _may_stand(following):
            pass
        else:
            plain.append(token._replace(negated=True) if negated else token)
            negated = False
    return plain


def _may_stand(token: _Token) -> bool:
    """Whether a token may stand behind NOT or AND."""
    return token.kind in ("word", "phrase", "open") and token not in (_AND, _OR)


def _may_end(token: _Token) -> bool:
    """Whether a token may stand before AND."""
    return token.kind not in ("open", "or") and token != _OR


def _leaf(text: str, at: int, depth: int) -> tuple[_Token, int]:
    """The word, phrase or opening parenthesis that starts at `at`, with what stands before it."""
    negated = text[at] == "-" and at + 1 < len(text) and not text[at + 1].isspace()
    at += negated
    prefix = _FIELD.match(text, at)
    field = FIELDS.get(prefix[1].lower(), "") if prefix else ""
    if prefix and field:
        at = prefix.end()
    if text[at] == '"':
        if _closes_later(text, at + 1):
            phrase, at = _quoted(text, at + 1)
            return _Token("phrase", phrase, field, negated), at
        at += 1
        if at == len(text) or _WORD_END.match(text, at):
            return _Token("word", "", field, negated), at
    if text[at] == "(" and depth < _DEEPEST and field in ("", "headline"):
        return _Token("open", "(", field, negated), at + 1
    end = _word_end(text, at, depth)
    return _Token("word", text[at:end], field, negated), end


def _quoted(text: str, at: int) -> tuple[str, int]:
    r"""A phrase up to its closing quote; `""` and `\"` stand for a quote inside."""
    pieces: list[str] = []
    while at < len(text):
        if text.startswith(('""', '\\"'), at) and _closes_later(text, at + 2):
            pieces.append('"')
            at += 2
        elif text[at] == '"':
            return "".join(pieces), at + 1
        else:
            pieces.append(text[at])
            at += 1
    return "".join(pieces), at


def _closes_later(text: str, at: int) -> bool:
    return text.find('"', at) >= 0


def _word_end(text: str, at: int, depth: int) -> int:
    """Where a word ends: at a space, a quote, a bar, or the parenthesis that it stands in."""
    opened = 0
    end = at + 1
    opened += text[at] == "("
    while end < len(text) and not _WORD_END.match(text, end):
        opened += text[end] == "("
        if text[end] == ")":
            if depth and not opened:
                break
            opened -= opened > 0
        end += 1
    return end


class _Parser:
    """Recursive descent over the tokens; whatever does not fit becomes a word."""

    def __init__(self, tokens: list[_Token]) -> None:
        self._tokens = tokens
        self._at = 0
        self._leaves = 0

    def whole(self) -> All:
        nodes: list[Node] = []
        while self._at < len(self._tokens):
            nodes.append(self._any())
            if self._peek() == "close":
                self._at += 1
        flat = nodes[0] if len(nodes) == 1 else All(tuple(nodes))
        return flat if isinstance(flat, All) else All((flat,))

    def _peek(self) -> str:
        return self._tokens[self._at].kind if self._at < len(self._tokens) else ""

    def _is_or(self) -> bool:
        return self._peek() == "or" or (self._peek() == "word" and self._tokens[self._at] == _OR)

    def _any(self) -> Node:
        branches = [self._all()]
        while self._is_or():
            operator = self._tokens[self._at]
            self._at += 1
            following = self._all()
            if _is_nothing(branches[-1]) or _is_nothing(following):
                spelled = [Word("OR")] if operator.text == "OR" else []
                following = All((*_members(branches.pop()), *spelled, *_members(following)))
            branches.append(following)
        return branches[0] if len(branches) == 1 else Any(tuple(branches))

    def _all(self) -> Node:
        nodes: list[Node] = []
        while self._at < len(self._tokens) and self._peek() != "close" and not self._is_or():
            nodes.append(self._one())
        nodes = _join_near([node for node in nodes if not _is_nothing(node)])
        return nodes[0] if len(nodes) == 1 else All(tuple(nodes))

    def _one(self) -> Node:
        token = self._tokens[self._at]
        self._at += 1
        if token.kind == "open":
            inside = self._any()
            if self._peek() == "close":
                self._at += 1
        else:
            inside = self._leaf(token)
        if _is_nothing(inside):
            return All(())
        if token.kind == "open" and token.field == "headline":
            inside = InHeadline(inside)
        return Not(inside) if token.negated else inside

    def _leaf(self, token: _Token) -> Node:
        self._leaves += 1
        if self._leaves > _MOST_LEAVES or not token.text:
            return All(())
        if token.field in ("date", "since", "until"):
            return Dates(_period(token.field, token.text))
        leaf = Phrase(token.text) if token.kind == "phrase" else _bare(token.text)
        if token.field == "headline":
            return InHeadline(leaf)
        return Field(token.field, token.text) if token.field else leaf


def is_bare(node: Node) -> bool:
    """Whether a node is a word as it is typed, without quotes: an article may lack it."""
    return isinstance(node, Word) or (isinstance(node, Phrase) and bool(node.spellings))


def _bare(text: str) -> Node:
    if not _NUMBER.search(text):
        return _word(text)
    from archive.search.units import in_plain_digits, spellings  # noqa: PLC0415 - few queries

    read: dict[Node, None] = {}
    for typed in (text, in_plain_digits(text)):
        spelled = spellings(typed)
        read[Phrase(spelled[0], spelled) if spelled else _word(typed)] = None
    return Any(tuple(read)) if len(read) > 1 else next(iter(read))


def _word(text: str) -> Word:
    bare = text.rstrip("*")
    return Word(bare, prefix=True) if bare and bare != text else Word(text)


def _period(field: str, text: str) -> Period:
    from archive.periods import (  # noqa: PLC0415 - few queries hold a date
        Period,
        parse_period,
        range_ends,
    )

    period = parse_period(text)
    if field != "date" and range_ends(text):
        name = "부터" if field == "since" else "까지"
        meant = f'날짜:"{text}"' if " " in text else f"날짜:{text}"
        raise UsageError(f"{name}:에는 기간이 아니라 한쪽 끝만 적습니다: {text}", mend=meant)
    if field == "since":
        return Period(period.since, None)
    return Period(None, period.until) if field == "until" else period


def _is_nothing(node: Node) -> bool:
    return isinstance(node, All) and not node.nodes


def _members(node: Node) -> tuple[Node, ...]:
    return node.nodes if isinstance(node, All) else (node,)


def _join_near(nodes: list[Node]) -> list[Node]:
    """`a near b` becomes one node where both are words or phrases."""
    joined: list[Node] = []
    at = 0
    while at < len(nodes):
        triple = nodes[at : at + 3]
        if len(triple) == 3 and isinstance(triple[1], Word) and triple[1].text.lower() == "near":
            first, second = triple[0], triple[2]
            if isinstance(first, Word | Phrase) and isinstance(second, Word | Phrase):
                joined.append(Near(first, second))
                at += 3
                continue
        joined.append(nodes[at])
        at += 1
    return joined
