"""The families of pages, as cues: the lines by which a page is known and what they mean there.

A cue says what a line is wherever it stands; the families only add what would be wrong elsewhere.
"""

from __future__ import annotations

from dataclasses import dataclass

from .vocabulary import phrases_of, words_of


@dataclass(frozen=True, slots=True)
class Family:
    """What a family of pages adds to the general rules.

    `signs` are stretches of text of which any one tells the family. `section` says whether a short
    line above the headline is a section (True), the name of a board or a menu (False). `head` are
    lines of furniture above or inside the article, `end` lines after which nothing of it follows.
    """

    name: str
    signs: tuple[str, ...]
    section: bool = True
    head: tuple[str, ...] = ()
    end: tuple[str, ...] = ()


FAMILIES = (
    Family(
        "mediaon",
        signs=phrases_of("""
            기상청 제공
        """),
        head=phrases_of("""
            전체기사
            메뉴
            상세검색
            검색창 열기
            PDF 바로가기
            URL복사
            스팸방지
            닫기
        """),
        end=phrases_of("""
            배너
            COVER STORY
            총 방문자 수
            오늘 방문자
            어제 방문자
            실시간 현황판
        """),
    ),
    Family(
        "ND",
        signs=phrases_of("""
            상태바
            본문영역
            상단영역
            이 기사를 공유합니다
        """),
        head=phrases_of("""
            상태바
            스크롤 이동 상태바
            상단영역
            본문영역
            하단영역
            이 기사를 공유합니다
            현재위치
            바로가기
            복사하기
            기사검색
            다른 공유 찾기
            원본
            SNS 기사보내기
            기사보내기
            본문 글씨 크기
            뉴스듣기
        """),
        end=phrases_of("""
            관련기사
            댓글삭제
            댓글쓰기
            댓글 내용입력
            비밀번호
            계정을 선택하시면
            댓글입력
            삭제한 댓글은 다시 복구할 수 없습니다.
            그래도 삭제하시겠습니까?
            로그인·계정인증을 통해
            댓글 정렬
            이 기사를 후원합니다
            개의 댓글
            회원로그인
            작성자 비밀번호
            내 댓글 모음
            하단메뉴
        """),
    ),
    Family(
        "portal",
        signs=phrases_of("""
            컨텐츠 바로가기
            글자크기 안내
            요약 안내
            음성으로 듣기
            이 글자크기로 변경됩니다
        """),
        head=phrases_of("""
            컨텐츠 바로가기
            댓글 첫 댓글
            첫 댓글
            주소복사 완료
            주소복사
            (요약 안내)
            (글자크기 안내)
            (예시 문장)
            요약보기
            자동요약
            음성으로 듣기
            음성재생 설정
            번역 설정
            번역beta
            글씨크기 조절하기
            글자크기 조절하기
            인쇄하기
            글자 크기
            닫기
            이 글자크기로 변경됩니다.
            파란원을 좌우로 움직이시면 글자크기가 변경 됩니다.
            기사 제목과 주요 문장을 기반으로 자동요약한 결과입니다.
            전체 맥락을 이해하기 위해서는 본문 보기를 권장합니다.
            공유하기
            SNS로 공유하기
            더보기 버튼
        """),
    ),
    Family(
        "wire",
        signs=phrases_of("""
            연합뉴스)
            뉴스1)
            =뉴시스]
            무단 전재-재배포
            공감언론
        """),
        end=phrases_of("""
            (끝)
            인기 화보 갤러리
            이 시각 주요 뉴스
            실시간 주요뉴스
            많이 본 기사
        """),
    ),
    Family(
        "broadcast",
        signs=phrases_of("""
            <앵커>
            <기자>
            <앵커 멘트>
            <리포트>
            [앵커]
            [기자]
            [리포트]
            CG1.
            ◀ 앵커 ▶
            【 앵커
            ◀ANC▶
            ◀VCR▶
        """),
        head=phrases_of("""
            읽어주기 기능은 크롬기반의
            브라우저에서만 사용하실 수 있습니다.
            동영상 고정 취소
            영상 고정 취소
        """),
        end=phrases_of("""
            취재부
            제보하기
            ■ 제보하기
            ▷ 카카오톡
            시청자 여러분의 제보를 기다립니다
        """),
    ),
    Family(
        "gnuboard",
        signs=phrases_of("""
            페이지 정보
        """),
        section=False,
        head=phrases_of("""
            페이지 정보
            본문
            목록
            글쓰기
            이전글
            다음글
            검색
            관련링크
            첨부파일
            >
        """),
        end=phrases_of("""
            댓글목록
            등록된 댓글이 없습니다.
            등록된 댓글이 없습니다
            댓글등록
            댓글 목록
        """),
    ),
    Family(
        "government",
        signs=phrases_of("""
            본문바로가기
            상세보기
            공공누리
            최종 업데이트
        """),
        section=False,
        head=phrases_of("""
            본문바로가기
            본문 바로가기
            상세보기
            홈
            HOME
            프린트
            인쇄
        """),
        end=phrases_of("""
            목록
            월간 인기 기사
            최근기사
            TOP
            이전글
            다음글
            만족도 조사
            첨부파일
            목록보기
        """),
    ),
    Family(
        "plain",
        signs=(),
        head=phrases_of("""
            코멘트
            글자크기 설정
            글자크기
            공유하기
            공유
            가
            북마크
            기사 스크랩
            클린뷰
            프린트
        """),
        end=phrases_of("""
            지금 뜨는 뉴스
            좋아요
            슬퍼요
            화나요
            훈훈해요
            후속기사 원해요
            기자의 다른기사 보기
        """),
    ),
)

# Lines that are furniture wherever they stand: menus, links, share and login lines.
_NAVIGATION = phrases_of("""
    주메뉴 바로가기
    본문 바로가기
    메인메뉴 바로가기
    하단영역 바로가기
    하단 바로가기
    메뉴 바로가기
    주메뉴바로가기
    기사제보
    문의하기
    회원가입
    로그인
    로그아웃
    마이페이지
    페이스북
    트위터
    인스타그램
    카카오톡
    카카오스토리
    네이버블로그
    네이버밴드
    밴드
    유튜브
    블로그
    카카오채널
    즐겨찾기
    시작페이지로
    구독신청
    광고문의
    전체메뉴
    모바일웹
    PC버전
    RSS
    이메일
    메일
    검색
    통합검색
    기사검색
    인쇄
    스크랩
    확대
    축소
    가+
    가-
    목록으로
    맨위로
    위로
    다음
    이전
    이메일 보내기
    링크복사
    주소복사
    기사 공유
    SNS 공유
    텍스트 크기
    영상보기
    카카오톡 공유
    페이스북 공유
    트위터 공유
    facebook
    twitter
    kakao
    X
    Facebook
    Twitter
""")

# Labels of boxes: below an article they open furniture and teasers, above it they name a section.
BOX_LABELS = frozenset(
    words_of("""
        포토뉴스 포토 주요기사 주요뉴스 많이본기사 많이본뉴스 인기기사 최신기사 최신뉴스
        실시간기사 실시간뉴스 관련뉴스 추천기사 추천뉴스 핫이슈 이시각주요뉴스 오늘의주요뉴스
        헤드라인뉴스 섹션주요기사 섹션별뉴스 기획이슈 지역네트워크 인기뉴스 베스트뉴스 랭킹뉴스
        영상뉴스 카드뉴스 동영상뉴스 최근기사 월간인기기사 가장많이본기사 이슈포토 화보
        지금뜨는뉴스 인기화보갤러리 함께보면좋은기사 연관기사 동영상 오늘의핫이슈 TOP뉴스
        관련기사
    """)
)

MORE = frozenset((
    "더보기", "+더보기", "더보기+", "더보기 +", "+ 더보기", "more", "More", "MORE", "전체보기",
    "more+",
))  # fmt: skip

HEAD = frozenset(line for family in FAMILIES for line in family.head) | frozenset(_NAVIGATION)
END = frozenset(line for family in FAMILIES for line in family.end)

# What a newspaper calls its sections, squeezed; a label that ends in one of `SECTION_ENDS` is one
# too (`가람뉴스`, `창간특집`).
SECTIONS = frozenset(
    words_of("""
        사회 정치 경제 문화 스포츠 연예 국제 종합 종합뉴스 지역 전국 교육 오피니언 사설 칼럼
        기고 인터뷰 기획 특집 포토 포토뉴스 주요기사 주요뉴스 뉴스 뉴스섹션 이슈 이슈투데이
        사람과사람 인물 동정 피플 건강 의료 의학 환경 환경뉴스 복지 행정 자치 의회 산업 농업
        축산 한우 낙농 양돈 양계 수산 해양 관광 여행 생활 라이프 과학 IT 부동산 금융 증권 기업
        유통 자동차 종교 학술 출판 공연 전시 영화 음악 방송 미디어 북한 외교 국방 법조 사건사고
        노동 여성 청소년 수도권 강원 충청 호남 영남 제주 경기 인천 서울 부산 대구 광주 대전
        울산 세종 회무·정책 정책 단체 학회 업계 창간특집 신년특집 기획특집 탐방 연재 만평
        독자투고 알림 부고 인사 게시판 시사 정치/자치 경제/개발 문화/체육
    """)
)
SECTION_ENDS = (
    "뉴스",
    "특집",
    "종합",
    "일반",
    "소식",
    "섹션",
    "이슈",
    "네트워크",
    "코너",
    "라이프",
    "포커스",
)


def family_of(text: str) -> Family:
    """The family whose sign the page bears; `plain` where it bears none. The widget outranks the
    rest: mediaon's layout is served under other families' addresses too.
    """
    for family in FAMILIES:
        if any(map(text.__contains__, family.signs)):
            return family
    return FAMILIES[-1]
