"""Time expressions of a text: where the words of time are and what they say, before any date is reckoned."""

from __future__ import annotations

from dateline.language.counts import count_at, counted_units
from dateline.language.date_parts import WORDS, clock
from dateline.language.days import day_at
from dateline.language.periods import edged
from dateline.language.ranges import joined, overnight, point_at, worded_day
from dateline.language.scan import Pieces, pieces
from dateline.language.time_openers import COUNT_WORDS, EACH, PART_WORDS, PLURAL_DAYS, POINT_WORDS, RANGE_WORDS, may_begin
from dateline.model.span import Span
from dateline.model.times import (
    Day,
    DayOfMonth,
    EitherDay,
    HijriDate,
    Length,
    Night,
    Parsed,
    Range,
    RelativeDay,
    Shift,
    TimeExpression,
    TimeKind,
    Unresolved,
    Weekday,
)

_Found = tuple[Parsed, int, TimeKind | None] | None
_SHORTEST_MONTH = 28
_LINKS = frozenset({"and", "to", "through", "until", "into", "-", "–", "/"})
_OUTSIDE = frozenset({"in", "at", "by", "after", "before", "about", "around", "near"})
"""Prepositions before a day that are no part of the time, which is read again from the next word: "in May"."""


def find_times(text: str) -> tuple[TimeExpression, ...]:
    """All time expressions of ``text`` in order, none inside another, and none that is part of a name."""
    p = pieces(text)
    found: list[TimeExpression] = []
    at, count = 0, len(p.raw) - 4
    while at < count:
        read = _expression(p, at) if may_begin(p.low[at], p.low[at + 1]) else None
        if read is None:
            at += 1
            continue
        parsed, end, kind = read
        if _is_name(p, at, end, parsed):
            at = end
            continue
        span = Span(p.starts[at], p.ends[end - 1], text[p.starts[at] : p.ends[end - 1]])
        found.append(TimeExpression(span, kind or _kind(parsed), parsed))
        at = end
    return tuple(found)


def _expression(p: Pieces, i: int) -> _Found:
    word = p.low[i]
    if word[0].isdigit():
        return _from_figures(p, i)
    if word in RANGE_WORDS:
        return _plain(joined(p, i))
    if word in EACH:
        return _each(p, i)
    if word in PLURAL_DAYS:
        return (Unresolved(), i + 1, "recurring") if p.raw[i][0].isupper() or word == "weekends" else None
    if word == "overnight":
        return _plain(overnight(p, i))
    vague = _vague(p, i)
    read = None
    if word in POINT_WORDS:
        read = _extended(p, point_at(p, i))
    if read is None and word in PART_WORDS:
        day = worded_day(p, i)
        if day is not None and not (word in _OUTSIDE and day_at(p, i + 1)):
            read = _extended(p, day)
        elif word == "at" and (end := clock(p, i + 1)) is not None and vague is None:
            return Unresolved(), end, "vague"
        elif word in ("early", "late", "mid"):
            read = _plain(edged(p, i))
    if read is None and word in COUNT_WORDS:
        read = _plain(counted_units(p, i))
    if read is None or (vague is not None and vague[1] > read[1]):
        return vague
    return read


def _from_figures(p: Pieces, i: int) -> _Found:
    """ "14:30 on Monday", "3 May", "2023-08-29", "24 hours"."""
    if (end := clock(p, i)) is not None:
        day = worded_day(p, i)
        return _extended(p, day) if day is not None else (Unresolved(), end, "vague")
    if i and p.ends[i - 1] == p.starts[i] and p.low[i - 1] in ("-", "$", "€", "£", "/"):
        return None
    read = point_at(p, i)
    if read is not None:
        return _extended(p, read)
    return _plain(counted_units(p, i)) if p.low[i + 1] in WORDS.units else None


def _extended(p: Pieces, read: tuple[Parsed, int] | None) -> _Found:
    """Two times joined: "Monday and Tuesday", "Monday night into Tuesday", "May 30 to June 2"."""
    if read is None:
        return None
    value, end = read
    if not isinstance(value, Day | Weekday | RelativeDay | HijriDate):
        return value, end, None
    link = p.low[end]
    if link not in _LINKS:
        return value, end, None
    into = "into" in p.low[end : end + 2]
    at = _early_hours(p, end + 2 if p.low[end : end + 2] == ["and", "into"] else end + 1)
    second = day_at(p, at)
    if second is None or not isinstance(second[0], Day | Weekday | HijriDate):
        return value, end, None
    if link == "and" and not _next_to(value, second[0]):
        return value, end, None
    last = second[0]
    if into and p.low[end - 1] in ("night", "evening", "late") and isinstance(last, Day | Weekday):
        return Night(last), second[1], None
    if isinstance(value, Day) and isinstance(last, Day) and value.year is None and last.year is not None:
        wraps = (value.month or 0) > (last.month or 0)
        value = Day(value.day, value.month, last.year - 1 if wraps else last.year)
    return Range(value, last), second[1], None


def _early_hours(p: Pieces, i: int) -> int:
    """Past "the early hours of" or "early on" before the morning that a night runs into."""
    at = i + 1 if p.low[i] == "the" else i
    if p.low[at] in ("early", "small") and p.low[at + 1 : at + 3] == ["hours", "of"]:
        return at + 3
    if p.low[i] == "early":
        return i + 2 if p.low[i + 1] == "on" else i + 1
    return i


def _next_to(first: Parsed, second: Parsed) -> bool:
    if isinstance(first, Weekday) and isinstance(second, Weekday):
        return (second.weekday - first.weekday) % 7 == 1
    if isinstance(first, Day) and isinstance(second, Day):
        if first.month == second.month:
            return second.day - first.day == 1
        return second.day == 1 and first.day >= _SHORTEST_MONTH and (first.month or 0) % 12 + 1 == second.month
    return False


def _plain(read: tuple[Parsed, int] | None) -> _Found:
    return None if read is None else (read[0], read[1], None)


def _each(p: Pieces, i: int) -> _Found:
    at = i + 1
    while p.low[at] in ("other", "single", "few", "two", "three", "second"):
        at += 1
    timed = (
        p.low[at] in WORDS.weekdays
        or p.low[at] in WORDS.units
        or p.low[at] in WORDS.parts_of_day
        or p.low[at] == "weekend"
    )
    return (Unresolved(), at + 1, "recurring") if timed else None


def _vague(p: Pieces, i: int) -> _Found:
    for phrase in WORDS.vague.get(p.low[i], ()):
        end = i + len(phrase)
        if tuple(p.low[i:end]) == phrase and not (phrase[-1] in ("past", "future") and _counts_units(p, end)):
            return Unresolved(), i + len(phrase), "vague"
    return None


def _counts_units(p: Pieces, i: int) -> bool:
    """ "in the past [35 years]": the phrase goes on to a stretch of time."""
    counted = count_at(p, i)
    return p.low[i] in WORDS.units or (counted is not None and p.low[counted[1]] in WORDS.units)


def _is_name(p: Pieces, first: int, end: int, parsed: Parsed) -> bool:
    if not isinstance(parsed, Day | Weekday | Range | HijriDate | EitherDay):
        return False
    before = p.low[first - 1] if first else ""
    if isinstance(parsed, Weekday) and before in WORDS.name_before and p.raw[first - 1][0].isupper():
        return True
    names = WORDS.weekday_name_after if isinstance(parsed, Weekday) else WORDS.name_after
    for at in (end, end + 1):
        if not p.raw[at][:1].isupper():
            return False
        if p.low[at] in names:
            return True
    return False


def _kind(parsed: Parsed) -> TimeKind:
    if isinstance(parsed, Day | DayOfMonth | EitherDay | Weekday | RelativeDay | Shift):
        return "date"
    if isinstance(parsed, HijriDate):
        return "date" if parsed.day is not None else "interval"
    if isinstance(parsed, Length):
        return "duration"
    if isinstance(parsed, Unresolved):
        return "vague"
    return "interval"
