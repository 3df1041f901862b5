"""``dateline code`` and ``dateline samples``: reports to claims."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import click

from dateline.cli.options import jobs_option, quiet_option, reading_options
from dateline.cli.request import Request, request_of

FORMATS = ("table", "json", "jsonl", "csv", "geojson")

_format = click.option(
    "--format", "form", type=click.Choice(FORMATS), help="Default: by the name given to --out, else table."
)


@click.command(no_args_is_help=True)
@click.argument("refs", metavar="PATH|URL|-...", nargs=-1, required=True)
@_format
@reading_options
@click.option(
    "--out",
    type=click.Path(path_type=Path),
    help="Write to this file (.json, .jsonl, .csv, .geojson) or to this folder, one file a report.",
)
@jobs_option
@quiet_option
def code(refs: tuple[str, ...], form: str | None, out: Path | None, **options: Any) -> None:
    """Code reports: who did what to whom, where, when, who says so.

    A PATH is a text, HTML, PDF or DOCX file, a folder of them, a feed, or a table (CSV, JSON Lines,
    XLSX) with a report a row. "-" reads standard input; sample:ID is a report that comes with Dateline.

    What fails is listed at the end and does not stop the rest. With --out, a run that was broken off
    goes on where it stopped when the same command is given again. Exit status: 0 all coded, 1 some
    failed, 2 wrong usage.

    \b
    Examples:
      dateline code report.txt --outlet "The World Monitor" --published 2023-07-26
      dateline code https://example.org/news/clashes --format json
      dateline code reports.csv --columns text=body,published=date --out claims.csv
      dateline code archive/ --format json --out coded/
    """
    from dateline.cli.coding import code_reports  # noqa: PLC0415 - the engine is not needed for --help

    sys.exit(code_reports(request_of(refs, options), form, out))


@click.command()
@_format
@quiet_option
def samples(form: str | None, quiet: bool) -> None:
    """Code the ten invented reports that come with Dateline.

    \b
    Examples:
      dateline samples
      dateline samples --format csv > claims.csv
      dateline explain sample:kutum-wire c1
    """
    from dateline.cli.coding import code_reports  # noqa: PLC0415 - as above
    from dateline.cli.samples import sample_refs  # noqa: PLC0415 - as above

    sys.exit(code_reports(Request(sample_refs(), quiet=quiet), form, None))
