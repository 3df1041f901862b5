"""From what the user asked for to results on standard output, in a file or in a folder."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import AbstractContextManager, closing
from functools import partial
from pathlib import Path

from dateline.cli import opening
from dateline.cli.opening import Opened
from dateline.cli.request import Request
from dateline.cli.running import carry_out
from dateline.cli.screen import Screen
from dateline.exports.csv import Csv
from dateline.exports.geojson import GeoJson
from dateline.exports.json import Json, JsonLines
from dateline.exports.table import table, table_console
from dateline.model.errors import UsageError
from dateline.model.record import Record
from dateline.model.report import Capture, Failure
from dateline.run.batch import code_all
from dateline.run.file import ResultFile
from dateline.run.folder import MANIFEST, ResultFolder
from dateline.run.format import Format
from dateline.run.ledger import settings_digest

_SUFFIXES = {".json": "json", ".jsonl": "jsonl", ".ndjson": "jsonl", ".csv": "csv", ".geojson": "geojson"}


def code_reports(request: Request, form: str | None, out: Path | None) -> int:
    """Code what ``request`` names, in the format ``form`` (``None``: by the name of ``out``), to ``out`` or standard output.

    Returns the exit status (0 all coded, 1 some failed, 2 wrong usage).
    """

    def work(screen: Screen) -> int:
        name = _format_name(form, out)
        opened = opening.open_request(request, screen)
        run = _Run(opened, request.actors, screen)
        if out is not None:
            run.to_disk(out, name, one_file=_is_file(out, form))
        elif name == "table":
            run.to_table()
        else:
            run.to_stdout(_format(name, many=opened.many))
        return run.status()

    go_on = " Give the same command again to go on." if out else ""
    return carry_out(work, quiet=request.quiet, stopped=go_on)


def _format_name(form: str | None, out: Path | None) -> str:
    """The format by ``--format``, else by the suffix of ``--out``."""
    if out is None:
        return form or "table"
    if form == "table":
        raise UsageError(
            "A table is for the eye.", "Use --format json, jsonl, csv or geojson with --out, or > FILE."
        )
    suffix = out.suffix.lower()
    if form is None and suffix and suffix not in _SUFFIXES and not out.is_dir():
        raise UsageError(
            f"The format of {out} is not clear from its name.",
            f"Call it {', '.join(_SUFFIXES)} or say --format; a name without a suffix is a folder's.",
        )
    return form or _SUFFIXES.get(suffix, "json")


def _is_file(out: Path, form: str | None) -> bool:
    """Whether ``out`` is to be one file, not a folder with a file a report."""
    return out.suffix.lower() in _SUFFIXES or bool(form and out.suffix and not out.is_dir())


def _format(form: str, *, many: bool) -> Format:
    if form == "json":
        return Json(many=many)
    if form == "geojson":
        return GeoJson()
    return JsonLines() if form == "jsonl" else Csv()


class _Run:
    """One request being worked through: codes, delivers, and keeps count of what failed."""

    def __init__(self, opened: Opened, actors: tuple[Path, ...], screen: Screen) -> None:
        self._opened = opened
        self._actors = actors
        self._screen = screen
        self._coded = 0
        self._before = 0
        self._failures: list[Failure] = []

    def to_table(self) -> None:
        """Print each report as a table for reading."""
        console = table_console(sys.stdout)
        for _, result in self._results(self._opened.sources):
            if isinstance(result, Record):
                console.print(table(result))

    def to_stdout(self, form: Format) -> None:
        """Stream the records to standard output, UTF-8 whatever the locale."""
        stream = sys.stdout.buffer
        stream.write(form.begin().encode("utf-8"))
        first = True
        for _, result in self._results(self._opened.sources):
            if isinstance(result, Record):
                text = form.record(result, first=first)
                stream.write(text.encode("utf-8"))
                stream.flush()
                first = first and not text
        stream.write(form.end().encode("utf-8"))
        stream.flush()

    def to_disk(self, out: Path, name: str, *, one_file: bool) -> None:
        """Write to a file or a folder in the format ``name``, passing over what an earlier run has done."""
        settings = settings_digest(f"{name} many={self._opened.many}", self._actors)
        place: AbstractContextManager[ResultFile | ResultFolder]
        if one_file:
            place = ResultFile(out, _format(name, many=self._opened.many), settings)
        else:
            place = ResultFolder(out, _format(name, many=False), settings)
        with place as results:
            for source, result in self._results(self._undone(results)):
                results.write(source, result)
        if isinstance(results, ResultFile):
            self._failures[:0] = results.failures()
            self._before -= len(results.failures())
        before = f" ({self._before} done before)" if self._before else ""
        self._screen.end_bar()
        if self._coded + self._before:
            self._screen.say(f"{self._coded + self._before} reports coded{before}: {out}")
        if self._before and not one_file:
            self._screen.say(f"To code all anew, remove {out / MANIFEST}.")

    def status(self) -> int:
        """List what failed; the exit status that follows from it."""
        return self._screen.failed(self._failures, self._coded + self._before)

    def _undone(self, results: ResultFile | ResultFolder) -> Iterator[Capture | Failure]:
        for source in self._opened.sources:
            if results.done(source):
                self._before += 1
                self._screen.advance()
            else:
                yield source

    def _results(
        self, sources: Iterator[Capture | Failure]
    ) -> Iterator[tuple[Capture | Failure, Record | Failure]]:
        coder = partial(opening.make_coder, self._actors)
        with closing(code_all(sources, make_coder=coder, jobs=self._opened.jobs)) as results:
            for source, result in results:
                if isinstance(result, Failure):
                    self._failures.append(result)
                else:
                    self._coded += 1
                yield source, result
                self._screen.advance()
