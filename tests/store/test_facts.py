"""What is kept beside the articles says what the articles say, whatever happens to them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from archive.korean.hangul import fold
from archive.store.file import facts, index
from archive.store.file.connection import connect_writing

DAYS = st.sampled_from([None, "2024-12-31", "2025-01-01"])
LABELS = st.sampled_from([None, "사회", "누리.example", "도담.example"])
ROWS = st.tuples(
    DAYS, LABELS, LABELS, st.sampled_from(["article", "teaser"]), st.booleans(), st.booleans()
)
STEPS = st.lists(st.tuples(st.sampled_from(["add", "change", "drop"]), ROWS), max_size=12)

_EXPECTED = """
SELECT id, date, section, site, kind = 'teaser', published IS NOT NULL
FROM articles WHERE part_of IS NULL ORDER BY id
"""
_KEPT = """
SELECT facts.id, date, sections.name, sites.name, teaser, published FROM facts
LEFT JOIN labels AS sections ON sections.id = section AND sections.kind = 'section'
LEFT JOIN labels AS sites ON sites.id = site AND sites.kind = 'site'
ORDER BY facts.id
"""


@settings(deadline=None, max_examples=60)
@given(STEPS)
def test_facts_are_those_of_the_articles_that_stand(
    steps: list[tuple[str, tuple[object, ...]]],
) -> None:
    connection = connect_writing(":memory:")
    for action, (date, section, site, kind, part, printed) in steps:
        (last,) = connection.execute("SELECT max(id) FROM articles").fetchone()
        published = date if printed else None
        values = (date, section, site, kind, 1 if part and last else None, published)
        if action == "add":
            connection.execute(
                "INSERT INTO articles (date, section, site, kind, part_of, published, fingerprint)"
                " VALUES (?, ?, ?, ?, ?, ?, 0)",
                values,
            )
            if values[4] is None:
                facts.Labels(connection).learn(section, site)  # type: ignore[arg-type]
            facts.enter(connection, since=(last or 0) + 1)
        elif action == "change":
            connection.execute(
                "UPDATE articles SET date = ?, section = ?, site = ?, kind = ?, part_of = ?,"
                " published = ? WHERE id = ?",
                (*values, last),
            )
        else:
            connection.execute("DELETE FROM articles WHERE id = ?", (last,))
        assert connection.execute(_KEPT).fetchall() == connection.execute(_EXPECTED).fetchall()
    connection.close()


TEXTS = st.lists(st.text("가나다라 각갂b1美", max_size=12), min_size=1, max_size=6)


@settings(deadline=None, max_examples=60)
@given(TEXTS, st.data())
def test_syllables_are_counted_as_articles_come_and_go(
    texts: list[str], data: st.DataObject
) -> None:
    connection = connect_writing(":memory:")
    rows = list(enumerate(index.index_fields(("", "", text, "") for text in texts), 1))
    writer = index.IndexWriter(connection)
    writer.add(rows)
    gone = data.draw(st.sets(st.sampled_from(range(len(texts)))))
    writer.remove([rows[n] for n in sorted(gone)])
    writer.flush()
    left = [fold(text) for n, text in enumerate(texts) if n not in gone]
    kept = dict(connection.execute("SELECT syllable, articles FROM syllables WHERE articles > 0"))
    syllables = {c for text in left for c in text if "가" <= c <= "힣"}
    assert kept == {c: sum(c in text for text in left) for c in syllables}
    connection.close()


def test_common_tokens_grow_with_the_archive_and_are_counted_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(index, "COUNTED_FROM", 300)
    connection = connect_writing(tmp_path / "a.db")

    def grown(first: int, last: int, word: str) -> dict[str, int]:
        (fields,) = index.index_fields([("", "", word, "")])
        writer = index.IndexWriter(connection)
        writer.add([(n, fields) for n in range(first, last + 1)])
        writer.flush()
        index.settle(connection)
        return dict(connection.execute("SELECT token, articles FROM common_tokens"))

    assert grown(-9, 0, "가람") == {}  # few articles are counted when they are asked for
    assert grown(1, 300, "가람") == {"가람": 310, "람": 310}
    assert grown(301, 310, "가람")["가람"] == 310  # hardly more
    assert grown(311, 610, "노을")["가람"] == 620  # an estimate: as if half of the new had it too
    assert grown(611, 1241, "노을") == {"가람": 320, "람": 320, "노을": 931, "을": 931}
    (fields,) = index.index_fields([("", "", "노을", "")])
    writer = index.IndexWriter(connection)
    writer.remove([(n, fields) for n in range(311, 1242)])
    writer.flush()
    index.settle(connection)
    assert grown(1242, 1242, "노을")["노을"] < 300  # an estimate again
    monkeypatch.setattr(index, "COUNTED_FROM", 1_000)
    assert grown(1243, 1243, "노을") == {}
    connection.close()


def test_what_is_done_for_every_row_stays_cheap() -> None:
    """A trigger on INSERT, or a check `IN` a list of three, took a fifth of the writer's time."""
    connection = connect_writing(":memory:")
    schema = dict(connection.execute("SELECT name, sql FROM sqlite_master WHERE sql NOT NULL"))
    assert not [name for name, sql in schema.items() if "TRIGGER" in sql and "AFTER INSERT" in sql]
    for table in ("articles", "mentions"):
        lists = re.findall(r"\bIN \(([^)]*)\)", schema[table])
        assert [listed for listed in lists if listed.count(",") > 1] == []
    connection.close()
