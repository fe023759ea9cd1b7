"""The bench that leaves rules out one by one: a rule that has moved must not look like no rule."""

from __future__ import annotations

import sys
from pathlib import Path

from bench import entity_rules


def test_every_rule_that_is_left_out_is_there() -> None:
    for owner, name, _ in (*entity_rules.OF_QUOTES, *entity_rules.OF_ROLES):
        assert hasattr(owner, name), (owner, name)
        home = Path(sys.modules[getattr(owner, "__module__", owner.__name__)].__file__ or "")
        assert home.read_text("utf-8").count(name) > 1, f"{name} is in {home} and never called"
