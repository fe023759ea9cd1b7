"""Whose head somebody is that is called a mayor alone: of the one town that the text has named.

`누리군의 버스가 공짜다. 김가온 군수는`: the head of a town bears its name (Local Autonomy Act,
article 106), and a local paper names the town once, or a house of it, 누리군보건소. Of two towns
neither is meant for sure; one that is named first in the next sentence is, `김가온 군수가 졌다.
누리군은`, and one of which he names something, `김가온 군수는 누리군의 철도를`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from archive.entities.cues.offices import office

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

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
_TOWN = re.compile(
    r"(?:^|[가-힣] )(?P<town>[가-힣]{1,4}\d?(?P<rank>[시군구읍면동리]))"
    r"(?:청|의회|교육지원청|행정복지센터|주민센터|보건소|농업기술센터|선거관리위원회|체육회"
    r"|사무소|주민자치회|가족센터|시설관리공단|상하수도사업소)?(?= |$)"
)
# 누리군수가, of nobody's name, and 누리시장을 불렀다, where it is no market.
_HEAD = re.compile(
    r"(?<![가-힣])(?P<town>[가-힣]{1,3}(?:군(?=수(?:[가은는를의]|[ ,]|에게))|구(?=청장)"
    r"|시(?=장을 (?:불렀|불러|소환|고발|고소|기소|구속|체포|만났))))"
)
_VILLAGE = re.compile(r"(?<![가-힣])[가-힣]{2,4}\d리(?=에서|에|의|은|는| )")
# The sentence before the one that a town stands in; who has made a picture, ⓒ누리군, is in none.
_SENTENCES_BEFORE = re.compile(
    r"(?:^|(?<=[다요]\. )|(?<=\n))[^.\n“”]+다\. (?:[^.\n“”=/ⓒ©]* )?(?<!제공 )(?<!사진 )$"
)
# What of a town its head speaks of as his own in the same sentence: 새빛구 청사.
_OWN = (" 청사", " 직원", " 간부")
_SENTENCE_BEFORE = re.compile(r"(?:^|(?<=[다요]\. )|(?<=\n))[^.\n“”=/ⓒ©]*$")
_REACH = 200  # characters
_NAMED = ("place", "organisation")


def with_towns(
    text: str, mentions: Sequence[Mention], found: Sequence[Introduction]
) -> list[Introduction]:
    """The introductions `found`, a bare 군수 with the one county that is named before."""
    heads = {_RANKS[role] for one in found for role in one.roles if role in _RANKS}
    if not heads:
        return list(found)
    towns = {rank: _only(_named(text, mentions, rank), text) for rank in heads}
    return [
        one._replace(roles=tuple(_housed(role, towns, one.person.start) for role in one.roles))
        for one in found
    ]


def _housed(role: str, towns: dict[str, tuple[str, int, int]], at: int) -> str:
    town, first, second = towns.get(_RANKS.get(role, ""), ("", at, at))
    return office(town, role) if first < at <= second else role


def _named(text: str, mentions: Sequence[Mention], rank: str) -> Iterator[tuple[int, str]]:
    """The towns of a rank, each with where it is named."""
    for mention in mentions:
        if mention.kind in _NAMED and rank in mention.text:
            for match in _TOWN.finditer(mention.text):
                if match["rank"] == rank:
                    yield mention.start, match["town"]
    ends = {mention.end for mention in mentions if mention.kind == "person"}
    for match in _HEAD.finditer(text):
        if match["town"][-1] == rank and match.start() - 1 not in ends:
            yield match.start(), match["town"]
    if rank == "리":
        yield from ((match.start(), match.group()) for match in _VILLAGE.finditer(text))


def _only(named: Iterable[tuple[int, str]], text: str) -> tuple[str, int, int]:
    """The first town, from where on it is meant, and where it is no longer the only one."""
    in_order = sorted(named)
    if not in_order:
        return "", 0, 0
    first, town = in_order[0]
    other = next((at for at, name in in_order if name != town), 1 << 60)
    if other > len(text):
        begin = max(0, first - _REACH)
        before = _SENTENCES_BEFORE.search(text, begin, first)
        if before is None and text.startswith(_OWN, first + len(town)):
            before = _SENTENCE_BEFORE.search(text, begin, first)
        first = before.start() - 1 if before else first
    return town, first, other
