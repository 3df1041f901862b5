"""Tables as CSV files: UTF-8, a header, ``\\n`` after each row, what a spreadsheet could take for a formula disarmed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from dateline.exports.csv import disarmed, row_text
from dateline.exports.selection import Selection
from dateline.exports.tables import Cell, Table


def csv_table(table: Table, selection: Selection) -> bytes:
    """One table as the bytes of its file."""
    return csv_rows([column.name for column in table.columns], table.rows(selection))


def csv_rows(header: Sequence[str], rows: Iterable[Sequence[Cell]]) -> bytes:
    """``header`` and ``rows``; an empty cell is an empty text, truth values are ``true`` and ``false``."""
    lines = [row_text(list(header))]
    lines.extend(row_text([_cell(cell) for cell in row]) for row in rows)
    return "".join(lines).encode()


def _cell(cell: Cell) -> str | int | float | None:
    if isinstance(cell, bool):
        return "true" if cell else "false"
    return disarmed(cell)
