"""`newscli config`: every setting, its value, and where it came from."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import typer

from newscli.config import VARIABLES, Setting, config_path, setting, unknown_settings
from newscli.options import JsonAlone
from newscli.output import write_json, write_line
from newscli.session import session_of
from newscli.terminal import visible

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from newscli.session import Session


def config(context: typer.Context, json: JsonAlone = False) -> int:
    """설정값과 그 출처를 봅니다. 옵션이 환경 변수보다, 환경 변수가 설정 파일보다 앞섭니다.

    예:
      newscli config
      newscli --db 다른.db config
      newscli config --json
    """
    session = session_of(context)
    session.look_over_config()
    settings = list(_settings(session))
    path = config_path()
    if json:
        write_json(
            {
                "schema": "config/1",
                "file": path,
                "exists": Path(path).exists(),
                "settings": [
                    {"key": one.key, "value": one.value, "source": one.source} for one in settings
                ],
                "unknown": [{"key": key, "place": place} for key, place in unknown_settings()],
            }
        )
        return 0
    state = "있음" if Path(path).exists() else "없음"
    rows = [(one.key, one.value, one.source) for one in settings]
    _write(session, [*rows, ("config", path, state)])
    return 0


def _write(session: Session, rows: Sequence[tuple[str, str, str]]) -> None:
    terminal = session.terminal()
    if not terminal.interactive:
        for row in rows:
            write_line("\t".join(map(visible, row)))
        return
    from newscli.sheet import Sheet
    from newscli.views.facts import draw_facts

    sheet = Sheet(terminal)
    draw_facts(
        sheet, [(key, f"{visible(value)} ({visible(source)})") for key, value, source in rows]
    )
    sheet.show(pager=False)


def _settings(session: Session) -> Iterator[Setting]:
    for key in VARIABLES:
        given = {"db": session.db, "color": session.color}.get(key)
        yield Setting(key, given, f"옵션 --{key}") if given else setting(key)
