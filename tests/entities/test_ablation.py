"""The bench that leaves rules out one by one: a rule that has moved must not look like no rule."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

_BENCH = Path(__file__).parents[2] / "bench"


def _bench(scores: Any) -> ModuleType:
    sys.modules["entity_scores"] = scores
    spec = importlib.util.spec_from_file_location("entity_rules", _BENCH / "entity_rules.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_every_rule_that_is_left_out_is_there(scores: Any) -> None:
    bench = _bench(scores)
    for owner, name, _ in (*bench.OF_QUOTES, *bench.OF_ROLES):
        assert hasattr(owner, name), (owner, name)
        home = Path(sys.modules[getattr(owner, "__module__", owner.__name__)].__file__ or "")
        assert home.read_text("utf-8").count(name) > 1, f"{name} is in {home} and never called"
