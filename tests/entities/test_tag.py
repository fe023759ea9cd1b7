"""What the tagger finds in sentences of local news, and that no text upsets it."""

from __future__ import annotations

import subprocess
import sys
from random import Random
from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive import tag
from archive.entities.tagger.corrections import complete, corrected
from archive.entities.tagger.features import CHUNK
from archive.entities.tagger.passed_over import passed_over_houses
from archive.entities.tagging import tag_all
from archive.model import EntityKind, Mention

SENTENCES: list[tuple[str, set[tuple[str, str]]]] = [
    (
        "가람시(시장 한도윤)는 지난 7일 축제를 열었다.",
        {("한도윤", "person"), ("지난 7일", "date"), ("가람시", "organisation")},
    ),
    ("한도윤 시장은 축제장을 찾았다.", {("한도윤", "person")}),
    (
        "서이안 도담주식회사 대표이사는 웃었다.",
        {("서이안", "person"), ("도담주식회사", "organisation")},
    ),
    (
        "설치를 맡은 모아로, TQP, XYB 등과 함께했다.",
        {("모아로", "organisation"), ("TQP", "organisation"), ("XYB", "organisation")},
    ),
    ("간담회에 30명이 참석했다.", {("30명", "quantity")}),
    ("회의는 오후 3시에 시작했다.", {("오후 3시", "time")}),
    ("백아람(62) 씨는 웃었다.", {("백아람", "person"), ("62", "quantity")}),
    ("누리경찰서 교통과 뇌가온 경위는 웃었다.", {("뇌가온", "person")}),
    ("누리증권 매이든 연구원은 웃었다.", {("매이든", "person")}),
    ("누리은행 행장 뇌가온은 웃었다.", {("뇌가온", "person")}),
    ("누리협회(회장 뇌가온)는 웃었다.", {("뇌가온", "person")}),
    ("남궁선 누리은행 행장은 웃었다.", {("남궁선", "person")}),
    ("(누리FC 전 감독 태규는 웃었다.", {("누리FC", "organisation")}),
    ("쩐 반 룽 주한 베트남대사가 왔다.", {("쩐 반 룽", "person")}),
    ("팜 티 흐엉 베트남 총리가 왔다.", {("팜 티 흐엉", "person")}),
    ("가람시청 류단 선수가 웃었다.", {("류단", "person")}),
    ("▲감사담당관 매이든 ▲총무과장 강전다미", {("매이든", "person"), ("강전다미", "person")}),
]


@pytest.mark.parametrize(("text", "expected"), SENTENCES)
def test_finds_the_names_of_local_news(text: str, expected: set[tuple[str, str]]) -> None:
    assert expected <= {(m.text, m.kind) for m in tag(text)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("강누리 가람시장은 웃었다.", ("강누리", "person")),
        ("지난 2일 노을군 새별면 한 창고에서 불이 났다.", ("노을군 새별면", "place")),
        ("백용구 우리 동네 이야기를 했다.", ("백용구", "person")),
        ("투수 백진구 승리를 거뒀다.", ("백진구", "person")),
        ("백승구 총리는 웃었다.", ("백승구", "person")),
    ],
)
def test_people_and_towns_whose_names_end_alike(text: str, expected: tuple[str, str]) -> None:
    assert expected in {(m.text, m.kind) for m in tag(text)}


@pytest.mark.parametrize(
    ("text", "houses"),
    [
        ("승객을 태운 버들여객은 노선을 줄인다.", ["버들여객"]),
        ("도운새마을금고와 새솔농협이 쌀을 냈다.", ["도운새마을금고", "새솔농협"]),
        ("시중은행과 지방은행은 금리를 내렸다.", []),
        ("불량식품과 농산물류, 전기자동차를 다룬다.", []),
        ("유전자, 핵안보정상회의, 아동복지법을 다룬다.", []),
        ("나여객선을 탔다. 은행은 문을 닫았다.", []),
    ],
)
def test_houses_that_the_model_passed_over_are_told_by_their_ends(
    text: str, houses: list[str]
) -> None:
    assert [house.text for house in passed_over_houses(text, [])] == houses


def test_a_house_that_the_model_found_is_not_found_again() -> None:
    known = Mention(0, 4, "place", "버들여객")
    assert passed_over_houses("버들여객은", [known]) == []


@given(st.text(alphabet=st.one_of(st.characters(), st.sampled_from("김이시장(씨) 7월일,등한는\n"))))
def test_spans_are_exact_sorted_and_apart(text: str) -> None:
    end = 0
    for mention in tag(text):
        assert end <= mention.start < mention.end
        assert text[mention.start : mention.end] == mention.text
        end = mention.end


@pytest.mark.parametrize("text", ["", " ", "\ud800", "\0" * 9, "가" * 5000, "\n" * 3000, "😀김"])
def test_any_text_is_taken(text: str) -> None:
    assert all(m.text == text[m.start : m.end] for m in tag(text))


def test_no_name_crosses_a_line() -> None:
    assert not any(
        "\n" in m.text for m in tag("한도윤\n시장은 오후\n3시 가람\n시청에 왔다.\n" * 90)
    )


def test_no_name_ends_beyond_the_text() -> None:
    """Many lines push the running sums so low that what lies beyond the text looked like a gain."""
    text = "시청에 왔다.\n" * 300
    assert all(m.text == text[m.start : m.end] for m in tag(text))
    assert not any("\n" in m.text for m in tag(text))


def test_a_long_text_is_read_as_its_lines_are() -> None:
    """The text is read in pieces; a piece's border must lose no name and give none twice."""
    line = "한도윤 가람시장은 지난 7일 오후 3시 시민 30명을 만났다.\n"
    count = 5 * CHUNK // len(line)
    names = [m.text for m in tag(line * count)]
    assert names.count("한도윤") == count
    assert names.count("오후 3시") == count


@given(
    st.lists(st.text(alphabet="김이도윤시장 가람7일3명,(씨)\n\0ㅎ") | st.sampled_from(SENTENCES))
)
def test_texts_together_have_the_names_of_each_alone(
    texts: list[str | tuple[str, set[tuple[str, str]]]],
) -> None:
    """Short texts are read in one pass: none may see its neighbour."""
    plain = [text if isinstance(text, str) else text[0] for text in texts]
    assert tag_all(plain) == [tag(text) for text in plain]


def test_long_texts_together_have_the_names_of_each_alone() -> None:
    line = "한도윤 가람시장은 지난 7일 오후 3시 시민 30명을 만났다.\n"
    texts = [line * count for count in (1, 60, 33, 2, 100, 31)]
    texts.append(normalize("NFD", line * 50))
    assert tag_all(texts) == [tag(text) for text in texts]


def test_spelled_syllables_give_the_same_names_in_their_own_places() -> None:
    """macOS spells syllables in jamo (NFD); the spans must still count in the text as it stands."""
    text = "한도윤 시장은 지난 7일 가람시에 왔다."
    spelled = normalize("NFD", text)
    found = tag(spelled)
    assert [normalize("NFC", m.text) for m in found] == [m.text for m in tag(text)]
    assert all(spelled[m.start : m.end] == m.text for m in found)


def test_a_list_is_completed_only_where_it_says_what_it_lists() -> None:
    def organisation(text: str, name: str) -> Mention:
        return Mention(text.index(name), text.index(name) + len(name), "organisation", name)

    firms = "함께한 모아로, TQP, 해솔 등과"
    assert [m.text for m in complete(firms, [])] == []
    known = [organisation(firms, "TQP"), organisation(firms, "해솔")]
    assert [m.text for m in complete(firms, known)] == ["모아로", "TQP", "해솔"]
    wares = "함께한 테이프, TQP, 해솔 등과"
    known = [organisation(wares, "TQP"), organisation(wares, "해솔")]
    assert [m.text for m in complete(wares, known)] == ["TQP", "해솔"]
    mixed = "함께한 한도윤, TQP, 해솔 등과"
    person = Mention(4, 7, "person", "한도윤")
    known = [person, organisation(mixed, "TQP"), organisation(mixed, "해솔")]
    assert complete(mixed, known) == known


@pytest.mark.parametrize(
    ("name", "own"),
    [
        ("한도윤회장", "한도윤"),
        ("한도윤씨", "한도윤"),
        ("한도윤총무과장", "한도윤"),
        ("한도윤", "한도윤"),
        ("도널드팜비", "도널드팜비"),
        ("남궁도윤", "남궁도윤"),
    ],
)
def test_a_name_ends_where_a_post_is_written_onto_it(name: str, own: str) -> None:
    text = f"{name} 등이 왔다."
    assert [m.text for m in corrected(text, [Mention(0, len(name), "person", name)])] == [own]


def test_numpy_is_loaded_only_when_a_text_comes() -> None:
    code = "import sys; from archive import tag; tag(''); sys.exit('numpy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_tagging_loads_no_rule_of_an_analysis() -> None:
    """Their regular expressions were a third of the time to the first answer."""
    code = (
        "import sys; from archive import tag; tag('한도윤 시장'); "
        "rooms = tuple(f'archive.entities.{room}.' for room in ('roles', 'links', 'quotations')); "
        "assert 'archive.entities.missed.untagged' in sys.modules; "
        "sys.exit(any(module.startswith(rooms) for module in sys.modules))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


@pytest.mark.parametrize("letters", ["ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghij", "a+/9", "7"])
def test_a_word_of_thousands_of_characters_is_no_thousand_names(letters: str) -> None:
    """Ten megabytes of Latin letters were 290,926 names."""
    word = "".join(Random(7).choices(letters, k=20 * CHUNK))  # noqa: S311 - a row of letters, no secret
    found = tag(f"한도윤 시장은 웃었다. {word} 백아람(62) 씨는 웃었다.")
    assert {"한도윤", "백아람"} <= {m.text for m in found}
    assert not [m for m in found if 2 * CHUNK < m.start < 18 * CHUNK]


def test_a_house_is_cut_where_a_bracket_begins() -> None:
    def named(text: str, *names: tuple[str, EntityKind]) -> list[Mention]:
        return [
            Mention(text.index(name), text.index(name) + len(name), kind, name)
            for name, kind in names
        ]

    short = "새말봉사단(새봉단)이"
    assert corrected(short, named(short, ("새말봉사단(새봉단", "organisation"))) == named(
        short, ("새말봉사단", "organisation")
    )


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("진동리 이장 한도윤(52) 씨는 웃었다.", "place"),
        ("마루초 교사 한도윤 씨는 웃었다.", "organisation"),
        ("진동리 이장은 한도윤 씨를 만났다.", "person"),
        ("진동리 교사 한도윤 씨는 웃었다.", "person"),
    ],
)
def test_a_village_or_a_school_before_its_head_is_nobody(text: str, kind: EntityKind) -> None:
    (found,) = corrected(text, [Mention(0, 3, "person", text[:3])])
    assert found.kind == kind


def test_where_an_envoy_is_sent_is_nobody() -> None:
    text = "주가나 대사에 한도윤 국장이 내정됐다."
    assert corrected(text, [Mention(0, 3, "person", "주가나")]) == []
    assert "주가나" not in {mention.text for mention in tag(text)}


@pytest.mark.parametrize(
    "text",
    [
        "누리시청 여자 선수가 웃었다.",
        "누리시의회 소속 의원이 웃었다.",
        "누리군청 보건 팀장은 웃었다.",
        "누리시청 서단 선수를 만났다.",
        "매년 누리은행 행장은 웃었다.",
        "한 달 뒤 미국 대통령은 웃었다.",
        "두 나라 정상 베트남 총리는 웃었다.",
        "주민들의 초청작 대표는 웃었다.",
    ],
)
def test_a_noun_between_a_house_and_a_post_is_nobody(text: str) -> None:
    assert not [m for m in tag(text) if m.kind == "person"]
