"""Places within places, said together once and then alone: 누리군 도담읍 새말리, later 새말리.

The tagger takes the town and passes over the village that few have heard of. Where the text says
the village again, the words are one place, and the village alone is that place.
"""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from archive.entities.cues.houses import is_country
from archive.entities.cues.lexicon import KNOWN_PLACES
from archive.entities.cues.places import CITIES, TOWNS, is_part
from archive.entities.missed.again import said_as_place
from archive.entities.passages import overlapping
from archive.model import Mention

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_NAMES = CITIES | TOWNS
_TOWNS = ("시", "군", "구", "읍", "면")
_PROVINCE = "도"
_JOSA = (
    r"(?:은|는|이|가|을|를|에|의|와|과|도|로|으로|까지|부터"
    r"|에서|에는|에서는|에도|에서도)?(?![가-힣])"
)
_PART = re.compile(rf" (?P<name>[가-힣]{{2,4}}[구읍면동리섬]|[가-힣]{{1,4}}마을){_JOSA}")
_CITY = re.compile(rf" (?P<name>[가-힣]{{1,8}}?){_JOSA}")
_MOST_NAMES = 200  # of one text that are asked for; one with more is a list
_DEEPEST = 3  # parts: 누리군 도담읍 새말리 들마을


def nested_places(text: str, mentions: Sequence[Mention]) -> Sequence[Mention]:
    """The mentions, those of towns and countries with the part that the text says again alone."""
    again = _SaidAgain(text)
    ends = {m: _end_of_parts(text, m, again) for m in mentions if _may_have_parts(text, m)}
    whole = [
        Mention(town.start, end, "place", text[town.start : end])
        for town, end in ends.items()
        if end > town.end and _is_free(overlapping(mentions, town.end, end), end)
    ]
    if not whole:
        return mentions
    within = {m for one in whole for m in overlapping(mentions, one.start, one.end)}
    return sorted([*(m for m in mentions if m not in within), *whole], key=lambda m: m.start)


def _may_have_parts(text: str, mention: Mention) -> bool:
    if mention.kind not in ("place", "organisation") or not text.startswith(" ", mention.end):
        return False
    name = mention.text.rpartition(" ")[2]
    return name.endswith((*_TOWNS, _PROVINCE)) or name in KNOWN_PLACES or is_country(name)


def _is_free(inside: Sequence[Mention], end: int) -> bool:
    return all(m.end <= end and m.kind != "person" for m in inside)


class _SaidAgain(dict[str, bool]):
    """Whether a text says a name as a word more than once; each name is looked for once, else a
    list of places would cost its square.
    """

    def __init__(self, text: str) -> None:
        self._text = text

    def __missing__(self, name: str) -> bool:
        if len(self) >= _MOST_NAMES:
            return False
        said = islice(said_as_place(self._text, name), 2)
        return self.setdefault(name, len(list(said)) > 1)


def _end_of_parts(text: str, town: Mention, again: Mapping[str, bool]) -> int:
    """Where the last part ends that is said again; the end of the town if none is."""
    wide = town.text in KNOWN_PLACES or town.text.endswith(_PROVINCE) or is_country(town.text)
    if wide:
        city = _CITY.match(text, town.end)
        if city is not None and city["name"] in _NAMES and again[city["name"]]:
            return city.end("name")
    end = at = town.end
    for _ in range(_DEEPEST):
        part = _PART.match(text, at)
        if part is None or not is_part(part["name"]):
            break
        at = part.end("name")
        if again[part["name"]]:
            end = at
    return end
