"""Words of time become dates with a precision and a basis; what cannot be reckoned stays open."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Literal

from dateline.coding.calendar import (
    Interval,
    of_day,
    of_day_of_month,
    of_hijri,
    of_month,
    of_period,
    of_stretch,
    of_week,
    of_weekday,
    of_year,
    plus_months,
)
from dateline.model.claim import When
from dateline.model.times import (
    Day,
    DayOfMonth,
    EitherDay,
    HijriDate,
    Length,
    Month,
    Night,
    Parsed,
    Period,
    Point,
    Range,
    RelativeDay,
    Shift,
    Since,
    Stretch,
    TimeExpression,
    Unresolved,
    Weekday,
    WeekOf,
    Year,
)

_ONE_DAY = timedelta(1)


def resolve_time(
    expr: TimeExpression, published: date | None, *, future: bool = False, anchor: When | None = None
) -> When:
    """The dates of ``expr`` by the rules of the codebook ("Time told in words").

    ``published`` is the day of publication, ``future`` says that the sentence tells of a plan, ``anchor``
    is the time of the event that "two days earlier" or "the next day" counts from. Where the words cannot
    be reckoned (no publication date, no anchor, "03/04/2023", "recently") the result has the words, no
    dates and the basis ``None``.
    """
    parsed = _ahead(expr.parsed) if future else expr.parsed
    if isinstance(parsed, Length | Unresolved):
        return When(text=expr.span.text, span=expr.span)
    point = parsed.first if isinstance(parsed, Since) else parsed
    reckoned = _reckon(point, published, future, anchor)
    if reckoned is None:
        return When(text=expr.span.text, span=expr.span)
    interval, basis = reckoned
    if isinstance(parsed, Since):
        known = Interval(interval.start, published) if published and published >= interval.start else interval
        time_precision, date_prec = precision(known)
        return When(
            interval.start.isoformat(), None, time_precision, date_prec, expr.span.text, expr.span, basis
        )
    time_precision, date_prec = precision(interval)
    return When(
        interval.start.isoformat(),
        interval.end.isoformat(),
        time_precision,
        date_prec,
        expr.span.text,
        expr.span,
        basis,
    )


def _ahead(parsed: Parsed) -> Parsed:
    """ "In two weeks" is a time where the sentence tells of a plan, else a length: "the third in two weeks"."""
    if isinstance(parsed, Length) and parsed.ahead and parsed.count is not None:
        return Shift(parsed.count, parsed.unit)
    return parsed


def precision(interval: Interval) -> tuple[int | None, int | None]:
    """ACLED ``time_precision`` and UCDP ``date_prec`` of an interval; ``None`` where a code book has no code for it.

    A night counts as its day for ACLED, which codes such events with the day, and as two days for UCDP.
    """
    if interval.grain == "week":
        return 2, 3
    if interval.grain == "month":
        return 3, 4
    days = (interval.end - interval.start).days + 1
    time_precision = (
        1 if days == 1 or interval.grain == "night" else 2 if days <= 7 else 3 if days <= 31 else None
    )
    date_prec = (
        1
        if days == 1
        else 2
        if days <= 6
        else 3
        if days == 7
        else 4
        if days <= 31
        else 5
        if days <= 366
        else None
    )
    return time_precision, date_prec


def _reckon(
    point: Point, published: date | None, future: bool, anchor: When | None
) -> tuple[Interval, Literal["explicit", "published", "context"]] | None:
    if isinstance(point, Shift) and point.anchored:
        found = _from_anchor(point, anchor)
        return (found, "context") if found is not None else None
    try:
        explicit = _interval(point, None, future)
        if explicit is not None:
            return explicit, "explicit"
        found = _interval(point, published, future) if published is not None else None
    except (OverflowError, ValueError):  # before year 1 or after 9999
        return None
    return (found, "published") if found is not None else None


def _interval(point: Point, published: date | None, future: bool) -> Interval | None:
    if isinstance(point, Day | Month | Year | HijriDate | DayOfMonth | WeekOf):
        return _dated(point, published, future)
    if isinstance(point, Range):
        return _range(point, published, future)
    if published is None or isinstance(point, EitherDay):
        return (
            _night(point, None, future) if isinstance(point, Night) and isinstance(point.into, Day) else None
        )
    if isinstance(point, Weekday):
        return of_weekday(point, published, future=future)
    if isinstance(point, RelativeDay):
        day = published + timedelta(point.days)
        return Interval(day, day)
    if isinstance(point, Night):
        return _night(point, published, future)
    if isinstance(point, Period):
        return of_period(point, published, future=future)
    if isinstance(point, Stretch):
        return of_stretch(point, published)
    return _shifted(point, published)


def _dated(
    point: Day | Month | Year | HijriDate | DayOfMonth | WeekOf, published: date | None, future: bool
) -> Interval | None:
    """A time of the calendar, which needs no publication date where its year is given."""
    if isinstance(point, Day):
        return of_day(point, published, future=future)
    if isinstance(point, Month):
        return of_month(point, published, future=future)
    if isinstance(point, Year):
        return of_year(point)
    if isinstance(point, HijriDate):
        return of_hijri(point, published, future=future)
    if isinstance(point, DayOfMonth):
        return of_day_of_month(point, published, future=future)
    return of_week(point, published, future=future)


def _night(night: Night, published: date | None, future: bool) -> Interval | None:
    if night.into is None:
        morning = published
    else:
        named = _interval(night.into, published, future)
        morning = named.end if named is not None else None
    return Interval(morning - _ONE_DAY, morning, "night") if morning is not None else None


def _range(span: Range, published: date | None, future: bool) -> Interval | None:
    """Both ends; of two ends without a year or week, one is reckoned from the other and never past it."""
    if future:
        first = _interval(span.first, published, future)
        last = _interval(
            span.last, first.start if first is not None and published is not None else None, future
        )
    else:
        last = _interval(span.last, published, future)
        first = _interval(
            span.first, last.end if last is not None and published is not None else None, future
        )
    if isinstance(span.first, Night | Period | RelativeDay | Shift | Stretch):
        first = _interval(span.first, published, future)
    if first is None or last is None or first.start > last.end:
        return None
    return Interval(first.start, last.end)


def _shifted(shift: Shift, origin: date) -> Interval:
    """So many units from ``origin``: the day itself, with the precision of the unit; of years, the calendar year."""
    if shift.unit == "hour":
        days = -(-abs(shift.count) // 24)
        edge = origin + timedelta(days if shift.count > 0 else -days)
        return Interval(min(edge, origin), max(edge, origin), "night" if days == 1 else "length")
    if shift.unit == "day":
        day = origin + timedelta(shift.count)
        return Interval(day, day)
    if shift.unit == "week":
        day = origin + timedelta(7 * shift.count)
        return Interval(day, day, "week")
    if shift.unit == "month":
        day = plus_months(origin, shift.count)
        return Interval(day, day, "month")
    year = origin.year + shift.count
    return Interval(date(year, 1, 1), date(year, 12, 31)) if 1 <= year <= 9999 else Interval(origin, origin)


def _from_anchor(shift: Shift, anchor: When | None) -> Interval | None:
    if anchor is None or anchor.start is None:
        return None
    start = date.fromisoformat(anchor.start)
    end = date.fromisoformat(anchor.end) if anchor.end is not None else start
    if shift.count == 0:
        return Interval(start, end)
    try:
        return _shifted(shift, end if shift.count > 0 else start)
    except (OverflowError, ValueError):
        return None
