"""A place of a table that a user adds, and the table, whatever its layout."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from dateline.model.errors import KnowledgeError


@dataclass(frozen=True, slots=True)
class Row:
    """One place of a table. ``country`` as the table has it (code or name); ``line`` counted from 1."""

    line: int
    name: str
    lat: float
    lon: float
    country: str = ""
    admin1: str = ""
    admin1_is_code: bool = False
    feature: str = "PPL"
    population: int = 0
    id: int | None = None
    others: tuple[str, ...] = ()
    events: int = 0


@dataclass(frozen=True, slots=True)
class Table:
    """``kind``: ``geonames``, ``names``, ``ged``, ``acled`` or ``plain``; ``left_out`` rows that name no place
    exactly enough. ``names`` are further names of places by GeoNames id, of a table that has nothing else.
    """

    kind: str
    rows: tuple[Row, ...]
    left_out: int
    names: Mapping[int, tuple[str, ...]] = field(default_factory=dict)


def point(source: Path, line: int, lat: str, lon: str) -> tuple[float, float]:
    """Two cells as latitude and longitude in degrees; raises ``KnowledgeError`` where they cannot be."""
    try:
        y, x = float(lat), float(lon)
    except ValueError as error:
        raise KnowledgeError(
            f"{source}, line {line}: {lat!r}, {lon!r} are no coordinates in degrees."
        ) from error
    if abs(y) <= 90 and abs(x) <= 180:
        return y, x
    if abs(x) <= 90 and abs(y) <= 180:
        raise KnowledgeError(
            f"{source}, line {line}: latitude {y} is out of range; latitude and longitude seem to be swapped."
        )
    raise KnowledgeError(f"{source}, line {line}: the coordinates {y}, {x} are out of range.")
