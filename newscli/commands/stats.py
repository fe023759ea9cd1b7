"""`newscli stats`: what is in the archive, at a glance."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from archive.model import Stats
from newscli.documents import sources_document, stats_document
from newscli.options import Format, Json
from newscli.output import Records, chosen, write_records
from newscli.session import session_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from archive.model import StoredSource
    from newscli.documents import Document

SOURCE_COLUMNS = ("path", "status", "dumps", "bytes", "ingested_at", "reason", "refused")


def stats(
    context: typer.Context,
    *,
    inputs: Annotated[
        bool, typer.Option("--inputs", help="넣은 파일마다 언제, 무엇이 들었는지 보입니다.")
    ] = False,
    format_: Format = None,
    json: Json = False,
) -> int:
    """보관소에 무엇이 있는지 한눈에 봅니다.

    예:
      newscli stats
      newscli stats --inputs
      newscli stats --json
    """
    session = session_of(context)
    terminal = session.terminal()
    format_name = chosen(format_, json=json, terminal=terminal)
    with session.open() as archive:
        counted = archive.sources() if inputs else archive.stats()
    if format_name == "table":
        from newscli.sheet import Sheet
        from newscli.views.stats import draw_sources, draw_stats

        sheet = Sheet(terminal)
        if isinstance(counted, Stats):
            draw_stats(sheet, counted)
        else:
            draw_sources(sheet, counted)
        sheet.show()
    elif isinstance(counted, Stats):
        write_records(format_name, _counts(counted))
    else:
        write_records(format_name, _sources(counted))
    return 0


def _sources(sources: Sequence[StoredSource]) -> Records:
    document = sources_document(sources)
    return Records(
        document=lambda: document,
        items=document["sources"],
        columns=SOURCE_COLUMNS,
        rows=[
            (
                source.path, source.status, source.dumps, source.bytes, source.ingested_at,
                source.reason, len(source.refusals),
            )
            for source in sources
        ],
        ids=[source.path for source in sources],
    )  # fmt: skip


def _counts(counted: Stats) -> Records:
    document = stats_document(counted)
    return Records(
        document=lambda: document,
        items=[document],
        columns=("name", "value"),
        rows=list(_fields(document)),
        ids=[counted.path],
    )


def _fields(document: Document) -> Iterator[tuple[str, str | int | None]]:
    """A field a line: its name, then its value; `sections.사회` and the like for the counts."""
    for name, value in document.items():
        if isinstance(value, dict):
            yield from ((f"{name}.{key}", number) for key, number in value.items())
        elif name != "schema":
            yield name, value
