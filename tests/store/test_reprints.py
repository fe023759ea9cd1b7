"""Copies of a story in other papers: which are grouped, which never, in whatever order."""

from __future__ import annotations

import itertools
import random
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from archive.model import Article, Dump, Page
from archive.store.file.connection import connect_reading, connect_writing
from archive.store.reading.articles import article
from archive.store.reading.reprints import groups, listed
from archive.store.rows.entry import Parsed, prepare
from archive.store.rows.sketch import same_story, sketch, telling
from archive.store.writing import reprints
from archive.store.writing.write import Writer

STORY = (
    "가람시가 낡은 나루터를 고쳐 걷는 길로 꾸미기로 하고 다음 달 초에 첫 삽을 뜬다고 3일 밝혔다.",
    "시는 나루터에서 도담교까지 1.8㎞를 잇는 산책로를 내고 곳곳에 의자 40개와 가로등을 놓는다.",
    "공사에는 모두 27억원이 들며 시와 도가 절반씩 나누어 내고 내년 가을에 끝낼 계획이다.",
    "길 중간에는 옛 뱃사공이 쓰던 집을 그대로 옮겨 지어 작은 전시관으로 쓰기로 했다.",
    "한별 가람시장은 “강을 따라 걷는 사람이 늘면 시장 골목도 함께 살아날 것”이라고 말했다.",
    "인근 상인들은 공사가 길어지면 손님이 줄까 걱정하면서도 길이 나기를 손꼽아 기다린다.",
    "시는 상인들의 뜻을 받아들여 주말과 장날에는 공사 차량이 다니지 않도록 하기로 했다.",
    "환경단체는 갈대밭에 사는 새들이 놀라지 않도록 가로등을 낮게 달아 달라고 요청했다.",
)
EDITED = "길 한가운데에는 뱃사공이 살던 집을 옮겨다 작은 전시관을 연다."
OTHER = (
    "누리군은 올겨울 눈이 잦을 것으로 보고 제설차 12대를 새로 들여 모든 면에 나누어 주었다.",
    "군은 마을마다 모래주머니를 쌓아 두고 이장들에게 작은 제설기를 빌려주기로 했다.",
    "고갯길 다섯 곳에는 길바닥을 데우는 선을 깔아 밤에도 얼지 않도록 했다고 군은 설명했다.",
    "지난해에는 갑자기 내린 큰눈으로 마을버스가 이틀 동안 다니지 못해 주민들이 애를 먹었다.",
    "새솔 누리군수는 “눈이 그친 뒤가 아니라 내리기 전에 움직이겠다”고 주민들에게 약속했다.",
    "군은 홀로 사는 노인의 집 앞 눈을 치워 줄 이웃을 미리 정해 두는 일도 시작했다.",
)

Telling = tuple[str, str | None, str | None, tuple[str, ...]]
"""A copy: the file, its address, its date, its sentences."""

COPIES: dict[str, Telling] = {
    "whole": ("/a.txt", "https://www.dodam.example/1", "2025-03-03", STORY),
    "cut": ("/b.txt", "https://www.nuri.example/22", "2025-03-04", STORY[:6]),
    "edited": ("/c.txt", None, None, (*STORY[:3], EDITED, *STORY[4:])),
    "signed": (
        "/d.txt",
        "https://garam.example/7",
        None,
        (f"[가람=새론통신] {STORY[0]}", *STORY[1:]),
    ),
    "other": ("/e.txt", "https://haesol.example/5", "2025-03-03", OTHER),
}


@pytest.fixture
def put(writer: Writer) -> Callable[..., None]:
    def putting(*copies: Telling) -> None:
        for path, url, published, sentences in copies:
            put_page(writer, path, [(None, url, published, sentences)])

    return putting


def put_page(
    writer: Writer,
    path: str,
    pages: Sequence[tuple[str | None, str | None, str | None, Sequence[str]]],
) -> None:
    """A source of pages: each with its member, address, date and sentences."""
    writer.begin(path)
    for member, url, published, sentences in pages:
        text = "\n".join(sentences)
        page = Page(
            article=Article(
                headline=f"{path} {sentences[0][:12]}",
                body=tuple(sentences),
                published=published,
                published_basis="stated" if published else None,
            )
        )
        dump = Dump(text + path, path, member, {"url": url} if url else {})
        site = url.split("/")[2].removeprefix("www.") if url else None
        writer.add(*prepare([Parsed(dump, page, (), url, site)]))
    writer.finish()
    writer.settle()
    writer.commit()


def grouped(database: Path) -> set[frozenset[str]]:
    """The groups of the archive, each article named by its first source."""
    connection = connect_reading(database)
    found: dict[int, set[str]] = {}
    for path, group in connection.execute(
        """
        SELECT DISTINCT min(sources.path || coalesce(pages.member, '')), reprint_group
        FROM articles JOIN appearances ON article_id = articles.id
        JOIN pages ON pages.id = page_id JOIN sources ON sources.id = source_id
        WHERE reprint_group IS NOT NULL GROUP BY articles.id
        """
    ):
        found.setdefault(group, set()).add(path)
    connection.close()
    return {frozenset(members) for members in found.values()}


ALL = {frozenset(("/a.txt", "/b.txt", "/c.txt", "/d.txt"))}


@pytest.mark.parametrize("order", list(itertools.permutations(COPIES))[::7])
def test_a_reprinted_story_is_one_group_in_whatever_order_it_comes(
    database: Path, put: Callable[..., None], order: tuple[str, ...]
) -> None:
    put(*(COPIES[name] for name in order))
    assert grouped(database) == ALL


@settings(max_examples=25, deadline=None)
@given(data=st.data())
def test_groups_depend_on_what_is_there_and_not_on_how_it_came(
    data: st.DataObject, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Sources come, change and are forgotten in any order: as if only the last state had come."""
    folder = tmp_path_factory.mktemp("any")
    copies = {
        path: copy for path, *_ in COPIES.values() for copy in COPIES.values() if copy[0] == path
    }
    steps = data.draw(
        st.lists(st.tuples(st.sampled_from(sorted(copies)), st.booleans()), max_size=9)
    )
    standing: dict[str, Telling] = {}
    connection = connect_writing(folder / "any.db")
    writer = Writer(connection)
    for path, comes in steps:
        if comes:
            standing[path] = copies[path]
            put_page(writer, path, [(None, *copies[path][1:])])
        elif standing.pop(path, None):
            writer.forget(path)
            writer.commit()
    connection.close()
    connection = connect_writing(folder / "fresh.db")
    for path in sorted(standing):
        put_page(Writer(connection), path, [(None, *standing[path][1:])])
    connection.close()
    assert grouped(folder / "any.db") == grouped(folder / "fresh.db")


def test_a_group_falls_apart_when_the_copy_between_goes(
    database: Path, writer: Writer, put: Callable[..., None]
) -> None:
    first = ("/1.txt", None, "2025-03-01", STORY)
    between = ("/2.txt", None, "2025-03-03", (f"[도담=새론통신] {STORY[0]}", *STORY[1:]))
    last = ("/3.txt", None, "2025-03-06", (f"[미르=해솔타임스] {STORY[0]}", *STORY[1:]))
    put(first, last)
    assert grouped(database) == set()
    put(between)
    assert grouped(database) == {frozenset(("/1.txt", "/2.txt", "/3.txt"))}
    writer.forget("/2.txt")
    writer.commit()
    assert grouped(database) == set()


def test_a_date_learned_later_takes_a_copy_out_of_its_group(
    database: Path, put: Callable[..., None]
) -> None:
    signed = (f"[도담=새론통신] {STORY[0]}", *STORY[1:])
    put(("/1.txt", None, "2025-03-01", STORY), ("/2.txt", None, None, signed))
    assert grouped(database) == {frozenset(("/1.txt", "/2.txt"))}
    put(("/again.txt", None, "2025-06-01", signed))
    assert grouped(database) == set()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param((None, "2025-03-01"), (None, "2025-03-05"), id="days apart"),
        pytest.param(
            ("https://dodam.example/1", None), ("https://dodam.example/2", None), id="one site"
        ),
    ],
)
def test_the_same_words_at_another_time_or_in_the_same_paper_are_no_reprint(
    database: Path,
    put: Callable[..., None],
    one: tuple[str | None, str | None],
    other: tuple[str | None, str | None],
) -> None:
    put(("/1.txt", *one, STORY), ("/2.txt", *other, (*STORY[:3], EDITED, *STORY[4:])))
    assert grouped(database) == set()


@pytest.mark.parametrize(
    ("members", "expected"),
    [
        pytest.param(("1", "2"), set(), id="records of a corpus"),
        pytest.param(("all.jsonl#1", "all.jsonl#2"), set(), id="records of a corpus in a zip"),
        pytest.param(
            ("a/1.txt", "b/1.txt"),
            {frozenset(("/x.tara/1.txt", "/x.tarb/1.txt"))},
            id="files in a tar",
        ),
    ],
)
def test_records_of_one_corpus_keep_apart_and_files_of_one_tar_do_not(
    database: Path, writer: Writer, members: tuple[str, str], expected: set[frozenset[str]]
) -> None:
    edited = (*STORY[:3], EDITED, *STORY[4:])
    put_page(writer, "/x.tar", [(members[0], None, None, STORY), (members[1], None, None, edited)])
    assert grouped(database) == expected


def test_records_of_one_corpus_on_two_sites_are_reprints(database: Path, writer: Writer) -> None:
    pages = [
        ("1", "https://dodam.example/1", None, STORY),
        ("2", "https://nuri.example/2", None, (f"[누리] {STORY[0]}", *STORY[1:6])),
    ]
    put_page(writer, "/corpus.jsonl", pages)
    assert grouped(database) == {frozenset(("/corpus.jsonl1", "/corpus.jsonl2"))}


def test_an_article_tells_its_reprints_and_search_can_ask_for_many(
    database: Path, put: Callable[..., None]
) -> None:
    put(*(COPIES[name] for name in ("whole", "cut", "edited", "other")))
    connection = connect_reading(database)
    others = [[reprint.id for reprint in listed(connection, asked)] for asked in (1, 2, 4)]
    assert others == [[2, 3], [1, 3], []]
    assert groups(connection, [1, 2, 3, 4, 99]) == {1: 1, 2: 1, 3: 1}
    told = article(connection, 1).reprints
    connection.close()
    assert [(r.id, r.site, r.source, r.date) for r in told] == [
        (2, "nuri.example", "/b.txt", "2025-03-04"),
        (3, None, "/c.txt", None),
    ]


def test_a_clause_that_too_many_have_joins_nobody_and_does_again_when_they_go(
    database: Path, writer: Writer, put: Callable[..., None], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reprints, "COMMON_KEY", 3)
    copies = [(f"/{n}.txt", None, None, (*STORY, f"새론통신 {n}")) for n in range(4)]
    put(*copies[:3])
    assert grouped(database) == {frozenset(("/0.txt", "/1.txt", "/2.txt"))}
    put(copies[3])
    assert grouped(database) == set()
    writer.forget("/1.txt")
    writer.commit()
    assert grouped(database) == {frozenset(("/0.txt", "/2.txt", "/3.txt"))}


def test_an_article_that_gives_way_to_a_longer_one_leaves_its_group(
    database: Path, put: Callable[..., None]
) -> None:
    """The cut page is of the story whose whole text comes later: that one is the reprint then."""
    short = ("/short.txt", None, None, STORY[:6])
    elsewhere = ("/else.txt", None, None, (f"[도담=새론통신] {STORY[0]}", *STORY[1:]))
    put(short, elsewhere)
    assert grouped(database) == {frozenset(("/short.txt", "/else.txt"))}
    put(("/short.txt", None, None, OTHER))
    assert grouped(database) == set()


# --- texts off one last -----------------------------------------------------------------------


def prices(pick: random.Random) -> str:
    return f"""
    가람지수는 {pick.randint(1, 28)}일 전날보다 {pick.uniform(1, 60):.2f}포인트 오른
    {pick.uniform(2400, 2900):.2f}으로 장을 마쳤다. 지수는 {pick.uniform(2400, 2900):.2f}에서
    출발해 장 내내 오름세를 이어 갔다. 외국인이 사들이고 개인과 기관은 파는 흐름이 사흘째 이어졌다.
    누리지수는 {pick.uniform(600, 900):.2f}으로 마감했고 환율은
    {pick.uniform(1200, 1450):.1f}원에 거래를 마쳤다. 투자자들은 다음 주에 나올 물가 지표를
    기다리며 관망하는 분위기였다고 증권업계는 전했다. 업종별로는 운송장비와 의료정밀이 올랐고
    통신과 보험은 내렸다고 거래소는 밝혔다.
    """


def handout(pick: random.Random) -> str:
    who, where, town = ("".join(pick.choices("가나다라마바사아자차카타파하", k=2)) for _ in "abc")
    return f"""
    {town}군은 {where}마을회관에서 어르신들을 위한 나눔 행사를 열었다. 이날 행사에는 {who}
    {town}군수와 회원들이 참석해 직접 담근 김치와 밑반찬을 홀로 사는 어르신들의 집에 전달하며
    안부를 살폈다. {where} 회장은 “작은 정성이지만 어르신들이 따뜻한 겨울을 보내는 데 보탬이
    되기를 바란다”고 말했다. {who} 군수는 “이웃을 위해 애쓰는 회원들에게 감사드린다”며 “소외되는
    이웃이 없는 {town}군을 만드는 데 힘쓰겠다”고 말했다. 한편 회원들은 해마다 {where}천 정화
    활동과 꽃길 가꾸기 등 다양한 봉사 활동을 이어 가고 있다.
    """


@pytest.mark.parametrize("report", [prices, handout])
def test_reports_that_differ_in_numbers_or_names_are_no_reprints(
    database: Path, put: Callable[..., None], report: Callable[[random.Random], str]
) -> None:
    pick = random.Random(7)  # noqa: S311 - no secret
    for number in range(12):
        sentences = " ".join(report(pick).split()).split(". ")
        put((f"/{number}.txt", None, None, tuple(sentences)))
    assert grouped(database) == set()


@pytest.mark.parametrize(
    "edit",
    [
        pytest.param(lambda story: story[:6], id="cut"),
        pytest.param(lambda story: [f"[누리] {story[0]}", EDITED, *story[2:]], id="edited"),
    ],
)
def test_copies_with_cuts_and_edits_are_told(
    edit: Callable[[Sequence[str]], Sequence[str]],
) -> None:
    whole, copy = "\n".join(STORY), "\n".join(edit(STORY))
    assert set(sketch(whole)) & set(sketch(copy))
    assert same_story(telling(whole), telling(copy))


def test_the_report_of_another_day_is_another_one() -> None:
    today, tomorrow = "\n".join(STORY), "\n".join(STORY).replace("3일 밝혔다", "4일 밝혔다")
    assert not same_story(telling(today), telling(tomorrow))


@given(one=st.text(max_size=300), other=st.text(max_size=300))
def test_likeness_is_symmetric_and_takes_any_text(one: str, other: str) -> None:
    assert same_story(telling(one), telling(other)) == same_story(telling(other), telling(one))
    assert len(sketch(one * 9)) <= len(set(sketch(one * 9))) <= 5


def test_a_short_notice_is_told_from_nothing() -> None:
    assert sketch("\n".join(STORY[:2])) == ()


def test_an_article_that_gives_way_takes_its_keys_along(
    database: Path, put: Callable[..., None]
) -> None:
    """Those that an earlier transaction had written stayed, and told when it had ended."""
    put(("/a.txt", "https://www.dodam.example/view/123456", None, STORY[:6]))
    put(("/b.txt", "https://www.dodam.example/view/123456", None, STORY))
    connection = connect_reading(database)
    assert connection.execute("SELECT count(*) FROM articles").fetchone() == (2,)
    keys = connection.execute("SELECT key FROM reprint_keys ORDER BY key").fetchall()
    assert [key for (key,) in keys] == [*sketch("\n".join(STORY))]
    connection.close()
