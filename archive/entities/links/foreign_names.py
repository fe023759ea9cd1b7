"""People from abroad by one word of their name, 보른 or 엘레나 of 엘레나 보른.

Where two of an article have the word, the post behind it says who is meant, 보른 국장; else
whoever has been named so far, if that is one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from archive.entities.cues.next_words import post_after
from archive.entities.links.titles import is_called

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from archive.entities.introduced import Introduction
    from archive.entities.passages import Passage

_MOST_BEARERS = 8  # of one last name; more are a list
_POLITE = " 씨"


def bearers(names: Iterable[str]) -> dict[str, list[str]]:
    """The full names of several words by the last of these and by what stands before it."""
    fulls: dict[str, list[str]] = {}
    for name in names:
        first, _, last = name.rpartition(" ")
        for part in {last, first} if first else ():
            if len(part) > 1 and " " not in part:
                fulls.setdefault(part, []).append(name)
    return fulls


def told_apart(
    passages: Sequence[Passage],
    introduced: Sequence[Sequence[Introduction]],
    bearers: Mapping[str, Sequence[str]],
) -> list[dict[int, str]]:
    """For each passage the full names of those who are called by a word that several bear, by where
    it stands.
    """
    found: list[dict[int, str]] = [{} for _ in passages]
    shared = {part for part, fulls in bearers.items() if 1 < len(fulls) <= _MOST_BEARERS}
    if not shared:
        return found
    roles: dict[str, set[str]] = {}
    for intro in (intro for intros in introduced for intro in intros):
        roles.setdefault(intro.person.text, set()).update(intro.roles)
    named: set[str] = set()
    for passage, known in zip(passages, found, strict=True):
        for mention in passage.mentions:
            if mention.kind != "person":
                continue
            named.add(mention.text)
            if mention.text in shared:
                fulls = bearers[mention.text]
                meant = _meant(passage.text, mention.end, fulls, roles, named)
                known.update({mention.start: meant[0]} if len(meant) == 1 else {})
    return found


def _meant(
    text: str, end: int, fulls: Sequence[str], roles: Mapping[str, set[str]], named: set[str]
) -> Sequence[str]:
    """Whom of those who bear a name it can mean, by what stands behind it."""
    if post := post_after(text, end):
        return [f for f in fulls if any(is_called(r, post.title) for r in roles.get(f, ()))]
    so_far = [full for full in fulls if full in named]
    if len(so_far) > 1 and text.startswith(_POLITE, end):
        return [full for full in so_far if not roles.get(full)]
    return so_far
