"""Dates as day numbers, and the interval that a claim gives."""

from __future__ import annotations

from datetime import date

from dateline.model.claim import When

Interval = tuple[int, int]
"""First and last day, as proleptic ordinals, both included."""

OPEN_END = 7
"""Days that "since X" is taken to last where nothing tells its end: a week, as ACLED codes a vague date."""


def day_number(iso: str | None) -> int | None:
    """The day of an ISO date or date-time, ``None`` where it is none."""
    if not iso:
        return None
    try:
        return date.fromisoformat(iso[:10]).toordinal()
    except ValueError:
        return None


def interval(when: When) -> Interval | None:
    """The days that ``when`` covers, ``None`` where it gives no date."""
    start = day_number(when.start)
    if start is None:
        return None
    end = day_number(when.end)
    return (start, end) if end is not None and end >= start else (start, start + OPEN_END)


def gap(one: Interval, other: Interval) -> int:
    """Days between two intervals, 0 where they touch."""
    return max(0, max(one[0], other[0]) - min(one[1], other[1]))


def shown(days: Interval) -> str:
    """``2025-06-10`` or ``2025-06-01 to 2025-06-30``."""
    first, last = (date.fromordinal(day).isoformat() for day in days)
    return first if first == last else f"{first} to {last}"
