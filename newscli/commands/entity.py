"""`newscli entity`: one name: its posts, its months, who stands beside it, what it said."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated, Any

import typer

from archive.model import Filters
from newscli import options
from newscli.command import near
from newscli.completion import entity_names
from newscli.filters import read_filters
from newscli.names_sought import say_that_none_were_sought
from newscli.output import write_json, write_line
from newscli.session import session_of
from newscli.terminal import visible
from newscli.views.words import dated_role

if TYPE_CHECKING:
    from collections.abc import Iterator

    from archive import Archive
    from archive.model import Portrait
    from newscli.session import Session

_MOST = 2000  # names among which near ones are looked for


def entity(
    context: typer.Context,
    name: Annotated[str, typer.Argument(metavar="NAME", help="이름.", autocompletion=entity_names)],
    *,
    since: options.Since = None,
    until: options.Until = None,
    section: options.Section = None,
    source: options.Source = None,
    site: options.Site = None,
    json: options.JsonAlone = False,
    no_pager: options.NoPager = False,
) -> int:
    """한 사람, 기관, 곳을 자세히 봅니다. 다른 이름, 맡은 일, 달마다의 기사, 함께 나온 이름, 한 말.

    예:
      newscli entity 김가온
      newscli entity 가람시 --since 2025
      newscli entity 김가온 --json
    """
    session = session_of(context)
    filters = read_filters(
        since=since, until=until, section=section, source=source, site=site, entity=None
    )
    with session.open() as archive:
        portrait = archive.portrait(name, filters)
        if portrait is None:
            _say_why_none(session, archive, name)
            return 1
    if json:
        write_json({"schema": "entity/1", "name": name, **_document(portrait)})
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


def _say_why_none(session: Session, archive: Archive, name: str) -> None:
    unfiltered = archive.count(Filters(entity=name))
    if unfiltered:
        session.note(f"newscli: 조건에 맞는 기사에는 이 이름이 없습니다: {name}")
        session.note(f"  필터를 빼면 {unfiltered:,}건")
        return
    session.note(f"newscli: 그런 이름이 나오는 기사가 없습니다: {name}")
    if say_that_none_were_sought(session, archive):
        return
    known = [*archive.beginning("entity", name[:1]), *archive.beginning("entity", "", limit=_MOST)]
    hint = near(name, dict.fromkeys(one for one, _ in known))
    if hint:
        session.note(f"  {hint}")


def _document(portrait: Portrait) -> dict[str, Any]:
    return {
        **asdict(portrait),
        "timeline": dict(portrait.timeline),
        "people": [_document(person) for person in portrait.people],
    }


def _fields(portrait: Portrait) -> Iterator[tuple[str, str]]:
    """A fact a line for a pipe; of several people one after the other."""
    if portrait.people:
        for person in portrait.people:
            yield from _fields(person)
        return
    for sense in portrait.senses:
        yield "name", sense.name
        yield "kind", sense.kind
        yield from (("alias", alias) for alias in sense.aliases)
    yield from (("role", dated_role(role)) for role in portrait.roles)
    yield "articles", str(portrait.articles)
    yield from ((f"month.{month}", str(number)) for month, number in portrait.timeline)
    yield from (("beside", one.name) for one in portrait.company)
    yield from (("quote", quotation.text) for quotation in portrait.quotes)
    yield from (("article", str(listing.id)) for listing in portrait.newest)
