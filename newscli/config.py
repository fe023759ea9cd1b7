"""Settings and where each came from: the environment, the configuration file, or the default.

The file is TOML, `newscli/config.toml` in the platform's folder for configuration.
"""

from __future__ import annotations

import os
import re
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from archive.errors import UsageError, system_reason

if TYPE_CHECKING:
    from collections.abc import Mapping

VARIABLES = {"db": "NEWSCLI_DB", "color": "NEWSCLI_COLOR", "pager": "NEWSCLI_PAGER"}
COLOURS = ("auto", "always", "never")
_ACCEPTED = {
    "db": 'db = "보관소 파일의 경로"',
    "color": 'color = "auto", "always", "never" 가운데 하나',
    "pager": 'pager = "긴 출력을 볼 명령"',
}
_NO_FILE = b""


class Setting(NamedTuple):
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
            f"color에 쓸 수 없는 값입니다: {found.value} ({found.source})", _accepted("color")
        )
    return found


def unknown_settings() -> list[tuple[str, str]]:
    """The keys of the file that mean nothing to us, and the place of each: `config.toml:3`.

    Raises `UsageError` as `setting` does.
    """
    path = config_path()
    return [(key, f"{path}:{line}") for key, line in _written(path).unknown]


def _accepted(key: str) -> str:
    return f"쓸 수 있는 꼴: {_ACCEPTED[key]}"


def _given(key: str) -> Setting | None:
    variable = VARIABLES[key]
    value = os.environ.get(variable)
    if value:
        whole = os.path.expanduser(value) if key == "db" else value  # noqa: PTH111 - see below
        return Setting(key, whole, f"환경 변수 {variable}")
    path = config_path()
    written = _written(path)
    if written.values.get(key):
        return Setting(key, written.values[key], f"{path}:{written.lines[key]}")
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


class _Written(NamedTuple):
    """What a file says, and in which lines; `unknown` are its other keys with their lines."""

    values: Mapping[str, str]
    lines: Mapping[str, int]
    unknown: tuple[tuple[str, int], ...]


def _written(path: str) -> _Written:
    """What the file says; nothing where there is none. `db` is relative to the file's folder."""
    try:
        return _parsed(path, Path(path).read_bytes())
    except (FileNotFoundError, NotADirectoryError):
        return _parsed(path, _NO_FILE)
    except OSError as failure:
        raise UsageError(f"설정 파일을 열 수 없습니다: {path}", system_reason(failure)) from failure


@lru_cache(maxsize=1)
def _parsed(path: str, content: bytes) -> _Written:
    """The settings in the file's bytes: read once, asked for several times in a run."""
    if content == _NO_FILE:
        return _Written({}, {}, ())
    text, table = _toml(path, content)
    lines = {key: _line_of(key, text) for key in table}
    known = {key: value for key, value in table.items() if key in VARIABLES}
    for key, value in known.items():
        if not isinstance(value, str):
            raise UsageError(f"{key}에 쓸 수 없는 값입니다: {path}:{lines[key]}", _accepted(key))
    if "db" in known:
        # Path.expanduser raises for a user that is not there; this leaves the word as it is.
        whole = os.path.expanduser(known["db"])  # noqa: PTH111 - see above
        known["db"] = str(Path(path).absolute().parent / whole)
    unknown = tuple((key, line) for key, line in lines.items() if key not in known)
    return _Written(known, lines, unknown)


def _toml(path: str, content: bytes) -> tuple[str, dict[str, Any]]:
    import tomllib

    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as failure:
        line = content.count(b"\n", 0, failure.start) + 1
        raise UsageError(f"설정 파일이 UTF-8이 아닙니다: {path}:{line}") from failure
    try:
        return text, tomllib.loads(text)
    except tomllib.TOMLDecodeError as failure:
        found = re.search(r"at line (\d+)", str(failure))
        rows = text.splitlines()
        line = min(int(found[1]) if found else len(rows), len(rows))
        raise UsageError(
            f"설정 파일을 TOML로 읽을 수 없습니다: {path}:{line}",
            f"이 줄: {rows[line - 1].strip()}\n쓸 수 있는 꼴: {', '.join(_ACCEPTED.values())}",
        ) from failure


def _line_of(key: str, text: str) -> int:
    """The line that gives a key its value, or opens the table of that name; 1 where none does."""
    opening = re.compile(rf"""\s*\[*\s*["']?{re.escape(key)}["']?\s*[].=]""")
    numbered = enumerate(text.splitlines(), start=1)
    return next((number for number, line in numbered if opening.match(line)), 1)
