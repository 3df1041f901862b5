"""``dateline explain``: the words behind every field of a claim."""

from __future__ import annotations

import sys
from typing import Any

import click

from dateline.cli.options import reading_options
from dateline.cli.request import request_of


@click.command(no_args_is_help=True)
@click.argument("report")
@click.argument("claim")
@reading_options
def explain(report: str, claim: str, **options: Any) -> None:
    """Show the words that each field of a claim rests on.

    REPORT is a path, a URL, "-", sample:ID, or one row of a table or feed as its records call it (reports.csv#17). CLAIM is
    the claim's id, c1, c2, ... as `dateline code` shows it with the same options.

    The report's text is shown with the words of each field in that field's colour (in brackets where
    there is no colour), then field by field the value, its words, and what it was worked out from.

    \b
    Examples:
      dateline explain sample:kutum-wire c1
      dateline explain report.txt c3 --outlet "The World Monitor" --published 2023-07-26
    """
    from dateline.cli.explaining import explain_claim  # noqa: PLC0415 - the engine is not needed for --help

    sys.exit(explain_claim(request_of((report,), options), claim))
