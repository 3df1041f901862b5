"""When the two accounts put it."""

from __future__ import annotations

from math import exp

from dateline.incidents.days import gap, shown
from dateline.incidents.episode import Episode, at_other_hours
from dateline.incidents.features.compared import NOTHING, Compared

_WEEK = 7.0


def same_days(one: Episode, other: Episode) -> Compared:
    """Whether the days told overlap: a common day says much, a common month little."""
    if one.days is None or other.days is None or gap(one.days, other.days):
        return NOTHING
    if at_other_hours(one, other):
        return Compared(0.0, f"the same day at another hour ({shown(one.days)})")
    width = max(one.days[1] - one.days[0], other.days[1] - other.days[0]) + 1
    value = min(1.0, 2.0 / (1.0 + width))
    return Compared(value, f"days overlap ({shown(one.days)}; {shown(other.days)})")


def days_between(one: Episode, other: Episode) -> Compared:
    """The days between the intervals told, which speak against one incident the more, the more they are."""
    if one.days is None or other.days is None or not (days := gap(one.days, other.days)):
        return NOTHING
    return Compared(-(1 - exp(-days / _WEEK)), f"{days} days apart ({shown(one.days)}; {shown(other.days)})")


def published(one: Episode, other: Episode) -> Compared:
    """How far apart the reports were published, where not both tell the day: news of one event comes out
    within days, but corrections of it may come later."""
    if (one.days and other.days) or one.published is None or other.published is None:
        return NOTHING
    if (one if one.published > other.published else other).corrects:
        return NOTHING
    days = abs(one.published - other.published)
    return Compared(2 * exp(-days / _WEEK) - 1, f"published {days} days apart" if days else "published the same day")
