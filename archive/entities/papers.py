"""The paper of a reporter, told by the byline: `[가람일보=누리] 김가온 기자`."""

from __future__ import annotations

import re

from archive.entities.lexicon import KNOWN_PLACES
from archive.entities.places import TOWNS

_REACH = 64  # characters
_BYLINE = re.compile(
    r"[\[(【](?P<inside>[^\[\]()【】\n]{2,30}(?:\([가-힣]{2,4}\)[^\[\]()【】\n]{0,10})?)"
    r"(?P<closed>[\])】])?,? ?$"
)
_COLLEAGUES = re.compile(
    r"(?:[가-힣]{2,4}(?: (?:[가-힣]{2,4})?(?:기자|특파원))?(?:[·ㆍ]|, ?| )){1,2}$"
)
_CREDIT = re.compile(r"(?:^|[\s/(])(?P<paper>[가-힣A-Za-z0-9]{2,12}) ?[ⓒ©] ?$")
_JOINT = re.compile(r"[\s=ㅣ|/,()]+")
_JOINED = re.compile(r"[=ㅣ|/]")
_PAPERS = (
    *("일보", "신문", "뉴스", "타임즈", "타임스", "저널", "통신", "방송", "경제", "투데이"),
    *("미디어", "TV", "데일리", "매일", "신보", "포스트", "헤럴드", "프레스", "시스"),
)
_NO_BYLINE = frozenset(("사진", "자료", "제공", "영상", "그래픽", "출처", "글"))


def paper_before(text: str, at: int) -> str:
    """The paper in the byline before a reporter's name at `at`; empty where none is.

    In square brackets, and where the name stands in them too, a paper need not end as papers do,
    unless it is a place: [누리마당=가람 김가온 기자], (누리마당 새말=김가온 기자).
    """
    window = text[max(0, at - _REACH) : at]
    if credit := _CREDIT.search(window):
        return credit["paper"]
    colleagues = _COLLEAGUES.search(window)
    byline = _BYLINE.search(window) or (
        _BYLINE.search(window, 0, colleagues.start()) if colleagues else None
    )
    if byline is None:
        return ""
    named = _JOINT.split(byline["inside"].strip(" =ㅣ|/,()"))
    if named[0] in _NO_BYLINE:
        return ""
    for name in named:
        if name.endswith(_PAPERS) and name not in _PAPERS:
            return name
    is_joined = _JOINED.search(byline["inside"]) is not None
    is_round = byline.group()[0] == "("
    if is_round and (byline["closed"] or not is_joined or len(named) == 1):
        return ""
    first, second = named[0], named[1] if is_joined and len(named) > 1 else ""
    return second if is_where_from(first) else first


def is_where_from(name: str) -> bool:
    """Whether a name in or before a byline is surely the town that its reporter writes from."""
    return name in KNOWN_PLACES or name in TOWNS
