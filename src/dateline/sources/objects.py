"""JSON: an object a report, one a line or all in a list."""

from __future__ import annotations

import codecs
import json
from collections.abc import Iterator, Mapping
from typing import IO, Any

from dateline.limits import megabytes
from dateline.model.errors import SourceError
from dateline.sources.row import MOST_WHOLE, Row, RowError, cell_text


def json_lines(ref: str, file: IO[bytes]) -> Iterator[Row | RowError]:
    """A row a line that holds an object; an error for any other that is not empty."""
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


def json_list(ref: str, file: IO[bytes]) -> Iterator[Row | RowError]:
    """A row an object of the list, or of the one object that there is; raises ``SourceError`` for anything else."""
    content = file.read(MOST_WHOLE + 1)
    if len(content) > MOST_WHOLE:
        raise SourceError(
            f"{ref} is larger than {megabytes(MOST_WHOLE)}.", "Write it as JSON Lines, one report a line."
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


def _cells(value: Mapping[str, Any]) -> dict[str, str | None]:
    return {str(name): cell_text(cell) for name, cell in value.items()}
