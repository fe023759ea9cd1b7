"""Houses that a tagger passed over, told by an ending that hardly another word has: 버들운수.

Of the words of real text (the hand-labelled KLUE sentences, encyclopedia, news) that end so and
were in no mention, all but a few kinds of things were houses: those kinds (`시중은행`, `냉동식품`)
stand in the list behind the ending.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from archive.entities.cues.lexicon import words_in_lines
from archive.entities.passages import overlapping
from archive.model import Mention

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_KINDS = {
    ending: frozenset(kinds.split())
    for ending, _, kinds in (line.partition(":") for line in words_in_lines("sure_house_endings"))
}
_JOSA = (
    "은|는|이|가|을|를|의|에|와|과|도|만|서|로|으로|나|이나|에서|에는|에선|에서는|에게|까지|부터"
    "|측|측은"
)
# By their first two syllables: few places of a text have such two, and all else is skipped fast.
_FIRST, _SECOND = ("".join(sorted({ending[at] for ending in _KINDS})) for at in (0, 1))
_ENDING = re.compile(
    rf"[{_FIRST}](?=[{_SECOND}])"
    rf"(?:{'|'.join(f'(?<={ending[0]}){ending[1:]}' for ending in sorted(_KINDS))})"
    rf"(?=(?:{_JOSA})?(?![가-힣A-Za-z0-9]))"
)
_STEM = re.compile(r"(?<![가-힣A-Za-z0-9&·])[가-힣A-Za-z0-9&]{2,10}$")
_LONGEST_STEM = 10  # syllables
# Words of which an ending is no part of its own: 유전자, 정상회의, 아동복지법.
_OTHER_WORDS = ("유전자", "양전자", "정상회")


def passed_over_houses(text: str, mentions: Sequence[Mention]) -> list[Mention]:
    """Houses of `text` that touch none of `mentions`, in order."""
    found = [Mention(start, end, "organisation", text[start:end]) for start, end in _spans(text)]
    return [house for house in found if not overlapping(mentions, house.start, house.end)]


def _spans(text: str) -> Iterator[tuple[int, int]]:
    for match in _ENDING.finditer(text):
        stem = _STEM.search(text, max(0, match.start() - _LONGEST_STEM - 1), match.start())
        if stem is None or stem.group() in _KINDS[match.group()]:
            continue
        if not text.endswith(_OTHER_WORDS, stem.start(), match.end()):
            yield stem.start(), match.end()
