"""What ``dateline changes`` does."""

from __future__ import annotations

import json

from dateline.cli.running import carry_out
from dateline.cli.screen import Screen
from dateline.exports.wording import printable
from dateline.model.record import plain
from dateline.store import open_store


def tell_changes(url: str, since: str, form: str) -> int:
    """Print what has changed since a day or moment (ISO 8601) in the store at ``url``; returns the exit status."""

    def work(screen: Screen) -> int:
        with open_store(url, create=False) as store:
            found = plain(store.changes(since))
        if form == "json":
            print(json.dumps(found, ensure_ascii=False, indent=2))
            return 0
        lines = [
            f"{kind[:-1]:9} {change:10} {printable(' → '.join(item) if isinstance(item, list) else item)}"
            for kind in ("incidents", "reports")
            for change, items in found[kind].items()
            for item in items
        ]
        print("\n".join(lines) if lines else f"Nothing has changed since {printable(since)}.")
        return 0

    return carry_out(work)
