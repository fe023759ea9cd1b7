"""The time at the foot of an article: whose it is, by what stands around it."""

from __future__ import annotations

import pytest

from archive.pages import dates, parse_page

STORY = (
    "온새항 뱃길 하루 여섯 번으로\n\n"
    "온새군이 다음 달 1일부터 아침 배를 두 번 더 띄운다고 밝혔다.\n\n"
    "섬 주민들은 병원 가는 길이 한결 나아졌다며 반겼다.\n\n"
)
RIGHTS = "저작권자 © 도담일보 무단전재 및 재배포 금지\n"
WIRE = "<저작권자(c) 가온통신, 무단 전재-재배포 금지>"
CUT = "도담구가 홀로 사는 어르신 집을 찾아 보일러를 살폈다. 봉사단이 사흘 동안 골목을 돌"
WIDGET = "  • 맑음서울 1.0℃\n  • 비대전 1.0℃\n  • 흐림대구 1.0℃\n기상청 제공\n"
OTHER = "도담구 새 도서관 문 연다"


@pytest.mark.parametrize(
    "foot",
    [
        f"(끝)\n\n{WIRE}\n2025/10/21 14:05 송고\n",
        f"{WIRE} 2025/10/21 14:05 송고\n",
        f"{WIRE} 2025/10/21 송고\n",
        "(끝)\n\n입력 2025.10.21 14:05\n",
        f"{RIGHTS}입력 2025.10.21 14:05\n수정 2025.10.22 09:00\n",
        f"{RIGHTS}수정 2025.10.22 09:00\n입력 2025.10.21 14:05\n",
        f"{RIGHTS}2025.10.21 14:05 입력 | 2025.10.22 09:00 수정\n",
        f"{RIGHTS}기사입력: 2025/10/21 [14:05]  최종편집: ⓒ 도담뉴스\n",
        f"{RIGHTS}김나래 기자 승인 2025.10.21 14:05\n",
        "■ 제보하기\n▷ 카카오톡 : '도담' 검색\n▷ 전화 : 000-0000\n입력 2025.10.21 14:05\n",
        "2025/10/21 14:05 송고\n",
        "2025.10.21 14:05 입력\n",
        "[2025.10.21 오후 2:05 승인]\n",
        "김나래 기자 narae@example.invalid\n\n2025.10.21 14:05 등록\n",
        f"2025.10.21 승인\n{RIGHTS}",
        "문의 온새군 해양과 000-0000\n2025.10.21 14:05 입력\n",
    ],
)
def test_a_labelled_time_at_the_foot_dates_the_article(foot: str) -> None:
    article = parse_page(STORY + foot).article
    assert article is not None
    assert (article.published, article.published_basis) == ("2025-10-21", "stated")
    assert not any("2025" in line for line in article.body)


@pytest.mark.parametrize(
    "foot",
    [
        f"{RIGHTS}관련기사\n{OTHER}\n입력 2025.10.19 09:00\n",
        f"{RIGHTS}{OTHER}\n입력 2025.10.19 09:00\n",
        f"{RIGHTS}입력 2025.10.19 09:00\n{OTHER}\n입력 2025.10.18 09:00\n가람시 봄꽃 잔치\n",
        f"{OTHER}\n2025.10.19 11:00 입력\n가람시 봄꽃 잔치 열려\n2025.10.18 12:00 입력\n",
        f"[관련기사]\n{OTHER}\n2025.10.19 11:00 입력\n",
        f"{RIGHTS}{OTHER}\n{CUT}\n입력 2025.10.19 09:00\n",
        "\n\n\n배너\n입력 2025.10.19 09:00\n",
        f"{RIGHTS}댓글 2\n도담이\n2025.10.22 09:12 등록\n",
        f"{RIGHTS}작성자 도담이\n입력 2025.10.22 09:12\n",
        f"{RIGHTS}도담이 2025.10.22 09:12\n",
        f"{RIGHTS}도담이 등록 2025.10.22 09:12\n",
        "도담이\n2025.10.22 09:12 등록\n잘 읽었습니다.\n",
        f"{RIGHTS}오늘의 날씨\n2025.10.22 09:00 등록\n맑음 서울 12.0℃\n",
        f"{RIGHTS}입력 2025.10.22 09:00\n{WIDGET}",
        f"{RIGHTS}입력 2025.10.22 09:00 기준\n",
        "오늘의 날씨\n2025.10.22 09:00 업데이트\n맑음 서울 12.0℃\n",
        f"{RIGHTS}등록 2010.03.15\n발행인 : 이하람\n",
        f"{RIGHTS}등록번호 : 온새 아00001\n등록 2010.03.15 10:00\n",
        "2025.3.2 접수\n2025.3.5 승인\n2025.4.1 착공\n\n온새군은 가을에 문을 연다고 밝혔다.\n",
    ],
)
def test_a_time_of_something_else_at_the_foot_does_not(foot: str) -> None:
    article = parse_page(STORY + foot).article
    assert article is not None
    assert article.published is None


def test_the_time_in_the_head_outranks_the_one_at_the_foot() -> None:
    head, _, body = STORY.partition("\n\n")
    foot = "2025/10/21 14:05 송고\n"
    entered = parse_page(f"{head}\n입력 2025.10.20 10:00\n\n{body}{RIGHTS}{foot}")
    changed = parse_page(f"{head}\n수정 2025.10.22 10:00\n\n{body}{RIGHTS}{foot}")
    assert entered.article is not None
    assert changed.article is not None
    assert entered.article.published == "2025-10-20"
    assert changed.article.published == "2025-10-21"


def test_each_article_of_a_page_has_the_time_at_its_own_foot() -> None:
    second = STORY.replace("온새항 뱃길 하루 여섯 번으로", OTHER)
    page = parse_page(
        f"{STORY}{WIRE}\n2025/10/20 14:05 송고\n{second}{WIRE}\n2025/10/21 14:05 송고\n"
    )
    assert page.article is not None
    assert page.article.published == "2025-10-20"
    assert [(one.headline, one.published) for one in page.more_articles] == [(OTHER, "2025-10-21")]


@pytest.mark.parametrize(
    ("text", "day", "later"),
    [
        ("2025.10.21 14:05 수정", "2025-10-21", True),
        ("2025.10.21 14:05 입력 | 2025.10.22 09:00 수정", "2025-10-21", False),
        ("2025.10.22 09:00 수정 / 2025.10.21 14:05 입력", "2025-10-21", False),
        ("(2025. 10. 21. 오후 2:05 최종 수정)", "2025-10-21", True),
        ("2025/10/21 [14:05] 기사입력", "2025-10-21", False),
    ],
)
def test_the_label_behind_a_time(text: str, day: str, later: bool) -> None:
    assert dates.stamp(text) == dates.Stamp(day, later)
    assert dates.is_labelled(text)
