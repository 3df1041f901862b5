"""Dates with their month, in all usual orders: "29 August 2023", "August 29", "3-5 May", "10 Ramadan 1445", feasts.

Readers work as those of :mod:`dateline.language.date_parts`.
"""

from __future__ import annotations

from dateline.language.date_parts import WORDS, Read, hijri_month_at, month_at, number, relative_year_at, year_at
from dateline.language.scan import Pieces
from dateline.model.times import Day, EitherDay, HijriDate, Range

_DASHES = frozenset({"-", "–", "—", "to", "and", "&", "/", "or"})


def date_at(p: Pieces, i: int) -> Read:
    """A date with its month: "29 August 2023", "August 29", "2023-08-29", "3-5 May", "10 Ramadan 1445"."""
    word = p.low[i]
    if word[:1].isdigit():
        return _figures_date(p, i) or _day_first(p, i)
    if word in WORDS.months:
        return _month_first(p, i)
    if word == "the" and p.low[i + 1][:1].isdigit():
        return _day_first(p, i + 1)
    return _feast(p, i)


def _figures_date(p: Pieces, i: int) -> Read:
    """A date in one piece: "2023-08-29", "29.08.2023", "8/29/23"."""
    word = p.low[i]
    mark = next((m for m in "-/." if m in word), "")
    parts = word.split(mark) if mark else []
    if len(parts) != 3 or not all(part.isdigit() for part in parts):
        return None
    a, b, c = (int(part) for part in parts)
    if len(parts[0]) == 4:
        return (Day(c, b, a), i + 1) if 1 <= b <= 12 and 1 <= c <= 31 else None
    if len(parts[2]) not in (2, 4):
        return None
    year = c if len(parts[2]) == 4 else 2000 + c
    day_first = Day(a, b, year) if 1 <= a <= 31 and 1 <= b <= 12 else None
    month_first = Day(b, a, year) if 1 <= b <= 31 and 1 <= a <= 12 else None
    # With full stops, the day comes first wherever it is the custom (DIN 1355, GOST R 7.0.97).
    if mark == "." or day_first == month_first or month_first is None:
        return (day_first, i + 1) if day_first else None
    return (EitherDay(day_first, month_first) if day_first else month_first), i + 1


def _day_first(p: Pieces, i: int) -> Read:
    """ "29 August 2023", "3-5 May", "29th of August"."""
    day = number(p.low[i], 1, 31)
    if day is None:
        return None
    one = _day_month(p, i + 1, day)
    if one is not None:
        return one
    second = number(p.low[i + 2], 1, 31) if p.low[i + 1] in _DASHES else None
    last = _day_month(p, i + 3, second) if second is not None and second > day else None
    if last is None:
        return None
    value, end = last
    if isinstance(value, Day):
        return Range(Day(day, value.month, value.year, value.years), value), end
    first = HijriDate(value.month, day, value.year)
    return Range(first, value), end


def _day_month(p: Pieces, i: int, day: int) -> tuple[Day | HijriDate, int] | None:
    """After the day's number, at ``i``: "[of] May [2023]", "Ramadan 1445"."""
    at = i + 1 if p.low[i] in ("of", "-") else i
    month = month_at(p, at)
    if month is not None:
        end = month[1] + 1 if p.low[month[1]] == "-" and year_at(p, month[1] + 1) else month[1]
        return _with_year(p, Day(day, month[0]), end)
    hijri = hijri_month_at(p, at)
    if hijri is not None:
        year = year_at(p, hijri[1])
        return (HijriDate(hijri[0], day, year[0]), year[1]) if year else (HijriDate(hijri[0], day), hijri[1])
    return None


def _month_first(p: Pieces, i: int) -> Read:
    """ "August 29, 2023", "May 3-5", "April 27, 28 and 29"."""
    month = month_at(p, i)
    if month is None:
        return None
    at = month[1] + 1 if p.low[month[1]] == "the" else month[1]
    day = number(p.low[at], 1, 31)
    if day is None or (p.low[at + 1] in ("km", "people", "%") or p.low[at + 1 : at + 3] == [":", "00"]):
        return None
    if p.low[at + 1] in _DASHES:
        second = number(p.low[at + 2], 1, 31)
        if (
            second is not None
            and second > day
            and month_at(p, at + 3) is None
            and p.low[at + 3] not in WORDS.units
        ):
            year = year_at(p, at + 3)
            number_of_year = year[0] if year else None
            end = year[1] if year else at + 3
            return Range(Day(day, month[0], number_of_year), Day(second, month[0], number_of_year)), end
    if p.low[at + 1] == "," and (listed := _day_list(p, at, month[0], day)) is not None:
        return listed
    return _with_year(p, Day(day, month[0]), at + 1)


def _day_list(p: Pieces, i: int, month: int, day: int) -> Read:
    """ "27, 28 and 29" after the month's name: days in a row."""
    days, at = [day], i + 1
    while p.low[at] in (",", "and"):
        following = number(p.low[at + 1], days[-1] + 1, 31)
        if following is None:
            break
        days.append(following)
        at += 2
    in_a_row = days == list(range(days[0], days[-1] + 1)) and len(days) > 2
    return (Range(Day(days[0], month), Day(days[-1], month)), at) if in_a_row else None


def _with_year(p: Pieces, day: Day, i: int) -> tuple[Day, int]:
    """The day with the year that may follow at ``i``: "2023", "last year"."""
    if (year := year_at(p, i)) is not None:
        return Day(day.day, day.month, year[0]), year[1]
    if (relative := relative_year_at(p, i)) is not None:
        return Day(day.day, day.month, None, relative[0]), relative[1]
    return day, i


def _feast(p: Pieces, i: int) -> Read:
    """A day with a name: "New Year's Day", "Eid al-Adha", "the second day of Eid al-Fitr"."""
    at, later = i, 0
    if p.low[i] == "the" and p.low[i + 2 : i + 4] == ["day", "of"] and p.low[i + 1] in WORDS.ordinal_days:
        at, later = i + 4, WORDS.ordinal_days[p.low[i + 1]] - 1
    if p.low[at] not in WORDS.feasts or not p.raw[at][:1].isupper():
        return None
    for name, (month, day, calendar) in WORDS.feasts[p.low[at]].items():
        end = at + len(name)
        if tuple(p.low[at:end]) != name:
            continue
        year = year_at(p, end)
        if calendar == "hijri":
            return HijriDate(month, day + later), end
        return (Day(day, month, year[0]), year[1]) if year else (Day(day, month), end)
    return None
