"""XLSX: the rows of the first sheet."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from typing import IO, Any

from dateline.limits import MAX_UNPACKED, megabytes, unpacked_size
from dateline.model.errors import SourceError
from dateline.sources.row import MOST_WHOLE, Row, RowError, cell_text, column_names, padded

_DAMAGED = (
    zipfile.BadZipFile, KeyError, IndexError, ValueError, TypeError, AttributeError, OSError, SyntaxError,
    NotImplementedError, RuntimeError, EOFError,
)  # fmt: skip
"""What the library lets through of a file that is damaged, or no workbook."""


def workbook_rows(ref: str, file: IO[bytes]) -> Iterator[Row | RowError]:
    """The rows under the header of the first sheet; rows without a value are passed over.

    Raises ``SourceError`` for a file that cannot be read, also where the ``office`` extra is not installed, and
    ``UsageError`` for a column name that stands twice.
    """
    try:
        # Comes with the extra, and takes a quarter of a second.
        import openpyxl  # noqa: PLC0415
    except ImportError:
        raise SourceError(
            f"{ref} is an Excel table, which needs the office extra.",
            'Install it (pip install "dateline[office]"), or save the table as CSV.',
        ) from None
    content = file.read(MOST_WHOLE + 1)
    try:
        if len(content) > MOST_WHOLE or unpacked_size(content) > MAX_UNPACKED:
            raise SourceError(
                f"{ref} unpacks to more than {megabytes(MAX_UNPACKED)}.", "Save the table as CSV."
            )
        book = openpyxl.load_workbook(io.BytesIO(content), read_only=True, data_only=True)
        yield from _rows(ref, book.worksheets[0].iter_rows(values_only=True))
    except _DAMAGED as error:
        raise SourceError(
            f"{ref} is not an Excel table that can be read ({error}).", "Save it again as .xlsx, or as CSV."
        ) from None


def _rows(ref: str, lines: Iterator[tuple[Any, ...]]) -> Iterator[Row]:
    header: list[str] | None = None
    number = 0
    for line in lines:
        cells = [cell_text(value) for value in line]
        if not any(cells):
            continue
        if header is None:
            while not cells[-1]:
                cells.pop()
            header = column_names(ref, [cell or "" for cell in cells])
            continue
        number += 1
        # A sheet is as wide as its widest row, notes beside the table included.
        yield Row(number, padded(header, cells[: len(header)]))
