"""From clues to names: a linear-chain conditional random field, its best path found exactly.

The moves of the field are made of three parts: what it costs to leave a label, to enter one, and to
stay in a name. So a name's gain over the same characters outside any name depends on nothing
around it, and the best path is the set of names that do not overlap with the highest sum (weighted
interval scheduling). Gains come from running sums, whole arrays at a time; only begins from which a
name may gain anything reach the loop.
"""

from __future__ import annotations

from array import array
from bisect import bisect_right
from itertools import accumulate
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from archive.entities.tagger.features import CHUNK, IS_BLANK, clues, points
from archive.entities.tagger.packing import GAP, passes

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from numpy.typing import NDArray

    from archive.entities.tagger.dictionary import Lexicon
    from archive.entities.tagger.packing import Piece
    from archive.model import EntityKind

    Span = tuple[int, int, EntityKind]
    _Name = tuple[int, int, int]  # begin, end, number of the kind
    _Path = tuple[Any, int, int, int]  # the path before its last name, and that name

KINDS: tuple[EntityKind, ...] = ("person", "organisation", "place", "date", "time", "quantity")
LONGEST_NAME = 32  # characters
_COUNT = len(KINDS)
WIDTH = 16  # a row of weights is padded to a power of two
_OPENING = -8.0  # natural logarithms below outside at which no name begins
_NEWLINE = ord("\n")
_BETWEEN = 0  # between two texts of a pass
_IS_END = np.isin(np.arange(0x10000), (_NEWLINE, _BETWEEN))
_SURE = 300_000  # more than a name can gain
_LEAST = -(1 << 62)  # less than any sum


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

    `weights` has a row of signed bytes a clue: what it says for each begin, then for each inside,
    rather than for being outside any name; the rest of its `WIDTH` are zeros.
    """

    def __init__(
        self, weights: NDArray[np.int8], moves: Moves, step: float, lexicon: Lexicon
    ) -> None:
        self._weights = weights
        self._lexicon = lexicon
        outside = moves.leave[0] + moves.enter[0]
        begin = _whole(moves.enter[1::2] - moves.enter[0] - moves.leave[0], step)
        ended = _whole(moves.leave[2::2] + moves.into - moves.on, step)
        lonely = _whole(moves.leave[1::2], step)  # what ends a name of one character
        most = np.maximum(ended, lonely)
        moved = np.concatenate((begin + most, _whole(moves.on - outside, step)))
        self._moved = moved.astype(np.int32)[:, None]
        # What a begin must bring, and what ends a name of one character and a longer one, less
        # the most that may.
        opening = round(_OPENING / step) + most
        self._bounds = np.stack((opening, lonely - most, ended - most), axis=1).tolist()

    def spans(self, texts: Sequence[str]) -> list[list[Span]]:
        """Start, end and kind of each name in each of `texts`, in order.

        What is found in a text depends on nothing but that text.
        """
        if len(texts) == 1 and 0 < len(texts[0]) <= CHUNK:  # nothing to cut or to put together
            text = texts[0]
            names = self._names(points(text), has_ends="\n" in text or "\0" in text)
            return [[(begin, end, KINDS[kind]) for begin, end, kind in names]]
        found: list[list[tuple[int, Span]]] = [[] for _ in texts]
        numbers = [points(text) for text in texts]
        for pieces in passes([len(text) for text in texts]):
            for piece, name in self._read(numbers, pieces):
                if piece.first <= name[0] < piece.last:
                    found[piece.text].append((piece.start, name))
        return [_apart(sorted(names)) for names in found]

    def _read(
        self, texts: Sequence[NDArray[Any]], pieces: Sequence[Piece]
    ) -> Iterator[tuple[Piece, Span]]:
        """The names in the pieces of a pass, each with the piece that it stands in."""
        text, starts = _joined([texts[p.text][p.start : p.stop] for p in pieces])
        for begin, end, kind in self._names(text, has_ends=True):
            place = bisect_right(starts, begin) - 1
            shift = pieces[place].start - starts[place]
            yield pieces[place], (begin + shift, end + shift, KINDS[kind])

    def _names(self, text: NDArray[Any], *, has_ends: bool) -> list[_Name]:
        """Begin, end and kind of the names of a text of at most `CHUNK` characters; `has_ends` says
        whether a paragraph or a piece may end in it.
        """
        if len(text) == CHUNK and not IS_BLANK.take(text).any():
            return []  # no prose but a key, an encoded picture, a row of letters
        rows = clues(text, self._lexicon)
        sums = np.add.reduce(self._weights.take(rows, axis=0, mode="clip"), axis=0, dtype=np.int16)
        # A row a label, a column a place, one behind the text; below, room for what comes after.
        width = len(text) + 1
        scores = np.zeros((2 * _COUNT + 1 + LONGEST_NAME // width, width), np.int32)
        labels = scores[: 2 * _COUNT]
        np.add(sums.T[: 2 * _COUNT], self._moved, out=labels[:, :-1])
        # No name begins with, or goes on over, the end of a paragraph, of a piece, of the text.
        labels[:, -1] = -_SURE
        if has_ends:
            labels[:, _IS_END.take(text).nonzero()[0]] = -_SURE
        return self._best(scores[:_COUNT].ravel(), scores[_COUNT:].ravel(), width)

    def _best(
        self, begins: NDArray[np.int32], insides: NDArray[np.int32], width: int
    ) -> list[_Name]:
        """Begin, end and kind of the names of the best path."""
        running = np.add.accumulate(insides, dtype=np.int32)
        # A name gains no more than its begin and the way up to the highest sum behind it.
        highest = np.maximum.accumulate(running[::-1])[::-1]
        least = (running - highest)[: len(begins)]
        # By place, then by kind.
        openings = (begins > least).reshape(_COUNT, width).T.ravel().nonzero()[0].tolist()
        if not openings:
            return []
        sums = _Sums(_listed(begins), _listed(least), _listed(running), width)
        return _schedule(openings, sums, self._bounds)


def _whole(scores: NDArray[np.float32], step: float) -> NDArray[np.int16]:
    whole: NDArray[np.int16] = np.rint(scores / step).astype(np.int16)
    return whole


class _Sums(NamedTuple):
    """A row of `width` a kind: what the begins bring, the least that makes a name gain, and the
    running sums of the insides.
    """

    begins: Sequence[int]
    least: Sequence[int]
    running: Sequence[int]
    width: int


def _listed(numbers: NDArray[np.int32]) -> Sequence[int]:
    """Like `tolist`, but an integer is made only where it is read."""
    return array("i", numbers.tobytes())


def _schedule(  # noqa: C901, PLR0912 - one loop: calls in it take a quarter of its time
    openings: Iterable[int], sums: _Sums, bounds: Sequence[Sequence[int]]
) -> list[_Name]:
    """The names that do not overlap with the highest sum of gains: begin, end and kind of each.

    `openings` are where a name may begin, in order: the place times the kinds, plus the kind.
    `bounds` are, by kind, what opens a name, what ends one of one character, and a longer one.
    """
    begins, least, running, width = sums
    # For each place, what the best path gains with a name that ends there, and that path.
    gained: list[int] = [0] * width
    paths: list[_Path | None] = [None] * width
    # The same of the best path with names that end before `done`.
    most, path, done = 0, None, 0
    # By kind, what a name brings that begins further left and gained up to the highest sum behind.
    brought = [_LEAST] * _COUNT
    rows = [(kind * width, *bounds[kind]) for kind in range(_COUNT)]
    for opened in openings:
        begin = opened // _COUNT
        kind = opened - begin * _COUNT
        row, opening, lonely, ended = rows[kind]
        at = row + begin
        base = begins[at]
        if base <= opening:
            continue
        while done <= begin:
            if gained[done] > most:
                most, path = gained[done], paths[done]
            done += 1
        gain = base + lonely
        sum_here = running[at]
        shift = base + ended - sum_here
        # A name that gains no more than a shorter one is in no best path.
        high = -shift
        if gain > 0:
            high += gain
            if most + gain > gained[done]:
                gained[done] = most + gain
                paths[done] = path, begin, done, kind
        peak = sum_here - least[at]
        so_far = most + shift
        if high >= peak or so_far <= brought[kind]:
            continue
        end = done
        for total in running[at + 1 : at + LONGEST_NAME]:
            end += 1
            if total > high:
                high = total
                if so_far + total > gained[end]:
                    gained[end] = so_far + total
                    paths[end] = path, begin, end, kind
                if total == peak:
                    brought[kind] = so_far
                    break
    for place in range(done, width):
        if gained[place] > most:
            most, path = gained[place], paths[place]
    return _names_of(path)


def _names_of(path: _Path | None) -> list[_Name]:
    names = []
    while path is not None:
        path, begin, end, kind = path
        names.append((begin, end, kind))
    names.reverse()
    return names


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
