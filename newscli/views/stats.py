"""What is in an archive, at a glance: counts, sections, sites, and a small chart of months."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.console import Group
from rich.padding import Padding
from rich.table import Table

from newscli.sheet import FAINT, STRONG, joined, plain
from newscli.views.months import draw_months
from newscli.views.words import nearby

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from archive.model import Counts, Stats, StoredSource
    from newscli.sheet import Sheet

_STATES = {"failed": "실패", "reading": "읽다 멈춤"}
_TO_THE_MINUTE = 16  # characters of an ISO time
_TOP = 8  # sections and sites: the rest is a line
_WIDEST_BAR = 40  # cells
_UNITS = ("B", "KB", "MB", "GB", "TB")


def count_lines(stats: Stats) -> Iterator[tuple[str, str]]:
    """Names and values of the plain counts."""
    yield "파일", f"{nearby(stats.path)} ({size(stats.bytes)})"
    yield "기간", " – ".join(day for day in (stats.first, stats.last) if day) or "모름"
    yield "기사", f"{stats.articles:,}"
    yield "미리보기", f"{stats.teasers:,}"
    yield "쪽", f"{stats.pages:,} (출처 {stats.sources:,})"
    if stats.failed_sources:
        yield "못 읽음", f"출처 {stats.failed_sources:,}곳 (이유: newscli stats --inputs)"
    yield "날씨", f"{stats.snapshots:,} (관측값 {stats.readings:,})"
    yield "이름", f"{stats.entities:,} (언급 {stats.mentions:,})"


def draw_stats(sheet: Sheet, stats: Stats) -> None:
    """Draw the counts, then what stands out among sections, sites and months."""
    grid = Table.grid(padding=(0, 2))
    grid.add_column(no_wrap=True, style=FAINT)
    grid.add_column(overflow="fold")
    for name, value in count_lines(stats):
        grid.add_row(name, plain(value))
    sheet.draw(grid)
    draw_chart(sheet, "분야", stats.sections[:_TOP], len(stats.sections))
    draw_chart(sheet, "누리집", stats.sites[:_TOP], len(stats.sites))
    draw_months(sheet, stats.months)


def draw_chart(sheet: Sheet, title: str, counts: Sequence[tuple[str, int]], of: int) -> None:
    """Draw counts as bars under a title; nothing for none. `of` is how many there are in all."""
    if not counts:
        return
    left_out = f" ({of:,} 가운데 {len(counts)})" if of > len(counts) else ""
    sheet.draw("", plain(f"{title}{left_out}", STRONG))
    most = max(number for _, number in counts)
    room = min(max(sheet.width // 3, 8), _WIDEST_BAR)
    grid = Table.grid(padding=(0, 2))
    grid.add_column(overflow="fold", max_width=sheet.width // 2)
    grid.add_column(justify="right", no_wrap=True)
    grid.add_column(no_wrap=True)
    for name, number in counts:
        grid.add_row(plain(name), f"{number:,}", bar(number / most, room))
    sheet.draw(grid)


def draw_counts(sheet: Sheet, title: str, counted: Counts) -> None:
    """Draw what a query finds as bars, then how many have no value and how many there are."""
    if not counted.counts:
        return
    without = [("없음", counted.without)] if counted.without else []
    rows = [*counted.counts, *without]
    draw_chart(sheet, title, rows, len(rows))
    sheet.draw(plain(f"모두 {counted.total:,}건", FAINT))


def draw_sources(sheet: Sheet, sources: Sequence[StoredSource]) -> None:
    """Draw every source with what became of it; a failed one, or a part of it, with the reason."""
    for source in sources:
        held = f"{source.dumps:,}쪽" if source.status == "ok" else _STATES[source.status]
        about = joined([held, size(source.bytes or 0), source.ingested_at[:_TO_THE_MINUTE]])
        lines = [plain(line, FAINT) for line in _refused(source)]
        below = Padding(Group(about, *lines), (0, 0, 0, 2))
        sheet.draw(plain(nearby(source.path), STRONG), below)


def _refused(source: StoredSource) -> Iterator[str]:
    if source.reason:
        yield f"이유: {source.reason}"
    for refusal in source.refusals[:_TOP]:
        yield f"{refusal.member}: {refusal.reason}" if refusal.member else refusal.reason
    if len(source.refusals) > _TOP:
        yield f"… 그리고 {len(source.refusals) - _TOP:,}곳"


def bar(share: float, room: int) -> str:
    """A bar of at most `room` cells, never empty for what is not nothing; halves are told."""
    halves = max(round(share * room * 2), 1 if share > 0 else 0)
    return "━" * (halves // 2) + "╸" * (halves % 2)


def size(count: int) -> str:
    """Bytes in the unit that reads best, powers of 1024."""
    number, unit = float(count), 0
    while number >= 1024 and unit < len(_UNITS) - 1:
        number, unit = number / 1024, unit + 1
    return f"{number:,.0f} {_UNITS[unit]}" if unit == 0 else f"{number:,.1f} {_UNITS[unit]}"
