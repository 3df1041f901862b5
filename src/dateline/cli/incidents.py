"""``dateline incidents``: what several reports tell of as one, and the analyst's word on it."""

from __future__ import annotations

import sys
from typing import Any

import click

from dateline.cli.filters import STATUSES, filter_options
from dateline.cli.options import decision_options, format_option, jobs_option, quiet_option, reading_options, store_option
from dateline.cli.request import request_of


@click.group(no_args_is_help=True)
def incidents() -> None:
    """List and show incidents, and judge which claims are of one.

    \b
    Examples:
      dateline incidents list monday/*.txt
      dateline incidents list --contested --from 2025-06-01
      dateline incidents show i-3352be0fd730
    """


@incidents.command("list")
@click.argument("refs", metavar="[REPORT]...", nargs=-1)
@store_option
@filter_options
@format_option("table", "json", "jsonl")
@reading_options
@jobs_option
@quiet_option
def list_(refs: tuple[str, ...], form: str, store: str, **options: Any) -> None:
    """List incidents of the store, or of the REPORTs given.

    With REPORTs no store is needed. A REPORT is a file, folder or URL as for `dateline code`, or a file
    of records that it wrote.

    \b
    Examples:
      dateline incidents list monday/*.txt --format json
      dateline incidents list claims.jsonl
      dateline incidents list --country SD --contested
    """
    from dateline.cli.fusing import Wanted, list_incidents  # noqa: PLC0415 - the engine is not needed for --help

    sys.exit(list_incidents(Wanted(request_of(refs, options), store, form), options))


@incidents.command("show", no_args_is_help=True)
@click.argument("incident")
@click.argument("refs", metavar="[REPORT]...", nargs=-1)
@store_option
@format_option("table", "json")
@reading_options
@jobs_option
@quiet_option
def show(incident: str, refs: tuple[str, ...], form: str, store: str, **options: Any) -> None:
    """Show INCIDENT: who tells what of it, and why it is one.

    Where they contradict one another stands ≠. INCIDENT is an id as `dateline incidents list` shows it,
    or its beginning. With REPORTs, those are fused first and no store is needed.

    \b
    Examples:
      dateline incidents show i-3352be0fd730
      dateline incidents show i-3352 monday/*.txt
    """
    from dateline.cli.fusing import Wanted, show_incident  # noqa: PLC0415 - as above

    sys.exit(show_incident(Wanted(request_of(refs, options), store, form), incident))


@incidents.command(no_args_is_help=True)
@click.argument("incident")
@click.argument("claims", metavar="REPORT[#CLAIM]...", nargs=-1, required=True)
@decision_options
def split(incident: str, claims: tuple[str, ...], store: str, who: str, why: str) -> None:
    """Take claims out of INCIDENT: they are of another one. No later run puts them back.

    A claim is named as `dateline incidents show` lists it (r-0a1b2c#c3); a report alone means all its claims.

    \b
    Example:
      dateline incidents split i-3352be0fd730 r-0a1b2c3d4e5f6071 --why "the evening attack"
    """
    from dateline.cli.judging import split_incident  # noqa: PLC0415 - not for --help

    sys.exit(split_incident(store, incident, claims, who=who, why=why))


@incidents.command(no_args_is_help=True)
@click.argument("ids", metavar="INCIDENT INCIDENT...", nargs=-1, required=True)
@decision_options
def merge(ids: tuple[str, ...], store: str, who: str, why: str) -> None:
    """Make incidents one. No later run takes them apart.

    \b
    Example:
      dateline incidents merge i-3352be0fd730 i-6eb5d5449325 --why "one shelling, told twice"
    """
    from dateline.cli.judging import merge_incidents  # noqa: PLC0415 - not for --help

    sys.exit(merge_incidents(store, ids, who=who, why=why))


@incidents.command(no_args_is_help=True)
@click.argument("judgement")
@decision_options
def undo(judgement: str, store: str, who: str, why: str) -> None:
    """Take a decision back.

    The undoing is kept, too, and can be undone. JUDGEMENT is the id that split, merge, status and undo
    print (j-...).

    \b
    Example:
      dateline incidents undo j-91c0aa2b --why "the mayor meant Monday"
    """
    from dateline.cli.judging import undo_judgement  # noqa: PLC0415 - not for --help

    sys.exit(undo_judgement(store, judgement, who=who, why=why))


@incidents.command(no_args_is_help=True)
@click.argument("incident")
@click.argument("status", type=click.Choice(STATUSES))
@decision_options
def status(incident: str, status: str, store: str, who: str, why: str) -> None:
    """Set the status of INCIDENT.

    It is reviewed, published, retracted, or machine again.

    \b
    Example:
      dateline incidents status i-3352be0fd730 reviewed --why "read all four reports"
    """
    from dateline.cli.judging import set_status  # noqa: PLC0415 - not for --help

    sys.exit(set_status(store, incident, status, who=who, why=why))
