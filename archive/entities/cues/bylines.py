"""Bylines: the paper of a reporter, `[가람일보=누리] 김가온 기자`."""

from __future__ import annotations

import re

from archive.entities.cues.lexicon import KNOWN_PLACES, words
from archive.entities.cues.places import TOWNS
from archive.entities.cues.shapes import is_given_name
from archive.entities.cues.speaking import is_inflected

_REACH = 64  # characters
_BYLINE = re.compile(
    r"[\[(【](?P<inside>[^\[\]()【】\n]{2,30}(?:\([가-힣]{2,4}\)[^\[\]()【】\n]{0,10})?)"
    r"(?P<closed>[\])】])?,? ?$"
)
_COLLEAGUES = re.compile(
    r"(?:[가-힣]{2,4}(?: (?:[가-힣]{2,4})?(?:기자|특파원))?(?:[·ㆍ]|, ?| )){1,2}$"
)
_CREDIT = re.compile(
    r"(?:^|[\s/(])(?:(?P<paper>[가-힣A-Za-z0-9]{2,12}) ?[ⓒ©] ?"
    r"|[ⓒ©] ?(?P<behind>[가-힣A-Za-z0-9]{2,12}) )$"
)
_JOINT = re.compile(r"[\s=ㅣ|/,()]+")
_JOINED = re.compile(r"[=ㅣ|/]")
_PAPERS = (
    *("일보", "신문", "뉴스", "타임즈", "타임스", "저널", "통신", "방송", "경제", "투데이"),
    *("미디어", "TV", "데일리", "매일", "신보", "포스트", "헤럴드", "프레스", "시스"),
)
# Where nothing else stands before the name.
_FIRST_ON_LINE = re.compile(
    r"(?P<paper>[가-힣A-Za-z]{3,10})(?: ?[=/|] ?| (?:[ⓒ©] ?[가-힣A-Za-z0-9]{2,8} )?)"
    r"(?:[가-힣]{2,4} 기자(?:, ?|[·ㆍ ]))*"
)
_DESKS = ("팀", "부", "실", "국", "본부", "반", "데스크", "전문", "선임", "수습", "에", "은", "는")
_TOWN_AND_SIGN = 3  # characters of 누리=, before a name in the same bracket
_NO_BYLINE = frozenset(("사진", "자료", "제공", "영상", "그래픽", "출처", "글"))
_LEADS = words("phrase_leads")
_REPORTER = "기자"
_NO_JOSA = re.compile(rf"[가-힣]{{2,6}} ?{_REPORTER}(?![가-힣])")


def paper_before(text: str, at: int) -> str:
    """The paper in the byline before a reporter's name at `at`; empty where none is.

    In square brackets, and where the name stands in them too, a paper need not end as papers do,
    unless it is a place: [누리마당=가람 김가온 기자], (누리마당 새말=김가온 기자).
    """
    window = text[max(0, at - _REACH) : at]
    if credit := _CREDIT.search(window):
        return credit["paper"] or credit["behind"]
    colleagues = _COLLEAGUES.search(window)
    byline = _BYLINE.search(window) or (
        _BYLINE.search(window, 0, colleagues.start()) if colleagues else None
    )
    if byline is None:
        return _paper_on_line(text, at)
    return _paper_in(byline)


def _paper_on_line(text: str, at: int) -> str:
    """머니가람 of a line that begins with `머니가람 김가온 기자`; what a sentence begins with is no
    paper, `경찰이 김가온 기자를`.
    """
    floor = max(0, at - _REACH)
    begin = text.rfind("\n", floor, at) + 1
    first = _FIRST_ON_LINE.fullmatch(text, begin, at) if begin or not floor else None
    if first is None or first["paper"] in _NO_BYLINE or is_where_from(first["paper"]):
        return ""
    paper = first["paper"]
    if paper.endswith(_PAPERS):
        return paper
    in_sentence = _NO_JOSA.match(text, at) is None or is_inflected(paper) or paper in _LEADS
    is_other = paper.endswith(_DESKS) or is_given_name(paper)  # 이여울 김가온 기자
    return "" if in_sentence or is_other else paper


def _paper_in(byline: re.Match[str]) -> str:
    named = _JOINT.split(byline["inside"].strip(" =ㅣ|/,()"))
    has_reporter = byline["closed"] and _REPORTER in byline["inside"]  # [가람뉴스 김가온 기자]
    is_town = byline["inside"].rstrip(" ").endswith("=") and len(byline["inside"]) <= _TOWN_AND_SIGN
    if has_reporter or is_town or named[0] in _NO_BYLINE:
        return ""
    if sure := next((n for n in named if n.endswith(_PAPERS) and n not in _PAPERS), ""):
        return sure
    is_joined = _JOINED.search(byline["inside"]) is not None and len(named) > 1
    is_round, is_from = byline.group()[0] == "(", is_where_from(named[0])
    if is_joined and byline["closed"]:  # (서울=누리) 김가온 기자
        return named[1]
    if is_round and not is_joined:
        return ""
    if not is_from:
        is_of_two = len(named) > 1 and not is_joined and named[1].isascii()  # [온누리 KBN 김가온
        return " ".join(named[:2]) if is_of_two else named[0]
    return named[1] if is_joined else ""


def is_where_from(name: str) -> bool:
    """Whether a name in or before a byline is surely the town that its reporter writes from."""
    return name in KNOWN_PLACES or name in TOWNS
