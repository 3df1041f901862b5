"""Processes that code reports, one report each at a time, so that it is known whose fault a death was.

``concurrent.futures`` gives up its whole pool when one process dies and does not say which item it had;
hence this small pool of its own. Processes are spawned, not forked: a fork would copy the engine's locks.
"""

from __future__ import annotations

import multiprocessing
import signal
from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from types import TracebackType

from dateline.model.errors import DatelineError, EngineError
from dateline.model.record import Record
from dateline.model.report import Capture, Failure
from dateline.run.one import Codes, code_one

_AHEAD = 4
"""Items taken in advance per process: enough to keep all busy while one report takes long."""

_READY = "ready"
_spawn = multiprocessing.get_context("spawn")


@dataclass(eq=False, slots=True)
class _Slot:
    """One item in its place in the order, waiting for its result."""

    source: Capture | Failure
    result: Record | Failure | None = None


@dataclass(eq=False, slots=True)
class _Worker:
    process: BaseProcess
    pipe: Connection
    ready: bool = False
    slot: _Slot | None = None


class Workers:
    """Up to ``jobs`` processes, started as there is work for them and ended on leaving the ``with`` block."""

    def __init__(self, make_coder: Callable[[int], Codes], jobs: int) -> None:
        self._make_coder = make_coder
        self._jobs = jobs
        self._workers: list[_Worker] = []

    def __enter__(self) -> Workers:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for worker in self._workers:
            worker.pipe.close()
            worker.process.terminate()
        for worker in self._workers:
            worker.process.join()

    def results(
        self, sources: Iterator[Capture | Failure]
    ) -> Iterator[tuple[Capture | Failure, Record | Failure]]:
        """Every source with its result, in order (see ``batch.code_all``)."""
        order: deque[_Slot] = deque()
        exhausted = False
        while True:
            while not exhausted and len(order) < _AHEAD * self._jobs and (idle := self._idle()):
                source = next(sources, None)
                if source is None:
                    exhausted = True
                    break
                slot = _Slot(source)
                order.append(slot)
                if isinstance(source, Failure):
                    slot.result = source
                else:
                    self._hand(idle, slot, source)
            while order and order[0].result is not None:
                slot = order.popleft()
                assert slot.result is not None
                yield slot.source, slot.result
            if exhausted and not order:
                return
            self._collect()

    def _idle(self) -> _Worker | None:
        for worker in self._workers:
            if worker.slot is None:
                return worker
        if len(self._workers) == self._jobs:
            return None
        ours, theirs = _spawn.Pipe()
        process = _spawn.Process(target=_work, args=(theirs, self._make_coder), daemon=True)
        process.start()
        # Without our copy of its end, the pipe tells us when the process is gone.
        theirs.close()
        worker = _Worker(process, ours)
        self._workers.append(worker)
        return worker

    def _hand(self, worker: _Worker | None, slot: _Slot, capture: Capture) -> None:
        assert worker is not None
        try:
            worker.pipe.send(capture)
        except OSError:
            # It died while it had nothing to do, so this item is not to blame.
            self._bury(worker)
            self._hand(self._idle(), slot, capture)
            return
        worker.slot = slot

    def _collect(self) -> None:
        """Wait for news from the busy processes and note it in their slots."""
        busy = {worker.pipe: worker for worker in self._workers if worker.slot is not None}
        for pipe in wait(list(busy)) if busy else ():
            worker = busy[pipe]  # type: ignore[index]
            try:
                news = worker.pipe.recv()
            except (EOFError, OSError):
                self._bury(worker)
                continue
            if isinstance(news, DatelineError):
                raise news
            if news == _READY:
                worker.ready = True
            elif worker.slot is not None:
                worker.slot.result = news
                worker.slot = None

    def _bury(self, worker: _Worker) -> None:
        worker.pipe.close()
        worker.process.join()
        self._workers.remove(worker)
        how = _ending(worker.process.exitcode)
        if not worker.ready:
            raise EngineError(
                f"A coding process ended while it was starting ({how}).",
                "Try fewer processes (--jobs 1); each needs up to 600 MB of memory.",
            )
        if worker.slot is not None:
            ref = worker.slot.source.ref
            worker.slot.result = Failure(
                ref,
                "ProcessDied",
                f"The process that coded {ref} ended without an answer ({how}).",
                "Perhaps memory ran out: try it again with --jobs 1.",
            )


def _ending(exitcode: int | None) -> str:
    if exitcode is None or exitcode >= 0:
        return f"exit status {exitcode}"
    try:
        return signal.Signals(-exitcode).name
    except ValueError:
        return f"signal {-exitcode}"


def _work(pipe: Connection, make_coder: Callable[[int], Codes]) -> None:
    """The life of a process: make a coder, then answer each capture with its result until the pipe closes."""
    # Ctrl-C goes to the whole group; the parent alone decides what it means.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        coder = make_coder(1)
    except DatelineError as error:
        pipe.send(error)
        return
    try:
        pipe.send(_READY)
        while True:
            pipe.send(code_one(coder, pipe.recv()))
    except (EOFError, OSError):
        return
