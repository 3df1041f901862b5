"""XLSX: one workbook, a sheet a table. Needs openpyxl (``pip install 'dateline[office]'``).

Text is stored as text, never as a formula; what begins like one has the cell's quote prefix set, as if typed with an
apostrophe, so that a spreadsheet keeps it text when the cell is edited. Excel's limits: 32,767 characters a cell, 1,048,576
rows a sheet.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

from dateline.exports.extras import needed
from dateline.exports.selection import Selection
from dateline.exports.tables import Cell, Table
from dateline.exports.text import sound
from dateline.model.errors import UsageError

_MOST_CHARACTERS = 32_767
_MOST_ROWS = 1_048_576
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n")
_EPOCH = datetime(2000, 1, 1, tzinfo=UTC).replace(tzinfo=None)
_ZIP_EPOCH = (1980, 1, 1, 0, 0, 0)
"""The earliest time that a ZIP file holds."""
_MODIFIED = re.compile(rb"(<dcterms:modified[^>]*>)[^<]*")
_MOST_WIDTH = 48


def xlsx(selection: Selection, tables: Sequence[Table]) -> bytes:
    """The workbook's bytes. Raises ``UsageError`` without openpyxl, and for more rows than a sheet holds."""
    openpyxl = needed("openpyxl", "office")
    book = openpyxl.Workbook()
    # The time of writing is no part of the data: the same input gives the same workbook.
    book.properties.created = book.properties.modified = _EPOCH
    book.properties.creator = "Dateline"
    book.remove(book.active)
    for table in tables:
        _fill(book.create_sheet(table.name), table, selection)
    stream = io.BytesIO()
    book.save(stream)
    return _timeless(stream.getvalue())


def _timeless(book: bytes) -> bytes:
    """``book`` without the time of writing, which the library puts into its properties and beside every part."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(book)) as parts, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as kept:
        for part in parts.infolist():
            content = parts.read(part)
            if part.filename == "docProps/core.xml":
                content = _MODIFIED.sub(rb"\g<1>" + _EPOCH.strftime("%Y-%m-%dT%H:%M:%SZ").encode(), content)
            entry = zipfile.ZipInfo(part.filename, _ZIP_EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            kept.writestr(entry, content)
    return out.getvalue()


def _fill(sheet: Any, table: Table, selection: Selection) -> None:
    styles = needed("openpyxl.styles", "office")
    rows = [list[Cell](column.name for column in table.columns), *table.rows(selection)]
    if len(rows) > _MOST_ROWS:
        raise UsageError(f"{len(rows) - 1} {table.name} do not fit into a sheet.", "Use --format csv or parquet.")
    for number, row in enumerate(rows, 1):
        for at, cell in enumerate(row, 1):
            _write(sheet.cell(number, at), cell)
    for at, column in enumerate(table.columns, 1):
        head = sheet.cell(1, at)
        head.font = styles.Font(bold=True)
        longest = max((len(str(row[at - 1] or "")) for row in rows[:200]), default=0)
        sheet.column_dimensions[head.column_letter].width = min(max(longest, len(column.name)) + 2, _MOST_WIDTH)
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = sheet.dimensions


def _write(target: Any, cell: Cell) -> None:
    if not isinstance(cell, str):
        target.value = cell
        return
    text = _fitting(cell)
    target.value = text
    target.data_type = "s"
    if text.lstrip(" ").startswith(_FORMULA_STARTS):
        target.quotePrefix = 1


def _fitting(text: str) -> str:
    """``text`` without what XML cannot hold, and cut to what a cell holds."""
    illegal = needed("openpyxl.cell.cell", "office").ILLEGAL_CHARACTERS_RE
    kept: str = illegal.sub("", sound(text)).replace("\ufffe", "").replace("\uffff", "")
    return kept if len(kept) <= _MOST_CHARACTERS else kept[: _MOST_CHARACTERS - 1] + "…"
