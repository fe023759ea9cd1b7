"""How weather looks: glyphs, colours, extremes, and a chart with its gaps open."""

from __future__ import annotations

from dataclasses import replace

import pytest
from rich.cells import cell_len

from archive.model import Reading, Snapshot
from newscli.sheet import Sheet
from newscli.terminal import Terminal
from newscli.views.chart import ROWS, draw_chart, scale
from newscli.views.korea import country, place_of
from newscli.views.weather import (
    colour,
    draw_days,
    draw_maps,
    draw_series,
    extremes,
    glyph,
)
from newscli.weather_asked import charted, readable

COLUMNS = 60
AXIS = 7


def sheet(columns: int = COLUMNS, colours: str = "none") -> Sheet:
    return Sheet(Terminal(interactive=True, columns=columns, lines=50, colours=colours))


def snapshot(date: str | None, temperature: float | None, *, stale: bool = False) -> Snapshot:
    return Snapshot(
        date=date,
        provider="기상청",
        source="a.txt",
        sources=1,
        stale=stale,
        same_as=("2026-03-01",) if stale else (),
        readings=(Reading("맑음", "가람", temperature), Reading(None, "누리", -3.0)),
    )


@pytest.mark.parametrize(
    ("sky", "sign"),
    [
        ("맑음", "☀"),
        ("구름조금", "◔"),
        ("구름많음", "◕"),
        ("흐림", "☁"),
        ("흐리고 비", "☂"),
        ("흐리고 눈", "❄"),
        ("진눈깨비", "☃"),
        ("소나기", "☂"),
        ("천둥번개", "↯"),
        ("박무", "≋"),
        ("황사", "⁘"),
        ("-", "-"),
        ("", "-"),
        (None, "-"),
        ("처음 보는 말", "-"),
    ],
)
def test_glyphs_are_one_cell_wide(sky: str | None, sign: str) -> None:
    assert glyph(sky) == sign
    assert cell_len(sign) == 1


def test_colours_go_from_cold_to_hot_and_stay_beyond_the_ends() -> None:
    colours = [colour(degrees) for degrees in range(-15, 36, 5)]
    assert len(set(colours)) == 11
    assert colour(-40) == colours[0]
    assert colour(45) == colours[-1]


def test_extremes() -> None:
    readings = [Reading(None, "가", 3.0), Reading(None, "나", None), Reading(None, "다", -1.0)]
    assert extremes(readings) == (-1.0, 3.0)
    assert extremes(readings[:2]) is None
    assert extremes([]) is None


def test_the_highest_and_the_lowest_are_marked_in_words() -> None:
    paper = sheet()
    draw_days(paper, [snapshot("2026-03-01", 12.5)])
    lines = paper.text().splitlines()
    assert lines[0] == "2026-03-01 · 기상청 · a.txt"
    assert lines[1].startswith("가람  ☀  맑음  12.5℃")
    assert lines[1].endswith("최고")
    assert lines[2].endswith("최저")


def test_what_is_missing_is_a_dash_not_a_zero() -> None:
    paper = sheet()
    draw_days(paper, [snapshot(None, None)])
    assert paper.text().splitlines()[0].startswith("날짜 모름")
    assert paper.text().splitlines()[1].split() == ["가람", "☀", "맑음", "-"]


def test_a_series_marks_gaps_and_repeats() -> None:
    paper = sheet()
    draw_series(
        paper,
        "가람",
        [
            snapshot("2026-03-05", 2.0, stale=True),
            snapshot("2026-03-01", 1.0),
            snapshot("2026-03-02", 2.0),
        ],
    )
    days = [line[:12].strip() for line in paper.text().splitlines()[1:]]
    assert days == ["2026-03-01", "2026-03-02", "⋮ 2026-03-05"]
    assert "되풀이" in paper.text().splitlines()[-1]
    assert "누리" not in paper.text()


@pytest.mark.parametrize(
    ("low", "high", "marks"),
    [
        (1.2, 3.9, [1, 2, 3, 4]),
        (-3.0, 7.5, [-4, -2, 0, 2, 4, 6, 8]),
        (-18.2, 32.9, [-20, -10, 0, 10, 20, 30, 40]),
        (5.0, 5.0, [5, 6]),
        (0.0, 0.0, [0, 1]),
    ],
)
def test_scale(low: float, high: float, marks: list[float]) -> None:
    assert scale(low, high)[0] <= low
    assert scale(low, high)[-1] >= high
    if len(marks) <= 6:
        assert scale(low, high) == marks


def drawn(columns: int, **series: list[tuple[str, float]]) -> list[str]:
    paper = sheet(columns)
    draw_chart(paper, series)
    return paper.text().splitlines()


def dotted_columns(lines: list[str]) -> set[int]:
    return {
        number
        for line in lines[:ROWS]
        for number, character in enumerate(line[AXIS:])
        if "\u2801" <= character <= "\u28ff"
    }


def test_neighbouring_days_are_joined_and_a_gap_stays_open() -> None:
    joined = [(f"2026-03-{day:02d}", float(day)) for day in range(1, 11)]
    gap = [point for point in joined if point[0] not in {f"2026-03-0{day}" for day in (4, 5, 6)}]
    whole, open_ = (
        dotted_columns(drawn(COLUMNS, 가람=joined)),
        dotted_columns(drawn(COLUMNS, 가람=gap)),
    )
    assert whole == set(range(max(whole) + 1))
    left_open = whole - open_
    assert len(left_open) > 5
    assert left_open == set(range(min(left_open), max(left_open) + 1))


def test_each_line_ends_in_its_name_and_its_last_value() -> None:
    lines = drawn(
        COLUMNS,
        가람=[("2026-03-01", 1.0), ("2026-03-02", 9.0)],
        누리=[("2026-03-01", 2.0), ("2026-03-02", 9.0)],
    )
    ends = [line.rsplit(" ", 2)[1:] for line in lines if "℃" in line[AXIS:]]
    assert sorted(ends) == [["가람", "9.0℃"], ["누리", "9.0℃"]]
    assert lines[ROWS].split() == ["2026-03-01", "2026-03-02"]


@pytest.mark.parametrize("columns", [40, 60, 80, 120, 200])
def test_the_chart_keeps_to_its_width(columns: int) -> None:
    line = [(f"2026-03-{day:02d}", day * 1.7 - 20) for day in range(1, 29)]
    assert max(cell_len(row) for row in drawn(columns, 가람=line)) <= columns
    assert drawn(columns, 가람=line[:1])


def test_a_chart_leaves_out_repeats_and_days_unknown() -> None:
    left_out = [snapshot("2026-03-05", 2.0, stale=True), snapshot(None, 3.0)]
    assert charted(left_out, ["가람"]) == {}
    again = [snapshot("2026-03-02", 4.0), snapshot("2026-03-01", 1.0), snapshot("2026-03-02", 5.0)]
    line = (("2026-03-01", 1.0), ("2026-03-02", 4.0))
    assert charted([*left_out, *again], ["가람"]) == {"가람": line}
    assert charted([*left_out, *again], []).keys() == {"가람", "누리"}


def test_a_chart_of_everything_keeps_the_capital_and_the_fullest_lines() -> None:
    short, full = (("2026-03-01", 1.0),), (("2026-03-01", 1.0), ("2026-03-02", 2.0))
    few = {"가람": short, "누리": full}
    assert readable(few) == few
    many = dict.fromkeys(("가", "나", "다", "라", "마", "바", "서울"), short) | {"누리": full}
    assert list(readable(many)) == ["서울", "누리", "가", "나", "다", "라"]


# --- the map ----------------------------------------------------------------------------------

SIXTEEN = [
    "동두천",
    "강릉",
    "서울",
    "대전",
    "대구",
    "울산",
    "광주",
    "부산",
    "고창",
    "제주",
    "강화",
    "보은",
    "금산",
    "강진군",
    "경주시",
    "거제",
]
THIRTY = [
    "대관령",
    "북강릉",
    "동해",
    "원주",
    "수원",
    "안동",
    "고산",
    "서귀포",
    "이천",
    "김해시",
    "봉화",
    "구미",
    "거창",
    "합천",
]


def mapped(columns: int, names: list[str]) -> list[str]:
    readings = tuple(Reading("맑음", name, float(number)) for number, name in enumerate(names))
    paper = sheet(columns)
    draw_maps(paper, [replace(snapshot("2026-03-01", 1.0), readings=readings)])
    return paper.text().splitlines()


@pytest.mark.parametrize("name", [*SIXTEEN, *THIRTY, "홍성(예)", "고창군", "정선군"])
def test_every_station_of_the_widgets_has_its_place(name: str) -> None:
    place = place_of(name, country().stations)
    assert place is not None
    assert 33 < place.north < 39
    assert 124 < place.east < 131


def test_an_unknown_station_has_no_place() -> None:
    assert place_of("가람", country().stations) is None
    assert place_of("시", country().stations) is None


@pytest.mark.parametrize("columns", [60, 80, 120])
def test_the_map_puts_stations_where_they_are(columns: int) -> None:
    lines = mapped(columns, SIXTEEN)
    assert all(cell_len(line) <= columns for line in lines)
    row = {name: n for n, line in enumerate(lines) for name in SIXTEEN if f"☀{name} " in line}
    assert row.keys() == set(SIXTEEN)
    assert row["동두천"] < row["서울"] < row["대전"] < row["광주"] < row["제주"]
    column = {name: cell_len(lines[row[name]].split(f"☀{name} ")[0]) for name in SIXTEEN}
    assert column["서울"] < column["강릉"]
    assert column["고창"] < column["대구"] < column["울산"]
    assert "지도에 자리가" not in lines[-1]


@pytest.mark.parametrize("columns", [40, 60, 80])
def test_no_station_is_lost_where_the_map_is_full(columns: int) -> None:
    names = [*SIXTEEN, *THIRTY, "속초", "울릉도", "백령도", "가람"]
    lines = mapped(columns, names)
    assert all(cell_len(line) <= columns for line in lines)
    squashed = "".join("".join(lines).split())
    for number, name in enumerate(names):
        assert f"{name}{number}.0" in squashed
    assert "☀가람" in squashed.split("지도에자리가없는곳:")[1]
