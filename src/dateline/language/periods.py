"""Stretches of time as a text words them: weeks, months, years and their parts, ranges, counts of units.

Readers work as those of :mod:`dateline.language.days`.
"""

from __future__ import annotations

from typing import Literal

from dateline.knowledge.number_words import number_words
from dateline.language.days import (
    TURNS,
    WORDS,
    Read,
    day_at,
    hijri_month_at,
    month_at,
    number,
    relative_year_at,
    year_at,
)
from dateline.language.scan import Pieces
from dateline.model.times import (
    HijriDate,
    Length,
    Month,
    Part,
    Period,
    Point,
    Range,
    Shift,
    Stretch,
    Unit,
    Unresolved,
    Weekday,
    Year,
)

_NUMBERS = number_words()
_PERIODS: dict[str, Literal["week", "weekend", "month", "year"]] = {
    "week": "week",
    "weekend": "weekend",
    "month": "month",
    "year": "year",
}
_OFFSETS = {"last": -1, "past": -1, "previous": -1, "this": 0, "current": 0, "next": 1, "coming": 1}
EDGES: dict[str, Part] = {
    "early": "early",
    "mid": "mid",
    "late": "late",
    "start": "early",
    "beginning": "early",
    "onset": "early",
    "middle": "mid",
    "end": "late",
    "close": "late",
}
_YEAR_BEFORE = frozenset(
    [
        "in",
        "since",
        "of",
        "during",
        "from",
        "until",
        "by",
        "early",
        "late",
        "mid",
        "year",
        "till",
        "through",
        "before",
        "after",
        "summer",
        "winter",
        "spring",
        "autumn",
        "fall",
        "around",
        "and",
        "to",
        "circa",
        "between",
        "-",
        "–",
        "for",
    ]
)
_MONTH_BEFORE = frozenset(
    [
        "in",
        "since",
        "of",
        "during",
        "from",
        "until",
        "by",
        "till",
        "through",
        "before",
        "after",
        "around",
        "-",
        "–",
        "early",
        "late",
        "mid",
        "last",
        "this",
        "next",
    ]
)
_BEFORE_WORDS = {
    "earlier": -1,
    "before": -1,
    "previously": -1,
    "prior": -1,
    "later": 1,
    "after": 1,
    "afterwards": 1,
    "afterward": 1,
}


def count_at(p: Pieces, i: int) -> tuple[int | None, int] | None:
    """A small count at ``i``; ``None`` as its value where the words leave it open ("several", "a few")."""
    word = p.low[i]
    if word.isascii() and word.isdigit() and len(word) <= 3:
        return int(word), i + 1
    if word in ("a", "an"):
        if p.low[i + 1] == "few":
            return None, i + 2
        if p.low[i + 1] == "couple":
            return 2, i + 3 if p.low[i + 2] == "of" else i + 2
        return 1, i + 1
    if word in ("several", "few", "many", "some"):
        return None, i + 1
    tens = _NUMBERS.tens.get(word)
    if tens is not None:
        more = _NUMBERS.units.get(p.low[i + 2], 0) if p.low[i + 1] == "-" else 0
        return (tens + more, i + 3) if more else (tens, i + 1)
    units = _NUMBERS.units.get(word)
    return (units, i + 1) if units is not None else None


def unit_at(p: Pieces, i: int) -> tuple[Unit, int] | None:
    """The unit of time named at ``i`` and how many of it one such word is ("fortnight": two weeks)."""
    unit = WORDS.units.get(p.low[i])
    return (unit, WORDS.unit_sizes.get(p.low[i], 1)) if unit is not None else None


def month_period(p: Pieces, i: int, part: Part | None = None, *, sure: bool = False) -> Read:
    """A month without a day: "May 2023", "November" (a word that is more than a month needs a sign of time
    before).
    """
    month = month_at(p, i)
    if month is None:
        hijri = hijri_month_at(p, i)
        if hijri is None:
            return None
        year = year_at(p, hijri[1])
        if year is None and not sure and p.low[i - 1] not in ("in", "during", "of", "since"):
            return None
        return (HijriDate(hijri[0], None, year[0]), year[1]) if year else (HijriDate(hijri[0]), hijri[1])
    end = month[1] + 1 if p.low[month[1]] == "of" and year_at(p, month[1] + 1) else month[1]
    year = year_at(p, end)
    if year is not None:
        return Month(month[0], year[0], part), year[1]
    if p.low[i] in WORDS.doubtful_months and not sure and p.low[i - 1] not in _MONTH_BEFORE:
        return None
    if p.low[i] == "sun" or (
        p.raw[month[1]][:1].isupper() and p.low[i] in WORDS.doubtful_months and not sure
    ):
        return None
    if (relative := relative_year_at(p, month[1])) is not None:
        return Month(month[0], None, part, "plain", relative[0]), relative[1]
    return Month(month[0], None, part), month[1]


def year_period(p: Pieces, i: int, *, sure: bool = False) -> Read:
    """A year by itself behind a word of time, or a decade: "in 2019", "the 1990s", "2014-2016"."""
    word = p.low[i]
    if len(word) == 5 and word.endswith("0s") and word[:4].isdigit():
        return Range(Year(int(word[:4])), Year(int(word[:4]) + 9)), i + 1
    year = number(word, 1000, 2199) if len(word) == 4 else None
    bracketed = p.low[i - 1] == "(" and p.low[i + 1] in (")", "-", "–") and year is not None and year >= 1500
    if year is None or not (sure or bracketed or p.low[i - 1] in _YEAR_BEFORE):
        return None
    after = p.raw[i + 1]
    counted = (
        after.isalpha()
        and after.endswith("s")
        and after.islower()
        and after not in ("was", "is", "has", "as", "its", "his", "this")
    )
    if (counted or after in ("people", "men", "km", "%")) or (
        year < 1800 and not sure and p.low[i - 1] not in ("in", "since")
    ):
        return None
    if after in ("-", "–", "/") and p.starts[i + 2] == p.ends[i + 1]:
        last = number(p.low[i + 2], 0, 2199)
        if last is not None and len(p.low[i + 2]) == 2:
            last += year // 100 * 100
        if last is not None and last >= year:
            return Range(Year(year), Year(last)), i + 3
    return Year(year), i + 1


def turned(p: Pieces, i: int) -> Read:
    """What "last", "this", "next" begin: "last week", "last August", "the past 24 hours"."""
    turn, at = p.low[i], i + 1
    offset = _OFFSETS.get(turn)
    if offset is None:
        return None
    if p.low[at] in ("few", "couple", "several") and p.low[at + 1] in WORDS.units:
        return None
    period = _PERIODS.get(p.low[at])
    stretch = turn in ("past", "last") and p.low[i - 1] in ("the", "this")
    if period is not None and not (stretch and period != "weekend"):
        on = at + 2 if p.low[at + 1] == "," else at + 1
        on = on + 1 if p.low[on] == "on" else on
        if period == "week" and p.low[on] in WORDS.weekdays and on > at + 1:
            return Weekday(WORDS.weekdays[p.low[on]], "plain", offset), on + 1
        return Period(period, offset), at + 1
    month = month_at(p, at)
    if month is not None and turn in TURNS:
        return Month(month[0], None, None, TURNS[turn]), month[1]
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
            return Period(_PERIODS[p.low[at + 2]], 0, part), at + 3
        if p.low[at] == "this" and p.low[at + 1] in _PERIODS:
            return Period(_PERIODS[p.low[at + 1]], 0, part), at + 2
        if p.low[at] == "in":
            return month_period(p, at + 1, sure=True) or (year_period(p, at + 1))
        return day_at(p, at + 1 if p.low[at] == "on" else at) if _day_may_start(p, at) else None
    edge = EDGES.get(word)
    if edge is None:
        return None
    at = at + 1 if p.low[at] == "-" or p.low[at] == "in" else at
    found = month_period(p, at, edge, sure=True)
    if found is not None:
        return found
    if p.low[at] in _OFFSETS and p.low[at + 1] in _PERIODS:
        return Period(_PERIODS[p.low[at + 1]], _OFFSETS[p.low[at]], edge), at + 2
    year = year_period(p, at, sure=True)
    return year if year is not None and p.low[i] in ("early", "late", "mid") else None


def parted(p: Pieces, i: int) -> Read:
    """After "the": "end of April", "first half of January", "last days of November", "start of the year"."""
    word, at = p.low[i], i + 1
    part: Part | None = None
    if word in ("first", "second") and p.low[at] == "half":
        part, at = ("first half" if word == "first" else "second half"), at + 1
    elif word in ("first", "last", "final") and p.low[at] == "week":
        part, at = ("first week" if word == "first" else "last week"), at + 1
    elif word in ("first", "last", "final", "opening", "closing") and p.low[at] == "days":
        part, at = ("early" if word in ("first", "opening") else "late"), at + 1
    elif word in ("first", "last", "final") and p.low[at] == "day" and p.low[at + 1] == "of":
        hijri = hijri_month_at(p, at + 2)
        if hijri is not None and word == "first":
            year = year_at(p, hijri[1])
            return HijriDate(hijri[0], 1, year[0] if year else None), year[1] if year else hijri[1]
        return None
    elif word in ("start", "beginning", "onset", "middle", "end", "close"):
        part = EDGES[word]
    if part is None or p.low[at] != "of":
        return None
    at += 1
    if p.low[at] in _OFFSETS and p.low[at + 1] in _PERIODS:
        return Period(_PERIODS[p.low[at + 1]], _OFFSETS[p.low[at]], part), at + 2
    if p.low[at] == "the" and p.low[at + 1] in ("week", "month", "year"):
        return Period(_PERIODS[p.low[at + 1]], 0, part), at + 2
    found = month_period(p, at, part, sure=True)
    if found is not None:
        return found
    year_alone = year_period(p, at, sure=True)
    if year_alone is not None and isinstance(year_alone[0], Year):
        return Year(year_alone[0].year, part), year_alone[1]
    return None


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
            return Shift(sign, _unit(after), True), i + 2
    if word in ("day", "night", "evening", "morning", "week") and after in ("before", "after"):
        if p.low[i + 2] in ("yesterday", "tomorrow"):
            return None
        sign = -1 if after == "before" else 1
        return Shift(sign, "week" if word == "week" else "day", True), i + 2
    return None


def _unit(word: str) -> Unit:
    return WORDS.units[word]


def counted_units(p: Pieces, i: int) -> tuple[Point | Length | Unresolved, int] | None:
    """ "three weeks ago", "two days earlier", "six weeks"."""
    counted = count_at(p, i)
    if counted is None:
        return None
    count, at = counted
    unit = unit_at(p, at)
    if unit is None or p.low[at + 1] in ("-",):
        return None
    size = None if count is None else count * unit[1]
    after = p.low[at + 1]
    if after in (
        "ago",
        "earlier",
        "later",
        "before",
        "after",
        "previously",
        "afterwards",
        "prior",
        "afterward",
    ):
        if size is None or (unit[0] == "hour" and after != "ago"):
            return Unresolved(), at + 2
        sign = -1 if after == "ago" else _BEFORE_WORDS[after]
        return Shift(sign * size, unit[0], after != "ago"), at + 2
    if p.low[i] in ("a", "an") and p.low[i - 1] not in (
        "for",
        "lasted",
        "in",
        "within",
        "after",
        "than",
        "lasting",
    ):
        return None
    if after == "old" or (
        p.low[i] in ("one", "second") and unit[0] == "hour" and p.low[at] in ("second", "minute")
    ):
        return None
    if p.low[i] in ("some", "many", "few") and p.low[i - 1] not in ("for",):
        return None
    return Length(size, unit[0]), at + 1


def _day_may_start(p: Pieces, i: int) -> bool:
    at = i + 1 if p.low[i] == "on" else i
    word = p.low[at]
    return (
        word in WORDS.weekdays
        or word in ("today", "yesterday", "tomorrow", "this", "last")
        or word[:1].isdigit()
        or word in WORDS.months
    )
