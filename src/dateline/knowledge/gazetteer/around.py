"""The country and division of a point, from the nearest known town: for tables that give coordinates alone."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from math import cos, floor, radians

REACH_KM = 40.0
"""A point further than this from every town of 500 people keeps no country."""

KM_PER_DEGREE = 111.2
_CELL = 0.5


class Towns:
    """Towns by cells of half a degree."""

    def __init__(self, towns: Iterable[tuple[float, float, str, str]]) -> None:
        self._cells: dict[tuple[int, int], list[tuple[float, float, str, str]]] = defaultdict(list)
        for town in towns:
            self._cells[floor(town[0] / _CELL), floor(town[1] / _CELL)].append(town)

    def division(self, lat: float, lon: float) -> tuple[str, str] | None:
        """ISO code and GeoNames division code at a point in degrees; ``None`` far from any town."""
        row, column = floor(lat / _CELL), floor(lon / _CELL)
        narrowing = cos(radians(lat))
        near = [
            (((y - lat) ** 2 + ((x - lon) * narrowing) ** 2) ** 0.5 * KM_PER_DEGREE, country, division)
            for i in (-1, 0, 1)
            for j in (-1, 0, 1)
            for y, x, country, division in self._cells.get((row + i, column + j), ())
        ]
        if not near:
            return None
        km, country, division = min(near)
        return (country, division) if km <= REACH_KM else None
