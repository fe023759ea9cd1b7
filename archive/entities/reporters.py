"""Reporters whose name and post are one word, as at the foot of an article: `/김가온기자`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from archive.entities.shapes import NAME, is_given_name

if TYPE_CHECKING:
    from collections.abc import Iterator

_REPORTER = "기자"
_GLUED = re.compile(rf"(?<![가-힣A-Za-z0-9]){NAME}(?={_REPORTER}(?![가-힣]))")


def reporters(text: str) -> Iterator[tuple[int, int]]:
    """Where their names stand; 전문기자 and 사회부기자 are none."""
    if _REPORTER in text:
        for match in _GLUED.finditer(text):
            if is_given_name(match["name"]):
                yield match.span("name")
