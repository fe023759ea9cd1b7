"""What the shell may complete with: ids, sections, sites, stations, names and days of the archive.

A shell may evaluate what it is offered, and the archive holds text from strangers: only values of
letters, digits and harmless marks are ever offered.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import typer

from archive.errors import ArchiveError
from newscli.session import Session, session_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from archive import Archive
    from newscli.menu import Menu

Offer = tuple[str, str]  # a value, and what to say about it

VARIABLE = "_NEWSCLI_COMPLETE"  # by which a shell asks: `complete_bash`, or `source_bash`

_HARMLESS = re.compile(r"[\w.,/·:@%+-]+")
_HARMFUL = re.compile(r"[^\w.,…·%+-]+")
_SHOWN = 40  # characters of a headline beside its id
_RECENT = 100  # articles
_FOREMOST = 1000  # entities


def answer(program: Menu, instruction: str) -> int:
    """Answer a shell on standard output; the exit code."""
    from typer.completion import get_completion_inspect_parameters, shell_complete

    get_completion_inspect_parameters()  # makes Typer know the shells
    return shell_complete(program, {"obj": Session()}, "newscli", VARIABLE, instruction)


def article_ids(context: typer.Context, incomplete: str) -> list[Offer]:
    """The newest articles, each with its headline."""
    return _offers(
        context,
        incomplete,
        lambda archive: (
            (str(article.id), article.headline or article.lead)
            for article in archive.articles(limit=_RECENT)
        ),
    )


def sections(context: typer.Context, incomplete: str) -> list[Offer]:
    """The sections, each with its number of articles."""
    return _offers(context, incomplete, lambda archive: _counted(archive.stats().sections))


def sites(context: typer.Context, incomplete: str) -> list[Offer]:
    """The sites, each with its number of articles."""
    return _offers(context, incomplete, lambda archive: _counted(archive.stats().sites))


def entity_names(context: typer.Context, incomplete: str) -> list[Offer]:
    """The names that most articles know."""
    return _offers(
        context,
        incomplete,
        lambda archive: _counted(
            (entity.name, entity.articles) for entity in archive.entities(limit=_FOREMOST)
        ),
    )


def stations(context: typer.Context, incomplete: str) -> list[Offer]:
    """The weather stations."""
    return _offers(context, incomplete, lambda archive: ((name, "") for name in archive.stations()))


def weather_days(context: typer.Context, incomplete: str) -> list[Offer]:
    """The days that have weather, the newest first."""
    return _offers(
        context, incomplete, lambda archive: ((day, "") for day in archive.weather_days()[::-1])
    )


def source_paths(context: typer.Context, incomplete: str) -> list[Offer]:
    """The files that were given to ingest."""
    return _offers(
        context,
        incomplete,
        lambda archive: ((source.path, f"{source.dumps}쪽") for source in archive.sources()),
    )


def _counted(counts: Iterable[tuple[str, int]]) -> Iterable[Offer]:
    return ((name, f"{number:,}건") for name, number in counts)


def _offers(
    context: typer.Context, incomplete: str, ask: Callable[[Archive], Iterable[Offer]]
) -> list[Offer]:
    """What begins with `incomplete`; nothing at all where the archive cannot be asked."""
    try:
        with session_of(context).open() as archive:
            found = list(ask(archive))
    except ArchiveError:
        return []
    return [
        (value, _HARMFUL.sub(" ", about)[:_SHOWN].strip())
        for value, about in found
        if value.startswith(incomplete) and _HARMLESS.fullmatch(value)
    ]
