"""Places as JSON: a list of objects, one object a line, or GeoJSON; each becomes a row of cells by column name."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from dateline.model.errors import KnowledgeError

_POINTS = frozenset({"centroid", "location", "coordinates", "point", "centre", "center"})
"""Objects that hold ``latitude`` and ``longitude``, as tables of divisions have them."""


def read_objects(source: Path, text: str) -> Iterator[tuple[int, Mapping[str, Any]]]:
    """The objects of a JSON text, numbered from 1; raises ``KnowledgeError`` where it is cut short or holds none."""
    try:
        whole = json.loads(text)
    except ValueError as error:
        if text.lstrip().startswith("["):
            raise KnowledgeError(f"{source} is cut short or damaged ({error}).", "Fetch the file again.") from None
        yield from _lines(source, text)
        return
    if isinstance(whole, dict) and whole.get("type") == "FeatureCollection":
        whole = [_feature(source, number, thing) for number, thing in enumerate(whole.get("features", ()), 1)]
    for number, thing in enumerate(whole if isinstance(whole, list) else [whole], 1):
        yield number, _object(source, number, thing)


def _lines(source: Path, text: str) -> Iterator[tuple[int, Mapping[str, Any]]]:
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            try:
                yield number, _object(source, number, json.loads(line))
            except ValueError as error:
                raise KnowledgeError(f"{source}, line {number}, is cut short or damaged ({error}).") from None


def _object(source: Path, number: int, thing: object) -> Mapping[str, Any]:
    if not isinstance(thing, dict):
        raise KnowledgeError(f"{source}: item {number} is no object with a name and coordinates.")
    return thing


def _feature(source: Path, number: int, thing: object) -> dict[str, Any]:
    feature = _object(source, number, thing)
    geometry, properties = feature.get("geometry") or {}, feature.get("properties") or {}
    if geometry.get("type") != "Point" or len(geometry.get("coordinates", ())) < 2:
        raise KnowledgeError(f"{source}: feature {number} is no point.", "Give a layer of points.")
    lon, lat = geometry["coordinates"][:2]
    return {**properties, "latitude": lat, "longitude": lon}


def flat(thing: Mapping[str, Any]) -> dict[str, str]:
    """The cells of an object, keys in lower case: lists joined with ``|``, points and names by language taken apart.

    ``{"name": {"en": "A", "ar": "B"}, "centroid": {"latitude": 1}}`` has the columns ``name.en``, ``name.ar`` and
    ``latitude``; of other nested objects the ``value`` counts.
    """
    row: dict[str, str] = {}
    for key, value in thing.items():
        name = key.strip().lower()
        if isinstance(value, Mapping) and "value" not in value:
            prefix = "" if name in _POINTS else f"{name}."
            row |= {f"{prefix}{inner.lower()}": _cell(one) for inner, one in value.items()}
        else:
            row[name] = _cell(value)
    return row


def _cell(value: object) -> str:
    if isinstance(value, Mapping):
        return _cell(value.get("value"))
    if isinstance(value, list):
        return "|".join(filter(None, map(_cell, value)))
    return "" if value is None else str(value)
