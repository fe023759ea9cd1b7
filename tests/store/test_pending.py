"""What waits for the index reaches it as if written at once, and in few pieces."""

from __future__ import annotations

from pathlib import Path
from unittest.mock import patch

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from archive.ingest import ingest
from archive.store.file import index
from archive.store.file.connection import connect_writing
from archive.store.writing import pending

WORDS = ("가람", "누리", "노을", "도담")
CHANGES = st.lists(
    st.tuples(
        st.sampled_from(["add", "add", "add", "change", "change", "drop", "flush"]),
        st.sampled_from(WORDS),
    ),
    min_size=10,
    max_size=40,
)


@settings(deadline=None, max_examples=150)
@given(CHANGES, st.integers(20, 100))
def test_the_index_finds_what_is_there_whenever_it_is_written(
    changes: list[tuple[str, str]], most_bytes: int
) -> None:
    connection = connect_writing(":memory:")
    fields = dict(zip(WORDS, index.index_fields(("", "", w, "") for w in WORDS), strict=True))
    held: dict[int, str] = {}
    with patch.object(pending, "_MOST_BYTES", most_bytes):
        waiting = pending.PendingIndex(connection)
        for change, word in changes:
            last = max(held, default=0)  # as SQLite gives ids: the last one may come back
            if change == "add":
                held[last + 1] = word
                waiting.add(last + 1, fields[word])
            elif change == "flush":
                waiting.flush()
            elif held:
                one = last if change == "drop" else min(held)
                waiting.remove(one, fields[held.pop(one)])
                if change == "change":
                    held[one] = word
                    waiting.add(one, fields[word])
        waiting.flush()
    asked = "SELECT rowid FROM article_index WHERE article_index MATCH ? ORDER BY rowid"
    for word in WORDS:
        found = [one for (one,) in connection.execute(asked, (word,))]
        assert found == sorted(one for one, text in held.items() if text == word)
    counted = connection.execute("SELECT articles FROM index_state").fetchone()
    assert counted == (index.size(connection),) == (len(held),)
    connection.close()


def test_an_ingest_writes_the_index_in_one_piece(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A statement that SQLite may have to take back alone makes FTS5 write out what it gathers."""
    monkeypatch.setattr(pending, "_MOST_BYTES", 1_000)
    corpus = tmp_path / "누리.jsonl"
    corpus.write_text(
        "".join(
            f'{{"title": "가람시 소식 {n}", "text": "가람시 {n}번 마을버스가 새 길로 다닌다."}}\n'
            for n in range(300)
        )
    )
    ingest(tmp_path / "a.db", [str(corpus)], jobs=1, entities=False)
    connection = connect_writing(tmp_path / "a.db")
    pieces = connection.execute("SELECT count(DISTINCT segid) FROM article_index_idx").fetchone()
    assert pieces == (1,)
    connection.close()
