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


def _constant(value: int) -> Words:
    """An array of no dimensions: numpy takes it to an array in half the time of a scalar."""
    return np.array(value, np.uint32)


_BASE = _constant(0x9E3779B1)
_INVERSE = _constant(pow(0x9E3779B1, -1, 2**32))
_SPIN = _constant(0x85EBCA6B)
_SHIFT = _constant(32 - BITS)
_1, _3, _5, _8, _9, _12, _15, _16, _255, _256, _4096 = map(
    _constant, (1, 3, 5, 8, 9, 12, 15, 16, 255, 256, 4096)
)
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
    return np.minimum(raw, 0xFFFF)


class Lexicon:
    """A hash table from strings to small classes: each entry sits in one of three slots.

    `checks` are 16 bits of an entry's hash, 0 where a slot is empty; `classes` its class, from 1.
    `flags` tells of each class what its words can be: bit 0 a josa, bit 1 a given name.
    """

    def __init__(
        self, checks: NDArray[np.uint16], classes: NDArray[np.uint8], flags: NDArray[np.uint8]
    ) -> None:
        # An entry that fits differs from its check by 255 less its class, any other by more.
        self._entries = checks.astype(np.uint32) << _8 | np.uint32(255) - classes
        self._mask = np.array(len(checks) - 1, np.uint32)
        josa = flags & 1
        self.josa = (josa * 2).astype(np.uint32)
        self.is_given = (flags & 2) > 0

    def look_up(self, hashes: Words) -> Words:
        """The class of each hash, 0 where the lexicon has none."""
        checks, slots = slots_of(hashes, self._mask)
        checks <<= _8
        entries = self._entries.take(slots)
        entries ^= checks
        classes: Words = np.minimum.reduce(entries)
        np.minimum(classes, _255, out=classes)
        return np.subtract(_255, classes, out=classes)


def slots_of(hashes: Words, mask: Words) -> tuple[Words, Words]:
    """The check of each hash and, stacked, the three slots of a table (size: mask + 1, a power
    of two) that it may use.
    """
    slots = np.empty((3, *hashes.shape), np.uint32)
    first, second, third = slots
    mixed = hashes * _MIX
    np.right_shift(mixed, _12, out=first)
    mixed ^= first
    other = np.multiply(hashes, _REMIX, out=second)
    np.right_shift(mixed, _3, out=third)
    third ^= other
    np.right_shift(mixed, _8, out=first)
    other >>= _9
    slots &= mask
    mixed &= _LOW
    mixed |= _1
    return mixed, slots


_MIX, _REMIX = _constant(0x2C1B3C6D), _constant(0x297A2D39)
_LOW = _constant(0xFFFF)
CLUES = 41  # rows that `clues` gives a character
# Windows of the n-gram clues: how many characters, where the first begins, how many there are.
_WINDOWS = ((1, -3, 7), (2, -3, 6), (3, -3, 5), (4, -3, 4))
_SALTS = (np.arange(1, CLUES + 1, dtype=np.uint32) * np.uint32(0x6C8E9CF5))[:, None]
_SIZES = np.arange(1, LONGEST + 1, dtype=np.uint32)[:, None] * np.uint32(256)
_HERE = np.arange(_SIZE)
_NEXT = _HERE + 1
_ONE, _TWO = np.array(1), np.array(2)
_EIGHT = np.array(8)
_EDGE = np.array(7)  # characters to a word's border, at most
# By eight times the characters since the word's start plus those to its end.
_PLACE = np.arange(77, 77 + 64, dtype=np.uint32)
_PLACED = _PLACE * _SPIN
_NEAR = np.array(
    [(min(into, 3) * 4 + min(left, 3)) << 16 for into in range(8) for left in range(8)], np.uint32
)
# By 256 times the size of the longest entry from here plus its class.
_LONGEST_FROM = np.array(
    [longest * 64 + size for size in range(LONGEST + 1) for longest in range(256)], np.uint32
)
# By eight times how far back an entry starts plus its size: eight times the size where it reaches
# here, and more the nearer it is.
_REACH = np.array(
    [
        (size * 8 if size > back else 0) + 7 - back
        for back in range(LONGEST)
        for size in range(LONGEST + 1)
    ],
    np.uint32,
)
_BACK = np.arange(LONGEST, dtype=np.uint32)[:, None] * _8
# By what reaches furthest: how far back, that as a clue, and whether there is any.
_BACKS = np.array([7 - reach % 8 for reach in range(64)])
_FAR_BACK = _BACKS.astype(np.uint32) << np.uint32(16)
_COVERED = np.array([reach > 7 for reach in range(64)], np.uint32)
# By what follows a full name.
_FOLLOWED = (np.arange(3, dtype=np.uint32) * np.uint32(4) + np.uint32(1)) * _SPIN


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

    def __init__(self, running: Words, far: NDArray[np.int_], length: int) -> None:
        total = len(far)
        here = slice(PAD, PAD + length)
        self.running = running
        self.starts = np.maximum.accumulate(_NEXT[:total] - far)
        self.ends = np.minimum.accumulate((_HERE[:total] + far)[::-1])[::-1]
        self.at = _HERE[here]
        self.start = np.minimum(self.starts[here], self.at)
        self.end = self.ends[here]
        self.before = self.start - _ONE
        self.before_start = np.minimum(self.starts[self.before - _ONE], self.before)
        self.after = self.end + _ONE
        self.after_end = self.ends[self.after]

    def describe(self, table: Words, row: int) -> int:
        """Write the clues from here to the word's borders, the words around it, the place in it."""
        spot = np.minimum(self.at - self.start, _EDGE)
        spot *= _EIGHT
        spot += np.minimum(self.end - self.at, _EDGE)
        starts = np.concatenate(
            (self.start, self.at, self.start, self.before_start, self.after, self.after),
        )
        two_after = np.minimum(self.after + _TWO, self.after_end)
        ends = np.concatenate(
            (self.at, self.end, self.end, self.before, self.after_end, two_after),
        )
        hashes = self.running.take(ends)
        hashes -= self.running.take(starts)
        hashes *= _UNPOWER.take(starts)
        table[row : row + 6] = hashes.reshape(6, -1)
        table[row + 3 : row + 6] += _PLACED.take(spot)
        table[row + 6] = _PLACE.take(spot)
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
    running, here = words.running, slice(PAD, PAD + length)
    total = len(running) - 1 - LONGEST
    at = _HERE[:total]
    before = running[:total]
    hashes = np.empty((LONGEST + 1, total), np.uint32)
    ahead = np.ndarray((LONGEST, total), np.uint32, running, 4, (4, 4))
    np.subtract(ahead, before, out=hashes[:LONGEST])
    ends = np.maximum(words.ends[:total], at)
    np.subtract(running.take(ends), before, out=hashes[LONGEST])
    hashes *= _UNPOWER[:total]
    classes = lexicon.look_up(hashes)
    sized = np.minimum(classes[:LONGEST], _1)
    sized *= _SIZES
    sized += classes[:LONGEST]
    top = np.maximum.reduce(sized)
    size = top >> _8
    longest = top & _255
    # What follows a stretch that ends here: 1 the word's end, 2 a josa and then the end, 0 neither.
    rest = lexicon.josa.take(classes[LONGEST])
    rest[ends == at] = 1
    is_start = words.starts[:total] == at
    described = rest.take(at + size, mode="clip")
    described *= _16
    described += _LONGEST_FROM.take(top)
    described += is_start * _8
    # The longest of the entries that cover a character, the nearest one where two are as long.
    behind = np.ndarray((LONGEST, length), np.uint32, size, PAD * 4, (-4, 4))
    covering = np.maximum.reduce(_REACH.take(behind + _BACK))
    cover = described.take(words.at - _BACKS.take(covering))
    cover += _FAR_BACK.take(covering)
    cover *= _COVERED.take(covering)
    follows, precedes = longest.take(words.after), longest.take(words.before_start)
    named = _named(is_start, lexicon.is_given.take(classes[1]), rest, code, length)
    table[row] = described[here]
    table[row + 1] = cover
    cover *= _256
    np.add(cover, follows, out=table[row + 2])
    np.add(cover, precedes, out=table[row + 3])
    table[row + 4] = named
    named *= _256
    np.add(named, follows, out=table[row + 5])
    three = classes[1, here] * _256
    three += classes[2, here]
    three *= _256
    np.add(three, classes[3, here], out=table[row + 6])
    follows *= _256
    follows += precedes
    np.add(follows, words.near, out=table[row + 7])
    last = np.multiply(code[PAD - 1 : PAD - 1 + length], _16, out=table[row + 8])
    last += rest[here]


def _named(is_start: Array, given: Array, rest: Words, code: Words, length: int) -> Words:
    """A word that begins like a full name, any syllable and then a given name: the first syllable,
    what follows the name, and which of its three syllables each character is.
    """
    total = len(is_start)
    start = is_start[: total - 3] & given[1 : total - 2]
    value = _FOLLOWED.take(rest[3:])
    value ^= code[: total - 3]
    value *= start
    named = value[PAD - 1 : PAD - 1 + length] * _3
    named += value[PAD : PAD + length]
    named += value[PAD - 2 : PAD - 2 + length] * _5
    return named
