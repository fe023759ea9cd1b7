"""Copy an archive, also while it is written to."""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path

from archive.errors import ArchiveError, ArchiveUnreadable
from archive.store.file.refusals import in_words

_PAGES_AT_ONCE = 4096
"""16 MB of the file a step, so that a writer beside the backup waits for milliseconds only."""


def backup(connection: sqlite3.Connection, target: Path) -> None:
    """Write the archive as it is now to `target`, whole or not at all.

    Raises `ArchiveError` when the target exists or can't be written.
    """
    if target.exists():
        raise ArchiveError(
            f"이미 있는 파일입니다: {target}", "덮어쓰지 않습니다", "다른 이름을 주거나 지우세요"
        )
    partial = target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        copy = sqlite3.connect(partial)
        try:
            # One state of the archive: without it every write meanwhile begins the copy anew.
            connection.execute("BEGIN")
            connection.execute("SELECT 1 FROM sources LIMIT 1").fetchone()
            connection.backup(copy, pages=_PAGES_AT_ONCE)
            copy.execute("PRAGMA journal_mode = DELETE")
        finally:
            connection.rollback()
            copy.close()
        partial.rename(target)
    except (sqlite3.Error, OSError) as error:
        told = in_words(target, error)
        raise ArchiveError(
            f"백업하지 못했습니다: {target}",
            told.why if isinstance(told, ArchiveUnreadable) else told.what,
            "자리가 있고 쓸 수 있는 폴더를 지정하세요",
        ) from error
    finally:
        partial.unlink(missing_ok=True)
