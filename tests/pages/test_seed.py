"""The page that the project was created from, read right."""

from __future__ import annotations

from pathlib import Path

import pytest

from archive.model import Page
from archive.pages import parse_page

SEED = Path(__file__).parents[2] / ".." / "shared" / "seed" / "000_da0e969233be572b.txt"

pytestmark = pytest.mark.skipif(not SEED.exists(), reason="no seed page beside the checkout")


@pytest.fixture(scope="module")
def page() -> Page:
    return parse_page(SEED.read_text(encoding="utf-8"))


def test_the_weather_is_sixteen_readings_in_order(page: Page) -> None:
    assert page.weather is not None
    readings = [(r.station, r.sky, r.temperature) for r in page.weather.readings]
    assert page.page_date == "2025-07-08"
    assert page.weather.provider == "기상청"
    assert len(readings) == 16
    assert readings[0] == ("동두천", "구름많음", 27.7)
    assert readings[5] == ("울산", "연무", 29.4)
    assert readings[-1] == ("거제", "구름조금", 28.1)


def test_the_article_is_whole_and_its_caption_apart(page: Page) -> None:
    article = page.article
    assert article is not None
    assert article.section == "환경뉴스"
    assert article.headline == "‘배달특급 파트너스 데이’ 개최…2차 시범지역 확대 속도 낸다"
    assert [line[0] for line in article.subheads] == ["○", "-", "-", "-"]
    assert len(article.body) == 10
    assert article.body[0].startswith("‘배달특급’이 올해 2차")
    assert article.body[-1].endswith("말했다.")
    assert [caption[:4] for caption in article.captions] == ["사진1."]
    assert article.complete
    assert page.more_articles == ()


def test_the_date_rests_on_the_captions_code_and_the_text(page: Page) -> None:
    article = page.article
    assert article is not None
    assert (article.published, article.published_basis) == ("2021-01-21", "inferred")
    assert article.published_evidence is not None
    assert "2021121" in article.published_evidence
    assert "21일" in article.published_evidence


def test_two_teasers_are_cut_and_furniture_is_in_no_body(page: Page) -> None:
    assert [teaser.section for teaser in page.teasers] == ["기획이슈", "지역네트워크"]
    assert page.teasers[0].headline == "‘당신의 고귀한 희생으로 시흥의 미래가 있습니다’"
    assert page.teasers[1].headline is not None
    assert page.teasers[1].headline.startswith("용인특례시 용인미르스타디움에서")
    assert [teaser.text[-4:] for teaser in page.teasers] == ["결코 잊", " 효율적"]
    assert not any(teaser.complete for teaser in page.teasers)
    assert page.article is not None
    for line in ("포토뉴스", "더보기", "기상청 제공"):
        assert line in page.furniture
        assert not any(line in paragraph for paragraph in page.article.body)
