"""`newscli entities`: who, what and where is in the news, ranked by articles."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from newscli import options
from newscli.completion import article_ids
from newscli.documents import entities_document, entity_document
from newscli.filters import is_there, read_filters
from newscli.names_sought import say_that_none_were_sought
from newscli.output import Records, chosen, row_limit, write_records
from newscli.session import session_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from archive.model import EntitySummary

COLUMNS = ("name", "kind", "articles", "mentions", "roles", "aliases", "first", "last")


def entities(
    context: typer.Context,
    *,
    since: options.Since = None,
    until: options.Until = None,
    section: options.Section = None,
    source: options.Source = None,
    site: options.Site = None,
    entity: options.Entity = None,
    kind: Annotated[
        options.EntityKindName | None, typer.Option("--kind", help="이 갈래의 이름만.")
    ] = None,
    article: Annotated[
        int | None,
        typer.Option(
            "--article",
            metavar="ID",
            min=0,
            help="이 기사에 나온 이름만.",
            autocompletion=article_ids,
        ),
    ] = None,
    limit: options.Rows = None,
    offset: options.Offset = 0,
    format_: options.Format = None,
    json: options.Json = False,
    no_pager: options.NoPager = False,
) -> int:
    """누가, 어디가, 무엇이 뉴스에 나왔는지 셉니다. 여러 기사에 나온 이름부터 보입니다.

    예:
      newscli entities --kind person
      newscli entities --article 1
      newscli entities --entity 가람시 --kind organisation --since 2025
    """
    session = session_of(context)
    filters = read_filters(
        since=since, until=until, section=section, source=source, site=site, entity=entity
    )
    terminal = session.terminal()
    format_name = chosen(format_, json=json, terminal=terminal)
    with session.open() as archive:
        found = archive.entities(
            filters, kind=kind, article=article, limit=row_limit(limit, format_name), offset=offset
        )
        if not found and article is not None and not is_there(archive, article):
            return 1
        if not found and not say_that_none_were_sought(session, archive):
            session.note("newscli: 조건에 맞는 이름이 없습니다.")
    if format_name != "table":
        write_records(format_name, _records(found))
    elif found:
        from newscli.sheet import Sheet
        from newscli.views.entities import draw_entities

        sheet = Sheet(terminal)
        draw_entities(sheet, found)
        sheet.show(pager=not no_pager)
        if terminal.interactive:
            session.note("이 이름이 나오는 기사: newscli list --entity 이름")
    return 0 if found else 1


def _records(found: Sequence[EntitySummary]) -> Records:
    return Records(
        document=lambda: entities_document(found),
        items=[entity_document(entity) for entity in found],
        columns=COLUMNS,
        rows=[
            (
                entity.name, entity.kind, entity.articles, entity.mentions,
                "; ".join(entity.roles), "; ".join(entity.aliases), entity.first, entity.last,
            )
            for entity in found
        ],
        ids=[entity.name for entity in found],
    )  # fmt: skip
