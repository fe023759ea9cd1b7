"""What a query finds, counted instead of listed: how many, by what, when."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newscli.documents import counts_document
from newscli.output import Records, write_json, write_line, write_records

if TYPE_CHECKING:
    from archive import Archive, Filters
    from archive.model import Counts
    from newscli.output import ListFormat
    from newscli.terminal import Terminal

_EVERY = 10**9  # more than any archive has
_DRAWN = 20  # facets that fit a screen

_TITLES = {"section": "분야", "site": "누리집", "year": "해", "entity": "이름", "month": "달"}


def show_total(archive: Archive, query: str, filters: Filters, format_name: ListFormat) -> int:
    """Write how many articles a query finds; the exit code."""
    total = archive.count_hits(query, filters=filters)
    if format_name in {"json", "ndjson"}:
        write_json({"schema": "count/1", "query": query, "total": total})
    else:
        write_line(str(total))
    return 0 if total else 1


def show_facet(  # noqa: PLR0917 - as its siblings, and by what
    archive: Archive,
    query: str,
    by: str,
    filters: Filters,
    format_name: ListFormat,
    terminal: Terminal,
) -> int:
    """Write how many hits each section, site, year or entity has; the exit code."""
    most = _DRAWN if format_name == "table" else _EVERY
    counted = archive.counts(query, by, limit=most, filters=filters)
    return _show(query, by, counted, format_name, terminal)


def show_timeline(
    archive: Archive, query: str, filters: Filters, format_name: ListFormat, terminal: Terminal
) -> int:
    """Write how many hits each month has; the exit code."""
    counted = archive.counts(query, "month", filters=filters)
    return _show(query, "month", counted, format_name, terminal)


def _show(query: str, by: str, counted: Counts, format_name: ListFormat, terminal: Terminal) -> int:
    """Write the counts, last how many have no value; nothing where none has one."""
    if format_name == "table":
        from newscli.sheet import Sheet
        from newscli.views.stats import draw_counts

        sheet = Sheet(terminal)
        draw_counts(sheet, _TITLES[by], counted)
        sheet.show(pager=False)
    else:
        rows: list[tuple[str | None, int]] = [*counted.counts]
        if rows and counted.without:
            rows.append((None, counted.without))
        document = counts_document(query, by, rows, counted.total)
        write_records(
            format_name,
            Records(
                document=lambda: document,
                items=document["counts"],
                columns=(by, "articles"),
                rows=rows,
                ids=[name for name, _ in counted.counts],
            ),
        )
    return 0 if counted.counts else 1
