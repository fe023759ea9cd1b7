"""`newscli search` on stories that several papers printed, with passages and with reasons."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pytest

from archive import Archive

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Program

STORY = (
    "가람시가 낡은 나루터를 고쳐 걷는 길로 꾸미기로 하고 다음 달 초에 첫 삽을 뜬다고 3일 밝혔다.",
    "시는 나루터에서 도담교까지 1.8㎞를 잇는 산책로를 내고 곳곳에 의자 40개와 가로등을 놓는다.",
    "공사에는 모두 27억원이 들며 시와 도가 절반씩 나누어 내고 내년 가을에 끝낼 계획이다.",
    "길 중간에는 옛 뱃사공이 쓰던 집을 그대로 옮겨 지어 작은 전시관으로 쓰기로 했다.",
    "한별 가람시장은 “강을 따라 걷는 사람이 늘면 시장 골목도 함께 살아날 것”이라고 말했다.",
    "인근 상인들은 공사가 길어지면 손님이 줄까 걱정하면서도 길이 나기를 손꼽아 기다린다.",
    "시는 상인들의 뜻을 받아들여 주말과 장날에는 공사 차량이 다니지 않도록 하기로 했다.",
    "환경단체는 갈대밭에 사는 새들이 놀라지 않도록 산책로의 가로등을 낮게 달아 달라고 했다.",
)
HEADLINES = ("나루터의 새 단장", "가람시, 강가에 걷는 길 낸다", "뱃사공의 집 전시관으로")
PAPERS = ("dodam.example", "nuri.example", "haesol.example")


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("printed")
    for number, paper in enumerate(PAPERS):
        record = {
            "url": f"https://www.{paper}/{number}",
            "title": HEADLINES[number],
            "text": "\n".join(STORY[: 8 - number]),
            "date": "2025-03-04",
        }
        line = json.dumps(record, ensure_ascii=False)
        (folder / f"{paper}.jsonl").write_text(line + "\n", encoding="utf-8")
    with Archive.open(folder / "archive.db") as archive:
        report = archive.ingest(
            [folder / f"{paper}.jsonl" for paper in PAPERS], entities=False, jobs=1
        )
    assert report.articles == 3
    return folder / "archive.db"


@pytest.fixture
def papers(newscli: Program, printed: Path) -> Program:
    newscli.db.write_bytes(printed.read_bytes())
    return newscli


def test_a_story_is_listed_once_with_its_other_places(papers: Program) -> None:
    found = json.loads(papers("search", "산책로", "--json").out)
    (hit,) = found["hits"]
    assert found["total"] == 3
    assert len(hit["also"]) == 2
    assert {"id", "site", "source", "date", "headline"} == set(hit["also"][0])
    assert papers("search", "산책로", "--format", "ids").lines == [str(hit["id"])]
    assert papers("search", "산책로").fields[0][-2].split() == [
        str(other["id"]) for other in hit["also"]
    ]
    assert "외 2곳" in papers("search", "산책로", "--format", "table").out


def test_every_copy_is_listed_where_asked(papers: Program) -> None:
    assert len(papers("search", "산책로", "--all-copies", "--format", "ids").lines) == 3


def test_passages_come_on_demand(papers: Program) -> None:
    (hit,) = json.loads(papers("search", "산책로", "--json").out)["hits"]
    assert hit["passages"] == []
    (hit,) = json.loads(papers("search", "산책로", "--passages", "2", "--json").out)["hits"]
    for passage in hit["passages"]:
        assert [passage["text"][a:b] for a, b in passage["highlights"]] == ["산책로"]
    assert len(hit["passages"]) == 2
    drawn = papers("search", "산책로", "--passages", "2", "--format", "table").out
    assert drawn.count("«산책로»") == 2


def test_explain_tells_the_features_in_json_too(papers: Program) -> None:
    (hit,) = json.loads(papers("search", "산책로", "--explain", "--json").out)["hits"]
    assert sum(hit["features"].values()) == pytest.approx(hit["score"], abs=0.01)
    (line,) = papers("search", "산책로", "--explain", "--format", "ndjson").lines
    assert json.loads(line)["features"] == hit["features"]
    assert "features" not in papers("search", "산책로", "--json").out


@pytest.mark.parametrize(
    "counted", [["--facet", "section"], ["--timeline"], ["--facet", "year", "--json"]]
)
def test_counting_what_nothing_matches_says_so(papers: Program, counted: list[str]) -> None:
    outcome = papers("search", "없는말이로다", *counted)
    assert outcome.code == 1
    assert "찾은 기사가 없습니다: 없는말이로다" in outcome.err


def test_counting_by_what_no_hit_has_says_so(papers: Program) -> None:
    outcome = papers("search", "산책로", "--facet", "section")
    assert outcome.code == 1
    assert re.search("3건은 이 기준으로", outcome.err)


def test_a_query_beside_similar_is_a_mistake(papers: Program) -> None:
    outcome = papers("search", "산책로", "--similar", "1")
    assert outcome.code == 2
    assert "--similar" in outcome.err


def test_two_formats_at_once_are_a_mistake(papers: Program) -> None:
    outcome = papers("search", "산책로", "--json", "--format", "csv")
    assert outcome.code == 2
    assert "--json" in outcome.err


def test_the_footer_does_not_say_that_stories_are_one_where_each_is_listed(
    papers: Program,
) -> None:
    assert "같은 기사는 하나로" in papers("search", "산책로", tty=True).err
    assert "같은 기사는 하나로" not in papers("search", "산책로", "--all-copies", tty=True).err


def test_a_filter_that_leaves_nothing_says_what_is_found_without(news: Program) -> None:
    outcome = news("search", "등대지기", "--section", "사희")
    assert outcome.code == 1
    assert "필터를 빼면 1건" in outcome.err
    assert "필터를 빼면 1건" in news("search", "등대지기", "--section", "사희", "--timeline").err
    assert "필터" not in news("search", "등대지기").err
    assert "필터" not in news("search", "없는말이로다", "--section", "사회").err
    assert "필터" not in news("search", "등대지기", "--section", "사회", "--offset", "9").err


def test_the_footer_of_a_part_of_the_hits_tells_how_to_go_on(news: Program) -> None:
    assert "이어서: --offset 1" in news("search", "한별", "-n", "1", tty=True).err
    assert "이어서" not in news("search", "한별", "-n", "1", "--offset", "1", tty=True).err
    assert "이어서" not in news("search", "한별", tty=True).err


def test_the_footer_does_not_go_on_to_copies_of_the_stories_that_it_shows(papers: Program) -> None:
    assert "이어서" not in papers("search", "산책로", "-n", "1", tty=True).err
    assert "이어서: --offset 2" in papers(
        "search", "산책로", "--all-copies", "-n", "2", tty=True
    ).err  # fmt: skip


def test_what_follows_is_told_apart_and_never_counted(news: Program) -> None:
    words = ("search", "기자", "도담일보", "첫")
    found = json.loads(news(*words, "--json").out)
    assert [hit["follower"] for hit in found["hits"]] == [False, True]
    assert (found["total"], found["followers"]) == (1, 1)
    assert news(*words, "--count").lines == ["1"]
    assert json.loads(news(*words, "--sort", "newest", "--json").out)["total"] == 1
    for counted in (("--timeline",), ("--facet", "section")):
        assert [fields[1] for fields in news(*words, *counted).fields] == ["1"]
    assert [fields[-1] for fields in news(*words).fields] == ["false", "true"]
    drawn = news(*words, tty=True)
    assert drawn.out.count("거의 맞음") == 1
    assert "1건 중 1–1 · 거의 맞는 기사 1건" in drawn.err
    assert "이어서: --offset 1" in news(*words, "-n", "1", tty=True).err
    assert "1건 · 거의 맞는 기사 1건" in news(*words, "--offset", "1", tty=True).err


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        (["list", "--since", "2026-01..2026-03"], "--since 2026-01 --until 2026-03"),
        (["list", "--until", "2026년 1월~오늘"], "--since '2026년 1월' --until 오늘"),
        (["search", "눈", "--since", "..2026-03"], "해결: --until 2026-03"),
        (["weather", "--since", "2026-03.."], "해결: --since 2026-03"),
        (["search", "부터:2026-01..2026-03"], "해결: 날짜:2026-01..2026-03"),
        (["search", 'until:"2026년 1월.."'], '해결: 날짜:"2026년 1월.."'),
    ],
)
def test_a_range_where_one_end_belongs_is_refused_not_halved(
    news: Program, words: list[str], meant: str
) -> None:
    outcome = news(*words)
    assert (outcome.code, outcome.out) == (2, "")
    assert "한쪽 끝만" in outcome.err
    assert meant in outcome.err
    assert news("list", "--since", "2026-03-01", "--until", "이번주").code == 0


def test_what_has_no_value_is_counted_too(newscli: Program) -> None:
    lines = [
        {"title": "길", "text": "가람시가 새 길을 낸다.", "date": "2025-03-04"},
        {"title": "나루", "text": "가람시가 옛 나루를 고친다."},
    ]
    written = "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines)
    (newscli.folder / "n.jsonl").write_text(written, encoding="utf-8")
    newscli("ingest", "n.jsonl", "--no-entities")
    asked = ("search", "가람시", "--timeline")
    assert newscli(*asked).fields == [["2025-03", "1"], ["", "1"]]
    counted = json.loads(newscli(*asked, "--json").out)
    assert counted["counts"][-1] == {"month": None, "articles": 1}
    assert counted["total"] == 2
    drawn = newscli(*asked, tty=True).lines
    assert drawn[-2].split()[:2] == ["없음", "1"]
    assert "모두 2건" in drawn[-1]
    assert newscli(*asked, "--format", "ids").lines == ["2025-03"]
