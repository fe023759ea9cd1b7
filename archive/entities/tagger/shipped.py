"""The model that the package ships, read when the first text comes."""

from __future__ import annotations

from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from archive.entities.tagger.decoding import Chain
    from archive.entities.tagger.dictionary import Lexicon

    Table = NDArray[Any]

MODEL = Path(__file__).with_name("tagger.npz")
_LARGE_PAGE = 2 << 20
"""Bytes of a large page of memory, on x86-64 and on ARM with pages of 4 KB."""

# Behind a noun these make no name of it: 정보가, 최초로, 명성만, 전신인, 공개된, 부유한.
_BEHIND_NOUNS = "가로만인된한"


class _Model(NamedTuple):
    chain: Chain
    lexicon: Lexicon


def chain() -> Chain:
    """What finds names."""
    return _model().chain


@lru_cache(maxsize=1 << 13)
def is_common_word(word: str) -> bool:
    """Whether the lexicon has a word as a noun, a verb or an adverb and as no name: 방사선."""
    from archive.entities.tagger.dictionary import NAME  # noqa: PLC0415 - numpy, only when tagging

    parts = _parts_of(word)
    return bool(parts) and not parts & NAME


@lru_cache(maxsize=1 << 13)
def is_other_word(word: str) -> bool:
    """Whether the lexicon has a word as more than a name: 은하, which may be somebody's too."""
    from archive.entities.tagger.dictionary import NOUN, OTHER  # noqa: PLC0415 - numpy, only when tagging

    return bool(_parts_of(word) & (NOUN | OTHER))


@lru_cache(maxsize=1 << 13)
def is_noun_with_end(word: str) -> bool:
    """Whether a word that the lexicon has not is a noun of it with a josa or the like: 정보가."""
    from archive.entities.tagger.dictionary import NOUN  # noqa: PLC0415 - numpy, only when tagging

    if word[-1] not in _BEHIND_NOUNS or _parts_of(word):
        return False
    return bool(_parts_of(word[:-1]) & NOUN)


def _parts_of(word: str) -> int:
    from archive.entities.tagger.features import string_hash  # noqa: PLC0415 - numpy, only when tagging

    return _model().lexicon.parts_of(string_hash(word))


@cache
def _model() -> _Model:
    import numpy as np  # noqa: PLC0415 - only when tagging

    from archive.entities.tagger.decoding import Chain, Moves  # noqa: PLC0415 - only when tagging
    from archive.entities.tagger.dictionary import Lexicon  # noqa: PLC0415 - only when tagging

    with np.load(MODEL) as model:
        entries, weights = _on_large_pages(model["entries"]), _on_large_pages(model["weights"])
        lexicon = Lexicon(model["multipliers"], entries, model["josa"], model["parts"])
        moves = Moves(model["leave"], model["enter"], model["into"], model["on"])
        return _Model(Chain(weights, moves, float(model["step"]), lexicon), lexicon)


def _on_large_pages(table: Table) -> Table:
    """A copy of the table that begins where a large page does.

    numpy asks for large pages for arrays of this size, and lets them begin anywhere, so that their
    ends lie on small ones: looking things up all over a table then misses the processor's list of
    pages more often, which took a fifteenth of tagging.
    """
    import numpy as np  # noqa: PLC0415 - only when tagging

    room = np.empty(table.nbytes + _LARGE_PAGE, np.uint8)
    first = -room.__array_interface__["data"][0] % _LARGE_PAGE
    copy: Table = room[first : first + table.nbytes].view(table.dtype).reshape(table.shape)
    copy[...] = table
    return copy
