"""A total that is a lower bound says so."""

from __future__ import annotations

import pytest

from archive.model import Results
from newscli.documents import search_document
from newscli.views.hits import found_line


@pytest.mark.parametrize(("exact", "line"), [(True, "50,000건 중"), (False, "50,000건 이상 중")])
def test_a_lower_bound_says_so(exact: bool, line: str) -> None:
    results = Results("눈 비", "눈 + 비", 50_000, None, (), total_is_exact=exact)
    assert search_document(results)["total_is_exact"] is exact
    assert found_line(results, 0).startswith(line)
