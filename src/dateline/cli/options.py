"""The options that commands share, and the values that they become."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from dateline.model.errors import DatelineError
from dateline.model.report import Hints

_Command = TypeVar("_Command", bound=Callable[..., Any])


class Columns(click.ParamType[dict[str, str]]):
    """``text=body,published=date`` as a mapping from our names to the table's."""

    name = "OURS=THEIRS,…"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> dict[str, str]:
        """The mapping; a usage error where a pair is none or its first word is not one of ours."""
        if isinstance(value, dict):
            return value
        from dateline.sources.tables import COLUMNS  # noqa: PLC0415 - not for --help

        columns = {}
        for pair in value.split(","):
            ours, sign, theirs = (part.strip() for part in pair.partition("="))
            if not (ours and sign and theirs):
                self.fail(f"{pair!r} is not of the form text=body.", param, ctx)
            if ours not in COLUMNS:
                self.fail(
                    f"There is no {ours!r} to take from a column, only {', '.join(COLUMNS)}.", param, ctx
                )
            columns[ours] = theirs
        return columns


class Published(click.ParamType[str]):
    """A date or date-time as the record keeps it (ISO 8601)."""

    name = "DATE"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The normalised date; a usage error where it is none."""
        from dateline.reading.dates import normalise_published  # noqa: PLC0415 - not for --help

        try:
            return normalise_published(value)
        except DatelineError as error:
            self.fail(str(error), param, ctx)


_READING = (
    click.option("--outlet", help="Who published it, where the page or the table does not say."),
    click.option("--published", type=Published(), help="Publication date, ISO 8601: 2023-07-26."),
    click.option("--url", help="The address that it was published at."),
    click.option("--title", help="Its headline."),
    click.option(
        "--columns",
        type=Columns(),
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


def hints_of(options: dict[str, Any]) -> Hints:
    """What ``--outlet``, ``--published``, ``--url`` and ``--title`` say."""
    return Hints(**{name: options[name] for name in ("outlet", "published", "url", "title")})
