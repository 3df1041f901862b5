"""Keep incidents as they were derived: a new version where something changed, and why it is gone where one is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any, Literal

from sqlalchemy import Connection, Row, func, insert, select

from dateline.model.incident import ClaimRef, Incident
from dateline.store.bodies import digest, dump, incident_body, parse
from dateline.store.entries import enter, insert_row
from dateline.store.tables import incident_claims, incidents

GONE = ("merged", "withdrawn")

Kind = Literal["new", "changed", "merged", "withdrawn"]


@dataclass(frozen=True, slots=True)
class Change:
    """What saving did to one incident; ``into`` names the incident that it was merged into."""

    incident: str
    kind: Kind
    into: str | None = None


def save(
    connection: Connection, found: Sequence[Incident], removed: Sequence[str], *, who: str, why: str
) -> list[Change]:
    """Add versions for what changed; see ``Store.save_incidents``."""
    entry: int | None = None
    changes: list[Change] = []
    for incident in found:
        last = newest(connection, incident.id)
        body = incident_body(incident)
        if last is not None and last.change not in GONE and last.digest == digest(body):
            continue
        entry = entry or enter(connection, who, why)
        kind: Kind = "new" if last is None else "changed"
        what = _difference(incident, None if last is None else parse(Incident, last.body, incident.id))
        _insert(connection, entry, incident, kind, what=what)
        changes.append(Change(incident.id, kind))
    for key in dict.fromkeys(removed):
        last = newest(connection, key)
        if last is None or last.change in GONE:
            continue
        entry = entry or enter(connection, who, why)
        incident = parse(Incident, last.body, key)
        into = _holder(connection, incident.claims, key)
        gone = replace(incident, status="merged" if into else "retracted")
        _insert(connection, entry, gone, "merged" if into else "withdrawn", what={}, into=into)
        changes.append(Change(key, "merged" if into else "withdrawn", into))
    return changes


def newest(connection: Connection, incident: str) -> Row[Any] | None:
    """The last version of an incident."""
    chosen = select(incidents).where(incidents.c.incident == incident)
    return connection.execute(chosen.order_by(incidents.c.row.desc()).limit(1)).first()


def _insert(
    connection: Connection, entry: int, incident: Incident, kind: Kind, *, what: dict[str, Any], into: str | None = None
) -> None:
    body = incident_body(incident)
    version = insert_row(
        connection,
        insert(incidents).values(
            entry=entry,
            incident=incident.id,
            change=kind,
            into=into,
            status=incident.status,
            event_type=incident.event_type,
            sub_type=incident.sub_event_type,
            contested=any(field.agreement == "contested" for field in incident.fields.values()),
            independent_sources=incident.independent_sources,
            what=dump(what),
            digest=digest(body),
            body=body,
        ),
    )
    if kind not in GONE and incident.claims:
        rows = [{"version": version, "report": ref.report, "claim": ref.claim} for ref in incident.claims]
        connection.execute(insert(incident_claims), rows)


def _difference(incident: Incident, before: Incident | None) -> dict[str, Any]:
    """Which fields and claims this version changed."""
    if before is None:
        return {}
    names = dict.fromkeys((*before.fields, *incident.fields))
    fields = [name for name in names if before.fields.get(name) != incident.fields.get(name)]
    plain = ("status", "event_type", "sub_event_type", "independent_sources", "origins", "reasons")
    fields += [name for name in plain if getattr(before, name) != getattr(incident, name)]
    old, new = set(before.claims), set(incident.claims)
    what: dict[str, list[Any]] = {
        "fields": fields,
        "claims_added": sorted(new - old),
        "claims_removed": sorted(old - new),
    }
    return {key: tuple(value) for key, value in what.items() if value}


def _holder(connection: Connection, refs: tuple[ClaimRef, ...], but: str) -> str | None:
    """The incident that now has most of the claims ``refs``."""
    tally: Counter[str] = Counter()
    for ref in refs:
        later = incidents.alias("later")
        last = select(func.max(later.c.row)).where(later.c.incident == incidents.c.incident).scalar_subquery()
        chosen = (
            select(incidents.c.incident)
            .join(incident_claims, incident_claims.c.version == incidents.c.row)
            .where(incident_claims.c.report == ref.report, incident_claims.c.claim == ref.claim)
            .where(incidents.c.row == last, incidents.c.incident != but)
        )
        tally.update(connection.scalars(chosen))
    return tally.most_common(1)[0][0] if tally else None
