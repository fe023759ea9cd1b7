"""The working sheet of one page: its lines, what each could be, and what each was read as."""

from __future__ import annotations

from typing import Literal, NamedTuple

from . import captions, dates, families
from .bylines import line_names
from .families import Family
from .lines import Line
from .shapes import is_prose

Kind = Literal[
    "furniture", "end", "more", "label", "rights", "stamp", "date", "byline", "cue", "caption",
    "prose", "short",
]  # fmt: skip

Role = Literal[
    "page_date", "reading", "provider", "section", "headline", "subhead", "byline", "published",
    "body", "caption", "teaser_section", "teaser_headline", "teaser_text", "cue", "summary",
    "furniture",
]  # fmt: skip


class Piece(NamedTuple):
    """A stretch of the dump and its role. `item` counts the articles, or the teasers, of the page;
    a later piece with the same role and item is another of its parts. `echo` marks a repetition
    that is not shown twice.
    """

    start: int
    end: int
    role: Role
    cue: str
    item: int = 0
    echo: bool = False


class Sheet:
    """The lines of a page and, beside each, the pieces it was read as; empty while undecided."""

    def __init__(self, text: str, lines: list[Line], family: Family) -> None:
        self.text = text
        self.lines = lines
        self.family = family
        self.pieces: list[list[Piece]] = [[] for _ in lines]
        self.kinds: list[Kind | None] = [None] * len(lines)
        self.teasers = 0
        self.sections: dict[int, str] = {}
        self.wraps: dict[int, int] = {}

    def __len__(self) -> int:
        return len(self.lines)

    def kind(self, at: int) -> Kind:
        """What the line could be, judged alone."""
        known = self.kinds[at]
        if known is None:
            known = self.kinds[at] = kind_of(self.lines[at])
        return known

    def free(self, at: int) -> bool:
        """Whether the line is still undecided."""
        return not self.pieces[at]

    def mark(self, at: int, role: Role, cue: str, item: int = 0, *, echo: bool = False) -> None:
        """Read the whole line as one piece."""
        line = self.lines[at]
        self.pieces[at] = [Piece(line.start, line.end, role, cue, item, echo)]

    def cut(self, at: int, start: int, end: int, role: Role, cue: str, item: int = 0) -> None:
        """Read a part of the line (offsets in the line's own text) as a piece."""
        base = self.lines[at].start
        self.pieces[at].append(Piece(base + start, base + end, role, cue, item))

    def join(self, first: int, last: int, cue: str, item: int = 0) -> None:
        """Read several lines as one paragraph of the body."""
        self.pieces[first] = [
            Piece(self.lines[first].start, self.lines[last].end, "body", cue, item)
        ]
        for at in range(first + 1, last + 1):
            self.pieces[at] = [Piece(0, 0, "body", "", item, echo=True)]

    def next_teaser(self) -> int:
        """The number of a new teaser."""
        self.teasers += 1
        return self.teasers


def kind_of(line: Line) -> Kind:
    """What a line could be, judged by its words alone."""
    words = line.words
    if not words:
        return "furniture"
    if len(words) <= 110:
        return _short_kind(line, words)
    if families.is_rights(words) or families.is_masthead(words):
        return "rights"
    if captions.is_marked(words) and not captions.glued_end(words):
        return "caption"
    return "prose"


def _short_kind(line: Line, words: str) -> Kind:
    if words in families.MORE:
        return "more"
    if families.is_end(words):
        return "byline" if words[-1] == ")" and line_names(words) else "end"
    if families.is_furniture(words):
        return "furniture"
    if families.CUE.match(words):
        return "cue"
    if families.is_box_label(words):
        return "label"
    if families.is_rights(words) or families.is_masthead(words):
        return "rights"
    prose = is_prose(words)
    if dates.date_prefix(words):
        return "short"
    if not prose and (dates.page_date(words) or dates.is_yearless_date(words)):
        return "date"
    if not prose and dates.stamp(words):
        return "stamp"
    if captions.is_marked(words):
        return "prose" if captions.glued_end(words) else "caption"
    if line_names(words) is not None:
        return "byline"
    return "prose" if prose else "short"
