"""Which reports incidents do not tell of yet: a run that was killed between leaves them to the next."""

from __future__ import annotations

from sqlalchemy import Connection, func, insert, select

from dateline.store.entries import enter
from dateline.store.tables import entries, records, refreshes


def stale(connection: Connection) -> tuple[list[str], int]:
    """See ``Store.stale``."""
    last = connection.scalar(select(func.max(refreshes.c.up_to))) or 0
    up_to = connection.scalar(select(func.max(entries.c.seq))) or 0
    newest = func.max(records.c.row)
    chosen = select(records.c.report).where(records.c.entry > last, records.c.entry <= up_to)
    return list(connection.scalars(chosen.group_by(records.c.report).order_by(newest))), up_to


def refreshed(connection: Connection, up_to: int) -> None:
    """See ``Store.refreshed``; a mark that is there already is not made again."""
    if up_to > (connection.scalar(select(func.max(refreshes.c.up_to))) or 0):
        entry = enter(connection, "dateline", "incidents brought up to date")
        connection.execute(insert(refreshes).values(entry=entry, up_to=up_to))
