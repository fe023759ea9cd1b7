"""The lists of words that the rules go by."""

from __future__ import annotations

from pathlib import Path

import pytest

from archive.entities import cues
from archive.entities.cues.lexicon import words_in_order

_LISTS = sorted(path.stem for path in Path(cues.__file__).with_name("words").glob("*.txt"))
# Each of its lines is a list of its own.
_BY_LINE = "sure_house_endings"


@pytest.mark.parametrize("subject", [name for name in _LISTS if name != _BY_LINE])
def test_no_word_stands_twice_in_a_list(subject: str) -> None:
    listed = words_in_order(subject)
    assert sorted(listed) == sorted(set(listed))
