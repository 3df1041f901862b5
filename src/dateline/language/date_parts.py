"""The parts of dates that several readers share: months, years, clock times, and figures within bounds.

A reader takes the pieces of a text and where to start, and gives what it read and where it ended, or ``None``.
"""

from __future__ import annotations

from dateline.knowledge.time_words import time_words
from dateline.language.scan import Pieces
from dateline.model.times import Point

WORDS = time_words()
_ORDINAL_ENDINGS = ("st", "nd", "rd", "th")

Read = tuple[Point, int] | None


def number(word: str, low: int, high: int) -> int | None:
    """The whole number that ``word`` writes in figures, an ordinal ending allowed, if it lies in ``low``–``high``."""
    figures = word[:-2] if word[-2:] in _ORDINAL_ENDINGS else word
    if not (figures.isascii() and figures.isdigit()) or len(figures) > 4:
        return None
    value = int(figures)
    return value if low <= value <= high else None


def ordinal_day(word: str) -> int | None:
    """The day of a month that ``word`` writes as an ordinal in figures: "3rd"."""
    return number(word, 1, 31) if word[-2:] in _ORDINAL_ENDINGS else None


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
    offset = WORDS.offsets_behind.get(p.low[at])
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
