"""Several in one bracket behind their house: `누리군의회 복지위원회(김가온 위원장, 이여울·한도윤
위원)`. Who opens it is read with the house; those behind him hold such posts as several do.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from archive.entities.cues.houses import tidy
from archive.entities.cues.offices import is_bare, office
from archive.entities.cues.owners import whole_before
from archive.entities.roles.rows import is_of_several

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from archive.entities.introduced import Introduction
    from archive.model import Mention

_NEXT = re.compile(r"(?:, ?|[·ㆍ]| )(?:[가-힣]{2,5} )?")
# Whose members they are: a 의원 is of a council, not of the town hall.
_MEMBERS = {
    "위원": ("위원회", "협의회", "심의회", "특위", "위"),
    "의원": ("의회", "위원회", "특위", "연구회", "모임", "연구단체", "단", "팀"),
    "판사": ("부", "재판부", "지법", "지원", "고법", "법원"),
    "검사": ("부", "지검", "지청", "팀", "단"),
    "교수": ("팀", "과", "학부", "연구실", "대", "대학교", "병원", "센터", "연구소"),
    "선수": ("팀", "청", "부", "단", "공사"),
}


def with_bracketed_houses(
    text: str, found: Sequence[Introduction], ends: Mapping[int, Mention]
) -> list[Introduction]:
    """The introductions `found`, the members in a bracket with the house before it."""
    row = list(found)
    opened = -1
    for at, one in enumerate(row):
        start = one.person.start
        if text.startswith("(", start - 1):
            opened = start - 1
        elif opened >= 0 and not _NEXT.fullmatch(text, row[at - 1].end, start):
            opened = -1
        if opened >= 0 and len(one.roles) == 1:
            row[at] = one._replace(roles=(_housed(text, opened, one.roles[0], ends),))
    return row


def _housed(text: str, opened: int, role: str, ends: Mapping[int, Mention]) -> str:
    if not is_bare(role) or not is_of_several(role):
        return role
    house = tidy(text[whole_before(text, opened, 0, ends, role) : opened])
    kinds = next((kinds for post, kinds in _MEMBERS.items() if role.endswith(post)), ())
    return office(house, role) if house.endswith(kinds) else role
