"""What begins with some letters: all of it, nothing else, the best first, at most so many."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from archive import Archive
from archive.store.reading.beginnings import Sought

SITES = ("dodam", "nuri", "noeul")


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An archive of 120 articles in two files."""
    folder = tmp_path_factory.mktemp("filled")
    for name, numbers in (("가.jsonl", range(100)), ("나.jsonl", range(100, 120))):
        records = (
            {
                "title": f"{number}번째 소식, 가람시에 눈",
                "text": f"김누리 가람시장은 {number}번째 눈이 왔다고 말했다.",
                "url": f"https://www.{SITES[number % 3]}.example/{number}",
                "date": f"2025-01-{number % 28 + 1:02d}",
            }
            for number in numbers
        )
        (folder / name).write_text(
            "\n".join(json.dumps(record, ensure_ascii=False) for record in records), "utf-8"
        )
    with Archive.open(folder / "archive.db") as archive:
        archive.ingest([folder / "가.jsonl", folder / "나.jsonl"], jobs=1)
    return folder


@pytest.mark.parametrize(
    ("sought", "prefix", "values"),
    [
        ("article", "11", ["11", "110", "111", "112"]),
        ("article", "120", ["120"]),
        ("article", "9", ["9", "90", "91", "92"]),
        ("article", "121", []),
        ("article", "0", []),
        ("article", "x", []),
        ("article", "9" * 30, []),
        ("site", "", ["dodam.example", "noeul.example", "nuri.example"]),
        ("site", "n", ["noeul.example", "nuri.example"]),
        ("site", "nz", []),
        ("entity", "김누", ["김누리"]),
        ("entity", "없는이", []),
    ],
)
def test_what_begins_so(filled: Path, sought: Sought, prefix: str, values: list[str]) -> None:
    with Archive.open(filled / "archive.db", create=False) as archive:
        assert [value for value, _ in archive.beginning(sought, prefix, limit=4)] == values


def test_without_a_digit_the_newest_come_first(filled: Path) -> None:
    with Archive.open(filled / "archive.db", create=False) as archive:
        newest = [str(one.id) for one in archive.articles(limit=5)]
        assert [value for value, _ in archive.beginning("article", "", limit=5)] == newest


def test_names_come_most_reported_first(filled: Path) -> None:
    with Archive.open(filled / "archive.db", create=False) as archive:
        ranked = list(dict.fromkeys(one.name for one in archive.entities(limit=3)))
        assert [value for value, _ in archive.beginning("entity", "", limit=3)] == ranked


def test_sources_of_a_folder(filled: Path) -> None:
    with Archive.open(filled / "archive.db", create=False) as archive:
        found = dict(archive.beginning("source", f"{filled}/"))
        assert found == {f"{filled}/가.jsonl": "100쪽", f"{filled}/나.jsonl": "20쪽"}
        assert not archive.beginning("source", f"{filled}/다")
