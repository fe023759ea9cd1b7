"""Where a headline ends and its article begins, when both stand on one line."""

from __future__ import annotations

import re

from .bylines import opens_with_byline
from .vocabulary import words_of

_LONGEST = 80
_SHORTEST = 6

# Words that close a headline: the noun of what was done, as papers write it.
_CLOSING = words_of("""
    개최 실시 추진 시작 선정 체결 완료 운영 모집 성료 마무리 박차 나서 나선다 강화 확대 지원
    돌입 출범 개장 개막 폐막 착수 기탁 전달 수상 당부 촉구 발표 공개 점검 방문 참석 진행 총력
    기대 눈길 화제 호응 인기 최고 최초 최다 도입 조성 준공 착공 개소 개관 개통 위촉 임명 취임
    교육 캠페인 간담회 설명회 협약 업무협약 MOU 공모 접수 발간 출시 구축 활동 봉사 예방 홍보
    안내 행사 축제 대회 것 함께 없다 있다 만든다 연다 열려 밝혀 펼쳐 넘어 앞둬 이어져 늘어 줄어
    올라 내려
""")
_OPENING = words_of("""
    한편 이번 최근 지난 오는 올해 지난해 내년 이날 특히 또 또한 이에 이어 그동안 최근의 앞서
    정부는 경찰은 우리 이 제
""")
_LOOSE_END = re.compile(
    r"(?:[은는을를의와과]|에서|으로|에게|까지|부터|하는|있는|위한|위해|하고|했다|한다고|라고|며|면서)$"
)
_TOPIC = re.compile(r"[가-힣)’”\]][은는]$")
_SUBJECT = re.compile(r"[가-힣)’”\]][이가]$")
_DAY = re.compile(r"\d{1,2}(?:일|월|년)")
_QUOTES = {"“": "”", "‘": "’", "(": ")", "[": "]", "<": ">", "「": "」", "《": "》"}


def split_headline(text: str) -> tuple[int, int] | None:
    """The end of the headline and the beginning of the text, or None where no place stands out.

    Weighs each blank of the first eighty characters: a double blank or a byline behind it settles
    the question; otherwise how headlines close (a noun of action, a quotation mark) and how articles
    open (a topic within five words, a day, a word of the headline again).
    """
    window = text[: _LONGEST + 60]
    best, place = 0.0, None
    for blank in re.finditer(r"\s+", window[:_LONGEST]):
        if blank.start() < _SHORTEST or blank.end() >= len(text):
            continue
        weight = _weigh(window, blank.start(), blank.end())
        if weight > best:
            best, place = weight, (blank.start(), blank.end())
    return place if best >= 2.5 else None


def _weigh(text: str, end: int, begin: int) -> float:
    left, right = text[:end], text[begin:]
    if not _balanced(left) or "다. " in left or left.endswith("다."):
        return -10.0
    weight = 0.0
    if begin - end > 1:
        weight += 6
    if right[0] in "[(" and opens_with_byline(right + " " * 12):
        weight += 6
    weight += _closing(left) + _opening(left, right)
    return weight


def _closing(left: str) -> float:
    last = left.rsplit(None, 1)[-1]
    if last[-1] in "”’\"'…!?↑↓→":
        return 2.0
    if last in _CLOSING or last.endswith(_CLOSING[:30]):
        return 2.0
    return -3.0 if _LOOSE_END.search(last) else 0.0


def _opening(left: str, right: str) -> float:
    words = right.split()[:6]
    if not words:
        return -5.0
    weight = 0.0
    first = words[0]
    stem = first.rstrip("은는이가의,")
    if len(stem) >= 2 and stem in left:
        weight += 2.5
    if first in _OPENING or _DAY.match(first):
        weight += 2.0
    for place, word in enumerate(words[:5]):
        if _TOPIC.search(word) or ("(" in word and _TOPIC.search(word)):
            weight += 2.0 - 0.2 * place
            break
        if _SUBJECT.search(word):
            weight += 0.7
            break
    return weight


def _balanced(text: str) -> bool:
    for opening, closing in _QUOTES.items():
        if text.count(opening) != text.count(closing):
            return False
    return text.count('"') % 2 == 0
