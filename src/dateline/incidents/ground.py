"""How far apart two places are, with how exactly each is known, and whether one holds the other."""

from __future__ import annotations

from math import asin, cos, radians, sin, sqrt

from dateline.model.claim import Place

EARTH_KM = 6371.0
"""Mean radius of the earth (IUGG)."""

DEFAULT_RADIUS = 5.0
"""Kilometres for a place without a radius: ACLED's "the named place itself" is a town with its edges."""

COUNTRY_PRECISION = 6
"""UCDP ``where_prec`` from which on only the country is known."""

COARSE_RADIUS = 400.0


def kilometres(one: tuple[float, float], other: tuple[float, float]) -> float:
    """Great-circle distance of two points (latitude, longitude in degrees), by the haversine formula."""
    lat1, lon1, lat2, lon2 = (radians(x) for x in (*one, *other))
    h = sin((lat2 - lat1) / 2) ** 2 + cos(lat1) * cos(lat2) * sin((lon2 - lon1) / 2) ** 2
    return 2 * EARTH_KM * asin(min(1.0, sqrt(h)))


def point(place: Place) -> tuple[float, float] | None:
    """Latitude and longitude, ``None`` where the place is not resolved."""
    return (place.lat, place.lon) if place.lat is not None and place.lon is not None else None


def radius(place: Place) -> float:
    """How far around its point the place may lie, in kilometres."""
    return place.radius_km if place.radius_km is not None else DEFAULT_RADIUS


def is_fine(place: Place) -> bool:
    """Whether the place says more than the country or a very large region."""
    coarse = (place.where_prec or 1) >= COUNTRY_PRECISION or radius(place) > COARSE_RADIUS
    return point(place) is not None and not coarse


def is_found(place: Place) -> bool:
    """Whether the place itself was looked up, not what stands around it in the text: a street, a hospital."""
    return place.id is not None


def between(one: Place, other: Place) -> float | None:
    """Kilometres from centre to centre, ``None`` where either is not resolved."""
    a, b = point(one), point(other)
    return kilometres(a, b) if a and b else None


def clear(one: Place, other: Place) -> float | None:
    """Kilometres left between the places' edges: 0 where they overlap or one holds the other."""
    apart = between(one, other)
    return None if apart is None else max(0.0, apart - radius(one) - radius(other))
