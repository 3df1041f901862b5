"""All results in one file, which appears only when it is whole; until then ``NAME.part`` and its journal grow."""

from __future__ import annotations

import os
from collections import deque
from pathlib import Path
from types import TracebackType
from typing import BinaryIO

from dateline.model.record import Record
from dateline.model.report import Capture, Failure
from dateline.run.format import Format
from dateline.run.ledger import Entry, OutputError, append, line, read_entries, write_whole


class ResultFile:
    """The file ``path``, in the order of the sources.

    A run that is broken off leaves ``path.part`` and ``path.part.journal``; the next run under the same
    settings goes on behind the last item that is unchanged. At the end of a run the part takes the place of
    ``path`` in one step and the journal is removed; so a file that is there is whole, and a run after a
    whole one starts anew. Where nothing was coded no file appears. Raises ``OutputError`` where something
    cannot be written.
    """

    def __init__(self, path: Path, form: Format, settings: str) -> None:
        self._path = path
        self._form = form
        self._settings = settings
        self._part = path.with_name(path.name + ".part")
        self._journal_path = path.with_name(path.name + ".part.journal")
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            if path.is_dir():
                raise IsADirectoryError(21, "it is a folder")
            self._before = deque(read_entries(self._journal_path))
            self._file = self._part.open("ab", buffering=0)
        except OSError as error:
            raise OutputError.of(path, error) from None
        self._journal: BinaryIO | None = None
        self._kept: list[Entry] = []
        self._end = 0
        self._any = False

    def __enter__(self) -> ResultFile:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        try:
            if kind is None:
                self._settle()
                if self._any:
                    append(self._file, self._form.end().encode("utf-8"))
        except OSError as problem:
            kind = type(problem)
            raise OutputError.of(self._path, problem) from None
        finally:
            # Some systems do not move a file that is open.
            self._file.close()
            if self._journal is not None:
                self._journal.close()
            self._put_in_place(whole=kind is None)

    def _put_in_place(self, *, whole: bool) -> None:
        """Move the part to where it belongs, or leave it to go on with; remove what is of no use."""
        try:
            if whole and self._any:
                os.replace(self._part, self._path)
            # Before the first item is settled, the part may hold what an earlier run did.
            elif self._any or (self._journal is None and self._part.stat().st_size):
                return
            else:
                self._part.unlink()
            self._journal_path.unlink(missing_ok=True)
        except OSError as error:
            raise OutputError.of(self._path, error) from None

    def done(self, source: Capture | Failure) -> bool:
        """True where ``source`` is the next item of the broken-off run; the first that is not ends the going-on."""
        if self._journal is not None:
            return False
        if self._before and self._usable(self._before[0]) and self._before[0].is_of(source, self._settings):
            entry = self._before.popleft()
            self._kept.append(entry)
            self._end = entry.end or 0
            self._any = self._any or entry.status == "coded"
            return True
        self._settle()
        return False

    def failures(self) -> tuple[Failure, ...]:
        """The failures of the broken-off run among the items that were ``done``."""
        return tuple(failure for entry in self._kept if (failure := entry.failure()))

    def write(self, source: Capture | Failure, result: Record | Failure) -> None:
        """Keep ``result`` behind those before it."""
        self._settle()
        assert self._journal is not None
        try:
            if isinstance(result, Record):
                text = self._form.record(result, first=self._end == len(self._form.begin().encode("utf-8")))
                append(self._file, text.encode("utf-8"))
                self._any = True
                self._end += len(text.encode("utf-8"))
            append(self._journal, line(Entry.of(source, result, self._settings, end=self._end)))
        except OSError as error:
            raise OutputError.of(self._path, error) from None

    def _usable(self, entry: Entry) -> bool:
        return entry.end is not None and self._end <= entry.end <= self._part.stat().st_size

    def _settle(self) -> None:
        """Cut off what does not belong to the items that are kept; from here on results are appended."""
        if self._journal is not None:
            return
        try:
            if self._kept:
                self._file.truncate(self._end)
            else:
                self._file.truncate(0)
                begin = self._form.begin().encode("utf-8")
                append(self._file, begin)
                self._end = len(begin)
            write_whole(self._journal_path, b"".join(line(entry) for entry in self._kept))
            self._journal = self._journal_path.open("ab", buffering=0)
        except OSError as error:
            raise OutputError.of(self._path, error) from None
