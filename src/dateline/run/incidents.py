"""Incidents of a store, brought up to date with reports that came in: only what is near them is worked out anew."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from dateline.incidents import fuse
from dateline.incidents.judging import constraints_of
from dateline.incidents.written_names import written_names
from dateline.knowledge.codebook.types import CONTEXT
from dateline.model.claim import Claim, Place
from dateline.model.incident import ClaimRef, Incident
from dateline.model.judgement import Judgement
from dateline.model.record import Record
from dateline.model.report import Report
from dateline.store import Change, Store, cells_around

AROUND = timedelta(days=8)
"""Days before and after an event in which others are looked for: one more than fusion's bucket of time."""

LAG = timedelta(days=10)
"""Days before publication in which an event without a date is looked for, as in fusion."""

NEAR_KM = 30.0
"""Kilometres beyond a place's own radius in which others are looked for: half a coarse cell."""

COUNTRY_PRECISION = 6
"""UCDP's ``where_prec`` from which on a place is a country."""

MOST = 300
"""Reports of the neighbourhood that are worked out with a single new one: what fits into a second. The nearest in
time come first."""

_LOOKED_UP = 4
"""Names of a report that are looked up in the store's texts."""

_HITS = 15
"""Reports taken for each name: a name that many write tells little."""

_CLAIMS = 100
"""Claims that an earlier version of a report may have had: its incidents are touched though the claims are gone."""


@dataclass(frozen=True, slots=True)
class _Part:
    """What is worked out anew: the records, the incidents that they make up, the claims of others among them."""

    records: list[Record]
    incidents: list[Incident]
    outside: frozenset[ClaimRef]


def refresh(store: Store, report_ids: Sequence[str]) -> list[Change]:
    """Bring the incidents that ``report_ids`` touch up to date; what changed.

    The reports near in time and place are taken with those of all incidents that they belong to, and
    these are fused anew under all judgements; every other incident stays as it is. Raises ``StoreError``.
    """
    judgements = store.judgements()
    part = _neighbourhood(store, report_ids, judgements)
    found = fuse(part.records, judgements, known=part.incidents, outside=part.outside)
    kept = {incident.id for incident in found}
    removed = [incident.id for incident in part.incidents if incident.id not in kept]
    return store.save_incidents(found, removed=removed)


def _neighbourhood(store: Store, report_ids: Sequence[str], judgements: Sequence[Judgement]) -> _Part:
    records = {record.report.id: record for record in store.records(report_ids)}
    near = dict.fromkeys(ref for record in records.values() for ref in _near(store, record))
    near |= dict.fromkeys(_judged(judgements, set(report_ids)))
    own = [ClaimRef(report, f"c{number}") for report in report_ids for number in range(1, _CLAIMS + 1)]
    touched = set(store.incidents_of([*own, *near]).values())
    incidents = [incident for key in sorted(touched) if (incident := store.incident(key)) is not None]
    wanted = {ref.report for ref in near} | {ref.report for incident in incidents for ref in incident.claims}
    records |= {record.report.id: record for record in store.records(sorted(wanted - records.keys()))}
    inside = {ref for incident in incidents for ref in incident.claims}
    every = [ClaimRef(record.report.id, claim.id) for record in records.values() for claim in record.claims]
    held = store.incidents_of([ref for ref in every if ref not in inside])
    outside = frozenset(ref for ref, incident in held.items() if incident not in touched)
    return _Part([records[key] for key in sorted(records)], incidents, outside)


def _judged(judgements: Sequence[Judgement], reports: set[str]) -> Iterator[ClaimRef]:
    """Claims that an analyst tied to one of ``reports``."""
    for pair in constraints_of(judgements).same:
        if pair[0].report in reports or pair[1].report in reports:
            yield from pair


def _near(store: Store, record: Record) -> Iterator[ClaimRef]:
    """Claims of other reports near those of ``record`` in time and place, or whose reports write the same names,
    of at most ``MOST`` reports."""
    found: dict[str, None] = {}
    for start, end, cells, countries in dict.fromkeys(_searches(record)):
        for ref in store.claims_near(start=start, end=end, cells=cells, countries=countries):
            if ref.report in found or len(found) < MOST:
                found[ref.report] = None
                yield ref
    named = dict.fromkeys(hit.report for name in _names(record) for hit in store.search(name, limit=_HITS))
    for other in store.records([report for report in named if report not in found]):
        yield from (ClaimRef(other.report.id, claim.id) for claim in other.claims)


def _names(record: Record) -> list[str]:
    """The names that tell most of which event it is: those of most words, then the longest."""
    ranked = sorted(written_names(record.report.text), key=lambda name: (-len(name.split()), -len(name), name))
    places = [place.text for claim in record.claims for place in claim.places if place.lat is None]
    return [name.replace('"', "") for name in (*ranked[:_LOOKED_UP], *dict.fromkeys(places[:2]))]


def _searches(record: Record) -> Iterator[tuple[str, str, tuple[str, ...], tuple[str, ...]]]:
    """Where and when to look for others of each event; what has no day or no place is not looked for so."""
    places = tuple(place for claim in record.claims for place in claim.places)
    for claim in record.claims:
        days = _days(claim, record.report)
        cells, countries = _area(claim.places or places)
        if days is not None and claim.event.type != CONTEXT and (cells or countries):
            yield (*days, cells, countries)


def _area(places: Iterable[Place]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    located = [p for p in places if p.lat is not None and (p.where_prec or 1) < COUNTRY_PRECISION]
    cells = {
        cell
        for p in located[:3]
        for cell in cells_around(p.lat or 0.0, p.lon or 0.0, min(p.radius_km or 0.0, NEAR_KM) + NEAR_KM)
    }
    countries = {p.country for p in places if p.country}
    return tuple(sorted(cells)), tuple(sorted(countries))


def _days(claim: Claim, report: Report) -> tuple[str, str] | None:
    if claim.when.start is not None:
        first = date.fromisoformat(claim.when.start[:10])
        last = date.fromisoformat((claim.when.end or claim.when.start)[:10])
    elif report.published is not None:
        last = date.fromisoformat(report.published[:10])
        first = last - LAG
    else:
        return None
    return (first - AROUND).isoformat(), (last + AROUND).isoformat()
