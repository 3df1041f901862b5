"""The tables of incidents and of their accounts."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from dateline.exports import values, wording
from dateline.exports.facts import outlets, voices
from dateline.exports.incident_rows import IncidentRow, every_incident, of_place, of_when
from dateline.exports.selection import Selection
from dateline.exports.tables import Cell, Column, Table
from dateline.model.incident import Account, FieldAccounts, Incident

_COUNTED = ("killed", "injured", "displaced", "detained", "abducted")


@dataclass(frozen=True, slots=True)
class _AccountRow:
    selection: Selection
    incident: Incident
    field: str
    held: FieldAccounts
    number: int
    account: Account


def _account_rows(selection: Selection) -> Iterator[Any]:
    for incident in selection.incidents:
        for field, held in incident.fields.items():
            for number, account in enumerate(held.accounts, 1):
                yield _AccountRow(selection, incident, field, held, number, account)


def _figure(field: str, bound: str) -> Callable[[IncidentRow], Cell]:
    return lambda row: getattr(row.incident.fields.get(field), bound, None)


def _tolls() -> Iterator[Column]:
    for field in _COUNTED:
        yield Column(
            f"{field}_agreement", "string", f"{field.title()}: agreed, contested or single-source.", _figure(field, "agreement")
        )
        for bound in ("low", "best", "high"):
            about = f"{field.title()}: UCDP's {bound} estimate over all accounts."
            yield Column(f"{field}_{bound}", "integer", about, _figure(field, bound))
        about = f"{field.title()}: the conservative figure, by ACLED's rule."
        yield Column(f"{field}_conservative", "integer", about, _figure(field, "conservative"))


def _contested(row: IncidentRow) -> Cell:
    return ", ".join(name for name, held in row.incident.fields.items() if held.agreement == "contested")


def _origins(row: IncidentRow) -> Cell:
    return "; ".join(f"{o.name} [a party]" if o.party_to_conflict else o.name for o in row.incident.origins)


INCIDENTS = Table(
    "incidents",
    "One row an incident: one episode, as all reports tell it together.",
    (
        Column("incident", "string", "Id of the incident.", lambda row: row.incident.id),
        Column("status", "string", "machine, reviewed, published, retracted or merged.", lambda row: row.incident.status),
        Column("event_type", "string", "Event type by the ACLED codebook.", lambda row: row.incident.event_type),
        Column("sub_event_type", "string", "Sub-event type by the ACLED codebook.", lambda row: row.incident.sub_event_type),
        Column("start", "date", "First day, of the account with most origins.", of_when("start")),
        Column("end", "date", "Last day, of the same account.", of_when("end")),
        Column("time_precision", "integer", "ACLED: 1 the day, 2 the week, 3 the month.", of_when("time_precision")),
        Column("date_prec", "integer", "UCDP precision of the date.", of_when("date_prec")),
        Column("side_1", "string", "First side or doers.", lambda row: wording.names(row.facts.one)),
        Column("side_2", "string", "Second side, or who was hit.", lambda row: wording.names(row.facts.two)),
        Column("place", "string", "Where it happened, the most exact place told.", of_place("name")),
        Column("place_id", "string", "Id of the place.", of_place("id")),
        Column("lat", "number", "Latitude in degrees, WGS 84.", of_place("lat")),
        Column("lon", "number", "Longitude in degrees, WGS 84.", of_place("lon")),
        Column("radius_km", "number", "The event lies within so many kilometres of the point.", of_place("radius_km")),
        Column("admin1", "string", "First-order division.", of_place("admin1")),
        Column("country", "string", "Country, ISO 3166-1 alpha-2.", of_place("country")),
        Column("geo_precision", "integer", "ACLED: 1 the place, 2 near it, 3 a larger region.", of_place("geo_precision")),
        Column("where_prec", "integer", "UCDP precision of the place.", of_place("where_prec")),
        *_tolls(),
        Column("contested", "string", "Fields on which the accounts contradict each other.", _contested),
        Column("independent_sources", "integer", "Origins that do not rest on each other.",
               lambda row: row.incident.independent_sources),
        Column("origins", "string", "Whose word it rests on; parties to the conflict are marked.", _origins),
        Column("outlets", "string", "Who published.", lambda row: "; ".join(outlets(row.selection, row.incident))),
        Column("sources", "string", "Named sources that say that it happened.", lambda row: "; ".join(voices(row.facts.core))),
        Column("reports", "integer", "Reports that tell of it.", lambda row: len({ref.report for ref in row.incident.claims})),
        Column("claims", "integer", "Claims about it.", lambda row: len(row.incident.claims)),
        Column("reasons", "string", "Why these claims are one incident.", lambda row: " ".join(row.incident.reasons)),
        Column("first_seen", "string", "When it came in first, ISO 8601.", lambda row: row.incident.first_seen),
        Column("last_updated", "string", "When it changed last, ISO 8601.", lambda row: row.incident.last_updated),
    ),
    every_incident,
    ("incident",),
)  # fmt: skip
"""What has room for one value each; ``ACCOUNTS`` has them all."""


def _account_bound(name: str) -> Callable[[_AccountRow], Cell]:
    def cell(row: _AccountRow) -> Cell:
        value = row.account.value
        found = value.get(name) if isinstance(value, dict) else value if name == "best" else None
        return found if isinstance(found, int) and not isinstance(found, bool) else None

    return cell


def _account_outlets(row: _AccountRow) -> Cell:
    reports = (record.report for record, _ in row.selection.claims(row.account.claims))
    return "; ".join(dict.fromkeys(report.outlet or report.ref for report in reports))


ACCOUNTS = Table(
    "accounts",
    "One row an account: one value of one field of an incident, with who holds it.",
    (
        Column("incident", "string", "Id of the incident.", lambda row: row.incident.id),
        Column("field", "string", "when, places, participants, cause, or a kind of toll.", lambda row: row.field),
        Column("account", "integer", "Number of the account within the field, from 1.", lambda row: row.number),
        Column("agreement", "string", "Of the field: agreed, contested or single-source.", lambda row: row.held.agreement),
        Column("value", "string", "The value in words.", lambda row: values.said(row.account.value)),
        Column("low", "integer", "Of a count: the lowest number that the account allows.", _account_bound("low")),
        Column("best", "integer", "Of a count: the number told, if one is.", _account_bound("best")),
        Column("high", "integer", "Of a count: the highest number that the account allows.", _account_bound("high")),
        Column("origins", "string", "Whose word it rests on.", lambda row: "; ".join(row.account.origins)),
        Column("outlets", "string", "Who published it.", _account_outlets),
        Column("stances", "string", "How it is told.", lambda row: ", ".join(row.account.stances)),
        Column("claims", "string", "The claims that hold it, as report/claim.",
               lambda row: " ".join(f"{ref.report}/{ref.claim}" for ref in row.account.claims)),
        Column("rule", "string", "Of a count: how the incident's figures were worked out.", lambda row: row.held.rule),
    ),
    _account_rows,
    ("incident", "field", "account"),
    (("incident", "incidents", "incident"),),
)  # fmt: skip
"""Every value of every field."""
