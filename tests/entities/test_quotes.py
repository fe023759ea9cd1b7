"""What was said and by whom; what only stands in quotation marks is no speech."""

from __future__ import annotations

from typing import Any

import pytest

from archive.entities.analysis import analyse_passages
from archive.entities.passages import Passage
from archive.entities.quotation_marks import quoted
from archive.korean.sentences import sentence_spans
from archive.model import Mention

SAID: list[tuple[str, list[tuple[str | None, str]]]] = [
    ("상인들은 “비가 온다”고 말했다.", [("상인들", "비가 온다")]),
    (
        "주민들은 “비가 온다”며 “우산이 없다”고 했다.",
        [("주민들", "비가 온다"), ("주민들", "우산이 없다")],
    ),
    ("“비가 온다”고 주민들은 말했다.", [("주민들", "비가 온다")]),
    ("한도윤은 왔다. 이어 “비가 온다”고 덧붙였다.", [("한도윤", "비가 온다")]),
    ("한도윤은 왔다. 그는 “비가 온다”고 했다.", [("한도윤", "비가 온다")]),
    ("“비가 온다.” 한도윤의 말이다.", [("한도윤", "비가 온다.")]),
    ("한도윤이 찾은 집에서 주민들은 “춥다”고 했다.", [("주민들", "춥다")]),
    ("주민들은 '비가 온다'고 했다.", []),
    ("주민들은 ‘비 오는 날’을 읽었다.", []),
    ("이 나무를 “할머니 나무”라고 부른다.", []),
    ("“빛의 거리”는 겨울까지 열린다.", []),
    ("“비가 온다”는 말이 나왔다.", [(None, "비가 온다")]),
    ('주민들은 "비가 온다"고 말했다.', [("주민들", "비가 온다")]),
    ("주민들은 “비가 온다. 눈도 온다”고 말했다.", [("주민들", "비가 온다. 눈도 온다")]),
    (
        "한도윤은 주민의 “비가 오느냐”라는 질문에 “그렇다”고 답했다.",
        [("주민", "비가 오느냐"), ("한도윤", "그렇다")],
    ),
    (
        "“비가 오느냐”라는 질문에 한도윤은 “온다”고 답했다.",
        [(None, "비가 오느냐"), ("한도윤", "온다")],
    ),
    ("조례는 “시장은 비를 막아야 한다”고 규정하고 있다.", []),
    ("주민들은 “비를 막아라”를 외쳤다.", [("주민들", "비를 막아라")]),
    ("‘시민이 주인’이라는 뜻에서 한도윤은 “문을 열겠다”고 말했다.", [("한도윤", "문을 열겠다")]),
    (
        "“비가 온다”는 한도윤 씨는 “우산이 없다”고 했다.",
        [("한도윤", "비가 온다"), ("한도윤", "우산이 없다")],
    ),
    ("“비가 온다.” 한도윤 씨는 고개를 들었다.", [("한도윤", "비가 온다.")]),
    (
        "한도윤은 “비가 온다”는 주민들의 말에 “우산을 쓰자”고 했다.",
        [("주민들", "비가 온다"), ("한도윤", "우산을 쓰자")],
    ),
    ("한도윤은 비가 왔느냐는 물음에 “눈이 왔다”고 했다.", [("한도윤", "눈이 왔다")]),
    ("“비가 오나”라고 묻자 한도윤은 “온다”고 했다.", [(None, "비가 오나"), ("한도윤", "온다")]),
    ("전문가들은 “비가 올 것”으로 내다봤다.", [("전문가들", "비가 올 것")]),
    ("한도윤은 “비가 온다”는 글을 올렸다.", [("한도윤", "비가 온다")]),
    ("20대 대학생은 “비가 온다”고 했다.", [("20대 대학생", "비가 온다")]),
    ("서이안 9단은 “비가 온다”고 말했다.", [("서이안", "비가 온다")]),
    ("비에 기대려는 “비가 온다”는 말은 없었다.", [(None, "비가 온다")]),
    ("주민들은 “‘비가 온다’는 소식”이라고 말했다.", [("주민들", "‘비가 온다’는 소식")]),
    ("[한도윤/새말 주민 : “비가 옵니다.”]", [("한도윤", "비가 옵니다.")]),
    ("▶ 인터뷰 : 한도윤 / 새말 주민 - “비가 옵니다.”", [("한도윤", "비가 옵니다.")]),
    ("시민단체 ‘물길’은 “비가 온다”고 밝혔다.", [("물길", "비가 온다")]),
    ("대통령은 국무회의에서 “비가 온다”고 말했다.", [("대통령", "비가 온다")]),
    ("나 군수는 “비가 온다”고 말했다.", [("나 군수", "비가 온다")]),
    ("아이의 아버지는 “비가 온다”고 말했다.", [("아이의 아버지", "비가 온다")]),
    ("엘레나 보른 총리는 “비가 온다”고 말했다.", [("엘레나 보른", "비가 온다")]),
    ("증권가 관계자는 “비가 온다”고 말했다.", [("증권가 관계자", "비가 온다")]),
    ("비가 오자 관계자는 “비가 온다”고 말했다.", [("관계자", "비가 온다")]),
    ("속담에 “비 온 뒤에 땅이 굳는다”는 말이 있다.", []),
    (
        "가람시 관계자는 “비가 온다”고 했다. 이 관계자는 “눈도 온다”고 했다.",
        [("가람시 관계자", "비가 온다"), ("가람시 관계자", "눈도 온다")],
    ),
    ("한 전직 임원은 “비가 온다”고 말했다.", [("한 전직 임원", "비가 온다")]),
    ("현 집행부는 “비가 온다”고 말했다.", [("현 집행부", "비가 온다")]),
    ("가게를 나선 손님은 “비가 온다”고 말했다.", [("손님", "비가 온다")]),
    ("여객선 승객은 “비가 온다”고 말했다.", [("여객선 승객", "비가 온다")]),
    ("시장에서는 “우산의 겨울”이라는 말이 나온다.", []),
    ("한도윤은 “비가 온다”는 이유로 경기를 미뤘다.", [("한도윤", "비가 온다")]),
    ("한도윤은 “비가 온다”는 이유로 벌금을 선고받았다.", []),
    ("“비가 온다”는 게 한도윤의 지론이다.", [("한도윤", "비가 온다")]),
    ("한도윤 양은 “비가 온다”고 쓴 편지를 건넸다.", [("한도윤", "비가 온다")]),
    ("문에는 “비가 온다”고 쓴 종이가 있다.", []),
    ("왕밍 대변인은 “비가 온다”고 말했다.", [("왕밍", "비가 온다")]),
]


@pytest.mark.parametrize(("text", "said"), SAID)
def test_who_said_what(text: str, said: list[tuple[str | None, str]]) -> None:
    start = text.find("한도윤")
    mentions = [Mention(start, start + 3, "person", "한도윤")] if start >= 0 else []
    found = analyse_passages([Passage("body", text, mentions)]).quotes
    assert [(q.speaker, q.text) for q in found] == said
    assert all(text[q.start : q.end] == q.text for q in found)


def test_a_foreign_ministry_speaks_with_its_country() -> None:
    text = "벨로니아 국방부는 “비가 온다”고 말했다."
    mentions = [Mention(0, 4, "place", "벨로니아"), Mention(5, 8, "organisation", "국방부")]
    (found,) = analyse_passages([Passage("body", text, mentions)]).quotes
    assert found.speaker == "벨로니아 국방부"


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ("“가” “나”", ["가", "나"]),
        ("“가 “나” 다”", ["가 “나” 다"]),
        ("“가\n“나”", ["나"]),
        ("“가 나“라고", ["가 나"]),
        ("”가 나”라고", ["가 나"]),
        ('"가" 그리고 "나"', ["가", "나"]),
        ("“ 가 ”", ["가"]),
        ("“”", []),
        ("“가", []),
    ],
)
def test_marks_that_papers_mix_up(text: str, inside: list[str]) -> None:
    assert [text[span.start : span.end] for span in quoted(text)] == inside


def test_a_quotation_does_not_end_a_sentence() -> None:
    text = "그는 “비다. 눈이다.”라고 했다. 3.5㎜가 왔다.\n끝"
    whole = [(span.opened, span.closed) for span in quoted(text)]
    assert [text[a:b] for a, b in sentence_spans(text, whole)] == [
        "그는 “비다. 눈이다.”라고 했다.",
        "3.5㎜가 왔다.",
        "끝",
    ]


@pytest.mark.parametrize("tagger", ["as_marked", "as_tagged"])
def test_the_labelled_set_keeps_its_score(
    scores: Any, floors: Any, tagger: str, half: bool
) -> None:
    total, misses = scores.score("quotes", getattr(scores, tagger), held=half)
    floor = floors("quotes", tagger, half)
    assert total.precision >= floor["precision"], misses
    assert total.recall >= floor["recall"], misses
