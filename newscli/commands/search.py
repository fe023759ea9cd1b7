"""`newscli search`: the articles that a query finds, best first."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal

import typer

from newscli import answers, options, overviews
from newscli.command import Mistake, help_line
from newscli.filters import is_there, read_filters
from newscli.output import chosen, write_records
from newscli.session import session_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from archive import Archive, Filters
    from archive.model import Results
    from newscli.output import ListFormat
    from newscli.session import Session

_ALL = 10**9  # more than any archive holds
_COPIES = 200  # of stories on a page: they stand among the ranked articles but are not listed


Query = Annotated[
    list[str] | None,
    typer.Argument(metavar="QUERY", help="찾을 말. 따옴표로 묶지 않아도 됩니다."),
]
Sort = Annotated[
    Literal["relevance", "newest", "oldest"],
    typer.Option("--sort", show_default=True, help="차례."),
]
Count = Annotated[bool, typer.Option("--count", help="몇 건인지만 셉니다.")]
Facet = Annotated[
    Literal["section", "site", "year", "entity"] | None,
    typer.Option("--facet", help="찾은 기사를 이것으로 나누어 셉니다."),
]
Timeline = Annotated[bool, typer.Option("--timeline", help="찾은 기사를 달마다 셉니다.")]
Similar = Annotated[
    int | None,
    typer.Option("--similar", metavar="ID", help="이 기사와 비슷한 기사를 찾습니다."),
]
AllCopies = Annotated[
    bool,
    typer.Option("--all-copies", help="여러 곳에 실린 같은 기사를 하나로 묶지 않습니다."),
]
Passages = Annotated[
    int,
    typer.Option(
        "--passages", metavar="N", min=0, help="기사마다 찾은 말이 든 대목을 N개까지 보입니다."
    ),
]
Explain = Annotated[
    bool,
    typer.Option("--explain", help="물음을 어떻게 읽었는지, 왜 이 차례인지 함께 보입니다."),
]


def search(
    context: typer.Context,
    query: Query = None,
    *,
    since: options.Since = None,
    until: options.Until = None,
    section: options.Section = None,
    source: options.Source = None,
    site: options.Site = None,
    entity: options.Entity = None,
    kind: options.ArticleKindOption = None,
    sort: Sort = "relevance",
    limit: options.Limit = 20,
    offset: options.Offset = 0,
    count: Count = False,
    facet: Facet = None,
    timeline: Timeline = False,
    similar: Similar = None,
    all_copies: AllCopies = False,
    passages: Passages = 0,
    explain: Explain = False,
    format_: options.Format = None,
    json: options.Json = False,
    no_pager: options.NoPager = False,
) -> int:
    """기사를 찾습니다. 가장 잘 맞는 것부터 보입니다.

    예:
      newscli search 배달특급
      newscli search 시장 --since 지난주 --facet section
      newscli search '"소상공인 지원" -융자' --format ids | newscli show -
    """
    session = session_of(context)
    words = _words(query or [], context)
    _check(
        query, similar, context,
        counting={"--count": count, "--facet": facet, "--timeline": timeline},
        ranking={"--sort": sort != "relevance", "--passages": passages, "--all-copies": all_copies},
    )  # fmt: skip
    filters = read_filters(
        since=since, until=until, section=section, source=source, site=site, entity=entity,
        kind=kind,
    )  # fmt: skip
    terminal = session.terminal()
    format_name = chosen(format_, json=json, terminal=terminal)
    with session.open() as archive:
        if count:
            return overviews.show_total(archive, words, filters, format_name)
        if facet or timeline:
            return _counted(session, archive, words, filters, facet, format_name)
        if similar is not None:
            if not is_there(archive, similar):
                return 1
            results = archive.similar(similar, limit=limit or _ALL, offset=offset, filters=filters)
        else:
            results = archive.search(
                words, limit=limit or _ALL, offset=offset, sort=sort, filters=filters,
                copies=all_copies, passages=passages,
            )  # fmt: skip
        reasons = (
            archive.explain(words, limit=offset + len(results.hits) + _COPIES, filters=filters)
            if (explain and words and sort == "relevance")
            else {}
        )
        unfiltered = _without_filters(archive, words, filters, results)
    answers.tell_reading(session, results, always=explain)
    if format_name == "table":
        answers.draw(
            session, terminal, results, offset,
            onward=answers.onward_line(results, offset, limit, all_copies=all_copies),
            reasons=reasons, pager=not no_pager,
        )  # fmt: skip
    else:
        write_records(format_name, answers.records(results, reasons))
    if not results.hits:
        answers.tell_nothing_found(session, results, offset, unfiltered=unfiltered)
    return 0 if results.hits else 1


# A word such as -융자 leaves articles out: it is no unknown option. The menu reads the attribute.
search.settings = {"ignore_unknown_options": True}  # type: ignore[attr-defined]


def _check(
    query: list[str] | None,
    similar: int | None,
    context: typer.Context,
    *,
    counting: Mapping[str, object],
    ranking: Mapping[str, object],
) -> None:
    counted = [option for option, given in counting.items() if given]
    ranked = [option for option, given in ranking.items() if given]
    if similar is None and not query:
        raise Mistake("찾을 말이 빠졌습니다: QUERY", "", help_line(context))
    if similar is not None and query:
        raise Mistake("--similar에는 찾을 말을 함께 적지 않습니다.", "", help_line(context))
    if similar is not None and (counted or ranked):
        told = f"--similar와 함께 쓸 수 없습니다: {', '.join([*counted, *ranked])}"
        raise Mistake(told, "", help_line(context))
    if len(counted) > 1:
        raise Mistake(
            f"함께 쓸 수 없습니다: {', '.join(counted)}",
            "한 번에 한 가지로만 셉니다.",
            help_line(context),
        )


def _counted(  # noqa: PLR0917 - as what it calls
    session: Session,
    archive: Archive,
    words: str,
    filters: Filters,
    facet: str | None,
    format_name: ListFormat,
) -> int:
    """Show how many hits each value of a facet has, or else each month; the exit code."""
    terminal = session.terminal()
    code = (
        overviews.show_facet(archive, words, facet, filters, format_name, terminal)
        if facet
        else overviews.show_timeline(archive, words, filters, format_name, terminal)
    )
    return code and _tell_why_empty(session, archive, words, filters)


def _tell_why_empty(session: Session, archive: Archive, words: str, filters: Filters) -> int:
    """Say why nothing could be counted; the exit code."""
    results = archive.search(words, limit=1, filters=filters)
    unfiltered = _without_filters(archive, words, filters, results)
    answers.tell_nothing_counted(session, results, unfiltered=unfiltered)
    return 1


def _without_filters(archive: Archive, words: str, filters: Filters, results: Results) -> int:
    """How many articles the words find without the filters that left nothing; else 0."""
    if results.total or not words or filters == type(filters)():
        return 0
    return archive.count_hits(words)


def _words(query: list[str], context: typer.Context) -> str:
    for word in query:
        if word.startswith("--") and len(word) > 2:
            raise Mistake(f"그런 옵션이 없습니다: {word}", "", help_line(context))
    return " ".join(query)
