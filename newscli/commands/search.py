"""`newscli search`: the articles that a query finds, best first."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal

import typer

from newscli import messages, options
from newscli.command import Mistake, help_line
from newscli.documents import hit_document, search_document
from newscli.filters import read_filters
from newscli.output import Records, chosen, write_records
from newscli.session import session_of

if TYPE_CHECKING:
    from archive.model import Results
    from newscli.session import Session
    from newscli.terminal import Terminal

_DEPARTURE = " · "  # behind it, `read_as` tells how the query was not taken at its word
_ALL = 10**9  # more than any archive holds

COLUMNS = (
    "id", "date", "date_basis", "kind", "section", "headline", "source", "url", "score", "snippet",
)  # fmt: skip


def search(
    context: typer.Context,
    query: Annotated[
        list[str], typer.Argument(metavar="QUERY", help="찾을 말. 따옴표로 묶지 않아도 됩니다.")
    ],
    *,
    since: options.Since = None,
    until: options.Until = None,
    section: options.Section = None,
    source: options.Source = None,
    site: options.Site = None,
    entity: options.Entity = None,
    kind: options.ArticleKindOption = None,
    sort: Annotated[
        Literal["relevance", "newest", "oldest"],
        typer.Option("--sort", show_default=True, help="차례."),
    ] = "relevance",
    limit: options.Limit = 20,
    offset: options.Offset = 0,
    explain: Annotated[
        bool, typer.Option("--explain", help="물음을 어떻게 읽었는지와 점수를 함께 보입니다.")
    ] = False,
    format_: options.Format = None,
    json: options.Json = False,
    no_pager: options.NoPager = False,
) -> int:
    """기사를 찾습니다. 가장 잘 맞는 것부터 보입니다.

    예:
      newscli search 배달특급
      newscli search 시장 --since 지난주 --section 사회
      newscli search '"소상공인 지원" -융자' --format ids | newscli show -
    """
    session = session_of(context)
    words = _words(query, context)
    filters = read_filters(
        since=since, until=until, section=section, source=source, site=site, entity=entity,
        kind=kind,
    )  # fmt: skip
    terminal = session.terminal()
    format_name = chosen(format_, json=json, terminal=terminal)
    with session.open() as archive:
        results = archive.search(
            words, limit=limit or _ALL, offset=offset, sort=sort, filters=filters
        )
    if explain or session.verbose:
        messages.say(f"읽은 방식: {results.read_as}")
    elif results.hits and _DEPARTURE in results.read_as:
        session.note(f"읽은 방식: {results.read_as}")
    if format_name == "table":
        _draw(session, terminal, results, offset, scores=explain, pager=not no_pager)
    else:
        write_records(format_name, _records(results))
    if not results.hits:
        _nothing_found(session, results, offset)
    return 0 if results.hits else 1


# A word such as -융자 leaves articles out: it is no unknown option.
search.settings = {"ignore_unknown_options": True}  # type: ignore[attr-defined]


def _words(query: list[str], context: typer.Context) -> str:
    for word in query:
        if word.startswith("--") and len(word) > 2:
            raise Mistake(f"그런 옵션이 없습니다: {word}", "", help_line(context))
    return " ".join(query)


def _draw(
    session: Session,
    terminal: Terminal,
    results: Results,
    offset: int,
    *,
    scores: bool,
    pager: bool,
) -> None:
    from newscli.sheet import Sheet
    from newscli.views.hits import draw_hits, found_line

    sheet = Sheet(terminal)
    draw_hits(sheet, results, scores=scores)
    sheet.show(pager=pager)
    if results.hits and terminal.interactive:
        session.note(f"{found_line(results, offset)} · 읽기: newscli show {results.hits[0].id}")
        if results.suggestion:
            session.note(f"혹시: newscli search {results.suggestion}")


def _nothing_found(session: Session, results: Results, offset: int) -> None:
    if offset and results.total:
        session.note(f"newscli: 모두 {results.total:,}건입니다. --offset을 줄여 주십시오.")
        return
    session.note(f"newscli: 찾은 기사가 없습니다: {results.query}")
    session.note(f"  읽은 방식: {results.read_as}")
    if results.suggestion:
        session.note(f"  혹시: newscli search {results.suggestion}")


def _records(results: Results) -> Records:
    return Records(
        document=search_document(results),
        items=[hit_document(hit) for hit in results.hits],
        columns=COLUMNS,
        rows=[
            (
                hit.id, hit.date, hit.date_basis, hit.kind, hit.section, hit.headline,
                hit.source, hit.url, round(hit.score, 4), hit.snippet,
            )
            for hit in results.hits
        ],
        ids=[hit.id for hit in results.hits],
    )  # fmt: skip
