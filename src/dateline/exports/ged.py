"""The columns of UCDP GED that apply to our incidents, by UCDP's names (GED 23.1 and the Codebook of Sundberg and Melander).

A row is an incident in which somebody is said to have been killed. Left out, because they are UCDP's own codings:
ids and names of conflicts and dyads, ``event_clarity``, ``deaths_a/b/civilians/unknown``, ``gwnoa/b``, ``region``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from math import floor
from typing import Any

from dateline.exports import wording
from dateline.exports.facts import unarmed, voices
from dateline.exports.incident_rows import IncidentRow, country_name, every_event, of_place, of_when
from dateline.exports.selection import Selection
from dateline.exports.tables import Cell, Column, Table
from dateline.model.claim import Participant
from dateline.model.incident import FieldAccounts
from dateline.model.report import Report

_ORGANISED = frozenset({"Rebel Groups", "Political Militias", "Identity Militias"})


@dataclass(frozen=True, slots=True)
class _Row(IncidentRow):
    killed: FieldAccounts
    reports: tuple[Report, ...]


def _rows(selection: Selection) -> Iterator[Any]:
    for row in every_event(selection):
        killed = row.incident.fields.get("killed")
        if killed and any((killed.low, killed.best, killed.high)):
            reports = tuple(record.report for record in selection.records_of(row.incident))
            yield _Row(selection, row.incident, row.facts, killed, reports)


def _joined(of: Callable[[Report], str | None]) -> Callable[[_Row], Cell]:
    return lambda row: ";".join(of(report) or "" for report in row.reports)


def _source_article(row: _Row) -> Cell:
    """GED's form: outlet, date and headline of each source, in quotes, joined by semicolons."""
    return ";".join(
        '"' + ",".join((r.outlet or r.ref, (r.published or "")[:10], r.title or "")).replace('"', "'") + '"'
        for r in row.reports
    )


def type_of_violence(one: Sequence[Participant], two: Sequence[Participant]) -> int | None:
    """1 state-based, 2 non-state, 3 one-sided, by the types of the actors; ``None`` where they do not tell."""
    first = one[0].actor_type if one else None
    second = two[0].actor_type if two else None
    if unarmed(two) and first in _ORGANISED | {"State Forces"}:
        return 3
    if "State Forces" in (first, second) and {first, second} & _ORGANISED | {second} & {"State Forces"} & {first}:
        return 1
    return 2 if first in _ORGANISED and second in _ORGANISED else None


def priogrid(lat: float, lon: float) -> int:
    """The cell of PRIO-GRID (Tollefsen, Strand and Buhaug 2012): half a degree, counted from 90° S 180° W eastwards."""
    return min(floor((lat + 90) * 2), 359) * 720 + min(floor((lon + 180) * 2), 719) + 1


def _at(of: Callable[[float, float], Cell]) -> Callable[[_Row], Cell]:
    def cell(row: _Row) -> Cell:
        place = row.facts.place
        return None if place is None or place.lat is None or place.lon is None else of(place.lat, place.lon)

    return cell


def _dyad(row: _Row) -> Cell:
    one, two = (wording.names(side[:1]) for side in (row.facts.one, row.facts.two))
    return f"{one} - {two}" if one and two else None


def _end(row: _Row) -> Cell:
    when = row.facts.when
    return (when.end or when.start) if when else None


def _year(row: _Row) -> Cell:
    start = getattr(row.facts.when, "start", None)
    return int(start[:4]) if start else None


def _described(row: _Row) -> Cell:
    return wording.place(row.facts.place) if row.facts.place else None


GED = Table(
    "ged",
    "One row an incident with deaths, in those columns of UCDP GED that Dateline has values for; coded by Dateline.",
    (
        Column("id", "string", "Our id of the incident behind DTL-, no id of UCDP's.", lambda row: f"DTL-{row.incident.id}"),
        Column("year", "integer", "Year of date_start.", _year),
        Column("type_of_violence", "integer", "1 state-based, 2 non-state, 3 one-sided; empty where unclear.",
               lambda row: type_of_violence(row.facts.one, row.facts.two)),
        Column("dyad_name", "string", "Both sides, as reports name them.", _dyad),
        Column("side_a", "string", "First side.", lambda row: wording.names(row.facts.one) or None),
        Column("side_b", "string", "Second side, or who was hit.", lambda row: wording.names(row.facts.two) or None),
        Column("number_of_sources", "integer", "Reports that tell of it.", lambda row: len(row.reports)),
        Column("source_article", "string", "Outlet, date and headline of each report.", _source_article),
        Column("source_office", "string", "Outlets.", _joined(lambda r: r.outlet)),
        Column("source_date", "string", "Dates of publication.", _joined(lambda r: (r.published or "")[:10])),
        Column("source_headline", "string", "Headlines.", _joined(lambda r: r.title)),
        Column("source_original", "string", "Named sources that say so.", lambda row: "; ".join(voices(row.facts.core))),
        Column("where_prec", "integer", "UCDP precision of the place, 1 to 7.", of_place("where_prec")),
        Column("where_coordinates", "string", "Name of the place that the coordinates are of.", of_place("name")),
        Column("where_description", "string", "The place as reports tell it.", _described),
        Column("adm_1", "string", "First-order division.", of_place("admin1")),
        Column("latitude", "number", "Degrees, WGS 84.", of_place("lat")),
        Column("longitude", "number", "Degrees, WGS 84.", of_place("lon")),
        Column("geom_wkt", "string", "The point as well-known text.", _at(lambda lat, lon: f"POINT ({lon} {lat})")),
        Column("priogrid_gid", "integer", "Cell of PRIO-GRID.", _at(priogrid)),
        Column("country", "string", "Country by name.", country_name),
        Column("date_prec", "integer", "UCDP precision of the date, 1 to 5.", of_when("date_prec")),
        Column("date_start", "date", "First day.", of_when("start")),
        Column("date_end", "date", "Last day.", _end),
        Column("low", "integer", "Lowest number of deaths over all accounts.", lambda row: row.killed.low),
        Column("best", "integer", "Best estimate; empty where the accounts give none.", lambda row: row.killed.best),
        Column("high", "integer", "Highest number of deaths; empty where it is open.", lambda row: row.killed.high),
    ),
    _rows,
    ("id",),
)  # fmt: skip
"""Order and names are UCDP's."""
