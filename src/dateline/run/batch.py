"""Many captures to results: in order, lazily, in this process or in several."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterator

from dateline.model.record import Record
from dateline.model.report import Capture, Failure
from dateline.run.one import Codes, code_one
from dateline.run.workers import Workers

CoderMaker = Callable[[int], Codes]
"""Makes a coder that runs on so many threads (0: as many as there are cores)."""


def code_all(
    sources: Iterator[Capture | Failure], *, make_coder: CoderMaker, jobs: int
) -> Generator[tuple[Capture | Failure, Record | Failure], None, None]:
    """Every source with its result, in the order of ``sources``; a source that is a failure is its own result.

    With one job all is done in this process on all its cores; with more, each of ``jobs`` processes has a
    coder of its own on one thread, and ``make_coder`` must be picklable. ``sources`` is asked for no more
    than ``4 × jobs`` items ahead of what has been taken, so that memory stays flat however many there are.

    A process that dies gives a ``Failure`` for the item it had, and another takes its place. Raises
    ``DatelineError`` only where no coder can be made at all.
    """
    if jobs > 1:
        with Workers(make_coder, jobs) as workers:
            yield from workers.results(sources)
        return
    coder: Codes | None = None
    for source in sources:
        if isinstance(source, Failure):
            yield source, source
            continue
        coder = coder or make_coder(0)
        yield source, code_one(coder, source)
