"""Weeks, months and years counted from another time, and their parts: "last week", "mid-June", "the end of May".

Readers work as those of :mod:`dateline.language.date_parts`.
"""

from __future__ import annotations

from dateline.language.counts import count_at, unit_at
from dateline.language.date_parts import WORDS, Read, hijri_month_at, month_at, year_at
from dateline.language.days import day_at
from dateline.language.months import month_period, year_period
from dateline.language.scan import Pieces
from dateline.model.times import Day, DayOfMonth, HijriDate, Month, Part, Period, Shift, Stretch, Weekday, WeekOf, Year


def turned(p: Pieces, i: int) -> Read:
    """What "last", "this", "next" begin: "last week", "last August", "the past 24 hours"."""
    turn, at = p.low[i], i + 1
    offset = WORDS.offsets.get(turn)
    if offset is None:
        return None
    if p.low[at] in ("few", "couple", "several") and p.low[at + 1] in WORDS.units:
        return None
    period = WORDS.periods.get(p.low[at])
    stretch = turn in ("past", "last") and p.low[i - 1] in ("the", "this")
    if period is not None and not (stretch and period != "weekend"):
        on = at + 2 if p.low[at + 1] == "," else at + 1
        on = on + 1 if p.low[on] == "on" else on
        if period == "week" and p.low[on] in WORDS.weekdays and on > at + 1:
            return Weekday(WORDS.weekdays[p.low[on]], "plain", offset), on + 1
        return Period(period, offset), at + 1
    month = month_at(p, at)
    if month is not None and turn in WORDS.turns:
        return Month(month[0], None, None, WORDS.turns[turn]), month[1]
    counted = count_at(p, at)
    count, at = counted if counted is not None and p.low[at] not in ("a", "an") else (1, at)
    unit = unit_at(p, at)
    if unit is None or turn == "this":
        return None
    if count is None:
        return None
    sign = 1 if offset > 0 else -1
    return Stretch(sign * count * unit[1], unit[0]), at + 1


def edged(p: Pieces, i: int) -> Read:
    """A part of a month, week or year: "late November", "early last month", "mid-June", "earlier this
    week".
    """
    word, at = p.low[i], i + 1
    if word in ("earlier", "later"):
        part: Part = "earlier" if word == "earlier" else "later"
        if p.low[at] == "in" and p.low[at + 1] == "the" and p.low[at + 2] in ("week", "month", "year"):
            return Period(WORDS.periods[p.low[at + 2]], 0, part), at + 3
        if p.low[at] == "this" and p.low[at + 1] in WORDS.periods:
            return Period(WORDS.periods[p.low[at + 1]], 0, part), at + 2
        if p.low[at] == "in":
            return month_period(p, at + 1, sure=True) or (year_period(p, at + 1))
        return day_at(p, at + 1 if p.low[at] == "on" else at) if _day_may_start(p, at) else None
    edge = WORDS.edges.get(word)
    if edge is None:
        return None
    at = at + 1 if p.low[at] == "-" or p.low[at] == "in" else at
    found = month_period(p, at, edge, sure=True)
    if found is not None:
        return found
    if p.low[at] in WORDS.offsets and p.low[at + 1] in WORDS.periods:
        return Period(WORDS.periods[p.low[at + 1]], WORDS.offsets[p.low[at]], edge), at + 2
    year = year_period(p, at, sure=True)
    return year if year is not None and p.low[i] in ("early", "late", "mid") else None


def parted(p: Pieces, i: int) -> Read:
    """After "the": "end of April", "first half of January", "last days of November", "start of the year"."""
    if (counted := _counted_day(p, i)) is not None:
        return counted
    named = _part_at(p, i)
    if named is None or p.low[named[1]] != "of":
        return None
    part, at = named[0], named[1] + 1
    if p.low[at] in WORDS.offsets and p.low[at + 1] in WORDS.periods:
        return Period(WORDS.periods[p.low[at + 1]], WORDS.offsets[p.low[at]], part), at + 2
    if p.low[at] == "the" and p.low[at + 1] in ("week", "month", "year"):
        return Period(WORDS.periods[p.low[at + 1]], 0, part), at + 2
    found = month_period(p, at, part, sure=True)
    if found is not None:
        return found
    year_alone = year_period(p, at, sure=True)
    if year_alone is not None and isinstance(year_alone[0], Year):
        return Year(year_alone[0].year, part), year_alone[1]
    return None


def _part_at(p: Pieces, i: int) -> tuple[Part, int] | None:
    """The part that is named at ``i``, and where its name ends."""
    word, after = p.low[i], p.low[i + 1]
    if after == "half" and word in ("first", "second"):
        return ("first half" if word == "first" else "second half"), i + 2
    if after == "quarter" and word in WORDS.quarters:
        return WORDS.quarters[word], i + 2
    if after == "week" and word in ("first", "last", "final"):
        return ("first week" if word == "first" else "last week"), i + 2
    if after == "days" and word in ("first", "last", "final", "opening", "closing"):
        return ("early" if word in ("first", "opening") else "late"), i + 2
    return (WORDS.edges[word], i + 1) if word in WORDS.edges else None


def _counted_day(p: Pieces, i: int) -> Read:
    """ "first Sunday of March", "last day of last month", "first day of Ramadan"; of nothing but a month."""
    count, after = WORDS.counted.get(p.low[i]), p.low[i + 1]
    weekday = WORDS.weekdays.get(after) if p.raw[i + 1][:1].isupper() else None
    if count is None or (weekday is None and after != "day") or p.low[i + 2] not in ("of", "in"):
        return None
    at = i + 3
    if (month := month_at(p, at)) is not None:
        year = year_at(p, month[1])
        whole, end = (Month(month[0], year[0]), year[1]) if year else (Month(month[0]), month[1])
        return DayOfMonth(count, weekday, whole), end
    hijri = hijri_month_at(p, at)
    if hijri is not None and weekday is None and count == 1:
        year = year_at(p, hijri[1])
        return HijriDate(hijri[0], 1, year[0] if year else None), year[1] if year else hijri[1]
    offset = 0 if p.low[at] == "the" else WORDS.offsets.get(p.low[at])
    if offset is None or p.low[at + 1] != "month":
        return None
    return DayOfMonth(count, weekday, Period("month", offset)), at + 2


def week_of(p: Pieces, i: int) -> Read:
    """ "week of 3 March", "week ending 9 March", "week from 3 March"."""
    side = WORDS.sides_of_a_day.get(p.low[i + 1]) if p.low[i] == "week" else None
    at = i + 3 if p.low[i + 2] == "on" else i + 2
    read = day_at(p, at) if side is not None else None
    if side is None or read is None or not isinstance(read[0], Day) or read[0].month is None:
        return None
    return WeekOf(read[0], side), read[1]


def neighbour(p: Pieces, i: int) -> Read:
    """After "the" or "that": a time that counts from another told before ("previous day", "same day", "day
    before").
    """
    word, after = p.low[i], p.low[i + 1]
    if word in ("previous", "preceding", "following", "next", "same", "ensuing"):
        sign = {"previous": -1, "preceding": -1, "same": 0}.get(word, 1)
        if after in ("day", "night", "morning", "evening", "afternoon"):
            return Shift(sign, "day", True), i + 2
        if after in ("week", "month", "year") and word != "next":
            return Shift(sign, WORDS.units[after], True), i + 2
    if word in ("day", "night", "evening", "morning", "week") and after in ("before", "after"):
        if p.low[i + 2] in ("yesterday", "tomorrow"):
            return None
        sign = -1 if after == "before" else 1
        return Shift(sign, "week" if word == "week" else "day", True), i + 2
    return None


def _day_may_start(p: Pieces, i: int) -> bool:
    at = i + 1 if p.low[i] == "on" else i
    word = p.low[at]
    return (
        word in WORDS.weekdays
        or word in ("today", "yesterday", "tomorrow", "this", "last")
        or word[:1].isdigit()
        or word in WORDS.months
    )
