"""One time of any sort, and ranges of two: days with their hour, nights, "from A to B", "since A".

Readers work as those of :mod:`dateline.language.date_parts`.
"""

from __future__ import annotations

from dateline.language.counts import counted_units
from dateline.language.date_parts import WORDS, Read, clock, number, year_at
from dateline.language.days import day_at
from dateline.language.months import month_period, year_period
from dateline.language.periods import edged, neighbour, parted, turned, week_of
from dateline.language.scan import Pieces
from dateline.model.times import (
    Day,
    Month,
    Night,
    Period,
    Point,
    Range,
    RelativeDay,
    Shift,
    Since,
    Unresolved,
    Weekday,
)

_PARTED = frozenset({"of", "half", "week", "quarter"})
_BEFORE_DAY = WORDS.day_edges | {"at", "in", "the", "on", "of", "earlier", "from", "between", ","}
_MOST_BEFORE_DAY = 7
"""Words and clock times that may stand before the day that they belong to: "at about 3 a.m. in the night of"."""


def worded_day(p: Pieces, i: int) -> Read:
    """A day with the hour or part of the day before it: "early on Friday", "at dawn on Tuesday", "the night of 3 July"."""
    at, night = i, False
    for _ in range(_MOST_BEFORE_DAY):
        word = p.low[at]
        if word in ("early", "late", "earlier") and p.low[at + 1] == "hours":
            at += 2
        elif word in _BEFORE_DAY:
            if at > i and (read := day_at(p, at)) is not None:
                return read
            at += 1
        elif word in WORDS.parts_of_day:
            night = night or word in ("night", "nighttime")
            at += 1
        elif (end := clock(p, at)) is not None:
            at = end
        else:
            break
    read = day_at(p, at) if at > i else None
    if read is None or not night:
        return read
    if isinstance(read[0], Range) and isinstance(read[0].last, Day | Weekday):
        return Night(read[0].last), read[1]
    if p.low[read[1]] in ("to", "into", "and") and p.low[at - 1] in ("from", "of", "between"):
        second = day_at(p, read[1] + 1)
        if second is not None and isinstance(second[0], Day | Weekday):
            return Night(second[0]), second[1]
    return read


def overnight(p: Pieces, i: int) -> Read:
    """ "overnight", "overnight into Thursday", "overnight from Monday to Tuesday"."""
    at = i + 1
    if p.low[at] in ("into", "to"):
        read = day_at(p, at + 1)
        if read is not None and isinstance(read[0], Day | Weekday | RelativeDay):
            return Night(read[0]), read[1]
    if p.low[at] in ("on", "from", "between"):
        at += 1
    read = day_at(p, at)
    if read is None:
        return Night(), i + 1
    if isinstance(read[0], Range) and isinstance(read[0].last, Day | Weekday):
        return Night(read[0].last), read[1]
    if p.low[read[1]] in ("to", "into", "and", "-", "–"):
        second = day_at(p, read[1] + 1)
        if second is not None and isinstance(second[0], Day | Weekday):
            return Night(second[0]), second[1]
    return (Night(read[0]), read[1]) if isinstance(read[0], Day | Weekday) else (Night(), i + 1)


def point_at(p: Pieces, i: int, *, sure: bool = False) -> Read:
    """Any single time at ``i``; ``sure`` where the words before say that a time must follow ("between")."""
    word = p.low[i]
    if word == "overnight":
        return overnight(p, i)
    if word in ("earlier", "later", *WORDS.edges) and (read := edged(p, i)) is not None:
        return read
    if p.low[i + 1] in _PARTED and (read := parted(p, i)) is not None:
        return read
    if (read := day_at(p, i)) is not None:
        return read
    if word in ("the", "that"):
        return _after_article(p, i)
    if (read := turned(p, i)) is not None:
        return read
    if (read := month_period(p, i, sure=sure)) is not None:
        return read
    if (read := year_period(p, i, sure=sure)) is not None:
        return read
    if sure and (counted := counted_units(p, i)) is not None and isinstance(counted[0], Shift):
        return counted[0], counted[1]
    return worded_day(p, i)


def _after_article(p: Pieces, i: int) -> Read:
    """ "the previous day", "that night", "the weekend", "the end of May", "the past week", "the 1990s"."""
    if p.low[i + 1 : i + 4] != ["week", "before", "last"] and (read := neighbour(p, i + 1)) is not None:
        return read
    if p.low[i] == "that":
        named = p.low[i + 1] in ("day", "night", "morning", "evening")
        return (Shift(0, "day", True), i + 2) if named else None
    at = i + 1
    if p.low[at : at + 3] == ["week", "before", "last"]:
        return Period("week", -2), at + 3
    if p.low[at : at + 2] == ["weekend", "of"] and (dated := day_at(p, at + 2)) is not None:
        return dated
    if p.low[at] == "weekend":
        return Period("weekend", 0), at + 1
    if (read := week_of(p, at) or parted(p, at) or turned(p, at) or edged(p, at)) is not None:
        return read
    if (read := year_period(p, at)) is not None and isinstance(read[0], Range):
        return read
    return worded_day(p, i)


def joined(p: Pieces, i: int) -> tuple[Point | Since | Unresolved, int] | None:
    """What a word of range begins: "from A to B", "between A and B", "since A", "from A on", "until A"."""
    word, at = p.low[i], i + 1
    first = _month_borrowed(p, at) or point_at(p, at, sure=word in ("since", "between"))
    if first is None and word == "from":
        first = point_at(p, at, sure=True) if p.low[at] in WORDS.months or year_at(p, at) else None
    if first is None:
        return None
    value, end = first
    if word == "since":
        return Since(value), end
    if word in ("until", "till"):
        return Unresolved(), end
    if isinstance(value, Range):
        return value, end
    if p.low[end] in ("to", "until", "till", "through", "and", "-", "–", "into") and (word == "between") == (
        p.low[end] == "and"
    ):
        last = point_at(p, end + 1, sure=True)
        if last is None and isinstance(value, Day) and (day := number(p.low[end + 1], 1, 31)) is not None:
            return Range(value, Day(day, value.month, value.year)), end + 2
        if last is not None and not isinstance(last[0], Range):
            return Range(_with_year(value, last[0]), last[0]), last[1]
    if word == "from":
        if p.low[end] in ("onward", "onwards", "on", "forward"):
            return Since(value), end + 1
        return value, end
    return None


def _month_borrowed(p: Pieces, i: int) -> Read:
    """ "24 [to 27 February]": a day that takes its month from the end of its range."""
    day = number(p.low[i], 1, 31)
    if day is None or p.low[i + 1] not in ("to", "and", "until", "through", "-", "–"):
        return None
    last = day_at(p, i + 2)
    if last is None or not isinstance(last[0], Day) or last[0].month is None:
        return None
    return Range(Day(day, last[0].month, last[0].year), last[0]), last[1]


def _with_year(first: Point, last: Point) -> Point:
    """The first day of a range takes the year that only its last gives, unless its month comes later in the
    year.
    """
    if (
        isinstance(first, Day | Month)
        and isinstance(last, Day | Month)
        and first.year is None
        and last.year is not None
    ):
        wraps = first.month is not None and last.month is not None and first.month > last.month
        year = last.year - 1 if wraps else last.year
        return (
            Day(first.day, first.month, year)
            if isinstance(first, Day)
            else Month(first.month, year, first.part)
        )
    return first
