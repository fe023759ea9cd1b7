"""Teams of sport by their town and their name: 가람 스콜피언스, 누리 유나이티드, 가람FC."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from archive.entities.cues.houses import is_house
from archive.entities.cues.lexicon import words
from archive.entities.cues.offices import office_word
from archive.entities.cues.shapes import NOUN_ENDS, is_spelt_from_abroad
from archive.entities.tagger.shipped import is_common_word

if TYPE_CHECKING:
    from collections.abc import Iterable

_TEAMS, _TEAM_ENDS = ("유나이티드", "시티즌"), "스즈"
_CLUBS = (*_TEAMS, "FC")
_NO_TEAMS = tuple(words("not_teams"))
_SHORTEST_TEAM = 3  # syllables
_COMPANY_NOUNS = tuple(words("company_nouns"))


@lru_cache(maxsize=1 << 12)
def team_of(full: str) -> tuple[str, str] | None:
    """The town and the name of a team: 가람 스콜피언스, 누리 유나이티드."""
    town, _, name = full.partition(" ")
    if not name or " " in name or town.isascii() or name.endswith(_NO_TEAMS):
        return None
    is_name = name in _TEAMS or (
        len(name) >= _SHORTEST_TEAM
        and (name[-1] in _TEAM_ENDS or (_is_team_name(name) and not is_house(town)))
    )
    return (town, name) if is_name and len(town) > 1 else None


def _is_team_name(name: str) -> bool:
    """타이푼, a word from abroad that says of no house what it is."""
    known = name[-1] in NOUN_ENDS or name.endswith(_COMPANY_NOUNS) or is_common_word(name)
    known = known or is_house(name)
    return not known and is_spelt_from_abroad(name) and office_word(name) is None


@lru_cache(maxsize=1 << 12)
def town_of_team(full: str) -> str | None:
    """가람 of 가람 스콜피언스, and of 가람유나이티드 and 가람FC."""
    if " " in full:
        team = team_of(full)
        return team[0] if team else None
    mark = next((mark for mark in _CLUBS if full.endswith(mark)), "")
    town = full.removesuffix(mark)
    return town if mark and len(town) > 1 and not town.isascii() else None


def teams_by_name(fulls: Iterable[str]) -> dict[str, str]:
    """Teams by their name without the town, where one alone has it: 스콜피언스."""
    found: dict[str, list[str]] = {}
    for full in fulls:
        if " " in full and (team := team_of(full)):
            found.setdefault(team[1], []).append(full)
    return {name: teams[0] for name, teams in found.items() if len(teams) == 1}
