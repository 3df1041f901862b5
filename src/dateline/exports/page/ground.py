"""The base map of a page: coasts and borders around some places, as SVG paths.

From the bundled Natural Earth countries (TopoJSON, world-atlas), clipped to the view; Web Mercator.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from math import atan, cos, exp, log, pi, radians, tan

from dateline.knowledge.gazetteer.towns import Town

Point = tuple[float, float]

_EARTH_KM = 40_075.0
_LEAST_KM = 320.0
_MARGIN = 6.0


@dataclass(frozen=True, slots=True)
class View:
    """A window of ``width`` × ``height`` pixels on the world's square; ``left``/``top`` and ``scale`` in its units."""

    left: float
    top: float
    scale: float
    width: float
    height: float
    km_per_pixel: float

    @classmethod
    def around(cls, circles: Sequence[tuple[float, float, float]], width: float, height: float) -> View:
        """The view in which ``circles`` (latitude, longitude, radius in km) are seen whole, 320 km wide at least."""
        at = [(*mercator(lon, lat), world(km, lat)) for lat, lon, km in circles]
        west, east = min(x - r for x, _, r in at), max(x + r for x, _, r in at)
        north, south = min(y - r for _, y, r in at), max(y + r for _, y, r in at)
        middle = (west + east) / 2, (north + south) / 2
        lat = latitude(middle[1])
        across = max((east - west) * 1.5, (south - north) * 1.5 * width / height, world(_LEAST_KM, lat))
        scale = width / across
        km = _EARTH_KM * cos(radians(lat)) / scale
        return cls(middle[0] - across / 2, middle[1] - across * height / width / 2, scale, width, height, km)

    def pixel(self, lon: float, lat: float) -> Point:
        """Where a place is in the window."""
        x, y = mercator(lon, lat)
        return (x - self.left) * self.scale, (y - self.top) * self.scale


def mercator(lon: float, lat: float) -> Point:
    """In the square from 0,0 (north-west) to 1,1."""
    bounded = radians(max(-85.05, min(85.05, lat)))
    return (lon + 180) / 360, 0.5 - log(tan(pi / 4 + bounded / 2)) / (2 * pi)


def latitude(y: float) -> float:
    """The latitude of a height in the square."""
    return (2 * atan(exp((0.5 - y) * 2 * pi)) - pi / 2) * 180 / pi


def world(km: float, lat: float) -> float:
    """A length in kilometres at a latitude, in the square's units."""
    return km / (_EARTH_KM * cos(radians(lat)))


def countries(view: View) -> Iterator[tuple[str, str, Point, float]]:
    """Every country in the window: name, path, middle of its largest visible part and the width of that, in pixels."""
    for name, rings in _shapes():
        paths, best = [], (0.0, (0.0, 0.0), 0.0)
        for box, ring in rings:
            if _outside(box, view):
                continue
            points = _clipped([((x - view.left) * view.scale, (y - view.top) * view.scale) for x, y in ring], view)
            if len(points) > 2:
                paths.append("M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in _thinned(points)) + "Z")
                best = max(best, _middle(points))
        if paths:
            yield name, "".join(paths), best[1], best[2]


def towns(view: View, known: Sequence[Town]) -> list[tuple[Town, Point]]:
    """Those of ``known`` that lie in the window, in their order."""
    found = [(town, view.pixel(town.lon, town.lat)) for town in known]
    return [(town, (x, y)) for town, (x, y) in found if 8 < x < view.width - 8 and 8 < y < view.height - 8]


@cache
def _shapes() -> list[tuple[str, list[tuple[tuple[float, float, float, float], list[Point]]]]]:
    """Countries with their outer and inner rings in the world's square, each with its box (west, north, east, south)."""
    source = files("dateline.exports").joinpath("assets", "map", "countries-50m.json").read_text(encoding="utf-8")
    topology = json.loads(source)
    (sx, sy), (tx, ty) = topology["transform"]["scale"], topology["transform"]["translate"]
    arcs = []
    for arc in topology["arcs"]:
        x = y = 0
        points = []
        for dx, dy in arc:
            x, y = x + dx, y + dy
            points.append(mercator(x * sx + tx, y * sy + ty))
        arcs.append(points)
    found = []
    for shape in topology["objects"]["countries"]["geometries"]:
        polygons = [shape["arcs"]] if shape["type"] == "Polygon" else shape.get("arcs", [])
        rings = [_ring(indexes, arcs) for polygon in polygons for indexes in polygon]
        found.append((shape["properties"]["name"], [(_box(ring), ring) for ring in rings]))
    return found


def _ring(indexes: list[int], arcs: list[list[Point]]) -> list[Point]:
    ring: list[Point] = []
    for index in indexes:
        points = arcs[~index][::-1] if index < 0 else arcs[index]
        ring.extend(points[1:] if ring else points)
    return ring


def _box(ring: list[Point]) -> tuple[float, float, float, float]:
    xs, ys = [x for x, _ in ring], [y for _, y in ring]
    return min(xs), min(ys), max(xs), max(ys)


def _outside(box: tuple[float, float, float, float], view: View) -> bool:
    west, north, east, south = box
    right, bottom = view.left + view.width / view.scale, view.top + view.height / view.scale
    return east < view.left or west > right or south < view.top or north > bottom


def _clipped(ring: list[Point], view: View) -> list[Point]:
    """``ring`` within the window and a margin, so that cut edges are not seen (Sutherland and Hodgman 1974)."""
    edges = ((0, -_MARGIN, 1), (0, view.width + _MARGIN, -1), (1, -_MARGIN, 1), (1, view.height + _MARGIN, -1))
    for axis, limit, sign in edges:
        kept: list[Point] = []
        for at, point in enumerate(ring):
            before = ring[at - 1]
            inside, was = sign * (point[axis] - limit) >= 0, sign * (before[axis] - limit) >= 0
            if inside != was:
                share = (limit - before[axis]) / (point[axis] - before[axis])
                kept.append((before[0] + share * (point[0] - before[0]), before[1] + share * (point[1] - before[1])))
            if inside:
                kept.append(point)
        ring = kept
    return ring


def _thinned(points: list[Point]) -> Iterator[Point]:
    last: Point | None = None
    for point in points:
        if last is None or abs(point[0] - last[0]) + abs(point[1] - last[1]) > 0.7:
            yield point
            last = point


def _middle(points: list[Point]) -> tuple[float, Point, float]:
    area = x = y = 0.0
    for (x1, y1), (x2, y2) in zip(points, points[1:] + points[:1], strict=True):
        cross = x1 * y2 - x2 * y1
        area, x, y = area + cross, x + (x1 + x2) * cross, y + (y1 + y2) * cross
    if not area:
        return 0.0, (0.0, 0.0), 0.0
    xs = [px for px, _ in points]
    return abs(area), (x / (3 * area), y / (3 * area)), max(xs) - min(xs)
