"""Pages prepared in worker processes, and handed on in the order in which they came.

A few pages are prepared right here: they are done before a process would have started. Workers are
forked where that is safe (Linux, no other threads): they start in milliseconds; elsewhere a fork
server or fresh processes take over.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
import threading
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, field
from itertools import chain
from multiprocessing import connection
from typing import TYPE_CHECKING, Final

from archive.errors import ArchiveError
from archive.ingest.collector import collect_rarely
from archive.ingest.preparing import prepare_all
from archive.ingest.steps import Page, Prepared, Refused, Step, Unread
from archive.model import Dump, Refusal

if TYPE_CHECKING:
    from multiprocessing.context import BaseContext

    from archive.dumps import Lines
    from archive.store.rows.entry import Entry

_ALONE_BYTES: Final = 100_000
"""Less is prepared without workers. With more, these load what they need side by side, while the
writer, which needs none of it, holds little that each would hold too."""

_BATCH_WEIGHT: Final = 250_000
"""Bytes of a batch, each record of it counted as some more."""

_RECORD_WEIGHT: Final = 2_500
_BYTES_OF_A_CHARACTER: Final = 3
"""Of a syllable, in UTF-8."""

_WAITING: Final = 12 * _BATCH_WEIGHT
"""For each worker. Enough to keep them busy while the writer writes out the index, and little
enough in memory, where a prepared page is several times its text."""

_WAITING_WITH_NAMES: Final = 4 * _BATCH_WEIGHT
"""The same where names are sought: the writer waits for the workers, and names take more memory."""

_MOST_JOBS: Final = 8
"""One writer keeps up with no more."""

_Done = list[list["Entry | Refusal"]]


@dataclass(slots=True)
class _Batch:
    """Steps in their order, and what is to be prepared of them."""

    steps: list[Step] = field(default_factory=list)
    found: list[Dump | Lines] = field(default_factory=list)
    records: int = 0
    bytes: int = 0

    def take(self, step: Step) -> None:
        self.steps.append(step)
        self.records += 1
        if isinstance(step, Page):
            self.found.append(step.dump)
            self.bytes += _BYTES_OF_A_CHARACTER * len(step.dump.text)
        elif isinstance(step, Unread):
            self.found.append(step.lines)
            self.records += len(step.lines.lines)
            self.bytes += sum(map(len, step.lines.lines))

    @property
    def full(self) -> bool:
        return self.weight >= _BATCH_WEIGHT

    @property
    def weight(self) -> int:
        return self.bytes + _RECORD_WEIGHT * self.records


def default_jobs() -> int:
    """As many as there are processors for us, within reason."""
    if hasattr(os, "sched_getaffinity"):
        return min(len(os.sched_getaffinity(0)), _MOST_JOBS)
    return min(os.cpu_count() or 1, _MOST_JOBS)


def prepared(steps: Iterable[Step], *, jobs: int, entities: bool) -> Iterator[Step]:
    """The steps in their order, every `Page` and `Unread` turned into `Prepared`s and `Refused`s.

    `jobs` = 1 starts no process. Raises `ArchiveError` when a worker dies.
    """
    batches = _batches(steps)
    done = 0
    for batch in batches:
        done += batch.bytes
        if jobs > 1 and done >= _ALONE_BYTES:
            yield from _in_workers(chain([batch], batches), jobs, entities=entities)
            return
        yield from _merged(batch, prepare_all(batch.found, entities=entities))


def _batches(steps: Iterable[Step]) -> Iterator[_Batch]:
    batch = _Batch()
    for step in steps:
        batch.take(step)
        if batch.full:
            yield batch
            batch = _Batch()
    yield batch


def _in_workers(batches: Iterator[_Batch], jobs: int, *, entities: bool) -> Iterator[Step]:
    workers = ProcessPoolExecutor(jobs, mp_context=_context(), initializer=_begin_worker)
    waiting: deque[tuple[_Batch, Future[_Done]]] = deque()
    weight, most = 0, jobs * (_WAITING_WITH_NAMES if entities else _WAITING)
    try:
        for batch in batches:
            waiting.append((batch, workers.submit(prepare_all, batch.found, entities=entities)))
            weight += batch.weight
            while len(waiting) > jobs and weight > most:
                first, future = waiting.popleft()
                weight -= first.weight
                yield from _merged(first, future.result())
        for batch, future in waiting:
            yield from _merged(batch, future.result())
    except BrokenProcessPool as problem:
        raise ArchiveError(
            "일하던 프로세스 하나가 갑자기 끝났습니다",
            "메모리가 모자라면 그럴 수 있습니다. 지금까지 넣은 것은 그대로 있습니다",
            "--jobs 1로 다시 실행하면 남은 것부터 이어서 넣습니다",
        ) from problem
    finally:
        workers.shutdown(wait=True, cancel_futures=True)


def _merged(batch: _Batch, done: _Done) -> Iterator[Step]:
    results = iter(done)
    for step in batch.steps:
        if isinstance(step, Page | Unread):
            for result in next(results):
                yield (
                    Refused(result)
                    if isinstance(result, Refusal)
                    else Prepared(result, step.offset)
                )
        else:
            yield step


def _context() -> BaseContext:
    if sys.platform == "linux" and threading.active_count() == 1:
        return multiprocessing.get_context("fork")
    if "forkserver" in multiprocessing.get_all_start_methods():
        context = multiprocessing.get_context("forkserver")
        context.set_forkserver_preload(["archive.ingest.preparing"])
        return context
    return multiprocessing.get_context("spawn")


def _begin_worker() -> None:
    """Leave Ctrl-C to the parent, and do not outlive it, however it ends."""
    collect_rarely()
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    parent = multiprocessing.parent_process()
    if parent is not None:
        threading.Thread(target=_end_with, args=(parent.sentinel,), daemon=True).start()


def _end_with(sentinel: int) -> None:
    connection.wait([sentinel])
    os._exit(1)
