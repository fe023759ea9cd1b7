"""The page that the project began with, through the whole path. It lies beside the project."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from archive import Archive, Filters, parse_files
from archive.model import ParsedDump, Reading

SEED = Path(__file__).parents[2] / "shared" / "seed"

pytestmark = pytest.mark.skipif(not SEED.is_dir(), reason=f"{SEED} is not here")


@pytest.fixture(scope="module")
def news(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    with Archive.open(tmp_path_factory.mktemp("seed") / "seed.db") as archive:
        report = archive.ingest([SEED], jobs=1)
        assert (report.articles, report.teasers, report.snapshots) == (1, 2, 1)
        yield archive


def test_weather(news: Archive) -> None:
    (snapshot,) = news.weather(since="2025-07-08", until="2025-07-08")
    assert snapshot.provider == "기상청"
    assert len(snapshot.readings) == 16
    assert snapshot.readings[0] == Reading("구름많음", "동두천", 27.7)
    assert snapshot.readings[-1] == Reading("구름조금", "거제", 28.1)
    assert Reading("연무", "울산", 29.4) in snapshot.readings


def test_article(news: Archive) -> None:
    (listing,) = news.articles(Filters(kind="article"))
    article = news.article(listing.id)
    assert article.section == "환경뉴스"
    assert article.headline == "‘배달특급 파트너스 데이’ 개최…2차 시범지역 확대 속도 낸다"
    assert [subhead[0] for subhead in article.subheads] == ["○", "-", "-", "-"]
    assert len(article.body) == 10
    assert article.body[0].startswith("‘배달특급’이 올해 2차")
    assert article.body[-1].endswith("말했다.")
    (caption,) = article.captions
    assert caption.startswith("사진1.")


def test_its_date_is_inferred_from_the_caption_and_the_text(news: Archive) -> None:
    (listing,) = news.articles(Filters(kind="article"))
    article = news.article(listing.id)
    assert (article.published, article.date_basis) == ("2021-01-21", "inferred")
    assert article.date_evidence is not None
    assert "2021121" in article.date_evidence
    assert "21일" in article.date_evidence
    assert article.page_date == "2025-07-08"


def test_teasers(news: Archive) -> None:
    listings = news.articles(Filters(kind="teaser"))
    told = {listing.section: news.article(listing.id) for listing in listings}
    assert set(told) == {"기획이슈", "지역네트워크"}
    assert told["기획이슈"].headline == "‘당신의 고귀한 희생으로 시흥의 미래가 있습니다’"
    assert told["기획이슈"].body[-1].endswith("“국가를 위한 희생은 결코 잊")
    assert told["지역네트워크"].body[-1].endswith("‘용인FC(가칭)’의 창단과 효율적")
    assert not any(teaser.complete for teaser in told.values())


def test_furniture_is_in_no_body() -> None:
    (parsed,) = parse_files([str(SEED)])
    assert isinstance(parsed, ParsedDump)
    assert parsed.page.article is not None
    texts = [*parsed.page.article.body, *(teaser.text for teaser in parsed.page.teasers)]
    for line in ("포토뉴스", "더보기", "기상청 제공"):
        assert line in parsed.page.furniture
        assert not any(line in text for text in texts)


def test_search(news: Archive) -> None:
    (listing,) = news.articles(Filters(kind="article"))
    assert news.search("배달특급").hits[0].id == listing.id
    nothing = news.search("없는말")
    assert nothing.total == 0
    assert "없는말" in nothing.read_as


def test_who_and_where(news: Archive) -> None:
    people = {entity.name for entity in news.entities(kind="person", limit=None)}
    assert {"이석훈", "유정우", "임병택", "이경열", "이상일"} <= people
    organisations = {entity.name for entity in news.entities(kind="organisation", limit=None)}
    assert {"경기도주식회사", "스마트로", "KCP"} <= organisations
    places = {entity.name for entity in news.entities(kind="place", limit=None)}
    assert {"판교", "화성시"} <= places
