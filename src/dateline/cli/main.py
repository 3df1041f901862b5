"""The command ``dateline``. What a command does is imported when it runs, so that ``--help`` answers at once."""

from __future__ import annotations

from importlib.metadata import PackageNotFoundError, version

import click

from dateline.cli.add import add
from dateline.cli.code import code, samples
from dateline.cli.explain import explain
from dateline.cli.export import changes, export, report
from dateline.cli.framing import framing
from dateline.cli.gazetteer import gazetteer
from dateline.cli.incidents import incidents
from dateline.cli.map import map_
from dateline.cli.store import store
from dateline.cli.watch import watch


def _version() -> str:
    try:
        return version("dateline")
    except PackageNotFoundError:
        return "unknown"


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(_version(), prog_name="dateline")
def main() -> None:
    """Read reports of armed conflict and file them as data: who did what to whom, where and when.

    \b
    Begin with the reports that come with Dateline:
      dateline samples
    """


main.add_command(code)
main.add_command(samples)
main.add_command(explain)
main.add_command(map_)
main.add_command(framing)
main.add_command(gazetteer)
main.add_command(add)
main.add_command(watch)
main.add_command(store)
main.add_command(incidents)
main.add_command(export)
main.add_command(report)
main.add_command(changes)
