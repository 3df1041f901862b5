"""Days reckoned from words of time: calendar months and weeks, weekdays, Umm al-Qura dates.

Every function gives an :class:`Interval` or ``None`` where the calendar has no such day; ``published`` is
the day on which the report came out, ``future`` says that the sentence tells of a plan.
"""

from __future__ import annotations

import calendar
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from hijridate import Gregorian, Hijri

from dateline.model.times import Day, DayOfMonth, HijriDate, Month, Part, Period, Stretch, Weekday, WeekOf, Year

Grain = Literal["length", "night", "week", "month"]


@dataclass(frozen=True, slots=True)
class Interval:
    """Both days included; ``grain`` says where the words are coarser or finer than the days between them."""

    start: date
    end: date
    grain: Grain = "length"


def valid(year: int, month: int, day: int) -> date | None:
    """The date, or ``None`` where the calendar has none ("31 April")."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def plus_months(day: date, months: int) -> date:
    """The same day of the month so many months on, or the last of that month where it is shorter."""
    month = day.year * 12 + day.month - 1 + months
    year, month = divmod(month, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def of_day(day: Day, published: date | None, *, future: bool) -> Interval | None:
    """A date; without a year (or month) the latest on or before publication, in a plan the first on or after it."""
    if day.month is not None and day.year is not None:
        found = valid(day.year, day.month, day.day)
    elif published is None:
        return None
    elif day.months is not None:
        month = plus_months(published.replace(day=1), day.months)
        found = valid(month.year, month.month, day.day)
    elif day.month is not None and day.years is not None:
        found = valid(published.year + day.years, day.month, day.day)
    else:
        found = _nearest(published, _candidates(day, published), future)
    return Interval(found, found) if found is not None else None


def _candidates(day: Day, published: date) -> list[date]:
    if day.month is not None:
        # Eight years hold a leap day wherever one is meant.
        years = range(published.year - 8, published.year + 9)
        return [d for y in years if (d := valid(y, day.month, day.day)) is not None]
    first = published.replace(day=1)
    months = [plus_months(first, n) for n in range(-3, 4)]
    return [d for m in months if (d := valid(m.year, m.month, day.day)) is not None]


def _nearest(published: date, days: list[date], future: bool) -> date | None:
    fitting = [d for d in days if (d >= published if future else d <= published)]
    return (min(fitting) if future else max(fitting)) if fitting else None


def of_weekday(day: Weekday, published: date, *, future: bool) -> Interval:
    """A weekday: the latest on or before publication, in a plan the next; or that of a named week."""
    if day.week is not None:
        found = published - timedelta(published.weekday()) + timedelta(7 * day.week + day.weekday)
    elif day.turn == "next" or (future and day.turn in ("plain", "this")):
        found = published + timedelta((day.weekday - published.weekday() - 1) % 7 + 1)
    else:
        before = (published.weekday() - day.weekday) % 7
        found = published - timedelta(before or 7 if day.turn == "last" else before)
    return Interval(found, found)


def of_month(month: Month, published: date | None, *, future: bool) -> Interval | None:
    """A month or its part: days 1–10, 11–20, 21–end; halves 1–15, 16–end."""
    if month.year is not None:
        return part_of_month(month.year, month.month, month.part) if 1 <= month.year <= 9999 else None
    if published is None:
        return None
    if month.years is not None:
        return of_month(Month(month.month, published.year + month.years, month.part), None, future=future)
    years = [y for y in (published.year - 1, published.year, published.year + 1) if 1 <= y <= 9999]
    found = [part_of_month(year, month.month, month.part) for year in years]
    if month.turn == "this":
        return found[years.index(published.year)]
    if month.turn == "next":
        fitting = [i for i in found if i.start > published]
    elif month.turn == "last":
        fitting = [i for i in found if i.end < published][-1:]
    elif future:
        fitting = [i for i in found if i.end >= published]
    else:
        fitting = [i for i in found if i.start <= published][-1:]
    return fitting[0] if fitting else None


def part_of_month(year: int, month: int, part: Part | None) -> Interval:
    """The days of a part of a month; the whole month without one."""
    last = calendar.monthrange(year, month)[1]
    first, end = {
        "early": (1, 10),
        "mid": (11, 20),
        "late": (21, last),
        "first half": (1, 15),
        "second half": (16, last),
        "first week": (1, 7),
        "last week": (last - 6, last),
    }.get(part or "", (1, last))
    return Interval(date(year, month, first), date(year, month, end))


def of_year(year: Year) -> Interval | None:
    """A calendar year or its half; "early 2023" has no agreed bounds and stays the whole year."""
    if not 1 <= year.year <= 9999:
        return None
    first, last = _MONTHS_OF.get(year.part or "", (1, 12))
    return Interval(date(year.year, first, 1), date(year.year, last, calendar.monthrange(year.year, last)[1]))


_MONTHS_OF = {
    "first half": (1, 6),
    "second half": (7, 12),
    "first quarter": (1, 3),
    "second quarter": (4, 6),
    "third quarter": (7, 9),
    "last quarter": (10, 12),
}


def of_day_of_month(day: DayOfMonth, published: date | None, *, future: bool) -> Interval | None:
    """A day counted within its month: the first Sunday, the last day; ``None`` for a fifth that there is not."""
    if isinstance(day.month, Month):
        whole = of_month(day.month, published, future=future)
        start = whole.start if whole is not None else None
    else:
        start = plus_months(published.replace(day=1), day.month.offset) if published is not None else None
    if start is None:
        return None
    last = calendar.monthrange(start.year, start.month)[1]
    days = [d for n in range(1, last + 1) if day.weekday in (None, (d := date(start.year, start.month, n)).weekday())]
    index = day.count - 1 if day.count > 0 else day.count
    if index >= len(days):
        return None
    return Interval(days[index], days[index])


def of_week(week: WeekOf, published: date | None, *, future: bool) -> Interval | None:
    """Seven days around a day (Monday to Sunday), from it on, or up to it."""
    found = of_day(week.day, published, future=future)
    if found is None:
        return None
    before = {"around": found.start.weekday(), "from": 0, "to": 6}[week.side]
    start = found.start - timedelta(before)
    return Interval(start, start + timedelta(6))


def of_period(period: Period, published: date, *, future: bool) -> Interval:
    """A week (Monday to Sunday), weekend, month or year counted from publication.

    The one at hand ends with publication unless the sentence is a plan: nothing told as past lies after it.
    """
    if period.unit == "weekend":
        return _weekend(period, published, future)
    if period.unit == "week":
        start = published - timedelta(published.weekday()) + timedelta(7 * period.offset)
        whole = Interval(start, start + timedelta(6))
    elif period.unit == "month":
        first = plus_months(published.replace(day=1), period.offset)
        named = period.part if period.part not in ("earlier", "later") else None
        whole = part_of_month(first.year, first.month, named)
    else:
        whole = of_year(Year(published.year + period.offset, period.part)) or Interval(published, published)
    if period.part == "earlier":
        return Interval(whole.start, max(whole.start, published - timedelta(1)))
    if period.part == "later":
        return Interval(min(published + timedelta(1), whole.end), whole.end)
    if period.offset == 0 and not future and whole.start <= published < whole.end:
        return Interval(whole.start, published)
    return whole


def _weekend(period: Period, published: date, future: bool) -> Interval:
    saturday = published - timedelta((published.weekday() - 5) % 7)
    if period.offset > 0 or (future and published.weekday() < 5):
        saturday += timedelta(7)
    elif period.offset < 0 and published.weekday() >= 5:
        saturday -= timedelta(7)
    sunday = saturday + timedelta(1)
    return Interval(saturday, sunday if future or sunday <= published or saturday > published else published)


def of_stretch(stretch: Stretch, published: date) -> Interval:
    """The last or coming units up to or from publication."""
    days = {"hour": -(-abs(stretch.count) // 24), "day": abs(stretch.count), "week": 7 * abs(stretch.count)}
    sign = 1 if stretch.count > 0 else -1
    if stretch.unit in days:
        edge = published + timedelta(sign * days[stretch.unit])
    else:
        edge = plus_months(published, stretch.count * (12 if stretch.unit == "year" else 1))
    start, end = min(edge, published), max(edge, published)
    length = (end - start).days
    return Interval(
        start,
        end,
        "night" if length <= 1 else "week" if length <= 7 else "month" if length <= 31 else "length",
    )


def of_hijri(day: HijriDate, published: date | None, *, future: bool) -> Interval | None:
    """An Islamic date by the Umm al-Qura calendar (package ``hijridate``; 1343–1500 AH, else ``None``).

    Without a year the latest that begins on or before publication, in a plan the next.
    """
    if day.year is not None:
        return _hijri(day.year, day)
    if published is None:
        return None
    try:
        year = Gregorian(published.year, published.month, published.day).to_hijri().year
    except (OverflowError, ValueError):
        return None
    found = [i for y in (year - 1, year, year + 1) if (i := _hijri(y, day)) is not None]
    fits: Callable[[Interval], bool] = (
        (lambda i: i.end >= published) if future else (lambda i: i.start <= published)
    )
    fitting = [i for i in found if fits(i)]
    return (fitting[0] if future else fitting[-1]) if fitting else None


def _hijri(year: int, day: HijriDate) -> Interval | None:
    try:
        first = Hijri(year, day.month, day.day or 1)
        start = first.to_gregorian()
        end = start if day.day is not None else start + timedelta(first.month_length() - 1)
    except (OverflowError, ValueError):
        return None
    return Interval(date(start.year, start.month, start.day), date(end.year, end.month, end.day))
