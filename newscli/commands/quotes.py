"""`newscli quotes`: what people said, with their names, from the newest article on."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated

import typer

from newscli import options
from newscli.completion import entity_names
from newscli.filters import read_filters
from newscli.names_sought import say_that_none_were_sought
from newscli.output import Records, chosen, row_limit, write_records
from newscli.session import session_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from archive.model import Quotation

COLUMNS = ("article", "date", "speaker", "text", "headline")


def quotes(
    context: typer.Context,
    *,
    speaker: Annotated[
        str | None,
        typer.Option(
            "--speaker",
            metavar="NAME",
            help="이 사람이나 기관의 말만.",
            autocompletion=entity_names,
        ),
    ] = None,
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
    """누가 무슨 말을 했는지 새 기사부터 보입니다.

    예:
      newscli quotes --speaker 김가온
      newscli quotes --since 지난달 --section 사회
      newscli quotes --entity 가람시 --format csv > 말.csv
    """
    session = session_of(context)
    filters = read_filters(
        since=since, until=until, section=section, source=source, site=site, entity=entity,
        kind=kind,
    )  # fmt: skip
    terminal = session.terminal()
    format_name = chosen(format_, json=json, terminal=terminal)
    with session.open() as archive:
        found = archive.quotes(
            filters, speaker=speaker, limit=row_limit(limit, format_name), offset=offset
        )
        if not found and not say_that_none_were_sought(session, archive):
            session.note("newscli: 조건에 맞는 말이 없습니다.")
    if format_name != "table":
        write_records(format_name, _records(found))
    elif found:
        from newscli.sheet import Sheet
        from newscli.views.quotes import draw_quotes

        sheet = Sheet(terminal)
        draw_quotes(sheet, found)
        sheet.show(pager=not no_pager)
    return 0 if found else 1


def _records(found: Sequence[Quotation]) -> Records:
    items = [asdict(quotation) for quotation in found]
    return Records(
        document=lambda: {"schema": "quotes/1", "quotes": items},
        items=items,
        columns=COLUMNS,
        rows=[tuple(item[name] for name in COLUMNS) for item in items],
        ids=list(dict.fromkeys(quotation.article for quotation in found)),
    )
