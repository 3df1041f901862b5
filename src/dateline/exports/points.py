"""Incidents on the map: a point for each located place that the accounts of an incident give.

A point is the centre of a circle of ``radius_km``, never more exact than that; ``main`` marks the one place that
formats with room for one use. An incident of unknown place has one row without a point.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from dateline.exports.facts import title
from dateline.exports.geojson import CREDIT
from dateline.exports.incident_rows import IncidentRow, every_incident
from dateline.exports.incident_table import INCIDENTS
from dateline.exports.selection import Selection
from dateline.exports.tables import Column, Table
from dateline.exports.text import json_bytes
from dateline.model.claim import Place

_TAKEN = ("incident", "status", "event_type", "sub_event_type", "start", "end", "time_precision", "side_1", "side_2",
          "killed_agreement", "killed_low", "killed_best", "killed_high", "killed_conservative", "injured_low",
          "injured_best", "injured_high", "contested", "independent_sources", "origins", "outlets")  # fmt: skip


@dataclass(frozen=True, slots=True)
class Point(IncidentRow):
    """One place of an incident; the names of its columns are those of the table of incidents."""

    located: Place | None
    main: bool


def points(selection: Selection) -> Iterator[Point]:
    """The main place first, then the others in the order of the claims, each once."""
    for row in every_incident(selection):
        claims = row.facts.core or selection.claims(row.incident.claims)
        located: dict[tuple[float | None, float | None], Place] = {
            (p.lat, p.lon): p for _, c in claims for p in c.places if p.lat is not None and p.lon is not None
        }
        if main := row.facts.place:
            located = {(main.lat, main.lon): main} | located
        for number, place in enumerate(located.values() or [None]):
            yield Point(selection, row.incident, row.facts, place, number == 0 and place is not None)


def _of_place(name: str) -> Any:
    return lambda point: getattr(point.located, name, None)


def _columns() -> Iterator[Column]:
    yield from (column for column in INCIDENTS.columns if column.name in _TAKEN)
    yield Column("title", "string", "What, where and when in a few words.", lambda p: title(p.selection, p.incident))
    yield Column("main", "boolean", "Whether it is the place that formats with room for one use.", lambda p: p.main)
    yield Column("place", "string", "Name of the place.", _of_place("name"))
    yield Column("place_relation", "string", "at, near, area, from, to or via.", _of_place("relation"))
    yield Column("place_id", "string", "Id of the place.", _of_place("id"))
    yield Column("admin1", "string", "First-order division.", _of_place("admin1"))
    yield Column("country", "string", "Country, ISO 3166-1 alpha-2.", _of_place("country"))
    yield Column("lat", "number", "Latitude in degrees, WGS 84.", _of_place("lat"))
    yield Column("lon", "number", "Longitude in degrees, WGS 84.", _of_place("lon"))
    yield Column("radius_km", "number", "The event lies within so many kilometres of the point.", _of_place("radius_km"))
    yield Column("geo_precision", "integer", "ACLED: 1 the place, 2 near it, 3 a larger region.", _of_place("geo_precision"))
    yield Column("where_prec", "integer", "UCDP precision of the place.", _of_place("where_prec"))


POINTS = Table("places", "One row a located place of an incident.", tuple(_columns()), points, ("incident", "lat", "lon"))
"""The columns of GeoJSON's properties and of GeoParquet."""


def incident_geojson(selection: Selection) -> bytes:
    """One FeatureCollection (RFC 7946) of all points."""
    features = []
    for point, row in zip(points(selection), POINTS.rows(selection), strict=True):
        place = point.located
        at = [round(place.lon, 5), round(place.lat, 5)] if place and place.lon is not None and place.lat is not None else None
        names = [column.name for column in POINTS.columns]
        features.append(
            {
                "type": "Feature",
                "geometry": {"type": "Point", "coordinates": at} if at else None,
                "properties": dict(zip(names, row, strict=True)),
            }
        )
    return json_bytes({"type": "FeatureCollection", "attribution": CREDIT, "features": features})

