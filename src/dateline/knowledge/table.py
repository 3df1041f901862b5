"""Reading the CSV files that hold what the desk knows."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from dateline.model.errors import KnowledgeError

Row = dict[str, str]
Source = Path | Traversable


def packaged(package: str, name: str) -> Traversable:
    """A data file that ships with ``package`` (a dotted name below ``dateline.knowledge``)."""
    return files(f"dateline.knowledge.{package}") / name


def read_rows(source: Source, columns: Sequence[str]) -> Iterator[tuple[int, Row]]:
    """The rows of a CSV file in UTF-8, each with its line number in the file (the header is line 1).

    The header must be ``columns``, in that order; cells are stripped. Raises ``KnowledgeError`` for a
    file that cannot be read, a header that differs, and a row with too many or too few cells.
    """
    try:
        text = source.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise KnowledgeError(f"{source.name}: cannot be read as UTF-8 text ({error}).") from error
    reader = csv.reader(text.splitlines())
    header = [cell.strip() for cell in next(reader, [])]
    if header != list(columns):
        raise KnowledgeError(
            f"{source.name}, row 1: the columns are {','.join(header) or 'missing'}.",
            f"They must be {','.join(columns)}.",
        )
    for cells in reader:
        if not cells:
            continue
        if len(cells) != len(columns):
            raise KnowledgeError(
                f"{source.name}, row {reader.line_num}: {len(cells)} cells where {len(columns)} are needed.",
                "Put a cell that holds a comma in double quotes.",
            )
        yield reader.line_num, dict(zip(columns, map(str.strip, cells), strict=True))


def listed(cell: str) -> tuple[str, ...]:
    """The items of a cell that holds several, separated by ``|``."""
    return tuple(item.strip() for item in cell.split("|") if item.strip()) if cell else ()


def wrong(source: Source, row: int, field: str, why: str, advice: str = "") -> KnowledgeError:
    """The error for one bad cell, naming file, row and field."""
    return KnowledgeError(f"{source.name}, row {row}, field {field}: {why}", advice)
