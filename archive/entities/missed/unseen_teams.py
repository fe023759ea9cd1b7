"""Teams of which the tagger saw the town alone: `가람 타이푼을 꺾었다 … 타이푼 김가온 감독은`.

The name is a word from abroad behind the town, and leads a sentence with somebody of the team
behind it, or has supporters.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from archive.entities.cues.houses import is_country, is_house
from archive.entities.cues.lexicon import KNOWN_PLACES, words
from archive.entities.cues.offices import office_word
from archive.entities.cues.shapes import FROM_ABROAD, is_spelt_from_abroad
from archive.model import Mention

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_MOST_TEAMS = 20  # of one text that are asked for
_COACH = " 감독"
_NAME_BEHIND = re.compile(
    r" (?P<name>[가-힣]{3,6}?)(?=(?:은|는|이|가|을|를|의|에|과|와|도|전)?[ .,])"
)
_LOANS = words("loan_nouns") | words("not_teams")


def unseen_teams(text: str, mentions: Sequence[Mention]) -> Iterator[Mention]:
    """Those teams, each where the text names it with its town."""
    if _COACH not in text:
        return
    tagged = {mention.start: mention for mention in mentions}
    led: dict[str, bool] = {}
    for town in mentions:
        if town.kind != "place" or " " in town.text:
            continue
        behind = _NAME_BEHIND.match(text, town.end)
        if behind is None or not _is_free(tagged.get(behind.start("name")), behind["name"]):
            continue
        name = behind["name"]
        if name not in led and len(led) < _MOST_TEAMS:
            led[name] = _may_be_team(name) and _is_led(text, name)
        if led.get(name):
            end = behind.end("name")
            yield Mention(town.start, end, "organisation", text[town.start : end])


def _is_free(mention: Mention | None, name: str) -> bool:
    """Whether nothing is tagged there, or the name alone, as a town or a person."""
    return mention is None or (mention.text == name and mention.kind in ("place", "person"))


def _may_be_team(name: str) -> bool:
    known = name in _LOANS or name in KNOWN_PLACES or is_country(name) or is_house(name)
    if known or office_word(name):
        return False
    return FROM_ABROAD.search(name) is not None and is_spelt_from_abroad(name)


def _is_led(text: str, name: str) -> bool:
    """Whether the text tells of the team's coach, a player or its supporters."""
    behind = r"(?: [가-힣]{3} (?:감독|코치|선수|단장)|의? (?:감독|선수들|팬들|팬은))"
    return re.search(rf"(?:^|\n|[.!?”,] ){name}{behind}", text) is not None
