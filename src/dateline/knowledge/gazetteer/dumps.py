"""GeoNames's own files: the dump of a country, and the table of alternate names."""

from __future__ import annotations

from pathlib import Path

from dateline.knowledge.gazetteer.names import worth_keeping
from dateline.knowledge.gazetteer.row import Row, Table, point
from dateline.model.errors import KnowledgeError

_COLUMNS = 19
_NAMES_COLUMNS = range(4, 11)
"""Columns of GeoNames's alternate names: four to eight, ten in its second version."""
_NO_NAMES = frozenset("link post iata icao faac unlc wkdt tcid phon abbr".split())
"""What stands where others have their language: codes and addresses."""
_KEPT_CLASSES = frozenset("PALTSHRV")


def is_dump(first: str) -> bool:
    """Whether ``first`` is a line of a country dump."""
    cells = first.split("\t")
    return len(cells) == _COLUMNS and cells[0].lower() not in ("name", "id", "geonameid")


def is_names(first: str) -> bool:
    """Whether ``first`` is a line of the table of alternate names."""
    cells = first.split("\t")
    return len(cells) in _NAMES_COLUMNS and cells[0].isdigit() and cells[1].isdigit()


def read_dump(source: Path, text: str) -> Table:
    """The places of a country dump; raises ``KnowledgeError`` for a line that is none."""
    rows: list[Row] = []
    left_out = 0
    for number, line in enumerate(text.rstrip("\n").split("\n"), 1):
        cells = line.rstrip("\r").split("\t")
        if len(cells) != _COLUMNS:
            raise KnowledgeError(
                f"{source}, line {number}: {len(cells)} columns where a GeoNames dump has {_COLUMNS}.",
                "The file is cut short or is no GeoNames dump; fetch it again.",
            )
        if cells[6] not in _KEPT_CLASSES or not cells[1]:
            left_out += 1
            continue
        lat, lon = point(source, number, cells[4], cells[5])
        if not cells[0].isdigit():
            raise KnowledgeError(f"{source}, line {number}: {cells[0]!r} is no GeoNames id.")
        others = tuple(n for n in cells[3].split(",") if worth_keeping(n))
        population = int(cells[14]) if cells[14].isascii() and cells[14].isdigit() else 0
        rows.append(
            Row(number, cells[1], lat, lon, cells[8], cells[10], True, cells[7] or "PPL", population,
                int(cells[0]), (cells[2], *others))
        )  # fmt: skip
    return Table("geonames", tuple(rows), left_out)


def read_names(source: Path, text: str) -> Table:
    """GeoNames's table of alternate names: id of the name, id of the place, language, name, and marks.

    Raises ``KnowledgeError`` for a line that is none.
    """
    names: dict[int, list[str]] = {}
    left_out = 0
    for number, line in enumerate(text.rstrip("\n").split("\n"), 1):
        cells = line.rstrip("\r").split("\t")
        if len(cells) not in _NAMES_COLUMNS or not cells[1].isdigit():
            raise KnowledgeError(
                f"{source}, line {number}: no row of GeoNames's alternate names.", "The file is cut short; fetch it again."
            )
        if cells[2] in _NO_NAMES or not worth_keeping(cells[3]):
            left_out += 1
            continue
        names.setdefault(int(cells[1]), []).append(cells[3])
    return Table("names", (), left_out, {place: tuple(dict.fromkeys(found)) for place, found in names.items()})
