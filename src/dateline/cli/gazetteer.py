"""``dateline gazetteer``: the places that Dateline knows, and those that the user adds."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from dateline.cli.options import format_option


@click.group(no_args_is_help=True)
def gazetteer() -> None:
    """See what places a name may mean, and add places of your own.

    \b
    Examples:
      dateline gazetteer find "Deir Ezzor"
      dateline gazetteer add SY.zip
      dateline gazetteer list
    """


@gazetteer.command(no_args_is_help=True)
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
def add(file: Path) -> None:
    """Add the places of a file for good.

    `dateline code` knows them from then on. FILE is a GeoNames country dump (SY.txt or SY.zip from
    download.geonames.org/export/dump) or its table of alternate names, the UCDP GED or an ACLED export
    (the places that they coded, and how often), or any CSV, JSON, JSON Lines or GeoJSON with name, lat
    and lon, perhaps also country, admin1, population and alternatenames. Where it names no country, the
    nearest town's is taken.

    All of it is added or nothing; a file that was added before adds nothing new.

    \b
    Examples:
      dateline gazetteer add SY.zip
      dateline gazetteer add camps.csv
    """
    from dateline.cli.places import add_places  # noqa: PLC0415 - not for --help

    sys.exit(add_places(file))


@gazetteer.command(no_args_is_help=True)
@click.argument("name")
@click.option("--country", metavar="XX", help="Only places of this country (ISO 3166-1 code: SY).")
@click.option(
    "--limit", type=click.IntRange(min=1), default=10, show_default=True, help="How many to show at most."
)
@format_option("table", "json")
def find(name: str, country: str | None, limit: int, form: str) -> None:
    """Show the places that NAME may mean, likeliest first.

    Beside each stands why it ranks so. The order is what is likely where nothing but the name is known.
    In a report, its other places, its dateline, its outlet's country and its actors choose among them.

    \b
    Examples:
      dateline gazetteer find Tripoli
      dateline gazetteer find "Kherson oblast"
      dateline gazetteer find al-Basira --country SY --format json
    """
    from dateline.cli.places import find_places  # noqa: PLC0415 - not for --help

    sys.exit(find_places(name, country, limit, form))


@gazetteer.command("list")
def list_() -> None:
    """List the files that were added, and how many places each brought.

    \b
    Examples:
      dateline gazetteer list
    """
    from dateline.cli.places import list_added  # noqa: PLC0415 - not for --help

    sys.exit(list_added())


@gazetteer.command(no_args_is_help=True)
@click.argument("name")
def remove(name: str) -> None:
    """Take the places of an added file out again.

    NAME is the file's, as `dateline gazetteer list` shows it.

    \b
    Examples:
      dateline gazetteer remove SY.zip
    """
    from dateline.cli.places import remove_places  # noqa: PLC0415 - not for --help

    sys.exit(remove_places(name))
