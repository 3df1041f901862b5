"""Distances and bearings on a sphere of the Earth's mean radius (6371.0088 km, IUGG)."""

from __future__ import annotations

from math import asin, atan2, cos, degrees, pi, radians, sin, sqrt

EARTH_KM = 6371.0088

BEARINGS = {
    "north": 0.0,
    "north-northeast": 22.5,
    "northeast": 45.0,
    "east-northeast": 67.5,
    "east": 90.0,
    "east-southeast": 112.5,
    "southeast": 135.0,
    "south-southeast": 157.5,
    "south": 180.0,
    "south-southwest": 202.5,
    "southwest": 225.0,
    "west-southwest": 247.5,
    "west": 270.0,
    "west-northwest": 292.5,
    "northwest": 315.0,
    "north-northwest": 337.5,
}
"""Degrees clockwise from north of the points of the compass, written without hyphens between main points."""


def distance_km(lat1: float, lon1: float, lat2: float, lon2: float) -> float:
    """Great-circle distance in kilometres between two points in degrees (haversine)."""
    p1, p2 = radians(lat1), radians(lat2)
    half = sin((p2 - p1) / 2) ** 2 + cos(p1) * cos(p2) * sin(radians(lon2 - lon1) / 2) ** 2
    return 2 * EARTH_KM * asin(min(1.0, sqrt(half)))


def offset(lat: float, lon: float, km: float, bearing: float) -> tuple[float, float]:
    """The point ``km`` kilometres from a point in degrees, along ``bearing`` degrees clockwise from north."""
    p, q, b, d = radians(lat), radians(lon), radians(bearing), km / EARTH_KM
    lat2 = asin(sin(p) * cos(d) + cos(p) * sin(d) * cos(b))
    lon2 = q + atan2(sin(b) * sin(d) * cos(p), cos(d) - sin(p) * sin(lat2))
    return degrees(lat2), degrees((lon2 + pi) % (2 * pi) - pi)
