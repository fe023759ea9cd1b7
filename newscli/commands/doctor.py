"""`newscli doctor`: whether the archive is sound, and what a bug report needs, in one paste."""

from __future__ import annotations

import locale
import platform
import sys
from typing import TYPE_CHECKING, Annotated

import typer

from archive.errors import ArchiveError
from archive.model import Check, Checkup
from newscli import __version__, messages
from newscli.config import config_path
from newscli.options import JsonAlone
from newscli.output import write_json, write_line
from newscli.session import session_of
from newscli.terminal import visible

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from newscli.session import Session

_UNREADABLE = {"open", "reading", "schema"}  # checks that fail where no other can be trusted


def doctor(
    context: typer.Context,
    *,
    full: Annotated[
        bool, typer.Option("--full", help="표본이 아니라 모든 기사를 살핍니다. 오래 걸립니다.")
    ] = False,
    fix: Annotated[
        bool, typer.Option("--fix", help="고칠 수 있는 것을 고칩니다: 색인, 목록, 수, 끊긴 참조.")
    ] = False,
    json: JsonAlone = False,
) -> int:
    """보관소가 온전한지 살피고, 오류를 알릴 때 필요한 것을 함께 적습니다.

    예:
      newscli doctor
      newscli doctor --full
      newscli doctor --fix
    """
    session = session_of(context)
    checkup = _checkup(session, full=full)
    if fix and not checkup.ok:
        checkup = _fixed(session, checkup, full=full)
    surroundings = tuple(_surroundings(session))
    if json:
        write_json(
            {
                "schema": "doctor/1",
                "ok": checkup.ok,
                "checks": [
                    {"name": check.name, "ok": check.ok, "detail": check.detail}
                    for check in (*checkup.checks, *surroundings)
                ],
            }
        )
    else:
        _write(session, [*map(_judged, checkup.checks), *map(_told, surroundings)])
        if not fix and _may_be_mended(checkup):
            session.note("고칠 수 있는 것을 고치려면: newscli doctor --fix")
    return 0 if checkup.ok else 2


def _checkup(session: Session, *, full: bool) -> Checkup:
    """What the archive says of itself; an archive that cannot be opened or read fails `open`."""
    try:
        with session.open() as archive:
            return archive.doctor(full=full)
    except ArchiveError as failure:
        messages.archive_error(failure)
        return Checkup(ok=False, checks=(Check("open", ok=False, detail=str(failure)),))
    except Exception as failure:  # noqa: BLE001 - whatever a damaged file does, a check-up answers
        detail = f"읽다가 실패했습니다: {type(failure).__name__}: {failure}"
        return Checkup(ok=False, checks=(Check("open", ok=False, detail=detail),))


def _may_be_mended(checkup: Checkup) -> bool:
    """Whether a mend is worth trying: a file that cannot be read is beyond it."""
    failed = {check.name for check in checkup.checks if not check.ok}
    return bool(failed) and not failed & _UNREADABLE


def _fixed(session: Session, checkup: Checkup, *, full: bool) -> Checkup:
    """The check-up again, after mending what can be; an archive beyond it is told as such."""
    try:
        with session.open() as archive:
            mended = archive.mend(check.name for check in checkup.checks if not check.ok)
    except ArchiveError as failure:
        messages.archive_error(failure)
        return checkup
    session.note(f"고쳤습니다: {', '.join(mended)}" if mended else "고칠 수 있는 것이 없습니다.")
    return _checkup(session, full=full)


def _write(session: Session, rows: Sequence[tuple[str, str, str]]) -> None:
    terminal = session.terminal()
    if not terminal.interactive:
        for row in rows:
            write_line("\t".join(map(visible, row)))
        return
    from newscli.sheet import Sheet
    from newscli.views.facts import draw_facts

    sheet = Sheet(terminal)
    draw_facts(sheet, [tuple(map(visible, row)) for row in rows])
    sheet.show(pager=False)


def _judged(check: Check) -> tuple[str, str, str]:
    return "정상" if check.ok else "이상", check.name, check.detail


def _told(check: Check) -> tuple[str, str, str]:
    return "-", check.name, check.detail


def _surroundings(session: Session) -> Iterator[Check]:
    """What a bug report needs beside the archive: nothing here is right or wrong."""
    for name, detail in (
        ("newscli", __version__),
        ("python", f"{platform.python_version()} ({sys.executable})"),
        ("libraries", ", ".join(_libraries())),
        ("platform", platform.platform()),
        ("locale", locale.setlocale(locale.LC_CTYPE)),
        ("encoding", f"{sys.stdout.encoding} (파일 이름 {sys.getfilesystemencoding()})"),
        ("archive", session.path()),
        ("config", config_path()),
    ):
        yield Check(name, ok=True, detail=detail)


def _libraries() -> Iterator[str]:
    """The versions of what newscli stands on, as they are installed."""
    from importlib.metadata import PackageNotFoundError, version

    for name in ("typer", "rich", "sqlite-utils", "numpy", "pyarrow"):
        try:
            yield f"{name} {version(name)}"
        except PackageNotFoundError:
            yield f"{name} 없음"
