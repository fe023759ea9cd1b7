"""Posts that stand before a name and behind it: two, or one said in two: 누리사 주지 진솔 스님."""

from __future__ import annotations

from typing import TYPE_CHECKING

from archive.entities.cues.houses import is_house, schooled
from archive.entities.cues.offices import head_of, is_member, office

if TYPE_CHECKING:
    from collections.abc import Sequence

MONK = "스님"
# 누리교회 담임 김가온 목사, 누리본당 주임 김가온 신부
_CLERGY, IN_CHARGE = ("목사", "전도사", "신부"), ("담임", "주임", "원로", "보좌")
_SAID_AGAIN = ("사령탑", "연출", "변호인", "사제")  # 사령탑 김가온 감독
_RESEARCHER, _DIRECTOR = "연구원", "원장"  # and an institute: 누리대 로봇 연구원 김가온 원장


def both(before: Sequence[str], role: str, housed: str) -> list[str]:
    """The posts `before` a name and the `role` behind it, `housed` with its house."""
    if not before:
        return [housed]
    if housed.endswith(f"{head_of(before[-1])} {role}"):
        if schooled(head_of(before[-1]), role):  # 가람시장 김가온 상인회장
            return [housed]
        housed = role  # 가람연구소 연구원 김가온 교수
    if role == _DIRECTOR and _is_institute(before[-1]):
        return [office(before[-1], role)]
    in_charge = role in _CLERGY and before[-1].endswith(IN_CHARGE)
    if role == MONK or in_charge or is_member(before[-1], role):
        return [f"{before[-1]} {role}"]
    return [housed, *(one for one in before if head_of(one) not in (head_of(role), *_SAID_AGAIN))]


def _is_institute(role: str) -> bool:
    """Whether what was read as the post of one of a house's staff is an institute's name:
    누리대 로봇 연구원, not 누리연구소 연구원.
    """
    house, _, head = role.rpartition(" ")
    return head == _RESEARCHER and " " in house and not is_house(house)
