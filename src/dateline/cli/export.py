"""``dateline export``, ``dateline report`` and ``dateline changes``: what leaves the desk."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from dateline.cli.filters import filter_options
from dateline.cli.options import format_option, jobs_option, quiet_option, reading_options, store_option
from dateline.cli.request import request_of

FORMATS = ("jsonl", "csv", "xlsx", "parquet", "acled", "ged", "geojson", "geoparquet", "plover", "ftm", "annotations",
           "prov", "datapackage")  # fmt: skip
"""Those of ``exports.formats``, by name; not imported from there, so that ``--help`` answers at once."""

_CHOSEN = (
    click.option(
        "--store",
        metavar="PATH|URL",
        help="Take what this store holds; without files and without this, that of dateline.db.",
    ),
    click.option("--incident", "incidents", metavar="ID", multiple=True, help="Only this incident (repeatable)."),
    click.option(
        "--release",
        is_flag=True,
        help="For publication: names of private persons left out, sensitive places coarsened; what was left out is "
        "listed in OUT.left-out.json.",
    ),
    click.option(
        "--embargo",
        metavar="DAYS",
        type=click.IntRange(min=0),
        default=0,
        help="With --release: hold back reports published in the last DAYS days.",
    ),
)


def _chosen_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """The options that say which incidents leave the desk, and how guarded; ``_wanted`` takes their values."""
    for option in reversed(_CHOSEN):
        command = option(command)
    return filter_options(command)


def _wanted(refs: tuple[str, ...], out: Path, options: dict[str, Any]) -> Any:
    from dateline.cli.exporting import Wanted  # noqa: PLC0415 - the engine is not needed for --help

    return Wanted(
        request_of(refs, options), out, options["store"], options["incidents"], options, options["release"],
        options["embargo"],
    )  # fmt: skip


@click.command(no_args_is_help=True)
@click.argument("refs", metavar="[PATH|URL|-]...", nargs=-1)
@click.option("--format", "form", type=click.Choice(FORMATS), required=True, help="What to write; see docs/exports.md.")
@click.option(
    "--out", "-o", type=click.Path(path_type=Path), required=True,
    help="The file to write; for csv, parquet and datapackage a folder, or a .zip file.",
)  # fmt: skip
@_chosen_options
@reading_options
@jobs_option
@quiet_option
def export(refs: tuple[str, ...], form: str, out: Path, **options: Any) -> None:
    """Write claims and incidents for other tools.

    A PATH is a file of records that `dateline code` wrote (.json, .jsonl), or what `dateline code` takes. Incidents
    are worked out of the records given; with --store they are those of the store.

    \b
    Examples:
      dateline export claims.jsonl --format xlsx -o claims.xlsx
      dateline export sample:kutum-wire sample:kutum-army --format acled -o acled.csv
      dateline export --store sudan.db --format datapackage -o sudan.zip --release --embargo 14
    """
    from dateline.cli.exporting import export_all  # noqa: PLC0415 - as above

    sys.exit(export_all(_wanted(refs, out, options), form))


@click.command(no_args_is_help=True)
@click.argument("refs", metavar="[PATH|URL|-]...", nargs=-1)
@click.option(
    "--out", "-o", type=click.Path(dir_okay=False, path_type=Path), default=Path("report.html"), show_default=True,
    help="The page to write.",
)  # fmt: skip
@_chosen_options
@reading_options
@jobs_option
@quiet_option
def report(refs: tuple[str, ...], out: Path, **options: Any) -> None:
    """Show incidents on a page: who says what, and where they differ.

    One HTML page that works offline: for each incident the account table, a map, how the toll and the story
    changed, the quotations behind every claim and how the figures were worked out. A PATH is what `dateline
    export` takes; the filters are those of `dateline incidents list`.

    \b
    Examples:
      dateline report sample:kutum-wire sample:kutum-army sample:kutum-partisan -o kutum.html
      dateline report claims.jsonl --incident i-5f0c2a91 -o page.html
      dateline report --store sudan.db --incident i-5f0c2a91 --release -o page.html
      dateline report --country SD --from 2025-06-01 --contested -o june.html
    """
    from dateline.cli.exporting import report_all  # noqa: PLC0415 - as above

    sys.exit(report_all(_wanted(refs, out, options)))


@click.command()
@click.option("--since", metavar="DATE", required=True, help="A day, 2026-11-01 (its beginning), or a moment, ISO 8601.")
@store_option
@format_option("table", "json")
def changes(since: str, store: str, form: str) -> None:
    """List incidents and reports that are new, changed or withdrawn.

    Merged incidents are listed too: whoever copied the data of a store must follow.

    \b
    Examples:
      dateline changes --since 2026-11-01
      dateline changes --since 2026-11-01 --store sudan.db --format json
    """
    from dateline.cli.changing import tell_changes  # noqa: PLC0415 - SQLAlchemy is not needed for --help

    sys.exit(tell_changes(store, since, form))
