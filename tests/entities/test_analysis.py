"""An article whole: fields, offsets, roles and quotations; no text upsets it."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from archive.entities.analysis import analyse, analyse_passages
from archive.entities.passages import Passage
from archive.model import ENTITY_KINDS, Article, Mention, PlacedMention, Quote, Role, Teaser

_PIECES = st.sampled_from(
    [
        *"김이박한“”\"'‘’()·,.\n [/] 은는이가",
        "한도윤",
        "시장",
        " 전 ",
        "(51)",
        "김모",
        " 씨",
        "가람시",
        "(시장 ",
        "㈜",
        "주식회사",
        "(이하 ",
        "EAFF",
        "라고 말했다. ",
        "며 ",
        "그는 ",
        "관계자",
        "\u1100\u1161",
        "\ud800",
    ]
)
_TEXTS = st.lists(st.one_of(_PIECES, st.text(max_size=4)), max_size=40).map("".join)


@given(_TEXTS, st.data())
def test_any_text_with_any_mentions(text: str, data: st.DataObject) -> None:
    cuts = sorted(data.draw(st.sets(st.integers(0, len(text)), max_size=12)))
    mentions = [
        Mention(start, end, data.draw(st.sampled_from(ENTITY_KINDS)), text[start:end])
        for start, end in zip(cuts[::2], cuts[1::2], strict=False)
    ]
    analysis = analyse_passages([Passage("body", text, mentions), Passage("captions", text, [])])
    end = 0
    for mention in analysis.mentions:
        if mention.field == "body":
            assert end <= mention.start < mention.end
            end = mention.end
        assert text[mention.start : mention.end] == mention.text
    assert all(text[q.start : q.end] == q.text for q in analysis.quotes)
    assert len(set(analysis.roles)) == len(analysis.roles)


@settings(deadline=None)  # the first example reads the model
@given(_TEXTS)
def test_any_article(text: str) -> None:
    article = Article(headline=text, subheads=(text,), body=(text, text), captions=(text,))
    fields = {"headline": text, "subheads": text, "body": f"{text}\n{text}", "captions": text}
    analysis = analyse(article)
    placed: list[PlacedMention | Quote] = [*analysis.mentions, *analysis.quotes]
    for found in placed:
        assert fields[found.field][found.start : found.end] == found.text


def test_offsets_count_in_the_joined_field() -> None:
    article = Article(
        headline="한도윤 시장 “새 다리 놓겠다”",
        body=("가람시(시장 한도윤)는 다리를 놓는다.", "한 시장은 “내년에 놓겠다”고 말했다."),
        captions=("사진1. 한도윤 시장",),
    )
    body = "\n".join(article.body)
    analysis = analyse(article)
    assert {m.field for m in analysis.mentions if m.name == "한도윤"} == {
        "headline",
        "body",
        "captions",
    }
    assert all(body[m.start : m.end] == m.text for m in analysis.mentions if m.field == "body")
    assert Role("한도윤", "가람시장") in analysis.roles
    assert [(q.field, q.speaker, q.text) for q in analysis.quotes] == [
        ("headline", "한도윤", "새 다리 놓겠다"),
        ("body", "한도윤", "내년에 놓겠다"),
    ]


def test_the_text_of_a_teaser_is_its_body() -> None:
    teaser = Teaser(section=None, headline=None, text="한도윤 시장은 “춥다”고 말했다.")
    analysis = analyse(teaser)
    assert {m.field for m in analysis.mentions} == {"body"}
    assert analysis.quotes[0].field == "body"


def test_whom_no_article_names_in_full_is_nobody_in_an_archive() -> None:
    text = (
        "주민 김모(61) 씨는 “춥다”고 말했다. 김모(33) 씨는 없었다. "
        "한도윤 시장은 김 씨를 만났다. 이 대표는 없었다."
    )
    analysis = analyse(Teaser(section=None, headline=None, text=text))
    assert {m.name for m in analysis.mentions if m.kind == "person"} == {"한도윤"}
    assert analysis.quotes[0].speaker == "김모 씨(61)"


def test_nothing_is_found_in_nothing() -> None:
    analysis = analyse(Article())
    assert (analysis.mentions, analysis.roles, analysis.quotes) == ((), (), ())
