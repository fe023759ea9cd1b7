"""`newscli forget`: a source is taken out whole, after a question."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from archive.errors import UsageError
from newscli import messages
from newscli.command import Mistake, help_line
from newscli.completion import source_paths
from newscli.filters import named_source
from newscli.output import write_line
from newscli.session import session_of
from newscli.terminal import visible

if TYPE_CHECKING:
    from collections.abc import Sequence

_SHOWN = 10


def forget(
    context: typer.Context,
    source: Annotated[
        str,
        typer.Argument(
            metavar="SOURCE", help="출처의 경로, 폴더, 또는 경로의 끝.", autocompletion=source_paths
        ),
    ],
    *,
    yes: Annotated[bool, typer.Option("--yes", help="묻지 않고 지웁니다.")] = False,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="지우지 않고, 무엇이 빠질지만 알립니다.")
    ] = False,
) -> int:
    """출처 하나와 그 출처에만 실린 기사를 보관소에서 뺍니다. 원래 파일은 그대로 둡니다.

    예:
      newscli forget 뉴스/2024.tar --dry-run
      newscli forget 뉴스/2024.tar
    """
    session = session_of(context)
    if not source.strip():
        raise Mistake(
            "SOURCE가 비었습니다.", "출처 보기: newscli stats --inputs", help_line(context)
        )
    source = named_source(source)
    with session.open() as archive:
        paths = archive.sources_named(source)
        if paths and dry_run:
            for path in paths:
                write_line(f"뺀다면: {visible(path)}")
            return 0
        if paths and not yes and not _agreed(paths):
            session.note("그대로 두었습니다.")
            return 1
        gone = archive.forget(source)
    for path in gone:
        write_line(f"뺐습니다: {visible(path)}")
    return 0


def _agreed(paths: Sequence[str]) -> bool:
    """Whether the reader wants these gone. Where there is no terminal to ask on, one source is
    taken at its name; for more than one, `--yes` must say so.
    """
    if not (sys.stdin.isatty() and sys.stderr.isatty()):
        if len(paths) == 1:
            return True
        raise UsageError(
            f"출처 {len(paths):,}곳을 빼려면 확인이 필요합니다.",
            "물어볼 화면이 없습니다.",
            "--yes를 붙이거나, --dry-run으로 먼저 살펴 주십시오.",
        )
    for path in paths[:_SHOWN]:
        messages.say(f"  {path}")
    if len(paths) > _SHOWN:
        messages.say(f"  … 그리고 {len(paths) - _SHOWN:,}곳")
    messages.say(f"이 출처 {len(paths):,}곳을 보관소에서 뺄까요? [y/N]")
    return sys.stdin.readline().strip().lower() in {"y", "yes", "예", "네", "ㅛ"}
