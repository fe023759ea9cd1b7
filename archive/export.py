"""Write an archive out as JSON Lines, from which `ingest` makes the same archive again.

The folder holds `news-00001.jsonl`, `news-00002.jsonl`, … A file's lines are JSON objects with a
`schema`: `export/1` opens it, `source/1` begins a source, `dump/1` is a page of it as it came (its
`text`, and `id`, `url`, `title`, `date` where they came with it), `refusal/1` is what could not be
read of it, `end/1` counts the lines before it. A source is never split over two files.

The files are written to a hidden folder beside the target, which takes the target's name when all
of them are on the disk: a half-written export is never found under the name of a whole one. The
same archive gives the same bytes.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import sqlite3
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import BinaryIO, Final

from archive.dumps.sniff import EXPORT
from archive.errors import ArchiveError, UsageError, system_reason
from archive.model import ExportReport, Origin, Refusal
from archive.store.reading.dumped import KeptDump, dumps_of, origins, refusals_of

FILE_BYTES: Final = 64 << 20
"""From this size on the next source goes into a new file."""

_FILE_NAME = re.compile(r"news-\d{5,}\.jsonl")


def export(
    connection: sqlite3.Connection,
    target: Path,
    *,
    file_bytes: int = FILE_BYTES,
    progress: Callable[[int], None] | None = None,
) -> ExportReport:
    """Write the archive as it is now to the folder `target`; an earlier export there is replaced.

    `progress` is told how many pages are written. Raises `UsageError` where the folder holds
    anything else, `ArchiveError` where it cannot be written.
    """
    _refuse_others(target)
    partial = target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        partial.mkdir(parents=True)
        connection.execute("BEGIN")  # one state of the archive, whoever writes meanwhile
        report = _Files(partial, file_bytes, progress).write(connection, target)
        _sync(partial)
        _put_in_place(partial, target)
    except OSError as problem:
        raise ArchiveError(
            f"내보내지 못했습니다: {target}",
            system_reason(problem),
            "자리를 비우거나 다른 폴더를 지정해 다시 실행하세요",
        ) from problem
    finally:
        connection.rollback()
        shutil.rmtree(partial, ignore_errors=True)
    return report


def _refuse_others(target: Path) -> None:
    """Raises `UsageError` unless the target is free, an empty folder, or an export alone."""
    if not target.name:
        raise UsageError(f"내보낼 폴더의 이름이 없습니다: {target}", mend="새 폴더를 지정하세요")
    if not os.path.lexists(target):
        return
    if not target.is_dir() or target.is_symlink():
        raise UsageError(f"폴더가 아닙니다: {target}", mend="새 폴더를 지정하세요")
    others = [file.name for file in target.iterdir() if not _is_of_an_export(file)]
    if others:
        raise UsageError(
            f"비어 있지 않은 폴더입니다: {target}",
            f"내보낸 파일이 아닌 것이 있습니다: {min(others)}",
            "새 폴더를 지정하세요",
        )


def _is_of_an_export(file: Path) -> bool:
    if not _FILE_NAME.fullmatch(file.name) or not file.is_file():
        return False
    with file.open("rb") as stream:
        return stream.read(len(EXPORT)) == EXPORT


class _Files:
    """Writes the lines, file after file."""

    def __init__(
        self, folder: Path, file_bytes: int, progress: Callable[[int], None] | None
    ) -> None:
        self._folder = folder
        self._file_bytes = file_bytes
        self._progress = progress
        self._stream: BinaryIO | None = None
        self._files = self._lines = self._bytes = 0

    def write(self, connection: sqlite3.Connection, target: Path) -> ExportReport:
        sources = dumps = 0
        try:
            self._open()
            for source_id, origin in origins(connection):
                if self._stream is not None and self._stream.tell() >= self._file_bytes:
                    self._end()
                    self._open()
                sources += 1
                self._put(_source_line(origin))
                for refusal in refusals_of(connection, source_id, origin.path):
                    self._put(_refusal_line(refusal))
                for kept in dumps_of(connection, source_id, origin.path):
                    self._put(_dump_line(kept))
                    dumps += 1
                    if self._progress is not None:
                        self._progress(dumps)
            self._end()
        finally:
            if self._stream is not None:
                self._stream.close()
        return ExportReport(str(target), self._files, sources, dumps, self._bytes)

    def _open(self) -> None:
        self._files += 1
        self._lines = 0
        self._stream = (self._folder / f"news-{self._files:05}.jsonl").open("xb")
        self._put({"schema": "export/1", "file": self._files})

    def _put(self, record: Mapping[str, object]) -> None:
        assert self._stream is not None  # noqa: S101 - `_open` comes first
        self._bytes += self._stream.write(_line(record))
        self._lines += 1

    def _end(self) -> None:
        assert self._stream is not None  # noqa: S101 - `_open` comes first
        self._put({"schema": "end/1", "lines": self._lines})
        self._stream.flush()
        os.fsync(self._stream.fileno())
        self._stream.close()


def _line(record: Mapping[str, object]) -> bytes:
    """UTF-8 with Hangul as it is; halves of characters, which UTF-8 has not, as escapes."""
    text = json.dumps(record, ensure_ascii=False)
    try:
        return f"{text}\n".encode()
    except UnicodeEncodeError:
        return f"{json.dumps(record)}\n".encode()


def _source_line(origin: Origin) -> dict[str, object]:
    return {
        "schema": "source/1",
        "path": origin.path,
        "status": origin.status,
        "reason": origin.reason,
        "bytes": origin.bytes,
        "modified_ns": origin.modified_ns,
        "digest": origin.digest,
    }


def _refusal_line(refusal: Refusal) -> dict[str, object]:
    return {
        "schema": "refusal/1",
        "source": refusal.source,
        "member": refusal.member,
        "reason": refusal.reason,
    }


def _dump_line(kept: KeptDump) -> dict[str, object]:
    """The dump under the names that corpora use; what else came with it is its `metadata`."""
    dump = kept.dump
    known = {key: dump.metadata[key] for key in _CORPUS_KEYS if key in dump.metadata}
    rest = {key: value for key, value in dump.metadata.items() if key not in known}
    return {
        "schema": "dump/1",
        "source": dump.source,
        "member": dump.member,
        **known,
        "page_date": kept.page_date,
        **({"metadata": rest} if rest else {}),
        "text": dump.text,
    }


_CORPUS_KEYS: Final = ("id", "url", "title", "date")


def _sync(folder: Path) -> None:
    """Make the names in a folder durable, where the system lets a folder be synced."""
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _put_in_place(partial: Path, target: Path) -> None:
    """Give the whole export its name; the earlier one is moved aside first and goes last."""
    if not target.exists():
        partial.rename(target)
    else:
        earlier = target.with_name(f".{target.name}.{os.getpid()}.old")
        target.rename(earlier)
        try:
            partial.rename(target)
        except OSError:
            earlier.rename(target)
            raise
        shutil.rmtree(earlier)
    _sync(target.parent)
