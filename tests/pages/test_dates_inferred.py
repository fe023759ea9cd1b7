"""When the page does not print the day: what is inferred, from what, and what is left unknown."""

from __future__ import annotations

from typing import Any

import pytest

from archive.model import Article, Dump, Page
from archive.pages import page_of, parse_page

BODY = "온새군은 지난 21일 온새항에서 새 배를 띄웠다고 밝혔다."
HEAD = "온새항에 새 배 떴다\n\n"


def _article(page: Page) -> Article:
    assert page.article is not None
    return page.article


@pytest.mark.parametrize(
    ("body", "caption", "metadata", "day"),
    [
        (BODY, "사진1. 새 배(2021121)", {}, "2021-01-21"),
        (BODY, "사진1. 새 배(20210121)", {}, "2021-01-21"),
        (BODY, "사진1. 새 배(210121)", {}, "2021-01-21"),
        (BODY.replace("21일", "1일"), "사진1. 새 배(2021121)", {}, "2021-12-01"),
        (BODY + " 다음 운항은 1일이다.", "사진1. 새 배(2021121)", {}, None),
        (BODY.replace("21일", "21일(목)"), "사진1. 새 배(2021121)", {}, "2021-01-21"),
        (BODY.replace("21일", "21일(금)"), "사진1. 새 배(2021121)", {}, None),
        (BODY.replace("지난 21일", "지난 2월 21일"), "사진1. 새 배(2021121)", {}, None),
        (BODY.replace("지난 21일", "최근"), "사진1. 새 배(2021121)", {}, None),
        (BODY + " 2021.1.21/온새원 desk@example.invalid", "", {}, "2021-01-21"),
        (BODY, "▲ 새 배가 닻을 올리고 있다. 2021.1.21/온새원", {}, "2021-01-21"),
        (BODY, "", {"url": "https://onsae.kr/view/2021/01/21/7"}, "2021-01-21"),
        (BODY, "", {"url": "https://onsae.kr/view/20210121000123"}, "2021-01-21"),
        (BODY, "", {"url": "https://onsae.kr/view/20210122000123"}, None),
        (BODY, "", {"date": "2021-01-21T09:00:00Z"}, "2021-01-21"),
        (BODY, "", {"date": "지난주"}, None),
        (BODY, "", {}, None),
    ],
)
def test_an_inference_names_its_evidence_or_is_left_out(
    body: str, caption: str, metadata: dict[str, Any], day: str | None
) -> None:
    article = _article(parse_page(f"{HEAD}{body}\n{caption}\n", metadata))
    assert article.published == day
    assert article.published_basis == ("inferred" if day else None)
    assert bool(article.published_evidence) == bool(day)


def test_the_day_of_the_page_is_never_the_articles() -> None:
    page = parse_page(f"2021.01.21 (목)\n\n{HEAD}{BODY}\n", {"date": "2021-01-21"})
    assert page.page_date == "2021-01-21"
    assert _article(page).published is None


def test_a_stated_day_outranks_every_inference() -> None:
    text = f"{HEAD}  • 등록 2021.01.22 10:00:00\n\n{BODY}\n사진1. 새 배(2021121)\n"
    article = _article(parse_page(text, {"url": "https://onsae.kr/2021/01/21/7"}))
    assert (article.published, article.published_basis) == ("2021-01-22", "stated")
    assert article.published_evidence is None


def test_only_a_change_is_printed_and_is_taken() -> None:
    article = _article(parse_page(f"{HEAD}수정 2021.01.23 10:00\n\n{BODY}\n"))
    assert (article.published, article.published_basis) == ("2021-01-23", "stated")


def test_a_clean_record_is_an_article_as_it_stands() -> None:
    text = f"{BODY}\n\n“반갑다”고 주민들은 말했다.\n"
    metadata = {"title": "온새항에 새 배 떴다", "date": "2021-01-21"}
    page = page_of(Dump(text, "corpus.jsonl", "7", metadata))
    article = _article(page)
    assert article.headline == "온새항에 새 배 떴다"
    assert article.body == (BODY, "“반갑다”고 주민들은 말했다.")
    assert (article.published, article.published_basis) == ("2021-01-21", "stated")
    assert [text[block.start : block.end] for block in page.blocks] == list(article.body)


@pytest.mark.parametrize(
    "text",
    [
        f"2021.01.25 (월)\n\n  • 맑음서울 1.0℃\n기상청 제공\n\n온새항에 새 배 떴다\n\n{BODY}\n",
        f"온새항에 새 배 떴다\n\n{BODY}\n",
        f"온새항에 새 배 떴다\r{BODY}\n",
        f"{BODY}\n\n저작권자 © 온새투데이 무단전재 및 재배포 금지\n",
    ],
)
def test_a_record_with_a_page_around_its_text_is_parsed(text: str) -> None:
    article = _article(page_of(Dump(text, "corpus.jsonl", "7", {"title": "온새항에 새 배 떴다"})))
    assert article.headline == "온새항에 새 배 떴다"
    assert article.body == (BODY,)


@pytest.mark.parametrize("title", ["온새항", "온새항에 새 배", "온새항에 새 배가 뜬 날 모인 주민"])
def test_a_text_that_begins_with_the_words_of_its_title_is_clean(title: str) -> None:
    text = f"온새항에 새 배가 뜬 날 모인 주민들은 손을 흔들었다.\n\n{BODY}\n"
    article = _article(page_of(Dump(text, "corpus.jsonl", "7", {"title": title})))
    assert article.headline == title
    assert article.body == ("온새항에 새 배가 뜬 날 모인 주민들은 손을 흔들었다.", BODY)


@pytest.mark.parametrize("more", [" - 온새투데이", "(종합)", " [온새투데이]", " / 온새투데이"])
def test_a_headline_with_what_sites_add_is_no_paragraph(more: str) -> None:
    text = f"온새항에 새 배 떴다{more}\n\n{BODY}\n"
    article = _article(page_of(Dump(text, "corpus.jsonl", "7", {"title": "온새항에 새 배 떴다"})))
    assert article.body == (BODY,)
