"""The options that say which incidents are wanted, shared by the commands that list, show and export them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import click

from dateline.cli.options import day

STATUSES = ("machine", "reviewed", "published", "retracted")
"""What an incident can be set to be."""

_FILTERS = (
    click.option("--from", "start", metavar="DATE", callback=day, help="On this day or later: 2025-06-01."),
    click.option("--to", "end", metavar="DATE", callback=day, help="On this day or earlier."),
    click.option("--country", metavar="CC", help="In this country (ISO 3166-1: SD)."),
    click.option("--place", metavar="NAME", help="At a place whose name holds this."),
    click.option("--actor", metavar="NAME", help="With a participant whose name holds this, or whose id it is."),
    click.option("--type", "event_type", metavar="TYPE", help="Of this ACLED event type or sub-event type."),
    click.option("--status", type=click.Choice(STATUSES), help="With this status."),
    click.option("--contested", is_flag=True, help="Only where accounts contradict one another."),
    click.option("--single-source", is_flag=True, help="Only where all rests on one origin."),
)


def filter_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Options by the names of the fields of ``model.filters.Filters``; ``cli.filtering`` takes their values."""
    for option in reversed(_FILTERS):
        command = option(command)
    return command
