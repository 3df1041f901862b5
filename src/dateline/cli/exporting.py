"""What ``dateline export`` and ``dateline report`` do."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dateline.cli.filtering import filters_of
from dateline.cli.request import Request
from dateline.cli.running import carry_out
from dateline.cli.screen import Screen
from dateline.cli.selecting import Chosen, choose, filtered, only, released
from dateline.exports.formats import FORMATS
from dateline.exports.page import report_page
from dateline.exports.selection import Selection
from dateline.exports.text import json_bytes
from dateline.model.errors import UsageError
from dateline.model.filters import Filters
from dateline.run.versions import run_info
from dateline.run.writing import write_export


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is written, and where: ``incidents`` by id (none: all) that the filtering ``options`` ask for, of the store at
    ``url`` where ``request`` names no files; ``embargo`` in days, for a ``release`` only.
    """

    request: Request
    out: Path
    url: str | None
    incidents: tuple[str, ...]
    options: Mapping[str, Any]
    release: bool
    embargo: int


def export_all(wanted: Wanted, name: str) -> int:
    """Write an export in the format ``name``; returns the exit status (0 all well, 1 some reports failed, 2 wrong usage)."""

    def work(screen: Screen) -> int:
        form = FORMATS[name]
        if form.suffix is None and wanted.out.suffix and wanted.out.suffix.lower() != ".zip":
            raise UsageError(f"{name} is several files.", f"Name a folder or a .zip file, not {wanted.out.name}.")
        return _write(wanted, screen, lambda selection: form.write(selection, run_info(wanted.request.actors)))

    return carry_out(work, quiet=wanted.request.quiet)


def report_all(wanted: Wanted) -> int:
    """Write one page; returns the exit status as ``export_all`` does."""

    def work(screen: Screen) -> int:
        return _write(wanted, screen, lambda selection: {"": report_page(selection).encode("utf-8")})

    return carry_out(work, quiet=wanted.request.quiet)


def _write(wanted: Wanted, screen: Screen, files: Callable[[Selection], Mapping[str, bytes]]) -> int:
    if wanted.embargo and not wanted.release:
        raise UsageError("--embargo is part of a release.", "Add --release.")
    filters = filters_of(wanted.options)
    chosen = choose(wanted.request, wanted.url, screen, embargo=wanted.embargo)
    if chosen.failures and not (chosen.selection.records or chosen.held):
        return screen.failed(chosen.failures, 0)
    selection = _released(wanted, chosen, screen) if wanted.release else chosen.selection
    if wanted.incidents:
        selection = only(selection, wanted.incidents)
    if filters != Filters():
        selection = filtered(selection, filters)
    write_export(wanted.out, files(selection))
    claims = sum(len(record.claims) for record in selection.records)
    counted = f"Incidents: {len(selection.incidents)}. Claims: {claims}. Reports: {len(selection.records)}."
    screen.say(f"{counted} Written: {wanted.out}")
    return screen.failed(chosen.failures, len(selection.records))


def _released(wanted: Wanted, chosen: Chosen, screen: Screen) -> Selection:
    """``chosen`` as it may be published; the list of what was left out is written first, so that no export is without it."""
    done = released(chosen, embargo=wanted.embargo)
    beside = wanted.out.with_name(wanted.out.name + ".left-out.json")
    write_export(beside, {"": json_bytes(list(done.left_out))})
    screen.say(f"Left out: {len(done.left_out)} names, places and reports, listed in {beside}.")
    return done.selection
