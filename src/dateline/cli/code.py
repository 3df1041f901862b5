"""``dateline code`` and ``dateline samples``: reports to claims."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import click

from dateline.cli.options import hints_of, reading_options

FORMATS = ("table", "json", "jsonl", "csv", "geojson")

_format = click.option(
    "--format", "form", type=click.Choice(FORMATS), help="Default: by the name given to --out, else table."
)
_quiet = click.option("--quiet", "-q", is_flag=True, help="Say nothing on stderr but what failed.")


@click.command(no_args_is_help=True)
@click.argument("refs", metavar="PATH|URL|-...", nargs=-1, required=True)
@_format
@reading_options
@click.option(
    "--out",
    type=click.Path(path_type=Path),
    help="Write to this file (.json, .jsonl, .csv, .geojson) or to this folder, one file a report.",
)
@click.option(
    "--jobs", type=click.IntRange(min=1), help="Processes to code in; by default as many as pay off."
)
@_quiet
def code(refs: tuple[str, ...], **options: Any) -> None:
    """Code reports: who did what to whom, where, when, and who says so.

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
    from dateline.cli.coding import Request, code_reports  # noqa: PLC0415 - the engine is not needed for --help

    request = Request(
        refs=refs,
        hints=hints_of(options),
        columns=options["columns"],
        actors=options["actors"],
        allow_private=options["allow_private"],
        form=options["form"],
        out=options["out"],
        jobs=options["jobs"],
        quiet=options["quiet"],
    )
    sys.exit(code_reports(request))


@click.command()
@_format
@_quiet
def samples(form: str | None, quiet: bool) -> None:
    """Code the reports that come with Dateline, ten invented ones from many countries.

    \b
    Examples:
      dateline samples
      dateline samples --format csv > claims.csv
      dateline explain sample:kutum-wire c1
    """
    from dateline.cli.coding import Request, code_reports  # noqa: PLC0415 - as above
    from dateline.cli.samples import sample_refs  # noqa: PLC0415 - as above

    sys.exit(code_reports(Request(refs=sample_refs(), form=form, quiet=quiet)))
