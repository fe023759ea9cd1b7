"""Killed, or on a disk that fills up, at a random moment: nothing is lost, the work can be done.

A few of each here; `python bench/faults.py --kills 200` does as many as one has patience for.
"""

from __future__ import annotations

import random
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[2]))

from bench import faults


@pytest.fixture(scope="module")
def ground(tmp_path_factory: pytest.TempPathFactory) -> faults.Ground:
    return faults.prepare(tmp_path_factory.mktemp("ground"), dumps=160)


@pytest.fixture
def chance() -> random.Random:
    seed = random.randrange(1 << 32)  # noqa: S311 - no secret
    print(f"seed {seed}")  # noqa: T201 - shown when it fails
    return random.Random(seed)  # noqa: S311 - no secret


@pytest.mark.parametrize("work", faults.WORKS, ids=lambda work: work.name)
def test_a_fault_at_any_moment_loses_nothing(
    work: faults.Work, ground: faults.Ground, tmp_path: Path, chance: random.Random
) -> None:
    whole = tmp_path / "whole"
    seconds = faults.undisturbed(work, whole, ground)
    faults.killed(work, tmp_path / "killed", ground, whole, chance.uniform(0, seconds))
    room = int(chance.uniform(0, 1) * faults.needed(work, whole, ground))
    faults.disk_full(work, tmp_path / "disk", ground, whole, room)
