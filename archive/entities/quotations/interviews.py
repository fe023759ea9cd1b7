"""Who gives the answers, where a whole text is an interview: 김가온 감독 일문일답."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

_ANSWERS = "일문일답"
_INTERVIEWED = re.compile(rf"[^\n“”\"]{{0,60}}{_ANSWERS}")


def interviewed(text: str, names: Mapping[int, str], with_posts: set[str]) -> str | None:
    """Who gives the answers, if the text is an interview: whom the line of 일문일답 names, by the
    `names` that end there; without one the only person `with_posts`.
    """
    asked = _INTERVIEWED.search(text) if _ANSWERS in text else None
    if asked:
        with_posts = {name for end, name in names.items() if asked.start() < end <= asked.end()}
    return next(iter(with_posts)) if len(with_posts) == 1 else None
