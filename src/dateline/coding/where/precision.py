"""From a chosen place and what is said of it to the record's ``Place``: coordinates, precisions, radius."""

from __future__ import annotations

from math import sqrt

from dateline.coding.where.surroundings import Surroundings
from dateline.knowledge.gazetteer import Candidate
from dateline.knowledge.gazetteer.geometry import BEARINGS, distance_km, offset
from dateline.model.claim import Place
from dateline.model.span import Span

NEAR_KM = 10.0
"""Added to a place's own radius for "near": within it lie nine in ten of the events that GED codes as near a
town.
"""

DISTRICT_KM = 20.0
"""Radius assumed for a district, county or township that is known by its town alone."""

SMALL_AREA_KM = 15.0
"""An area up to this radius counts as small (ACLED precision 2)."""


def extent_km(c: Candidate) -> float:
    """Radius of a place in kilometres: its own, or a circle for its inhabitants at 2,500 to the square
    kilometre.
    """
    return (
        c.radius_km
        if c.radius_km is not None
        else min(25.0, max(1.0, sqrt(max(c.population, 2000) / 2500 / 3.14)))
    )


def place_at(span: Span, c: Candidate, said: Surroundings) -> Place:
    """The place of a mention that was taken for ``c``."""
    lat, lon, radius = c.lat, c.lon, extent_km(c)
    geo, where = precision(c, radius)
    relation = said.relation
    if said.km is not None:
        if said.bearing is not None:
            lat, lon = offset(lat, lon, said.km, said.bearing)
            radius = max(2.0, 0.25 * said.km)
        else:
            radius += said.km
        geo, where = max(geo, 2), (max(where, 2) if radius <= 25 else max(where, 5 if where < 4 else where))
    elif c.is_area:
        if said.part in BEARINGS and not _is_water(c):
            lat, lon, radius = part_of(c, said.part)
            geo = min(geo, 2) if radius <= 60 else geo
        if relation == "at":
            relation = "area"
    elif said.kind == "district":
        relation, radius, geo, where = ("area" if relation == "at" else relation), max(radius, DISTRICT_KM), 2, 3
    elif said.kind == "countryside" or said.part == "rural" or said.around:
        relation, radius, geo, where = "area", radius + NEAR_KM, 2, 2
    elif relation == "near" or said.outskirts:
        radius, geo, where = radius + NEAR_KM, 2, 2
    return Place(
        relation, span.text, span, c.name, c.id, round(lat, 5), round(lon, 5), c.admin1, c.country, c.feature,
        geo, where, round(radius, 1),
    )  # fmt: skip


def place_inside(span: Span, outer: Candidate, part: str | None, said: Surroundings, reason: str) -> Place:
    """A name that is not known but said to lie in ``outer``: the middle of that region, and the reason."""
    lat, lon, radius = (
        part_of(outer, part)
        if part in BEARINGS and outer.is_area
        else (outer.lat, outer.lon, extent_km(outer))
    )
    geo, where = precision(outer, radius)
    geo, where = max(geo, 2), max(where, 2)
    relation = "area" if said.relation == "at" and said.kind in ("district", "admin1") else said.relation
    return Place(
        relation, span.text, span, span.text, None, round(lat, 5), round(lon, 5),
        outer.admin1, outer.country, None, geo, where, round(radius, 1), reason,
    )  # fmt: skip


def place_beside(span: Span, anchor: Candidate, said: Surroundings, reason: str) -> Place:
    """A name that is not known but said to lie beside ``anchor``: there, or as far off as the text says, and the reason."""
    lat, lon, radius = anchor.lat, anchor.lon, extent_km(anchor)
    geo, where = precision(anchor, radius)
    if said.beside_km is not None and said.beside_bearing is not None:
        lat, lon = offset(lat, lon, said.beside_km, said.beside_bearing)
        radius = max(2.0, 0.25 * said.beside_km)
    else:
        radius += NEAR_KM if said.beside_km is None else said.beside_km
    return Place(
        said.relation, span.text, span, span.text, None, round(lat, 5), round(lon, 5),
        anchor.admin1, anchor.country, None, max(geo, 2), max(where, 2), round(radius, 1), reason,
    )  # fmt: skip


def place_between(span: Span, one: Candidate, other: Candidate) -> Place:
    """The middle of the line between two places, with half its length as radius."""
    km = distance_km(one.lat, one.lon, other.lat, other.lon)
    lat, lon = (one.lat + other.lat) / 2, (one.lon + other.lon) / 2
    small = km / 2 <= 25
    return Place(
        "near",
        span.text,
        span,
        f"between {one.name} and {other.name}",
        None,
        round(lat, 5),
        round(lon, 5),
        one.admin1,
        one.country,
        None,
        2 if small else 3,
        2 if small else 5,
        round(max(km / 2, 2.0), 1),
        f"the middle of the {km:.0f} km between the two",
    )


def part_of(c: Candidate, point: str | None) -> tuple[float, float, float]:
    """Middle and radius of a part of an area: half a radius out towards ``point``, 0.6 of the radius wide."""
    radius = extent_km(c)
    if point is None or point not in BEARINGS:
        return c.lat, c.lon, radius
    lat, lon = offset(c.lat, c.lon, radius / 2, BEARINGS[point])
    return lat, lon, 0.6 * radius


def precision(c: Candidate, radius: float) -> tuple[int, int]:
    """ACLED ``geo_precision`` and UCDP ``where_prec`` of a place as such."""
    if c.feature.startswith("PCL"):
        return 3, 6
    if c.feature.startswith(("SEA", "OCN", "GULF")):
        return 3, 7
    if c.feature.startswith("CONT"):
        return 3, 6
    if c.feature == "ADM1":
        return 3, 4
    if c.feature.startswith("ADM"):
        return (2 if radius <= SMALL_AREA_KM else 3), 3
    if c.is_area:
        return (2, 2) if radius <= SMALL_AREA_KM else (3, 5)
    return 1, 1


def _is_water(c: Candidate) -> bool:
    return c.feature.startswith(("SEA", "OCN", "STM", "LK", "GULF", "STRT"))
