"""What `stats --inputs` says of a source that was read in part."""

from __future__ import annotations

from archive.model import Refusal, StoredSource
from newscli.views.stats import _refused


def test_a_source_cut_short_is_not_told_behind_a_stray_colon() -> None:
    source = StoredSource(
        path="news.jsonl.gz", status="ok", dumps=3, bytes=10, ingested_at="2025-01-01T00:00",
        reason=None, refusals=(Refusal("news.jsonl.gz", "끊겼습니다", None),),
    )  # fmt: skip
    assert list(_refused(source)) == ["끊겼습니다"]
