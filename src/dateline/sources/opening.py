"""Open what the user names, one item after another; an item that fails leaves a ``Failure`` in its place."""

from __future__ import annotations

import logging
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from typing import IO, BinaryIO, cast
from urllib.parse import urlsplit

from dateline.limits import MAX_BYTES, megabytes
from dateline.model.errors import DatelineError, SourceError
from dateline.model.report import Capture, Failure, Hints
from dateline.sources.container import Container
from dateline.sources.feeds import feed_entries
from dateline.sources.fetching import FetchLimits, fetch
from dateline.sources.kinds import DOCUMENT_SUFFIXES, Kind, kind_of, kind_of_stream, media_type_of
from dateline.sources.tables import table_rows

log = logging.getLogger(__name__)

_HEAD = 4096


def open_sources(
    refs: Sequence[str],
    *,
    hints: Hints,
    columns: Mapping[str, str] | None = None,
    limits: FetchLimits | None = None,
    stdin: BinaryIO | None = None,
) -> Iterator[Capture | Failure]:
    """The documents behind ``refs`` in order, fetched as they are asked for.

    A ref is a path, a folder (searched through, files in sorted order), a URL, or ``-`` for ``stdin``. Tables
    give one capture a row, feeds one an entry. ``columns`` maps our names to a table's (``{"text":
    "body"}``). ``hints`` hold for every document, except that a table's own cells win over them, row by row.
    """
    for ref in refs:
        try:
            yield from _open(ref, hints, columns or {}, limits or FetchLimits(), stdin)
        except DatelineError as error:
            yield failure(ref, error)
        except OSError as error:
            yield failure(
                ref,
                SourceError(
                    f"{ref} could not be read ({error.strerror or error}).",
                    "Check that the file exists and may be read.",
                ),
            )


def failure(ref: str, error: DatelineError) -> Failure:
    """``error`` as a value that stands for the item ``ref``."""
    return Failure(ref, type(error).__name__, error.message, error.advice)


def _open(
    ref: str, hints: Hints, columns: Mapping[str, str], limits: FetchLimits, stdin: BinaryIO | None
) -> Iterator[Capture | Failure]:
    now = datetime.now(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
    source = Container(ref, hints, now)
    if ref == "-":
        with _spooled(stdin or sys.stdin.buffer) as file:
            kind = kind_of_stream(_head(file), columns_given=bool(columns))
            yield from _items(source, file, kind, columns)
        return
    if "://" in ref:
        fetched = fetch(ref, limits)
        name = urlsplit(fetched.url).path.rstrip("/").rpartition("/")[2]
        kind = kind_of(name, fetched.media_type, fetched.content[:_HEAD])
        source = replace(source, media_type=fetched.media_type, url=fetched.url, notes=fetched.log)
        yield from _items(source, BytesIO(fetched.content), kind, columns)
        return
    path = _existing(ref)
    if path.is_dir():
        for found in _documents(path):
            yield from open_sources([str(found)], hints=hints, columns=columns, limits=limits)
        return
    with path.open("rb") as opened:
        kind = kind_of(path.name, None, _head(opened))
        source = replace(source, media_type=media_type_of(path.name), folder=path.parent)
        yield from _items(source, opened, kind, columns)


def _items(
    source: Container, file: IO[bytes], kind: Kind, columns: Mapping[str, str]
) -> Iterator[Capture | Failure]:
    if kind is Kind.DOCUMENT:
        yield Capture.of(
            source.ref,
            _bounded(source.ref, file),
            media_type=source.media_type,
            fetched_at=source.fetched_at,
            url=source.url,
            hints=source.hints,
            log=source.notes,
        )
    elif kind is Kind.FEED:
        yield from feed_entries(source, _bounded(source.ref, file))
    else:
        yield from table_rows(source, file, kind, columns=columns)


def _bounded(ref: str, file: IO[bytes]) -> bytes:
    content = file.read(MAX_BYTES + 1)
    if len(content) > MAX_BYTES:
        raise SourceError(
            f"{ref} is larger than {megabytes(MAX_BYTES)}, the most that one document may be.",
            "Split it, or give many reports as a table (CSV or JSON Lines, one report a row).",
        )
    return content


def _existing(ref: str) -> Path:
    path = Path(ref)
    try:
        known = path.exists()
    except (OSError, ValueError):
        known = False
    if not known:
        shown = ref if len(ref) <= 200 else ref[:200] + "…"
        raise SourceError(
            f"There is no file or folder {shown}.",
            "Check the path. To code a text itself, send it to standard input and give '-'.",
        )
    return path


def _documents(folder: Path) -> list[Path]:
    """The documents under ``folder``; hidden files and other suffixes are passed over, which the log says."""
    documents, others = [], 0
    for path in sorted(folder.rglob("*")):
        if any(part.startswith(".") for part in path.relative_to(folder).parts) or not path.is_file():
            continue
        if path.suffix.lower() in DOCUMENT_SUFFIXES:
            documents.append(path)
        else:
            others += 1
    if others:
        log.info(
            "%s: %d files passed over, which are not among %s; name tables and feeds themselves",
            folder,
            others,
            ", ".join(DOCUMENT_SUFFIXES),
        )
    if not documents:
        raise SourceError(
            f"The folder {folder} holds no document.",
            f"Dateline looks for {', '.join(DOCUMENT_SUFFIXES)}; name tables and feeds themselves.",
        )
    return documents


def _head(file: IO[bytes]) -> bytes:
    head = file.read(_HEAD)
    file.seek(0)
    return head


def _spooled(stream: BinaryIO) -> IO[bytes]:
    """Standard input as a file that can be read from its beginning again; past 20 MB it lies on disk."""
    file = cast("IO[bytes]", tempfile.SpooledTemporaryFile(max_size=MAX_BYTES))  # noqa: SIM115 - closed by the caller
    while block := stream.read(1 << 20):
        file.write(block)
    file.seek(0)
    return file
