"""`newscli list`: the articles of the archive, newest first."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

import typer

from newscli import options
from newscli.documents import list_document, listing_document
from newscli.filters import read_filters
from newscli.output import Records, chosen, row_limit, write_records
from newscli.session import session_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from archive.model import Listing
    from newscli.output import ListFormat
    from newscli.session import Session

COLUMNS = (
    "id", "date", "date_basis", "kind", "section", "headline", "source", "url", "lead",
)  # fmt: skip


def listing(
    context: typer.Context,
    *,
    since: options.Since = None,
    until: options.Until = None,
    section: options.Section = None,
    source: options.Source = None,
    site: options.Site = None,
    entity: options.Entity = None,
    kind: options.ArticleKindOption = None,
    limit: options.Rows = None,
    offset: options.Offset = 0,
    format_: options.Format = None,
    json: options.Json = False,
    no_pager: options.NoPager = False,
) -> int:
    """기사를 새것부터 늘어놓습니다.

    예:
      newscli list
      newscli list --since 2025-07 --until 2025-07 --kind article
      newscli list --section 사회 --format csv > 사회.csv
    """
    session = session_of(context)
    filters = read_filters(
        since=since, until=until, section=section, source=source, site=site, entity=entity,
        kind=kind,
    )  # fmt: skip
    terminal = session.terminal()
    format_name = chosen(format_, json=json, terminal=terminal)
    with session.open() as archive:
        found = archive.each_article(filters, limit=row_limit(limit, format_name), offset=offset)
        counted = offset > 0 or format_name in {"table", "json"}
        total = archive.count(filters) if counted else 0
        if format_name != "table":
            return _write(session, format_name, found, total)
        articles = tuple(found)
        if not articles:
            return _nothing(session, total)
    from newscli.sheet import Sheet
    from newscli.views.listing import draw_listing

    sheet = Sheet(terminal)
    draw_listing(sheet, articles)
    sheet.show(pager=not no_pager)
    if terminal.interactive:
        last = offset + len(articles)
        onward = f" · 이어서: --offset {last}" if last < total else ""
        place = f"{total:,}건 중 {offset + 1:,}–{last:,}"
        session.note(f"{place} · 읽기: newscli show {articles[0].id}{onward}")
    return 0


def _write(session: Session, format_name: ListFormat, found: Iterator[Listing], total: int) -> int:
    """Write the articles as they are read: a million of them take no memory."""
    first = next(found, None)
    write_records(format_name, _records(chain([first] if first else [], found), total))
    return 0 if first else _nothing(session, total)


def _nothing(session: Session, total: int) -> int:
    """Say that there is nothing, or with a `total` nothing so far down; the exit code."""
    if total:
        session.note(f"newscli: 모두 {total:,}건입니다. --offset을 줄여 주십시오.")
    else:
        session.note("newscli: 조건에 맞는 기사가 없습니다.")
    return 1


def _records(articles: Iterator[Listing], total: int) -> Records:
    return Records(
        document=lambda: list_document(articles, total),
        items=(listing_document(article) for article in articles),
        columns=COLUMNS,
        rows=(
            (
                article.id, article.date, article.date_basis, article.kind, article.section,
                article.headline, article.source, article.url, article.lead,
            )
            for article in articles
        ),
        ids=(article.id for article in articles),
    )  # fmt: skip
