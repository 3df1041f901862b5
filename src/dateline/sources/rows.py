"""The rows of a table file as plain cells, format by format."""

from __future__ import annotations

import codecs
import csv
import datetime as dt
import io
import json
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import IO, Any

from dateline.limits import MAX_UNPACKED, megabytes, unpacked_size
from dateline.model.errors import SourceError, UsageError
from dateline.sources.kinds import Kind

MAX_JSON = 200_000_000
"""Bytes of a JSON list, which has to be held in memory whole; JSON Lines and CSV have no such bound."""

# The csv module refuses cells over 131,072 characters, which a long report passes; the bound that counts is
# the reader's own, on one report's text.
csv.field_size_limit(2**31 - 1)


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


def rows(ref: str, file: IO[bytes], kind: Kind) -> Iterator[Row | RowError]:
    """The rows of ``file`` (open at its beginning); raises ``SourceError`` where it is no such table."""
    if kind in (Kind.CSV, Kind.TSV):
        return _delimited(ref, file, kind)
    if kind is Kind.JSON_LINES:
        return _json_lines(ref, file)
    if kind is Kind.JSON:
        return _json_list(ref, file)
    return _xlsx(ref, file)


def _delimited(ref: str, file: IO[bytes], kind: Kind) -> Iterator[Row | RowError]:
    encoding, notes = _encoding(file)
    # newline="" leaves line breaks inside cells as they are.
    text = io.TextIOWrapper(file, encoding, errors="replace", newline="")
    try:
        header_line = next((line for line in iter(text.readline, "") if line.strip()), "")
        if "\x00" in header_line:
            raise SourceError(
                f"{ref} is not a {kind.value}: it holds binary data.", "Check that it is the right file."
            )
        delimiter = "\t" if kind is Kind.TSV else _delimiter(header_line)
        text.seek(0)
        reader = csv.reader(text, delimiter=delimiter)
        header: list[str] | None = None
        number = 0
        while True:
            try:
                cells = next(reader)
            except StopIteration:
                return
            except csv.Error as error:
                number += 1
                yield RowError(number, f"Row {number} of {ref} could not be read ({error}).")
                continue
            if not any(cell.strip() for cell in cells):
                continue
            if header is None:
                header = _header(ref, cells)
                continue
            number += 1
            if len(cells) > len(header):
                yield RowError(
                    number, f"Row {number} of {ref} has {len(cells)} cells under {len(header)} columns."
                )
                continue
            padded = [*cells, *[None] * (len(header) - len(cells))]
            yield Row(number, dict(zip(header, padded, strict=True)), notes)
    finally:
        text.detach()


def _header(ref: str, cells: list[str]) -> list[str]:
    names = [cell.strip() or f"column {place}" for place, cell in enumerate(cells, 1)]
    twice = sorted({name for name in names if names.count(name) > 1})
    if twice:
        raise UsageError(
            f"{ref} has more than one column called {', '.join(twice)}.", "Rename them in the table."
        )
    return names


def _delimiter(header_line: str) -> str:
    """Comma, semicolon (spreadsheets of many countries write it) or tab: whichever the header has most of."""
    return max(",;\t", key=header_line.count)


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


def _json_lines(ref: str, file: IO[bytes]) -> Iterator[Row | RowError]:
    for number, line in enumerate(file, 1):
        stripped = line.removeprefix(codecs.BOM_UTF8).strip()
        if not stripped:
            continue
        try:
            value = json.loads(stripped)
        except (ValueError, RecursionError) as error:
            yield RowError(number, f"Line {number} of {ref} is not JSON ({error}).")
            continue
        if isinstance(value, dict):
            yield Row(number, _cells(value))
        else:
            yield RowError(number, f"Line {number} of {ref} is not a JSON object.")


def _json_list(ref: str, file: IO[bytes]) -> Iterator[Row | RowError]:
    content = file.read(MAX_JSON + 1)
    if len(content) > MAX_JSON:
        raise SourceError(
            f"{ref} is larger than {megabytes(MAX_JSON)}.", "Write it as JSON Lines, one report a line."
        )
    try:
        value = json.loads(content)
    except (ValueError, RecursionError) as error:
        raise SourceError(
            f"{ref} is not JSON ({error}).", "If it has one object a line, call it .jsonl."
        ) from None
    items = [value] if isinstance(value, dict) else value
    if not isinstance(items, list):
        raise SourceError(f"{ref} is not a list of JSON objects.", "Give one object a report.")
    for number, item in enumerate(items, 1):
        if isinstance(item, dict):
            yield Row(number, _cells(item))
        else:
            yield RowError(number, f"Item {number} of {ref} is not a JSON object.")


def _xlsx(ref: str, file: IO[bytes]) -> Iterator[Row | RowError]:
    try:
        # Comes with the extra, and takes a quarter of a second.
        import openpyxl  # noqa: PLC0415
    except ImportError:
        raise SourceError(
            f"{ref} is an Excel table, which needs the office extra.",
            'Install it (pip install "dateline[office]"), or save the table as CSV.',
        ) from None
    content = file.read(MAX_JSON + 1)
    try:
        if len(content) > MAX_JSON or unpacked_size(content) > MAX_UNPACKED:
            raise SourceError(
                f"{ref} unpacks to more than {megabytes(MAX_UNPACKED)}.", "Save the table as CSV."
            )
        book = openpyxl.load_workbook(io.BytesIO(content), read_only=True, data_only=True)
        lines = book.worksheets[0].iter_rows(values_only=True)
        header: list[str] | None = None
        number = 0
        for line in lines:
            cells = [_plain(value) for value in line]
            if not any(cells):
                continue
            if header is None:
                while cells and not cells[-1]:
                    cells.pop()
                header = _header(ref, [cell or "" for cell in cells])
                continue
            number += 1
            padded = [*cells, *[None] * len(header)][: len(header)]
            yield Row(number, dict(zip(header, padded, strict=True)))
    except (
        zipfile.BadZipFile,
        KeyError,
        IndexError,
        ValueError,
        TypeError,
        AttributeError,
        OSError,
        SyntaxError,
        NotImplementedError,
        RuntimeError,
        EOFError,
    ) as error:
        raise SourceError(
            f"{ref} is not an Excel table that can be read ({error}).", "Save it again as .xlsx, or as CSV."
        ) from None


def _cells(value: Mapping[str, Any]) -> dict[str, str | None]:
    return {str(name): _plain(cell) for name, cell in value.items()}


def _plain(value: Any) -> str | None:
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
