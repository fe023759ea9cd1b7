"""Posts beside names: before, after, in brackets, with and without their house."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest

from archive.entities.offices import fullest, may_be_called, office, office_word
from archive.entities.roles import introductions
from archive.model import Mention

if TYPE_CHECKING:
    from archive.entities.introduced import Introduction
    from archive.model import EntityKind

BESIDE: list[tuple[str, str, tuple[str, ...]]] = [
    ("한도윤 누리주식회사 대표이사는 웃었다.", "한도윤", ("누리주식회사 대표이사",)),
    ("한도윤 가람시장은 웃었다.", "한도윤", ("가람시장",)),
    ("시장 한도윤은 웃었다.", "한도윤", ("시장",)),
    ("한도윤(52·도담대 교수) 씨는 웃었다.", "한도윤", ("도담대 교수",)),
    ("한도윤 전 가람시장은 웃었다.", "한도윤", ("전 가람시장",)),
    ("한도윤 신임 회장은 웃었다.", "한도윤", ("회장",)),
    ("한도윤 시장 후보는 웃었다.", "한도윤", ("시장 후보",)),
    ("한도윤 한들전통시장 상인회장은 웃었다.", "한도윤", ("한들전통시장 상인회장",)),
    ("한도윤 씨가 회장 선거에 나섰다.", "한도윤", ()),
    ("한도윤은 시장을 찾았다.", "한도윤", ()),
    ("한도윤 이날 시장에서 웃었다.", "한도윤", ()),
    ("[한도윤/새말 주민]", "한도윤", ("새말 주민",)),
    ("인터뷰 : 한도윤 / 가람시 관광과장", "한도윤", ("가람시 관광과장",)),
    ("그림책 작가 한도윤은 웃었다.", "한도윤", ("그림책 작가",)),
    ("유명 작가 한도윤은 웃었다.", "한도윤", ("작가",)),
    ("여전히 한도윤 회장은 웃었다.", "한도윤", ("회장",)),
    ("다름이 아니라 한도윤 회장은 웃었다.", "한도윤", ("회장",)),
    ("새말을 비롯해 작가 한도윤은 웃었다.", "한도윤", ("작가",)),
    ("가람시를 떠난 작가 한도윤은 웃었다.", "한도윤", ("작가",)),
    ("누리 세이버스 투수코치 한도윤은 웃었다.", "한도윤", ("누리 세이버스 투수코치",)),
    ("누리군의 한도윤 군수는 웃었다.", "한도윤", ("누리군수",)),
    ("누리상회 최고경영자(CEO) 한도윤은 웃었다.", "한도윤", ("누리상회 최고경영자",)),
    ("누리상회 대표이사 사장 한도윤은 웃었다.", "한도윤", ("누리상회 대표이사 사장",)),
    ("프로배구 누리은행 한도윤 감독은 웃었다.", "한도윤", ("누리은행 감독",)),
    ("윗새말 이장 한도윤은 웃었다.", "한도윤", ("윗새말 이장",)),
    ("누리협회 회장인 한도윤은 웃었다.", "한도윤", ("누리협회 회장",)),
    ("아버지가 교수인 한도윤은 웃었다.", "한도윤", ()),
    ("시인이자 교사인 한도윤은 웃었다.", "한도윤", ("시인", "교사")),
    ("누리군 한도윤 부군수는 웃었다.", "한도윤", ("누리군 부군수",)),
    ("누리신문 경제부 한도윤 부장은 웃었다.", "한도윤", ("누리신문 경제부장",)),
    ("누리상회 영업본부 한도윤 부장은 웃었다.", "한도윤", ("누리상회 영업본부 부장",)),
    ("전 누리은행 부행장 한도윤은 웃었다.", "한도윤", ("전 누리은행 부행장",)),
    ("누리극단 한도윤 단장 겸 예술감독은 웃었다.", "한도윤", ("누리극단 단장 겸 예술감독",)),
    ("한도윤 가람대 교수·전 새말시장", "한도윤", ("가람대 교수", "전 새말시장")),
    ("이사회를 열어 한도윤 대표를 뽑았다.", "한도윤", ("대표",)),
    ("누리시장 한도윤 상인회장은 웃었다.", "한도윤", ("누리시장 상인회장",)),
    ("누리연구소 연구원 한도윤 교수는 웃었다.", "한도윤", ("교수", "누리연구소 연구원")),
    ("시민단체 ‘누리길’ 한도윤 대표는 웃었다.", "한도윤", ("누리길 대표",)),
    ("스타트업 ‘누리길’ 대표 한도윤은 웃었다.", "한도윤", ("누리길 대표",)),
    ("전 누리군수이자 시인인 고(故) 한도윤 선생", "한도윤", ("전 누리군수", "시인")),
    ("한도윤 누리상의 회장은 웃었다.", "한도윤", ("누리상의 회장",)),
    ("누리FC 한도윤 감독은 웃었다.", "한도윤", ("누리FC 감독",)),
    ("그와 결별하고 한도윤 코치에게 맡겼다.", "한도윤", ("코치",)),
    ("누리재단 새 이사장 한도윤", "한도윤", ("누리재단 이사장",)),
    ("영화 ‘새벽’의 한도윤 감독은 웃었다.", "한도윤", ("감독",)),
    ("나무와길출판사 한도윤 대표는 웃었다.", "한도윤", ("나무와길출판사 대표",)),
    ("도서출판 나무 한도윤 대표는 웃었다.", "한도윤", ("도서출판 나무 대표",)),
    ("한도윤 주베트남 대사는 웃었다.", "한도윤", ("주베트남 대사",)),
    ("누리경찰서 수사2과 한도윤 경위는 웃었다.", "한도윤", ("누리경찰서 수사2과 경위",)),
    ("누리고 야구부 한도윤 감독은 웃었다.", "한도윤", ("누리고 야구부 감독",)),
    ("새말 스콜피언스 한도윤 감독은 웃었다.", "한도윤", ("새말 스콜피언스 감독",)),
    ("우승팀 스콜피언스 한도윤 감독은 웃었다.", "한도윤", ("스콜피언스 감독",)),
    ("전 누리협회 회장 한도윤은 웃었다.", "한도윤", ("전 누리협회 회장",)),
    ("비가 오자 새말 스콜피언스 한도윤 감독은 웃었다.", "한도윤", ("스콜피언스 감독",)),
    ("누리협회 회장으로 선출된 한도윤은 웃었다.", "한도윤", ("누리협회 회장",)),
    ("누리협회 회장에 새로 뽑힌 한도윤 씨는 웃었다.", "한도윤", ("누리협회 회장",)),
    ("누리협회 회장을 맡고 있는 한도윤 교수는 웃었다.", "한도윤", ("교수", "누리협회 회장")),
    ("누리협회 회장직을 겸하는 한도윤은 웃었다.", "한도윤", ("누리협회 회장",)),
    ("누리협회 대사로 활동 중인 배우 한도윤은 웃었다.", "한도윤", ("배우", "누리협회 대사")),
    ("주한 벨로니아대사인 한도윤은 웃었다.", "한도윤", ("주한 벨로니아대사",)),
    ("신임 회장에 오른 한도윤 전 의장은 웃었다.", "한도윤", ("전 의장", "회장")),
    ("누리협회 회장인 새빛대 한도윤 교수는 웃었다.", "한도윤", ("새빛대 교수", "누리협회 회장")),
    ("위원장으로 위촉된 배우 출신 감독 한도윤은 웃었다.", "한도윤", ("감독", "위원장")),
    ("의장을 지낸 한도윤 의원은 웃었다.", "한도윤", ("의원",)),
    ("시장에 의해 임명된 한도윤 국장은 웃었다.", "한도윤", ("국장",)),
    ("회장에 이어 선출된 한도윤 총무는 웃었다.", "한도윤", ("총무",)),
    ("서이안이 회장을 맡은 누리상회 한도윤 대표는 웃었다.", "한도윤", ("누리상회 대표",)),
    ("사회를 맡은 한도윤은 웃었다.", "한도윤", ()),
    ("누리상회 신임 사장 한도윤은 웃었다.", "한도윤", ("누리상회 사장",)),
    ("핸드볼 국가대표 한도윤 선수는 웃었다.", "한도윤", ("핸드볼 국가대표 선수",)),
    ("무소속 한도윤 의원은 웃었다.", "한도윤", ("무소속 의원",)),
    ("무소속 한도윤 가람시장은 웃었다.", "한도윤", ("가람시장",)),
    ("뒷줄 왼쪽부터 한도윤 대표가 섰다.", "한도윤", ("대표",)),
    ("박사과정 한도윤 연구원은 웃었다.", "한도윤", ("박사과정 연구원",)),
    ("누리지법 한도윤 영장전담 판사는 웃었다.", "한도윤", ("누리지법 영장전담 판사",)),
    ("서이안 씨의 아내 한도윤 대표는 웃었다.", "한도윤", ("대표",)),
    ("어제 한도윤 운동장에서 공을 찼다.", "한도윤", ()),
    ("새말초등학교 국어 교사인 한도윤은 웃었다.", "한도윤", ("새말초등학교 국어 교사",)),
    ("■한도윤 씨(누리전자 상무) 모친상", "한도윤", ("누리전자 상무",)),
    ("㈔누리회 이사장 한도윤은 웃었다.", "한도윤", ("㈔누리회 이사장",)),
    (
        "누리전자 회장 겸 누리장학회 이사장인 한도윤",
        "한도윤",
        ("누리전자 회장", "누리장학회 이사장"),
    ),
    ("한도윤 누리전자 회장 겸 누리장학회 이사장", "한도윤", ("누리전자 회장", "누리장학회 이사장")),
]


@pytest.mark.parametrize(("text", "name", "roles"), BESIDE)
def test_what_stands_beside_a_name(text: str, name: str, roles: tuple[str, ...]) -> None:
    (intro,) = introductions(text, [_person(text, name)])
    assert intro.roles == roles


APPOINTED: list[tuple[str, tuple[str, ...]]] = [
    ("[누리상회]는 {한도윤} 씨를 신임 대표이사로 선임했다.", ("누리상회 대표이사",)),
    ("[누리상회]는 대표에 {한도윤} 전무를 앉혔다.", ("누리상회 전무", "누리상회 대표")),
    ("[누리상회], 신임 대표에 {한도윤} 부사장 내정", ("부사장",)),
    ("[누리군]은 새 감사관에 {한도윤} 변호사를 임명했다.", ("변호사", "누리군 감사관")),
    ("[누리군]은 가수 {한도윤}을 홍보대사로 위촉했다.", ("가수", "누리군 홍보대사")),
    ("{한도윤} 교수가 [누리협회] 제5대 회장으로 뽑혔다.", ("교수", "누리협회 회장")),
    ("[누리군]은 5일자로 감사관에 {한도윤} 변호사를 임명했다.", ("변호사", "누리군 감사관")),
    ("[누리군]은 시립극단 단장에 {한도윤}을 위촉했다.", ("누리군 시립극단 단장",)),
    ("[누리상회]는 {한도윤} 부장을 대표로 승격시켰다.", ("부장", "누리상회 대표")),
    ("[누리군]은 {한도윤} 씨와 결별하고 5일자로 떠났다.", ()),
    ("[누리협회]는 만장일치로 {한도윤} 씨를 차기 회장으로 추대했다.", ("누리협회장",)),
    ("[누리협회]는 회장으로 {한도윤}의 아들을 뽑았다.", ()),
    ("{한도윤}이 [누리상회]의 최고경영자(CEO)로 자리를 옮겼다.", ("누리상회 최고경영자",)),
    ("[누리협회] 정기총회에서 {한도윤} 씨가 회장에 선출됐다.", ("누리협회장",)),
    ("{한도윤} [누리전자] 부사장이 사장으로 승진했다.", ("누리전자 부사장", "누리전자 사장")),
    ("[누리재단], 새 이사장에 {한도윤} 전 의원", ("전 의원", "누리재단 이사장")),
    ("{한도윤} 전 의원, [누리재단] 이사장 취임", ("전 의원", "누리재단 이사장")),
    ("[누리은행] 차기 행장에 {한도윤} 부행장…처음", ("부행장", "누리은행 행장")),
    ("[누리재단] 이사장에 {한도윤} 의원 비판", ("의원",)),
    ("누리경찰서장에 {한도윤} 총경이 취임했다.", ("총경", "누리경찰서장")),
    ("누리전자는 {한도윤} 변호사를 대표로 영입했다.", ("변호사", "누리전자 대표")),
    ("[누리체육회] 민선 3기 회장에 {한도윤} 씨가 당선됐다.", ("누리체육회 회장",)),
    ("{한도윤}이 핀테크 기업 페이온의 대표로 옮겼다.", ("페이온 대표",)),
    ("[국회]는 {한도윤} 의원을 의장으로 뽑았다.", ("의원", "국회 의장")),
    ("{한도윤} 교수가 심사위원장을 맡았다.", ("교수", "심사위원장")),
    ("정부는 국무총리에 {한도윤} 의원을 지명했다.", ("의원",)),
    ("정부는 국무총리 후보자로 {한도윤} 의원을 지명했다.", ("의원", "국무총리 후보자")),
    ("{한도윤} 씨가 [누리협회] 회장에 취임하지 않았다.", ()),
    ("{한도윤} 의원이 사장 후보에 올랐다.", ("의원",)),
    ("{한도윤} [누리상회] 회장이 회장에 올랐다.", ("누리상회 회장",)),
    ("{한도윤} 후보를 제치고 회장에 당선됐다.", ("후보",)),
    ("{한도윤} 의장이 대변인에 임명했다.", ("의장",)),
    ("{한도윤}은 회장에 취임했던 사람을 만났다.", ()),
    ("닮고 싶은 선수로 {한도윤}을 뽑았다.", ()),
    ("{한도윤} 씨가 사회를 맡았다.", ()),
    ("{한도윤} 씨는 말했다. [누리협회]는 회장에 교수를 뽑았다.", ()),
    ("[누리상회]는 {한도윤} 씨의 아들을 대표로 선임했다.", ()),
    ("[누리군]은 {한도윤} 씨를 시장에서 붙잡았다.", ()),
]


@pytest.mark.parametrize(("marked", "roles"), APPOINTED)
def test_who_is_given_a_post(marked: str, roles: tuple[str, ...]) -> None:
    (intro,) = _introduced(marked)
    assert intro.roles == roles


HOUSES_FARTHER: list[tuple[str, tuple[str, ...]]] = [
    ("[누리군]의 버스가 공짜다. {한도윤} 군수는 웃었다.", ("누리군수",)),
    ("[누리군]은 [솔내군]과 맺었다. {한도윤} 군수는 웃었다.", ("군수",)),
    ("[누리군]에서 왔다. {한도윤} 시장은 웃었다.", ("시장",)),
    ("새말2리는 바쁘다. {한도윤} 이장은 웃었다.", ("새말2리 이장",)),
    ("게임사 솜사탕을 창업한 {한도윤} 대표는 웃었다.", ("솜사탕 대표",)),
    ("[누리상회]를 이끄는 {한도윤} 대표는 웃었다.", ("누리상회 대표",)),
    ("카페를 운영하는 {한도윤} 대표는 웃었다.", ("대표",)),
    ("회사를 세운 {한도윤} 회장은 웃었다.", ("회장",)),
    ("[누리공사]는 사장 내정자인 {한도윤}을 불렀다.", ("누리공사 사장 내정자",)),
    ("[누리교향악단]은 지휘자 {한도윤}을 불렀다.", ("누리교향악단 지휘자",)),
    ("[누리공사]는 배우 {한도윤}을 불렀다.", ("배우",)),
    ("[누리대학] 국문과 {한도윤} 교수는 웃었다.", ("누리대학 국문과 교수",)),
    ("[누리은행] 직원 {한도윤} 씨는 웃었다.", ("누리은행 직원",)),
    ("편의점 직원 {한도윤} 씨는 웃었다.", ()),
    ("극단 누리 {한도윤} 대표는 웃었다.", ("극단 누리 대표",)),
    ("가야금 연주자 {한도윤}은 웃었다.", ("가야금 연주자",)),
    ("배우 겸 복싱 선수 {한도윤}은 웃었다.", ("배우 겸 복싱 선수",)),
    ("누리고 체육 교사 {한도윤}은 웃었다.", ("누리고 체육 교사",)),
    ("누리서 형사과장 {한도윤}은 웃었다.", ("누리서 형사과장",)),
    ("{한도윤} 누리그룹 회장 겸 한들씨름협회장은", ("누리그룹 회장", "한들씨름협회장")),
    ("누리 유나이티드의 {한도윤} 감독은 웃었다.", ("누리 유나이티드 감독",)),
    ("[누리소방서] 현장대응단 {한도윤} 소방교는 웃었다.", ("누리소방서 현장대응단 소방교",)),
    ("[누리전자] 최고기술책임자(CTO)인 {한도윤}은 웃었다.", ("누리전자 최고기술책임자",)),
    ("[누리군] 가람달마을 이장 {한도윤} 씨는 웃었다.", ("누리군 가람달마을 이장",)),
    ("㈔[누리협회 가람지부] {한도윤} 지부장은 웃었다.", ("㈔누리협회 가람지부장",)),
    ("[누리군 보건과] 방문간호사 {한도윤} 씨는 웃었다.", ("누리군 보건과 방문간호사",)),
    ("브라질을 찾아 {엘레나 보른} 대통령과 만났다.", ("브라질 대통령",)),
    ("브라질을 찾아 {한도윤} 대통령과 만났다.", ("대통령",)),
    ("브라질과 싸운 {엘레나 보른} 대통령과 만났다.", ("대통령",)),
]


@pytest.mark.parametrize(("marked", "roles"), HOUSES_FARTHER)
def test_a_house_that_stands_farther_off(marked: str, roles: tuple[str, ...]) -> None:
    (intro,) = _introduced(marked)
    assert intro.roles == roles


@pytest.mark.parametrize(
    ("marked", "roles"),
    [
        ("[새말당] {한도윤}, [누리당] {서이안} 후보가 나섰다.", ("새말당 후보", "누리당 후보")),
        ("[새말당] {한도윤}(52)·[누리당] {서이안} 의원이 섰다.", ("새말당 의원", "누리당 의원")),
        ("[새말당] {한도윤} 씨와 [누리당] {서이안} 의원이 섰다.", ("", "누리당 의원")),
        ("{한도윤}, [누리당] {서이안} 의원이 섰다.", ("", "누리당 의원")),
    ],
)
def test_a_post_that_several_have_each_of_a_house(marked: str, roles: tuple[str, ...]) -> None:
    assert [" ".join(one.roles) for one in _introduced(marked)] == list(roles)


@pytest.mark.parametrize(
    ("marked", "roles"),
    [
        ("◇[누리부] ▷감사관 {한도윤} ▷총무과장 {서이안}", ("누리부 감사관", "누리부 총무과장")),
        ("누리대 ◇보직교수 ▲교무처장 {한도윤}", ("누리대 교무처장",)),
        ("[인사] [누리은행] ◇승진 △ 영업본부 부장 {한도윤}", ("누리은행 영업본부 부장",)),
        ("◇[누리은행]\n▲부행장 {한도윤}\n▲{서이안} 감사", ("누리은행 부행장", "누리은행 감사")),
        ("◇[누리은행] ▲[누리카드] 대표 {한도윤}", ("누리카드 대표",)),
        ("◇[누리부] <4급 승진> ▲국장 {한도윤}", ("누리부 국장",)),
        ("◇[누리전자] △이사 {한도윤} {서이안}", ("누리전자 이사", "누리전자 이사")),
        ("◇대회 결과 ▲감독 {한도윤}", ("감독",)),
        ("◇[누리은행] ◇참석자 ▲회장 {한도윤}", ("회장",)),
        ("◇[누리은행] ▲대상 {한도윤}", ("",)),
    ],
)
def test_a_notice_names_its_house_once(marked: str, roles: tuple[str, ...]) -> None:
    assert [" ".join(one.roles) for one in _introduced(marked)] == list(roles)


def test_two_are_given_one_post() -> None:
    found = _introduced("[누리상회]는 {한도윤} 변호사와 {서이안} 교수를 이사로 선임했다.")
    assert [one.roles for one in found] == [("변호사", "누리상회 이사"), ("교수", "누리상회 이사")]


def test_who_is_with_another_is_given_nothing() -> None:
    first, second = _introduced("배우 {한도윤}과 가수 {서이안}이 홍보대사로 위촉됐다.")
    assert (first.roles, second.roles) == (("배우", "홍보대사"), ("가수", "홍보대사"))
    first, second = _introduced("{한도윤} 의원과 손잡은 {서이안} 의원이 대표로 뽑혔다.")
    assert (first.roles, second.roles) == (("의원",), ("의원", "대표"))


def test_a_post_is_that_of_a_house_or_a_country_by_its_genitive() -> None:
    house, country = "누리교향악단", "벨로니아"
    text = f"{house}의 지휘자 한도윤과 {country}의 엘레나 보른 외무장관이 만났다."
    places = [
        Mention(0, len(house), "organisation", house),
        Mention(text.index(country), text.index(country) + len(country), "place", country),
    ]
    people = [_person(text, "한도윤"), _person(text, "엘레나 보른")]
    found = introductions(text, [places[0], people[0], places[1], people[1]])
    assert [one.roles for one in found] == [("누리교향악단 지휘자",), ("벨로니아 외무장관",)]


def test_several_hold_one_post_in_brackets() -> None:
    text = "누리시민모임(공동대표 한도윤·서이안)은 웃었다."
    house = Mention(0, 6, "organisation", "누리시민모임")
    found = introductions(text, [house, _person(text, "한도윤"), _person(text, "서이안")])
    assert [one.roles for one in found] == [("누리시민모임 공동대표",)] * 2


def test_a_clause_says_of_a_town_nothing_that_it_says_of_who_comes_from_there() -> None:
    text = "의장을 맡은 가람의 한도윤 대사는 웃었다."
    found = introductions(text, [_person(text, "가람"), _person(text, "한도윤")])
    assert found[0].roles == ()


def test_a_post_between_two_names_is_the_first_ones() -> None:
    text = "한도윤 시장 서이안 의장이 만났다."
    first, second = introductions(text, [_person(text, "한도윤"), _person(text, "서이안")])
    assert (first.roles, second.roles) == (("시장",), ("의장",))


def test_a_house_before_a_row_of_names_is_that_of_all() -> None:
    text = "가람시의회 한도윤·서이안 의원이 만났다."
    people = introductions(text, [_person(text, "한도윤"), _person(text, "서이안")])
    assert [one.roles for one in people] == [("가람시의회 의원",)] * 2


@pytest.mark.parametrize(
    ("text", "first", "second"),
    [
        ("배우 한도윤과 서이안이 만났다.", "배우", "배우"),
        ("배우 한도윤(52), 서이안이 만났다.", "배우", "배우"),
        ("배우 한도윤과 서이안 대표가 만났다.", "배우", "대표"),
        ("배우 한도윤과 서이안 씨가 만났다.", "배우", ""),
        ("배우 한도윤과 아내 서이안이 만났다.", "배우", ""),
        ("가수 겸 배우 한도윤과 서이안이 만났다.", "가수 겸 배우", ""),
        ("배우 한도윤, 서이안과 만났다.", "배우", ""),
        ("감독 한도윤과 서이안이 만났다.", "감독", ""),
        ("배우 한도윤이 서이안과 만났다.", "배우", ""),
    ],
)
def test_a_calling_before_a_row_of_names_is_that_of_all(text: str, first: str, second: str) -> None:
    people = introductions(text, [_person(text, "한도윤"), _person(text, "서이안")])
    assert [" ".join(one.roles) for one in people] == [first, second]


def test_an_abbreviation_in_brackets_is_no_end_of_a_house() -> None:
    text = "누리씨름연맹(NSF) 회장 한도윤은 웃었다."
    house = Mention(0, 6, "organisation", "누리씨름연맹")
    (intro,) = introductions(text, [house, _person(text, "한도윤")])
    assert intro.roles == ("누리씨름연맹 회장",)


def test_a_list_that_begins_with_a_post_keeps_posts_before_names() -> None:
    text = "회장 한도윤 부회장 서이안을 뽑았다."
    first, second = introductions(text, [_person(text, "한도윤"), _person(text, "서이안")])
    assert (first.roles, second.roles) == (("회장",), ("부회장",))


@pytest.mark.parametrize(
    ("house", "title", "full"),
    [
        ("가람시", "시장", "가람시장"),
        ("누리군", "군수", "누리군수"),
        ("솔빛구", "구청장", "솔빛구청장"),
        ("해솔도", "도지사", "해솔도지사"),
        ("가람시상인연합회", "회장", "가람시상인연합회장"),
        ("가족센터", "센터장", "가족센터장"),
        ("누리주식회사", "사장", "누리주식회사 사장"),
        ("가람문화재단", "단장", "가람문화재단 단장"),
        ("도담대학교", "총장", "도담대학교 총장"),
    ],
)
def test_a_house_and_its_head(house: str, title: str, full: str) -> None:
    assert office(house, title) == full


@pytest.mark.parametrize(
    ("word", "title"),
    [
        ("가람시장은", "가람시장"),
        ("협의회장이", "협의회장"),
        ("전통시장은", None),
        ("연회장에서", None),
        ("내과의원은", None),
        ("누리내과의원은", None),
        ("누리출판사는", None),
        ("부장판사는", "부장판사"),
        ("피지컬트레이너는", "피지컬트레이너"),
        ("장학사는", "장학사"),
        ("최고안녕책임자는", "최고안녕책임자"),
        ("의장은", "의장"),
        ("나무", None),
    ],
)
def test_which_words_name_an_office(word: str, title: str | None) -> None:
    found = office_word(word)
    assert (found.title if found else None) == title


@pytest.mark.parametrize(
    ("head", "short", "may"),
    [
        ("대표이사", "대표", True),
        ("가람시장", "시장", True),
        ("부시장", "시장", False),
        ("이사장", "사장", False),
        ("본부장", "부장", False),
        ("원내대표", "대표", False),
        ("국회의원", "의원", True),
        ("원내수석부대표", "수석", True),
    ],
)
def test_what_a_holder_is_called_for_short(head: str, short: str, may: bool) -> None:
    assert may_be_called(head, short) is may


def test_the_fullest_form_of_a_post_stands_alone() -> None:
    assert fullest(["시장", "가람시장", "가람시장"]) == ("가람시장",)
    assert fullest(["대표", "누리주식회사 대표이사"]) == ("누리주식회사 대표이사",)
    assert fullest(["시장", "협의회장"]) == ("시장", "협의회장")


@pytest.mark.parametrize("tagger", ["as_marked", "as_tagged"])
def test_the_labelled_set_keeps_its_score(
    scores: Any, floors: Any, tagger: str, half: bool
) -> None:
    total, misses = scores.score("roles", getattr(scores, tagger), held=half)
    floor = floors("roles", tagger, half)
    assert total.precision >= floor["precision"], misses
    assert total.recall >= floor["recall"], misses


def _introduced(marked: str) -> list[Introduction]:
    """The introductions of a text with its houses in [ ] and its people in { }."""
    marked = marked.replace("[인사]", "<인사>")
    text = re.sub(r"[\[\]{}]", "", marked)
    mentions, shift = [], 0
    for match in re.finditer(r"([\[{])(.+?)[\]}]", marked):
        kind: EntityKind = "organisation" if match[1] == "[" else "person"
        start = match.start() - shift
        mentions.append(Mention(start, start + len(match[2]), kind, match[2]))
        shift += 2
    return introductions(text, mentions)


def _person(text: str, name: str) -> Mention:
    start = text.index(name)
    return Mention(start, start + len(name), "person", name)
