"""What the shell may complete with: ids, sections, sites, stations, names and days of the archive.

A shell may evaluate what it is offered, and the archive holds text from strangers: only values of
letters, digits and harmless marks are ever offered.
"""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import TYPE_CHECKING
from unicodedata import normalize

import typer

from newscli.session import Session, session_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from typer.core import TyperGroup

    from archive import Archive

Offer = tuple[str, str]  # a value, and what to say about it

VARIABLE = "_NEWSCLI_COMPLETE"  # by which a shell asks: `complete_bash`, or `source_bash`

_HARMLESS = re.compile(r"[\w.,/·:@%+-]+")
_HARMFUL = re.compile(r"[^\w.,…·%+-]+")
_SHOWN = 40  # characters of a headline beside its id


def answer(program: TyperGroup, instruction: str) -> int:
    """Answer a shell on standard output; the exit code."""
    from typer.completion import get_completion_inspect_parameters, shell_complete

    get_completion_inspect_parameters()  # makes Typer know the shells
    silent = Session(quiet=True, looked_over=True)
    return shell_complete(program, {"obj": silent}, "newscli", VARIABLE, instruction)


def article_ids(context: typer.Context, incomplete: str) -> list[Offer]:
    """The newest articles, or those of whose ids some digits are there; each with its headline."""
    return _offers(context, incomplete, lambda archive: archive.beginning("article", incomplete))


def sections(context: typer.Context, incomplete: str) -> list[Offer]:
    """The sections."""
    return _offers(context, incomplete, lambda archive: archive.beginning("section", incomplete))


def sites(context: typer.Context, incomplete: str) -> list[Offer]:
    """The sites."""
    return _offers(context, incomplete, lambda archive: archive.beginning("site", incomplete))


def entity_names(context: typer.Context, incomplete: str) -> list[Offer]:
    """People, organisations and places, those of the most articles first."""
    composed = normalize("NFC", incomplete)
    return _offers(context, composed, lambda archive: archive.beginning("entity", composed))


def stations(context: typer.Context, incomplete: str) -> list[Offer]:
    """The weather stations."""
    return _offers(context, incomplete, lambda archive: ((name, "") for name in archive.stations()))


def weather_days(context: typer.Context, incomplete: str) -> list[Offer]:
    """The days that have weather, the newest first."""
    return _offers(
        context, incomplete, lambda archive: ((day, "") for day in archive.weather_days()[::-1])
    )


def source_paths(context: typer.Context, incomplete: str) -> list[Offer]:
    """The files that were given to ingest, named as the reader began: whole, or from here."""
    here = "" if Path(incomplete).is_absolute() else f"{Path.cwd()}{os.sep}"
    return _offers(
        context,
        incomplete,
        lambda archive: (
            (path.removeprefix(here), about)
            for path, about in archive.beginning("source", here + incomplete)
        ),
    )


def _offers(
    context: typer.Context, incomplete: str, ask: Callable[[Archive], Iterable[Offer]]
) -> list[Offer]:
    """What begins with `incomplete`; nothing at all where the archive cannot be asked."""
    try:
        with session_of(context).open() as archive:
            found = list(ask(archive))
    except Exception:  # noqa: BLE001 - in the middle of a line nobody wants to read of errors
        return []
    return [
        (value, _HARMFUL.sub(" ", about)[:_SHOWN].strip())
        for value, about in found
        if value.startswith(incomplete) and _HARMLESS.fullmatch(value)
    ]
