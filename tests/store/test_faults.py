"""Processes killed at any moment, two that write at once, and a disk that is full."""

from __future__ import annotations

import os
import random
import select
import signal
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import event

from dateline.model.errors import StoreError
from dateline.model.incident import ClaimRef
from dateline.store import Store, open_store
from tests.store.records import RUN, capture, incident, record


def child(work: Callable[[int], None]) -> tuple[int, int]:
    """Run ``work`` in another process, which is given a pipe to write to; its id and our end of the pipe.

    Forked, not started anew: it is there in milliseconds, and nothing of a store is open here.
    """
    ours, theirs = os.pipe()
    process = os.fork()
    if process:
        os.close(theirs)
        return process, ours
    try:
        os.close(ours)
        work(theirs)
        os._exit(0)
    except BaseException:
        os._exit(1)


def add_and_merge(place: str, first: int) -> Callable[[int], None]:
    """Add report after report from number ``first`` on; each becomes an incident, which then takes up the one before.

    Every number is told when the report and its incident are kept.
    """

    def work(pipe: int) -> None:
        with open_store(place) as store:
            refs: list[ClaimRef] = []
            for number in range(first, first + 10_000):
                added = store.add(record(number), capture=capture(number), run=RUN)
                refs.append(ClaimRef(added.report, "c1"))
                store.save_incidents([incident(f"i-{number}", refs)], removed=[f"i-{number - 1}"])
                os.write(pipe, b"%d\n" % number)
                refs = refs[-3:] if number % 4 else []

    return work


def killed_after(process: int, pipe: int, seconds: float) -> list[int]:
    """The numbers that ``process`` told before it was killed, so many seconds after the first."""
    select.select([pipe], [], [], 30)
    time.sleep(seconds)
    os.kill(process, signal.SIGKILL)
    os.waitpid(process, 0)
    told = b""
    while part := os.read(pipe, 65536):
        told += part
    os.close(pipe)
    return [int(line) for line in told.split()]


def kill_often(place: str, times: int) -> None:
    chance = random.Random(times)
    first, acknowledged = 0, []
    for _ in range(times):
        process, pipe = child(add_and_merge(place, first))
        told = killed_after(process, pipe, chance.uniform(0.0, 0.1))
        acknowledged += told
        # What was under way when it died may be there or not, and is added again by the next.
        first = told[-1] + 1 if told else first
    with open_store(place) as store:
        assert store.check() == []
        refs = [one.report.ref for one in store.records()]
        assert len(set(refs)) == len(refs)
        assert {f"{number}.txt" for number in acknowledged} <= set(refs)
        assert len(refs) <= len(acknowledged) + times
        counts = store.counts()
        assert counts["reports"] == counts["records"] == counts["captures"] == len(refs)
        last = acknowledged[-1]
        held = store.incidents_of([ClaimRef(record(last).report.id, "c1")])
        # The next incident takes up this one: killed between keeping it and telling so, the store holds the next.
        assert list(held.values()) in ([f"i-{last}"], [f"i-{last + 1}"])


def test_killed_at_any_moment(made: str) -> None:
    kill_often(made, 20)


@pytest.mark.slow
def test_killed_at_any_moment_many_times(made: str) -> None:
    kill_often(made, 200)


def test_killed_while_the_store_is_made(place: str) -> None:
    def work(pipe: int) -> None:
        os.write(pipe, b"0\n")
        open_store(place).close()
        os.write(pipe, b"1\n")

    for seconds in (0.0, 0.01, 0.03, 0.06, 0.1, 0.2):
        process, pipe = child(work)
        killed_after(process, pipe, seconds)
    with open_store(place) as store:
        assert store.check() == []
        assert store.add(record(1), capture=None, run=RUN).state == "new"


def test_two_write_at_once(made: str) -> None:
    def adding(numbers: range) -> Callable[[int], None]:
        def work(pipe: int) -> None:
            with open_store(made) as store:
                for number in numbers:
                    store.add(record(number), capture=capture(number), run=RUN)

        return work

    # Those from 15 to 24 are added by both.
    processes = [child(adding(numbers)) for numbers in (range(25), range(15, 40))]
    assert [os.waitpid(process, 0)[1] for process, _ in processes] == [0, 0]
    for _, pipe in processes:
        os.close(pipe)
    with open_store(made) as store:
        counts = store.counts()
        assert counts["reports"] == counts["records"] == counts["captures"] == counts["entries"] == 40
        assert store.check() == []


def test_two_make_the_store_at_once(place: str) -> None:
    def work(pipe: int) -> None:
        with open_store(place) as store:
            store.add(record(os.getpid() % 1000), capture=None, run=RUN)

    processes = [child(work) for _ in range(3)]
    assert [os.waitpid(process, 0)[1] for process, _ in processes] == [0, 0, 0]
    for _, pipe in processes:
        os.close(pipe)
    with open_store(place) as store:
        assert len(list(store.records())) == 3
        assert store.check() == []


def test_only_one_derives_incidents_at_a_time(made: str) -> None:
    def work(pipe: int) -> None:
        with open_store(made) as store, store.turn():
            os.write(pipe, b"1\n")
            time.sleep(60)

    process, pipe = child(work)
    select.select([pipe], [], [], 30)
    began = time.monotonic()
    waiting, theirs = child(lambda _: _take_turn(made))
    assert os.waitpid(waiting, os.WNOHANG) == (0, 0)
    time.sleep(0.3)
    assert os.waitpid(waiting, os.WNOHANG) == (0, 0)
    # One that dies inside lets the next one in.
    killed_after(process, pipe, 0.0)
    assert os.waitpid(waiting, 0)[1] == 0
    os.close(theirs)
    assert time.monotonic() - began < 30


def _take_turn(place: str) -> None:
    with open_store(place) as store, store.turn():
        pass


def test_a_full_disk(tmp_path: Path) -> None:
    path = tmp_path / "dateline.db"
    room: list[int] = [60]
    with open_store(path) as store:
        _limit(store, room)
        added = _add_until_full(store)
        assert added
        assert [one.report.ref for one in store.records()] == added
        assert store.check() == []
        room[0] = 1_000_000
        store._database.engine.dispose()
        assert store.add(record(9999), capture=None, run=RUN).state == "new"
        assert store.check() == []


def _limit(store: Store, room: list[int]) -> None:
    """Let the file grow by no more than ``room`` pages: SQLite then says what it says of a full disk."""

    @event.listens_for(store._database.engine, "connect")
    def limit(connection: Any, _: Any) -> None:
        pages = connection.execute("PRAGMA page_count").fetchone()[0]
        connection.execute(f"PRAGMA max_page_count = {pages + room[0]}")

    store._database.engine.dispose()


def _add_until_full(store: Store) -> list[str]:
    added: list[str] = []
    with pytest.raises(StoreError, match=r"disk is full.*Free some space"):
        for number in range(1000):
            store.add(record(number), capture=capture(number), run=RUN)
            added.append(f"{number}.txt")
    return added
