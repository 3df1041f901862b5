"""What ``dateline store`` does."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from rich.text import Text

from dateline.cli.adding import ending
from dateline.cli.screen import Screen
from dateline.exports.table import table_console
from dateline.exports.wording import printable
from dateline.model.record import plain
from dateline.store import open_store, restore

_LISTED = 50


def check_store(place: str) -> int:
    """Print what is wrong with the store; returns the exit status (0 nothing, 1 something)."""

    def run(screen: Screen) -> int:
        with open_store(place, create=False) as store:
            findings, counts = store.check(), store.counts()
        for finding in findings[:_LISTED]:
            print(printable(f"{finding.kind}: {finding.message}"))
        if len(findings) > _LISTED:
            print(f"… and {len(findings) - _LISTED} more.")
        if not findings:
            held = ", ".join(f"{counts[name]} {name}" for name in ("reports", "records", "claims", "judgements"))
            print(f"All is well: {held}.")
        return 1 if findings else 0

    return ending(False, run)


def back_up(place: str, path: Path) -> int:
    """Copy the store to ``path``; returns the exit status."""

    def run(screen: Screen) -> int:
        with open_store(place, create=False) as store:
            store.backup(path)
        screen.say(f"{path}: {path.stat().st_size / 1_000_000:.1f} MB.")
        return 0

    return ending(False, run)


def restore_store(backup: Path, place: str) -> int:
    """Make the store at ``place``; returns the exit status."""

    def run(screen: Screen) -> int:
        restore(backup, place)
        with open_store(place) as store:
            screen.say(f"{store.name}: {store.counts()['reports']} reports.")
        return 0

    return ending(False, run)


def search_store(place: str, words: tuple[str, ...], as_of: str | None, limit: int, form: str) -> int:
    """Print the reports that hold ``words``; returns the exit status (0, 1 none found, 2 wrong usage)."""

    def run(screen: Screen) -> int:
        # The shell takes the quotes away: what was one argument is one phrase.
        asked = " ".join(f'"{word}"' if " " in word and '"' not in word else word for word in words)
        with open_store(place, create=False) as store:
            found = store.search(asked, limit=limit, as_of=as_of)
        if form == "json":
            print(json.dumps([plain(one) for one in found], ensure_ascii=False, indent=2))
            return 0 if found else 1
        console = table_console(sys.stdout)
        for one in found:
            said = ", ".join(part for part in (one.outlet, one.published) if part)
            title = printable(one.title or "(no headline)")
            console.print(Text.assemble((title, "bold"), (f"\n{printable(said)} · {one.report}", "dim")))
            console.print(Text(printable(one.snippet) + "\n"))
        if not found:
            screen.say("No report holds all of these words.")
        return 0 if found else 1

    return ending(False, run)
