"""People whom the tagger misses and their neighbours give away; nouns that are none."""

from __future__ import annotations

import re

import pytest

from archive.entities.cues.names_by_custom import names_by_custom
from archive.entities.mended.bearers import set_right
from archive.entities.mended.teams import houses_behind_names
from archive.entities.mended.whole_names import whole_names
from archive.entities.missed.untagged import untagged_people
from archive.entities.tagger.corrections import corrected
from archive.model import EntityKind, Mention


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("수험생 서한울 양은 웃었다.", "서한울"),
        ("그는 전 대표 서한울에게 물었다.", "서한울"),
        ("그는 전 시장 서한울에게 물었다.", "서한울"),
        ("주민 대표 화한울(사진)은 웃었다.", None),
        ("누리금고 이화자 이사장은 웃었다.", "이화자"),
        ("그때 이용자 대표는 웃었다.", None),
        ("작가 대부분은 웃었다.", None),
        ("대부분 유명인이 왔다.", None),
        ("아시아 가수가 왔다.", None),
        ("대신해 총리가 왔다.", None),
        ("그 대진고 교장은 웃었다.", None),
        ("해양수산부 대변인은 웃었다.", None),
        ("사실인 양 말했다.", None),
        ("해방후 군에 갔다.", None),
        ("두 전 후보를 지지하는 글이다.", None),
        ("시장 상인들에게 물었다.", None),
        ("피해자(45)씨는 웃었다.", None),
        ("김모(45)씨는 웃었다.", None),
        ("적는 이는 민속학자 안보름이다.", "안보름"),
        ("그것이 작가 정신이다.", None),
        ("▲사무관 승진 도한울", "도한울"),
        ("[인사] ◇부장 도한울", "도한울"),
        ("그때 연기파 배우로 꼽혔다.", None),
        ("새 방사선 시장이 열렸다.", None),
        ("그는 주연배우 연기가 좋다고 했다.", None),
        ("개혁적 인사인 국무총리를 만났다.", None),
        ("부병제(府兵制)를 없앴다.", None),
        ("진달래 씨는 웃었다.", "진달래"),
        ("누리협회(회장 선거)가 열렸다.", None),
        ("△부회장=한도윤 △재무=미정", "한도윤"),
        ("세부 내용은 ▲물놀이장 점검(학습관) ▲골목 청소", None),
        ("그날 동마호 선장에게 물었다.", None),
        ("요즘 소아과 전문의 구하기가 어렵다.", None),
        ("그는 신담동 성당 주임신부를 만났다.", None),
        ("그날 누리시 공설운동장에 모였다.", None),
        ("누리지법 남한울 영장 전담 부장판사는 웃었다.", "남한울"),
        ("진달래 경위는 웃었다.", "진달래"),
        ("만화가 진달래 작가는 웃었다.", "진달래"),
        ("그를 잘 아는 스님이 왔다.", None),
        ("웃었다. 사회부기자와 전문기자였다.", None),
        ("<서한울교수 대담>\n그는 웃었다.", None),
        ("그는 누리 AI의 새 기술 CTO를 만났다.", None),
        ("그는 어제 도바다 방위상과 만났다.", "도바다"),
        ("북한 외무상과 만났다.", None),
        ("그 나라 외무상과 만났다.", None),
        ("웃었다.\n한국인 기자 (사진)", None),
        ("누리한인회(회장 이번 총회)가 나섰다.", None),
        ("새말사 이새벽스님이 왔다.", "이새벽"),
        ("한도윤 누리전기 모터사업부 사장은 웃었다.", "한도윤"),
        ("그날 한도윤 누리전기 모터사업부 사장은 웃었다.", None),
    ],
)
def test_people_beside_a_post(text: str, name: str | None) -> None:
    assert [m.text for m in untagged_people(text, [])] == ([name] if name else [])


@pytest.mark.parametrize("text", ["이렇게 김가온후보가 웃었다.", "나오길 김가온감독은 바랐다."])
def test_the_post_of_a_person_makes_none_of_the_word_before(text: str) -> None:
    at = text.index("김가온")
    assert untagged_people(text, [Mention(at, at + 3, "person", "김가온")]) == []


def _people(text: str, *names: str) -> list[Mention]:
    found, at = [], 0
    for name in names:
        at = text.index(name, at)
        found.append(Mention(at, at + len(name), "person", name))
    return found


def test_what_stands_behind_two_names_is_the_house_of_both() -> None:
    text = "김가온 이마루 부사장과 이여울(왼쪽) 이마루 이사가 왔다. 이마루 부사장"
    found = _people(text, "김가온", "이마루", "이여울", "이마루")
    kinds = [mention.kind for mention in houses_behind_names(text, found)]
    assert kinds == ["person", "organisation", "person", "organisation"]
    assert houses_behind_names(text, found[:2]) == found[:2]
    with_reporters = text.replace("부사장", "기자 ").replace("이사", "기자")
    assert houses_behind_names(with_reporters, found) == found


@pytest.mark.parametrize(
    ("text", "behind", "kind"),
    [
        ("김가온 보라차 부사장은 웃었다.", "보라차", "organisation"),
        ("김가온 디엘 상무는 웃었다.", "디엘", "organisation"),
        ("김가온 솔빛랩 이사는 웃었다.", "솔빛랩", "organisation"),
        ("김가온 마루 부사장은 웃었다.", "마루", "organisation"),
        ("김가온 마루 기자는 웃었다.", "마루", "person"),
        ("김가온 이마루 대표(52)는 웃었다.", "이마루", "organisation"),
        ("김가온 이마루 대표는 웃었다. 또 김 대표는 걸었다.", "이마루", "organisation"),
        ("김가온 이마루 대표는 웃었다. 또 이 대표는 걸었다.", "이마루", "person"),
        ("김가온 김마루 대표는 웃었다. 또 김 대표는 걸었다.", "김마루", "person"),
        ("김가온 이마루 대표는 웃었다.", "이마루", "person"),
        ("김가온 이마루 선수(24)는 웃었다.", "이마루", "person"),
        ("김가온, 이마루 대표(52)는 웃었다.", "이마루", "person"),
    ],
)
def test_a_company_behind_one_name(text: str, behind: str, kind: EntityKind) -> None:
    assert houses_behind_names(text, _people(text, "김가온", behind))[1].kind == kind


def test_the_server_of_a_mail_is_nobody() -> None:
    text = "han@nuri.example 서한울 기자"
    names = [Mention(4, 16, "person", "nuri.example"), Mention(17, 20, "person", "서한울")]
    assert corrected(text, names) == names[1:]


@pytest.mark.parametrize(
    ("text", "last", "name"),
    [
        ("시의회에서 마도시마 히로오 시장은 웃었다.", "히로오 시장", "마도시마 히로오 시장"),
        ("방위청장 마도하라 게이노치가 웃었다.", "게이노치", "마도하라 게이노치"),
        ("그래서 히로오 시장은 웃었다.", "히로오", "히로오"),
        ("하지만 히로오 시장은 웃었다.", "히로오", "히로오"),
        ("누리도시의 히로오 시장은 웃었다.", "히로오", "히로오"),
        ("마도시마 히로오를 읽었다.", "히로오", "히로오"),
    ],
)
def test_japanese_names_of_which_the_last_was_tagged(text: str, last: str, name: str) -> None:
    start = text.index(last)
    (whole,) = whole_names(text, [Mention(start, start + len(last), "person", last)])
    assert whole.text == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("시인 올메나 보른은 웃었다.", "올메나 보른"),
        ("상인 올메나 보른(41) 씨는 웃었다.", "올메나 보른"),
        ("감독 출신 보른은 웃었다.", "보른"),
        ("시인 미국인 보른은 웃었다.", "보른"),
        ("새말로 올메나 보른을 불렀다.", "보른"),
    ],
)
def test_first_names_behind_a_post(text: str, name: str) -> None:
    start = text.index("보른")
    (whole,) = whole_names(text, [Mention(start, start + 2, "person", "보른")])
    assert whole.text == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("벨커 데 보른 누리기구 총장은 웃었다.", "벨커 데 보른"),
        ("벨커 반 보는 웃었다.", "벨커 반 보"),
        ("벨커 반 대표는 웃었다.", "벨커"),
    ],
)
def test_a_particle_goes_on_with_a_name_from_abroad(text: str, name: str) -> None:
    (whole,) = whole_names(text, [Mention(0, 2, "person", "벨커")])
    assert whole.text == name


@pytest.mark.parametrize(
    ("text", "tagged", "kind", "right"),
    [
        (
            "가람 국립 누리연구소 소장은 웃었다.",
            "가람 국립 누리연구소",
            "organisation",
            ["가람 국립 누리연구소"],
        ),
        ("에이스 서한울은 웃었다.", "에이스 서한울", "person", ["서한울"]),
        ("서한울 케이비이 대표와", "서한울 케이비이", "person", ["서한울", "케이비이"]),
        ("엘레나 보른 마루차 전무가", "엘레나 보른 마루차", "person", ["엘레나 보른", "마루차"]),
        ("엘레나 보른 페루 총리와", "엘레나 보른 페루 총리", "person", ["엘레나 보른", "페루"]),
        ("서한울 마루 부사장이", "서한울 마루", "person", ["서한울", "마루"]),
        ("호소다 마모루 대표가", "호소다 마모루", "person", ["호소다 마모루"]),
        ("서한울 나은비 대표(52)가", "서한울 나은비", "person", ["서한울", "나은비"]),
        ("서한울 나은비 대표가", "서한울 나은비", "person", ["서한울 나은비"]),
        ("서한울 케이비이 선수가", "서한울 케이비이", "person", ["서한울 케이비이"]),
        ("다니엘 서한울은 웃었다.", "다니엘 서한울", "person", ["다니엘 서한울"]),
        ("엘레나 보른 플레처 감독이", "엘레나 보른 플레처", "person", ["엘레나 보른 플레처"]),
        ("쩐 티 보른씨가", "쩐 티 보른씨", "person", ["쩐 티 보른"]),
        ("권한대행 시장이", "권한대행", "person", []),
        ("양궁팀 주장이", "양궁팀", "person", []),
    ],
)
def test_mentions_that_swallowed_more(
    text: str, tagged: str, kind: EntityKind, right: list[str]
) -> None:
    mention = Mention(0, len(tagged), kind, tagged)
    assert [m.text for m in set_right(text, [mention])] == right


@pytest.mark.parametrize(
    ("text", "tagged", "kind"),
    [
        ("A 경위는 웃었다.", "A 경위", "person"),
        ("KCP 대표는 웃었다.", "KCP 대표", "organisation"),
    ],
)
def test_a_letter_before_a_post_is_somebody_withheld(
    text: str, tagged: str, kind: EntityKind
) -> None:
    (mention,) = set_right(text, [Mention(0, len(tagged), "person", tagged)])
    assert (mention.text, mention.kind) == (tagged.partition(" ")[0], kind)


def test_a_public_house_before_what_it_does_is_no_person() -> None:
    text = "감사원 감사에서 드러났다."
    assert set_right(text, [Mention(0, 3, "organisation", "감사원")])[0].kind == "organisation"


@pytest.mark.parametrize(
    ("marked", "right"),
    [
        ("{한도윤}팀장은 웃었다.", ["한도윤"]),
        ("{한도윤}, {송가람동}장, 통장이 왔다.", ["한도윤", "송가람동"]),
        ("{조달청} 차장에 {한도윤} 국장이 왔다.", ["조달청", "한도윤"]),
        ("전수생 {한도윤}은 웃었다.", ["한도윤"]),
        ("{전수생} {한도윤}은 웃었다.", ["한도윤"]),
        ("[안전점검원] {한도윤} 씨는 웃었다.", ["한도윤"]),
        ("[누리의원] {한도윤} 원장은 웃었다.", ["누리의원", "한도윤"]),
        ("[누리지사] {한도윤} 과장은 웃었다.", ["누리지사", "한도윤"]),
        ("{누리구} 복지정책과 희망팀 {한도윤} 주무관은", ["누리구", "한도윤"]),
        ("{누리구} 복지정책과 주무관은 웃었다.", ["누리구"]),
        ("[누리군 관광]과 직원 {한도윤} 씨는", ["누리군 관광과", "한도윤"]),
        ("[누리군 의회]과 직원 {한도윤} 씨는", ["누리군 의회", "한도윤"]),
        ("[누리시] {한도윤} {서예원}이 왔다.", ["누리시", "한도윤", "서예원"]),
        ("{하야시 마도루} 장관은 웃었다.", ["하야시 마도루"]),
        ("누리 {레이븐스 한도윤}은 웃었다.", ["레이븐스 한도윤"]),
    ],
)
def test_heads_and_parts_of_houses(marked: str, right: list[str]) -> None:
    text, mentions = _marked(marked)
    assert [m.text for m in set_right(text, mentions)] == right


@pytest.mark.parametrize(
    ("text", "tagged", "kind"),
    [
        ("박종구 누리농협 조합장은 웃었다.", "박종구", "person"),
        ("박종구 누리농협 조합장 한도윤은 웃었다.", "박종구", "organisation"),
        ("박종구 누리농협 마당은 넓다.", "박종구", "organisation"),
    ],
)
def test_a_name_that_ends_as_districts_do(text: str, tagged: str, kind: EntityKind) -> None:
    names = [name for name in (tagged, "한도윤") if name in text]
    people = [Mention(text.index(n), text.index(n) + 3, "person", n) for n in names]
    assert set_right(text, people)[0].kind == kind


@pytest.mark.parametrize(
    ("marked", "right"),
    [
        ("{응우옌} 반 남 누리협회 회장은 웃었다.", ["응우옌 반 남"]),
        ("레 티 흐엉은 웃었다.", ["레 티 흐엉"]),
        ("응우옌 흐엉 씨는 웃었다.", ["응우옌 흐엉"]),
        ("쩐 감독은 웃었다.", []),
        ("부 반 남은 것이 없다.", []),
        ("모임을 이끈 {스튜어트} 래니건 누리포드대 교수는", ["스튜어트 래니건"]),
        ("모임을 이끈 {스튜어트} 래니건 누리포드대 앞에서", ["스튜어트"]),
        ("{김베드}로 주임신부는 웃었다.", ["김베드로"]),
        ("박요한 주교는 웃었다.", ["박요한"]),
        ("베드로 신부는 웃었다.", []),
        ("이레네 집 신부는 웃었다.", []),
        ("{서가}만 누리경찰서장이 왔다.", ["서가만"]),
        ("{서가}만 웃었다.", ["서가"]),
        ("{한도윤}({스테파노}) 주교와", ["한도윤"]),
        ("{한도윤}([헬레나]) 수녀와", ["한도윤"]),
        ("{한도윤}({그레고리오}·44·유학 중) 신부가", ["한도윤"]),
        ("{한도윤}({그레고리오}·44) 새말 본당 주임신부가", ["한도윤"]),
        ("{한도윤}({에드먼드}) 신부가", ["한도윤"]),
        ("{한도윤}({서이안}) 신부가", ["한도윤", "서이안"]),
        ("{한도윤}({스테파노} 역)이 나온다.", ["한도윤", "스테파노"]),
        ("{한도윤}({에드먼드}) 감독이", ["한도윤", "에드먼드"]),
        ("웃었다. (가람=누리통신) {서} 율 기자", ["서 율"]),
        ("웃었다. (가람=누리통신) 이 모 기자", []),
        ("그날 서 율 기자가 왔다.", []),
    ],
)
def test_names_that_custom_makes_sure(marked: str, right: list[str]) -> None:
    text, mentions = _marked(marked)
    assert [m.text for m in whole_names(text, mentions)] == right


def _marked(marked: str) -> tuple[str, list[Mention]]:
    mentions: list[Mention] = []
    for match in re.finditer(r"([\[{])(.+?)[\]}]", marked):
        kind: EntityKind = "organisation" if match[1] == "[" else "person"
        start = match.start() - 2 * len(mentions)
        mentions.append(Mention(start, start + len(match[2]), kind, match[2]))
    return re.sub(r"[\[\]{}]", "", marked), mentions


def test_a_province_stands_before_its_deputy_governor() -> None:
    houses = [
        m.text for m in names_by_custom("누리도 한도윤 정무부지사와 가람도 김가온 씨가 왔다.")
    ]
    assert houses == ["누리도"]
