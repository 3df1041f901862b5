"""A time expression as the words give it, before any date is reckoned: nothing here knows of a publication
date.

Weekdays count from 0 (Monday) to 6, months from 1 to 12; a year that the words do not give is ``None``.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from dateline.model.span import Span

TimeKind = Literal["date", "interval", "duration", "recurring", "vague"]
Unit = Literal["hour", "day", "week", "month", "year"]
Part = Literal[
    "earlier", "later", "early", "mid", "late", "first half", "second half", "first week", "last week",
    "first quarter", "second quarter", "third quarter", "last quarter",
]  # fmt: skip
Turn = Literal["plain", "last", "this", "next"]
Whole = Literal["week", "weekend", "month", "year"]
Side = Literal["around", "from", "to"]


@dataclass(frozen=True, slots=True)
class Day:
    """A calendar day: "29 August 2023", "March 3", "the 3rd" (no month); ``years``: -1 "3 May last year";
    ``months``: -1 "the 15th of last month".
    """

    day: int
    month: int | None = None
    year: int | None = None
    years: int | None = None
    months: int | None = None


@dataclass(frozen=True, slots=True)
class EitherDay:
    """A date in digits that reads as two different days: "03/04/2023"."""

    day_first: Day
    month_first: Day


@dataclass(frozen=True, slots=True)
class Month:
    """A calendar month or a part of one: "late November", "last August"."""

    month: int
    year: int | None = None
    part: Part | None = None
    turn: Turn = "plain"
    years: int | None = None


@dataclass(frozen=True, slots=True)
class Year:
    """A calendar year, or a half or quarter of one."""

    year: int
    part: Part | None = None


@dataclass(frozen=True, slots=True)
class HijriDate:
    """A day or a whole month of the Islamic calendar; months count from 1 (Muharram)."""

    month: int
    day: int | None = None
    year: int | None = None


@dataclass(frozen=True, slots=True)
class Weekday:
    """A day of the week; ``week`` is given where the words name the week: -1 "Tuesday of last week"."""

    weekday: int
    turn: Turn = "plain"
    week: int | None = None


@dataclass(frozen=True, slots=True)
class RelativeDay:
    """Days from publication: 0 "today", -1 "yesterday"."""

    days: int


@dataclass(frozen=True, slots=True)
class Night:
    """The night that ends on the morning of ``into``; ``None``: the night before publication."""

    into: Day | Weekday | RelativeDay | None = None


@dataclass(frozen=True, slots=True)
class Period:
    """A week, weekend, month or year counted from that of publication: -1 "last week"; perhaps a part of
    it.
    """

    unit: Whole
    offset: int
    part: Part | None = None


@dataclass(frozen=True, slots=True)
class DayOfMonth:
    """A day counted within its month: "the first Sunday of March", "the last day of February" (no weekday).

    ``count`` from 1, or -1 for the last.
    """

    count: int
    weekday: int | None
    month: Month | Period


@dataclass(frozen=True, slots=True)
class WeekOf:
    """The week around a day (Monday to Sunday), or that which starts or ends with it: "the week of 3 March"."""

    day: Day
    side: Side = "around"


@dataclass(frozen=True, slots=True)
class Shift:
    """So much before (negative) or after: "three weeks ago"; ``anchored`` where it counts from an event
    told before.
    """

    count: int
    unit: Unit
    anchored: bool = False


@dataclass(frozen=True, slots=True)
class Stretch:
    """The last (negative) or the coming ``count`` units up to or from publication: "the past 24 hours"."""

    count: int
    unit: Unit


@dataclass(frozen=True, slots=True)
class Range:
    """From one time to another, both included."""

    first: Point
    last: Point


@dataclass(frozen=True, slots=True)
class Since:
    """From a time onward, with no end given."""

    first: Point


@dataclass(frozen=True, slots=True)
class Length:
    """How long, not when: "three hours"; ``ahead`` behind "in", where it is a time if the sentence tells of a plan."""

    count: int | None
    unit: Unit
    ahead: bool = False


@dataclass(frozen=True, slots=True)
class Unresolved:
    """Words of time that name no interval: "recently", "every Friday", "until Monday"."""


Point = (
    Day
    | EitherDay
    | Month
    | Year
    | HijriDate
    | Weekday
    | RelativeDay
    | Night
    | Period
    | DayOfMonth
    | WeekOf
    | Shift
    | Stretch
    | Range
)
Parsed = Point | Since | Length | Unresolved


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """The words of time at ``span`` and what they say, whatever the day on which they were written."""

    span: Span
    kind: TimeKind
    parsed: Parsed
