"""``dateline framing``: which words which outlet uses for whom."""

from __future__ import annotations

import sys
from typing import Any

import click

from dateline.cli.options import format_option, jobs_option, quiet_option, reading_options
from dateline.cli.request import request_of


@click.command(no_args_is_help=True)
@click.argument("refs", metavar="PATH|URL|-...", nargs=-1, required=True)
@format_option("table", "json", "csv")
@reading_options
@jobs_option
@quiet_option
def framing(refs: tuple[str, ...], form: str, **options: Any) -> None:
    """Show the words that take a side, by actor and outlet.

    A neutral wording stands beside each. Reports are coded first, named and read as `dateline code` does;
    files that `dateline code` wrote (.json, .jsonl) are taken as they are. Reports of one outlet are
    counted together, outlets stand side by side. Words stand for whom they are about, whoever says them.

    \b
    Examples:
      dateline framing sample:kutum-wire sample:kutum-army sample:kutum-partisan
      dateline framing reports.csv --columns text=body,published=date --format csv > words.csv
      dateline framing claims.jsonl --format json
    """
    from dateline.cli.framings import compare_framing  # noqa: PLC0415 - the engine is not needed for --help

    sys.exit(compare_framing(request_of(refs, options), form))
