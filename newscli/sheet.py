"""The sheet that a view draws on: rich text of a known width, printed at once or through a pager.

The only module that imports rich for the views; news text never passes through its markup.
"""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Literal

from rich.console import Console
from rich.text import Text
from rich.theme import Theme

from newscli.pager import write_long
from newscli.terminal import visible

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from rich.console import RenderableType

    from newscli.terminal import Terminal

# The styles of the views, by name.
MATCH, FAINT, STRONG, IDENTITY = "match", "faint", "bold", "identity"

# OKLCH (Björn Ottosson, 2020) of lightness .59 is as far from black as from white. A reader's
# sixteen colours are their theme's: there, grep's red, ripgrep's magenta and the theme's own faint.
_RICH_COLOURS = {MATCH: "bold #d73f39", FAINT: "#7d7d7d", IDENTITY: "#008da6"}
_SIXTEEN_COLOURS = {MATCH: "bold red", FAINT: "dim", IDENTITY: "magenta"}

_SYSTEMS: dict[str, Literal["standard", "256", "truecolor"]] = {
    "standard": "standard",
    "256": "256",
    "truecolor": "truecolor",
}


def styles(colours: str) -> Mapping[str, str]:
    """What each style looks like on a terminal of that depth of colour."""
    return _RICH_COLOURS if colours in {"256", "truecolor"} else _SIXTEEN_COLOURS


class Sheet:
    """Collects what is drawn, `width` cells wide; `coloured` tells whether styles will show."""

    def __init__(self, terminal: Terminal, widest: int | None = None) -> None:
        self.terminal = terminal
        self.width = min(terminal.columns, widest or terminal.columns)
        self.coloured = terminal.colours != "none"
        self._drawn = io.StringIO()
        self._console = Console(
            file=self._drawn,
            width=self.width,
            force_terminal=self.coloured,
            no_color=not self.coloured,
            color_system=_SYSTEMS.get(terminal.colours),
            theme=Theme(styles(terminal.colours)),
            markup=False,
            emoji=False,
            highlight=False,
            legacy_windows=False,
        )

    def draw(self, *parts: RenderableType) -> None:
        """Draw the parts one below the other; a line is never cut, only folded."""
        for part in parts:
            self._console.print(part, overflow="fold")

    def text(self) -> str:
        """All that was drawn, without blanks at the ends of lines: no style covers them."""
        return "\n".join(line.rstrip(" ") for line in self._drawn.getvalue().split("\n"))

    def show(self, *, pager: bool = True) -> None:
        """Hand the sheet to standard output, through the pager where it is longer than a screen."""
        write_long(self.text(), self.terminal, pager=pager)


def plain(text: str, style: str = "") -> Text:
    """News text as it stands: no markup, no emoji names, nothing that steers the terminal."""
    return Text(visible(text), style=style, overflow="fold")


def joined(parts: Iterable[Text | str], between: str = " · ") -> Text:
    """The parts in one line with a faint mark between them; empty ones are left out."""
    line = Text(overflow="fold")
    for part in parts:
        if len(part):
            line.append(between if line else "", FAINT)
            line.append_text(part if isinstance(part, Text) else plain(part, FAINT))
    return line
