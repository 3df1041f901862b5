"""Tables of reports: CSV, TSV, JSON Lines, a JSON list, XLSX; each row is a document."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import IO

from dateline.limits import MAX_BYTES, megabytes
from dateline.model.errors import DatelineError, SourceError, UsageError
from dateline.model.report import Capture, Failure, Hints
from dateline.sources.container import Container
from dateline.sources.kinds import Kind, media_type_of
from dateline.sources.rows import Row, RowError, rows

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
    for row in rows(ref, file, kind):
        if isinstance(row, RowError):
            yield Failure(f"{ref}#{row.number}", "SourceError", row.message, "Correct the row.")
            continue
        # JSON Lines name their columns row by row, so a name missing in the first row may yet come.
        if names is None or kind in (Kind.JSON_LINES, Kind.JSON):
            names = _names(ref, row, columns, first=names is None)
        yield _document(table, row, names, taken)
    if names is None and not taken:
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
    return f"Its columns are: {', '.join(row.cells) or 'none'}."


def _document(
    table: Container, row: Row, names: Mapping[str, str], taken: dict[str, int]
) -> Capture | Failure:
    ref, hints = table.ref, table.hints

    def cell(ours: str) -> str | None:
        value = row.cells.get(names[ours]) if ours in names else None
        return value if value is not None and value.strip() else None

    def label(ours: str) -> str | None:
        value = cell(ours)
        return value.strip() if value is not None else None

    row_id = label("id") or str(row.number)
    taken[row_id] = taken.get(row_id, 0) + 1
    # Two rows of one id stay two items: what was done is kept by ref.
    row_ref = f"{ref}#{row_id}" if taken[row_id] == 1 else f"{ref}#{row_id}~{taken[row_id]}"
    text, named = cell("text"), label("file")
    media_type: str | None = ROW_MEDIA_TYPE
    try:
        if text is not None:
            content = text.encode("utf-8", "replace")
        elif named is not None:
            content, media_type = _beside(named, table.folder), media_type_of(named)
        else:
            raise SourceError(f"Row {row.number} of {ref} holds no text.", "Fill the row or leave it out.")
    except DatelineError as error:
        return Failure(row_ref, type(error).__name__, error.message, error.advice)
    said = Hints(
        outlet=label("outlet") or hints.outlet,
        published=label("published") or hints.published,
        url=label("url") or hints.url,
        title=label("title") or hints.title,
        author=label("author") or hints.author,
        id=label("id") or hints.id,
    )
    return Capture.of(
        row_ref,
        content,
        media_type=media_type,
        fetched_at=table.fetched_at,
        url=said.url,
        hints=said,
        log=(*table.notes, *row.notes, f"Row {row.number} of {ref}."),
    )


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
