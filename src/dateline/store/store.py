"""The store: reports, claims, incidents and judgements, with all that they ever were."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Any

from sqlalchemy import Connection, func, select

from dateline.model.claim import Claim
from dateline.model.incident import ClaimRef, Incident
from dateline.model.judgement import Judgement
from dateline.model.record import Record
from dateline.model.report import Capture, Failure
from dateline.model.run import RunInfo
from dateline.store import adding, incident_reading, incident_saving, reading, refreshing, tables
from dateline.store.adding import Added
from dateline.store.backup import back_up
from dateline.store.changes import Changes, changes
from dateline.store.check import Finding, check
from dateline.store.database import Database
from dateline.store.entries import bound
from dateline.store.faults import told
from dateline.store.feeds import FeedState, read_feed, write_feed
from dateline.store.incident_reading import Filters
from dateline.store.incident_saving import Change
from dateline.store.judging import judge, read_judgements
from dateline.store.searching import Found, search


class Store:
    """An open store; ``open_store`` makes one, leaving the ``with`` block closes it.

    Every method that writes is one transaction. Every method that reads takes ``as_of``, a day (ISO 8601; its end)
    or a moment, and then gives what the store held by then. All raise ``StoreError``, with what to do about it.
    Other processes, and other threads with this same object, may read and write meanwhile.
    """

    def __init__(self, database: Database) -> None:
        self._database = database
        self.name = database.name

    def __enter__(self) -> Store:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the database."""
        with told(self.name):
            self._database.engine.dispose()

    def add(
        self,
        record: Record,
        *,
        capture: Capture | None,
        run: RunInfo,
        who: str = "dateline",
        why: str = "added",
    ) -> Added:
        """Keep ``record``, and the ``capture`` that it was read from. The same again changes nothing.

        A report whose record says something else than before gets a new version; the old one stays.
        """
        with self._writing() as connection:
            return adding.add(connection, record, capture=capture, run=run, who=who, why=why)

    def known(self, capture: Capture, run: RunInfo, *, failed: bool = False) -> str | None:
        """The report that ``capture`` gave before under the same versions; ``None`` where it is yet to be coded.

        With ``failed``, one that failed before counts as known, and is ``""``.
        """
        with self._reading() as connection:
            return adding.known(connection, capture, run, failed=failed)

    def note(
        self, capture: Capture, report: str | None, run: RunInfo, *, who: str = "dateline", why: str = "seen"
    ) -> None:
        """Keep that ``capture`` was seen and led to ``report`` (``None``: to nothing), so that it is ``known``."""
        with self._writing() as connection:
            adding.note(connection, capture, report, run, who, why)

    def withdraw(self, reports: Sequence[str], *, who: str, why: str) -> list[str]:
        """Take reports out of all that follows; as of earlier they stay. Returns the ids of those that stood."""
        with self._writing() as connection:
            return adding.withdraw(connection, reports, who=who, why=why)

    def fail(
        self,
        failure: Failure,
        *,
        capture: Capture | None = None,
        run: RunInfo | None = None,
        who: str = "dateline",
        why: str = "failed",
    ) -> None:
        """Keep ``failure``; the same as the last of its item changes nothing."""
        with self._writing() as connection:
            adding.fail(connection, failure, capture=capture, run=run, who=who, why=why)

    def failures(self, *, as_of: str | None = None) -> list[Failure]:
        """Every failure that was kept, in order."""
        table = tables.failures.c
        chosen = select(table.ref, table.error, table.message, table.advice).order_by(table.row)
        with self._reading() as connection:
            rows = connection.execute(chosen.where(table.entry <= bound(connection, as_of)))
            return [Failure(*row) for row in rows]

    def records(self, report_ids: Sequence[str] | None = None, *, as_of: str | None = None) -> Iterator[Record]:
        """The newest record of every report, or of those named, in the order in which they were added.

        They are read in pages as they are asked for, all as of the moment of the first.
        """
        with self._reading() as connection:
            last = bound(connection, as_of)
        lists: Iterable[Sequence[str] | None] = [None]
        if report_ids is not None:
            every = list(dict.fromkeys(report_ids))
            lists = [every[start : start + reading.PAGE] for start in range(0, len(every), reading.PAGE)]
        for ids in lists:
            after = 0
            while True:
                with self._reading() as connection:
                    page = reading.read_records(connection, last, ids, after)
                yield from (record for _, record in page)
                if len(page) < reading.PAGE:
                    break
                after = page[-1][0]

    def record(self, report_id: str, *, as_of: str | None = None) -> Record | None:
        """The newest record of one report, ``None`` where there is none."""
        return next(self.records([report_id], as_of=as_of), None)

    def claims(self, refs: Iterable[ClaimRef], *, as_of: str | None = None) -> dict[ClaimRef, Claim]:
        """The claims that stand of ``refs``, without reading their reports."""
        with self._reading() as connection:
            return reading.read_claims(connection, bound(connection, as_of), refs)

    def claims_near(
        self,
        *,
        start: str | None = None,
        end: str | None = None,
        cells: Sequence[str] = (),
        countries: Sequence[str] = (),
        placeless: bool = False,
        as_of: str | None = None,
    ) -> list[ClaimRef]:
        """The claims of all reports whose days overlap ``start`` to ``end`` (ISO dates, both included) in an area.

        ``cells`` are those of ``cells_around``: a claim is near where one of its places touches one of them.
        ``countries`` (ISO 3166-1 alpha-2) adds claims that are placed no closer than in one of these countries;
        without ``cells``, all that are placed in them. ``placeless`` adds, to either, claims that have no place.
        With neither cells nor countries, the whole world. What days a claim is looked for under:
        ``claim_rows.days``.
        """
        with self._reading() as connection:
            return reading.claims_near(
                connection,
                bound(connection, as_of),
                start=start,
                end=end,
                cells=cells,
                countries=countries,
                placeless=placeless,
            )

    def search(self, words: str, *, limit: int = 20, as_of: str | None = None) -> list[Found]:
        """The reports that hold all of ``words``, best first; ``"in quotes"`` is a phrase."""
        with self._reading() as connection:
            return search(connection, bound(connection, as_of), words, limit)

    def judge(self, judgement: Judgement) -> bool:
        """Keep ``judgement``; False where it is kept already.

        Raises ``UsageError`` where its id has another, or where it takes back one that is not there.
        """
        with self._writing() as connection:
            return judge(connection, judgement)

    def judgements(self, *, as_of: str | None = None) -> list[Judgement]:
        """Every judgement in the order in which they were made, those that were taken back and the undoing too."""
        with self._reading() as connection:
            return read_judgements(connection, bound(connection, as_of))

    def save_incidents(
        self,
        incidents: Sequence[Incident],
        *,
        removed: Sequence[str] = (),
        who: str = "dateline",
        why: str = "derived",
    ) -> list[Change]:
        """Keep incidents as derived, in one transaction: a new version of those alone that are new or changed.

        ``removed`` are no longer: merged where another incident now has their claims, else withdrawn. What
        ``first_seen``, ``last_updated`` and ``history`` say is left out; the store fills them when it reads.
        """
        with self._writing() as connection:
            return incident_saving.save(connection, incidents, removed, who=who, why=why)

    def incidents(self, *, as_of: str | None = None, **filters: Any) -> Iterator[Incident]:
        """The incidents that stand, but for those merged or withdrawn; ``filters`` as in ``Filters``."""
        chosen = Filters(**filters)
        with self._reading() as connection:
            last = bound(connection, as_of)
        after = 0
        while True:
            with self._reading() as connection:
                page = incident_reading.read_incidents(connection, last, chosen, after)
            yield from (incident for _, incident in page)
            if len(page) < incident_reading.PAGE:
                return
            after = page[-1][0]

    def incident(self, incident_id: str, *, as_of: str | None = None) -> Incident | None:
        """One incident, also where it was merged or withdrawn (its status is then ``merged`` or ``retracted``)."""
        with self._reading() as connection:
            return incident_reading.read_incident(connection, bound(connection, as_of), incident_id)

    def incidents_of(self, refs: Iterable[ClaimRef], *, as_of: str | None = None) -> dict[ClaimRef, str]:
        """The id of the incident that each claim belongs to; claims that belong to none are left out."""
        with self._reading() as connection:
            return incident_reading.incidents_of(connection, bound(connection, as_of), refs)

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

    @contextmanager
    def turn(self) -> Iterator[None]:
        """Wait until no other process derives incidents: what it would save must not undo what we save."""
        with told(self.name), self._database.turn():
            yield

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

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        with told(self.name), self._database.reading() as connection:
            yield connection

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        with told(self.name), self._database.writing() as connection:
            yield connection
