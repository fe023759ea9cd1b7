"""Settings and where each came from: the environment, the configuration file, or the default.

The file is TOML, `newscli/config.toml` in the platform's folder for configuration.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from archive.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Mapping

VARIABLES = {"db": "NEWSCLI_DB", "color": "NEWSCLI_COLOR", "pager": "NEWSCLI_PAGER"}
COLOURS = ("auto", "always", "never")


@dataclass(frozen=True, slots=True)
class Setting:
    """A value and its source, in words for people: a variable, a file, or the default."""

    key: str
    value: str
    source: str


def setting(key: str) -> Setting:
    """One setting of `VARIABLES` by precedence; an empty variable counts as unset.

    Raises `UsageError` where the file cannot be read or holds what it should not.
    """
    found = _given(key) or _default(key)
    if key == "color" and found.value not in COLOURS:
        raise UsageError(
            f"color에 쓸 수 없는 값입니다: {found.value} ({found.source})",
            f"고를 수 있는 값: {', '.join(COLOURS)}",
        )
    return found


def _given(key: str) -> Setting | None:
    variable = VARIABLES[key]
    value = os.environ.get(variable)
    if value:
        whole = os.path.expanduser(value) if key == "db" else value  # noqa: PTH111 - see below
        return Setting(key, whole, f"환경 변수 {variable}")
    path = config_path()
    value = _written(path).get(key)
    if value:
        return Setting(key, value, path)
    if key == "pager" and os.environ.get("PAGER"):
        return Setting(key, os.environ["PAGER"], "환경 변수 PAGER")
    return None


def _default(key: str) -> Setting:
    if key == "color":
        return Setting(key, "auto", "기본값")
    if key == "pager":
        return Setting(key, "less -FRX", "기본값")
    import platformdirs

    folder = platformdirs.user_data_dir("newscli", appauthor=False)
    return Setting(key, str(Path(folder) / "archive.db"), "기본값")


def config_path() -> str:
    """The configuration file, whether it is there or not; NEWSCLI_CONFIG names another."""
    given = os.environ.get("NEWSCLI_CONFIG")
    if given:
        return given
    import platformdirs

    return str(Path(platformdirs.user_config_dir("newscli", appauthor=False)) / "config.toml")


def _written(path: str) -> Mapping[str, str]:
    """What the file says; nothing where there is none. `db` is relative to the file's folder."""
    try:
        written = Path(path).read_bytes()
    except (FileNotFoundError, NotADirectoryError):
        return {}
    except OSError as failure:
        raise UsageError(f"설정 파일을 열 수 없습니다: {path}", failure.strerror or "") from failure
    import tomllib

    try:
        table = tomllib.loads(written.decode("utf-8-sig"))
    except ValueError as failure:
        raise UsageError(f"설정 파일이 TOML이 아닙니다: {path}", str(failure)) from failure
    for key, value in table.items():
        if key not in VARIABLES or not isinstance(value, str):
            raise UsageError(
                f"설정 파일의 {key}을(를) 읽을 수 없습니다: {path}",
                f'쓸 수 있는 꼴: {", ".join(VARIABLES)} = "값"',
            )
    if "db" in table:
        # Path.expanduser raises for a user that is not there; this leaves the word as it is.
        whole = os.path.expanduser(table["db"])  # noqa: PTH111 - see above
        table["db"] = str(Path(path).absolute().parent / whole)
    return table
