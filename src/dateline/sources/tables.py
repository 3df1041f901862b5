"""Tables of reports: CSV, TSV, JSON Lines, a JSON list, XLSX; each row is a document."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import IO

from dateline.limits import MAX_BYTES, megabytes
from dateline.model.errors import DatelineError, SourceError, UsageError
from dateline.model.report import Capture, Failure
from dateline.sources.container import Container
from dateline.sources.kinds import Kind, media_type_of
from dateline.sources.row import Row, RowError
from dateline.sources.rows import rows

COLUMNS = ("id", "text", "outlet", "published", "url", "title", "author", "file")
"""The columns that need no option when they are called so; ``file`` names a document beside the table."""

ROW_MEDIA_TYPE = "text/plain; charset=utf-8"


def table_rows(
    table: Container, file: IO[bytes], kind: Kind, *, columns: Mapping[str, str]
) -> Iterator[Capture | Failure]:
    """One capture a row, its ref ``<ref>#<id>`` (the row's number where the table has no ``id``).

    Cells win over the table's hints. A ``file`` column's paths start in the table's folder and stay there.
    Raises ``UsageError`` where no column holds the text, ``SourceError`` where the table cannot be read.
    """
    unknown = [name for name in columns if name not in COLUMNS]
    if unknown:
        raise UsageError(
            f"There is nothing called {', '.join(unknown)} to take from a column.",
            f"What can be taken: {', '.join(COLUMNS)}.",
        )
    ref = table.ref
    taken: dict[str, int] = {}
    names: dict[str, str] | None = None
    empty = True
    for row in rows(ref, file, kind):
        empty = False
        if isinstance(row, RowError):
            yield Failure(f"{ref}#{row.number}", "SourceError", row.message, "Correct the row.")
            continue
        # JSON Lines name their columns row by row, so a name missing in the first row may yet come.
        if names is None or kind in (Kind.JSON_LINES, Kind.JSON):
            names = _names(ref, row, columns, first=names is None)
        yield _document(table, row, names, taken)
    if empty:
        yield Failure(ref, "SourceError", f"{ref} holds no rows.", "Check that it is the file you meant.")


def _names(ref: str, row: Row, columns: Mapping[str, str], *, first: bool) -> dict[str, str]:
    """Which column of the table holds what, by our names; capitals in a header make no difference."""
    found = {name.strip().lower(): name for name in row.cells}
    names = {}
    for ours in COLUMNS:
        theirs = columns.get(ours, ours).strip().lower()
        if theirs in found:
            names[ours] = found[theirs]
        elif ours in columns and first:
            raise UsageError(f"{ref} has no column called {columns[ours]!r}.", _found(row))
    if first and "text" not in names and "file" not in names:
        raise UsageError(
            f"{ref} has no column called 'text'.",
            f"{_found(row)} Say which one holds the text: --columns text=NAME.",
        )
    return names


def _found(row: Row) -> str:
    names = [name if len(name) <= 40 else f"{name[:40]}…" for name in row.cells]
    more = f" and {len(names) - 20} more" if len(names) > 20 else ""
    return f"Its columns are: {', '.join(names[:20]) or 'none'}{more}."


def _document(
    table: Container, row: Row, names: Mapping[str, str], taken: dict[str, int]
) -> Capture | Failure:
    cells = {ours: _filled(row.cells.get(theirs)) for ours, theirs in names.items()}
    labels = {ours: cell.strip() for ours, cell in cells.items() if cell is not None}
    ref = _row_ref(table.ref, labels.get("id") or str(row.number), taken)
    try:
        content, media_type = _content(table, row, cells.get("text"), labels.get("file"))
    except DatelineError as error:
        return Failure(ref, type(error).__name__, error.message, error.advice)
    said = replace(table.hints, **{ours: label for ours, label in labels.items() if ours not in ("text", "file")})
    return Capture.of(
        ref,
        content,
        media_type=media_type,
        fetched_at=table.fetched_at,
        url=said.url,
        hints=said,
        log=(*table.notes, *row.notes, f"Row {row.number} of {table.ref}."),
    )


def _filled(cell: str | None) -> str | None:
    return cell if cell is not None and cell.strip() else None


def _row_ref(ref: str, row_id: str, taken: dict[str, int]) -> str:
    """Two rows of one id stay two items: what was done is kept by ref. ``taken`` counts the ids that came before."""
    taken[row_id] = taken.get(row_id, 0) + 1
    return f"{ref}#{row_id}" if taken[row_id] == 1 else f"{ref}#{row_id}~{taken[row_id]}"


def _content(table: Container, row: Row, text: str | None, file: str | None) -> tuple[bytes, str | None]:
    """The bytes of a row's report and their media type: its text, or the document beside the table that it names."""
    if text is not None:
        return text.encode("utf-8", "replace"), ROW_MEDIA_TYPE
    if file is not None:
        return _beside(file, table.folder), media_type_of(file)
    raise SourceError(f"Row {row.number} of {table.ref} holds no text.", "Fill the row or leave it out.")


def _beside(name: str, folder: Path | None) -> bytes:
    """The document ``name`` in the table's folder; a table from elsewhere must not reach other files."""
    if folder is None:
        raise SourceError(
            f"{name} was not opened: only a table on disk may name files.", "Give the text in the row."
        )
    path = (folder / name).resolve()
    if not path.is_relative_to(folder.resolve()):
        raise SourceError(
            f"{name} was not opened: it lies outside the table's folder.", "Move it beside the table."
        )
    try:
        with path.open("rb") as opened:
            content = opened.read(MAX_BYTES + 1)
    except (OSError, ValueError) as error:
        raise SourceError(
            f"{path} could not be read ({getattr(error, 'strerror', None) or error}).",
            "Check the table's 'file' column.",
        ) from None
    if len(content) > MAX_BYTES:
        raise SourceError(
            f"{path} is larger than {megabytes(MAX_BYTES)}, the most that one document may be.", "Split it."
        )
    return content
