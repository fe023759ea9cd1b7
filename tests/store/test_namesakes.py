"""Two people of one name stay two where their work tells them apart, whoever comes first."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from itertools import permutations
from pathlib import Path

import pytest

from archive import Archive
from archive.model import EntitySummary

_MAYOR = "박민수 가람시장은 3일 새 다리를 열었다. 박 시장은 “다리는 이웃을 잇는다”고 말했다."
_COACH = "박민수 누리FC 코치는 4일 선수들과 땀을 흘렸다. 박 코치는 “이기고 싶다”고 말했다."
_PLAIN = "박민수는 5일 한들시장에서 떡을 샀다."
_OTHER_MAYOR = "박민수 노을군수는 6일 배를 탔다."
_LAWMAKER = "박민수 국회의원은 7일 조례를 읽었다."
_BOTH = "박민수 국회의원은 8일 “저는 배우 박민수이기도 하다”고 말했다."


def _ingest(folder: Path, texts: tuple[str, ...], *, together: bool = False) -> list[EntitySummary]:
    folder.mkdir(exist_ok=True)
    database = folder / "news.db"
    for number, text in enumerate(texts):
        (folder / f"{number}.txt").write_text(f"제목 {text[:12]}\n\n{text}\n", encoding="utf-8")
    with Archive.open(database) as news:
        if together:
            news.ingest([folder], jobs=1)
        else:
            for number in range(len(texts)):
                news.ingest([folder / f"{number}.txt"], jobs=1)
        return [one for one in news.entities(kind="person", limit=None) if one.name == "박민수"]


def _told(found: list[EntitySummary]) -> set[tuple[str | None, int, tuple[str, ...]]]:
    return {(one.apart, one.articles, one.roles) for one in found}


def test_a_mayor_and_a_coach_are_two(tmp_path: Path) -> None:
    assert _told(_ingest(tmp_path, (_MAYOR, _COACH))) == {
        ("정치 가람시장", 1, ("가람시장",)),
        ("체육", 1, ("누리FC 코치",)),
    }


def test_mayors_of_two_towns_are_two(tmp_path: Path) -> None:
    assert {one.roles for one in _ingest(tmp_path, (_MAYOR, _OTHER_MAYOR))} == {
        ("가람시장",),
        ("노을군수",),
    }


def test_a_mayor_may_have_been_a_lawmaker(tmp_path: Path) -> None:
    (found,) = _ingest(tmp_path, (_MAYOR, _LAWMAKER))
    assert set(found.roles) == {"가람시장", "국회의원"}


def test_what_tells_no_work_is_nobodys_of_the_two(tmp_path: Path) -> None:
    found = _told(_ingest(tmp_path, (_PLAIN, _MAYOR, _COACH)))
    assert found == {
        (None, 1, ()),
        ("정치 가람시장", 1, ("가람시장",)),
        ("체육", 1, ("누리FC 코치",)),
    }


@pytest.mark.parametrize("together", [False, True])
def test_the_order_of_ingest_does_not_matter(tmp_path: Path, together: bool) -> None:
    texts = (_MAYOR, _COACH, _PLAIN, _LAWMAKER)
    told = [
        _told(_ingest(tmp_path / str(number), order, together=together))
        for number, order in enumerate(permutations(texts))
        if number % 5 == 0
    ]
    assert all(one == told[0] for one in told)


def test_forgetting_the_one_leaves_the_other_whole(tmp_path: Path) -> None:
    _ingest(tmp_path, (_MAYOR, _COACH, _PLAIN))
    with Archive.open(tmp_path / "news.db") as news:
        news.forget(str(tmp_path / "1.txt"))
        (found,) = [one for one in news.entities(kind="person") if one.name == "박민수"]
    assert (found.apart, found.articles, found.roles) == (None, 2, ("가람시장",))


def test_the_words_of_the_one_are_not_the_others(tmp_path: Path) -> None:
    _ingest(tmp_path, (_MAYOR, _COACH))
    with closing(sqlite3.connect(tmp_path / "news.db")) as connection:
        rows = connection.execute(
            "SELECT entities.apart, quotes.text FROM quotes JOIN entities "
            "ON entities.id = quotes.entity_id ORDER BY 1"
        ).fetchall()
    assert rows == [
        ("정치 가람시장", "다리는 이웃을 잇는다"),
        ("체육", "이기고 싶다"),
    ]


def test_names_of_an_earlier_transaction_are_forgotten_and_found_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """All names ever met would be as many as the archive has."""
    monkeypatch.setattr("archive.store.writing.entities._REMEMBERED", 0)
    monkeypatch.setattr("archive.ingest.run._TRANSACTION_SECONDS", -1.0)
    (found,) = _ingest(tmp_path, (_MAYOR, _PLAIN), together=True)
    assert (found.articles, set(found.roles)) == (2, {"가람시장"})
