"""The hits of a search: headline, where it stands, and the passage with its matches marked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.console import Group
from rich.table import Table
from rich.text import Text

from newscli.sheet import IDENTITY, MATCH, STRONG, joined, plain
from newscli.views.words import dated, kind_mark, nearby, titled

if TYPE_CHECKING:
    from collections.abc import Mapping

    from archive.model import Hit, Results
    from newscli.sheet import Sheet

    Spans = tuple[tuple[int, int], ...]

_OPEN, _CLOSE = "«", "»"  # marks a match where no colour can


Reasons = tuple[tuple[str, float], ...]
"""What each feature added to a hit's score."""

_REASONS = {
    "bm25": "드문 말",
    "words": "든 말",
    "often": "자주",
    "together": "가까이",
    "neighbours": "나란히",
    "word_start": "낱말 머리",
    "sentence": "한 문장",
    "brief": "짧은 문장",
    "head": "앞머리",
    "teaser": "미리보기",
}


def draw_hits(sheet: Sheet, results: Results, reasons: Mapping[int, Reasons]) -> None:
    """Draw each hit as a block with its id in front; `reasons` tell why it stands where it does."""
    widest = max((len(str(hit.id)) for hit in results.hits), default=1)
    for hit in results.hits:
        grid = Table.grid(padding=(0, 1))
        grid.add_column(justify="right", no_wrap=True, style=IDENTITY, min_width=widest)
        grid.add_column(overflow="fold")
        grid.add_row(str(hit.id), Group(*_lines(hit, sheet.coloured, reasons.get(hit.id))))
        sheet.draw(grid, "")


def _lines(hit: Hit, coloured: bool, reasons: Reasons | None) -> list[Text]:
    about = joined(
        [
            "거의 맞음" if hit.follower else "",
            kind_mark(hit.kind),
            dated(hit.date, hit.date_basis),
            hit.section or "",
            hit.url or nearby(hit.source),
            f"외 {len(hit.also)}곳" if hit.also else "",
        ]
    )
    shown = [(hit.snippet, hit.highlights)]
    if hit.passages:
        shown = [(passage.text, passage.highlights) for passage in hit.passages]
    marked = [_marked(text, highlights, coloured=coloured) for text, highlights in shown]
    lines = [plain(titled(hit.headline), STRONG), about, *marked]
    if reasons:
        told = (f"{_REASONS.get(name, name)} {worth:+.2f}" for name, worth in reasons if worth)
        lines.append(joined([f"점수 {hit.score:.2f}", *told]))
    return lines


def _marked(text: str, highlights: Spans, *, coloured: bool) -> Text:
    """The passage piece by piece: making one piece visible must not move the marks of another."""
    line = Text(overflow="fold")
    end = 0
    for start, stop in sorted(highlights):
        line.append_text(plain(text[end:start]))
        match = text[start:stop]
        line.append_text(plain(match, MATCH) if coloured else plain(f"{_OPEN}{match}{_CLOSE}"))
        end = max(end, stop)
    return line.append_text(plain(text[end:]))


def found_line(results: Results, offset: int) -> str:
    """How many there are and which are shown; those that follow are counted apart."""
    first = offset + 1
    last = offset + sum(not hit.follower for hit in results.hits)
    shown = {hit.id for hit in results.hits}
    left_out = any(copy.id not in shown for hit in results.hits for copy in hit.also)
    collapsed = " · 같은 기사는 하나로" if left_out else ""
    more = "" if results.total_is_exact else " 이상"
    place = f" 중 {first:,}–{last:,}" if last > offset or not results.followers else ""
    after = f" · 거의 맞는 기사 {results.followers:,}건" if results.followers else ""
    return f"{results.total:,}건{more}{place}{collapsed}{after}"
