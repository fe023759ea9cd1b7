"""Two people of one name in an article: told apart by their posts and ages."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from archive.entities.cues.careers import differ_in_work
from archive.entities.cues.offices import head_of
from archive.entities.links.person import Person

if TYPE_CHECKING:
    from collections.abc import Sequence

    from archive.entities.introduced import Introduction

# These are held by one person at a time and beside no other: two of them are two people.
_ONE_AT_A_TIME = re.compile(
    r"(?:시장|군수|구청장|도지사|교육감|경찰서장|소방서장|교장|교감|교사|학생|주무관|과장|팀장|국장"
    r"|읍장|면장|동장|기자|간호사)$"
)
_LOOSE = ("전 ", "前 ", "후보", "직무대리", "직무대행", "권한대행")


def differs_from_all(people: Sequence[Person], intro: Introduction) -> bool:
    """Whether who is introduced is none of these, who have his name."""
    return all(_are_two(person, intro) for person in people)


def _are_two(person: Person, intro: Introduction) -> bool:
    if intro.age and person.ages:
        return intro.age not in person.ages
    if differ_in_work(person.roles, intro.roles):
        return True
    return any(_exclude(mine, role) for mine in person.roles for role in intro.roles)


def _exclude(one: str, other: str) -> bool:
    """Whether nobody holds both posts: two different full ones, each a day's work."""
    if any(mark in role for mark in _LOOSE for role in (one, other)):
        return False
    if not (_ONE_AT_A_TIME.search(one) and _ONE_AT_A_TIME.search(other)):
        return False
    return not (one.endswith(head_of(other)) or other.endswith(head_of(one)))


def name_apart(person: Person) -> str:
    """A name that no one else in the article has: 김가온(노을군수)."""
    mark = max(person.roles, key=len, default="") or min(person.ages, default="")
    return f"{person.text}({mark})" if mark else person.text
