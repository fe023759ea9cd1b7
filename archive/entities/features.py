"""What the tagger sees of each character: hashed clues from its neighbours, its word and a lexicon.

Everything is arithmetic on whole arrays, so that a text costs a few dozen numpy calls however long
it is. Strings are told apart by polynomial hashes modulo 2**32 (Karp and Rabin, 1987): the hash of
any stretch comes from two entries of a running sum. Training and tagging share this module: a
change here needs a new model.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Words = NDArray[np.uint32]
    Array = NDArray[Any]

CHUNK = 1024  # characters a pass: the arrays of one pass stay in the processor's cache
PAD = 8  # blank characters on either side, more than any window or lexicon entry reaches
LONGEST = 7  # syllables of the longest lexicon entry
BITS = 20  # the weight table has 2**BITS rows

_BASE = np.uint32(0x9E3779B1)
_INVERSE = np.uint32(pow(0x9E3779B1, -1, 2**32))
_SPIN = np.uint32(0x85EBCA6B)
_SHIFT = np.uint32(32 - BITS)
_SIZE = CHUNK + 2 * PAD + LONGEST + 2
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
_CODE = _codes()
_IS_WORD = np.isin(np.arange(10), (_HANGUL, _UPPER, _LOWER, _DIGIT, _HANJA))


def string_hash(text: str) -> int:
    """The hash that a stretch of text spelled `text` has in `clues`."""
    value = 0
    for place, code in enumerate(_CODE[points(text)].tolist()):
        value += code * int(_POWER[place])
    return (value * int(_INVERSE)) & 0xFFFFFFFF


def points(text: str) -> Array:
    """The characters of `text` as numbers; those beyond the basic plane become one placeholder."""
    raw = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32)
    return np.minimum(raw, 0xFFFF)


class Lexicon:
    """A hash table from strings to small classes: each entry sits in one of three slots.

    `checks` are 16 bits of an entry's hash, 0 where a slot is empty; `classes` its class, from 1.
    `flags` tells of each class what its words can be: bit 0 a josa, bit 1 a given name.
    """

    def __init__(
        self, checks: NDArray[np.uint16], classes: NDArray[np.uint8], flags: NDArray[np.uint8]
    ) -> None:
        self._entries = checks.astype(np.uint32) << np.uint32(8) | classes
        self._mask = np.uint32(len(checks) - 1)
        self.josa = (flags & 1).astype(np.uint32) * np.uint32(2)
        self.is_given = (flags & 2) > 0

    def look_up(self, hashes: Words) -> Words:
        """The class of each hash, 0 where the lexicon has none."""
        check, slots = slots_of(hashes, self._mask)
        entries = self._entries.take(slots)
        fits = (entries >> np.uint32(8)) == check
        entries *= fits
        classes: Words = np.maximum.reduce(entries) & np.uint32(0xFF)
        return classes


def slots_of(hashes: Words, mask: np.uint32) -> tuple[Words, Words]:
    """The check of each hash and, stacked, the three slots of a table (size: mask + 1, a power
    of two) that it may use.
    """
    mixed = hashes * np.uint32(0x2C1B3C6D)
    mixed ^= mixed >> np.uint32(12)
    other = hashes * np.uint32(0x297A2D39)
    slots = np.empty((3, *hashes.shape), np.uint32)
    np.right_shift(mixed, np.uint32(8), out=slots[0])
    np.right_shift(other, np.uint32(9), out=slots[1])
    np.bitwise_xor(other, mixed >> np.uint32(3), out=slots[2])
    slots &= mask
    mixed &= np.uint32(0xFFFF)
    mixed |= np.uint32(1)
    return mixed, slots


CLUES = 41  # rows that `clues` gives a character
# Windows of the n-gram clues: how many characters, where the first begins, how many there are.
_WINDOWS = ((1, -3, 7), (2, -3, 6), (3, -3, 5), (4, -3, 4))
_SALTS = (np.arange(1, CLUES + 1, dtype=np.uint32) * np.uint32(0x6C8E9CF5))[:, None]
_BACK = np.arange(LONGEST, dtype=np.uint32)[:, None]
_NEARNESS = np.uint32(7) - _BACK
_SIZES = np.arange(1, LONGEST + 1, dtype=np.uint32)[:, None] * np.uint32(256)
_HERE = np.arange(_SIZE)


def clues(text: Array, lexicon: Lexicon) -> Words:
    """Rows of the weight table for each character of `text` (numbers, at most `CHUNK` of them).

    The result has a row a clue and a column a character.
    """
    length = len(text)
    padded = np.zeros(length + 2 * PAD + LONGEST + 1, np.uint32)
    padded[PAD : PAD + length] = text
    code = _CODE.take(padded)
    kind = _KIND.take(padded)
    running = np.zeros(len(code) + 1, np.uint32)
    np.add.accumulate(code * _POWER[: len(code)], dtype=np.uint32, out=running[1:])
    table = np.empty((CLUES, length), np.uint32)
    words = _Words(running, _IS_WORD.take(kind), length)
    row = _windows(code, table)
    row = words.describe(table, row)
    row = _shapes(kind, table, row)
    _lexical(words, lexicon, code, table, row)
    table ^= _SALTS
    table *= _BASE
    table ^= table >> np.uint32(15)
    table *= _SPIN
    table >>= _SHIFT
    return table


def _windows(code: Words, table: Words) -> int:
    length = table.shape[1]
    row = 0
    gram = code
    for size, first, count in _WINDOWS:
        if size > 1:
            gram = gram[:-1] * _BASE
            gram += code[size - 1 :]
        stride = gram.strides[0]
        table[row : row + count] = np.ndarray(
            (count, length), np.uint32, gram, (PAD + first) * stride, (stride, stride)
        )
        row += count
    np.multiply(code[PAD - 1 : PAD - 1 + length], _BASE, out=table[row])
    table[row] += code[PAD + 1 : PAD + 1 + length]
    return row + 1


class _Words:
    """Where the word of each character starts and ends, and the hashes of it and its neighbours."""

    def __init__(self, running: Words, inside: NDArray[np.bool_], length: int) -> None:
        total = len(inside)
        at = _HERE[:total]
        outside = ~inside
        self.running = running
        self.starts = np.maximum.accumulate((at + 1) * outside)
        self.ends = np.minimum.accumulate((at + inside * total)[::-1])[::-1]
        self.at = at[PAD : PAD + length]
        self.start = np.minimum(self.starts[PAD : PAD + length], self.at)
        self.end = self.ends[PAD : PAD + length]
        self.before = self.start - 1
        self.before_start = np.minimum(self.starts[self.before - 1], self.before)
        self.after = self.end + 1
        self.after_end = self.ends[self.after]

    def stretch(self, start: Array, end: Array) -> Words:
        """The hash of the characters from `start` to `end`."""
        value: Words = self.running.take(end)
        value -= self.running.take(start)
        value *= _UNPOWER.take(start)
        return value

    def describe(self, table: Words, row: int) -> int:
        """Write the clues from here to the word's borders, the words around it, the place in it."""
        into = np.minimum(self.at - self.start, 7)
        left = np.minimum(self.end - self.at, 7)
        place = (into * 8 + left + 77).astype(np.uint32)
        placed = place * _SPIN
        starts = np.concatenate(
            (self.start, self.at, self.start, self.before_start, self.after, self.after),
        )
        two_after = np.minimum(self.after + 2, self.after_end)
        ends = np.concatenate(
            (self.at, self.end, self.end, self.before, self.after_end, two_after),
        )
        table[row : row + 6] = self.stretch(starts, ends).reshape(6, -1)
        table[row + 3 : row + 6] += placed
        table[row + 6] = place
        self.near = ((np.minimum(into, 3) * 4 + np.minimum(left, 3)) << 16).astype(np.uint32)
        return row + 7


def _shapes(kind: Array, table: Words, row: int) -> int:
    length = table.shape[1]
    code = kind.astype(np.uint32) + np.uint32(1)
    pair = code[:-1] * np.uint32(16)
    pair += code[1:]
    four = pair[:-2] * np.uint32(256)
    four += pair[2:]
    np.multiply(four[PAD - 2 : PAD - 2 + length], np.uint32(16), out=table[row])
    table[row] += code[PAD + 2 : PAD + 2 + length]
    np.multiply(four[PAD - 3 : PAD - 3 + length], np.uint32(4096), out=table[row + 1])
    table[row + 1] += four[PAD : PAD + length]
    return row + 2


def _lexical(words: _Words, lexicon: Lexicon, code: Words, table: Words, row: int) -> None:
    """Clues from the lexicon: the longest entry from here, over here; what follows and precedes."""
    length = table.shape[1]
    running, here = words.running, slice(PAD, PAD + length)
    total = len(running) - 1 - LONGEST
    at = _HERE[:total]
    hashes = np.empty((LONGEST + 1, total), np.uint32)
    ahead = np.ndarray((LONGEST, total), np.uint32, running, 4, (4, 4))
    np.subtract(ahead, running[:total], out=hashes[:LONGEST])
    ends = np.maximum(words.ends[:total], at)
    np.subtract(running.take(ends), running[:total], out=hashes[LONGEST])
    hashes *= _UNPOWER[:total]
    classes = lexicon.look_up(hashes)
    sized = (classes[:LONGEST] > 0) * _SIZES
    sized += classes[:LONGEST]
    top = np.maximum.reduce(sized)
    size = top >> np.uint32(8)
    longest = top & np.uint32(0xFF)
    # What follows a stretch that ends here: 1 the word's end, 2 a josa and then the end, 0 neither.
    rest = lexicon.josa.take(classes[LONGEST])
    rest[ends <= at] = 1
    is_start = words.starts[:total] == at
    described = rest.take(at + size, mode="clip")
    described += longest * np.uint32(4)
    described *= np.uint32(16)
    described += is_start * np.uint32(8)
    described += size
    # The longest of the entries that cover a character, the nearest one where two are as long.
    behind = np.ndarray((LONGEST, length), np.uint32, size, PAD * 4, (-4, 4))
    reach = (behind > _BACK) * behind
    reach *= np.uint32(8)
    reach += _NEARNESS
    covering = np.maximum.reduce(reach)
    back = np.uint32(7) - (covering & np.uint32(7))
    cover = described.take(words.at - back)
    cover += back << np.uint32(16)
    cover *= covering > np.uint32(7)
    follows, precedes = longest.take(words.after), longest.take(words.before_start)
    named = _named(words, lexicon.is_given.take(classes[1]), is_start, rest, code)
    table[row] = described[here]
    table[row + 1] = cover
    cover *= np.uint32(256)
    np.add(cover, follows, out=table[row + 2])
    np.add(cover, precedes, out=table[row + 3])
    table[row + 4] = named
    named *= np.uint32(256)
    np.add(named, follows, out=table[row + 5])
    three = classes[1, here] * np.uint32(65536) + classes[2, here] * np.uint32(256)
    np.add(three, classes[3, here], out=table[row + 6])
    follows *= np.uint32(256)
    follows += precedes
    np.add(follows, words.near, out=table[row + 7])
    np.add(rest[here], np.uint32(16) * code[PAD - 1 : PAD - 1 + length], out=table[row + 8])


def _named(words: _Words, given: Array, is_start: Array, rest: Words, code: Words) -> Words:
    """A word that begins like a full name, any syllable and then a given name: the first syllable,
    what follows the name, and which of its three syllables each character is.
    """
    total = len(is_start)
    start = is_start[: total - 3] & given[1 : total - 2]
    value = (rest[3:] * np.uint32(4) + np.uint32(1)) * _SPIN
    value ^= code[: total - 3]
    value *= start
    first = PAD
    length = len(words.at)
    named = value[first : first + length].copy()
    named += value[first - 1 : first - 1 + length] * np.uint32(3)
    named += value[first - 2 : first - 2 + length] * np.uint32(5)
    return named
