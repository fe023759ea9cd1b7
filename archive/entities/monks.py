"""Monks, who have a name in religion: `새벽 스님`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from archive.entities.lexicon import words
from archive.entities.offices import office_word

if TYPE_CHECKING:
    from collections.abc import Iterator

_MONK = "스님"
_MONKS = re.compile(rf"(?<![가-힣A-Za-z0-9])(?P<name>[가-힣]{{2}})(?= {_MONK})")
_NO_MONKS = words("not_before_monks")


def monks(text: str) -> Iterator[re.Match[str]]:
    """Names in religion: two syllables and no surname."""
    if _MONK not in text:
        return
    for match in _MONKS.finditer(text):
        if match["name"] not in _NO_MONKS and office_word(match["name"]) is None:
            yield match
