"""The manual page, made from the help pages themselves: `newscli help man`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newscli import __version__
from newscli.topics import TOPICS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from typer._click import Context  # private: for the type checker alone

    from newscli.menu import Menu


_WIDTH = 71  # cells: with the indent of `man` they fill a line of 80


def man_page(menu: Menu, root: Context) -> str:
    """The page in the `man` macros of roff: every command and every topic."""
    root.terminal_width = _WIDTH
    return "\n".join(_lines(menu, root)) + "\n"


def _lines(menu: Menu, root: Context) -> Iterator[str]:
    yield f'.TH NEWSCLI 1 "" "newscli {__version__}"'
    yield ".SH NAME"
    yield f"newscli \\- {_escaped(menu.help or '')}"
    yield ".SH SYNOPSIS"
    yield from _as_it_stands(root.get_help().splitlines())
    for name in menu.list_commands(root):
        command = menu.get_command(root, name)
        if command is not None:
            with command.make_context(name, [], parent=root, resilient_parsing=True) as page:
                yield f'.SH "newscli {name}"'
                yield from _as_it_stands(page.get_help().splitlines())
    for name, text in TOPICS.items():
        yield f'.SH "{name}"'
        yield from _as_it_stands(text.strip("\n").splitlines())


def _as_it_stands(lines: Iterable[str]) -> Iterator[str]:
    yield ".nf"
    yield from (_escaped(line) for line in lines)
    yield ".fi"


def _escaped(line: str) -> str:
    """Text that roff takes as text: a backslash, a hyphen, a dot or a quote at the beginning."""
    escaped = line.replace("\\", "\\e").replace("-", "\\-")
    return f"\\&{escaped}" if escaped[:1] in {".", "'"} else escaped
