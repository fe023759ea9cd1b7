"""What a query finds, counted instead of listed: how many, by what, when."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newscli.documents import counts_document
from newscli.output import Records, write_json, write_line, write_records

if TYPE_CHECKING:
    from archive import Archive, Filters
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
    counts = archive.facet(query, by, limit=most, filters=filters)
    return _show(query, by, counts, format_name, terminal)


def show_timeline(
    archive: Archive, query: str, filters: Filters, format_name: ListFormat, terminal: Terminal
) -> int:
    """Write how many hits each month has; the exit code."""
    counts = archive.timeline(query, filters=filters)
    return _show(query, "month", counts, format_name, terminal)


def _show(
    query: str,
    by: str,
    counts: tuple[tuple[str, int], ...],
    format_name: ListFormat,
    terminal: Terminal,
) -> int:
    if format_name == "table":
        from newscli.sheet import Sheet
        from newscli.views.stats import draw_chart

        sheet = Sheet(terminal)
        draw_chart(sheet, _TITLES[by], counts, len(counts))
        sheet.show(pager=False)
    else:
        document = counts_document(query, by, counts)
        write_records(
            format_name,
            Records(
                document=lambda: document,
                items=document["counts"],
                columns=(by, "articles"),
                rows=counts,
                ids=[name for name, _ in counts],
            ),
        )
    return 0 if counts else 1
