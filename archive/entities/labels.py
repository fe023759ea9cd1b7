"""Names in a label above or before a quotation: `[강이슬/한섬 주민] “…”`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

_LABEL = re.compile(
    r"[\[<【]\s*(?P<name>[가-힣A-Za-z]{2,12})\s*[/|,·(:]\s?[^\[\]<>\n]{0,40}[\]>】]\s*[:：]?\s*$"
)
# What a broadcaster writes above the words of an interview: 인터뷰 : 김가온 / 가람 주민 - “…”
_INTERVIEW = re.compile(
    r"(?:[\[<(【]|[▶◀■●\[<(]?\s?(?:인터뷰|녹취|싱크)\s?[\])>]?\s?[:：]?\s?)"
    r"(?P<name>[가-힣A-Za-z]{2,12})\s*[/|,·(]\s?[^\[\]<>“”\"\n]{0,40}?\s?[:：-]\s*$"
)
_SLASHED = re.compile(r"(?P<name>[가-힣]{2,5}) ?/ ?[^\[\]/“”\"\n]{2,40}?\s?[:：-]?\s*$")
_REACH, _SLASH_REACH = 80, 60  # characters


def labelled(text: str, opened: int, start: int, names: Mapping[int, str]) -> str | None:
    """Whom a label names before the quotation that opens there, in the sentence from `start`.

    `names` are those of the tagged, by where they end; outside of brackets none else is believed.
    """
    label = _LABEL.search(text, max(0, opened - _REACH), opened)
    label = label or _INTERVIEW.search(text, max(0, opened - _REACH), opened)
    if label:
        return names.get(label.end("name"), label["name"])
    slash = _SLASHED.search(text, max(start, opened - _SLASH_REACH), opened)
    return names.get(slash.end("name")) if slash else None
