"""People whom a tagger missed, found by what stands beside them: a post, 씨, 스님, the end of an
item of a personnel notice.

Only where the neighbours leave no doubt; a noun that is no name is worse than a name not found.
"""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from archive.entities.cues.monks import monks
from archive.entities.cues.notices import notice_people
from archive.entities.cues.posted import without_embassies
from archive.entities.missed.beside_posts import people_beside_posts
from archive.entities.passages import overlapping, with_whole
from archive.entities.tagger.shipped import is_common_word
from archive.model import Mention

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator, Sequence

_SHORT = 2  # syllables


def untagged_people(text: str, mentions: Sequence[Mention]) -> list[Mention]:
    """People of `text` that are in none of `mentions`, in order."""
    told = chain(_noticed(text), people_beside_posts(text, mentions), monks(text))
    found = [
        Mention(*match.span("name"), "person", match["name"])
        for match in told
        if not overlapping(mentions, *match.span("name"))
    ]
    return with_whole((), without_embassies(text, found)) if found else found


def _noticed(text: str) -> Iterator[re.Match[str]]:
    """Names of personnel notices; 점검 of `▲물놀이장 점검` is a word."""
    for match in notice_people(text):
        if len(match["name"]) > _SHORT or not is_common_word(match["name"]):
            yield match
