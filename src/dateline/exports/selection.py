"""What an export is of: the records chosen and the incidents that their claims are about."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from dateline.model.claim import Claim
from dateline.model.incident import ClaimRef, Incident
from dateline.model.record import Record


@dataclass(frozen=True)
class Selection:
    """Records, each report once, and incidents; claims of incidents whose record is not here are passed over."""

    records: tuple[Record, ...]
    incidents: tuple[Incident, ...] = ()

    @cached_property
    def _by_ref(self) -> dict[ClaimRef, tuple[Record, Claim]]:
        return {
            ClaimRef(record.report.id, claim.id): (record, claim)
            for record in self.records
            for claim in record.claims
        }

    @cached_property
    def incident_of(self) -> dict[ClaimRef, str]:
        """The id of the incident that each claim belongs to."""
        return {ref: incident.id for incident in self.incidents for ref in incident.claims}

    def claims(self, refs: Sequence[ClaimRef]) -> tuple[tuple[Record, Claim], ...]:
        """The claims that ``refs`` mean, with their records, in that order."""
        return tuple(self._by_ref[ref] for ref in refs if ref in self._by_ref)

    def records_of(self, incident: Incident) -> tuple[Record, ...]:
        """The records with a claim of ``incident``, by publication date, undated last."""
        found = {record.report.id: record for record, _ in self.claims(incident.claims)}
        return tuple(sorted(found.values(), key=lambda r: (r.report.published or "9", r.report.id)))

    def each_claim(self) -> Iterator[tuple[Record, Claim, str | None]]:
        """Every claim with its record and the id of its incident, if it has one."""
        for record in self.records:
            for claim in record.claims:
                yield record, claim, self.incident_of.get(ClaimRef(record.report.id, claim.id))
