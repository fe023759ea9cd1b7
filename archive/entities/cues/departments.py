"""Parts of a town's hall, of a police station or a school: 복지정책과, 형사1과, 간호학과."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from archive.entities.cues.houses import LONG_DEPARTMENT_ENDINGS, is_department

if TYPE_CHECKING:
    from collections.abc import Container

    from archive.model import Mention

_NUMBERED = re.compile(r"\d과(?![가-힣])")  # 가람경찰서 형사1 of 형사1과
_PART = re.compile(r" (?P<word>[가-힣0-9]{2,14})(?= )")
_MOST_PARTS = 3
_TOWNS = ("시", "군", "구")


def is_cut_department(text: str, mention: Mention) -> bool:
    """가람경찰서 형사1 of 형사1과, 가람대 간호학 of 간호학과, 가람시 관광 of 관광과."""
    if not text.startswith("과", mention.end):
        return False
    if _NUMBERED.match(text, mention.end - 1):
        return True
    if " " not in mention.text:
        return False
    town, _, part = mention.text.partition(" ")
    if town.endswith(_TOWNS) and text.startswith("과 ", mention.end):
        return f"{part}과".endswith(LONG_DEPARTMENT_ENDINGS)
    return mention.text.endswith("학") and mention.text[-2] not in "대중"


def has_departments(text: str, mention: Mention, people: Container[int]) -> bool:
    """가람구 of `가람구 복지정책과 희망복지팀 김가온 주무관`: its parts, and then a name."""
    at = mention.end
    for _ in range(_MOST_PARTS):
        part = _PART.match(text, at)
        if part is None or not is_department(part["word"]):
            return False
        at = part.end()
        if at + 1 in people:
            return True
    return False
