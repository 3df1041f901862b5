"""``dateline map``: the claims of many reports on one page."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import click

from dateline.cli.options import jobs_option, quiet_option, reading_options
from dateline.cli.request import request_of


@click.command("map", no_args_is_help=True)
@click.argument("refs", metavar="PATH|URL|-...", nargs=-1, required=True)
@click.option(
    "--out",
    "-o",
    type=click.Path(dir_okay=False, path_type=Path),
    default=Path("map.html"),
    show_default=True,
    help="The page to write.",
)
@reading_options
@jobs_option
@quiet_option
def map_(refs: tuple[str, ...], out: Path, **options: Any) -> None:
    """Show claims on a map and a time line, on one page.

    The page is HTML and works offline. Reports are coded first, named and read as `dateline code` does;
    files that `dateline code` wrote (.json, .jsonl) are taken as they are. How exactly a place is known is
    drawn as a circle, how exactly a day is known as a bar; filter by type, stance, outlet and time, click a
    claim for its sentence.

    \b
    Examples:
      dateline map sample:kutum-wire sample:djibo-wire -o map.html
      dateline map archive/ --outlet "The World Monitor"
      dateline map claims.jsonl -o map.html
    """
    from dateline.cli.mapping import map_reports  # noqa: PLC0415 - the engine is not needed for --help

    sys.exit(map_reports(request_of(refs, options), out))
