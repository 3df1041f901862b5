"""Days as a text words them: weekdays, dates, days counted from today, with the part of the day that follows.

Readers work as those of :mod:`dateline.language.date_parts`.
"""

from __future__ import annotations

from dateline.language.date_parts import WORDS, Read, clock, ordinal_day
from dateline.language.dates import date_at
from dateline.language.scan import Pieces
from dateline.model.times import Day, Night, Range, RelativeDay, Weekday


def day_at(p: Pieces, i: int) -> Read:
    """One day (or two or more joined in one date), with the part of the day that may follow: "Monday night"."""
    word = p.low[i]
    read: Read = None
    if word in WORDS.relative_days:
        read = RelativeDay(WORDS.relative_days[word]), i + 1
    elif word in WORDS.weekdays:
        read = _weekday(p, i)
    elif word in WORDS.turns and p.low[i + 1] in WORDS.weekdays and p.raw[i + 1][0].isupper():
        read = Weekday(WORDS.weekdays[p.low[i + 1]], WORDS.turns[word]), i + 2
    elif word == "this" and p.low[i + 1] in ("past", "coming") and p.low[i + 2] in WORDS.weekdays:
        read = Weekday(WORDS.weekdays[p.low[i + 2]], WORDS.turns[p.low[i + 1]]), i + 3
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


def _weekday(p: Pieces, i: int) -> Read:
    """ "Monday", "Monday (3 March)", "Tuesday the 3rd", "Tuesday of last week"."""
    weekday = WORDS.weekdays.get(p.low[i])
    if weekday is None or not p.raw[i][0].isupper():
        return None
    end = i + 1
    if p.low[i] in WORDS.short_weekdays:
        if p.low[end] == ".":
            end += 1
        elif p.low[i] in ("sun", "mon", "wed", "sat"):
            # "Sun", "Sat" are words of their own: only a date makes days of them.
            return date_at(p, end)
    at = end + 1 if p.low[end] in (",", "(") else end
    if p.low[at] in WORDS.parts_of_day:
        at = at + 2 if p.low[at + 1] == "," else at + 1
    dated = date_at(p, at)
    if dated is not None and not isinstance(dated[0], Range):
        return dated[0], dated[1] + 1 if p.low[end] == "(" and p.low[dated[1]] == ")" else dated[1]
    if p.low[end] == "the" and (day := ordinal_day(p.low[end + 1])) is not None:
        return Day(day), end + 2
    at = end + 1 if p.low[end] == "of" else end
    if p.low[at] in WORDS.offsets_behind and p.low[at + 1] == "week":
        return Weekday(weekday, "plain", WORDS.offsets_behind[p.low[at]]), at + 2
    return Weekday(weekday), end


def _bare_ordinal(p: Pieces, i: int) -> Read:
    """ "the 3rd", where no noun follows that it could count."""
    day, after = ordinal_day(p.low[i + 1]), p.low[i + 2]
    if day is None or p.low[i] != "the" or p.low[i - 1] not in ("on", "since"):
        return None
    if after == "-" or (after.isalpha() and after not in WORDS.after_ordinal):
        return None
    if after == "of":
        months = 0 if p.low[i + 3] == "the" else WORDS.offsets_behind.get(p.low[i + 3])
        return (Day(day, months=months), i + 5) if months is not None and p.low[i + 4] == "month" else None
    return Day(day), i + 2


def _after_day(p: Pieces, i: int) -> int:
    """Past a part of the day or a clock time that belongs to the day just read."""
    at = i
    if p.low[at] in ("early", "late") and p.low[at + 1] in WORDS.parts_of_day:
        at += 1
    if p.low[at] in WORDS.parts_of_day or p.low[at] == "overnight":
        return at + 1
    if p.low[at] == "at" and p.low[at + 1] in WORDS.named_hours:
        return at + 2
    if p.low[at] == "at":
        at = at + 2 if p.low[at + 1] in ("around", "about") else at + 1
        return clock(p, at) or i
    return i
