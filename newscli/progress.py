"""How far a long job is, on standard error, once it has taken half a second."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Protocol, Self

if TYPE_CHECKING:
    from types import TracebackType

    from rich.progress import Progress as Bar
    from rich.progress import ProgressColumn, TaskID

    from newscli.terminal import Terminal

_ROOMY = 72  # cells: room for the speed and the time left too
_PATIENCE = 0.5  # seconds before anything is shown: short jobs stay quiet


class Progress(Protocol):
    """How far an ingest is: bytes of the inputs and articles that are in."""

    @property
    def bytes_done(self) -> int: ...  # noqa: D102 - the class says it

    @property
    def bytes_total(self) -> int: ...  # noqa: D102 - the class says it

    @property
    def articles(self) -> int: ...  # noqa: D102 - the class says it


class Meter:
    """Shows the progress of an ingest on a terminal while it is open."""

    def __init__(self, terminal: Terminal, *, quiet: bool) -> None:
        self._terminal = terminal
        self._shown = terminal.interactive and not terminal.dumb and not quiet
        self._started = time.monotonic()
        self._bar: Bar | None = None
        self._task: TaskID | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        failure: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._bar is not None:
            self._bar.stop()

    def advance(self, progress: Progress) -> None:
        """Take in how far the job is."""
        if not self._shown or time.monotonic() - self._started < _PATIENCE:
            return
        if self._bar is None:
            self._bar = _bar(self._terminal)
            self._task = self._bar.add_task("", total=None, articles=0)
            self._bar.start()
        if self._task is not None:
            self._bar.update(
                self._task,
                completed=progress.bytes_done,
                total=progress.bytes_total or None,
                articles=f"{progress.articles:,}",
            )


def _bar(terminal: Terminal) -> Bar:
    from rich.console import Console
    from rich.progress import (
        BarColumn,
        DownloadColumn,
        Progress,
        TextColumn,
        TimeRemainingColumn,
        TransferSpeedColumn,
    )

    articles = TextColumn("기사 {task.fields[articles]}", markup=False)
    columns: list[ProgressColumn] = [DownloadColumn(), articles]
    if terminal.columns >= _ROOMY:
        bar = BarColumn(bar_width=20)
        columns = [bar, DownloadColumn(), TransferSpeedColumn(), articles, TimeRemainingColumn()]
    coloured = terminal.colours != "none"
    console = Console(stderr=True, no_color=not coloured)
    return Progress(*columns, console=console, transient=True)
