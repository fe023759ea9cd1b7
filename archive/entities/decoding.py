"""From clues to names: a linear-chain conditional random field, its best path found exactly.

The moves of the field are made of three parts: what it costs to leave a label, to enter one, and to
stay in a name. So a name's gain over the same characters outside any name depends on nothing
around it, and the best path is the set of names that do not overlap with the highest sum (weighted
interval scheduling). Gains come from running sums, whole arrays at a time; only names that gain
anything reach the loop.
"""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from archive.entities.features import CHUNK, IS_BLANK, clues
from archive.entities.packing import GAP, passes

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from numpy.typing import NDArray

    from archive.entities.features import Lexicon
    from archive.entities.packing import Piece
    from archive.model import EntityKind

    Span = tuple[int, int, EntityKind]

KINDS: tuple[EntityKind, ...] = ("person", "organisation", "place", "date", "time", "quantity")
LABELS = 1 + 2 * len(KINDS)  # outside, then begin and inside of each kind
LONGEST_NAME = 32  # characters; a power of two
_COUNT = len(KINDS)
_WIDTH = 16  # a row of weights is padded to a power of two
_BLOCK = 1 << 14  # rows turned at a time: they stay in the processor's cache
_OPENING = -8.0  # natural logarithms below outside at which no name begins
_BARRED = -30_000
_NO_NAME = (-1, -1, -1)
_NEWLINE = ord("\n")
_BETWEEN = 0  # between two texts of a pass
_IS_END = np.isin(np.arange(0x10000), (_NEWLINE, _BETWEEN))
_BEGINS, _INSIDES = slice(_COUNT), slice(_COUNT, LABELS - 1)
_STRIDES = (4, 4 * _COUNT)  # bytes, in running sums: to the next label, to the next character
# Arrays of no dimensions: numpy takes them to an array in half the time of a scalar.
_NOTHING, _NEVER = np.array(0, np.int32), np.array(-(10**6), np.int32)
_KINDS = np.array(_COUNT)
_ROW, _IN_ROW = np.array(LONGEST_NAME.bit_length() - 1), np.array(LONGEST_NAME - 1)


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
        self._weights = _against_outside(weights)
        self._lexicon = lexicon
        outside = moves.leave[0] + moves.enter[0]
        begin = moves.enter[1::2] - moves.enter[0] - moves.leave[0]
        self._moved = np.zeros(_WIDTH, np.int16)
        self._moved[: LABELS - 1] = _whole(np.concatenate((begin, moves.on - outside)), step)
        self._ended = _whole(moves.leave[2::2] + moves.into - moves.on, step).astype(np.int32)
        self._lonely = _whole(moves.leave[1::2], step) - self._ended
        self._opening = np.array(round(_OPENING / step), np.int16)

    def spans(self, texts: Sequence[NDArray[Any]]) -> list[list[Span]]:
        """Start, end and kind of each name in each of `texts` (characters as numbers), in order.

        What is found in a text depends on nothing but that text.
        """
        if len(texts) == 1 and len(texts[0]) <= CHUNK:  # nothing to cut or to put together
            return [[(begin, end, KINDS[kind]) for begin, end, kind in self._names(texts[0])]]
        found: list[list[tuple[int, Span]]] = [[] for _ in texts]
        for pieces in passes([len(text) for text in texts]):
            for piece, name in self._read(texts, pieces):
                if piece.first <= name[0] < piece.last:
                    found[piece.text].append((piece.start, name))
        return [_apart(sorted(names)) for names in found]

    def _read(
        self, texts: Sequence[NDArray[Any]], pieces: Sequence[Piece]
    ) -> Iterator[tuple[Piece, Span]]:
        """The names in the pieces of a pass, each with the piece that it stands in."""
        text, starts = _joined([texts[p.text][p.start : p.stop] for p in pieces])
        for begin, end, kind in self._names(text):
            place = bisect_right(starts, begin) - 1
            shift = pieces[place].start - starts[place]
            yield pieces[place], (begin + shift, end + shift, KINDS[kind])

    def _names(self, text: NDArray[Any]) -> list[tuple[int, int, int]]:
        """Begin, end and kind of the names of a text of at most `CHUNK` characters."""
        if len(text) == CHUNK and not IS_BLANK.take(text).any():
            return []  # no prose but a key, an encoded picture, a row of letters
        rows = clues(text, self._lexicon)
        scores = np.add.reduce(self._weights.take(rows, axis=0), axis=0, dtype=np.int16)
        scores += self._moved
        # No name begins with, or goes on over, the end of a paragraph or of a piece.
        ends = _IS_END.take(text).nonzero()[0]
        if ends.size:
            scores[ends] = _BARRED
        return self._best(scores)

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
        shape = (length * _COUNT, LONGEST_NAME)
        gains = np.ndarray(shape, np.int32, running, 0, _STRIDES)[at]
        kinds = at % _KINDS
        base = begins.take(at) + self._ended.take(kinds)
        base -= gains[:, 0]
        gains += base[:, None]
        gains[:, 0] += self._lonely.take(kinds)
        return _schedule(at, gains)


def _against_outside(weights: NDArray[np.int8]) -> NDArray[np.int16]:
    """A row a clue: what it says for each label rather than for being outside any name."""
    rows = np.zeros((weights.shape[1], _WIDTH), np.int16)
    labels = (*range(1, LABELS, 2), *range(2, LABELS, 2))
    for first in range(0, len(rows), _BLOCK):
        block = slice(first, first + _BLOCK)
        for column, label in enumerate(labels):
            np.subtract(
                weights[label, block], weights[0, block], out=rows[block, column], dtype=np.int16
            )
    return rows


def _whole(scores: NDArray[np.float32], step: float) -> NDArray[np.int16]:
    whole: NDArray[np.int16] = np.rint(scores / step).astype(np.int16)
    return whole


def _schedule(at: NDArray[np.intp], gains: NDArray[np.int32]) -> list[tuple[int, int, int]]:
    """The names that do not overlap with the highest sum of gains: begin, end and kind of each.

    `at` numbers the begins (place times kinds, plus kind), `gains` has a column a length.
    """
    # A name that gains no more than the one a character shorter is in no best path.
    better = gains > _NOTHING
    better[:, 1:] &= gains[:, 1:] > gains[:, :-1]
    found = better.ravel().nonzero()[0]
    begins = at.take(found >> _ROW)
    ends = begins // _KINDS
    ends += found & _IN_ROW
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


def _joined(pieces: Sequence[NDArray[Any]]) -> tuple[NDArray[Any], list[int]]:
    """The pieces with blanks between them, and where each of them starts."""
    if len(pieces) == 1:
        return pieces[0], [0]
    sizes = [len(piece) + GAP for piece in pieces]
    starts = list(accumulate(sizes[:-1], initial=0))
    text = np.full(sum(sizes) - GAP, _BETWEEN, pieces[0].dtype)
    for start, piece in zip(starts, pieces, strict=True):
        text[start : start + len(piece)] = piece
    return text, starts


def _apart(names: Iterable[tuple[int, Span]]) -> list[Span]:
    """The names of a text, by piece, without those that begin in one of the piece before."""
    done, apart = 0, []
    for _, name in names:
        if name[0] >= done:
            apart.append(name)
            done = name[1]
    return apart
