"""Whose head somebody is that is called a mayor alone: of the one town that the text has named.

`누리군의 버스가 공짜다. 김가온 군수는`: the head of a town bears its name (Local Autonomy Act,
article 106), and a local paper names the town once. Of two towns neither is meant for sure.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from archive.entities.offices import office

if TYPE_CHECKING:
    from collections.abc import Sequence

    from archive.entities.introduced import Introduction
    from archive.model import Mention

_RANKS = {
    "시장": "시",
    "군수": "군",
    "구청장": "구",
    "읍장": "읍",
    "면장": "면",
    "동장": "동",
    "이장": "리",
}
_TOWN = {
    rank: re.compile(rf"(?:^|[가-힣] )(?P<town>[가-힣]{{1,4}}\d?{rank})(?:청|의회)?(?= |$)")
    for rank in _RANKS.values()
}
_VILLAGE = re.compile(r"(?<![가-힣])[가-힣]{2,4}\d리(?=에서|에|의|은|는| )")
_NAMED = ("place", "organisation")


def with_towns(
    text: str, mentions: Sequence[Mention], found: Sequence[Introduction]
) -> list[Introduction]:
    """The introductions `found`, a bare 군수 with the one county that is named before."""
    return [
        one._replace(roles=tuple(_housed(role, text, mentions, one) for role in one.roles))
        if any(role in _RANKS for role in one.roles)
        else one
        for one in found
    ]


def _housed(role: str, text: str, mentions: Sequence[Mention], one: Introduction) -> str:
    rank = _RANKS.get(role)
    if rank is None:
        return role
    named = [m.text for m in mentions if m.end <= one.person.start and m.kind in _NAMED]
    towns = {match["town"] for name in named for match in _TOWN[rank].finditer(name)}
    if rank == "리":
        towns.update(_VILLAGE.findall(text, 0, one.person.start))
    return office(towns.pop(), role) if len(towns) == 1 else role
