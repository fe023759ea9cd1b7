"""An archive of invented pages."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from archive import Archive

sys.path.insert(0, str(Path(__file__).parents[2]))  # for bench/

EXAMPLES = Path(__file__).parents[2] / "examples"


@pytest.fixture
def database(tmp_path: Path) -> Path:
    """An archive of the examples."""
    path = tmp_path / "news.db"
    with Archive.open(path) as news:
        news.ingest([EXAMPLES], jobs=1)
    return path
