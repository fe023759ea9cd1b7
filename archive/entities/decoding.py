"""From clues to names: a linear-chain conditional random field, its best path found exactly.

The moves of the field are made of three parts: what it costs to leave a label, to enter one, and to
stay in a name. So a name's gain over the same characters outside any name depends on nothing
around it, and the best path is the set of names that do not overlap with the highest sum (weighted
interval scheduling). Gains come from running sums, whole arrays at a time; only names that gain
anything reach the loop.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from archive.entities.features import CHUNK, clues

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray

    from archive.entities.features import Lexicon
    from archive.model import EntityKind

KINDS: tuple[EntityKind, ...] = ("person", "organisation", "place", "date", "time", "quantity")
LABELS = 1 + 2 * len(KINDS)  # outside, then begin and inside of each kind
LONGEST_NAME = 32  # characters
_COUNT = len(KINDS)
_WIDTH = 16  # a row of weights is padded to a power of two
_MARGIN = 48  # characters of context read on either side of a piece
_OPENING = -8.0  # natural logarithms below outside at which no name begins
_NEVER = -(10**6)
_BARRED = -30_000
_NEWLINE = ord("\n")
_BEGINS, _INSIDES = slice(1, 1 + _COUNT), slice(1 + _COUNT, LABELS)
_LENGTHS = np.arange(LONGEST_NAME) * _COUNT


class Moves(NamedTuple):
    """The scores of moving between labels, an array a part: to leave and to enter each label, and
    for each kind to go from begin to inside and from inside to inside.
    """

    leave: NDArray[np.float32]
    enter: NDArray[np.float32]
    into: NDArray[np.float32]
    on: NDArray[np.float32]


class Chain:
    """The weights of the field, in whole steps of `step`, and the lexicon its clues come from.

    `weights` has a row of signed bytes a clue and a column a label.
    """

    def __init__(
        self, weights: NDArray[np.int8], moves: Moves, step: float, lexicon: Lexicon
    ) -> None:
        self._weights = np.zeros((len(weights), _WIDTH), np.int16)
        self._weights[:, :LABELS] = weights[:, [0, *range(1, LABELS, 2), *range(2, LABELS, 2)]]
        self._lexicon = lexicon
        outside = moves.leave[0] + moves.enter[0]
        self._begin = _whole(moves.enter[1::2] - moves.enter[0] - moves.leave[0], step)
        self._inside = _whole(moves.on - outside, step)
        self._ended = _whole(moves.leave[2::2] + moves.into - moves.on, step).astype(np.int32)
        self._lonely = _whole(moves.leave[1::2], step) - self._ended
        self._opening = round(_OPENING / step)

    def spans(self, text: NDArray[Any]) -> Iterator[tuple[int, int, EntityKind]]:
        """Start, end and kind of each name in `text` (characters as numbers), in order."""
        done = 0
        for start, stop, first, last in _pieces(len(text)):
            piece = text[start:stop]
            rows = clues(piece, self._lexicon)
            scores = np.add.reduce(self._weights.take(rows, axis=0), axis=0)
            for begin, end, kind in self._best(scores, (piece == _NEWLINE).nonzero()[0]):
                if max(first, done) <= start + begin < last:
                    done = start + end
                    yield start + begin, start + end, KINDS[kind]

    def _best(
        self, scores: NDArray[np.int16], newlines: NDArray[np.int64]
    ) -> list[tuple[int, int, int]]:
        """Begin, end and kind of the names of the best path."""
        length = len(scores)
        outside = scores[:, :1]
        begin = scores[:, _BEGINS] - outside
        begin += self._begin
        if newlines.size:  # no name begins with, or goes on over, the end of a paragraph
            begin[newlines] = _BARRED
        opens = begin.ravel()
        at = (opens > self._opening).nonzero()[0]
        inside = scores[:, _INSIDES] - outside
        inside += self._inside
        if newlines.size:
            inside[newlines] = _BARRED
        running = np.full((length + LONGEST_NAME + 1, _COUNT), _NEVER, np.int32)
        running[0] = 0
        inside.cumsum(axis=0, dtype=np.int32, out=running[1 : length + 1])
        running[length + 1 :] += running[length]
        after = at + _COUNT
        gains = running.ravel().take(after[:, None] + _LENGTHS)
        kinds = at % _COUNT
        gains += (opens.take(at) + self._ended.take(kinds) - gains[:, 0])[:, None]
        gains[:, 0] += self._lonely.take(kinds)
        return _schedule(at, gains)


def _whole(scores: NDArray[np.float32], step: float) -> NDArray[np.int16]:
    whole: NDArray[np.int16] = np.rint(scores / step).astype(np.int16)
    return whole


def _schedule(at: NDArray[np.int64], gains: NDArray[np.int32]) -> list[tuple[int, int, int]]:
    """The names that do not overlap with the highest sum of gains: begin, end and kind of each.

    `at` numbers the begins (place times kinds, plus kind), `gains` has a column a length.
    """
    which, more = (gains > 0).nonzero()
    if not len(which):
        return []
    begins = at.take(which)
    starts = begins // _COUNT
    ends = starts + more + 1
    order = ends.argsort(kind="stable")
    best = [0]
    names: list[tuple[int, int, int] | None] = [None]
    for start, end, gain, begin in zip(
        starts.take(order).tolist(),
        ends.take(order).tolist(),
        gains[which, more].take(order).tolist(),
        begins.take(order).tolist(),
        strict=True,
    ):
        if end >= len(best):
            grow = end + 1 - len(best)
            best += [best[-1]] * grow
            names += [None] * grow
        total = best[start] + gain
        if total > best[end]:
            best[end] = total
            names[end] = (start, end, begin % _COUNT)
    path = []
    place = len(best) - 1
    while place:
        name = names[place]
        if name is None:
            place -= 1
        else:
            path.append(name)
            place = name[0]
    path.reverse()
    return path


def _pieces(length: int) -> Iterator[tuple[int, int, int, int]]:
    """Stretches that fit a pass: where each starts and stops, with what lies around it, and the
    first and last places of the names that are its own.
    """
    if length <= CHUNK:
        yield 0, length, 0, length
        return
    own = CHUNK - 2 * _MARGIN
    for start in range(0, length, own):
        stop = min(length, start + own + _MARGIN)
        yield max(0, start - _MARGIN), stop, start, start + own
