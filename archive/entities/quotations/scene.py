"""A passage, who is named in it, and who has spoken in it so far."""

from __future__ import annotations

from bisect import bisect_left
from functools import cached_property
from typing import TYPE_CHECKING

from archive.entities.quotations.interviews import interviewed
from archive.entities.quotations.known import Known
from archive.entities.quotations.phrases import Phrases
from archive.entities.quotations.subjects import Subjects

if TYPE_CHECKING:
    from collections.abc import Sequence

    from archive.entities.links.linking import Linked
    from archive.entities.quotations.quotation_marks import Span


class Scene:
    """What the rules ask about a passage; its `subjects` are told who has spoken."""

    def __init__(self, linked: Linked, spans: Sequence[Span]) -> None:
        self.spans = spans
        self.text = linked.passage.text
        starts = [m.start for m in linked.passage.mentions]
        by_start = dict(zip(starts, linked.names, strict=True))
        people = [(by_start.get(i.person.start, i.person.text), i) for i in linked.introductions]
        self.introduced = {pair[1].end: pair for pair in people}
        """The people whom it introduces with their names, by where their phrases end."""
        self.known = Known(linked, self.introduced)
        self.phrases = Phrases(self.text, self.known.mentions, people, self.introduced)
        self.subjects = Subjects(self.text, self.known, self.phrases)

    @cached_property
    def interviewed(self) -> str | None:
        """Who gives the answers, if the passage is an interview."""
        told = [pair for end, pair in self.introduced.items() if not self._is_quoted(end)]
        with_posts = {name for name, intro in told if intro.roles} or {name for name, _ in told}
        return interviewed(self.text, self.known.names, with_posts)

    def _is_quoted(self, at: int) -> bool:
        """Whether that place is within quotation marks."""
        number = bisect_left(self.spans, at, key=lambda span: span.opened) - 1
        return number >= 0 and at < self.spans[number].closed
