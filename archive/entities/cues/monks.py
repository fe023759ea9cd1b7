"""Monks, who have a name in religion: `새벽 스님`, `새벽스님`, `새벽 큰스님`, `새벽 대종사`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from archive.entities.cues.lexicon import words
from archive.entities.cues.offices import office_word
from archive.entities.cues.shapes import is_given_name

if TYPE_CHECKING:
    from collections.abc import Iterator

_MONK = "스님"
_GREAT = "대종사"
_MONKS = re.compile(r"(?<![가-힣A-Za-z0-9])(?P<name>[가-힣]{2,3})(?= ?스님| 큰스님| 대종사)")
_NAME_LENGTH = 2  # syllables
_NO_MONKS = words("not_before_monks")


def monks(text: str) -> Iterator[re.Match[str]]:
    """Names in religion, two syllables and no surname; or a surname before them, 김새벽스님."""
    if _MONK not in text and _GREAT not in text:
        return
    for match in _MONKS.finditer(text):
        if _may_be_monk(match["name"]):
            yield match


def monk_in(word: str) -> str | None:
    """새벽 of 새벽스님."""
    name = word.removesuffix(_MONK)
    monk = name != word and len(name) == _NAME_LENGTH and _may_be_monk(name)
    return name if monk else None


def _may_be_monk(name: str) -> bool:
    if len(name) > _NAME_LENGTH and not is_given_name(name):
        return False
    return name not in _NO_MONKS and office_word(name) is None
