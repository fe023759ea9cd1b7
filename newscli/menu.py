"""What is on the menu: every command by name, imported only when it is asked for."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any, NamedTuple

import typer
from typer.core import TyperGroup

from newscli.command import Command, Mistake, in_korean, near, plain_values
from newscli.manual import menu_page
from newscli.options import Color, Db, Quiet, Verbose, Version
from newscli.output import write_line

if TYPE_CHECKING:
    from typer._click import Context, HelpFormatter  # private: for the type checker alone
    from typer.core import TyperOption


class Entry(NamedTuple):
    """A line of the menu; the module holds a function of the same name."""

    module: str
    summary: str


ENTRIES = {
    "ingest": Entry("newscli.commands.ingest", "파일과 폴더의 기사를 보관소에 넣습니다."),
    "search": Entry("newscli.commands.search", "기사를 찾습니다."),
    "show": Entry("newscli.commands.show", "기사를 읽습니다."),
    "list": Entry("newscli.commands.listing", "기사를 새것부터 늘어놓습니다."),
    "weather": Entry("newscli.commands.weather", "기사와 함께 실린 날씨를 봅니다."),
    "entities": Entry("newscli.commands.entities", "누가, 어디가, 무엇이 뉴스에 나왔는지 셉니다."),
    "entity": Entry("newscli.commands.entity", "한 사람, 기관, 곳을 자세히 봅니다."),
    "quotes": Entry("newscli.commands.quotes", "누가 무슨 말을 했는지 봅니다."),
    "stats": Entry("newscli.commands.stats", "보관소에 무엇이 있는지 한눈에 봅니다."),
    "parse": Entry(
        "newscli.commands.parse", "덤프를 어떻게 읽는지 봅니다. 보관소는 쓰지 않습니다."
    ),
    "tag": Entry("newscli.commands.tag", "글에서 이름을 찾아냅니다. 보관소는 쓰지 않습니다."),
    "doctor": Entry("newscli.commands.doctor", "보관소가 온전한지 살핍니다."),
    "backup": Entry("newscli.commands.backup", "보관소를 새 파일에 베낍니다."),
    "export": Entry("newscli.commands.export", "보관소를 JSON Lines 폴더로 내보냅니다."),
    "reindex": Entry("newscli.commands.reindex", "찾기에 쓰는 색인을 다시 만듭니다."),
    "forget": Entry("newscli.commands.forget", "출처 하나를 보관소에서 뺍니다."),
    "completion": Entry("newscli.commands.completion", "셸의 자동 완성을 켭니다."),
    "config": Entry("newscli.commands.config", "설정값과 그 출처를 봅니다."),
    "help": Entry("newscli.commands.help", "명령이나 주제의 도움말을 봅니다."),
}


class Menu(TyperGroup):
    """The commands of the menu. Global options may stand before the command or after it."""

    def list_commands(self, ctx: Context) -> list[str]:  # noqa: ARG002 - Typer's signature
        """Every name on the menu; nothing is imported."""
        return list(ENTRIES)

    def get_command(self, ctx: Context, cmd_name: str) -> Command | None:  # noqa: ARG002 - see above
        """The command of a name, its module imported now; None for an unknown one."""
        entry = ENTRIES.get(cmd_name)
        if entry is None:
            return None
        return built(cmd_name, entry, self)

    def resolve_command(self, ctx: Context, args: list[str]) -> Any:
        """As Typer does; an unknown name is a `Mistake` that offers the near ones."""
        if args[0] not in ENTRIES and not args[0].startswith("-"):
            raise Mistake(
                f"그런 명령이 없습니다: {args[0]}", near(args[0], ENTRIES), "newscli --help"
            )
        return super().resolve_command(ctx, args)

    def get_help_option(self, ctx: Context) -> TyperOption | None:
        """`--help`, in Korean."""
        return in_korean(super().get_help_option(ctx))

    def format_help(self, ctx: Context, formatter: HelpFormatter) -> None:
        """Write the first page."""
        summaries = {name: entry.summary for name, entry in ENTRIES.items()}
        formatter.write(menu_page(self, ctx, summaries))


def built(name: str, entry: Entry, menu: Menu) -> Command:
    """The command of one module, with the global options of the menu beside its own."""
    app = typer.Typer(add_completion=False, rich_markup_mode=None)
    function = getattr(import_module(entry.module), name if name != "list" else "listing")
    app.command(name, cls=Command, context_settings=getattr(function, "settings", {}))(function)
    command = typer.main.get_command(app)
    assert isinstance(command, Command)  # noqa: S101 - cls above says so
    command.inherited = tuple(menu.params)
    command.params.extend(menu.params)
    return command


def newscli(  # noqa: PLR0917 - Typer calls it by name
    context: typer.Context,
    db: Db = None,  # noqa: ARG001 - the session keeps it: see options.Db
    verbose: Verbose = 0,  # noqa: ARG001 - see db
    quiet: Quiet = False,  # noqa: ARG001 - see db
    color: Color = None,  # noqa: ARG001 - see db
    version: Version = False,  # noqa: ARG001 - see db
) -> None:
    """한국어 뉴스 글의 보관소입니다. 넣고, 찾고, 읽고, 셉니다."""
    if context.invoked_subcommand is None:
        write_line(context.get_help())


def menu() -> Menu:
    """The whole program as a Typer group, without its commands imported."""
    app = typer.Typer(
        cls=Menu,
        add_completion=False,
        rich_markup_mode=None,
        invoke_without_command=True,
        context_settings={"help_option_names": ["-h", "--help"]},
    )
    app.callback()(newscli)
    group = typer.main.get_command(app)
    assert isinstance(group, Menu)  # noqa: S101 - cls above says so
    plain_values(group.params)
    return group
