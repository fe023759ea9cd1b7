"""Each command from its words to its records, on an archive that the program made."""

from __future__ import annotations

import csv
import io
import json
import shlex
import shutil
import sqlite3
import tarfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from newscli.topics import TOPICS

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.conftest import Outcome, Program

EXAMPLES = Path(__file__).parents[2] / "examples"
MARKET = "가람시, 누리장터에 ‘새벽배달’ 첫 선"
REPAIRS = (
    "가람시가 오래 비어 있던 집 서른 곳을 고쳐 공방과 작은 책방으로 빌려주기로 했다고 1일 밝혔다.",
    "시는 지붕이 새는 집부터 손보고 마당에는 이웃이 함께 쓰는 평상과 수돗가를 놓을 계획이다.",
    "빌리려는 사람은 이달 스무날까지 주민센터에 신청서를 내면 되고 뽑히면 두 해 동안 쓸 수 있다.",
    "집주인에게는 재산세를 깎아 주고 돌려받을 때는 고친 것을 그대로 넘겨주기로 약속했다.",
    "골목 상인들은 밤마다 불이 켜지면 발길이 이어질 것이라며 벌써 야시장 준비에 들어갔다.",
    "다만 주차할 자리가 모자란다는 걱정도 있어 시는 옛 양조장 터를 임시로 내놓는다.",
    "한별 시장은 해마다 스무 곳씩 늘려 가겠다고 말했다.",
)
LIGHTHOUSE = "[단독] 노을항 등대에 [/b] 눈 쌓여 :smile: 뱃길 끊겨"


def document(outcome: Outcome) -> Any:
    return json.loads(outcome.out)


# --- search -----------------------------------------------------------------------------------


def test_search_finds_and_exits_0(news: Program) -> None:
    outcome = news("search", "새벽배달")
    assert outcome.code == 0
    assert not outcome.err
    (fields,) = outcome.fields
    assert fields[1:6] == ["2026-03-04", "page", "article", "지역소식", MARKET]
    assert len(fields) == 12


def test_search_without_a_hit_exits_1_and_tells_how_it_read_the_query(news: Program) -> None:
    outcome = news("search", "없는말이로다")
    assert outcome.code == 1
    assert not outcome.out
    assert "찾은 기사가 없습니다: 없는말이로다" in outcome.err
    assert "읽은 방식: " in outcome.err


def test_a_pipe_gets_the_whole_list_and_a_screen_a_screenful(news: Program) -> None:
    everyone = news("entities", "--kind", "quantity", "-n", "0").lines
    assert news("entities", "--kind", "quantity").lines == everyone
    drawn = news("entities", "--kind", "quantity", tty=True).lines
    assert len(drawn) <= 20 + 1 + 1


def test_hits_are_counted_by_what_was_asked(news: Program) -> None:
    everything = len(document(news("search", "가람시 OR 노을", "-n", "0", "--json"))["hits"])
    assert news("search", "가람시 OR 노을", "--count").lines == [str(everything)]
    counted = document(news("search", "가람시 OR 노을", "--facet", "section", "--json"))
    assert counted["schema"] == "counts/1"
    listed = document(news("search", "가람시 OR 노을", "-n", "0", "--json"))["hits"]
    sections = [hit["section"] for hit in listed if hit["section"]]
    assert {c["section"]: c["articles"] for c in counted["counts"]} == {
        section: sections.count(section) for section in sections
    }
    months = news("search", "가람시 OR 노을", "--timeline").fields
    assert months == sorted(months)
    assert sum(int(number) for _, number in months) == sum(1 for hit in listed if hit["date"])
    assert "━" in news("search", "가람시 OR 노을", "--timeline", tty=True).out
    assert news("search", "없는말이로다", "--count").code == 1


def test_similar_articles_leave_out_the_one_itself(news: Program) -> None:
    (first,) = news("search", "새벽배달", "-n", "1", "--format", "ids").lines
    assert first not in news("search", "--similar", first, "--format", "ids").lines
    all_alike = news("search", "--similar", first, "--format", "ids").lines
    later = news("search", "--similar", first, "--offset", "1", "--format", "ids").lines
    assert later == all_alike[1:]
    nothing = news("search", "--similar", "999999")
    assert nothing.code == news("show", "999999").code == 1
    assert nothing.err == news("show", "999999").err


def test_explain_tells_what_each_feature_adds(news: Program) -> None:
    outcome = news("search", "새벽배달", "--explain", "--format", "table")
    assert "점수 " in outcome.out
    assert "든 말 +" in outcome.out


def test_quiet_answers_by_exit_code_alone(news: Program) -> None:
    outcome = news("-q", "search", "없는말이로다")
    assert (outcome.code, outcome.out, outcome.err) == (1, "", "")


def test_search_words_need_no_quoting(news: Program) -> None:
    assert (
        news("search", "누리장터", "새벽배달").fields == news("search", "누리장터 새벽배달").fields
    )


def test_a_word_with_a_hyphen_in_front_is_no_option(news: Program) -> None:
    found = document(news("search", "한별", "-등대지기", "-n", "5", "--json"))
    assert found["query"] == "한별 -등대지기"


def test_search_json(news: Program) -> None:
    found = document(news("search", "등대", "--json"))
    assert found["schema"] == "search/1"
    assert {"query", "read_as", "total", "suggestion", "hits"} <= found.keys()
    (hit,) = found["hits"]
    assert hit["headline"] == LIGHTHOUSE
    assert hit["date_basis"] == "page"
    marked = [hit["snippet"][start:end] for start, end in hit["highlights"]]
    assert marked
    assert set(marked) == {"등대"}


def test_search_explain_tells_how_it_read_the_query(news: Program) -> None:
    assert "읽은 방식: " in news("search", "등대", "--explain").err


# --- formats ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "schema", "key"),
    [
        (["search", "한별"], "search/1", "hits"),
        (["list"], "list/1", "articles"),
        (["weather"], "weather/1", "snapshots"),
        (["entities"], "entities/1", "entities"),
        (["quotes"], "quotes/1", "quotes"),
    ],
)
def test_every_format_tells_the_same_records(
    news: Program, words: list[str], schema: str, key: str
) -> None:
    whole = document(news(*words, "--json"))
    assert whole["schema"] == schema
    assert whole[key]
    lines = news(*words, "--format", "ndjson").lines
    assert [json.loads(line) for line in lines] == whole[key]
    rows = list(csv.reader(io.StringIO(news(*words, "--format", "csv").out)))
    tabbed = news(*words, "--format", "tsv")
    assert rows[1:] == tabbed.fields
    assert all(len(row) == len(rows[0]) for row in rows)
    assert news(*words).out == tabbed.out
    assert news(*words, "--format", "ids").lines
    assert news(*words, "--format", "table").code == 0


def test_ids_go_into_show(news: Program) -> None:
    ids = news("search", "한별", "--format", "ids").out
    shown = news("show", "-", stdin=ids.encode())
    assert shown.code == 0
    assert MARKET in shown.out
    assert LIGHTHOUSE in shown.out


def test_the_columns_of_help_formats_are_those_of_csv(news: Program) -> None:
    page = " ".join(news("help", "formats").out.split())
    for words in (["search", "한별"], ["list"], ["weather"], ["entities"], ["quotes"]):
        header = news(*words, "--format", "csv").lines[0]
        assert header.replace(",", " ") in page


# --- show -------------------------------------------------------------------------------------


def test_show_in_a_pipe_wraps_nothing(news: Program) -> None:
    outcome = news("show", "1", columns=40)
    assert outcome.code == 0
    assert "- 가게 120곳 참여" in outcome.lines
    assert (
        "[도담일보 한별 기자] 가람시는 4일 누리장터에서 ‘새벽배달’을 처음 열었다고 밝혔다."
        in outcome.lines
    )
    assert "글 한별" in outcome.lines
    assert any(line.startswith("출처 ") and "delivery.txt" in line for line in outcome.lines)


def test_the_day_of_fetching_is_never_the_day_of_publication(news: Program) -> None:
    text = news("show", "1").out
    assert "발행일 모름 (2026-03-04 수집)" in text
    article = document(news("show", "1", "--json"))
    assert article["published"] is None
    assert article["date_basis"] == "page"


def test_an_inferred_date_shows_its_evidence(newscli: Program, tmp_path: Path) -> None:
    page = (
        "누리군, 갯벌 지도 새로 그린다\n\n누리군은 지난 21일 갯벌 지도를 새로 그린다고 밝혔다.\n"
        "주민 예순 명이 함께 걸으며 길을 잰다고 군은 설명했다.\n"
        "       사진1. 갯벌을 걷는 누리군 주민들(2021121)\n"
    )
    (tmp_path / "mud.txt").write_text(page, encoding="utf-8")
    newscli("ingest", tmp_path / "mud.txt")
    article = document(newscli("show", "1", "--json"))
    assert article["date_basis"] == "inferred"
    text = newscli("show", "1").out
    assert f"{article['date']} (추정, 근거: {article['date_evidence']})" in text


def test_show_json_of_one_and_of_several(news: Program) -> None:
    one = document(news("show", "1", "--json"))
    assert one["schema"] == "article/1"
    assert [place["path"].endswith("delivery.txt") for place in one["sources"]] == [True]
    several = document(news("show", "1", "2", "--json"))
    assert several["schema"] == "articles/1"
    assert several["articles"][0] == one
    assert [article["headline"] for article in several["articles"]] == [MARKET, LIGHTHOUSE]
    found = news("show", "1", "999", "--json")
    assert found.code == 2
    assert document(found)["articles"] == [one]


def test_show_as_ndjson_is_an_article_a_line_however_many(news: Program) -> None:
    for ids in (["1"], ["1", "2"]):
        lines = news("show", *ids, "--format", "ndjson").lines
        assert [json.loads(line)["schema"] for line in lines] == ["article/1"] * len(ids)
    assert json.loads(news("show", "1", "--format", "ndjson").out) == document(
        news("show", "1", "--json")
    )


def test_show_of_no_id_at_all_says_so(news: Program) -> None:
    nothing = news("show", "-", stdin=b"\n")
    assert (nothing.code, nothing.out) == (1, "")
    assert "번호가 없습니다" in nothing.err


def test_show_names_the_other_stories_of_the_page(newscli: Program) -> None:
    newscli("ingest", Path(__file__).parents[2] / "examples" / "garam-delivery.txt")
    shown = document(newscli("show", "1", "--json"))
    beside = [one["headline"] for one in shown["beside"]]
    assert beside
    assert shown["headline"] not in beside
    for one in shown["beside"]:
        line = f"{one['id']} {one['headline']}"
        assert f"같은 쪽의 기사 {line}" in newscli("show", "1").out
        drawn = newscli("--color", "never", "show", "1", tty=True, columns=200).out
        assert line in drawn
        assert document(newscli("show", one["id"], "--json"))["headline"] == one["headline"]


def test_show_names_the_reprints(newscli: Program, tmp_path: Path) -> None:
    for site, headline, sentences in (
        ("dodam", "가람시, 빈집 서른 곳 고친다", REPAIRS),
        ("nuri", "빈집이 공방으로", REPAIRS[:-1]),
    ):
        record = {
            "url": f"https://www.{site}.example/1",
            "title": headline,
            "text": "\n".join(sentences),
            "date": "2025-04-01",
        }
        (tmp_path / f"{site}.jsonl").write_text(json.dumps(record), encoding="utf-8")
    newscli("ingest", "dodam.jsonl", "nuri.jsonl")
    first = document(newscli("show", "1", "--json"))
    assert [one["id"] for one in first["reprints"]] == [2]
    line = "2 빈집이 공방으로 · nuri.example · 2025-04-01"
    assert f"다른 곳에 실린 글 {line}" in newscli("show", "1").out
    assert line in newscli("--color", "never", "show", "1", tty=True).out
    assert f"- 다른 곳에 실린 글: {line}" in newscli("show", "1", "--format", "md").out


def test_show_as_markdown_escapes_what_markdown_would_read(news: Program) -> None:
    text = news("show", "2", "--format", "md").out
    assert text.startswith("# \\[단독\\] 노을항 등대에 \\[/b\\] 눈 쌓여 :smile: 뱃길 끊겨\n")


def test_show_raw_is_the_dump_as_it_came(news: Program, made_archive: Path) -> None:
    dump = (made_archive.parent / "snow.txt").read_text(encoding="utf-8")
    assert news("show", "2", "--raw").out == dump


def test_show_of_an_unknown_article(news: Program) -> None:
    nothing = news("show", "999")
    assert (nothing.code, nothing.out) == (1, "")
    assert "999" in nothing.err
    some = news("show", "1", "999")
    assert some.code == 2
    assert MARKET in some.out
    assert "999" in some.err


def test_a_bad_id_does_not_keep_the_others_from_being_shown(news: Program) -> None:
    outcome = news("show", "1", "첫째", "2", "--json")
    assert outcome.code == 2
    assert [one["headline"] for one in document(outcome)["articles"]] == [MARKET, LIGHTHOUSE]
    assert "기사 번호가 아닙니다: 첫째" in outcome.err
    many = news("show", "1", *(f"글{number}" for number in range(9)))
    assert "글4 외 4개" in many.err


def test_records_piped_into_show_give_their_ids(news: Program) -> None:
    outcome = news("show", "-", "--json", stdin=news("list").out.encode())
    assert (outcome.code, outcome.err) == (0, "")
    assert [one["headline"] for one in document(outcome)["articles"]] == [LIGHTHOUSE, MARKET]


# --- list, entities, stats --------------------------------------------------------------------


def test_list_is_newest_first_and_filtered(news: Program) -> None:
    assert [fields[5] for fields in news("list").fields] == [LIGHTHOUSE, MARKET]
    assert [fields[5] for fields in news("list", "--section", "사회").fields] == [LIGHTHOUSE]
    assert [fields[5] for fields in news("list", "-n", "1").fields] == [LIGHTHOUSE]
    assert [fields[5] for fields in news("list", "-n", "1", "--offset", "1").fields] == [MARKET]
    assert len(news("list", "-n", "0").fields) == 2
    nothing = news("list", "--since", "2030")
    assert (nothing.code, nothing.out) == (1, "")
    assert nothing.err


def test_an_empty_list_has_no_header(news: Program) -> None:
    nothing = news("list", "--section", "없는분야", tty=True)
    assert (nothing.code, nothing.out) == (1, "")


def test_a_source_may_be_named_by_its_relative_path(
    newscli: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = "{0}이 왔다\n\n가람시에 {0}이 왔다고 시가 밝혔다.\n"
    for folder, word in (("하나", "눈"), ("둘", "봄")):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "a.txt").write_text(text.format(word), "utf-8")
    newscli("ingest", "하나", "둘")
    monkeypatch.chdir(tmp_path / "하나")
    for named in ("a.txt", "./a.txt", "../하나/", "../하나/../하나/a.txt"):
        assert len(newscli("list", "--source", named).lines) == 1, named
    assert len(newscli("list", "--source", "..").lines) == 2
    assert newscli("forget", "./a.txt", "--yes").lines == [
        f"뺐습니다: {tmp_path / '하나' / 'a.txt'}"
    ]


@pytest.mark.parametrize("words", [["entities"], ["entity", "강누리"], ["quotes"]])
def test_an_archive_without_names_says_why(
    newscli: Program, tmp_path: Path, words: list[str]
) -> None:
    (tmp_path / "a.txt").write_text("눈이 왔다\n\n가람시에 눈이 왔다고 시가 밝혔다.\n", "utf-8")
    newscli("ingest", "a.txt", "--no-entities")
    outcome = newscli(*words)
    assert (outcome.code, outcome.out) == (1, "")
    for part in ("--no-entities", "newscli forget", "newscli ingest"):
        assert part in outcome.err


def test_entities_of_a_kind_and_of_an_article(news: Program) -> None:
    people = {fields[0] for fields in news("entities", "--kind", "person").fields}
    assert "강누리" in people
    snow = {fields[0] for fields in news("entities", "--article", "2").fields}
    assert "강누리" not in snow
    assert news("entities", "--entity", "없는이").code == 1


def test_stats(news: Program) -> None:
    counted = document(news("stats", "--json"))
    assert counted["schema"] == "stats/1"
    assert (counted["articles"], counted["readings"]) == (2, 6)
    assert counted["sections"] == {"지역소식": 1, "사회": 1}
    assert ["articles", "2"] in news("stats").fields
    assert "기사" in news("stats", "--format", "table").out


# --- weather ----------------------------------------------------------------------------------


def test_weather_of_a_day(news: Program) -> None:
    (first, *_) = news("weather", "--date", "2026-03-04").fields
    assert first[:5] == ["2026-03-04", "가람", "맑음", "7.5", "기상청"]
    (snapshot,) = document(news("weather", "--date", "2026-03-04", "--json"))["snapshots"]
    assert snapshot["stale"] is False
    assert snapshot["readings"][1] == {"station": "누리", "sky": "흐림", "temperature": -3.1}


def test_a_repeated_widget_is_marked(news: Program) -> None:
    first, second = document(news("weather", "--json"))["snapshots"]
    assert (first["stale"], second["stale"]) == (False, True)
    assert second["same_as"] == ["2026-03-04"]
    assert "되풀이" in news("weather", "--date", "2026-03-05", "--format", "table").out
    (fresh,) = document(news("weather", "--fresh", "--json"))["snapshots"]
    assert fresh["date"] == "2026-03-04"


def test_a_hyphen_for_the_sky_is_a_missing_word(news: Program) -> None:
    (snapshot,) = document(news("weather", "--date", "2026-03-04", "--json"))["snapshots"]
    assert snapshot["readings"][2] == {"station": "노을", "sky": None, "temperature": 2.0}
    assert news("weather", "--date", "2026-03-04").fields[2][1:4] == ["노을", "", "2.0"]
    drawn = news("--color", "never", "weather", "--date", "2026-03-04", tty=True).lines
    assert [line.split()[:3] for line in drawn if "노을" in line] == [["노을", "-", "2.0℃"]]


def test_weather_of_a_station(news: Program) -> None:
    outcome = news("weather", "--station", "누리")
    assert [fields[:2] for fields in outcome.fields] == [["2026-03-04", "누리"]]
    table = news("weather", "--station", "누리", "--format", "table").out
    assert "-3.1℃" in table
    assert "가람" not in table


def test_a_series_leaves_repeats_out_unless_asked(news: Program) -> None:
    series = ["weather", "--station", "누리", "--since", "2026"]
    default = news(*series)
    assert [fields[0] for fields in default.fields] == ["2026-03-04"]
    assert "되풀이된 값 1개를 뺐습니다. 보려면: --stale" in default.err
    both = news(*series, "--stale")
    assert [(fields[0], fields[7]) for fields in both.fields] == [
        ("2026-03-04", "false"),
        ("2026-03-05", "true"),
    ]
    assert "되풀이" in news(*series, "--stale", tty=True).out
    assert (news(*series, "--fresh").out, news(*series, "--fresh").err) == (default.out, "")
    day = document(news("weather", "--station", "누리", "--date", "2026-03-05", "--json"))
    assert [one["stale"] for one in day["snapshots"]] == [True]
    repeats = news("weather", "--station", "누리", "--since", "2026-03-05")
    assert (repeats.code, repeats.out) == (1, "")
    assert "--stale" in repeats.err
    assert news(*series, "--fresh", "--stale").code == 2


def test_an_unknown_station_names_the_near_ones(news: Program) -> None:
    outcome = news("weather", "--station", "누리시")
    assert outcome.code == 2
    assert "혹시: 누리" in outcome.err


def test_a_day_without_weather_names_the_nearest_and_exits_1(news: Program) -> None:
    outcome = news("weather", "--date", "2026-03-01")
    assert (outcome.code, outcome.out) == (1, "")
    assert "2026-03-04" in outcome.err
    assert "2026-03-05" not in outcome.err


# --- ingest -----------------------------------------------------------------------------------


def test_ingest_names_what_failed_and_takes_the_rest(newscli: Program, tmp_path: Path) -> None:
    folder = tmp_path / "뉴스 모음"
    folder.mkdir()
    (folder / "good.txt").write_text("눈이 왔다\n\n가람시에 눈이 왔다고 시가 밝혔다.\n", "utf-8")
    (folder / "empty.txt").write_bytes(b"")
    (folder / "binary.txt").write_bytes(bytes(range(256)) * 8)
    (folder / "page.html").write_text("<!doctype html><html><body>x</body></html>", "utf-8")
    outcome = newscli("ingest", folder, tmp_path / "없음.txt")
    assert outcome.code == 2
    for name in ("empty.txt", "binary.txt", "page.html", "없음.txt"):
        assert sum(name in line for line in outcome.err.splitlines()) == 1
    assert "good.txt" not in outcome.err
    assert len(outcome.lines) == 1
    assert newscli("list").code == 0


def test_ingest_twice_changes_nothing(newscli: Program, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("눈이 왔다\n\n가람시에 눈이 왔다고 시가 밝혔다.\n", "utf-8")
    first = document(newscli("ingest", "a.txt", "--json"))
    again = document(newscli("ingest", "a.txt", "--json"))
    assert first["schema"] == again["schema"] == "ingest/1"
    assert (first["added"], again["added"], again["unchanged"]) == (1, 0, 1)


def test_ingest_dry_run_puts_nothing_in(newscli: Program, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("눈이 왔다\n\n가람시에 눈이 왔다고 시가 밝혔다.\n", "utf-8")
    assert newscli("ingest", "a.txt", "--dry-run").code == 0
    assert not newscli.db.exists()


def test_quiet_ingest_says_nothing_but_errors(newscli: Program, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("눈이 왔다\n\n가람시에 눈이 왔다고 시가 밝혔다.\n", "utf-8")
    quiet = newscli("-q", "ingest", "a.txt")
    assert (quiet.code, quiet.out, quiet.err) == (0, "", "")
    failed = newscli("-q", "ingest", "없음.txt")
    assert (failed.code, failed.out) == (2, "")
    assert "없음.txt" in failed.err


def test_ingest_names_the_next_command_on_a_terminal_only(newscli: Program, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("눈이 왔다\n\n가람시에 눈이 왔다고 시가 밝혔다.\n", "utf-8")
    assert "다음: " in newscli("ingest", "a.txt", tty=True).err
    assert "다음: " not in newscli("ingest", "a.txt").err


def test_ctrl_c_says_what_is_in_and_how_to_go_on(
    newscli: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("archive.archive.Archive.ingest", interrupted)
    outcome = newscli("ingest", ".")
    assert outcome.code == 130
    assert "멈췄습니다. 보관소는 아직 만들지 않았습니다." in outcome.err
    assert "이어서" in outcome.err


def test_ctrl_c_counts_what_is_in(news: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("archive.archive.Archive.ingest", interrupted)
    outcome = news("ingest", ".")
    assert outcome.code == 130
    assert "기사 2건" in outcome.err


# --- parse, tag -------------------------------------------------------------------------------


def test_parse_is_one_object_a_dump(newscli: Program, made_archive: Path) -> None:
    folder = made_archive.parent
    one = document(newscli("parse", folder / "snow.txt", "--format", "json"))
    assert one["schema"] == "page/1"
    assert one["source"].endswith("snow.txt")
    assert one["page_date"] == "2026-03-05"
    assert one["article"]["headline"] == LIGHTHOUSE
    assert one["weather"]["readings"][0] == {"sky": "맑음", "station": "가람", "temperature": 7.5}
    both = newscli("parse", folder / "delivery.txt", folder / "snow.txt", "--format", "ndjson")
    assert [json.loads(line)["article"]["headline"] for line in both.lines] == [MARKET, LIGHTHOUSE]
    whole = document(newscli("parse", folder / "delivery.txt", folder / "snow.txt", "--json"))
    assert whole["schema"] == "pages/1"
    assert whole["pages"][1] == one


def test_parse_gives_every_member_a_source_of_its_own(
    newscli: Program, tmp_path: Path, made_archive: Path
) -> None:
    with tarfile.open(tmp_path / "뉴스.tar", "w") as tar:
        tar.add(made_archive.parent / "snow.txt", "dumps/눈/001.txt")
        tar.add(made_archive.parent / "delivery.txt", "dumps/눈/002.txt")
    sources = [json.loads(line)["source"] for line in newscli("parse", "뉴스.tar").lines]
    assert sources[0].endswith("뉴스.tar/dumps/눈/001.txt")
    assert sources[1].endswith("뉴스.tar/dumps/눈/002.txt")
    records = [json.dumps({"text": "눈이 왔다고 시가 밝혔다."}) for _ in range(3)]
    (tmp_path / "a.jsonl").write_text("\n".join(records), "utf-8")
    sources = [json.loads(line)["source"] for line in newscli("parse", "a.jsonl").lines]
    assert len(set(sources)) == 3


def test_parse_names_what_it_cannot_read(newscli: Program, made_archive: Path) -> None:
    outcome = newscli("parse", made_archive.parent / "snow.txt", "없음.txt")
    assert outcome.code == 2
    assert "없음.txt" in outcome.err
    assert len(outcome.lines) == 1


def test_parse_explain_gives_a_line_a_block(newscli: Program, made_archive: Path) -> None:
    outcome = newscli("parse", made_archive.parent / "snow.txt", "--explain")
    roles = [fields[1] for fields in outcome.fields[1:]]
    assert "page_date" in roles
    assert "headline" in roles
    assert all(len(fields) == 4 for fields in outcome.fields[1:])


def test_tag_answers_a_line_with_a_line(newscli: Program) -> None:
    text = "강누리 가람시장은 7일 웃었다.\r\n\n박노을 대표는 말했다."
    outcome = newscli("tag", stdin=text.encode())
    tagged = [json.loads(line) for line in outcome.lines]
    assert [one["text"] for one in tagged] == [
        "강누리 가람시장은 7일 웃었다.", "", "박노을 대표는 말했다.",
    ]  # fmt: skip
    for one in tagged:
        for entity in one["entities"]:
            assert one["text"][entity["start"] : entity["end"]] == entity["text"]
    assert [e["text"] for e in tagged[0]["entities"] if e["kind"] == "person"] == ["강누리"]


def test_tag_reads_cp949_and_a_byte_order_mark(newscli: Program, tmp_path: Path) -> None:
    (tmp_path / "old.txt").write_bytes("강누리 가람시장은 웃었다.".encode("cp949"))
    assert json.loads(newscli("tag", "old.txt").out)["text"] == "강누리 가람시장은 웃었다."
    assert json.loads(newscli("tag", stdin="\ufeff눈".encode()).out)["text"] == "눈"


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "cp949", "johab", "iso2022_kr"])
@pytest.mark.parametrize("piped", [False, True])
def test_tag_reads_every_encoding_that_ingest_does(
    newscli: Program, tmp_path: Path, encoding: str, piped: bool
) -> None:
    text = (
        "# 1\n강누리 가람시장은 7일 시청에서 웃었다고 말했다.\r\n\n그는 새 길을 내겠다고 밝혔다.\n"
    )
    if encoding == "iso2022_kr":
        text = text.removeprefix("# 1\n")
    raw = text.encode(encoding)
    (tmp_path / "old.txt").write_bytes(raw)
    outcome = newscli("tag", stdin=raw) if piped else newscli("tag", "old.txt")
    assert (outcome.code, outcome.err) == (0, "")
    assert [json.loads(line)["text"] for line in outcome.lines] == text.splitlines()


@pytest.mark.parametrize(
    "raw", [b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 8, b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"]
)
def test_tag_refuses_what_is_no_text(newscli: Program, tmp_path: Path, raw: bytes) -> None:
    (tmp_path / "그림").write_bytes(raw)
    for outcome in (newscli("tag", "그림"), newscli("tag", stdin=raw)):
        assert (outcome.code, outcome.out) == (2, "")
        assert "글로 읽을 수 없습니다" in outcome.err


def test_tag_without_anything_to_read_shows_its_page(newscli: Program) -> None:
    outcome = newscli("tag", stdin_tty=True)
    assert outcome.code == 2
    assert "사용법: newscli tag" in outcome.out


def test_tag_of_a_missing_file(newscli: Program) -> None:
    outcome = newscli("tag", "없음.txt")
    assert outcome.code == 2
    assert "없음.txt" in outcome.err
    assert "그런 파일이나 폴더가 없습니다." in outcome.err


# --- config -----------------------------------------------------------------------------------


def test_config_tells_where_each_value_came_from(
    newscli: Program, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.delenv("NEWSCLI_DB")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    values = {fields[0]: fields[1:] for fields in newscli("config").fields}
    assert values["db"][1] == "기본값"
    (tmp_path / "config.toml").write_text('db = "mine.db"\ncolor = "never"\n', "utf-8")
    values = {fields[0]: fields[1:] for fields in newscli("config").fields}
    assert values["db"] == [str(tmp_path / "mine.db"), f"{tmp_path / 'config.toml'}:1"]
    assert values["color"] == ["never", f"{tmp_path / 'config.toml'}:2"]
    monkeypatch.setenv("NEWSCLI_DB", "env.db")
    values = {fields[0]: fields[1:] for fields in newscli("config").fields}
    assert values["db"] == ["env.db", "환경 변수 NEWSCLI_DB"]
    settings = document(newscli("--db", "flag.db", "config", "--json"))["settings"]
    assert settings[0] == {"key": "db", "value": "flag.db", "source": "옵션 --db"}


def test_a_tilde_is_the_home_folder_wherever_the_archive_is_named(
    newscli: Program, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, made_archive: Path
) -> None:
    home = tmp_path / "home"
    home.mkdir()
    shutil.copy(made_archive, home / "x.db")
    monkeypatch.setenv("HOME", str(home))
    assert newscli("--db=~/x.db", "list").code == 0
    monkeypatch.setenv("NEWSCLI_DB", "~/x.db")
    assert newscli("list").code == 0
    monkeypatch.delenv("NEWSCLI_DB")
    (tmp_path / "config.toml").write_text('db = "~/x.db"', "utf-8")
    assert newscli("list").code == 0


@pytest.mark.parametrize(
    ("written", "line", "told"),
    [
        ("db = ", 1, "이 줄: db ="),
        ('# 내 설정\ndb = "a.db"\ncolor = "nev', 3, 'color = "auto"'),
        ('pager = "less"\ndb = 3', 2, 'db = "보관소 파일의 경로"'),
        ("\ncolor = true", 2, '"auto", "always", "never"'),
        ('pager = "less"\ncolor = "red"', 2, '"auto", "always", "never"'),
        ("[pager]\nname = 'less'", 1, "pager ="),
    ],
)
def test_a_broken_config_file_names_the_line_and_what_it_takes(
    news: Program, tmp_path: Path, written: str, line: int, told: str
) -> None:
    (tmp_path / "config.toml").write_text(written, encoding="utf-8")
    outcome = news("list")
    assert outcome.code == 2
    assert f"config.toml:{line}" in outcome.err
    assert told in outcome.err
    assert "at line" not in outcome.err


def test_a_key_of_the_config_file_that_means_nothing_is_told_once(
    news: Program, tmp_path: Path
) -> None:
    (tmp_path / "config.toml").write_text("db = 'a.db'\n\ncolour = 'never'\n", "utf-8")
    outcome = news("list")
    assert outcome.code == 0
    assert outcome.err.count("모르는 항목이 있습니다: colour") == 1
    assert "config.toml:3" in outcome.err
    assert "db, color, pager" in outcome.err
    assert not news("-q", "list").err
    unknown = document(news("config", "--json"))["unknown"]
    assert unknown == [{"key": "colour", "place": f"{tmp_path / 'config.toml'}:3"}]


# --- care -------------------------------------------------------------------------------------


def test_stats_lists_every_input_and_why_one_failed(news: Program) -> None:
    (news.folder / "빈글.txt").touch()
    news("ingest", "빈글.txt")
    listed = {fields[0].rsplit("/")[-1]: fields[1:] for fields in news("stats", "--inputs").fields}
    assert listed["snow.txt"][:2] == ["ok", "1"]
    assert listed["빈글.txt"][0] == "failed"
    assert listed["빈글.txt"][-2]
    assert (listed["snow.txt"][-1], listed["빈글.txt"][-1]) == ("0", "0")
    sources = document(news("stats", "--inputs", "--json"))
    assert sources["schema"] == "sources/1"
    assert len(sources["sources"]) == 3
    assert "이유: " in news("stats", "--inputs", "--format", "table").out


def test_doctor_of_a_sound_archive(news: Program) -> None:
    outcome = news("doctor")
    assert outcome.code == 0
    assert "이상" not in outcome.out
    checkup = document(news("doctor", "--full", "--json"))
    assert checkup["schema"] == "doctor/1"
    assert checkup["ok"] is True
    assert {"integrity", "python", "encoding"} <= {check["name"] for check in checkup["checks"]}


def test_doctor_of_a_damaged_archive_exits_2(news: Program) -> None:
    content = bytearray(news.db.read_bytes())
    content[5000:9000] = b"\xff" * 4000
    news.db.write_bytes(content)
    outcome = news("doctor")
    assert outcome.code == 2
    assert "Traceback" not in outcome.err
    checkup = document(news("doctor", "--json"))
    assert checkup["ok"] is False
    assert {"python", "encoding"} <= {check["name"] for check in checkup["checks"]}


@pytest.mark.parametrize("content", [b"no archive at all" * 99, None], ids=["text", "missing"])
def test_doctor_answers_where_there_is_no_archive_to_open(
    newscli: Program, content: bytes | None
) -> None:
    if content is not None:
        newscli.db.write_bytes(content)
    outcome = newscli("doctor", "--json")
    assert outcome.code == 2
    checkup = document(outcome)
    assert (checkup["schema"], checkup["ok"]) == ("doctor/1", False)
    (opened, *others) = checkup["checks"]
    assert (opened["name"], opened["ok"]) == ("open", False)
    assert str(newscli.db) in opened["detail"]
    assert {"newscli", "python", "platform", "locale", "encoding", "archive"} <= {
        check["name"] for check in others
    }
    assert newscli("doctor").fields[0][:2] == ["이상", "open"]
    assert "이상" in newscli("doctor", tty=True).out


def _cut_off(archive: bytes) -> bytes:
    return archive[: len(archive) // 2]


def _too_new(archive: bytes) -> bytes:
    version = 60  # where SQLite keeps user_version: https://www.sqlite.org/fileformat.html
    return archive[:version] + (9999).to_bytes(4, "big") + archive[version + 4 :]


@pytest.mark.parametrize(
    "spoil", [_cut_off, _too_new, lambda _: b"no archive at all" * 99, None],
    ids=["cut off", "too new", "foreign", "missing"],
)  # fmt: skip
def test_doctor_advises_no_fix_of_a_file_that_it_cannot_read(
    newscli: Program, made_archive: Path, spoil: Callable[[bytes], bytes] | None
) -> None:
    if spoil is not None:
        newscli.db.write_bytes(spoil(made_archive.read_bytes()))
    outcome = newscli("doctor")
    assert outcome.code == 2
    assert "--fix" not in outcome.err


def test_doctor_advises_a_fix_of_what_it_can_mend(news: Program) -> None:
    with sqlite3.connect(news.db) as connection:
        connection.execute("UPDATE sources SET dumps = dumps + 1")
    connection.close()
    assert "newscli doctor --fix" in news("doctor").err


def test_doctor_answers_whatever_a_check_raises(
    news: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object, **__: object) -> None:
        raise RuntimeError("바퀴가 빠졌다")

    monkeypatch.setattr("archive.archive.Archive.doctor", broken)
    outcome = news("doctor", "--json")
    assert outcome.code == 2
    assert "바퀴가 빠졌다" in document(outcome)["checks"][0]["detail"]


def test_a_backup_is_an_archive_and_never_overwrites(news: Program) -> None:
    assert news("backup", "copy.db").code == 0
    assert news("--db", "copy.db", "list").out == news("list").out
    again = news("backup", "copy.db")
    assert again.code == 2
    assert "copy.db" in again.err


def test_a_backup_to_standard_output_is_a_mistake(news: Program) -> None:
    outcome = news("backup", "-")
    assert outcome.code == 2
    assert "표준 출력으로 베낄 수 없습니다" in outcome.err
    assert not (news.folder / "-").exists()


def test_reindex_changes_no_answer(news: Program) -> None:
    before = news("search", "한별").out
    assert "2건" in news("reindex").out
    assert news("search", "한별").out == before


def test_forget_of_several_sources_wants_a_yes_where_there_is_no_terminal(news: Program) -> None:
    held = len(news("list").lines)
    path = news("stats", "--inputs").fields[0][0]
    refused = news("forget", str(Path(path).parent))
    assert refused.code == 2
    assert "--yes" in refused.err
    assert len(news("list").lines) == held


def test_forget_takes_one_source_out_in_a_script_without_a_question(news: Program) -> None:
    assert "snow.txt" in news("forget", "snow.txt", "--dry-run").out
    assert len(news("list").lines) == 2
    assert news("forget", "snow.txt").code == 0
    assert [fields[5] for fields in news("list").fields] == [MARKET]
    assert news("search", "등대지기").code == 1


@pytest.mark.parametrize(("answer", "left"), [("n", 2), ("", 2), ("y", 1), ("예", 1)])
def test_forget_asks_on_a_terminal(news: Program, answer: str, left: int) -> None:
    outcome = news("forget", "snow.txt", tty=True, stdin=f"{answer}\n".encode(), stdin_tty=True)
    assert "뺄까요?" in outcome.err
    assert len(news("list").lines) == left


def test_forget_of_an_unknown_source(news: Program) -> None:
    outcome = news("forget", "없음.txt", "--yes")
    assert outcome.code == 2
    assert "없음.txt" in outcome.err


# --- the page of the query language -----------------------------------------------------------


def query_examples() -> list[str]:
    """What stands first on the lines of `help query` that show a query."""
    rows = [line.strip() for line in TOPICS["query"].splitlines() if line.startswith("  ")]
    return [row.split("  ")[0] for row in rows if "  " in row]


def test_the_page_of_the_query_language_has_examples() -> None:
    assert len(query_examples()) == 23


@pytest.mark.parametrize("example", query_examples())
def test_every_example_of_help_query_is_read_as_a_query(news: Program, example: str) -> None:
    outcome = news("search", *shlex.split(example), "--explain")
    assert outcome.code in {0, 1}
    assert "읽은 방식: " in outcome.err
    assert "찾을 말이 없습니다" not in outcome.err
    field, colon, _ = example.partition(":")
    if colon:
        english = TOPICS["query"].split(example)[1].split("\n")[0].split()[-1]
        korean = news("search", *shlex.split(example), "--explain").err
        assert (
            korean.splitlines()[0]
            in news("search", example.replace(f"{field}:", english), "--explain").err
        )


def test_a_query_that_was_not_taken_at_its_word_says_so(news: Program) -> None:
    outcome = news("search", "등대지기", "없는말이로다")
    assert outcome.code == 0
    assert "읽은 방식: " in outcome.err
    assert not news("-q", "search", "등대지기", "없는말이로다").err


def test_chart_of_stations(news: Program) -> None:
    outcome = news("weather", "--station", "누리", "--station", "가람", "--chart")
    assert outcome.code == 0
    assert "누리 -3.1℃" in outcome.out
    assert "가람 7.5℃" in outcome.out
    assert document(news("weather", "--station", "누리", "--chart", "--json"))["snapshots"]


def test_chart_without_a_station_draws_those_of_the_widgets(news: Program) -> None:
    outcome = news("weather", "--chart")
    assert (outcome.code, outcome.err) == (0, "")
    for name in ("가람", "누리", "노을"):
        assert f"{name} " in outcome.out


def test_a_chart_of_repeats_alone_has_nothing_to_draw(news: Program) -> None:
    outcome = news("weather", "--date", "2026-03-05", "--chart")
    assert (outcome.code, outcome.out) == (1, "")
    assert "그릴 값이 없습니다" in outcome.err


def test_map_and_chart_are_both_drawn(news: Program) -> None:
    both = ["weather", "--date", "2026-03-04", "--map", "--chart"]
    assert "지도에 자리가 없는 곳" in news(*both).out
    assert "누리 -3.1℃" in news(*both).out


def test_map_of_a_day(news: Program) -> None:
    outcome = news("weather", "--date", "2026-03-04", "--map")
    assert outcome.code == 0
    assert "지도에 자리가 없는 곳: ☀가람 7.5▲" in outcome.out


# --- one name ---------------------------------------------------------------------------------


def test_quotes_of_all_and_of_one(news: Program) -> None:
    everybody = document(news("quotes", "--json"))["quotes"]
    (quotation,) = [one for one in everybody if one["text"].startswith("작은 가게가")]
    assert quotation["article"] == 1
    assert "강누리" in quotation["speaker"]
    spoken = document(news("quotes", "--speaker", "강누리", "--json"))["quotes"]
    assert spoken == [one for one in everybody if "강누리" in (one["speaker"] or "")]
    assert news("quotes", "--speaker", "아무개").code == 1
    assert len(news("quotes", "-n", "1").lines) == 1


def test_entity_gathers_all_that_is_known_of_a_name(news: Program) -> None:
    portrait = document(news("entity", "강누리", "--json"))
    assert portrait["schema"] == "entity/1"
    assert portrait["name"] == "강누리"
    assert portrait["senses"][0]["kind"] == "person"
    assert portrait["articles"] == 1
    assert portrait["timeline"] == {"2026-03": 1}
    assert "강누리" not in {one["name"] for one in portrait["company"]}
    assert portrait["quotes"][0]["text"].startswith("작은 가게가")
    assert [listing["id"] for listing in portrait["newest"]] == [1]
    table = news("entity", "강누리", tty=True).out
    assert "새 기사" in table
    assert "“작은 가게가 먼저 웃는 도시를 만들겠다”" in table
    assert ["article", "1"] in news("entity", "강누리").fields


def test_entity_of_an_unknown_name_offers_the_near_one(news: Program) -> None:
    outcome = news("entity", "강누래")
    assert (outcome.code, outcome.out) == (1, "")
    assert "혹시: 강누리" in outcome.err
    assert "필터" not in outcome.err


def test_entity_that_a_filter_leaves_out_is_not_offered_as_itself(news: Program) -> None:
    outcome = news("entity", "강누리", "--since", "2030")
    assert (outcome.code, outcome.out) == (1, "")
    assert "조건에 맞는 기사에는 이 이름이 없습니다: 강누리" in outcome.err
    assert "필터를 빼면 1건" in outcome.err
    assert "혹시" not in outcome.err


# --- small things that users met --------------------------------------------------------------


@pytest.mark.parametrize("form", [(), ("--json",), ("--format", "table")])
def test_list_beyond_the_end_says_how_many_there_are(news: Program, form: tuple[str, ...]) -> None:
    outcome = news("list", "--offset", "100", *form)
    assert outcome.code == 1
    assert "모두 2건입니다. --offset을" in outcome.err
    assert "조건에 맞는 기사가 없습니다" in news("list", "--section", "없음", "--offset", "9").err


def test_entities_of_an_article_that_is_not_there_says_so(news: Program) -> None:
    outcome = news("entities", "--article", "999")
    assert (outcome.code, outcome.out) == (1, "")
    assert outcome.err == news("show", "999").err


def test_show_takes_an_id_as_it_prints_it(news: Program) -> None:
    assert news("show", "#1").out == news("show", "1").out
    assert news("show", "-", stdin=b"#1\n").out == news("show", "1").out
    assert news("show", "##1").code == 2


@pytest.mark.parametrize(
    "words", [("--db", "", "list"), ("list", "--db="), ("ingest", ".", "--db", "")]
)
def test_an_empty_name_of_the_archive_is_refused(news: Program, words: tuple[str, ...]) -> None:
    outcome = news(*words)
    assert (outcome.code, outcome.out) == (2, "")
    assert "--db에 파일 이름이 없습니다" in outcome.err


def test_doctor_of_a_file_beyond_it_does_not_send_the_reader_to_doctor(
    newscli: Program, made_archive: Path
) -> None:
    newscli.db.write_bytes(_cut_off(made_archive.read_bytes()))
    outcome = newscli("doctor")
    assert "newscli ingest 폴더/" in outcome.err
    assert "newscli doctor" not in outcome.err + outcome.out


def test_the_example_of_tag_shows_what_it_promises(newscli: Program) -> None:
    text = newscli("tag", "--help").out.split("echo '")[1].split("'")[0]
    (line,) = newscli("tag", stdin=text.encode()).lines
    assert [(e["kind"], e["text"]) for e in json.loads(line)["entities"]] == [
        ("person", "이도담"), ("date", "7일"), ("place", "한들공원"), ("quantity", "30명"),
    ]  # fmt: skip


@pytest.mark.parametrize("name", ["quotes", "entities", "entity"])
def test_the_examples_of_help_find_something_in_the_examples(newscli: Program, name: str) -> None:
    newscli("ingest", EXAMPLES)
    for line in newscli(name, "--help").out.split("예:\n")[1].split("\n\n")[0].splitlines():
        words = shlex.split(line.split(" > ")[0].removeprefix("  newscli "))
        if "지난달" not in words:
            assert newscli(*words).code == 0, line
