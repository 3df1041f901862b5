"""The rows of a table file as plain cells, by the table's format."""

from __future__ import annotations

from collections.abc import Iterator
from typing import IO

from dateline.sources.delimited import delimited_rows
from dateline.sources.kinds import Kind
from dateline.sources.objects import json_lines, json_list
from dateline.sources.row import Row, RowError
from dateline.sources.workbook import workbook_rows


def rows(ref: str, file: IO[bytes], kind: Kind) -> Iterator[Row | RowError]:
    """The rows of ``file`` (open at its beginning); raises ``SourceError`` where it is no such table."""
    if kind in (Kind.CSV, Kind.TSV):
        return delimited_rows(ref, file, tabs=kind is Kind.TSV)
    if kind is Kind.JSON_LINES:
        return json_lines(ref, file)
    if kind is Kind.JSON:
        return json_list(ref, file)
    return workbook_rows(ref, file)
