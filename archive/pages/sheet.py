"""The working sheet of one page: its lines, what each could be, and what each was read as."""

from __future__ import annotations

from typing import Literal, NamedTuple

from . import captions, dates, furniture
from .bylines import line_names
from .families import MORE, Family
from .lines import Line
from .shapes import is_prose

_LONGEST_SHORT = 110  # no stamp, byline or label of 233 real pages is longer

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

    def cut(self, at: int, span: tuple[int, int], role: Role, cue: str, item: int) -> None:
        """Read a part of the line (`span` counts in the line's own text) as a piece."""
        base = self.lines[at].start
        self.pieces[at].append(Piece(base + span[0], base + span[1], role, cue, item))

    def join(self, first: int, last: int, cue: str, item: int = 0) -> None:
        """Read several lines as one paragraph of the body."""
        self.pieces[first] = [
            Piece(self.lines[first].start, self.lines[last].end, "body", cue, item)
        ]
        for at in range(first + 1, last + 1):
            self.pieces[at] = [Piece(0, 0, "body", "", item, echo=True)]

    def next_teaser(self, section: int | None) -> int:
        """The number of a new teaser. `section` is the line of the label that names its section;
        the label itself stays furniture.
        """
        self.teasers += 1
        if section is not None:
            self.sections[self.teasers] = self.lines[section].words
        return self.teasers


def kind_of(line: Line) -> Kind:
    """What a line could be, judged by its words alone."""
    words = line.words
    if not words:
        return "furniture"
    if len(words) <= _LONGEST_SHORT:
        return _site_kind(words) or _dated_kind(words) or _written_kind(words)
    if furniture.is_rights(words) or furniture.is_masthead(words):
        return "rights"
    if captions.is_marked(words) and not captions.glued_end(words):
        return "caption"
    return "prose"


def _site_kind(words: str) -> Kind | None:
    """The kind of a line that belongs to the site."""
    if words in MORE:
        return "more"
    if furniture.is_end(words):
        return "byline" if words[-1] == ")" and line_names(words) else "end"
    if furniture.is_furniture(words):
        return _labelled(words) or "furniture"
    if furniture.CUE.match(words):
        return "cue"
    if furniture.is_box_label(words):
        return "label"
    return "rights" if furniture.is_rights(words) or furniture.is_masthead(words) else None


def _labelled(words: str) -> Kind | None:
    """A board's `작성자 NAME` or `날짜 DAY` says more than that it is a label."""
    if line_names(words):
        return "byline"
    return "stamp" if dates.may_tell_a_day(words) and dates.stamp(words) else None


def _dated_kind(words: str) -> Kind | None:
    """The kind of a line that tells a day and nothing more."""
    if not dates.may_tell_a_day(words) or is_prose(words):
        return None
    if dates.date_prefix(words):
        return "short"
    if dates.page_date(words) or dates.is_yearless_date(words):
        return "date"
    return "stamp" if dates.stamp(words) else None


def _written_kind(words: str) -> Kind:
    """The kind of a line that an editor wrote."""
    if captions.is_marked(words):
        return "prose" if captions.glued_end(words) else "caption"
    if line_names(words) is not None:
        return "byline"
    return "prose" if is_prose(words) else "short"
