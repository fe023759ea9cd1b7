"""`newscli export`: the whole archive as JSON Lines, of which `ingest` makes the same archive."""

from __future__ import annotations

from typing import Annotated

import typer

from newscli.output import write_line
from newscli.session import session_of
from newscli.terminal import visible


def export(
    context: typer.Context,
    folder: Annotated[str, typer.Argument(metavar="DIR", help="새로 만들 폴더.")],
) -> int:
    """보관소를 JSON Lines 폴더로 내보냅니다. 그 폴더를 넣으면 같은 보관소가 됩니다.

    예:
      newscli export 뉴스-내보내기
      newscli --db 새.db ingest 뉴스-내보내기
    """
    session = session_of(context)
    with session.open() as archive:
        report = archive.export(folder)
    write_line(
        f"내보냈습니다: {visible(report.path)} (출처 {report.sources:,} · 덤프 {report.dumps:,}"
        f" · 파일 {report.files:,} · {report.bytes:,}바이트)"
    )
    return 0
