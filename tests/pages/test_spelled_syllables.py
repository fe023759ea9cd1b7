"""NFD text, as macOS writes it: read as its NFC twin, traced to its own places."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from unicodedata import normalize

import pytest

from archive.pages import parse_page

EXAMPLES = sorted((Path(__file__).parents[2] / "examples").glob("*.txt"))


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.name)
def test_a_page_spelled_in_jamo_is_read_as_its_twin(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    spelled = normalize("NFD", text)
    page, twin = parse_page(spelled), parse_page(text)
    assert replace(page, blocks=()) == replace(twin, blocks=())
    for block, same in zip(page.blocks, twin.blocks, strict=True):
        assert (block.role, block.cue) == (same.role, same.cue)
        assert normalize("NFC", spelled[block.start : block.end]) == text[same.start : same.end]
