"""A store of many made-up claims: how long one more report takes, and how much memory that needs.

The records are those of ``incident_scale``, added in one transaction, with the incidents that fusion makes of
them. Then reports are added one by one as ``dateline add`` does it, each with the refresh of the incidents near
it. Processor time of this process, so that other work on the machine does not count.
"""

from __future__ import annotations

import resource
import tempfile
import time
from collections.abc import Iterable, Iterator
from pathlib import Path

from benchmarks import incident_scale
from benchmarks.corpus import Score
from dateline.incidents import fuse
from dateline.model.record import Record
from dateline.model.run import RunInfo
from dateline.run.incidents import refresh
from dateline.store import Store, adding, open_store

CLAIMS = 100_000
_RUN = RunInfo("made up", "made up", "made up", "made up")
_MORE = 12
"""Reports that are added one by one; the slowest counts."""

_A_TRANSACTION = 2_000


def build(store: Store, records: Iterable[Record]) -> None:
    """Add ``records`` in few transactions, with all their incidents."""
    held = list(records)
    for part in _parts(held, _A_TRANSACTION):
        with store._writing() as connection:
            for record in part:
                adding.add(connection, record, capture=None, run=_RUN, who="benchmark", why="made up")
    store.save_incidents(fuse(held))


def _parts(items: list[Record], size: int) -> Iterator[list[Record]]:
    return (items[start : start + size] for start in range(0, len(items), size))


def seconds_each(store: Store, records: Iterable[Record]) -> list[float]:
    """Processor time of adding each record and bringing the incidents near it up to date."""
    found = []
    for record in records:
        start = time.process_time()
        store.add(record, capture=None, run=_RUN)
        refresh(store, [record.report.id])
        found.append(time.process_time() - start)
    return found


def more(count: int) -> list[Record]:
    """Further reports of days and towns that the store knows."""
    every = list(incident_scale.records(CLAIMS // 10, seed=2))
    return every[:: max(1, len(every) // count)][:count]


def peak() -> float:
    """The most memory that this process has held so far, MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def scores(claims: int = CLAIMS) -> list[Score]:
    """The slowest of the reports added one by one."""
    with tempfile.TemporaryDirectory() as folder, open_store(Path(folder) / "scale.db") as store:
        build(store, incident_scale.records(claims))
        worst = max(seconds_each(store, more(_MORE)))
    corpus = f"a store of {claims:,} made-up claims"
    return [Score("adding a report", corpus, "processor time, the slowest of 12", worst, 1.0, unit="s", lower=True)]
