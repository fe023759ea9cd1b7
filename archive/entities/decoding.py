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
_NO_NAME = (-1, -1, -1)
_NEWLINE = ord("\n")
_BEGINS, _INSIDES = slice(_COUNT), slice(_COUNT, LABELS - 1)
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

    `weights` has a row of signed bytes a label and a column a clue. What is summed up is what a
    clue says for a label rather than for being outside any name, the begins of all kinds first.
    """

    def __init__(
        self, weights: NDArray[np.int8], moves: Moves, step: float, lexicon: Lexicon
    ) -> None:
        self._weights = np.zeros((weights.shape[1], _WIDTH), np.int16)
        for column, label in enumerate((*range(1, LABELS, 2), *range(2, LABELS, 2))):
            np.subtract(weights[label], weights[0], out=self._weights[:, column], dtype=np.int16)
        self._lexicon = lexicon
        outside = moves.leave[0] + moves.enter[0]
        begin = moves.enter[1::2] - moves.enter[0] - moves.leave[0]
        self._moved = np.zeros(_WIDTH, np.int16)
        self._moved[: LABELS - 1] = _whole(np.concatenate((begin, moves.on - outside)), step)
        self._ended = _whole(moves.leave[2::2] + moves.into - moves.on, step).astype(np.int32)
        self._lonely = _whole(moves.leave[1::2], step) - self._ended
        self._opening = np.int16(round(_OPENING / step))

    def spans(self, text: NDArray[Any]) -> Iterator[tuple[int, int, EntityKind]]:
        """Start, end and kind of each name in `text` (characters as numbers), in order."""
        done = 0
        for start, stop, first, last in _pieces(len(text)):
            piece = text[start:stop]
            rows = clues(piece, self._lexicon)
            scores = np.add.reduce(self._weights.take(rows, axis=0), axis=0, dtype=np.int16)
            scores += self._moved
            newlines = (piece == _NEWLINE).nonzero()[0]
            if newlines.size:  # no name begins with, or goes on over, the end of a paragraph
                scores[newlines] = _BARRED
            for begin, end, kind in self._best(scores):
                if max(first, done) <= start + begin < last:
                    done = start + end
                    yield start + begin, start + end, KINDS[kind]

    def _best(self, scores: NDArray[np.int16]) -> list[tuple[int, int, int]]:
        """Begin, end and kind of the names of the best path."""
        length = len(scores)
        begins = scores[:, _BEGINS].ravel()
        at = (begins > self._opening).nonzero()[0]
        if not len(at):
            return []
        running = np.empty((length + LONGEST_NAME, _COUNT), np.int32)
        np.add.accumulate(scores[:, _INSIDES], axis=0, dtype=np.int32, out=running[:length])
        running[length:] = running[length - 1] + _NEVER  # no name ends beyond the text
        gains = running.ravel().take(at[:, None] + _LENGTHS)
        kinds = at % _COUNT
        base = begins.take(at) + self._ended.take(kinds)
        base -= gains[:, 0]
        gains += base[:, None]
        gains[:, 0] += self._lonely.take(kinds)
        return _schedule(at, gains)


def _whole(scores: NDArray[np.float32], step: float) -> NDArray[np.int16]:
    whole: NDArray[np.int16] = np.rint(scores / step).astype(np.int16)
    return whole


def _schedule(at: NDArray[np.intp], gains: NDArray[np.int32]) -> list[tuple[int, int, int]]:
    """The names that do not overlap with the highest sum of gains: begin, end and kind of each.

    `at` numbers the begins (place times kinds, plus kind), `gains` has a column a length.
    """
    # A longer name that gains no more than a shorter one from the same begin is in no best path.
    better = gains > 0
    better[:, 1:] &= gains[:, 1:] > np.maximum.accumulate(gains, axis=1)[:, :-1]
    found = better.ravel().nonzero()[0]
    begins = at.take(found // LONGEST_NAME)
    ends = begins // _COUNT
    ends += found % LONGEST_NAME
    order = ends.argsort(kind="stable")
    # For each place: the most that names up to it can gain, and the last of those names.
    best, names = [0], [_NO_NAME]
    for begin, last, gain in zip(
        begins.take(order).tolist(),
        ends.take(order).tolist(),
        gains.ravel().take(found.take(order)).tolist(),
        strict=True,
    ):
        grow = last + 2 - len(best)
        if grow > 0:
            best += [best[-1]] * grow
            names += [names[-1]] * grow
        start = begin // _COUNT
        total = best[start] + gain
        if total > best[-1]:
            best[-1] = total
            names[-1] = (start, last + 1, begin % _COUNT)
    path = []
    name = names[-1]
    while name is not _NO_NAME:
        path.append(name)
        name = names[name[0]]
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
