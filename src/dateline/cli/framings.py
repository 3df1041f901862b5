"""Reports, or records coded before, to what ``dateline framing`` prints."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from dateline.cli.coding import Request
from dateline.cli.mapping import gather
from dateline.cli.screen import Screen
from dateline.exports.framing import to_csv, to_json, wordings
from dateline.exports.framing_table import framing_table
from dateline.exports.table import table_console
from dateline.model.errors import DatelineError, KnowledgeError, UsageError
from dateline.model.record import Record


def compare_framing(request: Request) -> int:
    """Print the words; returns the exit status (0 all shown, 1 some reports failed, 2 wrong usage)."""
    with Screen(quiet=request.quiet) as screen:
        try:
            records, failures = gather(request, screen)
        except DatelineError as error:
            screen.error(str(error))
            return 2 if isinstance(error, (UsageError, KnowledgeError)) else 1
        except KeyboardInterrupt:
            screen.error("Stopped.")
            return 130
        if records:
            _print(records, request.form)
        screen.failed(failures, len(records) + len(failures))
        return 1 if failures or not records else 0


def _print(records: Sequence[Record], form: str | None) -> None:
    found = wordings(records)
    if form == "json":
        sys.stdout.write(to_json(found))
    elif form == "csv":
        sys.stdout.write(to_csv(found))
    else:
        outlets = list(dict.fromkeys(record.report.outlet for record in records))
        table_console(sys.stdout).print(framing_table(found, outlets))
