"""The days of the calendar as a text words them: weekdays, dates in all usual orders, days counted from
today.

Every reader takes the pieces of a text and where to start, and gives what it read and where it ended, or
``None``.
"""

from __future__ import annotations

from dateline.knowledge.time_words import time_words
from dateline.language.scan import Pieces
from dateline.model.times import Day, EitherDay, HijriDate, Night, Point, Range, RelativeDay, Turn, Weekday

WORDS = time_words()
TURNS: dict[str, Turn] = {
    "last": "last",
    "past": "last",
    "previous": "last",
    "this": "this",
    "next": "next",
    "coming": "next",
}
_RELATIVE = {"today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1}
_DASHES = frozenset({"-", "–", "—", "to", "and", "&", "/", "or"})
_WEEK_OFFSET = {"last": -1, "previous": -1, "this": 0, "next": 1}
Read = tuple[Point, int] | None


def number(word: str, low: int, high: int) -> int | None:
    """The whole number that ``word`` writes in figures if it lies in ``low``–``high``, an ordinal ending
    allowed.
    """
    figures = word[:-2] if word[-2:] in ("st", "nd", "rd", "th") else word
    if not (figures.isascii() and figures.isdigit()) or len(figures) > 4:
        return None
    value = int(figures)
    return value if low <= value <= high else None


def month_at(p: Pieces, i: int) -> tuple[int, int] | None:
    """The month named at ``i`` with a capital letter, and where its name (with its period) ends."""
    month = WORDS.months.get(p.low[i])
    if month is None or not p.raw[i][0].isupper():
        return None
    short = len(p.low[i]) <= 4 and p.low[i] not in ("may", "june", "july")
    return month, i + 2 if short and p.low[i + 1] == "." and p.starts[i + 1] == p.ends[i] else i + 1


def year_at(p: Pieces, i: int) -> tuple[int, int] | None:
    """A year after a date, perhaps behind a comma."""
    at = i + 1 if p.low[i] == "," else i
    year = number(p.low[at], 1000, 2199) if len(p.low[at]) == 4 else None
    return (year, at + 1) if year is not None else None


def relative_year_at(p: Pieces, i: int) -> tuple[int, int] | None:
    """ "last year", "of this year" after a date: years from that of publication."""
    at = i + 1 if p.low[i] == "of" else i
    offset = _WEEK_OFFSET.get(p.low[at])
    return (offset, at + 2) if offset is not None and p.low[at + 1] == "year" else None


def hijri_month_at(p: Pieces, i: int) -> tuple[int, int] | None:
    """The Islamic month named at ``i``, and where its name ends."""
    if p.low[i][:1] not in "mrjsd":
        return None
    for name, month in WORDS.hijri_months.items():
        if p.low[i] == name[0] and p.raw[i][0].isupper() and tuple(p.low[i : i + len(name)]) == name:
            longer = [n for n in WORDS.hijri_months if n[: len(name)] == name and len(n) > len(name)]
            if not any(tuple(p.low[i : i + len(n)]) == n for n in longer):
                return month, i + len(name)
    return None


def clock(p: Pieces, i: int) -> int | None:
    """Where a clock time at ``i`` ends ("14:30 GMT", "3 a.m.", "0400 local time"), or ``None``."""
    word = p.low[i]
    if (
        ":" in word
        or (
            word.replace(".", "").isdigit()
            and (p.low[i + 1] in ("am", "pm") or p.low[i + 1 : i + 4 : 2] in (["a", "m"], ["p", "m"]))
        )
        or (len(word) == 4 and word.isdigit() and p.low[i + 1] in ("gmt", "utc", "hours", "hrs", "local"))
    ):
        end = i + 1
    elif p.low[i + 1] in ("o'clock", "o’clock"):
        return i + 2
    else:
        return None
    if p.low[end] in ("am", "pm"):
        end += 1
    elif p.low[end] in ("a", "p") and p.low[end + 1] == "." and p.low[end + 2] == "m":
        end += 4 if p.low[end + 3] == "." else 3
    opened = p.low[end] == "("
    zone = end + 1 if opened else end
    while p.low[zone] in WORDS.zones:
        zone += 1
        end = zone
    return end


def _figures_date(p: Pieces, i: int) -> Read:
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
    if mark == "." or (a > 12 and b <= 12):
        return (Day(a, b, year), i + 1) if 1 <= a <= 31 and 1 <= b <= 12 and len(parts[2]) >= 2 else None
    if b > 12 and a <= 12:
        return (Day(b, a, year), i + 1) if b <= 31 else None
    if not (1 <= a <= 12 and 1 <= b <= 12):
        return None
    return (Day(a, b, year) if a == b else EitherDay(Day(a, b, year), Day(b, a, year))), i + 1


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


def _day_first(p: Pieces, i: int) -> Read:
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


def _month_first(p: Pieces, i: int) -> Read:
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


def _weekday(p: Pieces, i: int) -> Read:
    weekday = WORDS.weekdays.get(p.low[i])
    if weekday is None or not p.raw[i][0].isupper():
        return None
    end = i + 1
    if p.low[i] in WORDS.short_weekdays:
        if p.low[end] == ".":
            end += 1
        elif p.low[i] in ("sun", "mon", "wed", "sat"):
            return None if date_at(p, end) is None else date_at(p, end)
    at = end + 1 if p.low[end] in (",", "(") else end
    if p.low[at] in WORDS.parts_of_day:
        at = at + 2 if p.low[at + 1] == "," else at + 1
    dated = date_at(p, at)
    if dated is not None and not isinstance(dated[0], Range):
        return dated[0], dated[1] + 1 if p.low[end] == "(" and p.low[dated[1]] == ")" else dated[1]
    if (
        p.low[end] == "the"
        and p.low[end + 1][-2:] in ("st", "nd", "rd", "th")
        and number(p.low[end + 1], 1, 31)
    ):
        return Day(number(p.low[end + 1], 1, 31) or 1), end + 2
    at = end + 1 if p.low[end] == "of" else end
    if p.low[at] in _WEEK_OFFSET and p.low[at + 1] == "week":
        return Weekday(weekday, "plain", _WEEK_OFFSET[p.low[at]]), at + 2
    return Weekday(weekday), end


def day_at(p: Pieces, i: int) -> Read:
    """One day (or two or more joined in one date), with the part of the day that may follow: "Monday
    night".
    """
    word = p.low[i]
    read: Read = None
    if word in _RELATIVE:
        read = RelativeDay(_RELATIVE[word]), i + 1
    elif word in WORDS.weekdays:
        read = _weekday(p, i)
    elif word in TURNS and p.low[i + 1] in WORDS.weekdays and p.raw[i + 1][0].isupper():
        read = Weekday(WORDS.weekdays[p.low[i + 1]], TURNS[word]), i + 2
    elif word == "this" and p.low[i + 1] in ("past", "coming") and p.low[i + 2] in WORDS.weekdays:
        read = Weekday(WORDS.weekdays[p.low[i + 2]], TURNS[p.low[i + 1]]), i + 3
    elif word == "last" and p.low[i + 1] == "night":
        return Night(), i + 2
    elif word == "last" and p.low[i + 1] in ("evening", "afternoon"):
        return RelativeDay(-1), i + 2
    elif word == "this" and p.low[i + 1] in WORDS.parts_of_day:
        return RelativeDay(0), i + 2
    elif word == "the" and p.low[i + 1 : i + 4] == ["day", "before", "yesterday"]:
        return RelativeDay(-2), i + 4
    elif word == "the" and p.low[i + 1 : i + 4] == ["day", "after", "tomorrow"]:
        return RelativeDay(2), i + 4
    else:
        read = date_at(p, i) or _bare_ordinal(p, i)
    if read is None:
        return None
    value, end = read
    return value, _after_day(p, end)


def _bare_ordinal(p: Pieces, i: int) -> Read:
    """ "the 3rd", where no noun follows that it could count."""
    if (
        p.low[i] != "the"
        or p.low[i + 1][-2:] not in ("st", "nd", "rd", "th")
        or p.low[i - 1] not in ("on", "since")
    ):
        return None
    day = number(p.low[i + 1], 1, 31)
    after = p.low[i + 2]
    free = not after.isalpha() or after in (
        "and",
        "in",
        "at",
        "when",
        "by",
        "after",
        "but",
        "as",
        "near",
        "of",
    )
    if day is None or not free or p.low[i + 2 : i + 3] == ["-"]:
        return None
    if after == "of":
        months = 0 if p.low[i + 3] == "the" else _WEEK_OFFSET.get(p.low[i + 3])
        return (Day(day, months=months), i + 5) if months is not None and p.low[i + 4] == "month" else None
    return Day(day), i + 2


def _after_day(p: Pieces, i: int) -> int:
    """Past a part of the day or a clock time that belongs to the day just read."""
    at = i
    if p.low[at] in ("early", "late") and p.low[at + 1] in WORDS.parts_of_day:
        at += 1
    if p.low[at] in WORDS.parts_of_day or p.low[at] == "overnight":
        return at + 1
    if p.low[at] == "at" and p.low[at + 1] in (
        "dawn",
        "dusk",
        "noon",
        "midnight",
        "sunrise",
        "sunset",
        "daybreak",
    ):
        return at + 2
    if p.low[at] == "at":
        at = at + 2 if p.low[at + 1] in ("around", "about") else at + 1
        return clock(p, at) or i
    return i
