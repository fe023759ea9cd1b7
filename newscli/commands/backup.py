"""`newscli backup`: a copy of the archive, whole even while something is written to it."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from newscli.command import Mistake, help_line
from newscli.output import write_line
from newscli.session import session_of
from newscli.terminal import visible


def backup(
    context: typer.Context,
    file: Annotated[str, typer.Argument(metavar="FILE", help="새로 만들 파일.")],
) -> int:
    """보관소를 새 파일에 베낍니다. 기사를 넣는 동안에도 온전히 베낍니다.

    예:
      newscli backup 뉴스-2025.db
      newscli --db 뉴스-2025.db list
    """
    if file == "-":
        raise Mistake(
            "보관소는 표준 출력으로 베낄 수 없습니다: -", "파일에만 베낍니다.", help_line(context)
        )
    session = session_of(context)
    with session.open() as archive:
        archive.backup(file)
    write_line(f"베꼈습니다: {visible(file)} ({Path(file).stat().st_size:,}바이트)")
    return 0
