"""Texts cut into pieces that fit a pass of the tagger, and short pieces put into one pass together.

A pass costs some hundred numpy calls however little it reads: the headlines of a hundred articles
take no more passes than a few long texts do. Between two pieces of a pass lies `GAP`, wider than
anything the clues look at, so that each is read as if it stood alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from archive.entities.tagger.features import BEYOND, CHUNK, PAD

GAP = PAD + BEYOND
"""Blank characters between two pieces: as many as `clues` puts around a text."""

_MARGIN = 48  # characters of context read on either side of a piece
_MOST_OPEN = 256  # passes with room left that a piece may still go into


class Piece(NamedTuple):
    """A stretch of the text numbered `text`: where it starts and stops, with what lies around it,
    and the first and last places of the names that are its own.
    """

    text: int
    start: int
    stop: int
    first: int
    last: int


def passes(lengths: Sequence[int]) -> Iterator[list[Piece]]:
    """The pieces of texts that are so long, some to a pass, in any order."""
    pieces = [piece for number, length in enumerate(lengths) for piece in _cut(number, length)]
    return _packed(sorted(pieces, key=_size, reverse=True))


def _size(piece: Piece) -> int:
    return piece.stop - piece.start


def _cut(number: int, length: int) -> Iterator[Piece]:
    if length <= CHUNK:
        yield Piece(number, 0, length, 0, length)
        return
    own = CHUNK - 2 * _MARGIN
    for start in range(0, length, own):
        stop = min(length, start + own + _MARGIN)
        yield Piece(number, max(0, start - _MARGIN), stop, start, start + own)


def _packed(pieces: Iterable[Piece]) -> Iterator[list[Piece]]:
    """Each piece in the first pass that has room for it, the longest first."""
    waiting: list[list[Piece]] = []
    room: list[int] = []
    for piece in pieces:
        size = _size(piece) + GAP
        place = next((n for n, free in enumerate(room) if free >= size), None)
        if place is not None:
            waiting[place].append(piece)
            room[place] -= size
        elif size + GAP > CHUNK:
            yield [piece]
        else:
            waiting.append([piece])
            room.append(CHUNK + GAP - size)
            if len(waiting) > _MOST_OPEN:
                del room[0]
                yield waiting.pop(0)
    yield from waiting
