"""Who, what and where: names in a text, and what an article says of the people behind them."""

from __future__ import annotations

from archive.entities.analysis import analyse, analyse_all
from archive.entities.tagging import tag

__all__ = ["analyse", "analyse_all", "tag"]
