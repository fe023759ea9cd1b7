"""One hit for one story: of its reprints in other papers only the best is listed.

Pages are cut from the list as it is after that, so that no page repeats a story of another.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from archive.store.reading.reprints import groups

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable

    Scored = list[tuple[int, float]]

_MORE = 20
"""Articles beyond the page that are looked at first: few stories have many reprints."""


def page(
    connection: sqlite3.Connection, ranked: Callable[[int], Scored], limit: int, offset: int
) -> Scored:
    """The stories from `offset` on, each by its first article. `ranked` gives the first so many
    articles as (id, score), always the same ones first.
    """
    end = offset + limit
    wanted = end + _MORE
    while True:
        articles = ranked(wanted)
        stories = first_of_each(connection, articles)
        if len(stories) >= end or len(articles) < wanted:
            return stories[offset:end]
        wanted *= 2


def first_of_each(connection: sqlite3.Connection, articles: Scored) -> Scored:
    """The articles (id, score) without those of whose story one came before."""
    group_of = groups(connection, [article_id for article_id, _ in articles])
    seen: set[int] = set()
    kept: Scored = []
    for article_id, score in articles:
        group = group_of.get(article_id)
        if group is None or group not in seen:
            kept.append((article_id, score))
        if group is not None:
            seen.add(group)
    return kept
