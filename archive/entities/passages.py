"""A field of an article as the rooms of this package pass it on: its text and its mentions."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, NamedTuple

from archive.model import ENTITY_KINDS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from archive.model import EntityKind, Mention, TextField

    Texts = Mapping[EntityKind, Mapping[str, None]]


class Passage(NamedTuple):
    """A field, its text, and its mentions sorted and apart; `searched` when they come from `tag`,
    which has looked for people whom the model missed.
    """

    field: TextField
    text: str
    mentions: Sequence[Mention]
    searched: bool = False

    def with_more(self, found: Sequence[Mention]) -> Passage:
        """The passage with the mentions `found`, which touch none of its own."""
        if not found:
            return self
        merged = sorted((*self.mentions, *found), key=lambda mention: mention.start)
        return self._replace(mentions=merged)


def texts_by_kind(passages: Iterable[Passage]) -> Texts:
    """The texts of the mentions of each kind, each once, in the order of reading."""
    texts: dict[EntityKind, dict[str, None]] = {kind: {} for kind in ENTITY_KINDS}
    for passage in passages:
        for mention in passage.mentions:
            texts[mention.kind][mention.text] = None
    return texts


def overlapping(mentions: Sequence[Mention], start: int, end: int) -> Sequence[Mention]:
    """The mentions that share a character with `start` to `end`."""
    first = bisect_left(mentions, start, key=lambda m: m.end)
    while first < len(mentions) and mentions[first].end <= start:
        first += 1
    last = first
    while last < len(mentions) and mentions[last].start < end:
        last += 1
    return mentions[first:last]


def with_whole(mentions: Sequence[Mention], found: Sequence[Mention]) -> list[Mention]:
    """Both; of those that touch, the one that holds the other. Of two of the same text the old one
    stays, unless it is a date or a count.
    """
    taken: list[Mention] = []
    given: set[Mention] = set()
    for one in sorted(found, key=_first_and_longest):
        inside = overlapping(mentions, one.start, one.end)
        free = not taken or one.start >= taken[-1].end
        if free and all(_gives_way(mention, one) for mention in inside):
            taken.append(one)
            given.update(inside)
    if not taken:
        return list(mentions)
    return sorted([*(m for m in mentions if m not in given), *taken], key=_first_and_longest)


def _gives_way(mention: Mention, one: Mention) -> bool:
    if mention.start < one.start or mention.end > one.end:
        return False
    return mention.text != one.text or mention.kind not in ("person", "organisation", "place")


def _first_and_longest(mention: Mention) -> tuple[int, int]:
    return mention.start, -mention.end
