"""What a sentence says that its topic is: `김가온 교수는 현재 누리협회 부회장이다`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from archive.entities.cues.offices import fullest, office_word
from archive.entities.roles.housed import housed, is_of_house

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from archive.entities.introduced import Introduction
    from archive.model import Mention

_TOPICS = ("은", "는")
# The first word that can end a clause, up to the next: 말했다 is no post.
_CLAUSE_END = re.compile(
    r"(?<![가-힣A-Za-z0-9])(?P<post>[가-힣A-Za-z0-9·]{2,20}?)"
    r"(?:이?(?:다|며|면서|고)|입니다|이기도 (?:하다|합니다|하며))(?=[.,\s]|$)"
)
_SINCE = re.compile(r" (?:(?:현재는?|지금은?|올해|(?:\d+년|지난해|올해)부터) )*")
_REACH = 48  # characters


def with_predicates(
    text: str, found: Sequence[Introduction], ends: Mapping[int, Mention]
) -> list[Introduction]:
    """The introductions `found`, with the posts of houses that the text says they hold."""
    return [
        one._replace(roles=fullest((*one.roles, *said)))
        if one.josa in _TOPICS and (said := _said_of(text, one.end + len(one.josa), ends))
        else one
        for one in found
    ]


def _said_of(text: str, at: int, ends: Mapping[int, Mention]) -> list[str]:
    """The posts that the predicate of a topic which ends at `at` names, each with its house."""
    match = _CLAUSE_END.search(text, at, at + _REACH)
    post = office_word(match["post"]) if match else None
    if match is None or post is None or post.josa:
        return []
    role, begin = housed(text, match.start(), post.title, at, ends)
    if not is_of_house(role, match.start(), ends):
        return []
    return [role] if _SINCE.fullmatch(text, at, begin) else []
