"""An analysis as the tables of entities hold it: each entity once, all else points to it.

A worker makes the rows: plain tuples go through a pipe with less work than records, and the writer
looks each name up once an article.
"""

from __future__ import annotations

from collections import Counter
from typing import NamedTuple

from archive.model import Analysis
from archive.store.rows.storable import storable


class EntityRows(NamedTuple):
    """`entities` are names with their kinds, by first mention; the first number of a row of
    `named`, `mentions`, `aliases` and `roles` is a place among them.

    `named` has how often the text mentions each, `mentions` field, start, end and alias (None where
    the name itself stands there), `aliases` each alias once, `roles` role and line of work,
    `quotes` speaker, text, field, start and end.
    """

    entities: tuple[tuple[str, str], ...] = ()
    named: tuple[tuple[int, int], ...] = ()
    mentions: tuple[tuple[int, str, int, int, str | None], ...] = ()
    aliases: tuple[tuple[int, str], ...] = ()
    roles: tuple[tuple[int, str, str | None], ...] = ()
    quotes: tuple[tuple[str | None, str, str, int, int], ...] = ()


NO_ROWS = EntityRows()


def entity_rows(analysis: Analysis) -> EntityRows:
    """The rows of an analysis; `NO_ROWS` where it found nothing."""
    places: dict[tuple[str, str], int] = {}
    mentions = tuple(
        [
            (
                places.setdefault((name, kind), len(places)),
                field,
                start,
                end,
                storable(text) if text != name else None,
            )
            for field, start, end, kind, text, name in analysis.mentions
        ]
    )
    roles = tuple(
        [
            (places.setdefault((r.name, "person"), len(places)), storable(r.role), r.line)
            for r in analysis.roles
        ]
    )
    return EntityRows(
        entities=tuple([(storable(name), kind) for name, kind in places]),
        named=tuple(Counter([mention[0] for mention in mentions]).items()),
        mentions=mentions,
        aliases=tuple({(m[0], m[4]): None for m in mentions if m[4] is not None}),
        roles=roles,
        quotes=tuple(
            [
                (
                    storable(q.speaker) if q.speaker is not None else None,
                    storable(q.text),
                    q.field,
                    q.start,
                    q.end,
                )
                for q in analysis.quotes
            ]
        ),
    )
