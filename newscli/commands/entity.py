"""`newscli entity`: one name: its posts, its months, who stands beside it, what it said."""

from __future__ import annotations

from collections import Counter
from dataclasses import asdict
from itertools import islice
from typing import TYPE_CHECKING, Annotated

import typer

from newscli import options
from newscli.command import near
from newscli.completion import entity_names
from newscli.filters import read_filters
from newscli.names_sought import say_that_none_were_sought
from newscli.output import write_json, write_line
from newscli.portrait import Portrait
from newscli.quotations import quotations
from newscli.session import session_of
from newscli.terminal import visible

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from archive import Archive
    from archive.model import EntitySummary, Filters
    from newscli.session import Session

_COMPANY = 10
_QUOTES = 5
_NEWEST = 10
_FOREMOST = 2000  # names among which near ones are looked for


def entity(
    context: typer.Context,
    name: Annotated[str, typer.Argument(metavar="NAME", help="이름.", autocompletion=entity_names)],
    *,
    since: options.Since = None,
    until: options.Until = None,
    section: options.Section = None,
    source: options.Source = None,
    site: options.Site = None,
    json: options.Json = False,
    no_pager: options.NoPager = False,
) -> int:
    """한 사람, 기관, 곳을 자세히 봅니다. 다른 이름, 맡은 일, 달마다의 기사, 함께 나온 이름, 한 말.

    예:
      newscli entity 강누리
      newscli entity 가람시 --since 2025
      newscli entity 강누리 --json
    """
    session = session_of(context)
    filters = read_filters(
        since=since, until=until, section=section, source=source, site=site, entity=name
    )
    with session.open() as archive:
        portrait = _portrait(archive, name, filters)
        if portrait is None:
            _say_near(session, archive, name)
            return 1
    if json:
        write_json(
            {
                "schema": "entity/1",
                "name": name,
                **asdict(portrait),
                "timeline": dict(portrait.timeline),
            }
        )
        return 0
    terminal = session.terminal()
    if not terminal.interactive and terminal.colours == "none":
        for key, value in _fields(portrait):
            write_line(f"{key}\t{visible(value)}")
        return 0
    from newscli.sheet import Sheet
    from newscli.views.portrait import draw_portrait

    sheet = Sheet(terminal)
    draw_portrait(sheet, portrait)
    sheet.show(pager=not no_pager)
    return 0


def _portrait(archive: Archive, name: str, filters: Filters) -> Portrait | None:
    """All that the archive knows of a name within the filters; None where it has no article."""
    beside = archive.entities(filters, limit=_COMPANY * 2)
    own = _own(beside, name) or _own(archive.entities(filters, limit=None), name)
    if not own:
        return None
    listings = archive.articles(filters, limit=None)
    months = Counter(listing.date[:7] for listing in listings if listing.date)
    return Portrait(
        senses=tuple(own),
        articles=len(listings),
        timeline=tuple(sorted(months.items())),
        company=tuple(one for one in beside if one not in own)[:_COMPANY],
        quotes=tuple(islice(quotations(archive, filters, own[0].name), _QUOTES)),
        newest=listings[:_NEWEST],
    )


def _own(known: Sequence[EntitySummary], name: str) -> list[EntitySummary]:
    return [one for one in known if name == one.name or name in one.aliases]


def _say_near(session: Session, archive: Archive, name: str) -> None:
    session.note(f"newscli: 그런 이름이 나오는 기사가 없습니다: {name}")
    if say_that_none_were_sought(session, archive):
        return
    names = [one.name for one in archive.entities(limit=_FOREMOST)]
    hint = near(name, [*dict.fromkeys(names)])
    if hint:
        session.note(f"  {hint}")


def _fields(portrait: Portrait) -> Iterator[tuple[str, str]]:
    """A fact a line for a pipe."""
    for sense in portrait.senses:
        yield "name", sense.name
        yield "kind", sense.kind
        yield from (("role", role) for role in sense.roles)
        yield from (("alias", alias) for alias in sense.aliases)
    yield "articles", str(portrait.articles)
    yield from ((f"month.{month}", str(number)) for month, number in portrait.timeline)
    yield from (("beside", one.name) for one in portrait.company)
    yield from (("quote", quotation.text) for quotation in portrait.quotes)
    yield from (("article", str(listing.id)) for listing in portrait.newest)
