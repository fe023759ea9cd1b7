"""Who, what and where: names in a text, and what an article says of the people behind them.

Names are imported when first used: `tag` needs none of the rules of an analysis.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from archive.entities.analysis import analyse, analyse_all
    from archive.entities.tagging import tag

_HOMES = {
    "analyse": "archive.entities.analysis",
    "analyse_all": "archive.entities.analysis",
    "tag": "archive.entities.tagging",
}

__all__ = ["analyse", "analyse_all", "tag"]


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module  # noqa: PLC0415 - only the first use of a name pays for it

    value = getattr(import_module(_HOMES[name]), name)
    globals()[name] = value
    return value
