"""Who only asks, so that another speaks: 재판장이 묻자 그는 “…”고 답했다."""

from __future__ import annotations

import re

# Who does something when another asks: 재판장이 묻자 그는 “…”고 답했다.
_ASKER = re.compile(
    r"(?: [^\s“”\",]+){0,2}? ?[가-힣]*(?:[하되오서묻]자|따지자|붙이자|물으니|물었더니)(?=[ ,])"
)
_JUST_ASKED = re.compile(
    r"[”\"]\s?(?:이라고|라고|고|냐고|하고) ?(?:되?묻자|되?물으니|물었더니|하자|따지자|질문하자),? $"
)
_ASKED_REACH, _ASKING_REACH = 14, 300  # characters
_SENTENCE_ENDS, _AFTER_END = (". ", "? ", "! ", ".\n"), 2


def asks(text: str, at: int, stop: int) -> bool:
    """Whether the subject that ends at `at` only asks, so that another speaks: 그가 이유를 묻자."""
    return _ASKER.match(text, at, stop) is not None


def asker_before(text: str, start: int) -> int | None:
    """Where the sentence begins of one who has only asked before that place; None where nobody
    has: 이여울 씨가 “…”고 묻자 그는.
    """
    asked = _JUST_ASKED.search(text, max(0, start - _ASKED_REACH), start)
    if asked is None:
        return None
    floor = max(0, start - _ASKING_REACH)
    opened = max(floor, *(text.rfind(mark, floor, asked.start()) for mark in '“"'))
    ends = (text.rfind(end, floor, opened) for end in _SENTENCE_ENDS)
    return max(floor, *(at + _AFTER_END for at in ends if at >= 0), floor)
