"""What ``dateline export`` and ``dateline report`` do."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from dateline.cli.adding import ending
from dateline.cli.coding import Request
from dateline.cli.screen import Screen
from dateline.cli.selecting import Chosen, choose, only, released
from dateline.exports.formats import FORMATS
from dateline.exports.page import report_page
from dateline.exports.selection import Selection
from dateline.exports.text import json_bytes
from dateline.model.errors import UsageError
from dateline.run.versions import run_info
from dateline.run.writing import write_export


def export_all(request: Request, options: Mapping[str, Any]) -> int:
    """Write one export; returns the exit status (0 all well, 1 some reports failed, 2 wrong usage)."""

    def run(screen: Screen) -> int:
        form = FORMATS[options["form"]]
        out = _out(request)
        if form.suffix is None and out.suffix and out.suffix.lower() != ".zip":
            raise UsageError(f"{options['form']} is several files.", f"Name a folder or a .zip file, not {out.name}.")
        chosen = choose(request, options["store"], screen, embargo=options["embargo"])
        selection = _selected(chosen, options, out, screen)
        write_export(out, form.write(selection, run_info(request.actors)))
        return _said(selection, chosen, out, screen)

    return ending(request.quiet, run)


def report_all(request: Request, options: Mapping[str, Any]) -> int:
    """Write one page; returns the exit status as ``export_all`` does."""

    def run(screen: Screen) -> int:
        out = _out(request)
        chosen = choose(request, options["store"], screen, embargo=options["embargo"])
        selection = _selected(chosen, options, out, screen)
        write_export(out, {"": report_page(selection).encode("utf-8")})
        return _said(selection, chosen, out, screen)

    return ending(request.quiet, run)


def _out(request: Request) -> Path:
    assert request.out is not None
    return request.out


def _selected(chosen: Chosen, options: Mapping[str, Any], out: Path, screen: Screen) -> Selection:
    """``chosen`` cut down to the incidents asked for, and released if that is asked; the list of what was left out is
    written before the export, so that none is without it.
    """
    if options["embargo"] and not options["release"]:
        raise UsageError("--embargo is part of a release.", "Add --release.")
    if not options["release"]:
        return only(chosen.selection, options["incidents"]) if options["incidents"] else chosen.selection
    done = released(chosen, embargo=options["embargo"])
    beside = out.with_name(out.name + ".left-out.json")
    write_export(beside, {"": json_bytes(list(done.left_out))})
    screen.say(f"Left out: {len(done.left_out)} names, places and reports, listed in {beside}.")
    return only(done.selection, options["incidents"]) if options["incidents"] else done.selection


def _said(selection: Selection, chosen: Chosen, out: Path, screen: Screen) -> int:
    claims = sum(len(record.claims) for record in selection.records)
    counted = f"Incidents: {len(selection.incidents)}. Claims: {claims}. Reports: {len(selection.records)}."
    screen.say(f"{counted} Written: {out}")
    screen.failed(chosen.failures, len(selection.records) + len(chosen.failures))
    return 1 if chosen.failures else 0
