"""Which addresses are one article."""

from __future__ import annotations

import pytest

from archive.pages import canonical_source, site_of


@pytest.mark.parametrize(
    "addresses",
    [
        (
            "https://www.garam.co.kr/news/article.html?no=123",
            "http://garam.co.kr/news/article.html?no=123",
            "https://m.garam.co.kr/news/article.html?no=123&sec_no=4",
            "https://garam.mediaon.co.kr/news/article.html?no=123",
            "garam.co.kr/news/article.html?no=123#top",
        ),
        (
            "https://www.nuri.com/news/articleView.html?idxno=77",
            "https://m.nuri.com/news/articleView.html?idxno=77&utm_source=x",
            "https://mobile.nuri.com/news/articleViewAmp.html?idxno=77",
        ),
        (
            "https://news.onsae.kr/view/2024/03/11/pier?utm_medium=feed&fbclid=1",
            "https://news.onsae.kr/view/2024/03/11/pier/",
        ),
        ("https://onsae.kr/bbs/board.php?bo_table=news&wr_id=9&page=4",
         "https://onsae.kr/bbs/board.php?wr_id=9&bo_table=news"),
    ],
)  # fmt: skip
def test_one_article_at_several_addresses(addresses: tuple[str, ...]) -> None:
    assert len({canonical_source(address) for address in addresses}) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("https://garam.co.kr/news/article.html?no=123", "https://garam.co.kr/news/article.html?no=124"),
        ("https://garam.co.kr/news/article.html?no=123", "https://nuri.co.kr/news/article.html?no=123"),
        ("https://onsae.kr/bbs/board.php?bo_table=news&wr_id=9", "https://onsae.kr/bbs/board.php?bo_table=qna&wr_id=9"),
        ("https://onsae.kr/a?topic=1a", "https://onsae.kr/a?topic=1b"),
        ("https://onsae.kr/a", "https://onsae.kr/b"),
    ],
)  # fmt: skip
def test_two_articles_stay_two(one: str, other: str) -> None:
    assert canonical_source(one) != canonical_source(other)


@pytest.mark.parametrize(
    ("url", "site"),
    [
        ("https://www.garam.co.kr/a", "garam.co.kr"),
        ("https://m.garam.co.kr/a", "garam.co.kr"),
        ("HTTPS://News.Garam.co.kr:8080/a", "news.garam.co.kr"),
        ("m.kr/a", "m.kr"),
        ("그냥 글", None),
        ("", None),
        ("http://[::1", None),
    ],
)
def test_the_site_of_an_address(url: str, site: str | None) -> None:
    assert site_of(url) == site
