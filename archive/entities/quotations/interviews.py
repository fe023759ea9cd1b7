"""Who gives the answers, where a whole text is an interview: 김가온 감독 일문일답."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

_ANSWERS = "일문일답"
# 배우 한도윤을 지난 5일 서울 한 찻집에서 만났다, 한도윤 감독과의 인터뷰.
_MET = re.compile(
    r"(?: (?:[가-힣]+ )?[가-힣]{1,6}?)?(?:\([^()\n]{1,12}\))?(?:[을를]|[과와]의?) "
    r"[^“”\"\n.]{0,50}?(?:만났다|만나 |만나다|인터뷰|마주 앉|마주했|이야기를 나)"
)
_INTERVIEWED = re.compile(rf"[^\n“”\"]{{0,60}}{_ANSWERS}")


def interviewed(text: str, names: Mapping[int, str], with_posts: set[str]) -> str | None:
    """Who gives the answers, if the text is an interview: whom the line of 일문일답 names, by the
    `names` that end there; without one the only person `with_posts`, or whom the reporter met.
    """
    if met := {name for end, name in names.items() if _MET.match(text, end)} & with_posts:
        with_posts = met
    asked = _INTERVIEWED.search(text) if _ANSWERS in text else None
    if asked:
        with_posts = {name for end, name in names.items() if asked.start() < end <= asked.end()}
    return next(iter(with_posts)) if len(with_posts) == 1 else None
