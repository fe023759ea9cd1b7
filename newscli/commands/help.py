"""`newscli help`: the page of a command or of a topic."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, cast

import typer

from newscli.command import Mistake, near
from newscli.output import write_line

if TYPE_CHECKING:
    from newscli.menu import Menu


def help(  # noqa: A001 - the command is called so
    context: typer.Context,
    topic: Annotated[
        str | None, typer.Argument(metavar="TOPIC", help="명령의 이름이나 주제.")
    ] = None,
) -> int:
    """명령이나 주제의 도움말을 봅니다. 주제는 query, formats, exit-codes, environment이고,
    man은 설명서(man page)를 냅니다.

    예:
      newscli help search
      newscli help query
      newscli help man > newscli.1
    """
    from newscli.manpage import man_page
    from newscli.menu import ENTRIES
    from newscli.topics import TOPICS

    root = context.find_root()
    if topic is None:
        write_line(root.get_help())
        return 0
    if topic in TOPICS:
        write_line(TOPICS[topic].strip("\n"))
        return 0
    menu = cast("Menu", root.command)
    if topic == "man":
        write_line(man_page(menu, root).rstrip("\n"))
        return 0
    command = menu.get_command(root, topic)
    if command is None:
        raise Mistake(
            f"그런 주제가 없습니다: {topic}",
            near(topic, [*TOPICS, *ENTRIES]) or f"주제: {', '.join(TOPICS)}",
            "newscli help",
        )
    with command.make_context(topic, [], parent=root, resilient_parsing=True) as page:
        write_line(page.get_help())
    return 0
