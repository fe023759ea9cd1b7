"""`newscli stats`: what is in the archive, at a glance."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal

import typer

from newscli.documents import stats_document
from newscli.options import Json
from newscli.output import chosen, write_json, write_line
from newscli.session import session_of
from newscli.terminal import visible

if TYPE_CHECKING:
    from archive.model import Stats


def stats(
    context: typer.Context,
    format_: Annotated[
        Literal["table", "json", "tsv"] | None,
        typer.Option("--format", help="화면에는 table, 파이프에는 tsv가 기본입니다."),
    ] = None,
    json: Json = False,
) -> int:
    """보관소에 무엇이 있는지 한눈에 봅니다.

    예:
      newscli stats
      newscli stats --json
    """
    session = session_of(context)
    terminal = session.terminal()
    with session.open() as archive:
        counted = archive.stats()
    match chosen(format_, json=json, terminal=terminal):
        case "json":
            write_json(stats_document(counted))
        case "table":
            from newscli.sheet import Sheet
            from newscli.views.stats import draw_stats

            sheet = Sheet(terminal)
            draw_stats(sheet, counted)
            sheet.show(pager=False)
        case _:
            _write_fields(counted)
    return 0


def _write_fields(counted: Stats) -> None:
    """A field a line: its name, then its value; `section.사회` and the like for the counts."""
    for name, value in stats_document(counted).items():
        if name == "schema":
            continue
        if isinstance(value, dict):
            for key, number in value.items():
                write_line(f"{name}.{visible(key)}\t{number}")
        else:
            write_line(f"{name}\t{'' if value is None else visible(str(value))}")
