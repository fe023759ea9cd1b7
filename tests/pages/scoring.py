"""Score the parser on dumps with known answers, a field a share; used by the floors."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from pathlib import Path
from typing import Any

from archive.model import Article, Page
from archive.pages import parse_page

FIELDS = (
    "page_date", "weather", "section", "headline", "subheads", "byline", "published", "body_first",
    "body_last", "paragraphs", "captions", "teasers", "more",
)  # fmt: skip


def squash(text: str | None) -> str:
    return "".join((text or "").split())


def answers(page: Page) -> dict[str, Any]:
    """What was read, in the words of a truth file."""
    article = page.article or Article()
    body = squash("".join(article.body))
    return {
        "page_date": page.page_date,
        "weather": [
            [one.sky, one.station, one.temperature]
            for one in (page.weather.readings if page.weather else ())
        ],
        "section": squash(article.section),
        "headline": squash(article.headline),
        "subheads": [squash(line) for line in article.subheads],
        "byline": sorted(article.byline),
        "published": article.published if article.published_basis == "stated" else None,
        "body": body,
        "paragraphs": len(article.body),
        "captions": sorted({squash(line) for line in article.captions}),
        "teasers": [squash(one.headline or one.text[:20]) for one in page.teasers],
        "more": len(page.more_articles),
    }


def wanted(truth: dict[str, Any]) -> dict[str, Any]:
    """The truth, squeezed the same way; fields that it leaves out stay out."""
    want = dict(truth)
    for field in ("section", "headline"):
        want[field] = squash(truth.get(field))
    for field in ("subheads", "teasers"):
        if field in truth:
            want[field] = [squash(line) for line in truth[field]]
    if "captions" in truth:
        want["captions"] = sorted({squash(line) for line in truth["captions"]})
    if "byline" in truth:
        want["byline"] = sorted(truth["byline"])
    if "body_first" in truth:
        want["body_first"] = squash(truth["body_first"])[:18]
        want["body_last"] = squash(truth["body_last"])[-15:]
    return want


def score(
    dumps: Path, truths: list[dict[str, Any]]
) -> tuple[dict[str, float], dict[str, list[str]]]:
    """The share of pages right, a field, and the pages that were wrong."""
    right: Counter[str] = Counter()
    total: Counter[str] = Counter()
    wrong: dict[str, list[str]] = defaultdict(list)
    for truth in truths:
        got = answers(parse_page((dumps / truth["file"]).read_text(encoding="utf-8")))
        want = wanted(truth)
        for field in FIELDS:
            if field not in want or field in truth.get("unsure", ()):
                continue
            total[field] += 1
            if _agrees(field, got, want[field]):
                right[field] += 1
            else:
                wrong[field].append(truth["file"])
    return {field: right[field] / total[field] for field in total}, wrong


def _agrees(field: str, got: dict[str, Any], want: Any) -> bool:
    if field == "body_first":
        return bool(want == got["body"][: len(want)]) if want else got["body"] == ""
    if field == "body_last":
        return bool(got["body"].endswith(want))
    return bool(got[field] == want)


def read_truths(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
