"""Resolution of places whose spans are given, on GeoWebNews, LGL and GeoVirus: ``python -m benchmarks.geo``.

Accuracy within 161 km (100 miles, the usual measure), mean and median error of the resolved, over all gold
places with coordinates and over those of which the gazetteer holds some place of that name within 161 km
("reachable"). Weights were chosen on the documents with an even number; the odd ones are what counts, and are
printed by default.
"""

from __future__ import annotations

import argparse
import gzip
import logging
import time
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from statistics import mean, median

from lxml import etree

from dateline.coding.where import PlaceMention, PlaceResolver
from dateline.coding.where.weights import WEIGHTS, Weights
from dateline.knowledge.gazetteer import Gazetteer, load_gazetteer
from dateline.knowledge.gazetteer.geometry import distance_km
from dateline.model.claim import Place
from dateline.model.span import Span

DATA = Path(__file__).resolve().parents[2] / "shared" / "data"
WITHIN_KM = 161.0
BARS = {"geowebnews": 0.90, "lgl": 0.75, "geovirus": 0.92}

_NOT_PLACES = {"Literal_Expression", "Non_Lit_Expression", "Non_Toponym", "Demonym", "Language", "Homonym"}


@dataclass(frozen=True, slots=True)
class GoldPlace:
    """A place name of a text and where it is, in degrees."""

    span: Span
    lat: float
    lon: float


@dataclass(frozen=True, slots=True)
class GoldText:
    """A text with its places; ``even`` documents are for choosing weights."""

    text: str
    places: tuple[GoldPlace, ...]
    even: bool


@dataclass(frozen=True, slots=True)
class Score:
    """``all``/``reachable`` accuracies within 161 km with counts; errors in kilometres; seconds in all."""

    corpus: str
    places: int
    all: float
    reachable_places: int
    reachable: float
    mean_km: float
    median_km: float
    resolved: float
    seconds: float


def read_corpus(name: str, data: Path = DATA) -> Iterator[GoldText]:
    """The texts of one corpus ("geowebnews", "lgl", "geovirus"); places without coordinates are left out."""
    file, place, start, lat, lon = {
        "geowebnews": ("geowebnews/GWN.train.xml.gz", "toponym", "start", "latitude", "longitude"),
        "lgl": ("lgl/lgl.xml.gz", "toponym", "start", "gaztag/lat", "gaztag/lon"),
        "geovirus": ("geovirus/GeoVirus.xml.gz", "location", "start", "lat", "lon"),
    }[name]
    with gzip.open(data / file, "rb") as stream:
        articles = etree.parse(stream).findall(".//article")
    for number, article in enumerate(articles):
        text = article.findtext("text") or ""
        places: list[GoldPlace] = []
        for item in article.iter(place):
            if item.findtext("type") in _NOT_PLACES or not item.findtext(lat) or not item.findtext(lon):
                continue
            surface = item.findtext("extractedName") or item.findtext("phrase") or item.findtext("name") or ""
            span = _span(text, int(item.findtext(start) or 0), surface)
            if span:
                places.append(GoldPlace(span, float(item.findtext(lat) or 0), float(item.findtext(lon) or 0)))
        yield GoldText(text, tuple(sorted(places, key=lambda p: p.span)), number % 2 == 0)


def _span(text: str, start: int, surface: str) -> Span | None:
    """The corpora count from 0 or 1, some with shifts: the occurrence nearest to the offset given."""
    starts = [i for i in range(max(0, start - 30), start + 30) if text.startswith(surface, i)]
    if not surface or not starts:
        return None
    nearest = min(starts, key=lambda i: abs(i - start))
    return Span.of(text, nearest, nearest + len(surface))


def error_km(place: Place, gold: GoldPlace) -> float | None:
    """Distance of a resolved place from the gold point; ``None`` where it was not resolved."""
    if place.lat is None or place.lon is None:
        return None
    return distance_km(place.lat, place.lon, gold.lat, gold.lon)


def is_reachable(gold: GoldPlace, gazetteer: Gazetteer) -> bool:
    """Whether the gazetteer holds a place of that name within 161 km of the gold point."""
    return any(
        distance_km(c.lat, c.lon, gold.lat, gold.lon) <= WITHIN_KM
        for c in gazetteer.candidates(gold.span.text, 400)
    )


def score(
    name: str,
    gazetteer: Gazetteer,
    *,
    even: bool = False,
    weights: Weights = WEIGHTS,
    most: int | None = None,
) -> Score:
    """Resolve one half of a corpus, of its first ``most`` documents, and measure it."""
    resolver = PlaceResolver(gazetteer, weights)
    errors: list[float | None] = []
    reachable: list[bool] = []
    seconds = 0.0
    for document in islice(read_corpus(name), most):
        if document.even != even:
            continue
        begun = time.perf_counter()
        places = resolver.resolve(document.text, [PlaceMention(g.span) for g in document.places])
        seconds += time.perf_counter() - begun
        errors += [error_km(place, gold) for place, gold in zip(places, document.places, strict=True)]
        reachable += [is_reachable(gold, gazetteer) for gold in document.places]
    right = [error is not None and error <= WITHIN_KM for error in errors]
    known = [error for error in errors if error is not None]
    return Score(
        name, len(errors), mean(right), sum(reachable),
        sum(r for r, k in zip(right, reachable, strict=True) if k) / max(sum(reachable), 1),
        mean(known), median(known), len(known) / len(errors), seconds,
    )  # fmt: skip


def main() -> None:
    """Print the scores of the three corpora."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--even", action="store_true", help="the half on which weights were chosen")
    arguments = parser.parse_args()
    logging.basicConfig(level=logging.WARNING)
    gazetteer = load_gazetteer()
    print("corpus      places  acc@161  reachable  acc@161   mean km  median km  resolved  ms/place   bar")
    for name, bar in BARS.items():
        s = score(name, gazetteer, even=arguments.even)
        print(
            f"{s.corpus:<11} {s.places:6}  {s.all:7.3f}  {s.reachable_places:9}  {s.reachable:7.3f}  "
            f"{s.mean_km:8.0f}"
            f"  {s.median_km:9.1f}  {s.resolved:8.3f}  {1000 * s.seconds / s.places:8.2f}  {bar:.2f}"
        )


if __name__ == "__main__":
    main()
