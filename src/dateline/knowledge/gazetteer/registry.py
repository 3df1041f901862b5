"""The project's own registry: regions, seas, rivers and sites that matter in conflict news, and usual other names.

Files, tab separated, one place a line, ``#`` for comments:

``regions.tsv``  id, feature, name, other names (``|``), lat, lon, radius in km, countries (``,``), source
``sites.tsv``    id, feature, name, other names (``|``), lat, lon, country, near (nearest town), source
``aliases.tsv``  name, target (``country:SY``, ``admin1:SY.08``, ``geonames:NNN``, or ``town:SY:Name``),
    source
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from functools import cache
from importlib.resources import files

from dateline.knowledge.gazetteer.keys import ALTERNATE, name_keys
from dateline.knowledge.gazetteer.kinds import split_type
from dateline.knowledge.gazetteer.names import fold
from dateline.knowledge.gazetteer.store import PlaceRow
from dateline.model.errors import KnowledgeError

SITE_RADIUS_KM = {
    "OILF": 10.0,
    "GASF": 8.0,
    "DAM": 3.0,
    "MILB": 4.0,
    "CMPRF": 3.0,
    "BDRX": 2.0,
    "AIRP": 4.0,
    "PRT": 4.0,
    "PSN": 1.0,
    "PS": 2.0,
    "HSP": 0.5,
    "BDG": 1.0,
    "MFG": 2.0,
    "MSQE": 0.3,
    "TMPL": 0.5,
    "RGN": 5.0,
    "OILR": 3.0,
    "MN": 5.0,
}
"""Extent assumed for a site by its GeoNames feature code, kilometres: half the length usual for its kind."""


def lines(name: str, columns: int) -> list[list[str]]:
    """The rows of a data file; raises ``KnowledgeError`` where a row has not ``columns`` columns."""
    text = (files("dateline.knowledge.gazetteer") / "data" / name).read_text(encoding="utf-8")
    rows = [line.split("\t") for line in text.splitlines() if line and not line.startswith("#")]
    for row in rows:
        if len(row) != columns:
            raise KnowledgeError(f"{name}: {row[0]} has {len(row)} columns, not {columns}.")
    return rows


class Registry:
    """Regions and sites in memory, found by the same keys as the stored places."""

    def __init__(self) -> None:
        self._keys: dict[str, dict[int, int]] = defaultdict(dict)
        self.places: list[PlaceRow] = []
        for id_, feature, name, others, lat, lon, radius, countries, _ in lines("regions.tsv", 9):
            country = countries if len(countries) == 2 else None
            self._add(PlaceRow(f"region:{id_}", name, float(lat), float(lon), country, None, feature, None,
                               float(radius)), others)  # fmt: skip
        for id_, feature, name, others, lat, lon, country, _, _ in lines("sites.tsv", 9):
            self._add(
                PlaceRow(
                    f"site:{id_}",
                    name,
                    float(lat),
                    float(lon),
                    country or None,
                    None,
                    feature,
                    None,
                    SITE_RADIUS_KM.get(feature, 3.0),
                ),
                others,
            )

    def _add(self, place: PlaceRow, others: str) -> None:
        index = len(self.places)
        self.places.append(place)
        names = [n for n in others.split("|") if n]
        # A site is called by its bare name too ("the Omar field", "Conoco").
        a_site = isinstance(place.id, str) and place.id.startswith("site:") and place.feature != "RGN"
        bare = [split_type(n)[0] for n in (place.name, *names)] if a_site else []
        # Names given here are the ones in use: all count as exact.
        for key, kind in (
            pair for name in (place.name, *names) for pair in name_keys(name, (), romanised=True)
        ):
            self._keys[key][index] = min(kind, self._keys[key].get(index, kind))
        for name in bare:
            for key, strictness in name_keys(name, (), romanised=True):
                kind = max(strictness, ALTERNATE)
                self._keys[key][index] = min(kind, self._keys[key].get(index, kind))

    def find(self, key: str, kinds: Sequence[int]) -> list[tuple[int, PlaceRow]]:
        """``(kind, place)`` of the places that ``key`` leads to under one of ``kinds``."""
        return [(kind, self.places[i]) for i, kind in self._keys.get(key, {}).items() if kind in kinds]


@cache
def registry() -> Registry:
    """The registry, read once."""
    return Registry()


@cache
def aliases() -> dict[str, tuple[str, ...]]:
    """Folded name to the targets that the press means by it."""
    found: dict[str, tuple[str, ...]] = {}
    for name, target, _ in lines("aliases.tsv", 3):
        found[fold(name)] = (*found.get(fold(name), ()), target)
    return found
