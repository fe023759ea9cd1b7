"""`newscli reindex`: the index of search made anew from the articles."""

from __future__ import annotations

import typer

from newscli.output import write_line
from newscli.session import session_of


def reindex(context: typer.Context) -> int:
    """찾기에 쓰는 색인을 기사에서 다시 만듭니다. 다 만들기 전에는 옛 색인이 그대로 있습니다.

    예:
      newscli reindex
      newscli --db 뉴스.db reindex
    """
    with session_of(context).open() as archive:
        articles = archive.reindex()
    write_line(f"색인을 다시 만들었습니다: 기사 {articles:,}건")
    return 0
