"""The house in a bracket behind a post: `김가온 교수(누리대 사회학과)`, `이여울 감독(누리FC)`.

A bracket behind a member's name or a candidate's names a committee, a party or a district, none of
which is the house of the post; nor is a town where somebody lives.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from archive.entities.houses import is_house, marked_before, run_before, schooled, tidy

if TYPE_CHECKING:
    from collections.abc import Mapping

    from archive.model import Mention

_FIRST = re.compile(r"\((?P<said>[^()\n,·ㆍ/;]{3,24})[),·ㆍ/;]")
_OF_OTHERS = (
    *("의원", "위원", "후보", "예비후보", "당선인", "대변인", "장관", "차관", "대표최고위원"),
    *("시장", "군수", "구청장", "지사", "총리", "대통령", "원내대표", "당대표"),
    "변호사",  # a bracket names whom he acts for as often as his firm
)
_PARTY = "당"


def house_behind(text: str, at: int, post: str, ends: Mapping[int, Mention]) -> str:
    """The house that begins a bracket at `at`, behind the bare `post` of it; empty if none does."""
    if not text.startswith("(", at) or post.endswith(_OF_OTHERS):
        return ""
    match = _FIRST.match(text, at)
    if match is None or match["said"].endswith(_PARTY) or match["said"].isascii():
        return ""
    start, end = match.span("said")
    if not _ends_in_house(text, start, end, post, ends):
        return ""
    return tidy(match["said"]) if run_before(text, end, start, ends, post) == start else ""


def _ends_in_house(text: str, start: int, end: int, post: str, ends: Mapping[int, Mention]) -> bool:
    mention = ends.get(end)
    if mention is not None and mention.kind == "organisation":
        return True
    word = text[start:end].rpartition(" ")[2]
    return is_house(word) or schooled(word, post) or marked_before(text, end, start) == start
