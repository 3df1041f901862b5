"""``dateline store``: look after a store."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from dateline.cli.options import decision_options, format_option, store_option


@click.group(no_args_is_help=True)
def store() -> None:
    """Check a store, back it up, restore it, and search its reports.

    \b
    Examples:
      dateline store check
      dateline store backup monday.db
      dateline store search "gas field" Conoco
    """


@store.command()
@store_option
def check(store: str) -> None:
    """Read every row and say what is wrong.

    The exit status is 1 where something is.

    \b
    Example:
      dateline store check --store sudan.db
    """
    from dateline.cli.keeping import check_store  # noqa: PLC0415 - not for --help

    sys.exit(check_store(store))


@store.command(no_args_is_help=True)
@click.argument("path", type=click.Path(dir_okay=False, path_type=Path))
@store_option
def backup(path: Path, store: str) -> None:
    """Copy the whole store to PATH, an SQLite file.

    The store may be in use meanwhile.

    \b
    Examples:
      dateline store backup monday.db
      dateline store backup monday.db --store postgresql+psycopg://desk@db/dateline
    """
    from dateline.cli.keeping import back_up  # noqa: PLC0415 - not for --help

    sys.exit(back_up(store, path))


@store.command(no_args_is_help=True)
@click.argument("backup", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@store_option
def restore(backup: Path, store: str) -> None:
    """Make a store from BACKUP. Nothing is overwritten: the path must be free, the database empty.

    \b
    Example:
      dateline store restore monday.db --store again.db
    """
    from dateline.cli.keeping import restore_store  # noqa: PLC0415 - not for --help

    sys.exit(restore_store(backup, store))


@store.command(no_args_is_help=True)
@click.argument("reports", metavar="REPORT...", nargs=-1, required=True)
@decision_options
def withdraw(reports: tuple[str, ...], store: str, who: str, why: str) -> None:
    """Take reports out: incidents no longer rest on them.

    REPORT is an id (r-...), as `dateline incidents show` and `dateline store search` list it. Nothing is removed: as of
    an earlier day it stands. Adding the same file again does not bring it back, `reinstate` does.

    \b
    Example:
      dateline store withdraw r-0a1b2c3d4e5f6071 --why "the agency killed the story"
    """
    from dateline.cli.keeping import withdraw_reports  # noqa: PLC0415 - not for --help

    sys.exit(withdraw_reports(store, reports, who=who, why=why))


@store.command(no_args_is_help=True)
@click.argument("reports", metavar="REPORT...", nargs=-1, required=True)
@decision_options
def reinstate(reports: tuple[str, ...], store: str, who: str, why: str) -> None:
    """Bring withdrawn reports back.

    They stand again as they last stood, and incidents rest on them.

    \b
    Example:
      dateline store reinstate r-0a1b2c3d4e5f6071 --why "it was another story that was killed"
    """
    from dateline.cli.keeping import reinstate_reports  # noqa: PLC0415 - not for --help

    sys.exit(reinstate_reports(store, reports, who=who, why=why))


@store.command(no_args_is_help=True)
@click.argument("words", nargs=-1, required=True)
@store_option
@click.option("--as-of", metavar="DATE", help="As the store was at the end of this day: 2026-11-22.")
@click.option("--limit", type=click.IntRange(min=1), default=20, show_default=True, help="How many to show at most.")
@format_option("table", "json")
def search(words: tuple[str, ...], store: str, as_of: str | None, limit: int, form: str) -> None:
    """Show the reports that hold all of WORDS, best first.

    A word in quotes with spaces is a phrase. The exit status is 1 where no report holds them.

    \b
    Examples:
      dateline store search shelling market
      dateline store search "gas field" --as-of 2026-11-01 --format json
    """
    from dateline.cli.keeping import search_store  # noqa: PLC0415 - not for --help

    sys.exit(search_store(store, words, as_of, limit, form))
