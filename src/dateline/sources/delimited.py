"""CSV and TSV, with whatever separator and encoding a spreadsheet wrote."""

from __future__ import annotations

import codecs
import csv
import io
from collections.abc import Iterator
from typing import IO

from dateline.model.errors import SourceError
from dateline.sources.row import Row, RowError, column_names, padded

# The csv module refuses cells over 131,072 characters, which a long report passes; the bound that counts is
# the reader's own, on one report's text.
csv.field_size_limit(2**31 - 1)

_HEAD = 4096
_CONTROLS = frozenset(map(chr, (*range(9), *range(14, 27), *range(28, 32), 127)))


def delimited_rows(ref: str, file: IO[bytes], *, tabs: bool) -> Iterator[Row | RowError]:
    """The rows under the header of ``file``; ``tabs`` is True for TSV, else the header tells the separator.

    Raises ``SourceError`` for binary data, ``UsageError`` for a column name that stands twice.
    """
    encoding, notes = _encoding(file)
    # newline="" leaves line breaks inside cells as they are.
    text = io.TextIOWrapper(file, encoding, errors="replace", newline="")
    try:
        delimiter = _delimiter(ref, text)
        header: list[str] | None = None
        number = 0
        for cells in _records(text, "\t" if tabs else delimiter):
            if isinstance(cells, str):
                number += 1
                yield RowError(number, f"Row {number} of {ref} {cells}.")
            elif not any(cell.strip() for cell in cells):
                continue
            elif header is None:
                header = column_names(ref, cells)
            elif len(cells) > len(header):
                number += 1
                yield RowError(
                    number, f"Row {number} of {ref} has {len(cells)} cells under {len(header)} columns."
                )
            else:
                number += 1
                yield Row(number, padded(header, cells), notes)
    finally:
        text.detach()


def _records(text: io.TextIOBase, delimiter: str) -> Iterator[list[str] | str]:
    """The cells of each record; in the place of one that cannot be read, why not."""
    lines: list[str] = []

    def noted() -> Iterator[str]:
        for line in text:
            lines.append(line)
            yield line

    reader = csv.reader(noted(), delimiter=delimiter)
    while True:
        lines.clear()
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            yield f"could not be read ({error})"
            continue
        record = "".join(lines)
        unclosed = record.count('"') % 2 and _is_unclosed(record, delimiter)
        yield "opens a quotation mark that nothing closes: what follows it in the table was lost" if unclosed else cells


def _is_unclosed(record: str, delimiter: str) -> bool:
    """Whether a quoted cell is still open at the end of ``record``: the reader takes all that follows into it."""
    try:
        list(csv.reader(io.StringIO(record, newline=""), delimiter=delimiter, strict=True))
    except csv.Error as error:
        return "unexpected end of data" in str(error)
    return False


def _delimiter(ref: str, text: io.TextIOWrapper) -> str:
    """Comma, semicolon (spreadsheets of many countries write it) or tab: whichever the header has most of.

    Raises ``SourceError`` for binary data.
    """
    head = text.read(_HEAD)
    controls = sum(character in _CONTROLS for character in head)
    if "\x00" in head or (controls > 1 and controls > 0.02 * len(head)):
        raise SourceError(f"{ref} is not a table: it holds binary data.", "Check that it is the right file.")
    text.seek(0)
    header = next((line for line in iter(text.readline, "") if line.strip()), "")
    text.seek(0)
    return max(",;\t", key=header.count)


def _encoding(file: IO[bytes]) -> tuple[str, tuple[str, ...]]:
    """UTF-8 where all of ``file`` is, UTF-16 by its mark, else Windows-1252, which spreadsheets write."""
    start = file.read(4)
    file.seek(0)
    if start.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16", ()
    decoder = codecs.getincrementaldecoder("utf-8-sig")()
    try:
        while block := file.read(1 << 20):
            decoder.decode(block)
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return "cp1252", ("The table is not UTF-8; it was read as Windows-1252.",)
    finally:
        file.seek(0)
    return "utf-8-sig", ()
