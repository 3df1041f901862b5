"""Parquet: typed columns for pandas, polars, DuckDB and R. Needs pyarrow (``pip install 'dateline[analytics]'``)."""

from __future__ import annotations

import io
from datetime import date
from typing import Any

from dateline.exports.extras import needed
from dateline.exports.selection import Selection
from dateline.exports.tables import Cell, Column, Table
from dateline.exports.text import sound


def parquet_table(table: Table, selection: Selection) -> bytes:
    """One table as the bytes of its file; what a column holds stands in its field's metadata (``description``)."""
    return written(arrow_table(table, selection))


def arrow_table(table: Table, selection: Selection) -> Any:
    """One table as a ``pyarrow.Table``. Raises ``UsageError`` without pyarrow."""
    arrow = needed("pyarrow", "analytics")
    rows = list(table.rows(selection))
    fields = [arrow.field(c.name, _type(arrow, c), metadata={"description": c.about}) for c in table.columns]
    columns = [
        arrow.array([_cell(column, row[at]) for row in rows], type=field.type)
        for at, (column, field) in enumerate(zip(table.columns, fields, strict=True))
    ]
    return arrow.table(columns, schema=arrow.schema(fields, metadata={"description": table.about}))


def written(table: Any) -> bytes:
    """A ``pyarrow.Table`` as a Parquet file, compressed with Zstandard."""
    stream = io.BytesIO()
    needed("pyarrow.parquet", "analytics").write_table(table, stream, compression="zstd")
    return stream.getvalue()


def _type(arrow: Any, column: Column) -> Any:
    types = {
        "string": arrow.string(),
        "integer": arrow.int64(),
        "number": arrow.float64(),
        "boolean": arrow.bool_(),
        "date": arrow.date32(),
    }
    return types[column.kind]


def _cell(column: Column, cell: Cell) -> Cell | date:
    if column.kind == "date" and isinstance(cell, str):
        return date.fromisoformat(cell[:10])
    if column.kind == "number" and isinstance(cell, int):
        return float(cell)
    return sound(cell) if isinstance(cell, str) else cell
