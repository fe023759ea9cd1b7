"""A ranked list of entities, as wide as there is room."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.console import Group
from rich.padding import Padding
from rich.table import Table

from newscli.sheet import FAINT, STRONG, joined, plain
from newscli.views.words import KINDS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from archive.model import EntitySummary
    from newscli.sheet import Sheet

_ROOM_FOR_TABLE = 72
_SHOWN_ROLES = 3
_COUNTS = 4  # columns before the roles: name, kind, articles, mentions


def draw_entities(sheet: Sheet, entities: Sequence[EntitySummary]) -> None:
    """Draw the entities in their order."""
    if sheet.width < _ROOM_FOR_TABLE:
        sheet.draw(*(_block(entity) for entity in entities))
        return
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style=FAINT)
    table.add_column("이름", overflow="fold", style=STRONG, ratio=2)
    table.add_column("갈래", no_wrap=True)
    table.add_column("기사", justify="right", no_wrap=True)
    table.add_column("언급", justify="right", no_wrap=True)
    if any(map(_known_as, entities)):
        table.add_column("역할·다른 이름", overflow="fold", ratio=3)
    table.add_column("기간", no_wrap=True, style=FAINT)
    for entity in entities:
        table.add_row(
            plain(entity.name),
            KINDS[entity.kind],
            f"{entity.articles:,}",
            f"{entity.mentions:,}",
            *([plain(_known_as(entity))] if len(table.columns) > _COUNTS + 1 else []),
            _span(entity),
        )
    sheet.draw(table)


def _block(entity: EntitySummary) -> Group:
    numbers = f"기사 {entity.articles:,} · 언급 {entity.mentions:,}"
    about = joined([KINDS[entity.kind], numbers, _known_as(entity)])
    return Group(plain(entity.name, STRONG), Padding(about, (0, 0, 0, 2)))


def _known_as(entity: EntitySummary) -> str:
    roles = ", ".join(entity.roles[:_SHOWN_ROLES])
    others = ", ".join(alias for alias in entity.aliases if alias != entity.name)
    return " · ".join(part for part in (roles, others and f"= {others}") if part)


def _span(entity: EntitySummary) -> str:
    if entity.first is None or entity.first == entity.last:
        return entity.first or ""
    return f"{entity.first}–{entity.last}"
