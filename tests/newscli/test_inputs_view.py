"""What `stats --inputs` says of a source that was read in part."""

from __future__ import annotations

from archive.model import Refusal, StoredSource
from newscli.commands.stats import SOURCE_COLUMNS, _sources
from newscli.views.stats import _refused


def test_a_source_cut_short_is_not_told_behind_a_stray_colon() -> None:
    assert list(_refused(_cut_short())) == ["끊겼습니다"]


def test_rows_count_what_was_refused_inside_a_source_that_went_in() -> None:
    (row,) = _sources([_cut_short()]).rows
    told = dict(zip(SOURCE_COLUMNS, row, strict=True))
    assert (told["status"], told["reason"], told["refused"]) == ("ok", None, 1)


def _cut_short() -> StoredSource:
    return StoredSource(
        path="news.jsonl.gz", status="ok", dumps=3, bytes=10, ingested_at="2025-01-01T00:00",
        reason=None, refusals=(Refusal("news.jsonl.gz", "끊겼습니다", None),),
    )  # fmt: skip
