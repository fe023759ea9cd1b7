"""Where a headline ends and its article begins, when both stand on one line."""

from __future__ import annotations

import re

from .bylines import opens_with_byline
from .vocabulary import words_of

_LONGEST = 80
_SHORTEST = 6
_ENOUGH = 2.0

# Words that close a headline: the nouns of what was done, as papers write them.
_CLOSING = words_of("""
    개최 실시 추진 시작 선정 체결 완료 운영 모집 성료 마무리 박차 나서 강화 확대 지원 돌입 출범
    개장 개막 폐막 착수 기탁 전달 수상 당부 촉구 발표 공개 점검 방문 참석 진행 총력 기대 눈길 화제
    호응 인기 도입 조성 준공 착공 개소 개관 개통 위촉 임명 취임 교육 캠페인 간담회 설명회 협약
    공모 접수 발간 출시 구축 활동 봉사 예방 홍보 안내 행사 축제 대회 폐회 개회 개정 제정 통과 의결
    가결 부결 심의 채택 당선 내정 선출 연임 사퇴 퇴임 별세 부고 인사 동정 검거 구속 체포 기소 송치
    입건 적발 단속 수사 압수수색 선고 판결 기각 인용 항소 상고 사망 부상 사고 화재 진화 구조 대피
    실종 발견 폐사 확진 감염 확산 차단 방역 접종 격리 해제 발효 주의 경보 인상 인하 상승 하락 급등
    급락 폭락 폭등 증가 감소 최고 최저 최초 최다 최대 최소 돌파 달성 기록 경신 완승 승리 패배 우승
    준우승 진출 탈락 무승부 복귀 영입 이적 데뷔 컴백 결혼 열애 이혼 출산 입대 전역 논란 의혹 반발
    반대 찬성 환영 비판 규탄 사과 해명 부인 반박 갈등 대립 충돌 파업 농성 집회 시위 회견 기자회견
    면담 회동 회담 합의 타결 결렬 협상 논의 협의 토론회 공청회 세미나 포럼 심포지엄 학술대회
    워크숍 연수 특강 강연 전시회 공연 음악회 콘서트 박람회 시상식 기념식 준공식 착공식 개소식
    출범식 발대식 수료식 졸업식 입학식 다짐 약속 제안 건의 요청 호소 격려 위로 감사 감사장 표창
    훈장 포상 장학금 성금 후원 기부 나눔 헌혈 구슬땀 맞손 맞춤 손잡다 첫발 첫삽 첫선 본격화 가속화
    활성화 현실화 정상화 고도화 다변화 최우수 우수 대상 금상 혼잡 정체 통제 우회 중단 재개 연기
    취소 축소 폐지 폐쇄 이전 신설 증설 확충 정비 개선 보수 철거 복원 보존 등재 지정 인증 획득 유치
    확보 편성 투입 투자 지급 배부 보급 공급 제공 대여 판매 수출 수입 생산 출하 수확 파종 재배 육성
    양성 발굴 개발 연구 분석 조사 진단 평가 측정 감시 관리 대응 대비 대책 마련 수립 시행 적용 연장
    단축 변경 조정 통합 분리 합병 인수 매각 상장 공시 전망 우려 위기 비상 긴급 속도 제동 무산 난항
    표류 관심 주목 인산인해 북적 만원 매진 대박 흥행 성황 성공 실패 호평 혹평 것 함께 편 씨 중 길
    때 이유 까닭
""")
_CLOSING_STEMS = tuple(word for word in _CLOSING if len(word) >= 2)
_OPENING = frozenset(
    words_of("""
        한편 이번 최근 지난 오는 올해 지난해 내년 이날 특히 또 또한 이에 이어 그동안 앞서 현재
        그러나 하지만 그는 우리 이 제 정부는 경찰은 검찰은 시는 군은 구는 도는 다음 당시 이와
        아울러 해당 일부 모든
    """)
)
_NO_VERB = ("보다", "마다", "바다", "다다")
_LOOSE_END = re.compile(
    r"(?:[은는을를의와과]|에서|으로|에게|까지|부터|하는|있는|위한|위해|하고|했다|한다고|라고|며|면서|[된한인던])$"
)
_TOPIC = re.compile(r"[가-힣A-Za-z0-9)’”'\"\]][은는]$")
_SUBJECT = re.compile(r"[가-힣A-Za-z0-9)’”'\"\]][이가]$")
_DAY = re.compile(r"\d{1,2}(?:일|월|년)")
_QUOTES = {"“": "”", "‘": "’", "(": ")", "[": "]", "<": ">", "「": "」", "《": "》"}
# How far from the beginning of a text its topic stands: most often its second or third word.
_TOPIC_WEIGHT = (1.2, 2.0, 2.0, 1.6, 1.2, 0.8)


def split_headline(text: str) -> tuple[int, int] | None:
    """The end of the headline and the beginning of the text, or None where no place stands out.

    Weighs each blank of the first eighty characters: a double blank or a byline behind it settles
    the question; otherwise how headlines close (a noun of action, a bare predicate, a quotation
    mark) and how articles open (a topic within six words, a day, a word of the headline again).
    """
    window = text[: _LONGEST + 80]
    best, place = 0.0, None
    for blank in re.finditer(r"\s+", window[:_LONGEST]):
        if blank.start() < _SHORTEST or blank.end() >= len(text):
            continue
        weight = _weigh(window, blank.start(), blank.end())
        if weight > best:
            best, place = weight, (blank.start(), blank.end())
    return place if best >= _ENOUGH else None


def _weigh(text: str, end: int, begin: int) -> float:
    left, right = text[:end], text[begin:]
    if not _balanced(left) or "다. " in left or left.endswith("다."):
        return -10.0
    weight = 6.0 if begin - end > 1 else 0.0
    if right[0] in "[(" and opens_with_byline(right + " " * 12):
        weight += 6
    return weight + _closing(left) + _opening(left, right) - _prose_in(left)


def _prose_in(left: str) -> float:
    """How much the words read like a sentence rather than a headline: particles, and length."""
    particles = sum(word[-1] in "은는이가을를" and len(word) > 1 for word in left.split()[:-1])
    return 0.6 * particles + 0.03 * max(0, len(left) - 40)


def _closing(left: str) -> float:
    last = left.rsplit(None, 1)[-1]
    if _is_bare_predicate(last):
        return 4.0
    if last[-1] in "”’\"'…!?↑↓→②③":
        return 2.0
    if last in _CLOSING or last.endswith(_CLOSING_STEMS):
        return 2.5
    return -3.0 if _LOOSE_END.search(last) else 0.0


def _is_bare_predicate(word: str) -> bool:
    """Whether the word is a predicate without a full stop, as only headlines have (`푼다`)."""
    return len(word) >= 2 and word.endswith("다") and not word.endswith(_NO_VERB)


def _opening(left: str, right: str) -> float:
    words = right.split()[:6]
    if not words:
        return -5.0
    first = words[0]
    stem = first.rstrip("은는이가의,")
    weight = 2.5 if len(stem) >= 2 and left.lstrip("‘“'\"[").startswith(stem) else 0.0
    if first in _OPENING or _DAY.match(first):
        weight += 2.0
    for place, word in enumerate(words):
        if _TOPIC.search(word) and word not in ("있는", "하는", "없는", "같은", "많은"):
            return weight + _TOPIC_WEIGHT[place]
        if _SUBJECT.search(word):
            return weight + _TOPIC_WEIGHT[place] * 0.5
        if _is_bare_predicate(word) or word in _CLOSING:
            weight -= 2.5
    return weight


def _balanced(text: str) -> bool:
    for opening, closing in _QUOTES.items():
        if text.count(opening) != text.count(closing):
            return False
    return text.count('"') % 2 == 0 and text.count("'") % 2 == 0
