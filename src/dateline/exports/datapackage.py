"""A Frictionless Data Package (https://specs.frictionlessdata.io/data-package/): all tables, points, records and codebook.

Table schemas are made from the columns that write the tables, so that they cannot differ.
"""

from __future__ import annotations

import hashlib
from typing import Any

from dateline.exports.claim_table import CLAIMS
from dateline.exports.codebook import codebook
from dateline.exports.csv_tables import csv_table
from dateline.exports.geojson import CREDIT
from dateline.exports.incident_json import incident_lines, record_lines
from dateline.exports.incident_table import ACCOUNTS, INCIDENTS
from dateline.exports.points import incident_geojson
from dateline.exports.selection import Selection
from dateline.exports.tables import Column, Table
from dateline.exports.text import json_bytes

TABLES = (CLAIMS, INCIDENTS, ACCOUNTS)
"""The tables of every export that has tables."""


def datapackage(selection: Selection, version: str) -> dict[str, bytes]:
    """File name to bytes; ``version`` is Dateline's. Hashes and sizes of all files stand in ``datapackage.json``."""
    files = {f"{table.name}.csv": csv_table(table, selection) for table in TABLES}
    files |= {
        "places.geojson": incident_geojson(selection),
        "records.jsonl": record_lines(selection),
        "incidents.jsonl": incident_lines(selection),
        "codebook.md": codebook(TABLES).encode(),
    }
    resources = [_table_resource(table, files[f"{table.name}.csv"]) for table in TABLES]
    resources += [
        _resource("places", "places.geojson", files, "application/geo+json", "Located places of incidents."),
        _resource("records", "records.jsonl", files, "application/x-ndjson", "Coded reports as claim records."),
        _resource("incidents-with-accounts", "incidents.jsonl", files, "application/x-ndjson", "Incidents with all accounts."),
        _resource("codebook", "codebook.md", files, "text/markdown", "What every column and value means."),
    ]
    package = {
        "profile": "data-package",
        "name": "dateline-export",
        "title": "Claims and incidents of armed conflict, coded by Dateline",
        "description": "Each claim is what a report says, in the words that it gives; nothing here is verified.",
        "version": version,
        "sources": [{"title": CREDIT}],
        "contributors": [{"title": "Dateline", "role": "wrangler"}],
        "resources": resources,
    }
    return {"datapackage.json": json_bytes(package)} | files


def table_schema(table: Table) -> dict[str, Any]:
    """The Table Schema (https://specs.frictionlessdata.io/table-schema/) of ``table``."""
    schema: dict[str, Any] = {
        "fields": [_field(table, column) for column in table.columns],
        "missingValues": [""],
        "primaryKey": list(table.key),
    }
    if table.refers:
        schema["foreignKeys"] = [
            {"fields": [own], "reference": {"resource": other, "fields": [its]}} for own, other, its in table.refers
        ]
    return schema


def _field(table: Table, column: Column) -> dict[str, Any]:
    field: dict[str, Any] = {"name": column.name, "type": column.kind, "description": column.about}
    if column.name in table.key:
        field["constraints"] = {"required": True}
    return field


def _table_resource(table: Table, content: bytes) -> dict[str, Any]:
    name = f"{table.name}.csv"
    described = _resource(table.name, name, {name: content}, "text/csv", table.about)
    tabular = {"type": "table", "profile": "tabular-data-resource", "encoding": "utf-8", "schema": table_schema(table)}
    return described | tabular


def _resource(name: str, path: str, files: dict[str, bytes], kind: str, about: str) -> dict[str, Any]:
    content = files[path]
    return {
        "name": name,
        # Without it frictionless takes JSON Lines for a table.
        "type": "file",
        "path": path,
        "description": about,
        "mediatype": kind,
        "format": path.rpartition(".")[2],
        "bytes": len(content),
        "hash": "sha256:" + hashlib.sha256(content).hexdigest(),
    }

