"""Add what one report gave, in one transaction."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any, Literal

from sqlalchemy import Connection, Row, insert, select

from dateline.model.record import Record
from dateline.model.report import Capture, Failure, Report
from dateline.model.run import RunInfo
from dateline.store import tables
from dateline.store.bodies import digest, dump, record_digest, record_head
from dateline.store.claim_rows import actor_rows, claim_row, place_rows
from dateline.store.entries import enter, insert_row
from dateline.store.reading import read_records


@dataclass(frozen=True, slots=True)
class Added:
    """What adding a report did: ``new`` · ``recoded`` (known, but its record says something else now) ·
    ``unchanged``. ``claims`` is their number in the record.
    """

    report: str
    state: Literal["new", "recoded", "unchanged"]
    claims: int


def identity(capture: Capture, run: RunInfo) -> str:
    """The same for the same item with the same bytes, of which the same is said, read by the same versions."""
    said = [run.id, capture.ref, capture.sha256, capture.media_type, capture.url, *asdict(capture.hints).values()]
    return digest(json.dumps(said))


def known(connection: Connection, capture: Capture, run: RunInfo, *, failed: bool) -> str | None:
    """The report that ``capture`` gave before, ``""`` if it ``failed`` before and that counts, else ``None``."""
    key = identity(capture, run)
    found = connection.execute(select(tables.captures.c.report).where(tables.captures.c.identity == key)).first()
    if found is not None:
        return found[0] or ""
    if failed and connection.scalar(select(tables.failures.c.row).where(tables.failures.c.identity == key).limit(1)):
        return ""
    return None


def add(connection: Connection, record: Record, *, capture: Capture | None, run: RunInfo, who: str, why: str) -> Added:
    """Add ``record`` and the ``capture`` that it was read from, as far as they are new.

    A report that is known under its id gets a new version where its record says something else than the newest.
    """
    report, digested = record.report, record_digest(record)
    before = _newest(connection, report.id)
    state: Literal["new", "recoded", "unchanged"]
    if before is not None and before.change != "withdrawn" and before.digest == digested:
        state = "unchanged"
    else:
        state = "new" if before is None else "recoded"
    key = identity(capture, run) if capture else None
    seen = key is None or _seen(connection, key)
    if state == "unchanged" and seen:
        return Added(report.id, state, len(record.claims))
    entry = enter(connection, who, why)
    run_id = _run(connection, entry, run)
    if before is None:
        _report(connection, entry, report)
    if state != "unchanged":
        _version(connection, entry, run_id, record, state, digested)
    if capture is not None and key is not None and not seen:
        _capture(connection, entry, capture, key, report.id, run_id)
    return Added(report.id, state, len(record.claims))


def withdraw(connection: Connection, reports: Sequence[str], *, who: str, why: str) -> list[str]:
    """Take reports back, which stay to be seen as of earlier; returns those that stood until now."""
    entry, gone = None, []
    for report in reports:
        before = _newest(connection, report)
        if before is None or before.change == "withdrawn":
            continue
        entry = entry or enter(connection, who, why)
        values = {name: getattr(before, name) for name in ("report", "published", "url", "title", "digest", "body")}
        connection.execute(insert(tables.records).values(entry=entry, change="withdrawn", **values))
        gone.append(report)
    return gone


def reinstate(connection: Connection, reports: Sequence[str], *, who: str, why: str) -> list[str]:
    """Bring back what was withdrawn, as it last stood; returns what was."""
    entry, back = None, []
    for report in reports:
        gone = _newest(connection, report)
        if gone is None or gone.change != "withdrawn":
            continue
        stood = _newest(connection, report, before=gone.row)
        found = read_records(connection, gone.entry - 1, [report], 0)
        if stood is None or stood.run is None or not found:
            continue
        entry = entry or enter(connection, who, why)
        _version(connection, entry, stood.run, found[0][1], "recoded", stood.digest)
        back.append(report)
    return back


def note(connection: Connection, capture: Capture, report: str | None, run: RunInfo, who: str, why: str) -> None:
    """Keep that ``capture`` was seen and led to ``report``."""
    key = identity(capture, run)
    if not _seen(connection, key):
        entry = enter(connection, who, why)
        _capture(connection, entry, capture, key, report, _run(connection, entry, run))


def fail(
    connection: Connection, failure: Failure, *, capture: Capture | None, run: RunInfo | None, who: str, why: str
) -> None:
    """Keep ``failure``, unless it is the same as the last of its item."""
    key = identity(capture, run) if capture and run else None
    last = connection.execute(
        select(tables.failures)
        .where(tables.failures.c.ref == failure.ref)
        .order_by(tables.failures.c.row.desc())
        .limit(1)
    ).first()
    said = (key, failure.error, tables.storable(failure.message))
    if last is not None and (last.identity, last.error, last.message) == said:
        return
    entry = enter(connection, who, why)
    connection.execute(insert(tables.failures).values(entry=entry, identity=key, **asdict(failure)))


def _newest(connection: Connection, report: str, before: int | None = None) -> Row[Any] | None:
    """The last version of ``report``, or the last one before the row ``before``."""
    records = tables.records
    chosen = select(records).where(records.c.report == report).order_by(records.c.row.desc()).limit(1)
    return connection.execute(chosen if before is None else chosen.where(records.c.row < before)).first()


def _seen(connection: Connection, key: str) -> bool:
    return bool(connection.scalar(select(tables.captures.c.row).where(tables.captures.c.identity == key).limit(1)))


def _run(connection: Connection, entry: int, run: RunInfo) -> str:
    if not connection.scalar(select(tables.runs.c.id).where(tables.runs.c.id == run.id)):
        connection.execute(insert(tables.runs).values(id=run.id, entry=entry, **asdict(run)))
    return run.id


def _report(connection: Connection, entry: int, report: Report) -> None:
    values = {"id": report.id, "outlet": report.outlet, "title": report.title, "text": report.text}
    connection.execute(insert(tables.reports).values(entry=entry, **values))


def _version(connection: Connection, entry: int, run: str, record: Record, change: str, digested: str) -> None:
    report = record.report
    head = record_head(record, with_text=tables.storable(report.text) != report.text)
    row = insert_row(
        connection,
        insert(tables.records).values(
            entry=entry,
            report=report.id,
            run=run,
            change=change,
            published=report.published,
            url=report.url,
            title=report.title,
            digest=digested,
            body=head,
        ),
    )
    places, actors = [], []
    for claim in record.claims:
        key = insert_row(connection, insert(tables.claims).values(claim_row(claim, report, row)))
        places += place_rows(claim, report, key)
        actors += actor_rows(claim, key)
    if places:
        connection.execute(insert(tables.claim_places), places)
    if actors:
        connection.execute(insert(tables.claim_actors), actors)


def _capture(connection: Connection, entry: int, capture: Capture, key: str, report: str | None, run: str) -> None:
    connection.execute(
        insert(tables.captures).values(
            entry=entry,
            identity=key,
            report=report,
            run=run,
            ref=capture.ref,
            url=capture.url,
            sha256=capture.sha256,
            size=len(capture.content),
            media_type=capture.media_type,
            fetched_at=capture.fetched_at,
            body=dump({"hints": capture.hints, "log": capture.log}),
        )
    )
