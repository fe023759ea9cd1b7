"""`newscli tag`: text in, a line a text; the names in it out, without an archive."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from archive.errors import UsageError, system_reason
from newscli.documents import tag_document
from newscli.output import write_json

if TYPE_CHECKING:
    from collections.abc import Iterator


def tag(
    context: typer.Context,
    file: Annotated[
        str, typer.Argument(metavar="FILE", help="글이 든 파일. 없거나 -이면 표준 입력.")
    ] = "-",
) -> int:
    """글에서 이름을 찾아냅니다. 한 줄이 한 글이고, 한 줄에 JSON 하나가 나옵니다.

    예:
      echo '이도담 원장은 7일 한들공원에서 시민 30명을 만났다.' | newscli tag
      newscli tag 글.txt > 이름.ndjson
    """
    if file == "-" and sys.stdin.isatty():
        print(context.get_help())  # noqa: T201 - nothing to read: the page says what to give
        return 2
    from archive import tag as tagged

    for text in _lines(file):
        write_json(tag_document(text, tagged(text)), indent=None)
    return 0


def _lines(file: str) -> Iterator[str]:
    from archive import text_lines

    if file == "-":
        yield from text_lines(sys.stdin.buffer, "표준 입력")
        return
    try:
        with Path(file).open("rb") as stream:
            yield from text_lines(stream, file)
    except OSError as failure:
        raise UsageError(f"파일을 열 수 없습니다: {file}", system_reason(failure)) from failure
