"""An analysis as rows: each entity once, every row at its place, all of it text SQLite can hold."""

from __future__ import annotations

from archive.model import Analysis, PlacedMention, Quote, Role
from archive.store.rows.entity_rows import NO_ROWS, entity_rows


def test_nothing_found_is_no_rows() -> None:
    assert entity_rows(Analysis()) == NO_ROWS


def test_rows_point_to_entities_by_first_mention() -> None:
    rows = entity_rows(
        Analysis(
            (
                PlacedMention("headline", 0, 3, "organisation", "누리연", "누리바다연맹"),
                PlacedMention("body", 0, 3, "person", "한도윤", "한도윤"),
                PlacedMention("body", 9, 12, "organisation", "누리연", "누리바다연맹"),
            ),
            (Role("한도윤", "가람시장", "정치"), Role("백아람", "누리군수", None)),
        )
    )
    people = (("한도윤", "person"), ("백아람", "person"))
    assert rows.entities == (("누리바다연맹", "organisation"), *people)
    assert rows.named == ((0, 2), (1, 1))
    assert [(m[0], m[4]) for m in rows.mentions] == [(0, "누리연"), (1, None), (0, "누리연")]
    assert rows.aliases == ((0, "누리연"),)
    assert rows.roles == ((1, "가람시장", "정치"), (2, "누리군수", None))


def test_half_a_character_in_a_quotation_is_replaced() -> None:
    """JSON can spell lone surrogates, and SQLite takes none."""
    rows = entity_rows(Analysis(quotes=(Quote("한\udc00", "좋\ud800다", "body", 0, 3),)))
    assert rows.quotes == (("한\ufffd", "좋\ufffd다", "body", 0, 3),)
