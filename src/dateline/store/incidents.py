"""The store's incidents, and what analysts decided about them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from dateline.model.filters import Filters
from dateline.model.incident import ClaimRef, Incident
from dateline.model.judgement import Judgement
from dateline.store import incident_reading, incident_saving
from dateline.store.entries import bound
from dateline.store.incident_saving import Change
from dateline.store.judging import judge, read_judgements
from dateline.store.paging import pages
from dateline.store.session import Session


class Incidents(Session):
    """What is derived and decided; see ``Store``."""

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

        def read(after: int) -> list[tuple[int, Incident]]:
            with self._reading() as connection:
                return incident_reading.read_incidents(connection, last, chosen, after)

        yield from pages(read)

    def incident(self, incident_id: str, *, as_of: str | None = None) -> Incident | None:
        """One incident, also where it was merged or withdrawn (its status is then ``merged`` or ``retracted``)."""
        with self._reading() as connection:
            return incident_reading.read_incident(connection, bound(connection, as_of), incident_id)

    def incidents_of(self, refs: Iterable[ClaimRef], *, as_of: str | None = None) -> dict[ClaimRef, str]:
        """The id of the incident that each claim belongs to; claims that belong to none are left out."""
        with self._reading() as connection:
            return incident_reading.incidents_of(connection, bound(connection, as_of), refs)
