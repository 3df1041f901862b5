"""One row of a table of reports, whatever format the table has."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from dateline.model.errors import UsageError

MOST_WHOLE = 200_000_000
"""Bytes of a JSON list or a workbook, which is held in memory whole; JSON Lines and CSV have no such bound."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row: ``number`` counts data rows from 1 (lines, for JSON Lines); an empty cell is ``None``."""

    number: int
    cells: Mapping[str, str | None]
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RowError:
    """A row that could not be read, in its place among the others."""

    number: int
    message: str


def column_names(ref: str, header: Sequence[str]) -> list[str]:
    """The names of the columns of the table ``ref``, those without one by their place; raises ``UsageError`` for a name
    that stands twice.
    """
    names = [cell.strip() or f"column {place}" for place, cell in enumerate(header, 1)]
    twice = sorted({name for name in names if names.count(name) > 1})
    if twice:
        raise UsageError(
            f"{ref} has more than one column called {', '.join(twice)}.", "Rename them in the table."
        )
    return names


def padded(names: Sequence[str], cells: Sequence[str | None]) -> dict[str, str | None]:
    """The cells of a row by column; columns that the row does not reach are ``None``."""
    return dict(zip(names, [*cells, *[None] * (len(names) - len(cells))], strict=True))


def cell_text(value: Any) -> str | None:
    """A cell as text: whole numbers without a fraction, dates as ISO 8601, nested JSON as JSON."""
    if value is None or isinstance(value, str):
        return value
    if isinstance(value, dt.datetime):
        return value.date().isoformat() if value.time() == dt.time() else value.isoformat()
    if isinstance(value, dt.date | dt.time):
        return value.isoformat()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, dict | list):
        return json.dumps(value, ensure_ascii=False)
    return str(value)
