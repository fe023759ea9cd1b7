"""Mentions that swallowed a post give it back: 한국갯벌연구소 책임연구원 is a house and a post."""

from __future__ import annotations

from typing import TYPE_CHECKING

from archive.entities.offices import office_word
from archive.entities.untagged import is_given_name
from archive.model import Mention

if TYPE_CHECKING:
    from collections.abc import Sequence

    from archive.model import EntityKind

# Institutes and clinics are called so too: 가람 연구원, 누리 의원.
_HOUSES_TOO = ("연구원", "의원")


def trimmed(mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions, those of houses and people without the post at their end.

    What is left of a house is a person where it is a full name: 한도윤 경위.
    """
    return [
        _without_post(m) if " " in m.text and m.kind in ("organisation", "person") else m
        for m in mentions
    ]


def _without_post(mention: Mention) -> Mention:
    name, _, last = mention.text.rpartition(" ")
    post = office_word(last)
    if not name.strip() or post is None or post.josa or post.title in _HOUSES_TOO:
        return mention
    kind: EntityKind = "person" if is_given_name(name) else mention.kind
    return Mention(mention.start, mention.start + len(name), kind, name)
