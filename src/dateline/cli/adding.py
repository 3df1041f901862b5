"""Reports into the store, and what is said of how it went."""

from __future__ import annotations

from collections import Counter
from contextlib import closing
from functools import partial

from dateline.cli import opening
from dateline.cli.request import Request
from dateline.cli.running import carry_out
from dateline.cli.screen import Screen
from dateline.model.report import Capture, Failure
from dateline.run.adding import Adding, add_all
from dateline.run.versions import run_info
from dateline.store import Added, Store, open_store


def add_reports(request: Request, url: str, who: str) -> int:
    """Code what ``request`` names into the store at ``url``, a path or URL; ``who`` adds them, for the history.

    Returns the exit status (0 all added, 1 some failed, 2 wrong usage).
    """

    def work(screen: Screen) -> int:
        opened = opening.open_request(request, screen)
        with open_store(url) as store:
            tally = Tally(store, screen)
            how = Adding(
                run=run_info(request.actors),
                make_coder=partial(opening.make_coder, request.actors),
                jobs=opened.jobs,
                who=who,
            )
            with closing(add_all(store, opened.sources, how, passed=tally.passed)) as results:
                for _, result in results:
                    tally.count(result)
            return tally.status()

    again = " What was added is kept: give the same command again to go on."
    return carry_out(work, quiet=request.quiet, stopped=again)


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
        return self._screen.failed(self._failures, self._states.total())

    def summary(self) -> str:
        """What came in, in a sentence or two."""
        parts = [f"{self._states[state]} {state}" for state in ("new", "recoded", "unchanged") if self._states[state]]
        said = f"{self._store.name}: {', '.join(parts) or 'no'} reports, {self._claims} claims."
        incidents = self._store.changes(self._mark).incidents
        counted = {"new": incidents.new, "changed": incidents.changed, "merged": incidents.merged}
        touched = [f"{len(found)} {name}" for name, found in counted.items() if found]
        return f"{said} Incidents: {', '.join(touched)}." if touched else said
