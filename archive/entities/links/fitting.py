"""Whom of those of one surname a later 김 시장 can mean, by the word behind it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from archive.entities.cues.lexicon import words
from archive.entities.cues.offices import HONORIFICS, head_of
from archive.entities.links.person import Person
from archive.entities.links.posts_heard import posts_heard
from archive.entities.links.references import RESPECTFUL
from archive.entities.links.titles import is_called, is_called_by_post

if TYPE_CHECKING:
    from collections.abc import Sequence

    from archive.entities.links.references import Reference

# Whoever runs for a post is called so, whatever the article called him before.
_CANDIDATES = frozenset(("후보", "예비후보", "당선인", "당선자", "후보자", "내정자", "지명자"))
# Those of whom news speaks as 씨: artists, farmers, drivers.
_PLAIN_CALLINGS = words("plain_callings")
NOT_HEARD = frozenset("전현")  # 전 회장 and 현 회장 are whoever was and is


def fitting(alike: Sequence[Person], reference: Reference) -> Sequence[Person]:
    """Those of one surname whom the word behind it fits."""
    title = reference.title
    if reference.anonymous:
        said = f"{reference.surname}모 {title}"
        unnamed = [p for p in alike if p.text.partition("(")[0] == said]
        return [p for p in unnamed if (reference.age or "") in p.ages]
    if not title:
        return alike if len(alike) == 1 else []
    if title == "씨":
        polite = [p for p in alike if p.polite] or [p for p in alike if not p.roles]
        alone = len(alike) == 1 and _is_polite_to(alike[0], reference.start)
        return polite or (alike if alone else [])
    if title in RESPECTFUL or title in HONORIFICS:
        respected = title in RESPECTFUL and len(alike) == 1
        return alike if respected else [p for p in alike if title in p.polite]
    return _holders(alike, reference)


def _holders(alike: Sequence[Person], reference: Reference) -> Sequence[Person]:
    """Those of one surname who hold the post, or get it."""
    title, alone = reference.title, len(alike) == 1
    if reference.newly and not alone:  # the holder until now has the surname too
        return [p for p in alike if any(is_called(role, title) for role in p.given)]
    holders = [p for p in alike if any(is_called(role, title) for role in p.roles)]
    if len(holders) > 1:  # of a mayor and the one before him, a writer and a painter
        holders = [p for p in holders if _is_former(p, title) == reference.former]
        by_post = [p for p in holders if any(is_called_by_post(r, title) for r in p.roles)]
        return by_post or holders
    if holders:
        return holders
    if not alone:  # 대표에 이가온 씨가 내정됐다
        heard = title in _CANDIDATES
        return [p for p in alike if _is_said(p, title) or (heard and _heard(p))]
    is_new = (reference.newly or title in _CANDIDATES) and alike[0].roles
    return alike if is_new or _is_heard(alike[0], title) else []


def holds(person: Person, reference: Reference) -> bool:
    """Whether one has the post: 김 시장 can come before 김가온 시장, as in a title; 김 전 시장 is
    as often another.
    """
    if reference.former or not reference.title:
        return False
    return any(is_called(role, reference.title) for role in person.roles)


def is_told_later(person: Person, text: str, reference: Reference) -> bool:
    """Whether a text names a person after that place alone: nobody is 김 씨 before he is named."""
    return all(said is text and start > reference.start for said, start in person.said)


def _is_polite_to(person: Person, at: int) -> bool:
    """Whether news speaks of one as 씨: a singer, not a mayor; or who was told with his age."""
    told = any(person.ages) and any(start < at for _, start in person.said)
    return told or all(head_of(role) in _PLAIN_CALLINGS for role in person.roles)


def _is_heard(person: Person, title: str) -> bool:
    """Whether a sentence that names one tells of the post, 새 회장에 김가온 교수가, or calls one by
    it: 김가온 수석이.
    """
    if person.surname in NOT_HEARD:
        return False
    return _is_said(person, title) or any(is_called(post, title) for post in _heard(person))


def _is_said(person: Person, title: str) -> bool:
    """Whether the article has the word behind one's full name: 김가온 보살."""
    called = (f" {title}", title)
    return any(text.startswith(called, at + len(person.text)) for text, at in person.said)


def _heard(person: Person) -> set[str]:
    if person.heard is None:
        person.heard = {post for text, at in person.said for post in posts_heard(text, at)}
    return person.heard


def _is_former(person: Person, title: str) -> bool:
    """Whether the post that one is called by is one of before."""
    return any(role.startswith("전 ") and is_called(role, title) for role in person.roles)
