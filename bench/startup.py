"""Start-up side by side: a one-command Typer program, `newscli --help` and `newscli search`.

    python bench/startup.py [RUNS]

Prints one table: the median and the best of RUNS starts (default 25), milliseconds from launch to
exit, and the ratio of each median to the Typer program's. The commands take turns, so that a busy
machine slows them all alike. All of them run from compiled modules, as an installed program does.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

RUNS = 25

ONE_COMMAND = '''\
import typer

app = typer.Typer()


@app.command()
def greet(name: str, times: int = 1) -> None:
    """Greet somebody."""
    for _ in range(times):
        print(f"Hello {name}")


if __name__ == "__main__":
    app()
'''

NEWSCLI = """\
import sys

from newscli.main import main

if __name__ == "__main__":
    sys.exit(main())
"""

DUMP = """\
2026.03.04 (수)

  • 맑음가람 7.5℃
  • 흐림누리 3.1℃
기상청 제공

지역소식

가람시, 누리장터에 배달특급 첫 선

가람시는 4일 누리장터에서 배달특급을 처음 열었다고 밝혔다.
한별 가람시장은 “작은 가게가 먼저 웃는 도시를 만들겠다”고 말했다.
"""


def main(runs: int = RUNS) -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as folder:
        commands = prepared(Path(folder))
        times: dict[str, list[float]] = {name: [] for name in commands}
        environment = surroundings(Path(folder))
        for command in commands.values():
            seconds(command, environment)
        for _ in range(runs):
            for name, command in commands.items():
                times[name].append(seconds(command, environment))
    base = median(times["typer, one command"])
    print(f"{'':28}{'median ms':>10}{'best ms':>10}{'ratio':>8}")
    for name, taken in times.items():
        ratio = median(taken) / base
        print(f"{name:28}{median(taken) * 1e3:10.1f}{min(taken) * 1e3:10.1f}{ratio:8.2f}")


def prepared(folder: Path) -> dict[str, list[str]]:
    """The commands to time, an archive for the search made beforehand."""
    greet, newscli, dump = folder / "greet.py", folder / "run.py", folder / "dump.txt"
    greet.write_text(ONE_COMMAND, encoding="utf-8")
    newscli.write_text(NEWSCLI, encoding="utf-8")
    dump.write_text(DUMP, encoding="utf-8")
    run = [sys.executable, str(newscli)]
    seconds([*run, "ingest", str(dump)], surroundings(folder))
    return {
        "python -c pass": [sys.executable, "-c", "pass"],
        "typer, one command": [sys.executable, str(greet), "world"],
        "newscli --help": [*run, "--help"],
        "newscli search": [*run, "search", "배달특급"],
        "newscli show": [*run, "show", "1"],
        "newscli search, as a table": [*run, "search", "배달특급", "--format", "table"],
    }


def surroundings(folder: Path) -> dict[str, str]:
    """The environment of a run: its archive and its compiled modules lie in `folder`."""
    environment = {
        **os.environ,
        "NEWSCLI_DB": str(folder / "archive.db"),
        "PYTHONPYCACHEPREFIX": str(folder / "compiled"),
    }
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    return environment


def seconds(command: list[str], environment: dict[str, str]) -> float:
    """Wall time of one run; a failed one stops the benchmark."""
    started = time.perf_counter()
    subprocess.run(command, env=environment, check=True, capture_output=True)
    return time.perf_counter() - started


if __name__ == "__main__":
    main(*map(int, sys.argv[1:2]))
