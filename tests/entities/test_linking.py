"""Who and what a mention stands for; where two can be meant, nobody is."""

from __future__ import annotations

import re
from typing import Any

import pytest

from archive.entities.analysis import analyse_passages
from archive.entities.passages import Passage
from archive.model import EntityKind, Mention

_MARK = re.compile(r"\[([^|\]]+)\|(\w)\]")
_KINDS: dict[str, EntityKind] = {
    "p": "person",
    "o": "organisation",
    "l": "place",
    "d": "quantity",
}

TEXTS: list[tuple[str, dict[str, str]]] = [
    ("[한도윤|p] 누리주식회사 대표이사는 왔다. 한 대표는 앉았다.", {"한 대표": "한도윤"}),
    ("[한도윤|p] 시장과 [한누리|p] 의장이 왔다. 한 시장은 앉았다.", {"한 시장": "한도윤"}),
    ("[한도윤|p] 감독대행이 왔다. 한 감독은 앉았다.", {"한 감독": "한도윤"}),
    ("[한도윤|p] 부사장이 왔다. 한 신임 대표는 앉았다.", {"한 신임 대표": "한도윤"}),
    (
        "[한도윤|p] 대표가 갔다. [한누리|p] 부사장이 왔다. 한 신임 대표는 앉았다.",
        {"한도윤": "한도윤", "한누리": "한누리"},
    ),
    (
        "[한도윤|p] 전 새말시장이 왔다. 후임 [한누리|p] 시장도 왔다. 한 전 시장은 앉았다.",
        {"한 전 시장": "한도윤"},
    ),
    (
        "[한도윤|p] 전 새말시장이 왔다. 후임 [한누리|p] 시장도 왔다. 한 시장은 앉았다.",
        {"한 시장": "한누리"},
    ),
    ("[권도윤|p] 의원이 왔다. 앞에 선 권 의원은 웃었다.", {"권 의원": "권도윤"}),
    ("[한도윤|p](67) 씨가 왔다. 한 씨네만 남았다.", {"한 씨": "한도윤"}),
    (
        "[새말시이웃사랑회|o]가 왔다. 해가 지자, 이웃사랑회는 갔다.",
        {"이웃사랑회": "새말시이웃사랑회"},
    ),
    ("[대솔민속씨름연합|o]이 왔다. [씨름연합|o]은 갔다.", {"씨름연합": "대솔민속씨름연합"}),
    ("[미국 상무부|o]가 왔다. [상무부|o]는 갔다.", {"상무부": "미국 상무부"}),
    ("[미국 상무부|o]와 [중국 상무부|o]와 [상무부|o]", {"상무부": "상무부"}),
    ("[북대서양조약기구|o]가 왔다. [나토|p]는 갔다.", {"나토": "북대서양조약기구"}),
    ("[한도윤|p] 교수팀이 왔다. 한 교수는 앉았다.", {"한 교수": "한도윤"}),
    ("[국회 정무위원회|o]와 [정무위|o]", {"정무위": "국회 정무위원회"}),
    ("국제통화기금은 왔다. [IMF|o]는 갔다.", {"IMF": "국제통화기금"}),
    ("세계씨름기구([WSO|o])는 왔다. [WSO|o]는 갔다.", {"WSO": "세계씨름기구"}),
    ("[대한씨름협회|o]와 [씨름협회|o]", {"씨름협회": "대한씨름협회"}),
    ("[한도윤|p]([韓道允|p]) 시장이 왔다. 한 시장은 갔다.", {"한 시장": "한도윤"}),
    ("[도널드|p] [팜비|p]가 왔다. [팜비|p]는 갔다.", {"팜비": "도널드 팜비"}),
    ("[새온누리|o]는 왔다. [새온|p]누리는 갔다.", {"새온누리": "새온누리"}),
    ("[한도윤|p] 시장이 왔다. [한|p] 시장은 앉았다.", {"한 시장": "한도윤"}),
    ("[한|p] 시장은 앉았다.", {"한 시장": "한 시장"}),
    ("[이보슬|p] 시장이 왔다. 이 시장에서 떡을 샀다.", {"이보슬": "이보슬"}),
    ("[한도윤|p] 부시장이 왔다. 한 시장은 없었다.", {"한도윤": "한도윤"}),
    ("[한도윤|p] 대표와 [한누리|p] 대표가 왔다. 한 대표는 앉았다.", {"한도윤": "한도윤"}),
    ("[도널드 팜비|p]가 왔다. [팜비|p]는 앉았다.", {"팜비": "도널드 팜비"}),
    ("[새벽별|p](본명 [한도윤|p])이 노래했다.", {"한도윤": "새벽별"}),
    ("[누리바다연맹|o](NBF)은 모였다. NBF는 걸었다.", {"NBF": "누리바다연맹"}),
    (
        "[새바다연맹|o](NBF)이 왔다. [바다연맹|o](NBF)은 갔다.",
        {"NBF": "새바다연맹", "바다연맹": "새바다연맹"},
    ),
    ("[새바다연맹|o](NBF)과 [들길연맹|o](NBF)과 [NBF|o]", {"NBF": "NBF"}),
    ("[동바다연맹|o]과 [바다연맹|o]", {"바다연맹": "바다연맹"}),
    ("배우 [한도윤|p]이 왔다. 한 씨는 앉았다.", {"한 씨": "한도윤"}),
    ("소설가 [한도윤|p]이 왔다. 한 작가는 앉았다.", {"한 작가": "한도윤"}),
    ("[한도윤|p] 최고기술책임자가 왔다. 한 CTO는 앉았다.", {"한 CTO": "한도윤"}),
    ("[새말 스콜피언스|o]가 왔다. [스콜피언스|p]는 갔다.", {"스콜피언스": "새말 스콜피언스"}),
    ("[새말 스콜피언스|o]가 왔다. 새말은 졌다.", {"새말": "새말 스콜피언스"}),
    ("[새말 스콜피언스|o]가 [새말|l]에 왔다. 새말은 크다.", {"새말": "새말"}),
    ("[누리 뉴스|o]가 왔다. 누리는 크다.", {"누리 뉴스": "누리 뉴스"}),
    ("[한국갯벌기술원|o]이 왔다. 갯벌기술원은 갔다.", {"갯벌기술원": "한국갯벌기술원"}),
    ("[경찰청 국가수사본부|o]가 왔다. 국수본은 갔다.", {"국수본": "경찰청 국가수사본부"}),
    ("[누리보전협회|o]([이하 협회|o])가 왔다.", {"협회": "누리보전협회"}),
    ("[사토 엘레나|p]가 왔다. 사토 총리는 앉았다.", {"사토": "사토 엘레나"}),
    ("[㈜누리|o]는 [누리주식회사|o]다.", {"㈜누리": "누리주식회사"}),
    ("[가람시주식회사|o]는 [가람시|o]에 있다.", {"가람시": "가람시"}),
    ("[가람대학교|o]와 [가람대|o]", {"가람대": "가람대학교"}),
    ("[가람시상인연합회|o]가 왔다. [상인연합회|o]는 갔다.", {"상인연합회": "가람시상인연합회"}),
    ("[가람시의회|o]와 [누리시의회|o]의 [시의회|o]", {"시의회": "시의회"}),
    ("[가람특례시|l]와 [가람시|l]와 [가람|l]", {"가람": "가람특례시", "가람시": "가람특례시"}),
    ("[가람시|l]와 [가람군|l]와 [가람|l]", {"가람": "가람"}),
    ("[가람시|o]는 [가람시|l]의 살림을 맡는다.", {"가람시": "가람시"}),
    ("[다시나루당|o]이 이겼다. 나루당 지도부는 웃었다.", {"나루당": "다시나루당"}),
    ("[온누리문화재단|o]이 왔다. 온누리재단은 갔다.", {"온누리재단": "온누리문화재단"}),
    ("[가람군청소년수련관|o]이 왔다. 가람수련관은 갔다.", {"가람수련관": "가람군청소년수련관"}),
    ("[가람시체육회|o]가 왔다. 가람체육회 회장은 갔다.", {"가람체육회": "가람시체육회"}),
    ("[가람시립합창단|o]이 왔다. 가람합창단은 갔다.", {"가람합창단": "가람시립합창단"}),
    (
        "[전국누리돌봄노동조합|o]이 왔다. 누리돌봄노조는 갔다.",
        {"누리돌봄노조": "전국누리돌봄노동조합"},
    ),
    ("[누리운수 노동조합|o]이 왔다. 누리운수 노조는 갔다.", {"누리운수 노조": "누리운수 노동조합"}),
    ("[누리노동조합연맹|o]과 [누리노련|o]", {"누리노련": "누리노동조합연맹"}),
    (
        "[온새미로엔터테인먼트|o]가 왔다. 온새미로엔터는 갔다.",
        {"온새미로엔터": "온새미로엔터테인먼트"},
    ),
    ("[온새미로테크|o]가 왔다. 온새미로는 갔다.", {"온새미로": "온새미로테크"}),
    ("[온새미로|o]의 자회사 [온새미로테크|o]", {"온새미로": "온새미로"}),
    ("[극단 흰누리|o]가 왔다. 흰누리 단원은 갔다.", {"흰누리": "극단 흰누리"}),
    ("[누리특별자치도|o]와 [누리도|o]", {"누리도": "누리특별자치도"}),
    ("[가람시체육회|o]와 [가람시장애인체육회|o]", {"가람시체육회": "가람시체육회"}),
    ("[가람문화재단|o]과 [가람장학재단|o]과 [가람재단|o]", {"가람재단": "가람재단"}),
    ("[지역청소년센터|o]와 [지역센터|o]", {"지역센터": "지역센터"}),
    ("[가람대학교병원|o]과 [가람병원|o]", {"가람병원": "가람병원"}),
    ("[가람공업고등학교|o]와 [가람고|o]", {"가람고": "가람고"}),
    (
        "[한도윤|p](71) 씨와 [한도윤|p](9) 군이 만났다.",
        {"한도윤": "한도윤(71) 한도윤(9)"},
    ),
]


@pytest.mark.parametrize(("marked", "expected"), TEXTS)
def test_what_a_mention_stands_for(marked: str, expected: dict[str, str]) -> None:
    text, mentions = _read(marked)
    found: dict[str, list[str]] = {}
    for mention in analyse_passages([Passage("body", text, mentions)]).mentions:
        assert text[mention.start : mention.end] == mention.text
        found.setdefault(mention.text, []).append(mention.name)
    names = {text: " ".join(dict.fromkeys(names)) for text, names in found.items()}
    assert expected.items() <= names.items()


@pytest.mark.parametrize(
    "marked",
    [
        "[한도윤|p] 대표와 [한누리|p] 대표가 왔다. 한 대표는 앉았다.",
        "[새말시이웃사랑회|o]와 [도담군이웃사랑회|o]가 왔다. 이웃사랑회는 갔다.",
        "[새말시이웃사랑회|o]가 왔다. 전국 이웃사랑회는 갔다.",
        "[새온누리당|o]은 졌다. 온누리당은 이겼다.",
        "[새말생명보험|o]이 왔다. 생명보험은 오래간다.",
    ],
)
def test_nobody_is_added_where_another_could_be_meant(marked: str) -> None:
    text, mentions = _read(marked)
    found = analyse_passages([Passage("body", text, mentions)]).mentions
    assert [m.text for m in found] == [m.text for m in mentions]


def test_a_headline_is_understood_from_the_body() -> None:
    headline, _ = _read("한 시장 “새 다리 놓겠다”")
    body, mentions = _read("[한도윤|p] 가람시장은 다리를 놓는다.")
    analysis = analyse_passages(
        [Passage("headline", headline, []), Passage("body", body, mentions)]
    )
    assert [(m.field, m.text, m.name) for m in analysis.mentions] == [
        ("headline", "한 시장", "한도윤"),
        ("body", "한도윤", "한도윤"),
    ]
    assert analysis.quotes[0].speaker == "한도윤"


@pytest.mark.parametrize("tagger", ["as_marked", "as_tagged"])
def test_the_labelled_set_keeps_its_score(
    scores: Any, floors: Any, tagger: str, half: bool
) -> None:
    total, misses = scores.score("linking", getattr(scores, tagger), held=half)
    floor = floors("linking", tagger, half)
    assert total.precision >= floor["precision"], misses
    assert total.recall >= floor["recall"], misses


FOUND_BESIDE: list[tuple[str, list[tuple[str, str]]]] = [
    ("작가 한도윤은 왔다.", [("한도윤", "person")]),
    ("한도윤 씨는 왔다.", [("한도윤", "person")]),
    ("누리회(회장 한도윤)는 모였다.", [("한도윤", "person")]),
    ("한도윤(52)은 왔다.", [("한도윤", "person")]),
    ("한도윤·서이안 시의원은 왔다.", [("한도윤", "person"), ("서이안", "person")]),
    (
        "[누리연구소 책임연구원|o] 한도윤이 왔다.",
        [("누리연구소", "organisation"), ("한도윤", "person")],
    ),
    ("[한도윤 경위|o]는 왔다.", [("한도윤", "person")]),
    ("[한누리|l] 교육감은 왔다.", [("한누리", "person")]),
    ("[한누리|l] 시장은 왔다.", [("한누리", "place")]),
    ("이사회 의장은 왔다.", []),
    ("한도윤 주중 대사는 왔다.", [("한도윤", "person")]),
    ("[주베트남|p] 대사는 왔다.", []),
    ("[누리경찰서 형사1|o]과 직원이 왔다.", [("누리경찰서 형사1과", "organisation")]),
    (
        "[야구부 한도윤|p] 감독이 왔다.",
        [("야구부", "organisation"), ("한도윤", "person")],
    ),
    (
        "[누리여|p]중 [한도윤|p] 교사가 왔다.",
        [("누리여중", "organisation"), ("한도윤", "person")],
    ),
    (
        "[스콜피언스|p] [한도윤|p] 감독이 왔다.",
        [("스콜피언스", "organisation"), ("한도윤", "person")],
    ),
    (
        "[한도윤|p] 새말 [스콜피언스|p] 감독이 왔다.",
        [("한도윤", "person"), ("스콜피언스", "organisation")],
    ),
    (
        "[새말 스콜피언스|p] [한도윤|p] 감독이 왔다.",
        [("새말 스콜피언스", "organisation"), ("한도윤", "person")],
    ),
    (
        "[한도윤 스콜피언스|p] 감독이 왔다.",
        [("한도윤", "person"), ("스콜피언스", "organisation")],
    ),
    (
        "[한도윤 새말 스콜피언스|o] 감독이 왔다.",
        [("한도윤", "person"), ("새말 스콜피언스", "organisation")],
    ),
    (
        "[한도윤|p] 대신 [윌리엄스|p] 감독이 왔다.",
        [("한도윤", "person"), ("윌리엄스", "person")],
    ),
    ("[엘레나 모레이|p]라 장관이 왔다.", [("엘레나 모레이라", "person")]),
    ("대표 이미지를 골랐다.", []),
    ("[누리물길연맹|o](누물연)은 모였다. 누물연은 걸었다.", [("누리물길연맹", "organisation")] * 3),
    ("[엘레나 린드홀|p]름 장관이 왔다.", [("엘레나 린드홀름", "person")]),
    ("[엘레나 페레|p]이라 감독이 왔다.", [("엘레나 페레이라", "person")]),
    ("[엘레나|p] 발언 장관이 왔다.", [("엘레나", "person")]),
    (
        "[아사노|p] 하루 [벨로니아|l] 총리가 왔다.",
        [("아사노 하루", "person"), ("벨로니아", "place")],
    ),
    ("브렌던 [오키프|p] 감독이 왔다.", [("브렌던 오키프", "person")]),
    ("프랑스는 [오키프|p] 감독을 골랐다.", [("오키프", "person")]),
    (
        "[벨로니아|l]의 [에르빈|p] 라우터 장관이 왔다.",
        [("벨로니아", "place"), ("에르빈 라우터", "person")],
    ),
    ("[엘레나|p] 매켈로이가 총리에게 물었다.", [("엘레나 매켈로이", "person")]),
    (
        "[누리대사관|o]의 페터 클라인 대사가 왔다.",
        [("누리대사관", "organisation"), ("페터 클라인", "person")],
    ),
    ("한정은 누리당 대변인은 웃었다.", [("한정은", "person")]),
    ("국민은 대통령은 뭐 하느냐고 물었다.", []),
    ("한순자(71)는 왔다. 노숙자(71)는 갔다.", [("한순자", "person")]),
    ("[한누리|d] 팀장은 왔다.", [("한누리", "person")]),
    ("누리회(위원장 [한두리|d])는 왔다.", [("한두리", "person")]),
    ("[한누리|l] 시장 당선인은 왔다.", [("한누리", "person")]),
    ("한도윤 새말 스콜피언스 감독은 왔다.", [("한도윤", "person")]),
    (
        "[새말 스콜피언스|p] 주장 겸 코치인 [한도윤|p]이 왔다.",
        [("새말 스콜피언스", "organisation"), ("한도윤", "person")],
    ),
    ("[한슬제|p]약 새 사장은 왔다.", [("한슬제약", "organisation")]),
    ("[한도윤|p]의원은 왔다.", [("한도윤", "person")]),
    ("[누리소방서장|o] [한도윤|p]", [("누리소방서", "organisation"), ("한도윤", "person")]),
    ("[누리대 간호학|o]과의 문", [("누리대 간호학과", "organisation")]),
    ("[한도윤|p]·서이안과 왔다.", [("한도윤", "person"), ("서이안", "person")]),
]


@pytest.mark.parametrize(("marked", "expected"), FOUND_BESIDE)
def test_what_a_tagger_missed_is_found_by_its_neighbours(
    marked: str, expected: list[tuple[str, str]]
) -> None:
    text, mentions = _read(marked)
    found = analyse_passages([Passage("body", text, mentions)]).mentions
    assert [(m.name, m.kind) for m in found] == expected


def _read(marked: str) -> tuple[str, list[Mention]]:
    text, mentions, done = "", [], 0
    for match in _MARK.finditer(marked):
        text += marked[done : match.start()]
        mentions.append(Mention(len(text), len(text) + len(match[1]), _KINDS[match[2]], match[1]))
        text += match[1]
        done = match.end()
    return text + marked[done:], mentions
