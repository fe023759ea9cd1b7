"""The paper of a reporter, told by the byline: `[가람일보=누리] 김가온 기자`."""

from __future__ import annotations

import re

from archive.entities.lexicon import KNOWN_PLACES

_REACH = 40  # characters
_BYLINE = re.compile(
    r"[\[(【](?P<first>[가-힣A-Za-z0-9]{2,14})"
    r"(?:[ /][가-힣A-Za-z0-9]{1,14})?"
    r"(?:\s?[=ㅣ|]\s?(?P<second>[가-힣A-Za-z0-9]{2,14})?(?: [가-힣A-Za-z0-9]{2,14})?)?"
    r"[\])】]?,? ?$"
)
_PAPERS = (
    *("일보", "신문", "뉴스", "타임즈", "타임스", "저널", "통신", "방송", "경제", "투데이"),
    *("미디어", "TV", "데일리", "매일", "신보", "포스트", "헤럴드", "프레스", "시스"),
)
_OPENING = ("[", "(", "【")


def paper_before(text: str, at: int) -> str:
    """The paper that begins the byline before a reporter's name at `at`; empty where none does.

    In square brackets a name need not end as papers do, unless a paper stands behind it, or it is a
    place: [누리마당=가람 김가온 기자].
    """
    start = max(text.rfind(mark, max(0, at - _REACH), at) for mark in _OPENING)
    byline = _BYLINE.search(text[start:at]) if start >= 0 else None
    if byline is None or byline.start():
        return ""
    first, second = byline["first"], byline["second"] or ""
    if first.endswith(_PAPERS):
        return first
    is_place = first in KNOWN_PLACES or second.endswith(_PAPERS)
    return first if text[start] == "[" and not is_place else ""
