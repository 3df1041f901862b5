"""The log: one entry a write, in the order in which they were made, whatever the clock says."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from sqlalchemy import Connection, Insert, func, insert, select

from dateline.model.errors import UsageError
from dateline.store.tables import entries

_FORM = "%Y-%m-%dT%H:%M:%S.%fZ"
"""Of one length, so that times compare as text."""


def now() -> str:
    """What the clock says."""
    return datetime.now(UTC).strftime(_FORM)


def enter(connection: Connection, who: str, why: str) -> int:
    """A new entry; returns its number.

    Its time is the clock's, or that of the entry before where the clock has been set back, so that numbers and
    times have one order and an earlier day means the same to both.
    """
    clock = now()
    before = connection.scalar(select(entries.c.at).order_by(entries.c.seq.desc()).limit(1))
    at = max(clock, before or "")
    return insert_row(connection, insert(entries).values(at=at, clock=clock, who=who, why=why))


def insert_row(connection: Connection, statement: Insert) -> int:
    """Insert one row; returns its number."""
    key = connection.execute(statement).inserted_primary_key
    assert key is not None
    return int(key[0])


def bound(connection: Connection, as_of: str | None) -> int:
    """The last entry up to the end of the day (or the moment) ``as_of``; of all, without one; 0 for none.

    Raises ``UsageError`` where it is neither a date nor a date-time (ISO 8601).
    """
    chosen = select(func.max(entries.c.seq))
    if as_of is not None:
        moment, whole_day = _moment(as_of)
        if whole_day:
            chosen = chosen.where(entries.c.at < (moment + timedelta(days=1)).strftime(_FORM))
        else:
            chosen = chosen.where(entries.c.at <= moment.strftime(_FORM))
    return connection.scalar(chosen) or 0


def before(connection: Connection, since: str) -> int:
    """The last entry before the day (or the moment) ``since``; 0 for none. Raises as ``bound``."""
    moment, _ = _moment(since)
    return connection.scalar(select(func.max(entries.c.seq)).where(entries.c.at < moment.strftime(_FORM))) or 0


def _moment(value: str) -> tuple[datetime, bool]:
    """The moment in UTC, and whether it stands for a whole day."""
    try:
        if len(value) == 10:
            day = date.fromisoformat(value)
            return datetime(day.year, day.month, day.day, tzinfo=UTC), True
        moment = datetime.fromisoformat(value)
    except ValueError:
        raise UsageError(f"{value!r} is not a date.", "Write it as 2026-11-22.") from None
    return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).astimezone(UTC), False
