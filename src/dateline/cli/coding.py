"""From what the user asked for to results on standard output, in a file or in a folder."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Iterator, Mapping
from contextlib import AbstractContextManager, closing
from dataclasses import dataclass, field
from functools import partial
from itertools import chain, islice
from pathlib import Path

from dateline.cli.samples import open_all
from dateline.cli.screen import Screen
from dateline.exports.csv import Csv
from dateline.exports.geojson import GeoJson
from dateline.exports.json import Json, JsonLines
from dateline.exports.table import table_console
from dateline.model.errors import DatelineError, KnowledgeError, UsageError
from dateline.model.record import Record
from dateline.model.report import Capture, Failure, Hints
from dateline.run.batch import code_all
from dateline.run.file import ResultFile
from dateline.run.folder import MANIFEST, ResultFolder
from dateline.run.format import Format
from dateline.run.ledger import settings_digest
from dateline.run.one import Codes
from dateline.sources import FetchLimits, count_sources

_PER_PROCESS = 16
"""Reports that a process must have to do before it is worth starting (it loads the engine first)."""

_SUFFIXES = {".json": "json", ".jsonl": "jsonl", ".ndjson": "jsonl", ".csv": "csv", ".geojson": "geojson"}


@dataclass(frozen=True, slots=True)
class Request:
    """What ``dateline code`` was asked; the fields are its options."""

    refs: tuple[str, ...]
    hints: Hints = field(default_factory=Hints)
    columns: Mapping[str, str] = field(default_factory=dict)
    actors: tuple[Path, ...] = ()
    allow_private: bool = False
    form: str | None = None
    out: Path | None = None
    jobs: int | None = None
    quiet: bool = False


def make_coder(actors: tuple[Path, ...], threads: int) -> Codes:
    """The engine's coder, with the user's own actor files."""
    from dateline.run.coder import Coder  # noqa: PLC0415 - loads the engine; not before there is something to code

    return Coder(actor_files=actors, threads=threads)


def sources_of(request: Request, screen: Screen) -> Iterator[Capture | Failure]:
    """The documents that the request names, opened as they are asked for."""
    limits = FetchLimits(allow_private=request.allow_private)
    return screen.heard(open_all(request.refs, hints=request.hints, columns=request.columns, limits=limits))


def code_reports(request: Request) -> int:
    """Do what ``request`` says; returns the exit status (0 all coded, 1 some failed, 2 wrong usage)."""
    with Screen(quiet=request.quiet) as screen:
        try:
            return _code(request, screen)
        except (UsageError, KnowledgeError) as error:
            screen.error(str(error))
            return 2
        except DatelineError as error:
            screen.error(str(error))
            return 1
        except OSError as error:
            # Whoever read our output has read enough; click ends the command without a word.
            if error.errno == errno.EPIPE:
                raise
            screen.error(f"The output could not be written ({error.strerror or error}).")
            return 1
        except KeyboardInterrupt:
            go_on = " Give the same command again to go on." if request.out else ""
            screen.error(f"Stopped.{go_on}")
            return 130


def _code(request: Request, screen: Screen) -> int:
    form = _form(request)
    sources = sources_of(request, screen)
    head = list(islice(sources, 2))
    many = len(head) > 1
    sources = chain(head, sources)
    total = count_sources(request.refs) if many else len(head)
    if many:
        screen.bar(total)
    run = _Run(request, screen, many=many, jobs=request.jobs or jobs_for(total))
    if request.out is not None:
        run.to_disk(request.out, form, sources)
    elif form == "table":
        run.to_table(sources)
    else:
        run.to_stdout(_format(form, many=many), sources)
    return run.status()


def _form(request: Request) -> str:
    """The format by ``--format``, else by the suffix of ``--out``."""
    if request.out is None:
        return request.form or "table"
    if request.form == "table":
        raise UsageError(
            "A table is for the eye.", "Use --format json, jsonl, csv or geojson with --out, or > FILE."
        )
    suffix = request.out.suffix.lower()
    if request.form is None and suffix and suffix not in _SUFFIXES and not request.out.is_dir():
        raise UsageError(
            f"The format of {request.out} is not clear from its name.",
            f"Call it {', '.join(_SUFFIXES)} or say --format; a name without a suffix is a folder's.",
        )
    return request.form or _SUFFIXES.get(suffix, "json")


def _format(form: str, *, many: bool) -> Format:
    if form == "json":
        return Json(many=many)
    if form == "geojson":
        return GeoJson()
    return JsonLines() if form == "jsonl" else Csv()


def jobs_for(total: int | None) -> int:
    """Processes that pay off for ``total`` reports (``None``: not known)."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return cores if total is None else max(1, min(cores, total // _PER_PROCESS))


class _Run:
    """One request being worked through: codes, delivers, and keeps count of what failed."""

    def __init__(self, request: Request, screen: Screen, *, many: bool, jobs: int) -> None:
        self._request = request
        self._screen = screen
        self._many = many
        self._jobs = jobs
        self._coded = 0
        self._before = 0
        self._failures: list[Failure] = []

    def to_table(self, sources: Iterator[Capture | Failure]) -> None:
        """Print each report as a table for reading."""
        from dateline.exports.table import table  # noqa: PLC0415 - kept beside its one use

        console = table_console(sys.stdout)
        for _, result in self._results(sources):
            if isinstance(result, Record):
                console.print(table(result))

    def to_stdout(self, form: Format, sources: Iterator[Capture | Failure]) -> None:
        """Stream the records to standard output, UTF-8 whatever the locale."""
        stream = sys.stdout.buffer
        stream.write(form.begin().encode("utf-8"))
        first = True
        for _, result in self._results(sources):
            if isinstance(result, Record):
                text = form.record(result, first=first)
                stream.write(text.encode("utf-8"))
                stream.flush()
                first = first and not text
        stream.write(form.end().encode("utf-8"))
        stream.flush()

    def to_disk(self, out: Path, name: str, sources: Iterator[Capture | Failure]) -> None:
        """Write to a folder or a file, passing over what an earlier run has done."""
        settings = settings_digest(f"{name} many={self._many}", self._request.actors)
        one_file = out.suffix.lower() in _SUFFIXES or (
            (self._request.form and out.suffix) and not out.is_dir()
        )
        place: AbstractContextManager[ResultFile | ResultFolder]
        if one_file:
            place = ResultFile(out, _format(name, many=self._many), settings)
        else:
            place = ResultFolder(out, _format(name, many=False), settings)
        with place as results:
            for source, result in self._results(self._undone(results, sources)):
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

    def _undone(
        self, results: ResultFile | ResultFolder, sources: Iterator[Capture | Failure]
    ) -> Iterator[Capture | Failure]:
        for source in sources:
            if results.done(source):
                self._before += 1
                self._screen.advance()
            else:
                yield source

    def _results(
        self, sources: Iterator[Capture | Failure]
    ) -> Iterator[tuple[Capture | Failure, Record | Failure]]:
        coder = partial(make_coder, self._request.actors)
        with closing(code_all(sources, make_coder=coder, jobs=self._jobs)) as results:
            for source, result in results:
                if isinstance(result, Failure):
                    self._failures.append(result)
                else:
                    self._coded += 1
                yield source, result
                self._screen.advance()

    def status(self) -> int:
        """List what failed; the exit status that follows from it."""
        self._screen.end_bar()
        self._screen.failed(self._failures, self._coded + self._before + len(self._failures))
        if not self._failures:
            return 0
        misused = all(failure.error == "UsageError" for failure in self._failures)
        return 2 if misused and not self._coded + self._before else 1
