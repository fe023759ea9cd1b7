"""Make the outputs shown in README.md and docs/ by running the commands above them.

    python tools/readme.py            rewrite the outputs
    python tools/readme.py --check    exit 1 and show the difference where one is out of date

An output is a `text` block under a comment that holds its command:

    <!-- $ newscli search 배달특급 -->

Every command runs on an archive of `examples/`, on a terminal of 80 columns without colour.
"""

from __future__ import annotations

import difflib
import fcntl
import os
import pty
import re
import struct
import subprocess
import sys
import tempfile
import termios
from pathlib import Path

ROOT = Path(__file__).parent.parent
DOCUMENTS = (ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md")))
COLUMNS, LINES = 80, 60

_BLOCK = re.compile(
    r"(?P<opening><!-- \$ (?P<command>newscli [^\n]*?) -->\n```text\n).*?(?P<closing>```)",
    re.DOTALL,
)
_SECONDS = re.compile(r"\d+\.\d+초")


def main(arguments: list[str]) -> int:
    """Rewrite or check every document; the exit code."""
    with tempfile.TemporaryDirectory() as folder:
        environment = _environment(Path(folder))
        _run("newscli ingest examples", environment)
        stale = [
            path for path in DOCUMENTS if _refresh(path, environment, arguments == ["--check"])
        ]
    for path in stale:
        print(f"{path.relative_to(ROOT)}: out of date; run: python tools/readme.py")
    return 1 if stale else 0


def _refresh(path: Path, environment: dict[str, str], check: bool) -> bool:  # noqa: FBT001
    """Whether the document was out of date, and `check` left it so."""
    before = path.read_text(encoding="utf-8")
    after = _BLOCK.sub(
        lambda block: block["opening"] + _run(block["command"], environment) + block["closing"],
        before,
    )
    if not check:
        path.write_text(after, encoding="utf-8")
        return False
    print(
        "".join(
            difflib.unified_diff(before.splitlines(keepends=True), after.splitlines(keepends=True))
        ),
        end="",
    )
    return before != after


def _environment(folder: Path) -> dict[str, str]:
    kept = {name: os.environ[name] for name in ("LANG", "LC_ALL") if name in os.environ}
    return kept | {
        "PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}",
        "HOME": str(folder),
        "NEWSCLI_DB": str(folder / "news.db"),
        "NEWSCLI_PAGER": "cat",
        "NO_COLOR": "1",
        "TERM": "xterm-256color",
    }


def _run(command: str, environment: dict[str, str]) -> str:
    """What the command shows on a terminal, with the times taken out."""
    terminal, stream = pty.openpty()
    fcntl.ioctl(stream, termios.TIOCSWINSZ, struct.pack("HHHH", LINES, COLUMNS, 0, 0))
    process = subprocess.Popen(
        ["sh", "-c", command],  # noqa: S607 - the shell of this machine
        cwd=ROOT,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=stream,
        stderr=stream,
    )
    os.close(stream)
    shown = b""
    while chunk := _read(terminal):
        shown += chunk
    os.close(terminal)
    process.wait()
    lines = shown.decode().replace("\r\n", "\n").splitlines()
    return _SECONDS.sub("0.1초", "".join(line.rstrip() + "\n" for line in lines))


def _read(terminal: int) -> bytes:
    try:
        return os.read(terminal, 65536)
    except OSError:  # Linux says so when the other side is gone
        return b""


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
