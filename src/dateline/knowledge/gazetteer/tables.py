"""Reads the tables that a user may add to the gazetteer: GeoNames dumps, UCDP GED, ACLED, plain tables of
places.
"""

from __future__ import annotations

import csv
import gzip
import io
import zipfile
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TextIO

from dateline.knowledge.gazetteer.kinds import split_type
from dateline.knowledge.gazetteer.names import worth_keeping
from dateline.knowledge.gazetteer.objects import flat, read_objects
from dateline.model.errors import KnowledgeError

GEONAMES_COLUMNS = 19
NAMES_COLUMNS = range(4, 11)
"""Columns of GeoNames's alternate names: four to eight, ten in its second version."""
_NO_NAMES = frozenset("link post iata icao faac unlc wkdt tcid phon abbr".split())
"""What stands where others have their language: codes and addresses."""
_KEPT_CLASSES = frozenset("PALTSHRV")

_NAMES = ("name", "name.en", "location", "place", "asciiname", "name_en", "city")
_LATITUDES = ("latitude", "lat", "y")
_LONGITUDES = ("longitude", "lon", "lng", "long", "x")
_COUNTRIES = ("country", "iso2", "country_code", "iso", "countrycode")
_DIVISIONS = ("admin1", "adm_1", "adm1", "province", "state", "governorate", "region")
_OTHERS = ("alternatenames", "aliases", "name.ar", "other_names", "alternates", "native", "ar", "uk", "ru")


@dataclass(frozen=True, slots=True)
class Row:
    """One place of a table. ``country`` as the table has it (code or name); ``line`` counted from 1."""

    line: int
    name: str
    lat: float
    lon: float
    country: str = ""
    admin1: str = ""
    admin1_is_code: bool = False
    feature: str = "PPL"
    population: int = 0
    id: int | None = None
    others: tuple[str, ...] = ()
    events: int = 0


@dataclass(frozen=True, slots=True)
class Table:
    """``kind``: ``geonames``, ``names``, ``ged``, ``acled`` or ``plain``; ``left_out`` rows that name no place
    exactly enough. ``names`` are further names of places by GeoNames id, of a table that has nothing else.
    """

    kind: str
    rows: tuple[Row, ...]
    left_out: int
    names: Mapping[int, tuple[str, ...]] = field(default_factory=dict)


def read_table(source: Path) -> Table:
    """The places of a file (``.txt``, ``.csv``, ``.tsv``, ``.json``, ``.jsonl``, ``.geojson``, also zipped or gzipped).

    Raises ``KnowledgeError`` naming file and line for a file that cannot be read, is cut short, lacks a
    column that is needed, or has coordinates that cannot be.
    """
    try:
        with _opened(source) as stream:
            text = stream.read()
    except (OSError, EOFError, zipfile.BadZipFile, UnicodeDecodeError) as error:
        reason = "is cut short" if isinstance(error, EOFError) else f"cannot be read ({error})"
        raise KnowledgeError(
            f"{source} {reason}.", "Fetch the file again, as UTF-8 text, zip or gzip."
        ) from error
    if not text.strip():
        raise KnowledgeError(f"{source} is empty.")
    if text.lstrip()[:1] in ("{", "["):
        objects = [(number, flat(thing)) for number, thing in read_objects(source, text)]
        return _of_columns(source, objects, list(dict.fromkeys(key for _, row in objects for key in row)))
    cells = text.partition("\n")[0].split("\t")
    if len(cells) == GEONAMES_COLUMNS and cells[0].lower() not in ("name", "id", "geonameid"):
        return _geonames(source, text)
    if len(cells) in NAMES_COLUMNS and cells[0].isdigit() and cells[1].isdigit():
        return _further_names(source, text)
    return _with_header(source, text)


def _opened(source: Path) -> TextIO:
    if source.suffix == ".gz":
        return gzip.open(source, "rt", encoding="utf-8-sig", newline="")
    if source.suffix == ".zip":
        archive = zipfile.ZipFile(source)
        texts = [
            n
            for n in archive.namelist()
            if n.endswith((".txt", ".csv", ".tsv", ".json", ".jsonl", ".geojson")) and "readme" not in n.lower()
        ]
        if len(texts) != 1:
            raise KnowledgeError(
                f"{source} holds {len(texts)} tables; one is needed.", "Unpack it and add one file."
            )
        return io.TextIOWrapper(archive.open(texts[0]), encoding="utf-8-sig", newline="")
    return source.open(encoding="utf-8-sig", newline="")


def _geonames(source: Path, text: str) -> Table:
    rows: list[Row] = []
    left_out = 0
    for number, line in enumerate(text.rstrip("\n").split("\n"), 1):
        cells = line.rstrip("\r").split("\t")
        if len(cells) != GEONAMES_COLUMNS:
            raise KnowledgeError(
                f"{source}, line {number}: {len(cells)} columns where a GeoNames dump has "
                f"{GEONAMES_COLUMNS}.",
                "The file is cut short or is no GeoNames dump; fetch it again.",
            )
        if cells[6] not in _KEPT_CLASSES or not cells[1]:
            left_out += 1
            continue
        lat, lon = _point(source, number, cells[4], cells[5])
        if not cells[0].isdigit():
            raise KnowledgeError(f"{source}, line {number}: {cells[0]!r} is no GeoNames id.")
        others = tuple(n for n in cells[3].split(",") if worth_keeping(n))
        population = int(cells[14]) if cells[14].isascii() and cells[14].isdigit() else 0
        rows.append(
            Row(number, cells[1], lat, lon, cells[8], cells[10], True, cells[7] or "PPL", population,
                int(cells[0]), (cells[2], *others))
        )  # fmt: skip
    return Table("geonames", tuple(rows), left_out)


def _further_names(source: Path, text: str) -> Table:
    """GeoNames's table of alternate names: id of the name, id of the place, language, name, and marks."""
    names: dict[int, list[str]] = {}
    left_out = 0
    for number, line in enumerate(text.rstrip("\n").split("\n"), 1):
        cells = line.rstrip("\r").split("\t")
        if len(cells) not in NAMES_COLUMNS or not cells[1].isdigit():
            raise KnowledgeError(
                f"{source}, line {number}: no row of GeoNames's alternate names.", "The file is cut short; fetch it again."
            )
        if cells[2] in _NO_NAMES or not worth_keeping(cells[3]):
            left_out += 1
            continue
        names.setdefault(int(cells[1]), []).append(cells[3])
    return Table("names", (), left_out, {place: tuple(dict.fromkeys(found)) for place, found in names.items()})


def _with_header(source: Path, text: str) -> Table:
    first = text.partition("\n")[0]
    delimiter = max(",\t;", key=first.count)
    reader = csv.DictReader(io.StringIO(text), delimiter=delimiter, strict=True)
    try:
        columns = [c.strip().lower() for c in reader.fieldnames or ()]
        reader.fieldnames = columns
        lines = list(_lines(source, reader))
    except csv.Error as error:
        raise KnowledgeError(
            f"{source}, line {reader.line_num}: {error}.", "The file is cut short or not a CSV."
        ) from error
    return _of_columns(source, lines, columns)


def _of_columns(source: Path, lines: Sequence[tuple[int, dict[str, str]]], columns: Sequence[str]) -> Table:
    if "where_coordinates" in columns:
        return _events(source, lines, _GED)
    if "event_id_cnty" in columns or ("event_type" in columns and "location" in columns):
        return _events(source, lines, _ACLED)
    return _plain(source, lines, columns)


def _lines(source: Path, reader: csv.DictReader[str]) -> Iterator[tuple[int, dict[str, str]]]:
    for row in reader:
        if None in row or None in row.values():
            raise KnowledgeError(
                f"{source}, line {reader.line_num}: not as many columns as the header names.",
                "The file is cut short or its fields are not quoted.",
            )
        yield reader.line_num, row


def _column(source: Path, columns: Sequence[str], wanted: Sequence[str]) -> str:
    for name in wanted:
        if name in columns:
            return name
    raise KnowledgeError(
        f"{source} has no column for {wanted[0]}; it has {', '.join(columns[:12])}.",
        f"Name the column one of: {', '.join(wanted)}.",
    )


@dataclass(frozen=True, slots=True)
class _Events:
    """Columns of a table of events: its place, how exact it is, and the codes that mean an exact place."""

    kind: str
    place: str
    precision: str
    kept: frozenset[str]


_GED = _Events("ged", "where_coordinates", "where_prec", frozenset({"1", "2"}))
_ACLED = _Events("acled", "location", "geo_precision", frozenset({"1"}))


def _events(source: Path, lines: Sequence[tuple[int, Mapping[str, str]]], layout: _Events) -> Table:
    """Places learned from coded events: the coordinates most often given to a name, and how many events lie
    there.
    """
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
        points.setdefault(key, Counter())[_point(source, number, row.get(lat_column, ""), row.get(lon_column, ""))] += 1
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


def _plain(source: Path, lines: Sequence[tuple[int, Mapping[str, str]]], columns: Sequence[str]) -> Table:
    name_column = _column(source, columns, _NAMES)
    lat_column, lon_column = _column(source, columns, _LATITUDES), _column(source, columns, _LONGITUDES)
    country = next((c for c in _COUNTRIES if c in columns), "")
    division = next((c for c in _DIVISIONS if c in columns), "")
    rows: list[Row] = []
    left_out = 0
    for number, row in lines:
        if not row.get(name_column, "").strip():
            left_out += 1
            continue
        lat, lon = _point(source, number, row.get(lat_column, ""), row.get(lon_column, ""))
        others = tuple(
            part.strip()
            for c in _OTHERS
            if c in row
            for part in row[c].replace(";", "|").split("|")
            if part.strip()
        )
        # "Jebel Marra village" is called "Jebel Marra" in a sentence.
        bare = tuple(core for core, kind in map(split_type, (row[name_column], *others)) if kind == "city")
        population = row.get("population", "")
        rows.append(
            Row(
                number,
                row[name_column].strip(),
                lat,
                lon,
                row.get(country, ""),
                row.get(division, ""),
                False,
                row.get("feature", "") or "PPL",
                int(population) if population.isascii() and population.isdigit() else 0,
                None,
                (*others, *bare),
                _count(row.get("n", "") or row.get("events", "")),
            )
        )
    return Table("plain", tuple(rows), left_out)


def _count(cell: str) -> int:
    """How often events were coded at the place, where a table of places says so ("n", "events")."""
    return int(cell) if cell.isascii() and cell.isdigit() else 0


def _point(source: Path, line: int, lat: str, lon: str) -> tuple[float, float]:
    try:
        y, x = float(lat), float(lon)
    except ValueError as error:
        raise KnowledgeError(
            f"{source}, line {line}: {lat!r}, {lon!r} are no coordinates in degrees."
        ) from error
    if abs(y) <= 90 and abs(x) <= 180:
        return y, x
    if abs(x) <= 90 and abs(y) <= 180:
        raise KnowledgeError(
            f"{source}, line {line}: latitude {y} is out of range; latitude and longitude seem to be swapped."
        )
    raise KnowledgeError(f"{source}, line {line}: the coordinates {y}, {x} are out of range.")
