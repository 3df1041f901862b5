"""Places of conflict as the UCDP GED has them: ``python -m benchmarks.conflict_places``.

Syria (2016 to mid-2019) and the Central African Republic. Two questions, each of events that the GED places
exactly (``where_prec`` 1):

* ``named``: each distinct place name as the GED writes it, in the words "clashes in NAME, DIVISION";
* ``headline``: the name where it stands in the headline of the source, with the country as a hint.

Asked of the package's gazetteer alone, and with a file added: for the figures to mean something, the file is
made of the events with an even number and the questions of those with an odd one. Told are the shares within
25 km (what the project is judged by) and within 161 km of the GED's point.
"""

from __future__ import annotations

import csv
import gzip
import io
import json
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from benchmarks.corpus import DATA
from dateline.coding.where import PlaceMention, PlaceResolver
from dateline.knowledge.gazetteer import Gazetteer, add_file, load_gazetteer
from dateline.knowledge.gazetteer.gazetteer import built_in
from dateline.knowledge.gazetteer.geometry import distance_km
from dateline.knowledge.gazetteer.kinds import split_type
from dateline.model.span import Span

FILES = {"SY": "ucdp_ged_syria_2016-01_2019-06.csv.gz", "CF": "ucdp_ged_v23.1_CAR.geojson.gz"}
COLUMNS = ("where_prec", "where_coordinates", "adm_1", "adm_2", "latitude", "longitude", "country", "source_headline")
NEAR_KM, FAR_KM = 25.0, 161.0
MOST = 600
"""Questions of each kind and country: enough for a standard error under two points."""


@dataclass(frozen=True, slots=True)
class Question:
    """A text with a place name in it, and where that is in degrees."""

    text: str
    name: str
    lat: float
    lon: float


def events(country: str) -> list[dict[str, str]]:
    """The events of one country as rows of ``COLUMNS``."""
    path = DATA / "ucdp-ged" / FILES[country]
    with gzip.open(path, "rt", encoding="utf-8", newline="") as stream:
        if path.name.endswith(".csv.gz"):
            rows = list(csv.DictReader(stream))
        else:
            rows = [
                f["properties"] | dict(zip(("longitude", "latitude"), f["geometry"]["coordinates"], strict=True))
                for f in json.load(stream)["features"]
            ]
    return [{c: str(row.get(c) or "") for c in COLUMNS} for row in rows]


def questions(rows: Sequence[dict[str, str]], kind: str) -> Iterator[Question]:
    """The questions of one kind, each name once."""
    seen = set()
    for row in rows:
        if row["where_prec"].removesuffix(".0") != "1":
            continue
        name = split_type(row["where_coordinates"].split("/")[0])[0]
        headline = row["source_headline"]
        text = f"Clashes in {name}, {row['adm_1']}." if kind == "named" else headline
        if not name or name in seen or name not in text:
            continue
        seen.add(name)
        yield Question(text, name, float(row["latitude"]), float(row["longitude"]))


def shares(asked: Sequence[Question], gazetteer: Gazetteer, country: str) -> tuple[float, float, float]:
    """Share resolved, within 25 km, and within 161 km."""
    resolver = PlaceResolver(gazetteer)
    known = near = far = 0
    for q in asked:
        at = q.text.index(q.name)
        mentions = [PlaceMention(Span.of(q.text, at, at + len(q.name)))]
        rest = q.text[at + len(q.name) :]
        if rest.startswith(", ") and q.text.startswith("Clashes in "):
            mentions.append(PlaceMention(Span.of(q.text, at + len(q.name) + 2, len(q.text) - 1)))
        place = resolver.resolve(q.text, mentions, countries=[country])[0]
        if place.lat is None or place.lon is None:
            continue
        km = distance_km(place.lat, place.lon, q.lat, q.lon)
        known, near, far = known + 1, near + (km <= NEAR_KM), far + (km <= FAR_KM)
    n = max(len(asked), 1)
    return known / n, near / n, far / n


def main() -> None:
    """Print the shares."""
    print("country  question   asked  gazetteer       resolved  <=25 km  <=161 km")
    with tempfile.TemporaryDirectory() as folder:
        for country in FILES:
            rows = events(country)
            source, store = Path(folder) / f"{country}.csv", Path(folder) / f"{country}.sqlite"
            table = io.StringIO()
            writer = csv.DictWriter(table, COLUMNS)
            writer.writeheader()
            writer.writerows(rows[::2])
            source.write_text(table.getvalue(), encoding="utf-8")
            add_file(source, store)
            for kind in ("named", "headline"):
                asked = list(islice(questions(rows[1::2], kind), MOST))
                for label, gazetteer in (("package", built_in()), ("with the file", load_gazetteer(store))):
                    known, near, far = shares(asked, gazetteer, country)
                    print(
                        f"{country:<8} {kind:<10} {len(asked):5}  {label:<14} {known:9.3f} {near:8.3f} {far:9.3f}", flush=True
                    )


if __name__ == "__main__":
    main()
