"""The word or two that follow a place in a text, and the posts that they are."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from archive.entities.cues.offices import office_word

if TYPE_CHECKING:
    from archive.entities.cues.offices import OfficeWord

_CHIEF = r"C[A-Z]O[가-힣]{0,2}"  # CEO는
NEXT_WORD = re.compile(rf" ([가-힣]{{2,14}}|{_CHIEF})(?![가-힣])")
TWO_WORDS = re.compile(
    rf" (?P<word>[가-힣0-9]{{2,14}})(?: (?P<next>[가-힣]{{2,14}}|{_CHIEF}(?![가-힣])))?"
)


def post_after(text: str, at: int) -> OfficeWord | None:
    """The post that follows at once: 시장 of 김가온 시장은."""
    word = NEXT_WORD.match(text, at)
    return office_word(word[1]) if word else None


def posts_after(text: str, at: int) -> list[OfficeWord]:
    """Those of the next two words that are posts: 소장 of 농업기술센터 소장은."""
    following = TWO_WORDS.match(text, at)
    posts = [office_word(word) for word in following.groups("")] if following else ()
    return [post for post in posts if post is not None]
