"""The formats of ``dateline export`` by name: what each writes, one file or several."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from dateline.exports.acled import ACLED
from dateline.exports.annotations import web_annotations
from dateline.exports.csv_tables import csv_table
from dateline.exports.datapackage import TABLES, datapackage
from dateline.exports.ftm import ftm
from dateline.exports.ged import GED
from dateline.exports.geoparquet import geoparquet
from dateline.exports.incident_json import jsonl
from dateline.exports.parquet import parquet_table
from dateline.exports.plover import plover
from dateline.exports.points import incident_geojson
from dateline.exports.prov import prov
from dateline.exports.selection import Selection
from dateline.exports.xlsx import xlsx
from dateline.model.run import RunInfo

Files = Mapping[str, bytes]
"""File name to content; a format of one file has it under the empty name."""


@dataclass(frozen=True, slots=True)
class ExportFormat:
    """``suffix`` is that of its one file, ``None`` for a format of several, which goes to a folder or a ``.zip``."""

    suffix: str | None
    write: Callable[[Selection, RunInfo], Files]


def _one(write: Callable[[Selection], bytes]) -> Callable[[Selection, RunInfo], Files]:
    return lambda selection, run: {"": write(selection)}


FORMATS: dict[str, ExportFormat] = {
    "jsonl": ExportFormat(".jsonl", _one(jsonl)),
    "csv": ExportFormat(None, lambda selection, run: {f"{t.name}.csv": csv_table(t, selection) for t in TABLES}),
    "xlsx": ExportFormat(".xlsx", _one(lambda selection: xlsx(selection, TABLES))),
    "parquet": ExportFormat(None, lambda selection, run: {f"{t.name}.parquet": parquet_table(t, selection) for t in TABLES}),
    "acled": ExportFormat(".csv", _one(lambda selection: csv_table(ACLED, selection))),
    "ged": ExportFormat(".csv", _one(lambda selection: csv_table(GED, selection))),
    "geojson": ExportFormat(".geojson", _one(incident_geojson)),
    "geoparquet": ExportFormat(".parquet", _one(geoparquet)),
    "plover": ExportFormat(".jsonl", _one(plover)),
    "ftm": ExportFormat(".ftm.json", _one(ftm)),
    "annotations": ExportFormat(".jsonld", _one(web_annotations)),
    "prov": ExportFormat(".json", lambda selection, run: {"": prov(selection, run)}),
    "datapackage": ExportFormat(None, lambda selection, run: datapackage(selection, run.version)),
}
"""In the order of ``docs/exports.md``."""
