"""Results in a folder: one file a report, and ``manifest.jsonl`` of what is done."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path
from types import TracebackType

from dateline.model.record import Record
from dateline.model.report import Capture, Failure
from dateline.run.format import Format
from dateline.run.ledger import Entry, OutputError, append, line, read_entries, write_whole

MANIFEST = "manifest.jsonl"


class ResultFolder:
    """A folder that takes one file a report, named after its ref; each file is written whole or not at all.

    A report that the manifest calls coded, whose bytes and settings are unchanged and whose file is still
    there, is ``done``; one that failed is tried again. Raises ``OutputError`` where something cannot be
    written.
    """

    def __init__(self, path: Path, form: Format, settings: str) -> None:
        self._path = path
        self._form = form
        self._settings = settings
        try:
            path.mkdir(parents=True, exist_ok=True)
            self._entries = {entry.ref: entry for entry in read_entries(path / MANIFEST)}
            self._manifest = (path / MANIFEST).open("ab", buffering=0)
        except OSError as error:
            raise OutputError.of(path, error) from None

    def __enter__(self) -> ResultFolder:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._manifest.close()

    def done(self, source: Capture | Failure) -> bool:
        """True where the result of ``source`` is there already."""
        entry = self._entries.get(source.ref)
        return (
            entry is not None
            and entry.file is not None
            and entry.is_of(source, self._settings)
            and (self._path / entry.file).is_file()
        )

    def write(self, source: Capture | Failure, result: Record | Failure) -> None:
        """Keep ``result``: the file first, then its line, so that no line stands for a file that is not there."""
        name = _file_name(source.ref, self._form.suffix)
        try:
            if isinstance(result, Record):
                whole = self._form.begin() + self._form.record(result, first=True) + self._form.end()
                write_whole(self._path / name, whole.encode("utf-8"))
            append(self._manifest, line(Entry.of(source, result, self._settings, file=name)))
        except OSError as error:
            raise OutputError.of(self._path / name, error) from None


def _file_name(ref: str, suffix: str) -> str:
    """A name that a reader recognises and no other ref has: ``kutum-wire-1f3a9c02.json``."""
    last = re.split(r"[/\\]", ref.rstrip("/\\"))[-1]
    known = re.sub(r"\.(txt|text|x?html?|pdf|docx)$", "", last, flags=re.IGNORECASE)
    words = re.sub(r"[^A-Za-z0-9._-]+", "-", known).strip("-.")[:60] or "report"
    return f"{words}-{hashlib.sha256(ref.encode('utf-8', 'surrogatepass')).hexdigest()[:8]}{suffix}"
