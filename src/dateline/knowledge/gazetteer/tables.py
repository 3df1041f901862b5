"""Reads the files that a user may add to the gazetteer, whatever their layout, packing and format."""

from __future__ import annotations

import csv
import gzip
import io
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import TextIO

from dateline.knowledge.gazetteer.columns import Line, read_columns
from dateline.knowledge.gazetteer.dumps import is_dump, is_names, read_dump, read_names
from dateline.knowledge.gazetteer.objects import flat, read_objects
from dateline.knowledge.gazetteer.row import Table
from dateline.model.errors import KnowledgeError

_SUFFIXES = (".txt", ".csv", ".tsv", ".json", ".jsonl", ".geojson")


def read_table(source: Path) -> Table:
    """The places of a file (``.txt``, ``.csv``, ``.tsv``, ``.json``, ``.jsonl``, ``.geojson``, also zipped or gzipped).

    Raises ``KnowledgeError`` naming file and line for a file that cannot be read, is cut short, lacks a
    column that is needed, or has coordinates that cannot be.
    """
    try:
        with _opened(source) as stream:
            text = stream.read()
    except (OSError, EOFError, zipfile.BadZipFile, UnicodeDecodeError) as error:
        reason = "is cut short" if isinstance(error, EOFError) else f"cannot be read ({error})"
        raise KnowledgeError(
            f"{source} {reason}.", "Fetch the file again, as UTF-8 text, zip or gzip."
        ) from error
    if not text.strip():
        raise KnowledgeError(f"{source} is empty.")
    if text.lstrip()[:1] in ("{", "["):
        objects = [(number, flat(thing)) for number, thing in read_objects(source, text)]
        return read_columns(source, objects, list(dict.fromkeys(key for _, row in objects for key in row)))
    first = text.partition("\n")[0]
    if is_dump(first):
        return read_dump(source, text)
    if is_names(first):
        return read_names(source, text)
    return _with_header(source, text)


def _opened(source: Path) -> TextIO:
    if source.suffix == ".gz":
        return gzip.open(source, "rt", encoding="utf-8-sig", newline="")
    if source.suffix == ".zip":
        archive = zipfile.ZipFile(source)
        texts = [n for n in archive.namelist() if n.endswith(_SUFFIXES) and "readme" not in n.lower()]
        if len(texts) != 1:
            raise KnowledgeError(
                f"{source} holds {len(texts)} tables; one is needed.", "Unpack it and add one file."
            )
        return io.TextIOWrapper(archive.open(texts[0]), encoding="utf-8-sig", newline="")
    return source.open(encoding="utf-8-sig", newline="")


def _with_header(source: Path, text: str) -> Table:
    first = text.partition("\n")[0]
    delimiter = max(",\t;", key=first.count)
    reader = csv.DictReader(io.StringIO(text), delimiter=delimiter, strict=True)
    try:
        columns = [c.strip().lower() for c in reader.fieldnames or ()]
        reader.fieldnames = columns
        lines = list(_lines(source, reader))
    except csv.Error as error:
        raise KnowledgeError(
            f"{source}, line {reader.line_num}: {error}.", "The file is cut short or not a CSV."
        ) from error
    return read_columns(source, lines, columns)


def _lines(source: Path, reader: csv.DictReader[str]) -> Iterator[Line]:
    for row in reader:
        if None in row or None in row.values():
            raise KnowledgeError(
                f"{source}, line {reader.line_num}: not as many columns as the header names.",
                "The file is cut short or its fields are not quoted.",
            )
        yield reader.line_num, row
