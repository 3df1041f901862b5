"""The store: reports, claims, incidents and judgements, with all that they ever were."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import func, select

from dateline.store import refreshing, tables
from dateline.store.backup import back_up
from dateline.store.changes import Changes, changes
from dateline.store.check import Finding, check
from dateline.store.entries import bound
from dateline.store.faults import told
from dateline.store.feeds import FeedState, read_feed, write_feed
from dateline.store.incidents import Incidents
from dateline.store.reports import Reports


class Store(Reports, Incidents):
    """An open store; ``open_store`` makes one, leaving the ``with`` block closes it.

    Every method that writes is one transaction. Every method that reads takes ``as_of``, a day (ISO 8601; its end)
    or a moment, and then gives what the store held by then. All raise ``StoreError``, with what to do about it.
    Other processes, and other threads with this same object, may read and write meanwhile.
    """

    def changes(self, since: str | int) -> Changes:
        """What is other than at the beginning of the day ``since``, or at that moment, or at that ``mark``."""
        with self._reading() as connection:
            return changes(connection, since)

    def mark(self) -> int:
        """The number of the last entry: where the store stands now."""
        with self._reading() as connection:
            return bound(connection, None)

    def stale(self) -> tuple[list[str], int]:
        """The reports that incidents do not tell of yet, in order, and the entry up to which that holds."""
        with self._reading() as connection:
            return refreshing.stale(connection)

    def refreshed(self, up_to: int) -> None:
        """Incidents now tell of all reports up to the entry ``up_to``, which ``stale`` gave."""
        with self._writing() as connection:
            refreshing.refreshed(connection, up_to)

    def feed(self, url: str) -> FeedState:
        """What is known of a feed that is watched."""
        with self._reading() as connection:
            return read_feed(connection, url)

    def keep_feed(self, state: FeedState) -> None:
        """Overwrite what is known of a feed."""
        with self._writing() as connection:
            write_feed(connection, state)

    def counts(self) -> dict[str, int]:
        """The rows of every table."""
        with self._reading() as connection:
            return {
                name: connection.scalar(select(func.count()).select_from(table)) or 0
                for name, table in tables.metadata.tables.items()
            }

    def check(self) -> list[Finding]:
        """What is wrong with the store, nothing where all is well; reads every row."""
        with self._reading() as connection:
            return check(connection)

    def backup(self, path: Path) -> None:
        """Copy all of a store that may be in use to ``path``, an SQLite file, in one state of it."""
        with told(self.name):
            back_up(self._database, path)
