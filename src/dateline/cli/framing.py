"""``dateline framing``: which words which outlet uses for whom."""

from __future__ import annotations

import sys
from typing import Any

import click

from dateline.cli.options import hints_of, reading_options


@click.command(no_args_is_help=True)
@click.argument("refs", metavar="PATH|URL|-...", nargs=-1, required=True)
@click.option(
    "--format",
    "form",
    type=click.Choice(("table", "json", "csv")),
    default="table",
    show_default=True,
    help="How it is printed.",
)
@reading_options
@click.option("--jobs", type=click.IntRange(min=1), help="Processes to code in; by default as many as pay off.")
@click.option("--quiet", "-q", is_flag=True, help="Say nothing on stderr but what failed.")
def framing(refs: tuple[str, ...], **options: Any) -> None:
    """Show the words that take a side, by actor and outlet, with a neutral wording beside each.

    Reports are coded first, named and read as `dateline code` does; files that `dateline code` wrote
    (.json, .jsonl) are taken as they are. Reports of one outlet are counted together, outlets stand side
    by side. Words stand for whom they are about, whoever says them.

    \b
    Examples:
      dateline framing sample:kutum-wire sample:kutum-army sample:kutum-partisan
      dateline framing reports.csv --columns text=body,published=date --format csv > words.csv
      dateline framing claims.jsonl --format json
    """
    from dateline.cli.coding import Request  # noqa: PLC0415 - the engine is not needed for --help
    from dateline.cli.framings import compare_framing  # noqa: PLC0415 - as above

    request = Request(
        refs=refs,
        hints=hints_of(options),
        columns=options["columns"],
        actors=options["actors"],
        allow_private=options["allow_private"],
        form=options["form"],
        jobs=options["jobs"],
        quiet=options["quiet"],
    )
    sys.exit(compare_framing(request))
