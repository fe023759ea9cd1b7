"""Group the articles that are one story in several papers, whatever order they come in.

Two articles are copies when their sketches share a key, their texts are of one story (`sketch`),
they were published within days of each other and stand in different places; a group is all that is
joined by such pairs. What the groups are depends on nothing but the articles that are there: when
one comes, goes or learns its date, what it touches is looked at again.
"""

from __future__ import annotations

import re
import sqlite3
from collections import Counter
from collections.abc import Collection, Iterator
from itertools import chain
from typing import Final, NamedTuple

from archive.store.reading.reprints import groups
from archive.store.rows.sketch import Telling, same_story, sketch, telling

COMMON_KEY: Final = 128
"""A clause that more articles have says nothing: a paper's standing last line. It also bounds the
work, which grows with the square of the articles that share a key."""

DAYS_APART: Final = 3
"""Copies are printed within so many days; what reads alike a week later is the next report."""

_REMEMBERED: Final = 64
"""Texts kept while a group is put together; a long one takes half a megabyte."""

_AT_ONCE: Final = 500
"""Values of one SQL statement."""

_RECORD: Final = re.compile(r"(?:^|#)\d+$")
"""A member that is a numbered record of a corpus, and no file of its own."""


class _Printing(NamedTuple):
    """The day when an article was printed, by number, and the site where, as far as is known."""

    day: float | None
    site: int | None


_UNKNOWN: Final = _Printing(None, None)


class ReprintWriter:
    """Keeps the groups right; nothing shows before `flush`."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._entered: dict[int, tuple[int, ...]] = {}
        self._left: dict[int, tuple[int, ...]] = {}
        self._touched: set[int] = set()
        self._keys: dict[int, tuple[int, ...]] = {}
        self._buckets: dict[int, tuple[int, ...]] = {}
        self._printings: dict[int, _Printing] = {}
        self._files: dict[int, frozenset[str]] = {}
        self._tellings: dict[int, Telling] = {}

    def enter(self, article_id: int, keys: tuple[int, ...]) -> None:
        """Let an article take part that stands for its story from now on."""
        if keys:
            self._entered[article_id] = keys

    def enter_again(self, article_id: int) -> None:
        """As `enter`, for an article that is in the archive already."""
        self.enter(article_id, self._keys_of(article_id))

    def leave(self, article_id: int) -> None:
        """Take an article out, while it is still there: it goes, or gives way to another."""
        if self._entered.pop(article_id, None) is None:
            self._left[article_id] = self._keys_of(article_id)
        self._touched.update(_group_of(self._connection, article_id))
        self._touched.discard(article_id)
        self._connection.execute(
            "UPDATE articles SET reprint_group = NULL WHERE id = ? AND reprint_group IS NOT NULL",
            (article_id,),
        )

    def touch(self, article_id: int) -> None:
        """Look again at an article whose date, site or places are others now."""
        self._touched.add(article_id)

    def flush(self) -> None:
        """Bring keys and groups up to date with all that was told since the last time."""
        if self._entered or self._left or self._touched:
            self._write_keys()
            self._regroup(self._shaken())
        self.drop()

    def drop(self) -> None:
        """Forget what was not written."""
        for told in (self._entered, self._left, self._touched):
            told.clear()
        for looked_up in (self._keys, self._buckets, self._printings, self._files, self._tellings):
            looked_up.clear()

    def _write_keys(self) -> None:
        self._connection.executemany(
            "DELETE FROM reprint_keys WHERE key = ? AND article_id = ?", _pairs(self._left)
        )
        self._connection.executemany(
            "INSERT INTO reprint_keys (key, article_id) VALUES (?, ?)",
            sorted(_pairs(self._entered)),
        )

    def _shaken(self) -> set[int]:
        """The articles whose group may be another one now."""
        changes = Counter(chain.from_iterable(self._entered.values()))
        changes.subtract(chain.from_iterable(self._left.values()))
        shaken = {article for article in self._touched if article not in self._entered}
        for key, now in self._shared(changes):
            before = now - changes[key]
            if now <= COMMON_KEY < before:
                shaken.update(self._holders(key))
            elif before <= COMMON_KEY < now:
                shaken.update(groups(self._connection, self._holders(key)))
            elif now <= COMMON_KEY:
                shaken.update(self._entered.keys() & self._holders(key))
        return shaken | (self._touched & self._entered.keys())

    def _shared(self, keys: Collection[int]) -> Iterator[tuple[int, int]]:
        """Those of the keys that several articles have, and how many."""
        ordered = sorted(keys)
        for start in range(0, len(ordered), _AT_ONCE):
            some = ordered[start : start + _AT_ONCE]
            yield from self._connection.execute(
                f"""
                SELECT key, count(*) FROM reprint_keys WHERE key IN ({", ".join("?" * len(some))})
                GROUP BY key HAVING count(*) > 1
                """,
                some,
            )

    def _holders(self, key: int) -> list[int]:
        rows = self._connection.execute("SELECT article_id FROM reprint_keys WHERE key = ?", (key,))
        return [article for (article,) in rows]

    def _regroup(self, shaken: set[int]) -> None:
        done: set[int] = set()
        while shaken:
            members = self._joined_with(shaken.pop())
            before = groups(self._connection, members)
            label = min(members) if len(members) > 1 else None
            done |= members
            # Whoever was with one of them may no longer be.
            for old in set(before.values()):
                shaken.update(set(_labelled(self._connection, old)) - done)
            self._connection.executemany(
                "UPDATE articles SET reprint_group = ? WHERE id = ?",
                [(label, member) for member in members if before.get(member) != label],
            )
            shaken -= members

    def _joined_with(self, article_id: int) -> set[int]:
        members, unseen = {article_id}, [article_id]
        while unseen:
            one = unseen.pop()
            for key in self._keys_of(one):
                for other in self._bucket(key):
                    if other not in members and self._are_copies(one, other):
                        members.add(other)
                        unseen.append(other)
        return members

    def _are_copies(self, one: int, other: int) -> bool:
        return self._may_be_copies(one, other) and same_story(
            self._telling(one), self._telling(other)
        )

    def _may_be_copies(self, one: int, other: int) -> bool:
        """Whether day and place allow it, as far as they are known."""
        here = self._printings.get(one, _UNKNOWN)
        there = self._printings.get(other, _UNKNOWN)
        if here.day and there.day and abs(here.day - there.day) > DAYS_APART:
            return False
        if here.site and there.site:
            return here.site != there.site
        return not self._files_of(one) & self._files_of(other)

    def _keys_of(self, article_id: int) -> tuple[int, ...]:
        keys = self._entered.get(article_id) or self._keys.get(article_id)
        if keys is None:
            row = self._connection.execute(
                "SELECT body FROM articles WHERE id = ? AND kind = 'article' AND part_of IS NULL",
                (article_id,),
            ).fetchone()
            keys = sketch(row[0]) if row else ()
            self._keys[article_id] = keys
        return keys

    def _bucket(self, key: int) -> tuple[int, ...]:
        """The articles that share a key; none where too many do."""
        if key not in self._buckets:
            # Nearly all who share a key are told apart by day and site: `facts` is narrow.
            holders = self._connection.execute(
                """
                SELECT id, iif(published, julianday(date), NULL), site
                FROM reprint_keys JOIN facts ON facts.id = article_id WHERE key = ?
                """,
                (key,),
            ).fetchall()
            few = holders if len(holders) <= COMMON_KEY else []
            self._printings.update((article, _Printing(day, site)) for article, day, site in few)
            self._buckets[key] = tuple([article for article, _, _ in few])
        return self._buckets[key]

    def _files_of(self, article_id: int) -> frozenset[str]:
        """The files that an article stands in, inside containers too."""
        if article_id not in self._files:
            pages = self._connection.execute(
                """
                SELECT source_id, coalesce(member, '') FROM appearances
                JOIN pages ON pages.id = appearances.page_id WHERE article_id = ?
                """,
                (article_id,),
            )
            self._files[article_id] = frozenset(
                f"{source}/{_RECORD.sub('', member)}" for source, member in pages
            )
        return self._files[article_id]

    def _telling(self, article_id: int) -> Telling:
        if article_id not in self._tellings:
            if len(self._tellings) >= _REMEMBERED:
                self._tellings.clear()
            (body,) = self._connection.execute(
                "SELECT body FROM articles WHERE id = ?", (article_id,)
            ).fetchone()
            self._tellings[article_id] = telling(body)
        return self._tellings[article_id]


def _pairs(keys: dict[int, tuple[int, ...]]) -> Iterator[tuple[int, int]]:
    return ((key, article) for article, some in keys.items() for key in some)


def _group_of(connection: sqlite3.Connection, article_id: int) -> Collection[int]:
    """The articles of one's group, itself among them; none where it stands alone."""
    label = groups(connection, [article_id]).get(article_id)
    return () if label is None else _labelled(connection, label)


def _labelled(connection: sqlite3.Connection, label: int) -> Collection[int]:
    rows = connection.execute("SELECT id FROM articles WHERE reprint_group = ?", (label,))
    return [article for (article,) in rows]
