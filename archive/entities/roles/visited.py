"""Heads of state whose country the sentence names as the one that is visited.

`브라질을 찾아 주앙 실바 대통령과 만났다`: the host is of the country.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from archive.entities.cues.houses import is_country
from archive.entities.cues.shapes import is_spelt_from_abroad

if TYPE_CHECKING:
    from collections.abc import Sequence

    from archive.entities.introduced import Introduction

_HEADS = frozenset(("대통령", "총리", "국왕", "국가주석", "외무장관", "외교장관", "국방장관"))
_VISITED = re.compile(
    r"(?<![가-힣])(?P<country>[가-힣]{2,9})(?:을|를) (?:(?:공식|국빈|실무|전격) )?"
    r"(?:찾아|찾은|찾아가|방문해|방문한|방문 중인?|순방 중인?)(?![가-힣])"
)
_WITH = ("과", "와", "을", "를", "에게")
_REACH = 60  # characters


def with_visited(text: str, found: Sequence[Introduction]) -> list[Introduction]:
    """The introductions `found`, a host's bare 대통령 with the country that is visited."""
    return [_of_visited(text, one) if one.roles and _is_host(one) else one for one in found]


def _is_host(one: Introduction) -> bool:
    if len(one.roles) != 1 or one.roles[0] not in _HEADS or one.josa not in _WITH:
        return False
    return is_spelt_from_abroad(one.person.text)


def _of_visited(text: str, one: Introduction) -> Introduction:
    begin = max(0, one.person.start - _REACH)
    begin = max(begin, text.rfind(". ", begin, one.person.start))
    visited = {m["country"] for m in _VISITED.finditer(text, begin, one.person.start)}
    countries = [country for country in visited if is_country(country)]
    return one._replace(roles=(f"{countries[0]} {one.roles[0]}",)) if len(countries) == 1 else one
