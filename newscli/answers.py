"""The answer to a search: the hits, how the query was read, what would find more."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newscli import messages
from newscli.documents import hit_document, search_document
from newscli.output import Records

if TYPE_CHECKING:
    from collections.abc import Mapping

    from archive.model import Results
    from newscli.session import Session
    from newscli.terminal import Terminal
    from newscli.views.hits import Reasons

_DEPARTURE = " · "  # behind it, `read_as` tells how the query was not taken at its word

_COLUMNS = (
    "id", "date", "date_basis", "kind", "section", "headline", "source", "url", "score", "snippet",
    "also", "follower",
)  # fmt: skip


def tell_reading(session: Session, results: Results, *, always: bool) -> None:
    """Say how the query was read where it was not taken at its word, or `always`."""
    if always or session.verbose:
        messages.say(f"읽은 방식: {results.read_as}")
    elif results.hits and _DEPARTURE in results.read_as:
        session.note(f"읽은 방식: {results.read_as}")


def draw(
    session: Session,
    terminal: Terminal,
    results: Results,
    offset: int,
    *,
    onward: str,
    reasons: Mapping[int, Reasons],
    pager: bool,
) -> None:
    """Draw the hits; on a terminal, tell how many there are and what to try next."""
    from newscli.sheet import Sheet
    from newscli.views.hits import draw_hits, found_line

    sheet = Sheet(terminal)
    draw_hits(sheet, results, reasons)
    sheet.show(pager=pager)
    if results.hits and terminal.interactive:
        session.note(
            f"{found_line(results, offset)} · 읽기: newscli show {results.hits[0].id}{onward}"
        )
        if results.suggestion:
            session.note(f"혹시: newscli search {results.suggestion}")


def onward_line(results: Results, offset: int, limit: int, *, all_copies: bool) -> str:
    """How to see the hits behind a full page, to end its footer; nothing where only copies of
    those shown are left, which are hits of their own where `all_copies` are listed.
    """
    last = offset + len(results.hits)
    copies = 0 if all_copies else sum(len(hit.also) for hit in results.hits)
    is_full = 0 < limit <= len(results.hits)
    listed = results.total + results.followers
    return f" · 이어서: --offset {last}" if is_full and last + copies < listed else ""


def tell_nothing_found(
    session: Session, results: Results, offset: int, *, unfiltered: int = 0
) -> None:
    """Say that nothing was found, how the query was read, and what would find something:
    `unfiltered` is how many articles there are without the filters.
    """
    if offset and results.total:
        session.note(f"newscli: 모두 {results.total:,}건입니다. --offset을 줄여 주십시오.")
        return
    session.note(f"newscli: 찾은 기사가 없습니다: {results.query}")
    session.note(f"  읽은 방식: {results.read_as}")
    if unfiltered:
        session.note(f"  필터를 빼면 {unfiltered:,}건")
    if results.suggestion:
        session.note(f"  혹시: newscli search {results.suggestion}")


def tell_nothing_counted(session: Session, results: Results, *, unfiltered: int) -> None:
    """Say why a count by something came out empty."""
    if results.hits:
        session.note(f"newscli: 찾은 {results.total:,}건은 이 기준으로 나눌 수 없습니다.")
    else:
        tell_nothing_found(session, results, 0, unfiltered=unfiltered)


def records(results: Results, reasons: Mapping[int, Reasons]) -> Records:
    """The hits in every machine's shape, with the reasons where they were asked for."""
    return Records(
        document=lambda: search_document(results, reasons),
        items=[hit_document(hit, reasons) for hit in results.hits],
        columns=_COLUMNS,
        rows=[
            (
                hit.id, hit.date, hit.date_basis, hit.kind, hit.section, hit.headline,
                hit.source, hit.url, round(hit.score, 4), hit.snippet,
                " ".join(str(other.id) for other in hit.also), hit.follower,
            )
            for hit in results.hits
        ],
        ids=[hit.id for hit in results.hits],
    )  # fmt: skip
