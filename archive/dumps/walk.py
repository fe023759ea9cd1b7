"""The files that paths stand for, always in the same order, whatever order they were given in."""

from __future__ import annotations

import os
import stat
from pathlib import Path
from typing import TYPE_CHECKING, Final

from archive.dumps.names import shown_path
from archive.dumps.reading import STDIN, why_not_opened
from archive.model import Refusal

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_NOT_A_FILE: Final = "일반 파일이 아닙니다"
_EMPTY_FOLDER: Final = "폴더에 읽을 파일이 없습니다(숨은 파일은 읽지 않습니다)"

_Identity = tuple[int, int]


def each_path(paths: str | Path | Iterable[str | Path]) -> list[str]:
    """The paths as text. One alone is one path: taken for many, a string would be its letters, and
    its `/` the whole disk.
    """
    return [str(path) for path in ([paths] if isinstance(paths, str | Path) else paths)]


def find(paths: Iterable[str]) -> Iterator[Path | Refusal]:
    """The files at the paths and, sorted by name, in the folders below them, each once.

    Hidden files in folders are passed over, links are followed but never in a circle, "-" is
    standard input. What is missing or may not be opened is a refusal.
    """
    for path in _apart(paths):
        if path == str(STDIN):
            yield STDIN
            continue
        try:
            kind = os.stat(path).st_mode  # noqa: PTH116 - Path would turn ./- into standard input
        except (OSError, ValueError) as problem:
            yield _refusal(path, problem)
            continue
        if stat.S_ISDIR(kind):
            yield from _in_folder(path)
        elif stat.S_ISREG(kind) or stat.S_ISFIFO(kind):  # a pipe is meant: `ingest <(zcat …)`
            yield _file(path)
        else:
            yield Refusal(shown_path(path), _NOT_A_FILE)


def _apart(paths: Iterable[str]) -> Iterator[str]:
    """The paths sorted, without those that lie inside another of them."""
    seen: list[str] = []
    ordered = sorted((os.path.abspath(path), path) for path in {*paths})  # noqa: PTH100 - as typed
    for whole, path in ordered:
        if path == str(STDIN):
            yield path
        elif not any(whole == other or whole.startswith(other + os.sep) for other in seen):
            seen.append(whole)
            yield path


def _in_folder(path: str) -> Iterator[Path | Refusal]:
    found = False
    for item in _below(path):
        found = True
        yield item
    if not found:
        yield Refusal(shown_path(path), _EMPTY_FOLDER)


def _below(folder: str) -> Iterator[Path | Refusal]:
    """Everything in a folder, by name, however deep: a stack, for Python's own is shallower."""
    open_folders: list[tuple[str, _Identity, Iterator[str]]] = []
    entered: str | None = folder
    while entered is not None or open_folders:
        if entered is not None:
            try:
                listed = _listed(entered, [identity for _, identity, _ in open_folders])
            except OSError as problem:
                yield _refusal(entered, problem)
            else:
                open_folders.append((entered, *listed))
            entered = None
            continue
        here, _, names = open_folders[-1]
        name = next(names, None)
        if name is None:
            open_folders.pop()
            continue
        found = _entry(os.path.join(here, name))  # noqa: PTH118 - speed
        if isinstance(found, str):
            entered = found
        else:
            yield found


def _listed(folder: str, above: list[_Identity]) -> tuple[_Identity, Iterator[str]]:
    """The names in a folder that are not hidden; none where it is one of those `above` it."""
    here = _identity(folder)
    if here in above:
        return here, iter(())
    names = sorted(os.listdir(folder))  # noqa: PTH208 - half the memory for a million names
    return here, (name for name in names if not name.startswith("."))


def _entry(path: str) -> Path | Refusal | str:
    """A file, why it is none, or the path of a folder to enter."""
    try:
        kind = os.stat(path).st_mode  # noqa: PTH116 - as above
    except OSError as problem:
        return _refusal(path, problem)
    if stat.S_ISDIR(kind):
        return path
    return _file(path) if stat.S_ISREG(kind) else Refusal(shown_path(path), _NOT_A_FILE)


def _identity(folder: str) -> _Identity:
    facts = os.stat(folder)  # noqa: PTH116 - as above
    return facts.st_dev, facts.st_ino


def _file(path: str) -> Path:
    file = Path(path)
    return file if file != STDIN else Path.cwd() / path


def _refusal(path: str, problem: OSError | ValueError) -> Refusal:
    if isinstance(problem, ValueError):  # a NUL in the name
        return Refusal(shown_path(path), "파일 이름이 될 수 없는 경로입니다")
    return Refusal(shown_path(path), why_not_opened(problem))
