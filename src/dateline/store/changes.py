"""What is other than it was on an earlier day: conflict data is living data, and whoever copied it must follow."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection, select

from dateline.store.entries import before
from dateline.store.incident_reading import current
from dateline.store.incident_saving import GONE
from dateline.store.tables import incidents, records


@dataclass(frozen=True, slots=True)
class Difference:
    """Ids, each in one list, in the order of the last change. ``merged`` holds what each went into."""

    new: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    merged: tuple[tuple[str, str], ...] = ()
    withdrawn: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Changes:
    """What changed between the beginning of ``since`` and now; what came and went between is in no list."""

    since: str | int
    incidents: Difference
    reports: Difference


def changes(connection: Connection, since: str | int) -> Changes:
    """The net difference between the store at ``since`` (a date: its beginning; a number: that entry) and now."""
    last = since if isinstance(since, int) else before(connection, since)
    return Changes(since, _incidents(connection, last), _reports(connection, last))


def _incidents(connection: Connection, last: int) -> Difference:
    then = dict(
        connection.execute(
            select(incidents.c.incident, incidents.c.digest).where(current(last), incidents.c.change.not_in(GONE))
        ).all()
    )
    now = select(incidents.c.incident, incidents.c.digest, incidents.c.change, incidents.c.into)
    new, changed, merged, withdrawn = [], [], [], []
    # Without a bound the newest row is the current one.
    newest = current(2**31 - 1)
    for key, digest, change, into in connection.execute(
        now.where(newest, incidents.c.entry > last).order_by(incidents.c.row)
    ):
        if change not in GONE:
            if key not in then:
                new.append(key)
            elif then[key] != digest:
                changed.append(key)
        elif key in then:
            if change == "merged":
                merged.append((key, into))
            else:
                withdrawn.append(key)
    return Difference(tuple(new), tuple(changed), tuple(merged), tuple(withdrawn))


def _reports(connection: Connection, last: int) -> Difference:
    then: dict[str, str] = {}
    now: dict[str, tuple[str, str]] = {}
    touched = select(records.c.report).where(records.c.entry > last)
    chosen = select(records.c.report, records.c.entry, records.c.change, records.c.digest)
    for report, entry, change, digest in connection.execute(
        chosen.where(records.c.report.in_(touched)).order_by(records.c.row)
    ):
        if entry > last:
            now.pop(report, None)
            now[report] = (change, digest)
        elif change == "withdrawn":
            then.pop(report, None)
        else:
            then[report] = digest
    standing = {report: digest for report, (change, digest) in now.items() if change != "withdrawn"}
    return Difference(
        new=tuple(report for report in standing if report not in then),
        changed=tuple(report for report, digest in standing.items() if report in then and then[report] != digest),
        withdrawn=tuple(report for report in now if report not in standing and report in then),
    )
