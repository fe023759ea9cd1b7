"""The parser's quality may only rise: scores on dumps with known answers against pinned floors."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from . import scoring

DATA = Path(__file__).parents[1] / "data"
SHARED = Path(__file__).parents[2] / ".." / "shared" / "pages"


def _floors(which: str) -> dict[str, float]:
    floors: dict[str, float] = json.loads((DATA / "floors.json").read_text("utf-8"))["pages"][which]
    return floors


def _named(
    shares: dict[str, float], wrong: dict[str, list[str]], floor: float
) -> dict[str, list[str]]:
    return {field: wrong[field] for field, share in shares.items() if share < floor}


def test_our_own_dumps_of_every_family_are_read_right() -> None:
    truths = scoring.read_truths(DATA / "pages" / "truth.jsonl")
    shares, wrong = scoring.score(DATA / "pages" / "dumps", truths)
    assert len(truths) >= 25
    assert {truth["family"] for truth in truths} >= {
        "mediaon", "ND", "wire", "portal", "broadcast", "gnuboard", "government", "plain",
    }  # fmt: skip
    assert _named(shares, wrong, _floors("own")["every_field"]) == {}


@pytest.mark.skipif(not SHARED.exists(), reason="no shared pages beside the checkout")
def test_the_shared_pages_stay_above_their_floors() -> None:
    truths = []
    for truth in scoring.read_truths(SHARED / "truth.jsonl"):
        if truth["headline"] is None and truth["body_first"] is None:
            continue  # lists and menus: their teasers are counted, not named
        kept = {key: truth[key] for key in scoring.FIELDS if key in truth}
        if not truth["body_first"]:
            kept = {key: value for key, value in kept.items() if not key.startswith("body_")}
        truths.append({**kept, "published": truth["article_date"], "file": truth["file"],
                       "unsure": truth.get("unsure", [])})  # fmt: skip
    shares, wrong = scoring.score(SHARED / "dumps", truths)
    floors = _floors("shared")
    assert _named(shares, wrong, floors["every_field"]) == {}
    assert sum(shares.values()) / len(shares) >= floors["mean"]
