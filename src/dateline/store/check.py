"""Is the store whole? Every row is read and held against what it must be."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from sqlalchemy import Connection, Text, cast, exists, func, select, text

from dateline.model.errors import StoreError
from dateline.model.incident import Incident
from dateline.model.judgement import Judgement
from dateline.model.report import report_id
from dateline.store import paging
from dateline.store.bodies import digest, parse, record_digest
from dateline.store.incident_reading import current
from dateline.store.incident_saving import GONE
from dateline.store.reading import read_records, standing
from dateline.store.tables import (
    captures,
    claims,
    entries,
    incident_claims,
    incidents,
    judgements,
    metadata,
    records,
    reports,
)

_NEWEST = 2**31 - 1


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that must not be: ``kind`` is stable, ``item`` the id or row, ``message`` a sentence."""

    kind: str
    item: str
    message: str


def check(connection: Connection) -> list[Finding]:
    """All findings; an empty list for a store that is whole."""
    parts: list[Callable[[Connection], Iterator[Finding]]] = [
        _database,
        _order,
        _texts,
        _records,
        _incidents,
        _judgements,
    ]
    return [finding for part in parts for finding in part(connection)]


def _database(connection: Connection) -> Iterator[Finding]:
    """What the database itself can tell: its pages, foreign keys, the index of words."""
    if connection.dialect.name == "sqlite":
        for (said,) in connection.exec_driver_sql("PRAGMA integrity_check(20)"):
            if said != "ok":
                yield Finding("damaged", "file", f"The file is damaged: {said}.")
        for table, row, parent, _ in connection.exec_driver_sql("PRAGMA foreign_key_check"):
            yield Finding(
                "foreign-key", f"{table} {row}", f"Row {row} of {table} names a row of {parent} that is not there."
            )
        missing = """SELECT row FROM reports WHERE row NOT IN (SELECT id FROM report_words_docsize)
                     UNION SELECT id FROM report_words_docsize WHERE id NOT IN (SELECT row FROM reports)"""
        for (row,) in connection.execute(text(missing)):
            yield Finding("words", str(row), f"The index of words is out of step with report row {row}.")
        return
    for table in metadata.sorted_tables:
        for key in table.foreign_keys:
            mine, theirs = key.parent, key.column
            parent = theirs.table.alias("parent")
            lost = mine.is_not(None) & ~exists().where(parent.c[theirs.name] == mine)
            for (value,) in connection.execute(select(cast(mine, Text)).where(lost)):
                message = f"A row of {table.name} names {value} of {theirs.table.name}, which is not there."
                yield Finding("foreign-key", f"{table.name} {value}", message)
    for (row,) in connection.execute(text("SELECT row FROM reports WHERE words IS NULL")):
        yield Finding("words", str(row), f"The index of words is out of step with report row {row}.")


def _order(connection: Connection) -> Iterator[Finding]:
    before = ""
    for seq, at in connection.execute(select(entries.c.seq, entries.c.at).order_by(entries.c.seq)):
        if at < before:
            yield Finding("order", str(seq), f"Entry {seq} has a time before that of an earlier one.")
        before = max(before, at)


def _texts(connection: Connection) -> Iterator[Finding]:
    """A report's id is the hash of its text and outlet, and every report was added by some version."""
    chosen = select(reports.c.row, reports.c.id, reports.c.outlet, reports.c.text).order_by(reports.c.row).limit(paging.PAGE)
    after = 0
    while rows := connection.execute(chosen.where(reports.c.row > after)).all():
        for _, key, outlet, body in rows:
            # What a database cannot hold stands escaped in the column and as it was in the record.
            if "\\" not in body and "\\" not in (outlet or "") and key != report_id(body, outlet):
                yield Finding("hash", key, f"The text of report {key} is not the one that was added.")
        after = rows[-1].row
    orphans = select(reports.c.id).where(~exists().where(records.c.report == reports.c.id))
    for (key,) in connection.execute(orphans):
        yield Finding("orphan", key, f"Report {key} has no record.")
    doubled = select(captures.c.identity).group_by(captures.c.identity).having(func.count() > 1)
    for (key,) in connection.execute(doubled):
        yield Finding("double", key, f"The capture {key} is there more than once.")


def _records(connection: Connection) -> Iterator[Finding]:
    """Every record that stands reads back to what was added; every older one is JSON."""
    digests = dict(connection.execute(select(records.c.row, records.c.digest).where(standing(_NEWEST))).all())
    try:
        after = 0
        while page := read_records(connection, _NEWEST, None, after):
            for row, record in page:
                if record_digest(record) != digests[row]:
                    yield Finding(
                        "hash", record.report.id, f"The record of {record.report.id} is not the one that was added."
                    )
            after = page[-1][0]
    except StoreError as error:
        yield Finding("unreadable", "records", error.message)
    for table in (records, claims, captures):
        for row, body in connection.execute(select(table.c.row, table.c.body)):
            try:
                json.loads(body)
            except ValueError:
                yield Finding("unreadable", f"{table.name} {row}", f"Row {row} of {table.name} is no JSON.")


def _incidents(connection: Connection) -> Iterator[Finding]:
    """Every version reads back; what stands rests on claims that stand, each in one incident."""
    for key, body, digested in connection.execute(select(incidents.c.incident, incidents.c.body, incidents.c.digest)):
        try:
            parse(Incident, body, f"incident {key}")
        except StoreError as error:
            yield Finding("unreadable", key, error.message)
        if digest(body) != digested:
            yield Finding("hash", key, f"Incident {key} is not as it was saved.")
    there = (
        exists()
        .where(claims.c.record == records.c.row, standing(_NEWEST))
        .where(claims.c.report == incident_claims.c.report, claims.c.claim == incident_claims.c.claim)
    )
    held = (
        select(incidents.c.incident, incident_claims.c.report, incident_claims.c.claim)
        .join(incident_claims, incident_claims.c.version == incidents.c.row)
        .where(current(_NEWEST), incidents.c.change.not_in(GONE))
    )
    for key, report, claim in connection.execute(held.where(~there)):
        yield Finding("claim-missing", key, f"Incident {key} rests on claim {claim} of {report}, which is not there.")
    shared = held.subquery()
    twice = select(shared.c.report, shared.c.claim).group_by(shared.c.report, shared.c.claim).having(func.count() > 1)
    for report, claim in connection.execute(twice):
        yield Finding("double", f"{report} {claim}", f"Claim {claim} of {report} is in more than one incident.")


def _judgements(connection: Connection) -> Iterator[Finding]:
    for key, body in connection.execute(select(judgements.c.id, judgements.c.body)):
        try:
            parse(Judgement, body, f"judgement {key}")
        except StoreError as error:
            yield Finding("unreadable", key, error.message)
