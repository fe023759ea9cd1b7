"""Join the texts of one story: the same text twice, a teaser and its article, a page fetched again.

Equal texts share a row. Different texts of one story form a group whose best row stands for it and
is the one that search knows; the rule that picks it looks at the texts alone, so the order in which
they arrive does not matter.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from archive.store.file import facts, index
from archive.store.reading import alike
from archive.store.rows.entry import ArticleEntry, Entry, squash
from archive.store.writing.pending import PendingIndex
from archive.store.writing.reprints import ReprintWriter

CANDIDATES = 20
"""How many rows with the same key are compared: a headline such as `[포토]` may be on thousands."""

TELLING_HEADLINE = 12
"""Characters without spaces from which a headline alone joins a teaser that has no text."""


@dataclass(frozen=True, slots=True)
class Placed:
    """The row of a text, whether it was made for it, and whether it stands for its story."""

    article_id: int
    new: bool
    stands: bool


class _Candidate(NamedTuple):
    id: int
    group: int
    body: str
    headline_key: int | None
    lead_key: int | None


class Stories:
    """Places texts among those that the archive holds.

    `recount` is told of every article that was there and now counts differently: it goes, it gives
    way to another of its story, or its date is another.
    """

    def __init__(self, connection: sqlite3.Connection, recount: Callable[[int], None]) -> None:
        self._connection = connection
        self._recount = recount
        self._index = PendingIndex(connection)
        self._reprints = ReprintWriter(connection)
        self._labels = facts.Labels(connection)
        self._first_new: int | None = None

    def flush(self) -> None:
        """Write what search is to know of the texts placed so far, and which are reprints."""
        self._index.flush()
        if self._first_new is not None:
            facts.enter(self._connection, since=self._first_new)
            self._first_new = None
        self._reprints.flush()

    def drop(self) -> None:
        """Forget it, after the texts themselves were taken back."""
        self._first_new = None
        self._labels.drop()
        self._reprints.drop()
        self._index.drop()

    def place(self, article: ArticleEntry, page_id: int, entry: Entry, source_id: int) -> Placed:
        """Put a text of a page in: into the row of its twin, or into a new one in its group."""
        anything_alike = self._has_anything_alike(article)
        twin = self._twin(article, entry.record, source_id) if anything_alike else None
        if twin is not None:
            self._appear(twin, page_id)
            self._learn(twin, article, entry)
            self._reprints.touch(twin)
            return Placed(twin, new=False, stands=False)
        article_id = self._insert(article, entry)
        self._first_new = min(self._first_new or article_id, article_id)  # ids come back
        self._appear(article_id, page_id)
        relatives = (
            self._relatives(article_id, article, entry.record, source_id) if anything_alike else []
        )
        if relatives:
            best = self._regroup([article_id, *relatives], indexed=relatives)
        else:
            best = article_id
            self._labels.learn(article.section, entry.site)
            self._index.add(article_id, article.tokens)
            self._reprints.enter(article_id, article.sketch)
        return Placed(article_id, new=True, stands=best == article_id)

    def leave(self, page_ids: Sequence[int]) -> None:
        """Take pages out; texts that stood on no other page go with them."""
        for page_id in page_ids:
            gone = self._connection.execute(
                "DELETE FROM appearances WHERE page_id = ? RETURNING article_id", (page_id,)
            ).fetchall()
            for (article_id,) in gone:
                stands_elsewhere = self._connection.execute(
                    "SELECT 1 FROM appearances WHERE article_id = ?", (article_id,)
                ).fetchone()
                if stands_elsewhere is None:
                    self._delete(article_id)
                else:
                    self._reprints.touch(article_id)

    def _has_anything_alike(self, article: ArticleEntry) -> bool:
        """Whether any text shares a key: nearly always none does, and one question is enough."""
        asked = alike.any_alike(article), alike.keys(article)
        (shares,) = self._connection.execute(*asked).fetchone()
        return bool(shares)

    def _twin(self, article: ArticleEntry, record: str | None, source_id: int) -> int | None:
        """The row with the same text.

        Two records to which one corpus gave different ids stay two: their ids are what people cite.
        """
        twins = self._connection.execute(
            f"SELECT id FROM articles WHERE {alike.same_text(article)} AND kind = :kind"
            " ORDER BY id",
            alike.keys(article),
        ).fetchall()
        for (article_id,) in twins:
            if not self._is_another_record(article_id, record, source_id):
                return int(article_id)
        return None

    def _is_another_record(self, article_id: int, record: str | None, source_id: int) -> bool:
        return (
            record is not None
            and self._connection.execute(
                """
                SELECT 1 FROM appearances JOIN pages ON pages.id = appearances.page_id
                WHERE article_id = ? AND source_id = ? AND record <> ?
                """,
                (article_id, source_id, record),
            ).fetchone()
            is not None
        )

    def _insert(self, article: ArticleEntry, entry: Entry) -> int:
        date, date_basis = article.published, article.published_basis
        if date is None and entry.page_date is not None:
            date, date_basis = entry.page_date, "page"
        cursor = self._connection.execute(
            """
            INSERT INTO articles (kind, headline, section, subheads, byline, body, captions,
                published, published_basis, published_evidence, page_date, date, date_basis,
                url, site, identity, fingerprint, headline_key, lead_key)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            (
                article.kind,
                article.headline,
                article.section,
                article.subheads,
                article.byline,
                article.body,
                article.captions,
                article.published,
                article.published_basis,
                article.published_evidence,
                entry.page_date,
                date,
                date_basis,
                entry.url if article.kind == "article" else None,
                entry.site,
                article.identity,
                article.fingerprint,
                article.headline_key,
                article.lead_key,
            ),
        )
        assert cursor.lastrowid is not None  # noqa: S101 - an INSERT always has one
        return cursor.lastrowid

    def _appear(self, article_id: int, page_id: int) -> None:
        self._connection.execute(
            "INSERT OR IGNORE INTO appearances (article_id, page_id) VALUES (?, ?)",
            (article_id, page_id),
        )

    def _learn(self, article_id: int, article: ArticleEntry, entry: Entry) -> None:
        """Take what another copy of the text knows better: a date, an address, an earlier day."""
        if article.headline is not None:
            self._learn_headline(article_id, article.headline)
        self._connection.execute(
            """
            UPDATE articles SET
                section = coalesce(section, :section),
                identity = coalesce(identity, :identity),
                url = coalesce(iif(
                    (:url LIKE '%//m.%', :url NOT LIKE 'https:%', length(:url), :url)
                    < (url LIKE '%//m.%', url NOT LIKE 'https:%', length(url), url), :url, url
                ), url, :url),
                site = coalesce(min(site, :site), site, :site),
                page_date = coalesce(min(page_date, :page_date), page_date, :page_date)
            WHERE id = :id
            """,
            {
                "id": article_id,
                "section": article.section,
                "identity": article.identity,
                "url": entry.url if article.kind == "article" else None,
                "site": entry.site,
                "page_date": entry.page_date,
            },
        )
        if article.published is not None:
            self._connection.execute(
                """
                UPDATE articles SET published = :published, published_basis = :basis,
                    published_evidence = :evidence
                WHERE id = :id AND (published IS NULL
                    OR (:basis = 'stated' AND published_basis = 'inferred')
                    OR (:basis = published_basis AND :published < published))
                """,
                {
                    "id": article_id,
                    "published": article.published,
                    "basis": article.published_basis,
                    "evidence": article.published_evidence,
                },
            )
        dated_anew = self._connection.execute(
            """
            UPDATE articles SET date = coalesce(published, page_date),
                date_basis = coalesce(published_basis, iif(page_date IS NULL, NULL, 'page'))
            WHERE id = ? AND date IS NOT coalesce(published, page_date)
            """,
            (article_id,),
        )
        if dated_anew.rowcount:
            self._recount(article_id)

    def _learn_headline(self, article_id: int, headline: str) -> None:
        """Give a text without a headline one, in the index too: it takes out what it was told."""
        known, part_of = self._connection.execute(
            "SELECT headline, part_of FROM articles WHERE id = ?", (article_id,)
        ).fetchone()
        if known is not None:
            return
        if part_of is None:
            self._index.remove(article_id, self._fields(article_id))
        self._connection.execute(
            "UPDATE articles SET headline = ? WHERE id = ?", (headline, article_id)
        )
        if part_of is None:
            self._index.add(article_id, self._fields(article_id))

    def _relatives(
        self, article_id: int, article: ArticleEntry, record: str | None, source_id: int
    ) -> list[int]:
        """The groups, named by their best row, that hold a text of the same story."""
        others = [*self._fetched_again(article_id, article)]
        others += [o for o in self._beginning_alike(article_id, article) if _goes_on(article, o)]
        return sorted(
            {o.group for o in others if not self._is_another_record(o.id, record, source_id)}
        )

    def _fetched_again(self, article_id: int, article: ArticleEntry) -> Iterator[_Candidate]:
        """Articles of the same address. One without a number may be a front page, new every day:
        there the headline or the beginning must be the same too.
        """
        if article.identity is not None and article.kind == "article":
            yield from self._candidates(
                "identity = :identity AND kind = 'article'"
                " AND (:numbered OR headline_key = :headline OR lead_key = :lead)",
                article_id,
                article,
            )

    def _beginning_alike(self, article_id: int, article: ArticleEntry) -> Iterator[_Candidate]:
        """Texts with the same beginning, or the same headline where one is too short to tell."""
        if article.lead_key is not None:
            yield from self._candidates("lead_key = :lead", article_id, article)
        if article.headline_key is not None:
            too_short = "AND lead_key IS NULL" if article.lead_key is not None else ""
            yield from self._candidates(
                f"headline_key = :headline {too_short}", article_id, article
            )

    def _candidates(
        self, condition: str, article_id: int, article: ArticleEntry
    ) -> Iterator[_Candidate]:
        rows = self._connection.execute(
            f"""
            SELECT id, coalesce(part_of, id), body, headline_key, lead_key FROM articles
            WHERE {condition} AND id <> :id ORDER BY id LIMIT {CANDIDATES}
            """,
            {**alike.keys(article), "id": article_id, "numbered": article.numbered},
        )
        return map(_Candidate._make, rows)

    def _regroup(self, heads: Sequence[int], *, indexed: Sequence[int]) -> int:
        """Make one group of those that `heads` stand for, and let its best text stand for all.

        `indexed` are the heads that search knows now; afterwards it knows the best one alone, whose
        id is given back.
        """
        marks = ", ".join("?" * len(heads))
        members: list[int] = [
            member
            for (member,) in self._connection.execute(
                f"""
                SELECT id FROM articles WHERE id IN ({marks}) OR part_of IN ({marks})
                ORDER BY kind = 'article' DESC, length(body) DESC, coalesce(page_date, '') DESC,
                         fingerprint
                """,
                (*heads, *heads),
            )
        ]
        best = members[0]
        for head in indexed:
            if head != best:
                self._index.remove(head, self._fields(head))
                self._reprints.leave(head)  # its keys are those of an article that stands
                self._recount(head)
        self._connection.executemany(
            "UPDATE articles SET part_of = ? WHERE id = ?",
            [(None if member == best else best, member) for member in members],
        )
        if best not in indexed:
            self._index.add(best, self._fields(best))
            self._reprints.enter_again(best)
            self._recount(best)
        return best

    def _delete(self, article_id: int) -> None:
        """Remove a text; where it stood for a group, the next best one does so from now on."""
        (part_of,) = self._connection.execute(
            "SELECT part_of FROM articles WHERE id = ?", (article_id,)
        ).fetchone()
        members = self._connection.execute(
            "SELECT id FROM articles WHERE part_of = ?", (article_id,)
        ).fetchall()
        if part_of is None:
            self._index.remove(article_id, self._fields(article_id))
            self._reprints.leave(article_id)
        self._recount(article_id)
        self._connection.execute("DELETE FROM articles WHERE id = ?", (article_id,))
        if members:
            self._regroup([member for (member,) in members], indexed=[])

    def _fields(self, article_id: int) -> index.IndexFields:
        row = self._connection.execute(
            "SELECT coalesce(headline, ''), subheads, body, captions FROM articles WHERE id = ?",
            (article_id,),
        ).fetchone()
        return next(index.index_fields([row]))


def _goes_on(article: ArticleEntry, other: _Candidate) -> bool:
    """Whether one of two texts is the beginning of the other. Precision first: a text that only
    looks alike (one headline every week, one boilerplate beginning) stays on its own.
    """
    same_headline = article.headline_key is not None and article.headline_key == other.headline_key
    if not (same_headline or article.headline_key is None or other.headline_key is None):
        return False
    shorter, longer = sorted((squash(article.body), squash(other.body)), key=len)
    if not shorter:
        return same_headline and len(squash(article.headline or "")) >= TELLING_HEADLINE
    same_lead = article.lead_key is not None and article.lead_key == other.lead_key
    return (same_headline or same_lead) and longer.startswith(shorter)
