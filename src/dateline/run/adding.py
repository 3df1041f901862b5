"""Reports into the store: coded, kept one by one, and the incidents brought up to date with them."""

from __future__ import annotations

import logging
from collections import deque
from collections.abc import Generator, Iterator
from contextlib import closing
from dataclasses import dataclass
from typing import Protocol

from dateline.model.record import Record
from dateline.model.report import Capture, Failure
from dateline.model.run import RunInfo
from dateline.run import incidents
from dateline.run.batch import CoderMaker, code_all
from dateline.store import Added, Store

log = logging.getLogger(__name__)

_TOGETHER = 50
"""Reports after which incidents are derived anew: often enough that a long run can be looked at meanwhile."""

Outcome = tuple[Capture | Failure, Added | Failure]


@dataclass(frozen=True, slots=True, kw_only=True)
class Adding:
    """How reports are added: ``who`` and ``why`` stand in the history.

    ``failed_too``: what failed before under the same versions is passed over as well, not tried again.
    """

    run: RunInfo
    make_coder: CoderMaker
    jobs: int = 1
    who: str = "dateline"
    why: str = "added"
    failed_too: bool = False


class Passed(Protocol):
    """Is told of every source that was there before."""

    def __call__(self, source: Capture | Failure, /) -> None:
        """``source`` needs no coding."""
        ...


def add_all(
    store: Store, sources: Iterator[Capture | Failure], how: Adding, *, passed: Passed
) -> Generator[Outcome, None, None]:
    """Code and keep every source that is not in the store under the same versions; each with what came of it.

    Each is kept, whole, before the next is yielded, so a run that is broken off goes on where it stopped. A
    failure is kept too. Incidents are derived anew after every fifty reports and at the end, also for reports that
    an earlier run was killed over. Raises ``DatelineError`` where the store cannot be written or no coder made.
    """
    since = 0
    unknown = _unknown(store, sources, how, passed)
    with closing(code_all(unknown, make_coder=how.make_coder, jobs=how.jobs)) as results:
        for source, result in results:
            yield source, _keep(store, source, result, how)
            since += 1
            if since >= _TOGETHER:
                bring_up_to_date(store)
                since = 0
    bring_up_to_date(store)


def bring_up_to_date(store: Store) -> None:
    """Derive the incidents of all reports that they do not tell of yet.

    One process at a time does so; one that is killed within leaves the same reports to the next.
    """
    if not store.stale()[0]:
        return
    with store.turn():
        # Another process may have done it while we waited.
        reports, up_to = store.stale()
        if reports:
            incidents.refresh(store, reports)
        store.refreshed(up_to)


def _unknown(
    store: Store, sources: Iterator[Capture | Failure], how: Adding, passed: Passed
) -> Iterator[Capture | Failure]:
    # The same item twice in one run is coded once: what is under way is not in the store yet.
    recent: deque[Capture] = deque(maxlen=4 * how.jobs + 1)
    for source in sources:
        if isinstance(source, Capture):
            if source in recent or store.known(source, how.run, failed=how.failed_too) is not None:
                passed(source)
                continue
            recent.append(source)
        yield source


def _keep(store: Store, source: Capture | Failure, result: Record | Failure, how: Adding) -> Added | Failure:
    capture = source if isinstance(source, Capture) else None
    if isinstance(result, Failure):
        store.fail(result, capture=capture, run=how.run if capture else None, who=how.who, why=how.why)
        return result
    return store.add(result, capture=capture, run=how.run, who=how.who, why=how.why)
