"""Tables with named columns: UCDP GED and ACLED, which coded events at places, and plain tables of places."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from dateline.knowledge.gazetteer.kinds import split_type
from dateline.knowledge.gazetteer.row import Row, Table, point
from dateline.model.errors import KnowledgeError

_NAMES = ("name", "name.en", "location", "place", "asciiname", "name_en", "city")
_LATITUDES = ("latitude", "lat", "y")
_LONGITUDES = ("longitude", "lon", "lng", "long", "x")
_COUNTRIES = ("country", "iso2", "country_code", "iso", "countrycode")
_DIVISIONS = ("admin1", "adm_1", "adm1", "province", "state", "governorate", "region")
_OTHERS = ("alternatenames", "aliases", "name.ar", "other_names", "alternates", "native", "ar", "uk", "ru")

Line = tuple[int, Mapping[str, str]]
"""A row as cells by column (in lower case), with its number in the file."""


def read_columns(source: Path, lines: Sequence[Line], columns: Sequence[str]) -> Table:
    """The places of a table, whichever of the three layouts its ``columns`` show.

    Raises ``KnowledgeError`` for a column that is missing, and for coordinates that cannot be.
    """
    if "where_coordinates" in columns:
        return _events(source, lines, _GED)
    if "event_id_cnty" in columns or ("event_type" in columns and "location" in columns):
        return _events(source, lines, _ACLED)
    return _plain(source, lines, columns)


@dataclass(frozen=True, slots=True)
class _Events:
    """Columns of a table of events: its place, how exact it is, and the codes that mean an exact place."""

    kind: str
    place: str
    precision: str
    kept: frozenset[str]


_GED = _Events("ged", "where_coordinates", "where_prec", frozenset({"1", "2"}))
_ACLED = _Events("acled", "location", "geo_precision", frozenset({"1"}))


def _events(source: Path, lines: Sequence[Line], layout: _Events) -> Table:
    """Places learned from coded events: the coordinates most often given to a name, and how many events lie there."""
    columns = [*dict.fromkeys(key for _, row in lines[:100] for key in row)] or [layout.place]
    lat_column, lon_column = _column(source, columns, _LATITUDES), _column(source, columns, _LONGITUDES)
    division = _column(source, columns, _DIVISIONS)
    points: dict[tuple[str, str, str], Counter[tuple[float, float]]] = {}
    lines_of: dict[tuple[str, str, str], int] = {}
    left_out = 0
    for number, row in lines:
        name = row.get(layout.place, "").strip()
        if row.get(layout.precision, "1").removesuffix(".0") not in layout.kept or not name:
            left_out += 1
            continue
        key = (name, row.get("country", ""), row.get(division, ""))
        points.setdefault(key, Counter())[point(source, number, row.get(lat_column, ""), row.get(lon_column, ""))] += 1
        lines_of.setdefault(key, number)
    rows = []
    for key, counts in points.items():
        (lat, lon), _ = counts.most_common(1)[0]
        # GED writes "As Suwar town/Sur town": two names, each with its word of type.
        name, *others = [split_type(part)[0] for part in key[0].split("/") if part.strip()]
        rows.append(
            Row(lines_of[key], name, lat, lon, key[1], key[2], others=tuple(others), events=counts.total())
        )
    return Table(layout.kind, tuple(rows), left_out)


def _plain(source: Path, lines: Sequence[Line], columns: Sequence[str]) -> Table:
    name_column = _column(source, columns, _NAMES)
    lat_column, lon_column = _column(source, columns, _LATITUDES), _column(source, columns, _LONGITUDES)
    country = next((c for c in _COUNTRIES if c in columns), "")
    division = next((c for c in _DIVISIONS if c in columns), "")
    rows: list[Row] = []
    left_out = 0
    for number, row in lines:
        name = row.get(name_column, "")
        if not name.strip():
            left_out += 1
            continue
        lat, lon = point(source, number, row.get(lat_column, ""), row.get(lon_column, ""))
        rows.append(
            Row(
                number,
                name.strip(),
                lat,
                lon,
                row.get(country, ""),
                row.get(division, ""),
                feature=row.get("feature", "") or "PPL",
                population=_count(row.get("population", "")),
                others=_other_names(name, row),
                # How often events were coded there, where a table of places says so.
                events=_count(row.get("n", "") or row.get("events", "")),
            )
        )
    return Table("plain", tuple(rows), left_out)


def _other_names(name: str, row: Mapping[str, str]) -> tuple[str, ...]:
    cells = [row[c].replace(";", "|") for c in _OTHERS if c in row]
    others = [part.strip() for cell in cells for part in cell.split("|") if part.strip()]
    # "Jebel Marra village" is called "Jebel Marra" in a sentence.
    bare = (core for core, kind in map(split_type, (name, *others)) if kind == "city")
    return (*others, *bare)


def _count(cell: str) -> int:
    return int(cell) if cell.isascii() and cell.isdigit() else 0


def _column(source: Path, columns: Sequence[str], wanted: Sequence[str]) -> str:
    for name in wanted:
        if name in columns:
            return name
    raise KnowledgeError(
        f"{source} has no column for {wanted[0]}; it has {', '.join(columns[:12])}.",
        f"Name the column one of: {', '.join(wanted)}.",
    )
