"""The options that commands share, and the values that they become."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from dateline.model.errors import DatelineError
from dateline.model.report import Hints

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
    click.option(
        "--actors",
        type=click.Path(exists=True, dir_okay=False, path_type=Path),
        multiple=True,
        help="A file of actors of your own, beside the registry that comes with Dateline (repeatable).",
    ),
    click.option("--allow-private", is_flag=True, help="Fetch from addresses that are not public, too."),
)


def reading_options(command: _Command) -> _Command:
    """The options that say how a report is read and what is known of it."""
    for option in reversed(_READING):
        command = option(command)
    return command


store_option = click.option(
    "--store",
    metavar="PATH|URL",
    default="dateline.db",
    show_default=True,
    help="Where reports are kept: an SQLite file, or postgresql+psycopg://USER@HOST/NAME.",
)
"""For every command that works on a store."""


def hints_of(options: dict[str, Any]) -> Hints:
    """What ``--outlet``, ``--published``, ``--url`` and ``--title`` say."""
    return Hints(**{name: options[name] for name in ("outlet", "published", "url", "title")})
