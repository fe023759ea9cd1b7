"""The labelled sets, their loader and their scores, as `bench/entity_scores.py` has them."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest

sys.path.insert(0, str(Path(__file__).parents[2]))  # for bench/

from bench import entity_scores

_ROOT = Path(__file__).parents[2]
_HALVES = {True: "held", False: "developed"}


@pytest.fixture(scope="session")
def scores() -> ModuleType:
    """The module that measures: one way to count, for people and for tests."""
    return entity_scores


@pytest.fixture(params=[False, True], ids=["developed", "held"])
def half(request: pytest.FixtureRequest) -> bool:
    """The half of a labelled set that rules were written on, and the half held back."""
    return bool(request.param)


@pytest.fixture(scope="session")
def floors() -> Callable[[str, str, bool], dict[str, float]]:
    """The floors of a set, of marked or tagged mentions, of a half. They only rise."""
    pinned = json.loads((_ROOT / "tests" / "data" / "floors.json").read_text(encoding="utf-8"))

    def of(name: str, tagger: str, held: bool) -> dict[str, float]:
        floor: dict[str, float] = pinned[name][tagger][_HALVES[held]]
        return floor

    return of
