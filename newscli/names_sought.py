"""Tells a name that nobody has from an archive in which no names were looked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from archive import Archive
    from newscli.session import Session


def say_that_none_were_sought(session: Session, archive: Archive) -> bool:
    """Whether the archive has articles and no name at all; if so, say why, and the mend.

    Quotations are found along with the names.
    """
    counted = archive.stats()
    if counted.entities or not counted.articles:
        return False
    session.note("newscli: 이 보관소에는 이름이 하나도 없습니다.")
    session.note("  --no-entities로 넣으면 이름과 말을 찾지 않습니다.")
    session.note("  해결: newscli forget 출처, 그다음 newscli ingest 출처")
    session.note("  출처 보기: newscli stats --inputs")
    return True
