"""`newscli doctor`: whether the archive is sound, and what a bug report needs, in one paste."""

from __future__ import annotations

import locale
import platform
import sys
from typing import TYPE_CHECKING, Annotated

import typer

from newscli import __version__
from newscli.config import config_path
from newscli.options import Json
from newscli.output import write_json, write_line
from newscli.session import session_of
from newscli.terminal import visible

if TYPE_CHECKING:
    from collections.abc import Iterator

    from archive.model import Check
    from newscli.session import Session


def doctor(
    context: typer.Context,
    *,
    full: Annotated[
        bool, typer.Option("--full", help="표본이 아니라 모든 기사를 살핍니다. 오래 걸립니다.")
    ] = False,
    json: Json = False,
) -> int:
    """보관소가 온전한지 살피고, 오류를 알릴 때 필요한 것을 함께 적습니다.

    예:
      newscli doctor
      newscli doctor --full
      newscli doctor --json
    """
    session = session_of(context)
    with session.open() as archive:
        checkup = archive.doctor(full=full)
    surroundings = list(_surroundings(session))
    if json:
        write_json(
            {
                "schema": "doctor/1",
                "ok": checkup.ok,
                "checks": [
                    *({"name": check.name, "ok": check.ok, "detail": check.detail}
                      for check in checkup.checks),
                    *({"name": name, "ok": True, "detail": detail}
                      for name, detail in surroundings),
                ],
            }
        )  # fmt: skip
    else:
        for check in checkup.checks:
            write_line(_line(check))
        for name, detail in surroundings:
            write_line(f"-\t{name}\t{visible(detail)}")
        if not checkup.ok:
            session.note("색인이 어긋났으면 newscli reindex로 다시 만들 수 있습니다.")
    return 0 if checkup.ok else 2


def _line(check: Check) -> str:
    return f"{'정상' if check.ok else '이상'}\t{check.name}\t{visible(check.detail)}"


def _surroundings(session: Session) -> Iterator[tuple[str, str]]:
    yield "newscli", __version__
    yield "python", f"{platform.python_version()} ({sys.executable})"
    yield "platform", platform.platform()
    yield "locale", ".".join(part or "?" for part in locale.getlocale())
    yield "encoding", f"{sys.stdout.encoding} (파일 이름 {sys.getfilesystemencoding()})"
    yield "archive", session.path()
    yield "config", config_path()
