"""`newscli completion`: the script that lets a shell complete commands, ids, sections and names."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal, cast

import typer

from newscli.completion import answer

if TYPE_CHECKING:
    from newscli.menu import Menu


def completion(
    context: typer.Context,
    shell: Annotated[
        Literal["bash", "zsh", "fish"],
        typer.Argument(metavar="SHELL", help="쓰는 셸: bash, zsh, fish."),
    ],
) -> int:
    """셸의 자동 완성을 켜는 스크립트를 냅니다. 기사 번호, 분야, 지역, 이름까지 채워 줍니다.

    예:
      echo 'eval "$(newscli completion bash)"' >> ~/.bashrc
      echo 'eval "$(newscli completion zsh)"' >> ~/.zshrc
      newscli completion fish > ~/.config/fish/completions/newscli.fish
    """
    program = cast("Menu", context.find_root().command)
    return answer(program, f"source_{shell}")
