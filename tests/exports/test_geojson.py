"""GeoJSON: what RFC 7946 asks for, and that nothing is made more exact than it is told."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

from dateline.exports.geojson import GeoJson, toll_short
from dateline.model.record import Record
from tests.records import ATTACK, DENIAL, EMPTY, RECORD

PROPERTIES = {
    "claim", "type", "sub_type", "when", "stance", "outlet", "participants", "toll", "geo_precision",
    "where_prec", "radius_km", "relation", "sentence",
}  # fmt: skip


def collection(*records: Record) -> dict[str, Any]:
    form = GeoJson()
    text, any_before = form.begin(), False
    for record in records:
        piece = form.record(record, first=not any_before)
        any_before = any_before or bool(piece)
        text += piece
    found: dict[str, Any] = json.loads(text + form.end())
    return found


def test_a_feature_for_each_place_of_each_claim() -> None:
    found = collection(RECORD)
    assert found["type"] == "FeatureCollection"
    assert "GeoNames" in found["attribution"]
    expected = [(claim.id, place.name) for claim in RECORD.claims for place in claim.places]
    placed = [f for f in found["features"] if f["properties"]["relation"]]
    assert [(f["properties"]["claim"], f["properties"]["place"]) for f in placed] == expected
    for feature in found["features"]:
        assert feature["type"] == "Feature"
        assert set(feature["properties"]) >= PROPERTIES
    assert len({feature["id"] for feature in found["features"]}) == len(found["features"])


def test_longitude_comes_first() -> None:
    place = replace(ATTACK.places[0], lat=11.15, lon=12.756789123, radius_km=12.0)
    [feature] = collection(replace(RECORD, claims=(replace(ATTACK, places=(place,)),)))["features"]
    assert feature["geometry"] == {"type": "Point", "coordinates": [12.75679, 11.15]}
    assert feature["properties"]["radius_km"] == 12.0


def test_what_has_no_coordinates_has_no_geometry() -> None:
    unresolved = replace(ATTACK.places[0], lat=None, lon=None, reason="not in the gazetteer")
    claims = (replace(ATTACK, places=(unresolved,)), replace(DENIAL, places=()))
    first, second = collection(replace(RECORD, claims=claims))["features"]
    assert first["geometry"] is None
    assert first["properties"]["reason"] == "not in the gazetteer"
    assert second["geometry"] is None
    assert second["properties"]["relation"] is None


def test_reports_without_claims_leave_no_gap() -> None:
    alone = len(collection(RECORD)["features"])
    assert len(collection(EMPTY, RECORD, EMPTY, RECORD)["features"]) == 2 * alone
    assert collection(EMPTY)["features"] == []
    assert collection()["features"] == []


def test_the_short_toll_leaves_parts_out() -> None:
    assert toll_short(ATTACK) == "≥9 killed"


def test_half_a_surrogate_pair_is_written_escaped() -> None:
    text = GeoJson().record(replace(RECORD, report=replace(RECORD.report, title="x\ud800")), first=True)
    assert json.loads("[" + text.encode("utf-8").decode() + "]")[0]["properties"]["title"] == "x\ud800"
