"""The sentences of a text that hold quotations, and which of those stand in a row."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from archive.entities.quotations.quotation_marks import row_ends
from archive.korean.sentences import sentence_spans

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from archive.entities.quotations.quotation_marks import Span


class Sentence(NamedTuple):
    """A sentence from `start` to `end`, the quotations inside, and where the row of each ends."""

    inside: Sequence[Span]
    start: int
    end: int
    rows: Sequence[int]

    def gap(self, number: int) -> int:
        """Where what stands before a quotation begins."""
        return self.inside[number - 1].closed if number else self.start

    def is_in_a_row(self, number: int) -> bool:
        """Whether a quotation goes on the row of the one before: “비가 오나”, “춥나”라는 질문을."""
        return number > 0 and self.rows[number] == self.rows[number - 1]


def sentences(text: str, spans: Sequence[Span]) -> Iterator[Sentence]:
    """The sentences that hold the quotations `spans`, in order."""
    at = 0
    for start, end in sentence_spans(text, [(span.opened, span.closed) for span in spans]):
        inside: list[Span] = []
        while at < len(spans) and spans[at].opened < end:
            inside.append(spans[at])
            at += 1
        yield Sentence(inside, start, end, row_ends(text, inside))
