"""``dateline add``: reports into the store."""

from __future__ import annotations

import sys
from typing import Any

import click

from dateline.cli.options import jobs_option, quiet_option, reading_options, store_option, who_option
from dateline.cli.request import request_of


@click.command(no_args_is_help=True)
@click.argument("refs", metavar="PATH|URL|-...", nargs=-1, required=True)
@store_option
@reading_options
@who_option("adds them")
@jobs_option
@quiet_option
def add(refs: tuple[str, ...], store: str, who: str, **options: Any) -> None:
    """Code reports and keep them in a store, with their incidents.

    A PATH is what `dateline code` takes: a text, HTML, PDF or DOCX file, a folder of them, a feed, or a
    table (CSV, JSON Lines, XLSX) with a report a row. "-" reads standard input; sample:ID is a report
    that comes with Dateline.

    What is in the store already, unchanged, is passed over; so a run that was broken off goes on where
    it stopped when the same command is given again. A report that is coded otherwise than before gets a
    new version; the old one stays. Exit status: 0 all added, 1 some failed, 2 wrong usage.

    \b
    Examples:
      dateline add report.txt --outlet "The World Monitor" --published 2023-07-26
      dateline add archive/ --store sudan.db
      dateline add reports.csv --columns text=body,published=date
      dateline add https://example.org/feed.xml --store postgresql+psycopg://desk@db/dateline
    """
    from dateline.cli.adding import add_reports  # noqa: PLC0415 - the engine is not needed for --help

    sys.exit(add_reports(request_of(refs, options), store, who))
