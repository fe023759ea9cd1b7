"""Help pages in Korean, set in terminal cells: examples first, then arguments and options."""

from __future__ import annotations

import inspect
from typing import TYPE_CHECKING

from typer.core import TyperArgument, TyperCommand, TyperGroup, TyperOption

from newscli.cells import pad, width, wrap

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from typer._click import Context, Parameter  # private: for the type checker alone

_WIDEST_NAME = 30
_LONGEST_LINE, _LEAST_ROOM = 100, 20
_TOPICS = "query, formats, exit-codes, environment"


def menu_page(menu: TyperGroup, context: Context, summaries: Mapping[str, str]) -> str:
    """The first page: what the program is, how a day with it begins, what it can do."""
    room = _room(context)
    return _page(
        [
            f"{menu.help}\n\n사용법: newscli [옵션] 명령 [인수]...",
            _section(
                "처음이라면",
                [
                    ("newscli ingest 폴더", "기사를 넣습니다."),
                    ("newscli search 배달특급", "찾습니다. 낱말을 따옴표로 묶지 않아도 됩니다."),
                    ("newscli show 1", "읽습니다."),
                ],
                room,
            ),
            _section("명령", summaries.items(), room),
            _section("옵션", _options(menu.get_params(context), context), room),
            "명령마다 도움말이 있습니다: newscli search --help",
            "\n".join(wrap(f"주제별 도움말: newscli help 주제 ({_TOPICS})", room)),
        ]
    )


def command_page(command: TyperCommand, context: Context, inherited: Sequence[Parameter]) -> str:
    """The page of one command. Its docstring's first paragraph is the summary; what is indented
    under `예:` are examples. `inherited` are the global options, which come last.
    """
    room = _room(context)
    summary, _, rest = inspect.cleandoc(command.help or "").partition("\n\n")
    own = [param for param in command.get_params(context) if param not in inherited]
    pieces = [piece for param in own for piece in _usage_pieces(param)]
    arguments = [
        (_argument_name(param), param.help or "")
        for param in own
        if isinstance(param, TyperArgument)
    ]
    return _page(
        [
            "\n".join(wrap(summary, room)),
            f"사용법: {' '.join([context.command_path, *pieces, '[옵션]'])}",
            rest,
            _section("인수", arguments, room),
            _section("옵션", _options(own, context), room),
            _section("공통 옵션", _options(inherited, context), room),
        ]
    )


def _page(parts: Iterable[str]) -> str:
    return "\n\n".join(part.rstrip() for part in parts if part.strip()) + "\n"


def _usage_pieces(param: Parameter) -> list[str]:
    if not isinstance(param, TyperArgument):
        return []
    name = _argument_name(param)
    return [name if param.required else f"[{name}]"]


def _argument_name(param: TyperArgument) -> str:
    name = (param.metavar or param.name).upper()
    return name if param.nargs == 1 or name.endswith("...") else f"{name}..."


def _options(params: Iterable[Parameter], context: Context) -> list[tuple[str, str]]:
    return [
        (_option_name(param), _option_help(param, context))
        for param in params
        if isinstance(param, TyperOption) and not param.hidden
    ]


def _option_name(param: TyperOption) -> str:
    names = ", ".join(sorted(param.opts, key=len))
    if param.is_flag or param.count:
        return names
    choices = param.type_descriptor.choices
    value = param.metavar or ("|".join(map(str, choices)) if choices else param.name.upper())
    return f"{names} {value}"


def _option_help(param: TyperOption, context: Context) -> str:
    default = param.get_default(context, call=False)
    shown = f" (기본 {default})" if param.show_default and default not in (None, False, "") else ""
    return f"{param.help or ''}{shown}"


def _section(title: str, rows: Iterable[tuple[str, str]], room: int) -> str:
    rows = list(rows)
    if not rows:
        return ""
    names = [width(name) for name, _ in rows if width(name) <= _WIDEST_NAME]
    column = max(names, default=_WIDEST_NAME) + 2
    lines = [f"{title}:"]
    for name, text in rows:
        lines.extend(_row(name, wrap(text, max(room - column - 2, _LEAST_ROOM)), column))
    return "\n".join(lines)


def _row(name: str, text: Sequence[str], column: int) -> Iterable[str]:
    first, *others = text or [""]
    if width(name) + 2 <= column:
        yield f"  {pad(name, column)}{first}".rstrip()
    else:
        yield f"  {name}"
        yield f"  {'':{column}}{first}".rstrip()
    for line in others:
        yield f"  {'':{column}}{line}"


def _room(context: Context) -> int:
    """The width of a page in cells: as the context says, or as the terminal has it."""
    from newscli.terminal import columns

    return max(context.terminal_width or min(columns(), _LONGEST_LINE), _LEAST_ROOM)
