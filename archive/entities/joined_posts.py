"""People whose post is written with their name as one word: `신가온교장은 … 신교장은`.

Local papers write so. Only where the text says the surname with the post again, or where the word
begins a sentence as its subject; a word that ends in a longer post is a house's head, 조직위원장.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from archive.entities.lexicon import KNOWN_PLACES, SUBJECT_JOSA, SURNAMES, TITLES
from archive.entities.offices import office_word
from archive.entities.places import TOWNS
from archive.entities.shapes import is_given_name
from archive.entities.shipped import is_common_word

if TYPE_CHECKING:
    from collections.abc import Iterator

# It begins with a set of characters, for which `re` runs through a text fast.
_JOINED = re.compile(
    rf"(?P<name>[{''.join(sorted(SURNAMES))}](?<![가-힣A-Za-z0-9].)[가-힣]{{2}})"
    r"(?P<post>[가-힣]{2,9})(?![가-힣A-Za-z0-9])"
)
_SENTENCE_BEFORE = re.compile(r"(?:^|\n|[.!?”\"] )$")
_MARKET = "시장"  # 부동산시장은
_PLACES = KNOWN_PLACES | TOWNS


def joined_people(text: str) -> Iterator[tuple[int, int]]:
    """Where the names of those people stand."""
    for match in _JOINED.finditer(text):
        name, post = match["name"], office_word(match["post"])
        if post is None or post.title not in TITLES or not _may_be_name(name, post.title):
            continue
        if _is_called_again(text, name[0], post.title) or (
            post.josa in SUBJECT_JOSA and post.title != _MARKET and _begins(text, match.start())
        ):
            yield match.span("name")


def _may_be_name(name: str, title: str) -> bool:
    """조직위원장 is no 원장, nor 서귀포시장 a 시장 of that name."""
    longer = any(name[cut:] + title in TITLES for cut in (1, 2))
    known = name in _PLACES or name[:2] in _PLACES
    return not longer and not known and is_given_name(name) and not is_common_word(name)


def _is_called_again(text: str, surname: str, title: str) -> bool:
    return f" {surname}{title}" in text or f" {surname} {title}" in text


def _begins(text: str, at: int) -> bool:
    return _SENTENCE_BEFORE.search(text, max(0, at - 2), at) is not None
