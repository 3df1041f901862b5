"""What a look-up gives back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Match = Literal["exact", "alternate", "key"]


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place that a name may mean.

    ``lat``/``lon`` in degrees (WGS 84); ``country`` ISO 3166-1 alpha-2; ``feature`` a GeoNames feature code;
    ``radius_km`` of an area or site, ``None`` for a town; ``likeness`` 0-1 of the asked name to this one's;
    ``events`` how often a file added by the user coded events here; ``admin1_code`` GeoNames's code.
    """

    id: str
    name: str
    lat: float
    lon: float
    country: str | None
    admin1: str | None
    feature: str
    population: int
    match: Match
    likeness: float = 1.0
    admin1_code: str | None = None
    radius_km: float | None = None
    events: int = 0

    @property
    def is_area(self) -> bool:
        """True for countries, divisions, regions, seas and rivers."""
        return self.feature.startswith(AREA_FEATURES)

    @property
    def is_site(self) -> bool:
        """True for a place of the site registry."""
        return self.id.startswith("site:")


AREA_FEATURES = (
    "PCL",
    "ADM",
    "RGN",
    "CONT",
    "SEA",
    "STM",
    "LK",
    "GULF",
    "STRT",
    "OCN",
    "MTS",
    "DSRT",
    "PEN",
    "ISL",
)


@dataclass(frozen=True, slots=True)
class Country:
    """``adjectives`` are demonyms and adjectives ("Syrian"); ``neighbours`` ISO codes."""

    iso2: str
    iso3: str
    name: str
    id: str
    lat: float
    lon: float
    radius_km: float
    adjectives: tuple[str, ...]
    neighbours: tuple[str, ...]
