"""Coarse cells of the map, half a degree wide (up to 56 km): what near claims are looked up by.

A grid in degrees needs no library and can be read in the database; distances are the business of whoever compares.
"""

from __future__ import annotations

from math import ceil, cos, floor, radians

_PER_DEGREE = 2
_KM_PER_DEGREE = 111.2
_ROWS = 180 * _PER_DEGREE
_COLUMNS = 360 * _PER_DEGREE

WIDEST_KM = 100.0
"""Radius of the widest place that is kept by cells; a wider one is kept by its country alone."""


def cell_of(lat: float, lon: float) -> str:
    """The cell of a point in degrees: the row and column counted from the south pole and the date line."""
    row = min(floor((lat + 90) * _PER_DEGREE), _ROWS - 1)
    return _name(row, floor((lon + 180) * _PER_DEGREE))


def cells_around(lat: float, lon: float, radius_km: float) -> tuple[str, ...]:
    """Every cell that the square around the circle touches, each once, the point's own among them.

    Near the poles, and for a radius of continents, that is many: near 200 for 300 km at 60° north.
    """
    high = radius_km / _KM_PER_DEGREE
    rows = range(
        max(floor((lat - high + 90) * _PER_DEGREE), 0),
        min(floor((lat + high + 90) * _PER_DEGREE), _ROWS - 1) + 1,
    )
    # A degree of longitude is narrowest at the edge that is nearest to a pole.
    narrow = cos(radians(min(abs(lat) + high, 89.9)))
    wide = min(radius_km / (_KM_PER_DEGREE * narrow), 180.0)
    first, last = floor((lon - wide + 180) * _PER_DEGREE), ceil((lon + wide + 180) * _PER_DEGREE)
    columns = range(first, min(max(last, first + 1), first + _COLUMNS))
    return tuple(dict.fromkeys(_name(row, column) for row in rows for column in columns))


def _name(row: int, column: int) -> str:
    return f"{row:03d}-{column % _COLUMNS:03d}"
