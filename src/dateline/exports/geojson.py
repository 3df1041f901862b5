"""GeoJSON (RFC 7946): a feature for each place of each claim, for QGIS, kepler.gl, Leaflet and the like.

A place that could not be located, and a claim without any, is a feature whose geometry is ``null``: an event
of unknown place is still an event. A point is the centre of a circle of ``radius_km``, never more exact than
that. Coordinates are longitude before latitude, WGS 84, to five digits (about a metre).
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from dateline.exports import wording
from dateline.model.claim import Claim, Place
from dateline.model.record import Record

CREDIT = "Places: GeoNames (https://www.geonames.org), CC BY 4.0"
"""What its licence asks for wherever its places are shown."""

_WIDTH = 600


@dataclass(frozen=True, slots=True)
class GeoJson:
    """One FeatureCollection, a feature a line, in the order of the reports and their claims."""

    suffix: str = ".geojson"

    def begin(self) -> str:
        """The collection's opening; ``attribution`` is a foreign member, which RFC 7946 allows."""
        return f'{{"type": "FeatureCollection", "attribution": {json.dumps(CREDIT)}, "features": ['

    def record(self, record: Record, *, first: bool) -> str:
        """The features of one report's claims; nothing for a report without claims."""
        lines = [_text(feature) for claim in record.claims for feature in features(record, claim)]
        return ("\n" if first else ",\n") + ",\n".join(lines) if lines else ""

    def end(self) -> str:
        """The collection's end."""
        return "\n]}\n"


def features(record: Record, claim: Claim) -> Iterator[dict[str, Any]]:
    """A feature for each place of ``claim``, one without a place where it has none."""
    for number, place in enumerate(claim.places or (None,), 1):
        yield {
            "type": "Feature",
            "id": f"{record.report.id}/{claim.id}/{number}",
            "geometry": _geometry(place),
            "properties": _of_claim(record, claim) | _of_place(place),
        }


def toll_short(claim: Claim) -> str:
    """``9 killed, ≥2 injured``: the tolls that are no part of another, as few words as a label has room for."""
    return ", ".join(
        f"{wording.number(toll)} {'' if toll.unit == 'persons' else toll.unit + ' '}{toll.kind}"
        for toll in claim.tolls
        if toll.part_of is None
    )


def _geometry(place: Place | None) -> dict[str, Any] | None:
    if place is None or place.lat is None or place.lon is None:
        return None
    return {"type": "Point", "coordinates": [round(place.lon, 5), round(place.lat, 5)]}


def _of_claim(record: Record, claim: Claim) -> dict[str, Any]:
    report = record.report
    return {
        "report": report.id,
        "ref": report.ref,
        "outlet": report.outlet,
        "published": report.published,
        "title": report.title,
        "url": report.url,
        "claim": claim.id,
        "event_ref": claim.event_ref,
        "type": claim.event.type,
        "sub_type": claim.event.sub_type,
        "confidence": claim.event.confidence,
        "when": wording.when(claim.when) or None,
        "start": claim.when.start,
        "end": claim.when.end,
        "time_precision": claim.when.time_precision,
        "stance": claim.stance,
        "polarity": claim.polarity,
        "background": claim.background,
        "attribution": wording.voices(claim.attribution),
        "participants": [
            {"role": p.role, "side": p.side, "name": p.name, "actor": p.actor} for p in claim.participants
        ],
        "toll": toll_short(claim) or None,
        "sentence": "".join(wording.sentence(record, claim, _WIDTH)),
    }


def _of_place(place: Place | None) -> dict[str, Any]:
    return {
        "relation": place and place.relation,
        "place": place and place.name,
        "place_text": place and place.text,
        "place_id": place and place.id,
        "admin1": place and place.admin1,
        "country": place and place.country,
        "geo_precision": place and place.geo_precision,
        "where_prec": place and place.where_prec,
        "radius_km": place and place.radius_km,
        "reason": place.reason if place else "the report names no place for it",
    }


def _text(feature: dict[str, Any]) -> str:
    text = json.dumps(feature, ensure_ascii=False)
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        # Half a surrogate pair, which UTF-8 cannot hold.
        return json.dumps(feature, ensure_ascii=True)
    return text
