"""The tokens of `archive.korean.pairs` for texts by the million: arithmetic on whole arrays.

A text becomes three lanes: its characters, the character that each is paired with, and spaces. What
no token needs is left out, and the lanes are read across.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import islice
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from archive.korean.hangul import SYLLABLE_FIRST, fold
from archive.korean.pairs import SCRIPTS, run_spans, script_of

if TYPE_CHECKING:
    from numpy.typing import NDArray

SYLLABLES = 11_172
"""Of Unicode, from 가 to 힣."""

_FIRST = np.uint32(ord(SYLLABLE_FIRST))
_AT_ONCE = 16_384  # characters: their arrays stay in the processor's cache
_SPACE = ord(" ")
_GAP = "\0"  # between fields: no text that SQLite holds has one
_BASIC = 0x10000  # characters of the basic plane, nearly all there are
# Kinds of characters: of no token, of words that stay whole, between fields, of paired scripts.
_NOTHING, _WORD, _BETWEEN, _PAIRED = range(4)
_KINDS = np.uint8(_PAIRED + SCRIPTS)
_LANES = 4  # three, and one that keeps them as wide as a number of 32 bits


def _needed() -> NDArray[np.uint32]:
    """By a character's kind and the next one's, which lanes its tokens need."""
    lanes = np.zeros((_KINDS, _KINDS, _LANES), np.bool_)
    lanes[1:, :, :2] = True  # the character, and the next one or a space
    lanes[_WORD, _WORD, 1] = False
    for paired in range(_PAIRED, _KINDS):
        lanes[paired, paired, 2] = True
    return lanes.view(np.uint32).ravel()


_NEEDED = _needed()


class Tokens(NamedTuple):
    """The tokens of each field of a text, UTF-8 separated by one or more spaces, and the Hangul
    syllables of them all, each once: little-endian numbers of 16 bits, 0 for 가.
    """

    fields: list[bytes]
    syllables: bytes


def tokens_of(texts: Iterable[Sequence[str]]) -> Iterator[Tokens]:
    """For texts given by their fields, the same tokens as `run_tokens` of each of the
    `runs(fold(field))`. Fields are as SQLite holds them, without NUL.
    """
    some: list[str] = []
    widths: list[int] = []
    characters = 0
    for fields in texts:
        some.append(fold(_GAP.join(fields)))
        widths.append(len(fields))
        characters += len(some[-1])
        if characters >= _AT_ONCE:
            yield from _tokens(some, widths)
            some, widths, characters = [], [], 0
    if some:
        yield from _tokens(some, widths)


def _tokens(texts: Sequence[str], widths: Sequence[int]) -> Iterator[Tokens]:
    codes = np.frombuffer(f"{_GAP.join(texts)} ".encode("utf-32-le"), np.uint32)
    fields = iter(_woven(codes).split(_GAP.encode()))
    syllables = _syllables(codes, [len(text) + 1 for text in texts])
    for width, told in zip(widths, syllables, strict=True):
        yield Tokens(list(islice(fields, width)), told)


def _woven(codes: NDArray[np.uint32]) -> bytes:
    """The tokens of a text that ends in a space."""
    kinds = _kinds(codes)
    needed = _NEEDED.take(kinds[:-1] * _KINDS + kinds[1:]).view(np.bool_).reshape(-1, _LANES)
    lanes = np.full(needed.shape, _SPACE, np.uint32)
    lanes[:, 0] = codes[:-1]
    np.copyto(lanes[:, 1], codes[1:], where=needed[:, 2])
    return lanes[needed].tobytes().decode("utf-32-le").encode()


def _syllables(codes: NDArray[np.uint32], lengths: Sequence[int]) -> Iterator[bytes]:
    """Those of each text, given how far it is from its start to that of the next one."""
    held = np.zeros((len(lengths), SYLLABLES + 1), np.bool_)  # the last for all that is none
    places = np.minimum(codes - _FIRST, SYLLABLES)  # characters before 가 wrap around
    places += np.repeat(np.arange(0, held.size, held.shape[1], dtype=np.uint32), lengths)
    held.ravel()[places] = True
    for held_of_text in held[:, :SYLLABLES]:
        yield held_of_text.nonzero()[0].astype("<u2").tobytes()


def _kinds(codes: NDArray[np.uint32]) -> NDArray[np.uint8]:
    kinds: NDArray[np.uint8] = _basic_kinds().take(codes, mode="clip")
    far = codes >= _BASIC
    if far.any():
        kinds[far] = [_kinds_in(chr(code))[0] for code in codes[far].tolist()]
    return kinds


@cache
def _basic_kinds() -> NDArray[Any]:
    kinds = _kinds_in("".join(map(chr, range(_BASIC))))
    kinds[ord(_GAP)] = _BETWEEN
    return kinds


def _kinds_in(text: str) -> NDArray[np.uint8]:
    kinds = np.full(len(text), _NOTHING, np.uint8)
    for start, end in run_spans(text):
        script = script_of(text[start])
        kinds[start:end] = _WORD if script is None else _PAIRED + script
    return kinds
