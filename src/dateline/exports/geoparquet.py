"""GeoParquet 1.1 (https://geoparquet.org/releases/v1.1.0/): the points of incidents for GeoPandas, QGIS and DuckDB.

Geometry is WKB (little-endian points, longitude before latitude). Without a ``crs`` the specification means OGC:CRS84,
which is what is written. A row without a place has a null geometry.
"""

from __future__ import annotations

import json
import struct

from dateline.exports.extras import needed
from dateline.exports.parquet import arrow_table, written
from dateline.exports.points import POINTS, points
from dateline.exports.selection import Selection
from dateline.model.claim import Place

_LITTLE_ENDIAN, _POINT = 1, 1


def geoparquet(selection: Selection) -> bytes:
    """The file's bytes. Raises ``UsageError`` without pyarrow."""
    arrow = needed("pyarrow", "analytics")
    table = arrow_table(POINTS, selection)
    places = [point.located for point in points(selection)]
    shapes = arrow.array([_wkb(place) for place in places], type=arrow.binary())
    table = table.append_column(arrow.field("geometry", arrow.binary()), shapes)
    metadata = {**(table.schema.metadata or {}), b"geo": json.dumps(_metadata(places)).encode()}
    return written(table.replace_schema_metadata(metadata))


def _wkb(place: Place | None) -> bytes | None:
    if place is None or place.lat is None or place.lon is None:
        return None
    return struct.pack("<BIdd", _LITTLE_ENDIAN, _POINT, round(place.lon, 5), round(place.lat, 5))


def _metadata(places: list[Place | None]) -> dict[str, object]:
    lons = [round(place.lon, 5) for place in places if place and place.lon is not None]
    lats = [round(place.lat, 5) for place in places if place and place.lat is not None]
    column: dict[str, object] = {"encoding": "WKB", "geometry_types": ["Point"]}
    if lons:
        column["bbox"] = [min(lons), min(lats), max(lons), max(lats)]
    return {"version": "1.1.0", "primary_column": "geometry", "columns": {"geometry": column}}
