"""Who, what and where in one article."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from archive.model.kinds import EntityKind, TextField


@dataclass(frozen=True, slots=True)
class Mention:
    """A name in a text."""

    start: int
    end: int
    kind: EntityKind
    text: str


class PlacedMention(NamedTuple):
    """A mention in a field of an article, and the name of the entity that it stands for.

    Offsets count in the field's text, its paragraphs joined by a newline.
    """

    field: TextField
    start: int
    end: int
    kind: EntityKind
    text: str
    name: str


@dataclass(frozen=True, slots=True)
class Role:
    """What an article says a person is: (한도윤, 도담주식회사 대표이사). `line` is the line of work
    that tells people of one name apart, None where the role tells none.
    """

    name: str
    role: str
    line: str | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Quote:
    """Words in quotation marks, and whose they are. Offsets as in `PlacedMention`."""

    speaker: str | None
    text: str
    field: TextField
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Analysis:
    """Who, what and where of one article."""

    mentions: tuple[PlacedMention, ...] = ()
    roles: tuple[Role, ...] = ()
    quotes: tuple[Quote, ...] = ()
