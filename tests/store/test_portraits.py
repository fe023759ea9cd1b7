"""One name over many articles: its posts with days, what it is called for short, its words."""

from __future__ import annotations

from pathlib import Path

import pytest

from archive import Archive
from archive.model import Filters

_TEXTS = (
    "한도윤 가람시장은 3일 누리바다연맹(NBF)과 만났다. 한 시장은 “바다는 넓다”고 말했다.",
    "한도윤 전 가람시장은 4일 노을군을 찾았다. NBF는 없었다. 노을군 관계자는 “반갑다”고 말했다.",
    "정다솜 노을군수와 한도윤 가람시장은 “길을 잇자”고 말했다.",
)


@pytest.fixture
def news(tmp_path: Path) -> Archive:
    for number, text in enumerate(_TEXTS, start=1):
        record = f'{{"title": "소식 {number}", "date": "2025-0{number}-01", "text": "{text}"}}\n'
        (tmp_path / f"{number}.jsonl").write_text(record, encoding="utf-8")
    news = Archive.open(tmp_path / "news.db")
    news.ingest([tmp_path], jobs=1)
    return news


def test_posts_come_with_their_days(news: Archive) -> None:
    portrait = news.portrait("한도윤")
    assert portrait is not None
    assert [(one.role, one.articles, one.first, one.last) for one in portrait.roles] == [
        ("가람시장", 2, "2025-01-01", "2025-03-01"),
        ("전 가람시장", 1, "2025-02-01", "2025-02-01"),
    ]
    assert portrait.articles == 3
    assert portrait.timeline == (("2025-01", 1), ("2025-02", 1), ("2025-03", 1))
    assert portrait.people == ()


def test_a_name_is_found_by_what_it_is_called_for_short(news: Archive) -> None:
    portrait = news.portrait("NBF")
    assert portrait is not None
    assert {one.name for one in portrait.senses} == {"누리바다연맹", "NBF"}
    assert portrait.articles == news.count(Filters(entity="NBF")) == 2
    assert news.count(Filters(entity="한 시장")) == 3


def test_search_finds_people_by_what_they_are_called_for_short(news: Archive) -> None:
    assert news.search('person:"한 시장"').total == news.search("person:한도윤").total == 3
    assert news.search('person:"정 시장"').total == 0


def test_filters_narrow_a_portrait(news: Archive) -> None:
    portrait = news.portrait("한도윤", Filters(since="2025-02"))
    assert portrait is not None
    assert portrait.articles == 2
    assert news.portrait("한도윤", Filters(since="2026")) is None
    assert news.portrait("아무개") is None


@pytest.mark.parametrize(
    ("speaker", "said"),
    [
        ("한도윤", ["바다는 넓다"]),
        ("한 시장", ["바다는 넓다"]),
        ("관계자", ["반갑다"]),
        ("노을군 관계자", ["반갑다"]),
        ("도윤", []),
        ("아무개", []),
    ],
)
def test_whose_words_they_are(news: Archive, speaker: str, said: list[str]) -> None:
    found = [one.text for one in news.quotes(speaker=speaker)]
    assert [text for text in found if text != "길을 잇자"] == said


def test_quotations_come_newest_first_with_what_their_day_rests_on(news: Archive) -> None:
    found = news.quotes(limit=2)
    assert [(one.date, one.date_basis) for one in found] == [
        ("2025-03-01", "stated"),
        ("2025-02-01", "stated"),
    ]
    assert news.quotes(limit=1, offset=1) == found[1:]


def test_an_alias_goes_with_its_last_mention(news: Archive, tmp_path: Path) -> None:
    news.forget(str(tmp_path / "1.jsonl"))
    news.forget(str(tmp_path / "2.jsonl"))
    assert news.portrait("NBF") is None


_FIRE = (
    "소방서는 1일 불을 껐다고 밝혔다.",
    "온새구 소방서는 2일 불을 껐다고 밝혔다. 소방서는 다친 사람이 없다고 전했다.",
    "김가온 온새구 소방서장은 3일 웃었다. 김누리 소방서장도 웃었다.",
)


def test_one_name_has_one_count(tmp_path: Path) -> None:
    for number, text in enumerate((*_FIRE, *_TEXTS), start=1):
        record = f'{{"title": "소식 {number}", "date": "2025-0{number}-01", "text": "{text}"}}\n'
        (tmp_path / f"{number}.jsonl").write_text(record, encoding="utf-8")
    news = Archive.open(tmp_path / "news.db")
    news.ingest(tmp_path, jobs=1)
    fields = {"person": "사람", "organisation": "기관", "place": "곳"}
    for one in news.entities(limit=None):
        portrait = news.portrait(one.name)
        assert portrait is not None
        assert portrait.articles == news.count(Filters(entity=one.name)), one.name
        if len(portrait.senses) == 1:
            assert one.articles == portrait.articles, one.name
            assert one.articles == news.search(f'{fields[one.kind]}:"{one.name}"').total, one.name
    assert news.search("사람:김").total == 0
    assert news.search("사람:김가온").total == 1
    assert news.search("기관:nbf").total == news.search("기관:NBF").total == 2
