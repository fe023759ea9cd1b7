"""`newscli parse`: what the parser sees in dumps, without an archive."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from newscli import messages
from newscli.documents import page_document
from newscli.options import Json
from newscli.output import check_one_format, write_json, write_json_series, write_line
from newscli.session import session_of
from newscli.terminal import visible

if TYPE_CHECKING:
    from collections.abc import Iterator

    from archive.model import ParsedDump
    from newscli.terminal import Terminal

_SHOWN = 60  # characters of a block's text


def parse(
    context: typer.Context,
    paths: Annotated[
        list[str],
        typer.Argument(metavar="PATH", help="파일이나 폴더. -를 적으면 표준 입력을 읽습니다."),
    ],
    format_: Annotated[
        Literal["json", "ndjson"] | None,
        typer.Option("--format", help="화면에는 json, 파이프에는 ndjson이 기본입니다."),
    ] = None,
    json: Json = False,
    explain: Annotated[
        bool, typer.Option("--explain", help="토막마다 무엇으로 읽었고 왜 그랬는지 보입니다.")
    ] = False,
) -> int:
    """덤프를 어떻게 읽는지 봅니다. 보관소는 쓰지 않습니다.

    예:
      newscli parse 기사.txt
      newscli parse 뉴스/ --format ndjson > 쪽.ndjson
      newscli parse 기사.txt --explain
    """
    session = session_of(context)
    check_one_format(format_, json=json)
    if "-" in paths:
        session.await_input("덤프를")
    dumps = _Dumps(paths)
    terminal = session.terminal()
    format_name = "json" if json else format_ or ("json" if terminal.interactive else "ndjson")
    if explain:
        for dump in dumps:
            _explain(dump, terminal)
    elif format_name == "json":
        pages = (page_document(_place(dump), dump.page) for dump in dumps)
        write_json_series(pages, "pages/1", "pages")
    else:
        for dump in dumps:
            write_json(page_document(_place(dump), dump.page), indent=None)
    return 2 if dumps.failed else 0


class _Dumps:
    """The dumps of some paths one by one; what cannot be read is named and counted."""

    def __init__(self, paths: list[str]) -> None:
        self.failed = 0
        self._paths = paths

    def __iter__(self) -> Iterator[ParsedDump]:
        from archive import parse_files
        from archive.model import Refusal

        for parsed in parse_files(self._paths):
            if isinstance(parsed, Refusal):
                self.failed += 1
                sys.stdout.flush()
                messages.refusal(parsed)
            else:
                yield parsed


def _place(dump: ParsedDump) -> str:
    """Where a dump is: its file, and its member in a container, by which no two share a place."""
    return f"{dump.source}/{dump.member}" if dump.member else dump.source


def _explain(dump: ParsedDump, terminal: Terminal) -> None:
    """A line a block: its place, its role, the cue that decided, how its text begins."""
    rows = [
        (
            f"{block.start}-{block.end}",
            block.role,
            visible(block.cue),
            visible(dump.text[block.start : block.end]),
        )
        for block in dump.page.blocks
    ]
    if terminal.interactive:
        from newscli.sheet import Sheet
        from newscli.views.blocks import draw_blocks

        sheet = Sheet(terminal)
        draw_blocks(sheet, _place(dump), rows)
        sheet.show(pager=False)
        return
    write_line(f"# {visible(dump.source)}{f' ({visible(dump.member)})' if dump.member else ''}")
    for place, role, cue, text in rows:
        shown = f"{text[:_SHOWN]}…" if len(text) > _SHOWN else text
        write_line(f"{place}\t{role}\t{cue}\t{shown}")
