"""What ``dateline store`` does."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from rich.text import Text

from dateline.cli.running import carry_out
from dateline.cli.screen import Screen
from dateline.exports.table import table_console
from dateline.exports.wording import printable
from dateline.model.errors import UsageError
from dateline.model.record import plain
from dateline.run.adding import bring_up_to_date
from dateline.store import Store, open_store, restore

_LISTED = 50


def check_store(url: str) -> int:
    """Print what is wrong with the store; returns the exit status (0 nothing, 1 something)."""

    def work(screen: Screen) -> int:
        with open_store(url, create=False) as store:
            findings, counts = store.check(), store.counts()
        for finding in findings[:_LISTED]:
            print(printable(f"{finding.kind}: {finding.message}"))
        if len(findings) > _LISTED:
            print(f"… and {len(findings) - _LISTED} more.")
        if not findings:
            held = ", ".join(f"{counts[name]} {name}" for name in ("reports", "records", "claims", "judgements"))
            print(f"All is well: {held}.")
        return 1 if findings else 0

    return carry_out(work)


def back_up(url: str, path: Path) -> int:
    """Copy the store to ``path``; returns the exit status."""

    def work(screen: Screen) -> int:
        with open_store(url, create=False) as store:
            path.parent.mkdir(parents=True, exist_ok=True)
            store.backup(path)
        screen.say(f"{path}: {path.stat().st_size / 1_000_000:.1f} MB.")
        return 0

    return carry_out(work, output=str(path))


def restore_store(backup: Path, url: str) -> int:
    """Make the store at ``url``; returns the exit status."""

    def work(screen: Screen) -> int:
        restore(backup, url)
        with open_store(url) as store:
            screen.say(f"{store.name}: {store.counts()['reports']} reports.")
        return 0

    return carry_out(work)


def withdraw_reports(url: str, reports: Sequence[str], *, who: str, why: str) -> int:
    """Take reports out of all that follows; returns the exit status."""
    return _decide(url, reports, "withdrawn", lambda store, ids: store.withdraw(ids, who=who, why=why))


def reinstate_reports(url: str, reports: Sequence[str], *, who: str, why: str) -> int:
    """Bring withdrawn reports back; returns the exit status."""
    return _decide(url, reports, "reinstated", lambda store, ids: store.reinstate(ids, who=who, why=why))


def _decide(url: str, reports: Sequence[str], done: str, decide: Callable[[Store, list[str]], list[str]]) -> int:
    def work(screen: Screen) -> int:
        wanted = list(dict.fromkeys(reports))
        with open_store(url, create=False) as store:
            mark = store.mark()
            found = decide(store, wanted)
            # Also what an earlier run that was killed has left.
            bring_up_to_date(store)
            changed = store.changes(mark).incidents
        for report in found:
            print(f"{report} {done}")
        kinds = {"new": changed.new, "changed": changed.changed, "merged": changed.merged, "withdrawn": changed.withdrawn}
        screen.say(f"Incidents: {', '.join(f'{len(ids)} {kind}' for kind, ids in kinds.items() if ids) or 'none changed'}.")
        if missed := [report for report in wanted if report not in found]:
            raise UsageError(f"Not {done}: {', '.join(missed)}.", "Give whole ids of reports, as incidents show lists them.")
        return 0

    return carry_out(work)


def search_store(url: str, words: tuple[str, ...], as_of: str | None, limit: int, form: str) -> int:
    """Print the reports that hold ``words``; returns the exit status (0, 1 none found, 2 wrong usage)."""

    def work(screen: Screen) -> int:
        # The shell takes the quotes away: what was one argument is one phrase.
        asked = " ".join(f'"{word}"' if " " in word and '"' not in word else word for word in words)
        with open_store(url, create=False) as store:
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

    return carry_out(work)
