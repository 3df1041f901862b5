"""Incidents out of the store, with when they were first seen and what has happened to them since."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import Connection, Row, Select, and_, exists, or_, select

from dateline.model.filters import Filters
from dateline.model.incident import ClaimRef, Incident
from dateline.store import paging
from dateline.store.bodies import parse
from dateline.store.incident_saving import GONE
from dateline.store.reading import parts, standing
from dateline.store.tables import claim_actors, claim_places, claims, entries, incident_claims, incidents, records


def read_incidents(connection: Connection, bound: int, filters: Filters, after: int) -> list[tuple[int, Incident]]:
    """A page of the incidents that stand as of the entry ``bound``, with their rows, behind row ``after``."""
    chosen = select(incidents).where(current(bound), incidents.c.change.not_in(GONE), *_conditions(filters, bound))
    rows = connection.execute(chosen.where(incidents.c.row > after).order_by(incidents.c.row).limit(paging.PAGE)).all()
    return [(row.row, incident) for row, incident in zip(rows, _whole(connection, bound, rows), strict=True)]


def read_incident(connection: Connection, bound: int, key: str) -> Incident | None:
    """The incident ``key``, also where it was merged or withdrawn, which its status and history say."""
    rows = connection.execute(select(incidents).where(current(bound), incidents.c.incident == key)).all()
    return next(iter(_whole(connection, bound, rows)), None)


def incidents_of(connection: Connection, bound: int, refs: Iterable[ClaimRef]) -> dict[ClaimRef, str]:
    """The incident that each of ``refs`` belongs to, where it belongs to one."""
    found: dict[ClaimRef, str] = {}
    wanted = set(refs)
    # By report alone: of pairs in a list SQLite makes no use of the index, and walks through all incidents.
    for part in parts(sorted({ref.report for ref in wanted})):
        chosen = (
            select(incident_claims.c.report, incident_claims.c.claim, incidents.c.incident)
            .join(incidents, incidents.c.row == incident_claims.c.version)
            .where(incident_claims.c.report.in_(part), current(bound))
        )
        held = {ClaimRef(report, claim): key for report, claim, key in connection.execute(chosen)}
        found.update({ref: key for ref, key in held.items() if ref in wanted})
    return found


def current(bound: int) -> Any:
    """The condition that a row of ``incidents`` is its incident's version as of the entry ``bound``."""
    later = incidents.alias("later_version")
    superseded = exists().where(
        later.c.incident == incidents.c.incident, later.c.row > incidents.c.row, later.c.entry <= bound
    )
    return and_(incidents.c.entry <= bound, ~superseded)


def _whole(connection: Connection, bound: int, rows: Sequence[Row[Any]]) -> list[Incident]:
    history: dict[str, list[dict[str, Any]]] = defaultdict(list)
    chosen = (
        select(incidents.c.incident, incidents.c.change, incidents.c.into, incidents.c.what, entries)
        .join(entries, entries.c.seq == incidents.c.entry)
        .where(incidents.c.incident.in_([row.incident for row in rows]), incidents.c.entry <= bound)
        .order_by(incidents.c.row)
    )
    for version in connection.execute(chosen):
        said = {"time": version.at, "change": version.change, "who": version.who, "why": version.why}
        if version.into:
            said["into"] = version.into
        history[version.incident].append(said | json.loads(version.what))
    whole = []
    for row in rows:
        versions = history[row.incident]
        seen = {"first_seen": versions[0]["time"], "last_updated": versions[-1]["time"], "history": tuple(versions)}
        whole.append(replace(parse(Incident, row.body, f"incident {row.incident}"), **seen))
    return whole


def _conditions(filters: Filters, bound: int) -> list[Any]:
    columns = incidents.c
    conditions: list[Any] = []
    if filters.event_type:
        conditions.append(or_(columns.event_type == filters.event_type, columns.sub_type == filters.event_type))
    if filters.status:
        conditions.append(columns.status == filters.status)
    if filters.contested:
        conditions.append(columns.contested)
    if filters.single_source:
        conditions.append(columns.independent_sources <= 1)
    about = _of_claims(filters)
    if about:
        told: Select[Any] = (
            select(claims.c.row)
            .join(records, records.c.row == claims.c.record)
            .join(
                incident_claims,
                and_(incident_claims.c.report == claims.c.report, incident_claims.c.claim == claims.c.claim),
            )
            .where(incident_claims.c.version == columns.row, standing(bound))
        )
        conditions += [exists(told.where(condition)) for condition in about]
    return conditions


def _of_claims(filters: Filters) -> list[Any]:
    conditions: list[Any] = []
    dated: list[Any] = [claims.c.start_day.is_not(None)]
    if filters.start:
        dated.append(claims.c.last_day >= filters.start)
    if filters.end:
        dated.append(claims.c.first_day <= filters.end)
    if len(dated) > 1:
        conditions.append(and_(*dated))
    placed: list[Any] = []
    if filters.country:
        placed.append(claim_places.c.country == filters.country.upper())
    if filters.place:
        placed.append(claim_places.c.name.icontains(filters.place, autoescape=True))
    if placed:
        conditions.append(claims.c.row.in_(select(claim_places.c.claim).where(*placed)))
    if filters.actor:
        actor = claim_actors.c
        named = or_(actor.actor == filters.actor, actor.name.icontains(filters.actor, autoescape=True))
        conditions.append(claims.c.row.in_(select(actor.claim).where(named)))
    return conditions
