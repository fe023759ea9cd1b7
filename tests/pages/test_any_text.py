"""Promises for any text whatever: no exception, and every part traced to its place in the dump."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from archive.model import Article, Dump, Page
from archive.pages import canonical_source, page_of, parse_page, site_of

LINES = st.sampled_from(
    [
        "2025.07.08 (화)",
        "  • 맑음서울 27.7℃",
        "  • -거제 -0.6℃",
        "기상청 제공",
        "메뉴",
        "사회",
        "가람시, 마을 기록가 30명 위촉",
        "○ 12월까지 수집",
        "[도담일보=김나래 기자] 가람시는 4일 잔치를 열었다.",
        "가람시는 4일 시민회관에서 마을 잔치를 열었다고 밝혔다.",
        "▲시민회관 전경./사진=이가온 기자",
        "배너",
        "  •",
        "-",
        "  • 등록",
        "/김나래기자 narae@",
        "포토뉴스",
        "더보기",
        "COVER STORY",
        "댓글 0",
        "  • 등록 2023.12.20 09:42:31",
        "저작권자 © 도담일보 무단전재 및 재배포 금지",
        "<저작권자(c) 가온통신, 무단 전재-재배포 금지> 2025/10/21 14:05 송고",
        "2025/10/21 14:05 송고",
        "입력 2025.10.21 14:05",
        "<앵커>",
        "(끝)",
        "- 온새항 뱃길 하루 여섯 번",
        "",
        " date 2022-09-28 다솔천 메밀밭",
        "“골목이 곧 역사”",
        "\xa0",
        "페이지 정보",
        "본문",
        ">",
        "\ud800",
        "\x00",
        "도담구가 겨울을 앞두고 홀로 사는 어르신 집을 찾아 보일러를 살폈다. 봉사단이 골목을 돌",
        "[앵커]",
        "[강이슬/온새 주민]",
        "늘었습니다.",
        "온새항을 오가는 배가",
        "하루 네 번에서",
        "여섯 번으로",
        "늘어난다. 군은",
        "다음 달부터",
        "시작한다.",
    ]
)
ENDS = st.sampled_from(["\n", "\n\n", "\r\n", "\n \n\n", "\r", "\n" * 9])
PAGES = st.lists(st.tuples(LINES | st.text(max_size=30), ENDS), max_size=40).map(
    lambda rows: "".join(line + end for line, end in rows)
)


def _parts(page: Page) -> Iterator[tuple[str, str]]:
    for article in (page.article or Article(), *page.more_articles):
        for role, text in (("section", article.section), ("headline", article.headline)):
            if text is not None:
                yield role, text
        for role, texts in (
            ("subhead", article.subheads),
            ("body", article.body),
            ("caption", article.captions),
        ):
            for text in texts:
                yield role, text
    for teaser in page.teasers:
        if teaser.headline:
            yield "teaser_headline", teaser.headline
        if teaser.text:
            yield "teaser_text", teaser.text
    for line in page.furniture:
        yield "furniture", line


def _spaced(text: str) -> str:
    return " ".join(text.split())


@settings(max_examples=150, deadline=None)
@given(PAGES)
def test_every_part_stands_in_the_dump_where_its_block_says(text: str) -> None:
    page = parse_page(text)
    shown: dict[str, set[str]] = {}
    for block in page.blocks:
        shown.setdefault(block.role, set()).add(_spaced(text[block.start : block.end]))
    every = {one for role in shown for one in shown[role]}
    for role, part in _parts(page):
        if role == "furniture":
            assert _spaced(part) in every
        elif role == "caption":
            assert any(_spaced(part) in one for one in every)
        else:
            assert _spaced(part) in shown[role]


@settings(max_examples=150, deadline=None)
@given(PAGES)
def test_every_stretch_that_is_not_blank_has_one_block(text: str) -> None:
    covered = 0
    for block in sorted(parse_page(text).blocks, key=lambda one: one.start):
        assert covered <= block.start < block.end <= len(text)
        assert block.role
        assert block.cue
        between = text[covered : block.start]
        assert all(
            mark.isspace() or mark in "•‣◦∙-[]\u200b\ufeff\u200c\u200d\u2060" for mark in between
        )
        covered = block.end
    assert not any(mark.isalnum() for mark in text[covered:])


@settings(max_examples=150, deadline=None)
@given(PAGES)
def test_names_dates_and_readings_come_from_the_dump(text: str) -> None:
    page = parse_page(text)
    for article in (page.article or Article(), *page.more_articles):
        for name in article.byline:
            assert name in text
        assert (article.published is None) == (article.published_basis is None)
        assert (article.published_evidence is not None) == (article.published_basis == "inferred")
    for reading in page.weather.readings if page.weather else ():
        assert (reading.station or reading.sky or "") in text


@settings(max_examples=300, deadline=None)
@given(
    st.text(st.characters(codec=None), max_size=400),
    st.fixed_dictionaries(
        {},
        optional={
            "url": st.text() | st.integers(),
            "date": st.text() | st.none(),
            "title": st.text(),
        },
    ),
)
def test_any_text_and_any_metadata_parse(text: str, metadata: dict[str, Any]) -> None:
    assert isinstance(parse_page(text, metadata), Page)
    assert isinstance(page_of(Dump(text, "a.txt", metadata=metadata)), Page)


@settings(max_examples=300, deadline=None)
@given(st.text(max_size=80) | st.from_regex(r"https?://[a-z.\[\]:0-9]{0,20}/[a-z?=&0-9]{0,30}"))
def test_any_address_has_an_identity(url: str) -> None:
    first = canonical_source(url)
    assert canonical_source(url) == first
    site = site_of(url)
    assert site is None or site in url.lower()


@pytest.mark.parametrize(
    "text",
    [
        "\n" * 1_000_000,
        "가나다라 " * 1_000_000,
        "[" * 1_000_000,
        "가" * 1_000_000 + "다.",
        "다. " * 300_000,
        "  • 맑음서울 12.3℃\n" * 20_000,
        "김나래 기자\n" * 20_000,
        "가람시, 봄을 맞다\n\n날이 맑다고 했다.\n저작권자 © 도담일보 무단전재 및 재배포 금지\n"
        * 5_000,
        "".join(f"짧은 줄 {number}번\n\n" for number in range(20_000)),
        "\x00\ud800\udfff" * 10_000,
        "더보기\n" * 20_000,
        "날이 맑다고 했다.\n" + "2025/10/21 14:05 송고\n" * 20_000,
        "날이 맑다고 했다.\n(끝)\n" + "2025.10.21 " * 100_000 + "송고\n",
        "[앵커]\n" + "온새항을 오가는 배가\n여섯 번으로 늘었습니다.\n\n" * 10_000,
        "가람시, 봄을 맞다\n\n날이 맑다고 했다.\n(끝)\n입력 2025.10.21 14:05\n" * 5_000,
    ],
    ids=lambda text: f"{text[:8]!r}x{len(text)}",
)
def test_hostile_sizes_parse(text: str) -> None:
    assert isinstance(parse_page(text), Page)


def test_a_bullet_without_words_parses() -> None:
    assert parse_page("•\n\n  •  \n").article is None


def test_an_empty_dump_is_an_empty_page() -> None:
    assert parse_page("") == Page()
    assert parse_page(" \n\u00a0\n\t") == Page()
