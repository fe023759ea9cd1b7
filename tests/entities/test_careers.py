"""Whose posts are surely two people's, and whose may be one's."""

from __future__ import annotations

import pytest

from archive.entities.cues.careers import differ_in_work, line_of_work


@pytest.mark.parametrize(
    ("role", "line"),
    [
        ("가람시장", "정치 가람시장"),
        ("가람특례시장", "정치 가람시장"),
        ("해솔도 누리군수", "정치 누리군수"),
        ("시장", "정치"),
        ("가람시 부시장", "정치"),
        ("국회의원", "정치"),
        ("누리FC 코치", "체육"),
        ("가람초 교사", "학교"),
        ("배우", "연예"),
        ("누리주식회사 대표이사", None),
        ("가람대 교수", None),
        ("전 가람시장", None),
        ("시장 후보", None),
        ("명예경찰서장", None),
    ],
)
def test_the_line_of_work_of_a_post(role: str, line: str | None) -> None:
    assert line_of_work(role) == line


@pytest.mark.parametrize(
    ("some", "others", "two"),
    [
        (["가람시장"], ["누리FC 코치"], True),
        (["가람시장"], ["국회의원"], False),
        (["가람시장"], ["교수"], False),
        (["배우"], ["가수"], False),
        (["배우", "국회의원"], ["가수"], False),
        (["배우"], ["기자", "국회의원"], True),
        ([], ["가수"], False),
    ],
)
def test_two_people_of_one_name(some: list[str], others: list[str], two: bool) -> None:
    assert differ_in_work(some, others) is two
    assert differ_in_work(others, some) is two
