"""``dateline map``: the claims of many reports on one page."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import click

from dateline.cli.options import hints_of, reading_options


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
@click.option(
    "--jobs", type=click.IntRange(min=1), help="Processes to code in; by default as many as pay off."
)
@click.option("--quiet", "-q", is_flag=True, help="Say nothing on stderr but what failed.")
def map_(refs: tuple[str, ...], **options: Any) -> None:
    """Show claims on a map and a time line: one HTML page that works offline.

    Reports are coded first, named and read as `dateline code` does; files that `dateline code` wrote
    (.json, .jsonl) are taken as they are. How exactly a place is known is drawn as a circle, how exactly a
    day is known as a bar; filter by type, stance, outlet and time, click a claim for its sentence.

    \b
    Examples:
      dateline map sample:kutum-wire sample:djibo-wire -o map.html
      dateline map archive/ --outlet "The World Monitor"
      dateline map claims.jsonl -o map.html
    """
    from dateline.cli.coding import Request  # noqa: PLC0415 - the engine is not needed for --help
    from dateline.cli.mapping import map_reports  # noqa: PLC0415 - as above

    request = Request(
        refs=refs,
        hints=hints_of(options),
        columns=options["columns"],
        actors=options["actors"],
        allow_private=options["allow_private"],
        out=options["out"],
        jobs=options["jobs"],
        quiet=options["quiet"],
    )
    sys.exit(map_reports(request))
