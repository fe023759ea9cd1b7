"""Tables of single lines: what each one is and says."""

from __future__ import annotations

import pytest

from archive.model import Reading
from archive.pages import bylines, captions, dates
from archive.pages.headlines import split_headline
from archive.pages.lines import lines_of
from archive.pages.shapes import ends_sentence, is_cut, is_prose
from archive.pages.sheet import kind_of
from archive.pages.widget import reading_of


@pytest.mark.parametrize(
    ("line", "reading"),
    [
        ("  • 구름많음동두천 27.7℃", Reading("구름많음", "동두천", 27.7)),
        ("  • 서울 -0.2℃", Reading(None, "서울", -0.2)),
        ("  • -거제 -0.6℃", Reading("-", "거제", -0.6)),
        ("  • 맑음고창 ℃", Reading("맑음", "고창", None)),
        ("  • 비북강릉 3.0℃", Reading("비", "북강릉", 3.0)),
        ("  • 흐림고창군 0.0℃", Reading("흐림", "고창군", 0.0)),
        ("  • 흐리고 비제주 11.2℃", Reading("흐리고 비", "제주", 11.2)),
        ("  • 천둥번개강화 21.0℃", Reading("천둥번개", "강화", 21.0)),
        ("  • 무지개서울 21.0℃", Reading("무지개", "서울", 21.0)),
        ("  • 비전주16.4℃", Reading("비", "전주", 16.4)),
        ("  • 맑음-0.1℃", Reading("맑음", None, -0.1)),
        ("  • 안개홍성(예)10.6℃", Reading("안개", "홍성(예)", 10.6)),
        ("  • 서울 14.7℃ 미세먼지 보통 구름조금", Reading("구름조금", "서울", 14.7)),
        ("  • 맑음수원 12℃", Reading("맑음", "수원", 12.0)),
        ("서울 -2º", Reading(None, "서울", -2.0)),
        ("  • 등록 2023.12.20 09:42:31", None),
        ("4℃", None),
        ("▲ 가람 : [12, 25] (15∼22) <20, 30>", None),
        ("이날 실내는 33℃ 안팎이었다.", None),
        ("기상청은 낮 기온이 31℃까지 오른다고 밝혔다.", None),
    ],
)
def test_a_widget_line_is_read_from_the_right(line: str, reading: Reading | None) -> None:
    assert reading_of(lines_of(line)[0]) == reading


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2025.07.08 (화)", "2025-07-08"),
        ("2025.07.08(화)", "2025-07-08"),
        ("2025-07-08 화요일", "2025-07-08"),
        ("2025년 7월 8일 (화)", "2025-07-08"),
        ("2025. 7. 8. (화)", "2025-07-08"),
        ("2025.02.30 (일)", None),
        ("2025.13.40 (일)", None),
        ("9999.01.01", None),
        ("2025.07.08 (화) 날씨가 맑다", None),
        ("07.08 (화)", None),
    ],
)
def test_the_date_line_of_a_page(text: str, day: str | None) -> None:
    assert dates.page_date(text) == day


@pytest.mark.parametrize(
    ("text", "day", "later"),
    [
        ("등록 2023.12.20 09:42:31", "2023-12-20", False),
        ("승인 2013.08.17 22:10", "2013-08-17", False),
        ("입력2011.03.02 15:29", "2011-03-02", False),
        ("입력 2015년 12월 10일 10시 02분", "2015-12-10", False),
        ("입력 | 2011-12-01 00:49   수정 | 2011-12-02 11:22", "2011-12-01", False),
        ("수정2011.03.02 17:06", "2011-03-02", True),
        ("작성자 김나래 작성일20-02-21 19:48 조회125회 댓글0건", "2020-02-21", False),
        ("작성자 김나래 작성일99-02-21 19:48", "1999-02-21", False),
        (
            "2014-09-13 08:43:00최종 업데이트 : 2014-09-14 08:43:00 작성자 : 한별",
            "2014-09-13",
            False,
        ),
        ("2010/11/18 21:01 송고", "2010-11-18", False),
        ("2019-06-22     한별 기자", "2019-06-22", False),
        ("2025. 7. 8. 16:21", "2025-07-08", False),
        ("2025.07.08. 오전 09:57.", "2025-07-08", False),
        ("입력 2001-06-21 18:422001년 6월 21일 18시 42분", "2001-06-21", False),
        ("입력 2008.12.30 (21:58)", "2008-12-30", False),
        ("신청 2024건…지난해보다 17%↑", None, False),
        ("2024년 3월 1일 문을 연 도서관은 하루 평균 300명이 찾는 명소가 됐다.", None, False),
    ],
)
def test_the_stamp_of_an_article(text: str, day: str | None, later: bool) -> None:
    found = dates.stamp(text)
    assert (found.day if found else None) == day
    assert not found or found.later == later


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("[도담일보=김나래 기자] 가람시는 4일", ("김나래",)),
        ("[도담일보 김나래 기자] 가람시는 4일", ("김나래",)),
        ("[도담일보 = 김나래 기자]  가람시는 4일", ("김나래",)),
        ("[도담일보/김나래기자] 가람시는 4일", ("김나래",)),
        ("(도담일보=김나래 기자) 가람시는 4일", ("김나래",)),
        ("[ 도담일보 - 김나래 기자 ] 가람시는 4일", ("김나래",)),
        ("[도담일보김나래기자] 가람시는 4일", ("김나래",)),
        ("도담일보 김나래 기자 | 가람시는 4일", ("김나래",)),
        ("[도담일보ㅣ가람 김나래 기자] 가람시는 4일", ("김나래",)),
        ("[도담일보=김나래 가람지국장] 가람시는 4일", ("김나래",)),
        ("[도담일보=김나래 칼럼니스트] 가람시는 4일", ("김나래",)),
        ("[도담일보=정리 김나래 기자] 가람시는 4일", ("김나래",)),
        ("(가람=가온연합) 김나래 이하람 기자 = 가람시는 4일", ("김나래", "이하람")),
        ("(가람=가온연합) 김나래·이하람 기자 = 가람시는 4일", ("김나래", "이하람")),
        ("[온새=다솔통신]남궁솔 특파원 = 가람시는 4일", ("남궁솔",)),
        ("[도담일보] 가람시는 4일", ()),
        ("[가람=다솔통신] 가람시는 4일", ()),
        ("[사설] 가람시는 4일", ()),
        ("김나래 기자가 가람시를 찾았다.", ()),
    ],
)
def test_the_byline_that_opens_a_body(text: str, names: tuple[str, ...] | None) -> None:
    assert bylines.opening_names(text + " 시민회관에서 잔치를 열었다.") == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("김나래 기자", ("김나래",)),
        ("김나래기자", ("김나래",)),
        ("/김나래기자 narae@", ("김나래",)),
        ("/가람=김나래기자 narae@", ("김나래",)),
        ("김나래 기자 narae@example.invalid", ("김나래",)),
        ("[ 도담일보 / 가람 = 김나래 기자 ]", ("김나래",)),
        ("[도담일보 ■가람군=김나래 기자]", ("김나래",)),
        ("가람 김나래 기자 narae@example.invalid", ("김나래",)),
        ("도담일보=김나래 기자(narae@example.invalid)", ("김나래",)),
        ("온새방송 김나래 (narae@example.invalid)", ("김나래",)),
        ("글·사진 김나래 기자", ("김나래",)),
        ("Editor. 김나래", ("김나래",)),
        ("작성자 : 김나래", ("김나래",)),
        ("기자명 김나래 기자", ("김나래",)),
        ("desk@example.invalid", ()),
        ("온라인뉴스팀", ()),
        ("김나래 회장", None),
        ("김나래 기자가 도담일보에 들어왔다.", None),
        ("기자 30명 뽑는다", None),
        ("가람시, 마을 기록가 30명 위촉", None),
    ],
)
def test_a_line_that_is_a_byline_alone(text: str, names: tuple[str, ...] | None) -> None:
    assert bylines.line_names(text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("잔치를 열었다./김나래기자 narae@", ("김나래",)),
        ("잔치를 열었다. 김나래 기자 narae@example.invalid", ("김나래",)),
        ("좋다”고 말했다.[김나래 기자]", ("김나래",)),
        ("이 소식은 김나래 기자", ()),
        ("자리에는 김나래 기자가 함께했다.", ()),
    ],
)
def test_the_byline_glued_to_the_last_sentence(text: str, names: tuple[str, ...] | None) -> None:
    assert bylines.closing_names("가람시는 4일 " + text) == names


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("배너", "end"),
        ("COVER STORY", "end"),
        ("더보기", "more"),
        ("더보기+", "more"),
        ("포토뉴스", "label"),
        ("댓글 0", "furniture"),
        ("0 / 400", "furniture"),
        ("14,185,899", "furniture"),
        (":::온새신문:::", "furniture"),
        ("홈 > 지역 > 온새", "furniture"),
        ("![]() |", "furniture"),
        ("72℉", "furniture"),
        ("<저작권자(c) 가온연합, 무단 전재-재배포 금지>", "rights"),
        ("Copyright © 도담일보. All rights reserved.", "rights"),
        ("도담일보(desk@example.invalid)", "end"),
        ("※ 실시간 현황판", "end"),
        ("#메밀 #누리군", "end"),
        ("<앵커>", "cue"),
        ("CG1.", "cue"),
        ("[기자]", "cue"),
        ("◀ANC▶", "cue"),
        ("【 앵커멘트 】", "cue"),
        ("앵커)", "cue"),
        ("=VCR 1=", "cue"),
        ("[강이슬/온새 주민]", "short"),
        ("10.07 (토)", "date"),
        ("▲시민회관 전경./사진=김나래 기자", "caption"),
        ("사진1. 마을 잔치", "caption"),
        ("주민들이 걷고 있다. [도담일보 자료사진]", "caption"),
        ("▲ 가람 : [12, 25] (15∼22) <20, 30>", "short"),
        ("세부 내용은 ▲교실(복지관) ▲장터(상인회) 등이다.", "prose"),
        ("저작권자 허락 없이 무단 복제한 책을 판 일당이 붙잡혔다고 한다.", "prose"),
        ("가람시, 마을 기록가 30명 위촉", "short"),
        ("그렇다.", "prose"),
        ("누가 물을 지켰나?", "short"),
    ],
)  # fmt: skip
def test_what_a_line_could_be(text: str, kind: str) -> None:
    assert kind_of(lines_of(text)[0]) == kind


@pytest.mark.parametrize(
    ("text", "sentence", "cut"),
    [
        ("가람시가 잔치를 열었다.", True, False),
        ("“함께 가자”고 말했다.", True, False),
        ("“고맙습니다.”", True, False),
        ("둔치에 핀 메밀꽃.", False, False),
        ("가람시가 잔치를 열", False, True),
        ("가람시가 잔치를 열었다…", False, True),
        ("가람시가 잔치를 열었다...", False, True),
        ("가람시, “잔치 연다”", False, False),
    ],
)
def test_how_a_line_ends(text: str, sentence: bool, cut: bool) -> None:
    assert ends_sentence(text) == sentence
    assert is_cut(text) == cut


def test_a_long_line_is_prose_however_it_ends() -> None:
    assert is_prose("가람시 " * 30)


@pytest.mark.parametrize(
    ("headline", "text"),
    [
        ("가람시, 마을 기록가 30명 위촉", "가람시는 지난 4일 시민회관에서 서른 명을 위촉했다고 밝"),
        ("“노래로 스무 해” 합창단 기념 공연", "라온시립합창단이 창단 스무 돌을 맞아 오는 20일"),
        ("온새항 뱃길 하루 여섯 번으로 늘린다", "온새군은 다음 달 1일부터 아침 배를 두 번 더"),
        ("다솔천 메밀밭 ‘하얀 물결’", "이번 주말 다솔천을 찾는 사람은 메밀꽃을"),
        ("도담구 문풍지 봉사단", "[도담일보=김나래 기자] 도담구가 겨울을 앞두고"),
        ("미르읍 빵집의 밀밭 농사", " 미르읍에 들어선 작은 빵집이 동네 밀로"),
    ],
)
def test_a_headline_and_its_text_on_one_line_part_where_the_text_begins(
    headline: str, text: str
) -> None:
    line = f"{headline} {text}"
    found = split_headline(line)
    assert found is not None
    assert line[: found[0]] == headline
    assert line[found[1] :] == text.strip()


def test_prose_without_a_headline_is_not_split() -> None:
    assert split_headline("그러면서 물이 오르는 나무를 보며 봄을 기다리는 마음을 노래하는") is None


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("▲ 사진=자료 화면 캡처누리군은 메밀을 심었다. 꽃이 활짝 피었다.", "캡처"),
        ("사진=가람시 제공“함께 가자”는 말이 나왔다. 시민이 모였다고 한다.", "제공"),
        ("▲ 사진=가람시 제공", None),
        ("누리군은 메밀을 심었다. 꽃이 활짝 피었다.", None),
    ],
)
def test_a_caption_glued_to_the_first_sentence(text: str, end: str | None) -> None:
    size = captions.glued_end(text)
    assert (text[:size].endswith(end) and size > 0) if end else size == 0
