"""The lexicon of the tagger: of a string's hash, in one look, how long it is and what it can be.

A perfect hash, as in "Hash, displace, and compress" (Belazzougui, Botelho and Dietzfelbinger,
2009), without the compressing: a small table has for each bucket of hashes a multiplier that was
searched so that no two words share a slot. So a look-up is one access to the small table, which
stays in the processor's cache, and one to the large one.

What a look-up gives is a code: 256 times what the word's length lacks to `NO_LENGTH`, plus its
class. The less a code, the longer the word, so that the longest of several is the least. From
`NO_WORD` on a code says that the lexicon has no such string; the empty string has the code 0.
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
NOUN, OTHER, NAME = 1, 2, 4
"""Bits of what a word can be: a common noun; a verb, an adverb or the like; somebody's, a place's
or another proper name."""

BUCKETS, SLOTS = 1 << 16, 1 << 20
_TO_BUCKET, _TO_SLOT = np.array(16, np.uint32), np.array(12, np.uint32)


class Lexicon:
    """Strings and their classes, from 1.

    `multipliers` has a number a bucket; `entries`, in each slot, the hash of its word with the
    word's code in the low bits, by exclusive or. `josa` tells of each class whether its words are
    josa, `parts` which of `NOUN`, `OTHER` and `NAME` they can be.
    """

    def __init__(
        self,
        multipliers: Words,
        entries: Words,
        josa: NDArray[np.bool_],
        parts: NDArray[np.uint8],
    ) -> None:
        self._multipliers, self._entries, self._parts = multipliers, entries, parts
        # By the code of a string: 1 the empty one, 2 a josa, else 0.
        self.rest = np.append(np.tile(josa, NO_LENGTH), False) * np.uint32(2)
        self.rest[0] = 1

    def look_up(self, hashes: Words) -> Words:
        """The code of each hash."""
        codes: Words = self._entries.take(slots_of(hashes, self._multipliers.take(buckets(hashes))))
        codes ^= hashes
        return codes

    def parts_of(self, hashed: int) -> int:
        """What the word of a hash can be, 0 for one that is not there."""
        (code,) = self.look_up(np.array([hashed], np.uint32)).tolist()
        return int(self._parts[code % CLASSES]) if code < NO_WORD else 0


def buckets(hashes: Words) -> Words:
    """The bucket of each hash."""
    number: Words = hashes >> _TO_BUCKET
    return number


def slots_of(hashes: Words, multipliers: Words) -> Words:
    """The slot of each hash by its multiplier; that of the empty string, of hash 0, is 0."""
    slots: Words = hashes * multipliers
    slots >>= _TO_SLOT
    return slots
