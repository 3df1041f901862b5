"""Rounds of asking feeds, until told to stop."""

from __future__ import annotations

import time
from collections import Counter
from dataclasses import dataclass
from datetime import datetime
from functools import cache, partial
from pathlib import Path

from dateline.cli import opening
from dateline.cli.adding import Tally
from dateline.cli.options import user
from dateline.cli.running import carry_out
from dateline.cli.screen import Screen
from dateline.model.report import Failure
from dateline.run.adding import Adding
from dateline.run.versions import run_info
from dateline.run.watching import poll
from dateline.sources import FetchLimits
from dateline.sources.subscriptions import feed_urls
from dateline.store import Store, open_store


@dataclass(frozen=True, slots=True)
class Watch:
    """What ``dateline watch`` was asked; the fields are its options."""

    refs: tuple[str, ...]
    store: str
    every: int
    once: bool
    actors: tuple[Path, ...] = ()
    allow_private: bool = False
    quiet: bool = False


def watch_feeds(watch: Watch) -> int:
    """Do what ``watch`` says; returns the exit status (0 all well, 1 a feed or report failed, 2 wrong usage)."""
    return carry_out(lambda screen: _watch(watch, screen), quiet=watch.quiet, stopped=" What was added is kept.")


def _watch(watch: Watch, screen: Screen) -> int:
    feeds = feed_urls(watch.refs)
    # One engine for all rounds: loading it takes longer than a report.
    make_coder = cache(partial(opening.make_coder, watch.actors))
    with open_store(watch.store) as store:
        while True:
            began = time.monotonic()
            how = Adding(run=run_info(watch.actors), make_coder=make_coder, who=user(), why="watched")
            status = _round(store, feeds, how, watch, screen)
            if watch.once:
                return status
            time.sleep(max(0.0, watch.every * 60 - (time.monotonic() - began)))


def _round(store: Store, feeds: list[str], how: Adding, watch: Watch, screen: Screen) -> int:
    tally = Tally(store, screen)
    states: Counter[str] = Counter()
    failures: list[Failure] = []
    for polled in poll(store, feeds, how, FetchLimits(allow_private=watch.allow_private)):
        states[polled.state] += 1
        if polled.failure:
            failures.append(polled.failure)
        for result in polled.results:
            tally.count(result)
        fresh = len(polled.results)
        if fresh:
            screen.say(f"{polled.url}: {fresh} new.")
    asked = ", ".join(f"{count} {state}" for state, count in states.items())
    screen.say(f"{datetime.now():%H:%M} {len(feeds)} feeds: {asked}.")
    status = tally.status()
    screen.failed(failures, len(feeds) - len(failures), what="feeds could not be read")
    return 1 if failures else status
