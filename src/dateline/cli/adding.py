"""Reports into the store, and what is said of how it went."""

from __future__ import annotations

import getpass
from collections import Counter
from collections.abc import Callable
from contextlib import closing
from functools import partial
from itertools import chain, islice

from dateline.cli import coding
from dateline.cli.coding import Request
from dateline.cli.screen import Screen
from dateline.model.errors import DatelineError, KnowledgeError, UsageError
from dateline.model.report import Capture, Failure
from dateline.run.adding import Adding, add_all
from dateline.run.versions import run_info
from dateline.sources import count_sources
from dateline.store import Added, Store, open_store


def add_reports(request: Request, place: str, who: str | None) -> int:
    """Do what ``request`` says; returns the exit status (0 all added, 1 some failed, 2 wrong usage)."""
    again = " What was added is kept: give the same command again to go on."
    return ending(request.quiet, lambda screen: _add(request, place, who, screen), again)


def ending(quiet: bool, run: Callable[[Screen], int], stopped: str = "") -> int:
    """``run`` with a screen; its exit status, or that of the error that ended it, which is told."""
    with Screen(quiet=quiet) as screen:
        try:
            return run(screen)
        except DatelineError as error:
            screen.error(str(error))
            return 2 if isinstance(error, (UsageError, KnowledgeError)) else 1
        except KeyboardInterrupt:
            screen.error(f"Stopped.{stopped}")
            return 130


def user() -> str:
    """Who it is that works here, for the history."""
    try:
        return getpass.getuser()
    except (KeyError, OSError, ImportError):
        return "dateline"


def _add(request: Request, place: str, who: str | None, screen: Screen) -> int:
    sources = coding.sources_of(request, screen)
    head = list(islice(sources, 2))
    many = len(head) > 1
    total = count_sources(request.refs) if many else len(head)
    with open_store(place) as store:
        if many:
            screen.bar(total)
        tally = Tally(store, screen)
        how = Adding(
            run=run_info(request.actors),
            make_coder=partial(coding.make_coder, request.actors),
            jobs=request.jobs or coding.jobs_for(total),
            who=who or user(),
        )
        with closing(add_all(store, chain(head, sources), how, passed=tally.passed)) as results:
            for _, result in results:
                tally.count(result)
        return tally.status()


class Tally:
    """Keeps count of what came in; tells it at the end."""

    def __init__(self, store: Store, screen: Screen) -> None:
        self._store = store
        self._screen = screen
        self._mark = store.mark()
        self._states: Counter[str] = Counter()
        self._claims = 0
        self._failures: list[Failure] = []

    def passed(self, source: Capture | Failure) -> None:
        """``source`` was there before."""
        self._states["unchanged"] += 1
        self._screen.advance()

    def count(self, result: Added | Failure) -> None:
        """One more is done."""
        if isinstance(result, Failure):
            self._failures.append(result)
        else:
            self._states[result.state] += 1
            self._claims += result.claims if result.state != "unchanged" else 0
        self._screen.advance()

    def status(self) -> int:
        """Tell what came in and what failed; the exit status that follows from it."""
        self._screen.end_bar()
        self._screen.say(self.summary())
        done = self._states.total()
        self._screen.failed(self._failures, done + len(self._failures))
        if not self._failures:
            return 0
        misused = all(failure.error == "UsageError" for failure in self._failures)
        return 2 if misused and not done else 1

    def summary(self) -> str:
        """What came in, in a sentence or two."""
        parts = [f"{self._states[state]} {state}" for state in ("new", "recoded", "unchanged") if self._states[state]]
        said = f"{self._store.name}: {', '.join(parts) or 'no'} reports, {self._claims} claims."
        incidents = self._store.changes(self._mark).incidents
        counted = {"new": incidents.new, "changed": incidents.changed, "merged": incidents.merged}
        touched = [f"{len(found)} {name}" for name, found in counted.items() if found]
        return f"{said} Incidents: {', '.join(touched)}." if touched else said
