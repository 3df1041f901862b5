"""The options that commands share, and the values that they become."""

from __future__ import annotations

import getpass
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from dateline.model.errors import DatelineError

Decorator = Callable[["_Command"], "_Command"]
_Command = TypeVar("_Command", bound=Callable[..., Any])


def _columns(ctx: click.Context, param: click.Parameter, value: str | None) -> dict[str, str]:
    """``text=body,published=date`` as a mapping from our names to the table's."""
    if value is None:
        return {}
    from dateline.sources.tables import COLUMNS  # noqa: PLC0415 - not for --help

    columns = {}
    for pair in value.split(","):
        ours, sign, theirs = (part.strip() for part in pair.partition("="))
        if not (ours and sign and theirs):
            raise click.BadParameter(f"{pair!r} is not of the form text=body.")
        if ours not in COLUMNS:
            raise click.BadParameter(f"There is no {ours!r} to take, only {', '.join(COLUMNS)}.")
        columns[ours] = theirs
    return columns


def _published(ctx: click.Context, param: click.Parameter, value: str | None) -> str | None:
    """The date or date-time as the record keeps it (ISO 8601)."""
    if value is None:
        return None
    from dateline.reading.dates import normalise_published  # noqa: PLC0415 - not for --help

    try:
        return normalise_published(value)
    except DatelineError as error:
        raise click.BadParameter(str(error)) from None


def day(ctx: click.Context, param: click.Parameter, value: str | None) -> str | None:
    """A date as ISO 8601 writes it, whatever way it was given."""
    moment = _published(ctx, param, value)
    return moment[:10] if moment else None


def user() -> str:
    """Who works here, for the history."""
    try:
        return getpass.getuser()
    except (KeyError, OSError, ImportError):
        return "dateline"


actors_option = click.option(
    "--actors",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    multiple=True,
    help="A file of actors of your own, beside the registry that comes with Dateline (repeatable).",
)
allow_private_option = click.option(
    "--allow-private", is_flag=True, help="Fetch from addresses that are not public, too."
)
jobs_option = click.option(
    "--jobs", type=click.IntRange(min=1), help="Processes to code in; by default as many as pay off."
)
quiet_option = click.option("--quiet", "-q", is_flag=True, help="Say nothing on stderr but what failed.")
store_option = click.option(
    "--store",
    metavar="PATH|URL",
    default="dateline.db",
    show_default=True,
    help="Where reports are kept: an SQLite file, or postgresql+psycopg://USER@HOST/NAME.",
)
"""For every command that works on a store."""

_READING = (
    click.option("--outlet", help="Who published it, where the page or the table does not say."),
    click.option(
        "--published", metavar="DATE", callback=_published, help="When it was published: 2023-07-26."
    ),
    click.option("--url", help="The address that it was published at."),
    click.option("--title", help="Its headline."),
    click.option(
        "--columns",
        metavar="OURS=THEIRS,...",
        callback=_columns,
        help="Which column of a table holds what, if not called so: text=body,published=date.",
    ),
    actors_option,
    allow_private_option,
)


def reading_options(command: _Command) -> _Command:
    """The options that say how a report is read and what is known of it; ``request_of`` takes their values."""
    for option in reversed(_READING):
        command = option(command)
    return command


def format_option(*forms: str, help: str = "For reading or for programs.") -> Decorator[Any]:
    """``--format``, one of ``forms``, the first if not said; handed to the command as ``form``."""
    return click.option(
        "--format", "form", type=click.Choice(forms), default=forms[0], show_default=True, help=help
    )


def who_option(what: str) -> Decorator[Any]:
    """``--who``, the user of this system if not said; ``what`` he does in the words of the help."""
    return click.option("--who", default=user, help=f"Who {what}, for the history; by default the user of this system.")


_DECISION = (
    store_option,
    who_option("decides"),
    click.option("--why", required=True, help="Why, in a sentence: it stands in the history for good."),
)


def decision_options(command: _Command) -> _Command:
    """The options of a decision that stays in the history of a store: where it is kept, who decides and why."""
    for option in reversed(_DECISION):
        command = option(command)
    return command
