"""The store's reports: their records and claims, how they were captured, and what could not be read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import partial

from sqlalchemy import select

from dateline.model.claim import Claim
from dateline.model.incident import ClaimRef
from dateline.model.record import Record
from dateline.model.report import Capture, Failure
from dateline.model.run import RunInfo
from dateline.store import adding, paging, reading, tables
from dateline.store.adding import Added
from dateline.store.entries import bound
from dateline.store.paging import pages
from dateline.store.searching import Found, search
from dateline.store.session import Session


class Reports(Session):
    """What was reported; see ``Store``."""

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

    def note(self, capture: Capture, report: str | None, run: RunInfo, *, who: str = "dateline", why: str = "seen") -> None:
        """Keep that ``capture`` was seen and led to ``report`` (``None``: to nothing), so that it is ``known``."""
        with self._writing() as connection:
            adding.note(connection, capture, report, run, who, why)

    def withdraw(self, reports: Sequence[str], *, who: str, why: str) -> list[str]:
        """Take reports out of all that follows; as of earlier they stay. Returns the ids of those that stood."""
        with self._writing() as connection:
            return adding.withdraw(connection, reports, who=who, why=why)

    def reinstate(self, reports: Sequence[str], *, who: str, why: str) -> list[str]:
        """Bring withdrawn reports back as they last stood. Returns the ids of those that were withdrawn."""
        with self._writing() as connection:
            return adding.reinstate(connection, reports, who=who, why=why)

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
            lists = [every[start : start + paging.PAGE] for start in range(0, len(every), paging.PAGE)]
        for ids in lists:
            yield from pages(partial(self._page, last, ids))

    def _page(self, last: int, ids: Sequence[str] | None, after: int) -> list[tuple[int, Record]]:
        with self._reading() as connection:
            return reading.read_records(connection, last, ids, after)

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
