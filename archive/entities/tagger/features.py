"""What the tagger sees of each character: hashed clues from its neighbours, its word and a lexicon.

Everything is arithmetic on whole arrays, so that a text costs a few dozen numpy calls however long
it is. Strings are told apart by polynomial hashes modulo 2**32 (Karp and Rabin, 1987): the hash of
any stretch comes from two entries of a running sum. Training and tagging share this module: a
change here needs a new model.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from archive.entities.tagger.dictionary import CLASSES, LONGEST, NO_LENGTH, NO_WORD

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from archive.entities.tagger.dictionary import Lexicon

    Words = NDArray[np.uint32]
    Array = NDArray[Any]

CHUNK = 1024  # characters a pass: the arrays of one pass stay in the processor's cache
PAD = LONGEST - 1  # blank characters before a text: as far back as an entry reaches here
BEYOND = LONGEST + 3  # blank characters behind it: as far as an entry may reach
BITS = 19  # the weight table has 2**BITS rows


def _constant(value: int) -> Words:
    """An array of no dimensions: numpy takes it to an array in half the time of a scalar."""
    return np.array(value, np.uint32)


_BASE = _constant(0x9E3779B1)
_INVERSE = _constant(pow(0x9E3779B1, -1, 2**32))
_SPIN = _constant(0x85EBCA6B)
_SHIFT = _constant(32 - BITS)
_LAST = _constant(0xFFFF)  # of the basic plane
_8, _16, _256 = map(_constant, (8, 16, 256))
_SIZE = CHUNK + PAD + BEYOND + 1
_POWER = np.cumprod(np.full(_SIZE, _BASE, np.uint32), dtype=np.uint32)
_UNPOWER = np.cumprod(np.full(_SIZE, _INVERSE, np.uint32), dtype=np.uint32)

# The classes of characters that shapes are made of.
_BLANK, _HANGUL, _UPPER, _LOWER, _DIGIT, _HANJA, _OPEN, _CLOSE, _COMMA, _OTHER = range(10)
_IN_WORDS = (_HANGUL + 1, _UPPER + 1, _LOWER + 1, _DIGIT + 1, _HANJA + 1)


def _classes() -> NDArray[np.uint8]:
    kinds = np.full(0x10000, _OTHER, np.uint8)
    for first, last, kind in (
        ("가", "힣", _HANGUL),
        ("A", "Z", _UPPER),
        ("a", "z", _LOWER),
        ("0", "9", _DIGIT),
        ("一", "鿿", _HANJA),
    ):
        kinds[ord(first) : ord(last) + 1] = kind
    for characters, kind in (
        (" \n\t\r\u3000\xa0\0", _BLANK),
        ("([<〈《「『‘“", _OPEN),
        (")]>〉》」』’”", _CLOSE),
        (",·ㆍ、", _COMMA),
    ):
        for character in characters:
            kinds[ord(character)] = kind
    return kinds


def _codes() -> Words:
    """A random-looking number a character; all digits share one."""
    code = np.arange(0x10000, dtype=np.uint32)
    code[ord("0") : ord("9") + 1] = ord("0")
    code = (code + np.uint32(0x7F4A7C15)) * _SPIN
    code ^= code >> np.uint32(15)
    code *= np.uint32(0xC2B2AE35)
    code ^= code >> np.uint32(13)
    return code


_SHAPE = _classes() + np.uint32(1)
IS_BLANK = _SHAPE == _BLANK + 1
"""Of each character, by its number."""
_CODE = _codes()
# By shape: whether a word goes on over the character.
_FAR = np.where(np.isin(np.arange(11), _IN_WORDS), 2 * _SIZE, 0)


def string_hash(text: str) -> int:
    """The hash that a stretch of text spelled `text` has in `clues`."""
    value = 0
    for place, code in enumerate(_CODE[points(text)].tolist()):
        value += code * int(_POWER[place])
    return (value * int(_INVERSE)) & 0xFFFFFFFF


def points(text: str) -> Array:
    """The characters of `text` as numbers; those beyond the basic plane become one placeholder."""
    raw = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32)
    return np.minimum(raw, _LAST)


CLUES = 31  # rows that `clues` gives a character
# The strings of one, two and three characters from `_BEHIND` before a character to as many after.
_BEHIND, _GRAMS = 3, (7, 6, 5)
_SALTS = (np.arange(1, CLUES + 1, dtype=np.uint32) * np.uint32(0x6C8E9CF5))[:, None]
_HERE = np.arange(_SIZE)
_ONE, _TWO = map(np.array, (1, 2))
# Where in its word a character stands: by those before it and those from it on, seven at most.
_INTO = np.minimum(_HERE, 7).astype(np.uint32) * np.uint32(8) + np.uint32(77)
_LEFT = np.minimum(_HERE, 7).astype(np.uint32)
# The shapes of five and of seven characters as one number each.
_SHAPES = np.uint32(16) ** np.array([[0, 4, 3, 2, 1, 0, 0], [6, 5, 4, 3, 2, 1, 0]], np.uint32)
_SHAPES[0, [0, 6]] = 0
# By the code of the longest entry from here: its length, its class, and both in one number.
_CODES = np.arange(NO_WORD + 1, dtype=np.uint32)
_LENGTH: Array = NO_LENGTH - _CODES.astype(np.intp) // CLASSES
_CLASS = _CODES % CLASSES
_ENTRY = _CLASS << 6 | _LENGTH.astype(np.uint32)
# By how far back an entry starts and its length: where it reaches here, the less the longer it is,
# then the nearer; else much. Below these bits is room for what an entry is told by.
_BACK = np.arange(LONGEST, dtype=np.uint32)[:, None] << 16
_LENGTHS = np.arange(NO_LENGTH + 1, dtype=np.uint32)
_REACH = np.where(_LENGTHS << 16 > _BACK, (NO_LENGTH - _LENGTHS) << 19, 1 << 24) + _BACK
_UNCOVERED, _COVER = 1 << 22, _constant((1 << 19) - 1)


def clues(text: Array, lexicon: Lexicon) -> Words:
    """Rows of the weight table for each character of `text` (numbers, at most `CHUNK` of them).

    The result has a row a clue and a column a character.
    """
    length = len(text)
    padded = np.zeros(PAD + length + BEYOND, np.intp)
    padded[PAD : PAD + length] = text
    shape = _SHAPE.take(padded)
    words = _Words(_CODE.take(padded), _FAR.take(shape), length)
    table = np.empty((CLUES, length), np.uint32)
    row = _windows(words.hashes, table)
    row = words.describe(table, row)
    np.dot(_SHAPES, _sliding(shape, PAD - 3, 7, length), out=table[row : row + 2])
    _lexical(words, lexicon, table, row + 2)
    table += _SALTS
    table *= _SPIN
    table >>= _SHIFT
    return table


def _sliding(array: Words, first: int, rows: int, length: int) -> Words:
    """The `length` numbers from `first` on, then from one further on in each of the `rows`."""
    return np.ndarray((rows, length), np.uint32, array, first * 4, (4, 4))


class _Words:
    """The words of a text, padded with blanks: where each starts and ends, and the hashes of the
    strings in it.
    """

    def __init__(self, code: Words, far: NDArray[np.int_], length: int) -> None:
        self.here = slice(PAD, PAD + length)
        self.total = total = len(code) - LONGEST  # characters that entries may start at
        at = _HERE[: len(code)]
        self.starts = np.maximum.accumulate(at - far)
        self.starts += _ONE
        self.ends = np.minimum.accumulate((at + far)[::-1])[::-1]
        self.running = running = np.zeros(len(code) + 1, np.uint32)
        np.add.accumulate(code * _POWER[: len(code)], dtype=np.uint32, out=running[1:])
        # Of the strings from each character: a row a length, and last what is left of the word.
        self.hashes = hashes = np.empty((LONGEST + 1, total), np.uint32)
        before = running[:total]
        np.subtract(_sliding(running, 1, LONGEST, total), before, out=hashes[:LONGEST])
        np.subtract(running.take(self.ends[:total]), before, out=hashes[LONGEST])
        hashes *= _UNPOWER[:total]

    def describe(self, table: Words, row: int) -> int:
        """Write the clues from here to the word's borders, the word before, the place in it."""
        at = _HERE[self.here]
        start = np.minimum(self.starts[self.here], at)
        end = self.ends[self.here]
        self.before = self.starts.take(start - _TWO)
        self.after = end + _ONE
        since, left, whole, previous, place = table[row : row + 5]
        np.subtract(self.running[self.here], self.running.take(start), out=since)
        since *= _UNPOWER.take(start)
        rest = self.hashes[LONGEST]
        left[:] = rest[self.here]
        rest.take(start, out=whole, mode="clip")
        np.add(_INTO.take(at - start), _LEFT.take(end - at), out=place)
        np.multiply(place, _SPIN, out=previous)
        previous += rest.take(self.before)
        return row + 5


def _windows(hashes: Words, table: Words) -> int:
    """Write the clues from the strings of one to three characters around each."""
    row = 0
    for strings, count in zip(hashes, _GRAMS, strict=False):
        table[row : row + count] = _sliding(strings, PAD - _BEHIND, count, table.shape[1])
        row += count
    around = np.multiply(table[_BEHIND - 1], _BASE, out=table[row])
    around += table[_BEHIND + 1]
    return row + 1


def _lexical(words: _Words, lexicon: Lexicon, table: Words, row: int) -> None:
    """Clues from the lexicon: the longest entry from here, over here; what follows and precedes."""
    here, total = words.here, words.total
    codes = lexicon.look_up(words.hashes)
    top = np.minimum.reduce(codes[:LONGEST])
    # What follows a stretch that ends here: 1 the word's end, 2 a josa and then the end, 0 neither.
    rest = lexicon.rest.take(codes[LONGEST], mode="clip")
    size = _LENGTH.take(top, mode="clip")
    described = rest.take(_HERE[:total] + size, mode="clip")
    described *= _16
    described += _ENTRY.take(top, mode="clip")
    described += (words.starts[:total] == _HERE[:total]) * _8
    table[row] = described[here]
    cover, follows, precedes, last = table[row + 1 : row + 5]
    _cover(described, size, cover)
    beside = _CLASS.take(top, mode="clip")
    np.multiply(cover, _256, out=follows)
    np.add(follows, beside.take(words.before), out=precedes)
    follows += beside.take(words.after)
    np.multiply(table[_BEHIND - 1], _16, out=last)
    last += rest[here]


def _cover(described: Words, size: Array, cover: Words) -> None:
    """The longest of the entries that cover a character, the nearest one where two are as long:
    what it is told by and how far back it starts, 0 where there is none.
    """
    reach = _REACH.take(size, axis=1)
    reach += described
    shape, strides = (LONGEST, len(cover)), (reach.strides[0] - 4, 4)
    behind = np.ndarray(shape, np.uint32, reach, PAD * 4, strides)
    np.minimum.reduce(behind, axis=0, initial=_UNCOVERED, out=cover)
    cover &= _COVER
