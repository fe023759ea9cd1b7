"""The lexicon of the tagger: of a string's hash, how long the string is and what it can be.

What a look-up gives is a code: 256 times what the string's length lacks to `NO_LENGTH`, plus its
class. The less a code, the longer the word, so that the longest of several is the least. From
`NO_WORD` on a code says that the lexicon has no such string.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Words = NDArray[np.uint32]

LONGEST = 7  # syllables of the longest entry
CLASSES = 256
NO_LENGTH = LONGEST + 1
NO_WORD = NO_LENGTH * CLASSES
_MIX, _REMIX = np.array(0x2C1B3C6D, np.uint32), np.array(0x297A2D39, np.uint32)
_LOW = np.array(0xFFFF, np.uint32)
_1, _3, _8, _9, _11, _12 = (np.array(number, np.uint32) for number in (1, 3, 8, 9, 11, 12))
# Of a row a length and one more, with the class turned back.
_ROWS = np.arange(NO_WORD, 0, -CLASSES, dtype=np.uint32)[:, None] - np.uint32(1)


class Lexicon:
    """A hash table from strings to small classes: each entry sits in one of three slots.

    `checks` are 16 bits of an entry's hash, 0 where a slot is empty; `classes` its class, from 1.
    `flags` tells of each class what its words can be: bit 0 a josa, bit 1 a given name.
    """

    def __init__(
        self, checks: NDArray[np.uint16], classes: NDArray[np.uint8], flags: NDArray[np.uint8]
    ) -> None:
        # An entry that fits differs from its check by 255 less its class, any other by `NO_WORD`
        # or more.
        self._entries = checks.astype(np.uint32) << _11 | np.uint32(255) - classes
        self._mask = np.array(len(checks) - 1, np.uint32)
        # By the code of a string: 2 a josa, 1 a given name, else 0.
        by_code = np.append(np.tile(flags, NO_LENGTH), np.uint8(0))
        self.josa = (by_code & 1).astype(np.uint32) * np.uint32(2)
        self.given = (by_code >> 1).astype(np.uint32)

    def look_up(self, hashes: Words) -> Words:
        """The code of each hash: a row a length, from 1, and one of strings of any length."""
        checks, slots = slots_of(hashes, self._mask)
        checks <<= _11
        entries = self._entries.take(slots)
        entries ^= checks
        codes: Words = np.minimum.reduce(entries)
        codes ^= _ROWS
        return codes


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
