"""What the tagger sees of each character: hashed clues from its neighbours, its word and a lexicon.

Everything is arithmetic on whole arrays, so that a text costs a few dozen numpy calls however long
it is. Strings are told apart by polynomial hashes modulo 2**32 (Karp and Rabin, 1987): the hash of
any stretch comes from two entries of a running sum. Training and tagging share this module: a
change here needs a new model.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from archive.entities.dictionary import CLASSES, LONGEST, NO_LENGTH, NO_WORD

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from archive.entities.dictionary import Lexicon

    Words = NDArray[np.uint32]
    Array = NDArray[Any]

CHUNK = 1024  # characters a pass: the arrays of one pass stay in the processor's cache
PAD = LONGEST - 1  # blank characters before a text: as far back as an entry reaches here
BEYOND = LONGEST + 3  # blank characters behind it: as far as an entry may reach
BITS = 20  # the weight table has 2**BITS rows


def _constant(value: int) -> Words:
    """An array of no dimensions: numpy takes it to an array in half the time of a scalar."""
    return np.array(value, np.uint32)


_BASE = _constant(0x9E3779B1)
_INVERSE = _constant(pow(0x9E3779B1, -1, 2**32))
_SPIN = _constant(0x85EBCA6B)
_SHIFT = _constant(32 - BITS)
_LAST = _constant(0xFFFF)  # of the basic plane
_3, _5, _8, _15, _16, _256, _4096 = map(_constant, (3, 5, 8, 15, 16, 256, 4096))
_SIZE = CHUNK + PAD + BEYOND + 1
_POWER = np.cumprod(np.full(_SIZE, _BASE, np.uint32), dtype=np.uint32)
_UNPOWER = np.cumprod(np.full(_SIZE, _INVERSE, np.uint32), dtype=np.uint32)

# The classes of characters that shapes are made of.
_BLANK, _HANGUL, _UPPER, _LOWER, _DIGIT, _HANJA, _OPEN, _CLOSE, _COMMA, _OTHER = range(10)


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


_KIND = _classes()
IS_BLANK = _KIND == _BLANK
"""Of each character, by its number."""
_CODE = _codes()
_SHAPE = np.arange(1, 11, dtype=np.uint32)
_FAR = np.where(np.isin(np.arange(10), (_HANGUL, _UPPER, _LOWER, _DIGIT, _HANJA)), 2 * _SIZE, 0)


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


CLUES = 41  # rows that `clues` gives a character
# The clues of one character: those from `_BEHIND` before to as many after.
_BEHIND, _SINGLE, _GRAMS = 3, 7, (6, 5, 4)
_SALTS = (np.arange(1, CLUES + 1, dtype=np.uint32) * np.uint32(0x6C8E9CF5))[:, None]
_HERE = np.arange(_SIZE)
_NEXT = _HERE + 1
_ONE, _TWO, _THREE, _EIGHT = map(np.array, (1, 2, 3, 8))
_EDGE = np.array(7)  # characters to a word's border, at most
# By eight times the characters since the word's start plus those to its end.
_PLACE = np.arange(77, 77 + 64, dtype=np.uint32)
_PLACED = _PLACE * _SPIN
_NEAR = np.array(
    [(min(into, 3) * 4 + min(left, 3)) << 16 for into in range(8) for left in range(8)], np.uint32
)
# By the code of the longest entry from here: its class and, in the low bits, its length.
_CODES = np.arange(NO_WORD + 1, dtype=np.uint32)
_FROM_HERE = _CODES % CLASSES << 6 | NO_LENGTH - _CODES // CLASSES
_LENGTH, _CLASS = np.array(63), _constant(6)
# By how far back an entry starts and its length: where it reaches here, the less the longer it is,
# then the nearer; else much. Below these bits is room for what an entry is told by.
_BACK = np.arange(LONGEST, dtype=np.uint32)[:, None] << 16
_LENGTHS = np.arange(NO_LENGTH + 1, dtype=np.uint32)
_REACH = np.where(_LENGTHS << 16 > _BACK, (NO_LENGTH - _LENGTHS) << 19, 1 << 24) + _BACK
_UNCOVERED, _COVER = 1 << 22, _constant((1 << 19) - 1)
# By the code of a word of two, three or four syllables: its class, each length in its own byte.
_EACH = np.zeros(NO_WORD + 1, np.uint32)
for _length in (2, 3, 4):
    _first = (NO_LENGTH - _length) * CLASSES
    _EACH[_first : _first + CLASSES] = np.arange(CLASSES, dtype=np.uint32) << (32 - 8 * _length)
# By what follows a full name.
_FOLLOWED = (np.arange(3, dtype=np.uint32) * np.uint32(4) + np.uint32(1)) * _SPIN


def clues(text: Array, lexicon: Lexicon) -> Words:
    """Rows of the weight table for each character of `text` (numbers, at most `CHUNK` of them).

    The result has a row a clue and a column a character.
    """
    length = len(text)
    padded = np.zeros(PAD + length + BEYOND, np.intp)
    padded[PAD : PAD + length] = text
    code = _CODE.take(padded)
    kind = _KIND.take(padded)
    running = np.zeros(len(code) + 1, np.uint32)
    np.add.accumulate(code * _POWER[: len(code)], dtype=np.uint32, out=running[1:])
    table = np.empty((CLUES, length), np.uint32)
    words = _Words(running, _FAR.take(kind), length)
    row = _windows(code, table)
    row = words.describe(table, row)
    row = _shapes(kind, table, row)
    _lexical(words, lexicon, code, table, row)
    table ^= _SALTS
    table *= _BASE
    table ^= table >> _15
    table *= _SPIN
    table >>= _SHIFT
    return table


def _windows(code: Words, table: Words) -> int:
    """Write the clues from the strings of one to four characters around each."""
    length = table.shape[1]
    table[:_SINGLE] = np.ndarray((_SINGLE, length), np.uint32, code, (PAD - _BEHIND) * 4, (4, 4))
    shorter, row = 0, _SINGLE
    for size, count in enumerate(_GRAMS, 1):
        grams = table[row : row + count]
        np.multiply(table[shorter : shorter + count], _BASE, out=grams)
        grams += table[size : size + count]
        shorter, row = row, row + count
    around = np.multiply(table[_BEHIND - 1], _BASE, out=table[row])
    around += table[_BEHIND + 1]
    return row + 1


class _Words:
    """Where the word of each character starts and ends, and the hashes of it and its neighbours."""

    def __init__(self, running: Words, far: NDArray[np.int_], length: int) -> None:
        total = len(far)
        here = slice(PAD, PAD + length)
        self.running = running
        self.starts = np.maximum.accumulate(_NEXT[:total] - far)
        self.ends = np.minimum.accumulate((_HERE[:total] + far)[::-1])[::-1]
        at = _HERE[here]
        start = np.minimum(self.starts[here], at)
        end = self.ends[here]
        before = start - _ONE
        before_start = self.starts.take(start - _TWO)
        after = end + _ONE
        after_end = self.ends.take(after)
        two_after = np.minimum(end + _THREE, after_end)
        firsts = (start, at, start, before_start, after, after)
        lasts = (at, end, end, before, after_end, two_after)
        self.bounds = np.concatenate(firsts + lasts).reshape(2, 6, length)
        self.beside = self.bounds[0, 4:2:-1]  # where the words after and before start

    def describe(self, table: Words, row: int) -> int:
        """Write the clues from here to the word's borders, the words around it, the place in it."""
        bounds = self.bounds
        edges = np.minimum(bounds[1, :2] - bounds[0, :2], _EDGE)
        spot = edges[0] * _EIGHT
        spot += edges[1]
        hashes = table[row : row + 6]
        running = self.running.take(bounds)
        np.subtract(running[1], running[0], out=hashes)
        hashes *= _UNPOWER.take(bounds[0])
        around = hashes[3:]
        around += _PLACED.take(spot)
        _PLACE.take(spot, out=table[row + 6], mode="clip")
        self.near = _NEAR.take(spot)
        return row + 7


def _shapes(kind: Array, table: Words, row: int) -> int:
    length = table.shape[1]
    code = _SHAPE.take(kind)
    pair = code[:-1] * _16
    pair += code[1:]
    four = pair[:-2] * _256
    four += pair[2:]
    five, seven = table[row], table[row + 1]
    np.multiply(four[PAD - 2 : PAD - 2 + length], _16, out=five)
    five += code[PAD + 2 : PAD + 2 + length]
    np.multiply(four[PAD - 3 : PAD - 3 + length], _4096, out=seven)
    seven += four[PAD : PAD + length]
    return row + 2


def _lexical(words: _Words, lexicon: Lexicon, code: Words, table: Words, row: int) -> None:
    """Clues from the lexicon: the longest entry from here, over here; what follows and precedes."""
    length = table.shape[1]
    here = slice(PAD, PAD + length)
    total = len(code) - LONGEST
    codes = _looked_up(words, lexicon, total)
    top = np.minimum.reduce(codes[:LONGEST])
    # What follows a stretch that ends here: 1 the word's end, 2 a josa and then the end, 0 neither.
    rest = lexicon.rest.take(codes[LONGEST], mode="clip")
    is_start = (words.starts[:total] == _HERE[:total]).astype(np.uint32)
    longest = _FROM_HERE.take(top, mode="clip")
    size = longest & _LENGTH
    described = rest.take(_HERE[:total] + size, mode="clip")
    described *= _16
    described += longest
    described += is_start * _8
    table[row] = described[here]
    cover, named, three = table[row + 1], table[row + 4], table[row + 6]
    _cover(described, size, cover)
    beside = longest.take(words.beside) >> _CLASS
    np.add(cover * _256, beside, out=table[row + 2 : row + 4])
    follows = beside[0]
    _named(is_start, lexicon.given.take(codes[1], mode="clip"), rest, code, named)
    np.add(named * _256, follows, out=table[row + 5])
    each = _EACH.take(codes[1:4, here], mode="clip")
    np.bitwise_or(each[0], each[1], out=three)
    three |= each[2]
    follows *= _256
    follows += beside[1]
    np.add(follows, words.near, out=table[row + 7])
    last = np.multiply(code[PAD - 1 : PAD - 1 + length], _16, out=table[row + 8])
    last += rest[here]


def _looked_up(words: _Words, lexicon: Lexicon, total: int) -> Words:
    """The lexicon's codes of the strings from each of `total` characters: a row a length, and last
    what is left of the word.
    """
    running = words.running
    before = running[:total]
    hashes = np.empty((LONGEST + 1, total), np.uint32)
    ahead = np.ndarray((LONGEST, total), np.uint32, running, 4, (4, 4))
    np.subtract(ahead, before, out=hashes[:LONGEST])
    np.subtract(running.take(words.ends[:total]), before, out=hashes[LONGEST])
    hashes *= _UNPOWER[:total]
    return lexicon.look_up(hashes)


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


def _named(is_start: Words, given: Words, rest: Words, code: Words, named: Words) -> None:
    """A word that begins like a full name, any syllable and then a given name: the first syllable,
    what follows the name, and which of its three syllables each character is.
    """
    total, length = len(is_start), len(named)
    value = _FOLLOWED.take(rest[3:])
    value ^= code[: total - 3]
    value *= is_start[: total - 3]
    value *= given[1 : total - 2]
    np.multiply(value[PAD - 1 : PAD - 1 + length], _3, out=named)
    named += value[PAD : PAD + length]
    named += value[PAD - 2 : PAD - 2 + length] * _5
