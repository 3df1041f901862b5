"""The towns by which one finds one's way on a map."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from math import floor

from dateline.knowledge.gazetteer.store import BUILT_IN, SCALE
from dateline.model.errors import KnowledgeError

EVERYWHERE = 1_000_000
"""Towns of so many people are given whatever part of the world is asked for, and so are capitals."""

CELL = 2.0
"""Degrees; the neighbourhood of a point is its cell of the grid and the eight around it."""

MOST = 14
"""Towns of one cell, the largest first."""


@dataclass(frozen=True, slots=True)
class Town:
    """``lat``/``lon`` in degrees (WGS 84)."""

    name: str
    lat: float
    lon: float
    population: int
    capital: bool


def towns_around(points: Iterable[tuple[float, float]]) -> tuple[Town, ...]:
    """Capitals and great cities of the world, and the larger towns near each point (latitude, longitude); largest first.

    Raises ``KnowledgeError`` where the gazetteer of the package cannot be read.
    """
    wanted = {
        (row + down, column + right)
        for row, column in {_cell(lat, lon) for lat, lon in points}
        for down in (-1, 0, 1)
        for right in (-1, 0, 1)
    }
    taken = Counter[tuple[int, int]]()
    kept = []
    try:
        connection = sqlite3.connect(f"{BUILT_IN.resolve().as_uri()}?mode=ro&immutable=1", uri=True)
        try:
            for name, y, x, size, feature in connection.execute(_SELECT):
                lat, lon = y / SCALE, x / SCALE
                cell = _cell(lat, lon)
                near = cell in wanted and taken[cell] < MOST
                taken[cell] += near
                if near or feature == "PPLC" or size >= EVERYWHERE:
                    kept.append(Town(name, lat, lon, size, feature == "PPLC"))
        finally:
            connection.close()
    except sqlite3.Error as error:
        raise KnowledgeError(f"{BUILT_IN} cannot be read: {error}.") from error
    return tuple(kept)


def _cell(lat: float, lon: float) -> tuple[int, int]:
    return floor(lat / CELL), floor(lon / CELL)


# PPLX is a part of a town; its name would stand on the town's own.
_SELECT = (
    "SELECT name, lat, lon, population, feature FROM place WHERE feature LIKE 'PPL%' AND feature != 'PPLX' "
    "AND population > 0 ORDER BY population DESC, row"
)
