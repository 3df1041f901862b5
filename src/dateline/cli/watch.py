"""``dateline watch``: feeds into the store."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from dateline.cli.options import actors_option, allow_private_option, quiet_option, store_option


@click.command(no_args_is_help=True)
@click.argument("refs", metavar="FEED|FEEDS.opml...", nargs=-1, required=True)
@store_option
@click.option(
    "--every",
    type=click.IntRange(min=5),
    metavar="MINUTES",
    default=30,
    show_default=True,
    help="How often the feeds are asked; 5 at least.",
)
@click.option("--once", is_flag=True, help="Ask every feed once and end: for cron.")
@actors_option
@allow_private_option
@quiet_option
def watch(
    refs: tuple[str, ...],
    store: str,
    every: int,
    once: bool,
    actors: tuple[Path, ...],
    allow_private: bool,
    quiet: bool,
) -> None:
    """Ask feeds now and then, and add the reports that are new.

    FEED is the URL of an RSS or Atom feed, FEEDS.opml a list of them as feed readers export it. What a
    feed holds is asked for only if it changed; a feed that fails is asked less and less often, and does
    not stop the others; what robots.txt forbids is not fetched. Ctrl-C ends it; nothing is half done.

    \b
    Examples:
      dateline watch feeds.opml
      dateline watch https://example.org/feed.xml --every 15 --store sudan.db
      dateline watch feeds.opml --once --quiet
    """
    from dateline.cli.watching import Watch, watch_feeds  # noqa: PLC0415 - the engine is not needed for --help

    sys.exit(watch_feeds(Watch(refs, store, every, once, actors, allow_private, quiet)))
