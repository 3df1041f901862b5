"""The tables of incidents and of their accounts."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from dateline.exports import values, wording
from dateline.exports.facts import Facts, facts_of, outlets, voices
from dateline.exports.selection import Selection
from dateline.exports.tables import Cell, Column, Kind, Table
from dateline.model.incident import Account, FieldAccounts, Incident

_COUNTED = ("killed", "injured", "displaced", "detained", "abducted")


@dataclass(frozen=True, slots=True)
class _IncidentRow:
    selection: Selection
    incident: Incident
    facts: Facts


@dataclass(frozen=True, slots=True)
class _AccountRow:
    selection: Selection
    incident: Incident
    field: str
    held: FieldAccounts
    number: int
    account: Account


def _incident_rows(selection: Selection) -> Iterator[Any]:
    for incident in selection.incidents:
        yield _IncidentRow(selection, incident, facts_of(selection, incident))


def _account_rows(selection: Selection) -> Iterator[Any]:
    for incident in selection.incidents:
        for field, held in incident.fields.items():
            for number, account in enumerate(held.accounts, 1):
                yield _AccountRow(selection, incident, field, held, number, account)


def _place(name: str) -> Callable[[_IncidentRow], Cell]:
    return lambda row: getattr(row.facts.place, name, None)


def _when(name: str) -> Callable[[_IncidentRow], Cell]:
    return lambda row: getattr(row.facts.when, name, None)


def _figure(field: str, bound: str) -> Callable[[_IncidentRow], Cell]:
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


def _contested(row: _IncidentRow) -> Cell:
    return ", ".join(name for name, held in row.incident.fields.items() if held.agreement == "contested")


def _origins(row: _IncidentRow) -> Cell:
    return "; ".join(f"{o.name} [a party]" if o.party_to_conflict else o.name for o in row.incident.origins)


def _column(name: str, kind: Kind, about: str, of: Callable[[_IncidentRow], Cell]) -> Column:
    return Column(name, kind, about, of)


INCIDENTS = Table(
    "incidents",
    "One row an incident: one episode, as all reports tell it together.",
    (
        _column("incident", "string", "Id of the incident.", lambda row: row.incident.id),
        _column("status", "string", "machine, reviewed, published, retracted or merged.", lambda row: row.incident.status),
        _column("event_type", "string", "Event type by the ACLED codebook.", lambda row: row.incident.event_type),
        _column("sub_event_type", "string", "Sub-event type by the ACLED codebook.", lambda row: row.incident.sub_event_type),
        _column("start", "date", "First day, of the account with most origins.", _when("start")),
        _column("end", "date", "Last day, of the same account.", _when("end")),
        _column("time_precision", "integer", "ACLED: 1 the day, 2 the week, 3 the month.", _when("time_precision")),
        _column("date_prec", "integer", "UCDP precision of the date.", _when("date_prec")),
        _column("side_1", "string", "First side or doers.", lambda row: wording.names(row.facts.one)),
        _column("side_2", "string", "Second side, or who was hit.", lambda row: wording.names(row.facts.two)),
        _column("place", "string", "Where it happened, the most exact place told.", _place("name")),
        _column("place_id", "string", "Id of the place.", _place("id")),
        _column("lat", "number", "Latitude in degrees, WGS 84.", _place("lat")),
        _column("lon", "number", "Longitude in degrees, WGS 84.", _place("lon")),
        _column("radius_km", "number", "The event lies within so many kilometres of the point.", _place("radius_km")),
        _column("admin1", "string", "First-order division.", _place("admin1")),
        _column("country", "string", "Country, ISO 3166-1 alpha-2.", _place("country")),
        _column("geo_precision", "integer", "ACLED: 1 the place, 2 near it, 3 a larger region.", _place("geo_precision")),
        _column("where_prec", "integer", "UCDP precision of the place.", _place("where_prec")),
        *_tolls(),
        _column("contested", "string", "Fields on which the accounts contradict each other.", _contested),
        _column("independent_sources", "integer", "Origins that do not rest on each other.",
                lambda row: row.incident.independent_sources),
        _column("origins", "string", "Whose word it rests on; parties to the conflict are marked.", _origins),
        _column("outlets", "string", "Who published.", lambda row: "; ".join(outlets(row.selection, row.incident))),
        _column("sources", "string", "Named sources that say that it happened.", lambda row: "; ".join(voices(row.facts.core))),
        _column("reports", "integer", "Reports that tell of it.", lambda row: len({ref.report for ref in row.incident.claims})),
        _column("claims", "integer", "Claims about it.", lambda row: len(row.incident.claims)),
        _column("reasons", "string", "Why these claims are one incident.", lambda row: " ".join(row.incident.reasons)),
        _column("first_seen", "string", "When it came in first, ISO 8601.", lambda row: row.incident.first_seen),
        _column("last_updated", "string", "When it changed last, ISO 8601.", lambda row: row.incident.last_updated),
    ),
    _incident_rows,
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
