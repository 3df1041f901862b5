"""What ``dateline framing`` does: the words of reports, or of records coded before."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from dateline.cli.gathering import gather
from dateline.cli.request import Request
from dateline.cli.running import carry_out
from dateline.cli.screen import Screen
from dateline.exports.framing import to_csv, to_json, wordings
from dateline.exports.framing_table import framing_table
from dateline.exports.table import table_console
from dateline.model.record import Record


def compare_framing(request: Request, form: str) -> int:
    """Print the words; returns the exit status (0 all shown, 1 some reports failed, 2 wrong usage)."""

    def work(screen: Screen) -> int:
        records, failures = gather(request, screen)
        if records:
            _print(records, form)
        return screen.failed(failures, len(records))

    return carry_out(work, quiet=request.quiet)


def _print(records: Sequence[Record], form: str) -> None:
    found = wordings(records)
    if form == "json":
        sys.stdout.write(to_json(found))
    elif form == "csv":
        sys.stdout.write(to_csv(found))
    else:
        outlets = list(dict.fromkeys(record.report.outlet for record in records))
        table_console(sys.stdout).print(framing_table(found, outlets))
