"""Candidates of no party: 무소속 김가온 후보 is a candidate of no house, unless a row sets him
beside those of parties, 새말당 이여울, 무소속 김가온 후보.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from archive.entities.introduced import Introduction

_NONE = "무소속 "
_CANDIDACIES = {f"{_NONE}{post}": post for post in ("후보", "예비후보")}
_JOINTS = frozenset((", ", "·", "과 ", "와 "))


def with_independents(text: str, found: Sequence[Introduction]) -> list[Introduction]:
    """The introductions `found`, a lone 무소속 후보 without what says that he is of no party."""
    row = list(found)
    for at, one in enumerate(found):
        if not _CANDIDACIES.keys().isdisjoint(one.roles) and not _is_in_row(text, found, at):
            bare = tuple(_CANDIDACIES.get(role, role) for role in one.roles)
            row[at] = one._replace(roles=bare)
    return row


def _is_in_row(text: str, found: Sequence[Introduction], at: int) -> bool:
    """Whether 무소속 does not stand right before the name, or others are joined to it."""
    one = found[at].person
    if not text.endswith(_NONE, 0, one.start):
        return True
    before = text[found[at - 1].end : one.start - len(_NONE)] if at else ""
    behind = text[one.end : found[at + 1].person.start] if at + 1 < len(found) else ""
    return before in _JOINTS or behind in _JOINTS
