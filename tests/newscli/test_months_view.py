"""Articles a month as a chart: every month in its place, the fullest the highest."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from newscli.sheet import Sheet
from newscli.terminal import Terminal
from newscli.views.months import draw_months, height

YEAR = 6  # cells before January


def drawn(months: list[tuple[str, int]], columns: int = 60) -> list[str]:
    sheet = Sheet(Terminal(interactive=True, columns=columns, lines=50, colours="none"))
    draw_months(sheet, months)
    return sheet.text().splitlines()


def test_each_month_has_its_place_and_a_gap_is_a_dot() -> None:
    lines = drawn([("2024-12", 1), ("2025-01", 8), ("2025-07", 4)])
    assert lines[1:] == [
        "달마다의 기사",
        "       1     4     7    10",
        "2024   · · · · · · · · · · ·▁▁  1",
        "2025  ██ · · · · ·▄▄ · · · · ·  12",
        "가장 많은 달: 2025-01, 8건",
    ]


def test_of_many_years_the_newest_are_drawn_and_the_rest_counted() -> None:
    lines = drawn([(f"{year}-03", 1) for year in range(1990, 2020)])
    assert lines[1] == "달마다의 기사 (30해 가운데 12)"
    assert [line[:4] for line in lines[3:-1]] == [str(year) for year in range(2008, 2020)]


def test_of_nothing_nothing_is_drawn() -> None:
    assert drawn([]) == []


@pytest.mark.parametrize("columns", [40, 60, 80])
def test_the_chart_fits(columns: int) -> None:
    lines = drawn([(f"2025-{month:02}", 10**month) for month in range(1, 13)], columns)
    assert max(map(cell_len, lines)) <= columns


@given(st.integers(1, 10**9), st.integers(1, 10**9))
def test_more_is_never_lower(one: int, other: int) -> None:
    less, most = sorted((one, other))
    assert "▁" <= height(less, most) <= height(most, most) == "█"
